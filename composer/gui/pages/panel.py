"""The tab with the real pages: they follow the letter, can be made larger, and lead back to the text."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from composer.gui.elements import Button, Hint, column, row, sign_button, text
from composer.gui.pages.renderer import PageRenderer, Pages
from composer.gui.pages.sheet import MARGIN, Sheets
from composer.gui.session import Session
from composer.gui.settings import PAGE_ZOOM, Settings
from composer.gui.theme import Theme
from composer.gui.timing import single_shot
from composer.work.following.accountability import accountability
from composer.work.writing.page_lookup import opening, origin_of

STEP, SMALLEST, LARGEST = 1.2, 0.3, 4.0
A4_WIDTH = 595.0
MOST_PAGES = 2
"""What a council reads: the meter is full at two pages."""
SETTLING = 80


class Meter(QWidget):
    """How much of two pages is filled, as a bar with words beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.length = 0.0
        self.setFixedSize(64, 8)
        self.setAccessibleName("Lengte van de brief")

    def show_length(self, length: float) -> None:
        self.length = length
        self.setAccessibleDescription(in_pages(length))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("line"))
        painter.drawRoundedRect(self.rect(), 4, 4)
        painter.setBrush(self.theme.colour("accent" if self.length <= MOST_PAGES else "notice"))
        share = min(self.length / MOST_PAGES, 1.0)
        painter.drawRoundedRect(0, 0, round(self.width() * share), self.height(), 4, 4)
        painter.end()


def in_pages(length: float) -> str:
    """1,4 van 2 A4"""
    return f"{length:.1f} van {MOST_PAGES} A4".replace(".", ",")


class PagePanel(QWidget):
    piece_clicked = Signal(str)
    length_measured = Signal(float)

    def __init__(self, session: Session, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self._session, self._settings = session, settings
        kept = settings.get(PAGE_ZOOM)
        self._wanted = max(min(kept, LARGEST), SMALLEST) if kept else 0.0
        self.renderer = PageRenderer(self, session.house_styles)
        self.sheets = Sheets(theme)
        self.meter = Meter(theme)
        self.length = text("", "small")
        self.hint = Hint("De bladzijden verschijnen hier zodra er een brief is.")
        self.scale = Button("Passend", "quiet", self.fit)
        self.accounts = sign_button("sources", "Verantwoordingsblad in plaats van de brief", self.follow)
        self.accounts.setCheckable(True)
        self._settling = single_shot(self, SETTLING, self._sharpen)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        self.area = QScrollArea()
        self.area.setWidget(self.sheets)
        self.area.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.area.setAccessibleName("Bladzijden")
        self.area.viewport().installEventFilter(self)
        tools = row(margins=(12, 6, 12, 6), gap=4)
        tools.addWidget(self.meter)
        tools.addSpacing(4)
        tools.addWidget(self.length, 1)
        tools.addWidget(self.accounts)
        tools.addWidget(sign_button("minus", "Bladzijde kleiner", lambda: self.zoom_by(1 / STEP)))
        tools.addWidget(self.scale)
        tools.addWidget(sign_button("plus", "Bladzijde groter", lambda: self.zoom_by(STEP)))
        layout = column(self, gap=0)
        layout.addLayout(tools)
        layout.addWidget(self.hint)
        layout.addWidget(self.area, 1)

    def _wire(self) -> None:
        self._session.reviewed.connect(self.follow)
        self._session.letter_opened.connect(lambda: self.area.verticalScrollBar().setValue(0))
        self.renderer.pages_made.connect(self._take)
        self.renderer.failed.connect(self._tell)
        self.renderer.words_found.connect(self._go)
        self.renderer.place_found.connect(self._scroll_to)
        self.sheets.place_clicked.connect(self.renderer.look_up)

    def set_theme(self, theme: Theme) -> None:
        self.sheets.theme = self.meter.theme = theme
        self.sheets.update()
        self.meter.update()

    @property
    def zoom(self) -> float:
        """Pixels for each point: what the user chose, else what fits the width."""
        room = self.area.width() - self.area.verticalScrollBar().sizeHint().width() - 2 * MARGIN
        return self._wanted or max(min(room / A4_WIDTH, LARGEST), SMALLEST)

    def follow(self) -> None:
        """The pages of the letter as it is now, or of what accounts for it."""
        session, review = self._session, self._session.review
        if review is None:
            return
        accounts = self.accounts.isChecked()
        document = accountability(review, session.library, session.today) if accounts else review.assembly.document
        self.renderer.show(document, session.library if accounts else session.rendering, self._sharpness())

    def show_accounts(self, shown: bool) -> None:
        """The accountability sheet in the place of the letter, or the letter again."""
        self.accounts.setChecked(shown)
        self.area.verticalScrollBar().setValue(0)
        self.follow()

    def _sharpness(self) -> float:
        return self.zoom * self.devicePixelRatioF()

    def _sharpen(self) -> None:
        if self.sheets.pages:
            self.renderer.show(None, self._session.rendering, self._sharpness())

    def _take(self, pages: Pages) -> None:
        self.hint.hide()
        self.sheets.show_pages(pages.pages, self.zoom)
        accounts = self.accounts.isChecked()
        self.meter.setHidden(accounts)
        self.length.setText("Niet voor de raad" if accounts else in_pages(pages.length))
        if not accounts:
            self.meter.show_length(pages.length)
            self.length_measured.emit(pages.length)

    def _tell(self, message: str) -> None:
        self.hint.tell(f"De bladzijden kunnen nu niet worden gemaakt: {message}")
        self.hint.show()

    def _go(self, page: int, words: str) -> None:
        review = self._session.review
        origin = origin_of(review.assembly.document, words) if review else None
        if origin is not None and origin.piece:
            self.piece_clicked.emit(origin.piece)

    def show_piece(self, piece: str) -> None:
        """Brings a piece of the letter into sight on its page."""
        review = self._session.review
        if review is not None and self.isVisible():
            self.renderer.find(opening(review.assembly.document, piece))

    def _scroll_to(self, page: int, points: float) -> None:
        y = self.sheets.y_of(page, points)
        self.area.ensureVisible(self.sheets.width() // 2, y, 0, self.area.viewport().height() // 4)

    def zoom_by(self, factor: float) -> None:
        self._set_zoom(max(min(self.zoom * factor, LARGEST), SMALLEST))

    def fit(self) -> None:
        """As wide as the panel."""
        self._set_zoom(0.0)

    def _set_zoom(self, wanted: float) -> None:
        self._wanted = wanted
        self._settings.put(PAGE_ZOOM, wanted)
        self.scale.setText(f"{round(wanted * 100 / 1.333)}%" if wanted else "Passend")
        self._stretch()

    def _stretch(self) -> None:
        self.sheets.show_pages(self.sheets.pages, self.zoom)
        self._settling.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._wanted:
            self._stretch()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl and the wheel make the page larger or smaller."""
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(STEP if event.angleDelta().y() > 0 else 1 / STEP)
            return True
        return False

    def close_renderer(self) -> None:
        self.renderer.close()
