"""The manual within the window: its pages at the left, found by their words, with pictures."""

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QFont,
    QImage,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextTable,
)
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QTextBrowser, QWidget

from composer.gui.elements import Hint, column, line, row, text
from composer.gui.search_field import SearchField
from composer.work.program.manual import ManualPage, about, manual, manual_folder, with_words

WIDTH, HEIGHT = 940, 640
MARGIN, BAR = 24, 20
SIZES = {1: 22, 2: 17, 3: 15}
"""Type of headings, in pixels."""
PICTURE = "\ufffc"
"""What stands in a text for a picture."""
SPACE, ABOVE_HEADING, LINE = 8, 18, 138
"""Pixels below a paragraph and above a heading, and the height of a line in percents."""


class Reading(QTextBrowser):
    """A page; a picture is never wider than the room there is."""

    page_requested = Signal(str)
    """The name of another page that is linked to."""

    def __init__(self) -> None:
        super().__init__()
        self._page: ManualPage | None = None
        self._room = 0
        self.setOpenLinks(False)
        self.setAccessibleName("Handleiding")
        self.document().setDocumentMargin(MARGIN)
        self.setProperty("look", "page")
        self.anchorClicked.connect(self._follow)

    def show_page(self, page: ManualPage) -> None:
        """From its top, with room between its paragraphs."""
        self._page, self._room = page, self.width()
        self.document().clear()  # with the pictures at the size that they had
        self.setMarkdown(page.text)
        block = self.document().begin()
        while block.isValid():
            _set(block)
            block = block.next()
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._rule(frame)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def _rule(self, table: QTextTable) -> None:
        """A thin line below each row, with air around the words."""
        form = table.format()
        form.setBorder(0)
        form.setCellSpacing(0)
        form.setBottomMargin(2 * SPACE)
        table.setFormat(form)
        for number in range(table.rows()):
            for cell in (table.cellAt(number, at) for at in range(table.columns())):
                made = cell.format().toTableCellFormat()
                made.setPadding(6)
                made.setBottomBorder(1)
                made.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                made.setBottomBorderBrush(self.palette().mid())
                cell.setFormat(made)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures take the room that there is now; that a scroll bar comes or goes, leaves them as they are."""
        super().resizeEvent(event)
        if self._page is not None and self._room != self.width():
            self.show_page(self._page)

    def _follow(self, link: QUrl) -> None:
        if link.fileName().endswith(".md"):
            self.page_requested.emit(link.fileName().removesuffix(".md"))
        else:
            QDesktopServices.openUrl(link)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        path = manual_folder() / QUrl(name).fileName()
        if kind != QTextDocument.ResourceType.ImageResource.value or not path.is_file():
            return super().loadResource(kind, QUrl(name))
        image, room = QImage(str(path)), self.width() - 2 * MARGIN - BAR
        ratio = self.devicePixelRatioF()
        if image.width() > room * ratio:
            image = image.scaledToWidth(round(room * ratio), Qt.TransformationMode.SmoothTransformation)
        image.setDevicePixelRatio(ratio)
        return image


def _set(block: QTextBlock) -> None:
    """Gives a paragraph its space, and a heading its size."""
    cursor, form = QTextCursor(block), block.blockFormat()
    level = form.headingLevel()
    form.setTopMargin(ABOVE_HEADING if level > 1 else 0)
    form.setBottomMargin(4 if block.textList() else SPACE)
    if PICTURE in block.text():
        form.setBottomMargin(2 * SPACE)
    else:
        form.setLineHeight(LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor.setBlockFormat(form)
    if level:
        type_ = QTextCharFormat()
        type_.setProperty(QTextCharFormat.Property.FontPixelSize.value, SIZES.get(level, SIZES[3]))
        type_.setFontWeight(QFont.Weight.DemiBold)
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        cursor.setCharFormat(type_)  # and not merged, for Markdown's own adjustment of the size would win


class Manual(QWidget):
    def __init__(self, topic: str) -> None:
        super().__init__()
        self._pages = manual()
        self.search = SearchField("Zoek in de handleiding", "Zoek in de handleiding")
        self.list = QListWidget()
        self.list.setProperty("look", "list")
        self.list.setAccessibleName("Hoofdstukken")
        self.list.setWordWrap(True)
        self.hint = Hint("Hierover staat niets in de handleiding. Probeer een ander woord.")
        self.reading = Reading()
        side = column(margins=(16, 16, 12, 12), gap=10)
        side.addWidget(text("Handleiding", "title"))
        for part in (self.search, self.hint):
            side.addWidget(part)
        side.addWidget(self.list, 1000)
        side.addStretch(1)
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
        self.reading.page_requested.connect(self.go_to)
        self._fill(self._pages, about(self._pages, topic))

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT)

    def go_to(self, name: str) -> None:
        """A page by its name."""
        self.search.clear()
        self._fill(self._pages, next((page for page in self._pages if page.name == name), None))

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
            self.reading.show_page(page)
            self._light()

    def _light(self) -> None:
        """The first of the words that were looked for is selected."""
        if words := self.search.text().strip():
            self.reading.find(words)
