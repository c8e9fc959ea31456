"""The desk: the panels around the letter, and how they lead to each other."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from composer.gui.attachments.panel import AttachmentPanel
from composer.gui.desk.columns import Columns
from composer.gui.desk.side import SidePanel, Tab
from composer.gui.dialogs import Dialogs
from composer.gui.editor.editor import LetterEditor
from composer.gui.elements import column
from composer.gui.findings.actions import FindingActions
from composer.gui.findings.panel import FindingPanel
from composer.gui.notices import Notices
from composer.gui.pages.panel import PagePanel
from composer.gui.passages.panel import PassagePanel
from composer.gui.questions import QuestionPanel
from composer.gui.session import Session
from composer.gui.settings import Settings
from composer.gui.sources.at_cursor import fact_at_cursor
from composer.gui.sources.panel import SourcePanel
from composer.gui.sources.showing import FactShowing
from composer.gui.status_bar import StatusBar
from composer.gui.theme import Theme
from composer.gui.timeline.panel import TimelinePanel
from composer.work.writing.availability import replaced
from composer.work.writing.choices import with_reference_date

LOW, LOW_TIMELINE = 620, 132
"""Pixels of the desk's height below which the timeline gets no higher than so much."""
PAGE, SOURCES, FINDINGS, ATTACHMENTS, QUESTIONS = "pagina", "bronnen", "controle", "bijlagen", "vragen"


