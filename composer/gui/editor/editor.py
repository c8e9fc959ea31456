"""The heart of the window: the letter on its paper, with its tools above it."""

from PySide6.QtCore import QMimeData, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from composer.gui.actions import ActionSpec
from composer.gui.editor import painting
from composer.gui.editor.bar import HEIGHT, Bar
from composer.gui.editor.clips import Clips
from composer.gui.editor.commands import GO, LAYOUT, Commands
from composer.gui.editor.fields import Fields
from composer.gui.editor.formatting import Formatting
from composer.gui.editor.gaps import Gaps
from composer.gui.editor.insertion import Insertion
from composer.gui.editor.keys import Keys
from composer.gui.editor.menus import Menus
from composer.gui.editor.navigation import Navigation
from composer.gui.editor.page import Page
from composer.gui.editor.pieces import Pieces
from composer.gui.editor.positions import set_cursor
from composer.gui.editor.tables import Tables
from composer.gui.notices import NoticeAction, Notices, announce
from composer.gui.popover import paint_shadow
from composer.gui.session import Session
from composer.gui.theme import Theme
from composer.gui.timing import single_shot

TOP = 16
"""Ground above the paper."""
TOOLS_DELAY = 30
"""Milliseconds after the last key before the tools show what holds at the cursor."""
NARROWEST = 520
"""In less the tools would not fit."""


