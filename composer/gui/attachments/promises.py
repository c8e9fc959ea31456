"""The letter's promises to the council: what, by when, and whether kept."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from composer.domain.letter import Promise
from composer.gui.elements import Button, Hint, clear, column, row, sign_button, surface, text
from composer.gui.form_controls import CheckBox
from composer.gui.session import Session

EMPTY = "Deze brief zegt de raad nog niets toe. Wat u hier opschrijft, vindt u terug in het overzicht van toezeggingen."
WHEN, HOW = "2025-03", "Een maand (2025-03), een kwartaal (2025-Q1), een jaar of een dag"


class PromiseRow(QWidget):
    """One promise; every change is told at once."""

    changed = Signal(int, object)
    removed = Signal(int)

    def __init__(self, number: int, promise: Promise, today: date) -> None:
        super().__init__()
        self._number, self._promise, self._today = number, promise, today
        self.what = _field(promise.what, f"Toezegging {number + 1}")
        self.due = _field(promise.due or "", f"Termijn van toezegging {number + 1}")
        self.due.setPlaceholderText(WHEN)
        self.due.setToolTip(HOW)
        self.kept = CheckBox("Nagekomen")
        self.kept.setChecked(promise.kept is not None)
        self.kept.setAccessibleName(f"Toezegging {number + 1} is nagekomen")
        card = surface("card")
        inside = column(card, margins=(12, 10, 8, 6), gap=4)
        inside.addWidget(self.what)
        tools = row(gap=8)
        tools.addWidget(text("voor", "small"))
        tools.addWidget(self.due, 1)
        tools.addWidget(self.kept)
        tools.addWidget(sign_button("close", f"Haal toezegging {number + 1} weg", lambda: self.removed.emit(number)))
        inside.addLayout(tools)
        column(self).addWidget(card)
        for field in (self.what, self.due):
            field.editingFinished.connect(self._tell)
        self.kept.toggled.connect(self._tell)

    def _tell(self) -> None:
        kept = (self._promise.kept or self._today.isoformat()) if self.kept.isChecked() else None
        what, due = self.what.text().strip(), self.due.text().strip()
        changed = self._promise.model_copy(
            update={"what": what or self._promise.what, "due": due or None, "kept": kept}
        )
        if changed != self._promise:
            self.changed.emit(self._number, changed)


def _field(words: str, name: str) -> QLineEdit:
    field = QLineEdit(words)
    field.setCursorPosition(0)
    field.setAccessibleName(name)
    return field


class PromiseList(QWidget):
    """A heading, a field for a new one, and the promises of the letter."""

    register_requested = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: tuple[Promise, ...] | None = None
        self.new = QLineEdit()
        self.new.setPlaceholderText("Wat zegt u de raad toe?")
        self.new.setAccessibleName("Nieuwe toezegging")
        self.hint = Hint(EMPTY)
        self._list: QVBoxLayout = column(gap=8)
        head = row()
        head.addWidget(text("Toezeggingen", "heading"), 1)
        head.addWidget(Button("Alle toezeggingen…", "link", self.register_requested.emit))
        adding = row()
        adding.addWidget(self.new, 1)
        adding.addWidget(Button("Leg vast", "", self.add))
        layout = column(self, gap=8)
        for part in (head, adding):
            layout.addLayout(part)
        layout.addWidget(self.hint)
        layout.addLayout(self._list)
        self.new.returnPressed.connect(self.add)
        session.letter_changed.connect(self.follow)

    def rows(self) -> list[PromiseRow]:
        return [found for found in self.findChildren(PromiseRow) if not found.isHidden()]

    def follow(self) -> None:
        """Shows the promises of the present letter."""
        promises = self._present()
        if promises == self._shown:
            return
        self._shown = promises
        clear(self._list)
        for number, promise in enumerate(promises):
            made = PromiseRow(number, promise, self._session.today)
            made.changed.connect(self._replace)
            made.removed.connect(self._remove)
            self._list.addWidget(made)
        self.hint.setVisible(not promises)

    def _present(self) -> tuple[Promise, ...]:
        return self._session.letter.promises if self._session.letter else ()

    def _set(self, promises: tuple[Promise, ...], words: str) -> None:
        if letter := self._session.changeable():
            self._session.change(letter.with_changes(promises=promises), words)

    def add(self) -> None:
        """Adds the typed promise, without a term."""
        if what := self.new.text().strip():
            self.new.clear()
            self._set((*self._present(), Promise(what=what)), "toezegging vastleggen")
            if rows := self.rows():
                rows[-1].due.setFocus(Qt.FocusReason.OtherFocusReason)

    def _replace(self, number: int, promise: Promise) -> None:
        present = self._present()
        changed = (*present[:number], promise, *present[number + 1 :])
        self._shown = changed
        self._set(changed, "toezegging wijzigen")

    def _remove(self, number: int) -> None:
        present = self._present()
        self._set((*present[:number], *present[number + 1 :]), "toezegging weghalen")
