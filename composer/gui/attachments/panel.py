"""The tab with what goes with the letter: attachments with their openness and order, and promises to the council."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from composer.domain.letter import Attachment
from composer.gui.attachments.promises import PromiseList
from composer.gui.elements import Button, Hint, clear, column, line, row, scrolled, sign_button, surface, text
from composer.gui.form_controls import CheckBox
from composer.gui.session import Session

EMPTY = "Er gaan nog geen bijlagen mee. Wat u hier opschrijft, komt als genummerde lijst onder de brief."


class AttachmentRow(QWidget):
    """One attachment; every change is told at once."""

    changed = Signal(int, object)
    moved = Signal(int, int)
    removed = Signal(int)

    def __init__(self, number: int, attachment: Attachment, last: bool) -> None:
        super().__init__()
        self._number, self._attachment = number, attachment
        self.title = QLineEdit(attachment.title)
        self.title.setCursorPosition(0)
        self.title.setAccessibleName(f"Titel van bijlage {number + 1}")
        self.public = CheckBox("Openbaar")
        self.public.setChecked(attachment.public is not False)
        self.public.setAccessibleName(f"Bijlage {number + 1} is openbaar")
        card = surface("card")
        inside = column(card, margins=(12, 10, 8, 6), gap=4)
        inside.addWidget(self.title)
        inside.addLayout(self._tools(last))
        column(self, margins=(0, 0, 0, 0)).addWidget(card)
        self.title.editingFinished.connect(self._tell)
        self.public.toggled.connect(self._tell)

    def _tools(self, last: bool) -> QHBoxLayout:
        number = self._number
        tools = row(gap=2)
        tools.addWidget(self.public, 1)
        up = sign_button("up", f"Zet bijlage {number + 1} hoger", lambda: self.moved.emit(number, -1))
        down = sign_button("down", f"Zet bijlage {number + 1} lager", lambda: self.moved.emit(number, 1))
        up.setEnabled(number > 0)
        down.setEnabled(not last)
        for button in (up, down):
            tools.addWidget(button)
        tools.addWidget(sign_button("close", f"Haal bijlage {number + 1} weg", lambda: self.removed.emit(number)))
        return tools

    def _tell(self) -> None:
        words = self.title.text().strip()
        changes = {"title": words or self._attachment.title, "public": self.public.isChecked()}
        changed = self._attachment.model_copy(update=changes)
        if changed != self._attachment:
            self.changed.emit(self._number, changed)


class AttachmentPanel(QWidget):
    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: tuple[Attachment, ...] | None = None
        self.hint = Hint(EMPTY)
        self.new = QLineEdit()
        self.new.setPlaceholderText("Titel van een bijlage")
        self.new.setAccessibleName("Titel van een nieuwe bijlage")
        self.promises = PromiseList(session)
        self._lay_out()
        self.new.returnPressed.connect(self.add)
        session.letter_changed.connect(self.follow)

    def _lay_out(self) -> None:
        self._inside = QWidget()
        self._inside.setProperty("surface", "panel")
        layout = column(self._inside, margins=(16, 12, 12, 12), gap=8)
        adding = row()
        adding.addWidget(self.new, 1)
        adding.addWidget(Button("Voeg toe", "", self.add))
        layout.addWidget(text("Bijlagen", "heading"))
        layout.addLayout(adding)
        layout.addWidget(self.hint)
        self._list = column(gap=8)
        layout.addLayout(self._list)
        layout.addSpacing(8)
        layout.addWidget(line())
        layout.addSpacing(8)
        layout.addWidget(self.promises)
        layout.addStretch(1)
        area = scrolled(self._inside, "Bijlagen en toezeggingen bij de brief")
        column(self).addWidget(area)

    def rows(self) -> list[AttachmentRow]:
        return [found for found in self._inside.findChildren(AttachmentRow) if not found.isHidden()]

    def follow(self) -> None:
        """Shows the attachments of the present letter."""
        letter = self._session.letter
        attachments = letter.attachments if letter else ()
        if attachments == self._shown:
            return
        self._shown = attachments
        clear(self._list)
        for number, attachment in enumerate(attachments):
            self._list.addWidget(self._row(number, attachment, number == len(attachments) - 1))
        self.hint.setVisible(not attachments)

    def _row(self, number: int, attachment: Attachment, last: bool) -> AttachmentRow:
        made = AttachmentRow(number, attachment, last)
        made.changed.connect(self._replace)
        made.moved.connect(self._move)
        made.removed.connect(self._remove)
        return made

    def _set(self, attachments: list[Attachment], words: str) -> None:
        if letter := self._session.changeable():
            self._session.change(letter.with_changes(attachments=tuple(attachments)), words)

    def _present(self) -> list[Attachment]:
        return list(self._session.letter.attachments) if self._session.letter else []

    def add(self) -> None:
        """Adds a public attachment with the typed title."""
        if title := self.new.text().strip():
            self.new.clear()
            self._set([*self._present(), Attachment(title=title, public=True)], "bijlage toevoegen")

    def _replace(self, number: int, attachment: Attachment) -> None:
        present = self._present()
        changed = [*present[:number], attachment, *present[number + 1 :]]
        self._shown = tuple(changed)
        self._set(changed, "bijlage wijzigen")

    def _move(self, number: int, step: int) -> None:
        present = self._present()
        present.insert(number + step, present.pop(number))
        self._set(present, "bijlage verplaatsen")
        self.rows()[number + step].title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, number: int) -> None:
        present = self._present()
        self._set([*present[:number], *present[number + 1 :]], "bijlage weghalen")
