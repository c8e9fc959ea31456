"""Small forms over the page: making a link, the source of a piece, what was changed in it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from composer.gui.diff_view import diff_html, diff_speech
from composer.gui.elements import Button, column, row, scrolled, set_kind, text
from composer.gui.theme import Theme
from composer.work.writing.diff import DiffSpan
from composer.work.writing.links import address


class LinkCard(QWidget):
    """The words and the address of a link."""

    chosen = Signal(str, str)

    def __init__(self, words: str, target: str) -> None:
        super().__init__()
        self.words = QLineEdit(words)
        self.target = QLineEdit(target)
        self.target.setPlaceholderText("https://")
        self.problem = text("", "wrong", wrap=True)
        self.problem.hide()
        layout = column(self, margins=(16, 14, 16, 14), gap=6)
        for label, field in (("Tekst", self.words), ("Adres", self.target)):
            caption = text(label, "secondary")
            caption.setBuddy(field)
            field.setAccessibleName(label)
            field.returnPressed.connect(self._choose)
            layout.addWidget(caption)
            layout.addWidget(field)
        layout.addWidget(self.problem)
        layout.addStretch(1)
        buttons = row(gap=8)
        if target:
            buttons.addWidget(Button("Haal de link weg", "link", lambda: self.chosen.emit(self.words.text(), "")))
        buttons.addStretch(1)
        buttons.addWidget(Button("Maak link", "primary", self._choose))
        layout.addLayout(buttons)
        self.setFocusProxy(self.target if words else self.words)

    def sizeHint(self) -> QSize:
        return QSize(400, 220)

    def _choose(self) -> None:
        target = address(self.target.text())
        if target is None:
            self.problem.setText("Dit is geen adres. Begin met https:// of schrijf een e-mailadres.")
            self.problem.show()
        else:
            self.chosen.emit(self.words.text().strip() or target, target)


class SourceCard(QWidget):
    """The text that a piece is made from, for who wants to see or change it."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, title: str, source: str, stop: str | None) -> None:
        super().__init__()
        self.editor = QPlainTextEdit(source)
        self.editor.setAccessibleName("Bron van dit stuk")
        self.editor.setTabChangesFocus(True)
        self.editor.setReadOnly(stop is not None)
        self.problem = text(stop or "", "wrong" if stop is None else "secondary", wrap=True)
        self.problem.setVisible(stop is not None)
        layout = column(self, margins=(16, 14, 16, 14), gap=8)
        layout.addWidget(text(title, "heading", wrap=True))
        layout.addWidget(
            text("Tussen {{ en }} staan waarden, tussen [^ en ] de feiten die u aanhaalt.", "small", wrap=True)
        )
        layout.addWidget(self.editor, 1)
        layout.addWidget(self.problem)
        buttons = row(gap=8)
        buttons.addStretch(1)
        buttons.addWidget(Button("Sluit", "", self.left.emit))
        if stop is None:
            buttons.addWidget(Button("Neem over", "primary", lambda: self.chosen.emit(self.editor.toPlainText())))
        layout.addLayout(buttons)
        self.setFocusProxy(self.editor)

    def sizeHint(self) -> QSize:
        lines = len(self.editor.toPlainText()) // 70 + self.editor.blockCount()
        return QSize(600, min(190 + 20 * lines, 420))

    def tell(self, problem: str) -> None:
        """What is wrong with the text, which stays as it was typed."""
        self.problem.setText(problem)
        set_kind(self.problem, "wrong", "text-role")
        self.problem.show()


CHANGE_WIDTH = 560


class ChangeCard(QWidget):
    """The words of a piece, struck where they were the library's and underlined where they are new."""

    put_back = Signal()
    left = Signal()

    def __init__(self, title: str, spans: tuple[DiffSpan, ...], theme: Theme) -> None:
        super().__init__()
        self.words = QLabel(diff_html(spans, theme))
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setWordWrap(True)
        self.words.setAccessibleName(diff_speech(spans))
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = column(self, margins=(16, 14, 16, 14), gap=10)
        layout.addWidget(text(title, "heading", wrap=True))
        layout.addWidget(text("Doorgestreept stond in de bibliotheek, onderstreept is van u.", "small", wrap=True))
        layout.addWidget(self._scrolled(), 1)
        buttons = row(gap=8)
        buttons.addWidget(Button("Zet terug", "link", self.put_back.emit))
        buttons.addStretch(1)
        self.close_button = Button("Sluit", "", self.left.emit)
        buttons.addWidget(self.close_button)
        layout.addLayout(buttons)
        self.setFocusProxy(self.close_button)

    def _scrolled(self) -> QScrollArea:
        """The words, from the top; a long piece scrolls."""
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        area = scrolled(self.words, "Wat u veranderde")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return area

    def sizeHint(self) -> QSize:
        return QSize(CHANGE_WIDTH, min(150 + self.words.heightForWidth(CHANGE_WIDTH - 40), 460))
