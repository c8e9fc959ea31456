"""Earlier versions of the letter: which there are, what became otherwise since, and one of them put back."""

from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from composer.domain.dutch import as_sentence, capitalised, counted
from composer.domain.errors import ComposerError
from composer.gui.diff_view import diff_html, diff_speech
from composer.gui.elements import Button, Hint, WrappedLabel, clear, column, line, row, scrolled, text
from composer.gui.session import Session
from composer.gui.theme import Theme
from composer.work.program.versions import Change, Listed, changes, listed, open_version

WIDTH, HEIGHT = 780, 540
NONE = "Er zijn nog geen eerdere versies. Iedere keer dat u bewaart, wordt er één bewaard."
SAME = "Deze versie is gelijk aan de brief zoals hij nu is."
KINDS = {
    "brief": "Brief",
    "veld": "Veld",
    "stuk": "Tekst",
    "bijlage": "Bijlage",
    "toezegging": "Toezegging",
    "afgezien": "Afgezien",
}


class VersionCard(QWidget):
    chosen = Signal(object)
    """The version that the user wants back."""

    def __init__(self, session: Session, theme: Theme, now: datetime) -> None:
        super().__init__()
        self._session, self._theme = session, theme
        letter, autosave = session.letter, session.autosave
        self._listed = listed(autosave.earlier(letter), now) if letter and autosave else ()
        self.list = QListWidget()
        self.list.setProperty("look", "list")
        self.list.setAccessibleName("Eerdere versies")
        self.list.setFixedWidth(190)
        self._words = text("", "heading", wrap=True)
        self._inside = QWidget()
        self._inside.setProperty("surface", "clear")
        self._changes = column(self._inside, margins=(16, 4, 12, 12), gap=4)
        self.back = Button("Zet deze versie terug", "primary", self._choose)
        self._lay_out()
        self._fill()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT)

    def _lay_out(self) -> None:
        layout = column(self, margins=(20, 16, 20, 16), gap=10)
        layout.addWidget(text("Eerdere versies", "title"))
        if not self._listed:
            layout.addWidget(Hint(NONE))
            layout.addStretch(1)
            self.list.setParent(self)
            self.list.hide()
            return
        layout.addWidget(text("Doorgestreept stond toen in de brief, onderstreept is daarna gekomen.", "small"))
        layout.addLayout(self._beside(), 1)
        foot = row(gap=12)
        foot.addWidget(text("Terugzetten kunt u ongedaan maken.", "small"), 1)
        foot.addWidget(self.back)
        layout.addLayout(foot)
        self.setFocusProxy(self.list)

    def _beside(self) -> QHBoxLayout:
        area = scrolled(self._inside, "Wat er sindsdien veranderd is")
        beside = row(gap=0)
        beside.addWidget(self.list)
        beside.addWidget(line(upright=True))
        right = column(gap=4)
        head = row(margins=(16, 0, 0, 0))
        head.addWidget(self._words, 1)
        right.addLayout(head)
        right.addWidget(area, 1)
        beside.addLayout(right, 1)
        return beside

    def _fill(self) -> None:
        for each in self._listed:
            item = QListWidgetItem(each.words)
            item.setData(Qt.ItemDataRole.UserRole, each)
            self.list.addItem(item)
        self.list.currentItemChanged.connect(self._show)
        self.list.setCurrentRow(0)

    def _show(self, item: QListWidgetItem | None) -> None:
        letter = self._session.letter
        each: Listed | None = item.data(Qt.ItemDataRole.UserRole) if item else None
        if each is None or letter is None:
            return
        clear(self._changes)
        try:
            found = changes(open_version(each.version), letter, self._session.library)
        except ComposerError as error:
            self._words.setText(as_sentence(error.message))
            self.back.setEnabled(False)
            return
        self.back.setEnabled(bool(found))
        differences = capitalised(counted(len(found), "verschil", "verschillen"))
        self._words.setText(f"{differences} met de brief van nu" if found else SAME)
        for change in found:
            self._add(change)
        self._changes.addStretch(1)

    def _add(self, change: Change) -> None:
        label = WrappedLabel(diff_html(change.words, self._theme))
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setAccessibleName(f"{change.place}: {diff_speech(change.words)}")
        place = capitalised(change.place)
        self._changes.addWidget(text(f"{KINDS[change.kind]} · {place}", "small"))
        self._changes.addWidget(label)
        self._changes.addSpacing(8)

    def _choose(self) -> None:
        item = self.list.currentItem()
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole).version)