class LetterEditor(QWidget):
    """Follows the session and changes its letter; what it shows of a piece is what the page will have."""

    piece_selected = Signal(str)
    """The cursor came to another piece; "" when it is in none."""
    fact_hovered = Signal(str, QPoint)
    """A fact under the mouse and where on the screen; "" when the mouse has left it."""
    gap_activated = Signal(str)
    """The path of a value that is asked for and is no field of the letter."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.theme = theme
        self.fields = Fields(session, theme)
        self.page = Page(session, theme, self.fields)
        self.writing = self.page.writing
        self.formatting = Formatting(self.page)
        self.tables = Tables(self.formatting)
        self.pieces = Pieces(self.page)
        self.insertion = Insertion(self.formatting)
        self.gaps = Gaps(self.page, self.fields)
        self.navigation = Navigation(self.page, self.fields)
        self.keys = Keys(self.page, self.formatting, self.tables, self.actions)
        self.clips = Clips(self.page, self.keys.typist.may_type)
        self.notices = Notices(self)
        self._specs = self._actions(Commands(self.formatting, self.tables, self.pieces))
        self.menus = Menus(self.page, self._specs)
        self.bar = Bar(self._specs, theme)
        self.page.setParent(self)
        self.bar.setParent(self)
        self._behind, self._opened = False, True
        self._tools = single_shot(self, TOOLS_DELAY, self.bar.refresh)
        self.setFocusProxy(self.page)
        self.setMinimumWidth(NARROWEST)
        self._connect()
        self.set_theme(theme)
        self._follow()

    def _connect(self) -> None:
        self.page.on_key, self.page.on_input = self._key, self._input
        self.page.on_paste, self.page.on_copy, self.page.on_menu = self._take, self.clips.copied, self.menus.open_at
        self.keys.next_gap, self.keys.choose_gap = self.gaps.step, self._choose_gap
        self.page.piece_selected.connect(self.piece_selected)
        self.page.fact_hovered.connect(self.fact_hovered)
        self.page.gap_chosen.connect(self._choose_gap)
        self.page.snippet_dropped.connect(self.insert_snippet)
        self.page.cursorPositionChanged.connect(self._tools.start)
        self.page.currentCharFormatChanged.connect(self._tools.start)
        self.page.verticalScrollBar().valueChanged.connect(self.bar.set_offset)
        self.page.arranged.connect(self._place_bar)
        self.fields.gap_chosen.connect(self._choose_gap)
        self.fields.passed.connect(self._pass_focus)
        self.fields.hindered.connect(self._tell)
        self.fields.resized.connect(self.page.arrange)
        self.writing.told.connect(self._tools.start)
        self.writing.hindered.connect(self._tell)
        self.session.letter_opened.connect(self._open)
        self.session.letter_changed.connect(self._changed)
        self.session.reviewed.connect(self._follow)

    def _open(self) -> None:
        """Another letter: from its top."""
        self._opened = True

    def _changed(self) -> None:
        """Something other than this page changed the letter; what is typed next must not undo that."""
        self._behind = self._behind or not self.writing.working

    def _follow(self) -> None:
        """The page as the session's letter is now."""
        self._behind = False
        if self.session.review is None:
            return
        self.writing.rebuild() if self._opened else self.writing.refresh()
        if self.writing.sheet is not None:
            self.fields.show_sheet(self.writing.sheet)
        if self._opened:
            self._opened = self.page.touched = False
            set_cursor(self.page, self.navigation.first_place())
            self.page.verticalScrollBar().setValue(0)
            self.page.arrange()
        self.page.tell_piece()
        self._tools.start()

    def catch_up(self) -> None:
        """Nothing is typed on a page that is behind."""
        if self._behind:
            self.session.review_now()

    def _key(self, event: QKeyEvent) -> bool:
        self.catch_up()
        return self.keys.press(event)

    def _input(self) -> bool:
        self.catch_up()
        return self.keys.typist.may_type()

    def _pass_focus(self, forward: bool) -> None:
        """From the last field to the words, from the first to the tools."""
        usable = [button for button in self.bar.buttons.values() if button.isEnabled()]
        target = self.page if forward or not usable else usable[-1]
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _tell(self, words: str) -> None:
        """Why something cannot be done, with what can."""
        part = self.pieces.current()
        steps: list[NoticeAction] = []
        if part is not None and part.hindrance == words and self.pieces.why_none() is None:
            if (gap := self.gaps.first_in(part)) is not None:
                steps.append(NoticeAction("Vul in", lambda: self._choose_gap(gap)))
            steps.append(NoticeAction("Toon bron", self.pieces.show_source))
        if words:
            self.notices.tell(words, *steps)

    def _choose_gap(self, path: str) -> None:
        """Asks for what is missing: in the field block when it is a field, else by whoever listens."""
        if not self.fields.go_to(path):
            self.gap_activated.emit(path)

    def _actions(self, commands: Commands) -> tuple[ActionSpec, ...]:
        stop, nothing, into = self.formatting.why_not, self.clips.why_not_selected, self.insertion
        space = self.keys.typist.fixed_space
        return (
            *commands.layout(),
            ActionSpec("tabel", "Voeg een tabel in", self._table, "Ctrl+Shift+T", LAYOUT, stop),
            *commands.in_tables(),
            ActionSpec("link", "Maak een link", into.link, "Ctrl+L", LAYOUT, stop),
            ActionSpec("vaste-spatie", "Voeg een vaste spatie in", space, "Ctrl+Shift+Space", LAYOUT, stop),
            ActionSpec("bron-aanhalen", "Haal een bron aan", into.cite, "Ctrl+Shift+B", LAYOUT, stop),
            ActionSpec("knippen", "Knip", self.keys.cut, "", LAYOUT, nothing),
            ActionSpec("kopieren", "Kopieer", self.page.copy, "", LAYOUT, nothing),
            ActionSpec("plakken", "Plak", lambda: self._paste(plain=False), "", LAYOUT, stop),
            ActionSpec("plakken-als-tekst", "Plak zonder opmaak", lambda: self._paste(plain=True), "Ctrl+Shift+V", LAYOUT, stop),
            *commands.on_pieces(),
            ActionSpec("volgend-gat", "Ga naar het volgende open veld", self.next_gap, "F8", GO),
            ActionSpec("vorig-gat", "Ga naar het vorige open veld", self.previous_gap, "Shift+F8", GO),
        )  # fmt: skip

    def _table(self) -> None:
        """A new table; in a table what can be done with it."""
        if self.tables.at_cursor() is None:
            self.tables.insert()
        else:
            self.menus.open_for_table()

    def _paste(self, *, plain: bool) -> None:
        self._take(QGuiApplication.clipboard().mimeData() or QMimeData(), plain=plain)

    def _take(self, data: QMimeData, *, plain: bool = False) -> None:
        """What is pasted, or dropped from another program."""
        self.catch_up()
        (self.clips.paste_plain if plain else self.clips.paste)(data)

    def actions(self) -> tuple[ActionSpec, ...]:  # pyright: ignore[reportIncompatibleMethodOverride]
        """What can be done in the letter; their keys work here without a menu too."""
        return self._specs

    def insert_snippet(self, snippet_id: str) -> None:
        """A passage behind the piece at the cursor, else at the end of the section that fits its subject."""
        self.catch_up()
        self.navigation.insert_snippet(snippet_id)

    def go_to_piece(self, piece_id: str) -> None:
        self.catch_up()
        self.navigation.go_to(f"stuk:{piece_id}")

    def go_to_section(self, section_id: str) -> None:
        """To the first place below its heading."""
        self.catch_up()
        self.navigation.go_to_section(section_id)

    def go_to_field(self, name: str) -> None:
        """By its name, with or without veld. before it."""
        self.navigation.go_to_field(name if "." in name else f"veld.{name}")

    def next_gap(self) -> None:
        self._step(forward=True)

    def previous_gap(self) -> None:
        self._step(forward=False)

    def _step(self, *, forward: bool) -> None:
        self.catch_up()
        if not self.gaps.step(forward):
            announce(self, "Er is niets meer in te vullen.")

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.bar.set_theme(theme)
        self.fields.set_theme(theme)
        self.page.set_look(theme)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(painting.PAPER + 80, 720)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.page.setGeometry(0, TOP + HEIGHT, self.width(), self.height() - TOP - HEIGHT)
        self._place_bar()

    def _place_bar(self) -> None:
        self.bar.setGeometry(painting.paper_left(self.page), TOP, painting.paper_width(self.page), HEIGHT)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self.theme.colour("background"))
        paper = QRectF(self.bar.geometry().adjusted(0, 0, 0, self.height()))
        paint_shadow(painter, paper, self.theme.colour("shadow"), painting.SHADOW)
        painter.end()
