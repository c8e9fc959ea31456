"""The manual within the window: its pages at the left, found by their words, with pictures."""

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QTextBrowser, QWidget

from composer.gui.elements import Hint, SearchField, column, line, row, text
from composer.gui.theme import Theme
from composer.work.manual import ManualPage, about, manual, manual_folder, with_words

WIDTH, HEIGHT = 940, 640
MARGIN = 24
STYLE = """
body, p, li, td, th {{ color: {ink}; }}
h1, h2, h3 {{ color: {ink}; }}
a {{ color: {accent}; }}
th, td {{ border-color: {line}; padding: 4px; }}
"""


class Reading(QTextBrowser):
    """A page; a picture is never wider than the room there is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setOpenExternalLinks(True)
        self.setAccessibleName("Handleiding")
        self.setSearchPaths([str(manual_folder())])
        self.document().setDocumentMargin(MARGIN)
        self.document().setDefaultStyleSheet(STYLE.format(**theme.colours))
        self.setProperty("look", "page")

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        path = manual_folder() / QUrl(name).fileName()
        if kind != QTextDocument.ResourceType.ImageResource.value or not path.is_file():
            return super().loadResource(kind, QUrl(name))
        image, room = QImage(str(path)), self.viewport().width() - 2 * MARGIN
        ratio = self.devicePixelRatioF()
        if image.width() > room * ratio:
            image = image.scaledToWidth(round(room * ratio), Qt.TransformationMode.SmoothTransformation)
        image.setDevicePixelRatio(ratio)
        return image


class Manual(QWidget):
    def __init__(self, theme: Theme, topic: str) -> None:
        super().__init__()
        self._pages = manual()
        self.search = SearchField("Zoek in de handleiding", "Zoek in de handleiding")
        self.list = QListWidget()
        self.list.setProperty("look", "list")
        self.list.setAccessibleName("Hoofdstukken")
        self.list.setWordWrap(True)
        self.hint = Hint("Hierover staat niets in de handleiding. Probeer een ander woord.")
        self.reading = Reading(theme)
        side = column(margins=(16, 16, 12, 12), gap=10)
        side.addWidget(text("Handleiding", "title"))
        for part in (self.search, self.hint, self.list):
            side.addWidget(part)
        side.addStretch(0)
        holder = QWidget()
        holder.setFixedWidth(280)
        holder.setLayout(side)
        layout = row(self, gap=0)
        layout.addWidget(holder)
        layout.addWidget(line(upright=True))
        layout.addWidget(self.reading, 1)
        self.setFocusProxy(self.search)
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(self.list.setFocus)
        self.list.currentItemChanged.connect(self._show)
        self._fill(self._pages, about(self._pages, topic))

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT)

    def _fill(self, pages: tuple[ManualPage, ...], chosen: ManualPage | None) -> None:
        self.list.clear()
        for page in pages:
            item = QListWidgetItem(page.title)
            item.setData(Qt.ItemDataRole.UserRole, page)
            self.list.addItem(item)
        self.hint.setVisible(not pages)
        self.list.setVisible(bool(pages))
        self.list.setCurrentRow(pages.index(chosen) if chosen in pages else 0)

    def _find(self, words: str) -> None:
        item = self.list.currentItem()
        self._fill(with_words(self._pages, words), item.data(Qt.ItemDataRole.UserRole) if item and not words else None)

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            page: ManualPage = item.data(Qt.ItemDataRole.UserRole)
            self.reading.setMarkdown(page.text)
            self._light()

    def _light(self) -> None:
        """The first of the words that were looked for is selected."""
        if words := self.search.text().strip():
            self.reading.find(words)