class Desk(QWidget):
    layout_changed = Signal()
    """A panel was shown, folded or hidden."""
    profile_changed = Signal()

    def __init__(
        self, session: Session, settings: Settings, theme: Theme, notices: Notices, dialogs: Dialogs, layer: Path
    ) -> None:
        super().__init__()
        self._session, self._notices = session, notices
        host = notices.host
        self.passages = PassagePanel(session, theme, host)
        self.editor = LetterEditor(session, theme, self)
        self.pages = PagePanel(session, settings, theme)
        self.sources = SourcePanel(session, theme)
        self.findings = FindingPanel(session)
        self.attachments = AttachmentPanel(session)
        self.questions = QuestionPanel(session)
        self.timeline = TimelinePanel(session, theme)
        self.status = StatusBar(session)
        self.doing = FindingActions(session, host, notices, layer)
        self.facts = FactShowing(session, settings, theme, notices, dialogs, layer)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        library = Tab("tekstblokken", "Tekstblokken", "library", self.passages)
        tabs = (
            Tab(PAGE, "Pagina", "page", self.pages),
            Tab(SOURCES, "Bronnen", "sources", self.sources),
            Tab(FINDINGS, "Controle", "remarks", self.findings),
            Tab(ATTACHMENTS, "Bijlagen", "attachment", self.attachments),
            Tab(QUESTIONS, "Vragen", "question", self.questions, "Vragen van de raad"),
        )
        self.left = SidePanel("Tekstblokken", (library,), at_right=False)
        self.right = SidePanel("Pagina, bronnen en controle", tabs, at_right=True)
        self.columns = Columns(self.left, self.editor, self.right)
        self.rows = QSplitter(Qt.Orientation.Vertical)
        self.rows.addWidget(self.columns)
        self.rows.addWidget(self.timeline)
        self.rows.setChildrenCollapsible(False)
        self.rows.setHandleWidth(1)
        self.rows.setStretchFactor(0, 1)
        self.rows.setStretchFactor(1, 0)
        layout = column(self, gap=0)
        layout.addWidget(self.rows, 1)
        layout.addWidget(self.status)

    def _wire(self) -> None:
        self._wire_passages()
        self._wire_right()
        self._wire_findings()
        self.editor.fact_hovered.connect(self.facts.hover)
        self.editor.gap_activated.connect(self.doing.ask)
        self.editor.piece_selected.connect(self.pages.show_piece)
        self.timeline.fold_requested.connect(lambda: self.show_timeline(False))
        self.timeline.outdated.piece_requested.connect(self.editor.go_to_piece)
        self.timeline.outdated.other_requested.connect(self.replace)
        self.status.gaps_requested.connect(self.editor.next_gap)
        self.status.sources_requested.connect(lambda: self.right.show_tab(SOURCES))
        self.columns.folding_changed.connect(self.layout_changed)

    def _wire_passages(self) -> None:
        self.passages.chosen.connect(self.editor.insert_snippet)
        self.passages.replacement_chosen.connect(self._replace)
        self.passages.refused.connect(self._notices.tell)
        self.passages.day_requested.connect(self.set_reference_date)

    def _wire_right(self) -> None:
        self.pages.piece_clicked.connect(self.editor.go_to_piece)
        self.pages.length_measured.connect(self.status.show_length)
        self.sources.piece_requested.connect(self.editor.go_to_piece)
        self.sources.place_requested.connect(self.facts.show_place)
        self.facts.source_requested.connect(self.show_fact)
        self.questions.piece_requested.connect(self.editor.go_to_piece)
        self.questions.place_requested.connect(self.facts.show_place)
        self.questions.told.connect(self._notices.tell)
        self.findings.counted.connect(partial(self.right.set_count, FINDINGS))

    def _wire_findings(self) -> None:
        self.findings.action_requested.connect(self.doing.do)
        self.doing.field_requested.connect(self.editor.go_to_field)
        self.doing.piece_requested.connect(self.editor.go_to_piece)
        self.doing.section_requested.connect(self.editor.go_to_section)
        self.doing.replacement_requested.connect(self.replace)
        self.doing.fact_requested.connect(self.show_fact)
        self.doing.attachments_requested.connect(lambda: self.right.show_tab(ATTACHMENTS))
        self.doing.profile_changed.connect(self.profile_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the timeline gives way to the letter."""
        super().resizeEvent(event)
        low = event.size().height() < LOW
        if low != (self.timeline.maximumHeight() == LOW_TIMELINE):
            self.timeline.setMaximumHeight(LOW_TIMELINE if low else 16_777_215)
            self.rows.setSizes([event.size().height(), LOW_TIMELINE if low else self.timeline.sizeHint().height()])

    def set_theme(self, theme: Theme) -> None:
        for part in (self.passages, self.editor, self.pages, self.sources, self.timeline, self.facts):
            part.set_theme(theme)

    def set_reference_date(self, day: date) -> None:
        if letter := self._session.changeable():
            self._session.change(with_reference_date(letter, day), "peildatum verzetten")

    def replace(self, piece: str) -> None:
        """Lets the user choose another passage in the place of a piece."""
        self.columns.want(self.left, True)
        self.passages.replace(piece)

    def _replace(self, piece: str, snippet: str) -> None:
        if (letter := self._session.changeable()) and letter.piece(piece):
            self._session.change(replaced(letter, piece, snippet), "tekstblok vervangen")
            self.editor.go_to_piece(piece)

    def show_fact(self, fact: str) -> None:
        """The fact among the sources, or its place when the letter does not cite it."""
        self.right.show_tab(SOURCES)
        if not self.sources.show_fact(fact):
            self.facts.show_place(fact)

    def show_fact_here(self) -> None:
        """What the words at the cursor rest on, as a card at their mark."""
        if (found := fact_at_cursor(self.editor)) is not None:
            self.facts.show_card(*found)

    def why_no_fact_here(self) -> str | None:
        return None if fact_at_cursor(self.editor) else "Zet de cursor in een alinea die een bron aanhaalt"

    def show_accounts(self, shown: bool) -> None:
        """The accountability sheet among the pages, or the letter again."""
        self.right.show_tab(PAGE)
        self.pages.show_accounts(shown)

    def show_timeline(self, shown: bool) -> None:
        self.timeline.setVisible(shown)
        self.layout_changed.emit()

    def left_shown(self) -> bool:
        return not self.left.folded

    def right_shown(self) -> bool:
        return not self.right.folded

    def timeline_shown(self) -> bool:
        return not self.timeline.isHidden()

    def toggle_left(self) -> None:
        self.columns.want(self.left, self.left.folded)

    def toggle_right(self) -> None:
        self.columns.want(self.right, self.right.folded)

    def toggle_timeline(self) -> None:
        self.show_timeline(self.timeline.isHidden())

    def search_passages(self) -> None:
        """To the search field, with what was typed there selected."""
        self.columns.want(self.left, True)
        self.passages.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.passages.search.selectAll()

    def places(self) -> list[QWidget]:
        """The panels that F6 goes through."""
        timeline = [self.timeline.view] if self.timeline.isVisible() else []
        return [self.left, self.editor, self.right, *timeline]

    def go_to_place(self, step: int) -> None:
        """The keyboard goes to the next panel, or with -1 to the one before."""
        places = self.places()
        focused = self.window().focusWidget()
        at = next(
            (n for n, place in enumerate(places) if focused and (place is focused or place.isAncestorOf(focused))), -1
        )
        target = places[(at + step) % len(places)] if at >= 0 else places[1]
        target.focus() if isinstance(target, SidePanel) else target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def topic(self) -> str:
        """What the panel with the keyboard is about, in the words of the manual."""
        focused = self.window().focusWidget()
        return next((topic for place, topic in self._topics() if focused and place.isAncestorOf(focused)), "brief")

    def _topics(self) -> tuple[tuple[QWidget, str], ...]:
        return (
            (self.left, "tekstblok"),
            (self.pages, "pagina"),
            (self.sources, "bron"),
            (self.findings, "controle"),
            (self.attachments, "bijlage"),
            (self.questions, "vragen van de raad"),
            (self.timeline, "peildatum"),
        )

    def close_down(self) -> None:
        """Ends what works beside the window."""
        self.pages.close_renderer()
        self.passages.close_down()
