"""Reviewing: what waits, the change in running text, what it rests on and how it reads, and the verdict."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView, QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from composer.domain.dutch import as_sentence
from composer.domain.errors import ComposerError
from composer.domain.fact import Fact
from composer.gui.editorial.change_view import ChangeView
from composer.gui.editorial.decision_bar import DecisionBar
from composer.gui.editorial.queue_list import Queued, QueueDelegate, about, queue_model
from composer.gui.editorial.remarks_panel import RemarksPanel
from composer.gui.elements import Hint, clear, column, ground, row, scrolled, surface, text
from composer.gui.forms.context import LibraryContext
from composer.gui.forms.readings import ReadingsPanel
from composer.gui.forms.template_paths_panel import PathsPanel
from composer.gui.theme import Theme
from composer.library.library import Library
from composer.work.editorial.inventory import NamedLayer
from composer.work.editorial.review_case import Case, case
from composer.work.editorial.reviewing import Waiting, queue

EMPTY = "Er wacht niets op een oordeel. Wat collega’s aanbieden, verschijnt hier vanzelf."
VIEWS = ("Wijziging", "In drie gemeenten")


class ReviewPanel(QWidget):
    counted = Signal(int)
    paper_requested = Signal(object)
    """The reading that is to be seen on paper."""

    def __init__(self, context: LibraryContext) -> None:
        super().__init__()
        self.context = context
        self.case: Case | None = None
        ground(self, "background")
        self.model = queue_model(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(QueueDelegate(context.theme(), self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName("Wat op een oordeel wacht")
        self.hint = Hint(EMPTY)
        self.change = ChangeView(context.theme())
        self.readings, self.paths = ReadingsPanel(self.paper_requested.emit), PathsPanel()
        self.remarks = RemarksPanel()
        self.decision = DecisionBar()
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(self._show)
        self.change.selectionChanged.connect(self._say_about)
        self.remarks.asked.connect(self._show_words)

    def _lay_out(self) -> None:
        left = QWidget()
        ground(left, "panel")
        waiting = column(left, margins=(8, 14, 8, 8), gap=6)
        waiting.addWidget(self.list, 1)
        left.setMinimumWidth(220)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        for part in (left, self._middle(), self._side()):
            split.addWidget(part)
        split.setStretchFactor(1, 1)
        split.setSizes([280, 700, 380])
        column(self).addWidget(split)
        self.setFocusProxy(self.list)

    def _middle(self) -> QWidget:
        self.views = QTabBar()
        self.views.setExpanding(False)
        self.views.setDrawBase(False)
        self.views.setAccessibleName("Hoe u de tekst ziet")
        for name in VIEWS:
            self.views.addTab(name)
        self.stack = QStackedWidget()
        for part in (self.change, self.readings, self.paths):
            self.stack.addWidget(part)
        self.views.currentChanged.connect(self._show_view)
        self.title, self.about = text("", "title", wrap=True), text("", "secondary", wrap=True)
        self.head: QVBoxLayout = column(gap=2)
        holder = QWidget()
        ground(holder, "background")
        layout = column(holder, gap=0)
        upper = column(margins=(24, 18, 24, 4), gap=4)
        for part in (self.hint, self.title, self.about):
            upper.addWidget(part)
        upper.addLayout(self.head)
        upper.addWidget(self.views)
        layout.addLayout(upper)
        body = row(margins=(24, 8, 24, 12))
        body.addWidget(self.stack, 1)
        layout.addLayout(body, 1)
        layout.addStretch(0)
        layout.addWidget(self.decision)
        holder.setMinimumWidth(420)
        return holder

    def _side(self) -> QWidget:
        inside = QWidget()
        inside.setProperty("surface", "panel")
        layout = column(inside, margins=(16, 18, 14, 16), gap=10)
        layout.addWidget(text("Waar de tekst op steunt", "heading"))
        self.facts: QVBoxLayout = column(gap=8)
        layout.addLayout(self.facts)
        layout.addSpacing(10)
        layout.addWidget(self.remarks)
        layout.addStretch(1)
        area = scrolled(inside, "Feiten, bronnen en opmerkingen", across=False)
        area.setMinimumWidth(280)
        self._side_area = area
        return area

    def set_theme(self, theme: Theme) -> None:
        delegate = self.list.itemDelegate()
        if isinstance(delegate, QueueDelegate):
            delegate.theme = theme
        self.change.set_theme(theme)

    def refresh(self) -> None:
        """What waits now; the same one stays chosen."""
        before = self.selected()
        rows = self.count()
        self.model.show(rows)
        self.hint.setVisible(not rows)
        kept = (n for n, (_, waiting) in enumerate(rows) if before and waiting.item == before[1].item)
        self._select(next(kept, 0))

    def count(self) -> tuple[Queued, ...]:
        """What waits on every shelf that can be written in, counted on the tab."""
        layers = [layer for layer in self.context.writable() if layer.folder.is_dir()]
        rows = tuple((layer, held) for layer in layers for held in queue(self.context.library, layer.layer).waiting)
        self.counted.emit(len(rows))
        return rows

    def _select(self, at: int) -> None:
        index = self.model.index(at)
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._show(index)

    def selected(self) -> Queued | None:
        return self.model.row(self.list.currentIndex())

    def _show(self, index: QModelIndex) -> None:
        found = self.model.row(index)
        try:
            self.case = self._case(*found) if found else None
        except ComposerError as error:
            self.case = None
            self.context.notices.tell(as_sentence(error.message))
        self._fill(self.case, found[1] if found else None)

    def _case(self, layer: NamedLayer, waiting: Waiting) -> Case:
        other = waiting.beside[-1].revision.text if waiting.reason == "naast-elkaar" else None
        return case(waiting.item, self.context.library, self.context.workspace(layer), other)

    def _fill(self, shown: Case | None, waiting: Waiting | None) -> None:
        library = self.context.library
        for part in (self.title, self.about, self.views, self.stack, self._side_area):
            part.setVisible(shown is not None)
        self.title.setText(shown.title if shown else "")
        why = shown.last.why if shown and shown.last else ""
        self.about.setText("\n".join(part for part in (about(waiting) if waiting else "", why) if part))
        self._show_head(shown)
        self.change.show_change(shown.change(library) if shown else (), shown.remarks if shown else ())
        self._show_facts(shown, library)
        self.remarks.show_remarks(shown.remarks if shown else ())
        self._say_about()
        self.decision.show_case(shown, waiting.reason if waiting else "")
        self._show_readings(shown)

    def _show_head(self, shown: Case | None) -> None:
        clear(self.head)
        for name, before, after in shown.head if shown else ():
            words = f"{name.capitalize()}: {before} → {after}" if before else f"{name.capitalize()}: {after}"
            self.head.addWidget(text(words, "small", wrap=True))

    def _show_facts(self, shown: Case | None, library: Library) -> None:
        clear(self.facts)
        facts = shown.facts if shown else ()
        for fact in facts:
            self.facts.addWidget(_fact_card(fact, library, self.context))
        if shown and not facts:
            self.facts.addWidget(text("Deze tekst haalt geen feiten aan.", "secondary", wrap=True))

    def _show_readings(self, shown: Case | None) -> None:
        """Only for texts: a fact reads the same everywhere."""
        snippet, template = (shown.snippet(), shown.template()) if shown else (None, None)
        self.views.setTabVisible(1, snippet is not None or template is not None)
        self.views.setTabText(1, "Alle wegen" if template else VIEWS[1])
        self.views.setCurrentIndex(0)
        self._show_view(0)
        if snippet is not None:
            self.readings.show_snippet(snippet, self.context.library, self.context.session.today)
        if template is not None:
            self.paths.show_template(template, self.context.library)

    def _show_view(self, at: int) -> None:
        template = self.case is not None and self.case.item.kind == "sjablonen"
        self.stack.setCurrentWidget(self.change if at == 0 else self.paths if template else self.readings)

    def _say_about(self) -> None:
        chosen = self.change.selection()
        self.remarks.say_about(self.case.after[slice(*chosen)] if chosen and self.case else "")

    def _show_words(self, placed: object) -> None:
        self.views.setCurrentIndex(0)
        found = next((p for p in self.case.remarks if p is placed), None) if self.case else None
        if found is not None:
            self.change.go_to(found)

    def close_down(self) -> None:
        self.readings.close_down()
        self.paths.close_down()


def _fact_card(fact: Fact, library: Library, context: LibraryContext) -> QWidget:
    """What it says, whether it holds today, and where that stands."""
    card = surface("card")
    layout = column(card, margins=(12, 10, 12, 10), gap=4)
    layout.addWidget(text(fact.statement, "", wrap=True))
    held = library.chronology.standing(fact, context.session.today)
    words = "Geldt vandaag" if held.usable else as_sentence(held.reason)
    layout.addWidget(text(words, "good" if held.usable else "notice", wrap=True))
    for place in fact.evidence:
        source = library.sources.get(place.source)
        where = place.place.written()
        named = source.title if source else place.source
        layout.addWidget(text(f"{named}{f', {where}' if where else ''}", "small", wrap=True))
    return card
