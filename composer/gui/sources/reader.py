"""A source in full, opened at the place of a fact with its words marked; words that are selected can become a fact."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from composer.domain.fact import Evidence
from composer.gui.elements import Button, column, row, text
from composer.gui.search_field import SearchField
from composer.gui.theme import Theme
from composer.work.following.evidence import Opened

WIDTH, HEIGHT = 760, 620
SHORTEST = 12
"""Characters that say enough to be a fact's evidence."""
HELP = "Selecteer woorden om er een feit van te maken."


class SourceReader(QWidget):
    fact_wanted = Signal(object)
    """The evidence for a new fact: the words that are selected, and where they stand."""
    left = Signal()

    def __init__(self, opened: Opened, theme: Theme) -> None:
        super().__init__()
        self._opened = opened
        self.words = QPlainTextEdit(opened.text)
        self.words.setReadOnly(True)
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.words.setAccessibleName(f"De tekst van {opened.source.title}")
        self.search = SearchField("Zoek in het stuk", "Zoek in het stuk")
        self.make = Button("Maak hier een feit van", "primary", self._make)
        self.told = text(HELP, "small", wrap=True)
        self._lay_out()
        self.words.setExtraSelections([self._mark(start, end, theme.colour("gap")) for start, end in opened.marked])
        self.words.selectionChanged.connect(self._follow)
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(self._find_next)
        self._follow()

    def _lay_out(self) -> None:
        source = self._opened.source
        head = column(gap=2)
        head.addWidget(text(source.title, "title", wrap=True))
        head.addWidget(text(source.publisher, "small"))
        top = row(gap=16)
        top.addLayout(head, 1)
        self.search.setFixedWidth(220)
        top.addWidget(self.search, 0, Qt.AlignmentFlag.AlignTop)
        foot = row(gap=12)
        foot.addWidget(self.told, 1)
        foot.addWidget(Button("Terug", "", self.left.emit))
        foot.addWidget(self.make)
        layout = column(self, margins=(20, 16, 20, 16), gap=10)
        layout.addLayout(top)
        layout.addWidget(self.words, 1)
        layout.addLayout(foot)
        self.setFocusProxy(self.words)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT)

    def go_to_place(self) -> None:
        """The first of the marked words in the middle; to be done when the text has its size."""
        self.words.setTextCursor(self._cursor(*self._opened.marked[0][:1]))
        self.words.centerCursor()

    def _cursor(self, start: int, end: int | None = None) -> QTextCursor:
        cursor = QTextCursor(self.words.document())
        cursor.setPosition(_in_qt(self._opened.text, start))
        if end is not None:
            cursor.setPosition(_in_qt(self._opened.text, end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _mark(self, start: int, end: int, colour: QColor) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        setattr(made, "cursor", self._cursor(start, end))  # noqa: B010  # fields of a C++ struct
        made.format.setBackground(colour)
        return made

    def _find(self, words: str) -> None:
        self.words.moveCursor(QTextCursor.MoveOperation.Start)
        if words and not self.words.find(words):
            self.told.setText(f"“{words}” staat niet in dit stuk.")

    def _find_next(self) -> None:
        if not self.words.find(self.search.text()):
            self._find(self.search.text())

    def _follow(self) -> None:
        long_enough = len(self.selected().strip()) >= SHORTEST
        self.make.setEnabled(long_enough)
        self.told.setText("Deze woorden worden het bewijs van het feit." if long_enough else HELP)

    def selected(self) -> str:
        """The words that are selected, lines as lines."""
        return self.words.textCursor().selectedText().replace("\u2029", "\n")

    def evidence(self) -> Evidence:
        """What is selected, as the evidence of a fact."""
        cursor = self.words.textCursor()
        start, end = (_from_qt(self._opened.text, at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        return self._opened.evidence(start, end)

    def _make(self) -> None:
        self.fact_wanted.emit(self.evidence())


def _in_qt(text: str, at: int) -> int:
    """A place in the text as Qt counts: in UTF-16, where a sign beyond the first plane takes two."""
    return len(text[:at].encode("utf-16-le")) // 2


def _from_qt(text: str, at: int) -> int:
    return len(text.encode("utf-16-le")[: 2 * at].decode("utf-16-le", errors="ignore"))
