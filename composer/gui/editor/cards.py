"""Small forms over the page: citing a fact, making a link, the source of a piece, what was changed in it."""

from html import escape
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from composer.gui.elements import Button, Hint, column, line, row, set_kind, text
from composer.gui.text_lines import TextLines, sized
from composer.gui.theme import SMALL, Theme
from composer.work.citing import Citable, Citables
from composer.work.differences import Stretch
from composer.work.links import address

Index = QModelIndex | QPersistentModelIndex
CITABLE = Qt.ItemDataRole.UserRole + 1
MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class CitableModel(QAbstractListModel):
    """The facts that fit what was typed."""

    def __init__(self, citables: Citables, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._citables = citables
        self._rows = citables.search("")

    def find(self, words: str) -> None:
        self.beginResetModel()
        self._rows = self._citables.search(words)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._rows):
            return None
        citable = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return citable.statement
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{citable.statement} Bron: {citable.source}"
            case Qt.ItemDataRole.ToolTipRole:
                return citable.source
            case _:
                return citable if role == CITABLE else None


class CitableDelegate(QStyledItemDelegate):
    """A fact in two lines at most, its source below."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines = TextLines()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(300, 68)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        citable: Citable | None = index.data(CITABLE)
        option.text = ""
        option.widget.style().drawPrimitive(
            option.widget.style().PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget
        )
        if citable is None:
            return
        place = option.rect.adjusted(12, 8, -12, -6)
        painter.save()
        painter.setPen(option.palette.windowText().color())
        for number, words in enumerate(self._lines.lines(citable.statement, option.font, place.width(), 2)):
            painter.setFont(option.font)
            painter.drawText(place.adjusted(0, 18 * number, 0, 0), Qt.AlignmentFlag.AlignTop, words)
        small = sized(option.font, SMALL)
        painter.setFont(small)
        painter.setPen(option.palette.placeholderText().color())
        (below,) = self._lines.lines(citable.source, small, place.width(), 1) or ("",)
        painter.drawText(place, Qt.AlignmentFlag.AlignBottom, below)
        painter.restore()


class CitingCard(QWidget):
    """Finds a fact by what it says or by its source."""

    chosen = Signal(str)

    def __init__(self, citables: Citables, day: str) -> None:
        super().__init__()
        self.model = CitableModel(citables, self)
        self.search = QLineEdit()
        self.search.setProperty("look", "bare")
        self.search.setPlaceholderText("Zoek een feit of een bron")
        self.search.setAccessibleName("Zoek een feit of een bron")
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(CitableDelegate(self.list))
        self.list.setProperty("look", "list")
        self.list.setAccessibleName(f"Feiten die op {day} gelden")
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.hint = Hint(f"Geen feit gevonden dat op {day} geldt. Probeer een ander woord.")
        layout = column(self, margins=(12, 8, 12, 10), gap=6)
        for part in (self.search, line(), text(f"Feiten die op {day} gelden", "small"), self.hint, self.list):
            layout.addWidget(part)
        layout.setStretchFactor(self.list, 1)
        self.setFocusProxy(self.search)
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(self._choose)
        self.search.installEventFilter(self)
        self.list.clicked.connect(lambda: self._choose())
        self._find("")

    def sizeHint(self) -> QSize:
        return QSize(520, 420)

    def _find(self, words: str) -> None:
        self.model.find(words)
        self.list.setCurrentIndex(self.model.index(0))
        self.hint.setVisible(self.model.rowCount() == 0)
        self.list.setVisible(self.model.rowCount() > 0)

    def _choose(self) -> None:
        citable: Citable | None = self.list.currentIndex().data(CITABLE)
        if citable is not None:
            self.chosen.emit(citable.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows go through the list while the writer goes on typing."""
        typed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in MOVES
        if watched is not self.search or not typed:
            return super().eventFilter(watched, event)
        return self.list.event(event)


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
        return QSize(600, 420)

    def tell(self, problem: str) -> None:
        """What is wrong with the text, which stays as it was typed."""
        self.problem.setText(problem)
        set_kind(self.problem, "wrong", "text-role")
        self.problem.show()


class ChangeCard(QWidget):
    """The words of a piece, struck where they were the library's and underlined where they are new."""

    put_back = Signal()
    left = Signal()

    def __init__(self, title: str, stretches: tuple[Stretch, ...], theme: Theme) -> None:
        super().__init__()
        self.words = QLabel(_marked(stretches, theme))
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setWordWrap(True)
        self.words.setAccessibleName(_spoken(stretches))
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = column(self, margins=(16, 14, 16, 14), gap=10)
        layout.addWidget(text(title, "heading", wrap=True))
        layout.addWidget(text("Doorgestreept stond in de bibliotheek, onderstreept is van u.", "small", wrap=True))
        layout.addWidget(self.words, 1)
        buttons = row(gap=8)
        buttons.addWidget(Button("Zet terug", "link", self.put_back.emit))
        buttons.addStretch(1)
        self.close_button = Button("Sluit", "", self.left.emit)
        buttons.addWidget(self.close_button)
        layout.addLayout(buttons)
        self.setFocusProxy(self.close_button)
        self.setFixedWidth(560)


def _marked(stretches: tuple[Stretch, ...], theme: Theme) -> str:
    styles = {
        "gelijk": "",
        "weg": f"color:{theme.colours['wrong']};text-decoration:line-through",
        "nieuw": f"color:{theme.colours['good']};text-decoration:underline",
    }
    return "".join(
        f'<span style="{styles[stretch.kept]}">{escape(stretch.text).replace(chr(10), "<br>")}</span>'
        for stretch in stretches
    )


def _spoken(stretches: tuple[Stretch, ...]) -> str:
    words = {"gelijk": "{}", "weg": "(weg: {})", "nieuw": "(nieuw: {})"}
    return " ".join(words[stretch.kept].format(stretch.text.strip()) for stretch in stretches if stretch.text.strip())
