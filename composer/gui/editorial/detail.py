"""One thing of the library: what it says, what it rests on, and what can be done about it."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from composer.assemble.references import dated
from composer.domain.dutch import capitalised
from composer.domain.fact import Fact, FactSeries
from composer.domain.source import Source
from composer.domain.values import written
from composer.gui.editorial.model import STATUS, beneath
from composer.gui.elements import Button, Hint, clear, column, ground, line, row, scrolled, set_kind, text
from composer.gui.flow import FlowLayout
from composer.gui.forms.context import LibraryContext
from composer.library.library import Library
from composer.work.editorial.inventory import Entry
from composer.work.editorial.series_rows import RowReader
from composer.work.libraries import standing

Line = tuple[str, str]
"""Words with the role in which they are shown."""
EDIT, OWN = "Wijzig", "Maak een eigen versie"
FIRST: dict[str, str] = {
    "tekstblokken": OWN,
    "sjablonen": OWN,
    "feiten": "Verbeter met een nieuw feit",
    "reeksen": "Verbeter met een nieuwe reeks",
    "bronnen": "Nieuwe bron naar dit voorbeeld",
    "gemeenten": "Vul aan",
    "regios": "Vul aan",
    "huisstijlen": "Maak een eigen huisstijl hiervan",
}
"""What can be done with what was shipped: texts are replaced, facts corrected, profiles completed."""

WIDEST = 820
"""Pixels of what is read; longer lines are lost on the way back."""
MOST_ROWS = 12
"""Of a series that are shown."""


class DetailPanel(QWidget):
    edit_requested = Signal(object)
    offer_requested = Signal(object)
    withdraw_requested = Signal(object)
    history_requested = Signal(object)
    uses_requested = Signal(object)

    def __init__(self, context: LibraryContext) -> None:
        super().__init__()
        self.context = context
        ground(self, "background")
        self.setMinimumWidth(320)
        self.entry: Entry | None = None
        inside = QWidget()
        inside.setProperty("surface", "background")
        reading = QWidget()
        reading.setMaximumWidth(WIDEST)
        self._body = column(reading, margins=(28, 24, 28, 16), gap=8)
        beside = row(inside, gap=0)
        beside.addWidget(reading, 1000)
        beside.addStretch(1)
        self._area = scrolled(inside, "Wat er staat")
        foot = QWidget()
        ground(foot, "panel")
        self._tools = FlowLayout(8)
        holder = row(foot, margins=(28, 10, 28, 10))
        holder.addLayout(self._tools, 1)
        layout = column(self, gap=0)
        layout.addWidget(self._area, 1)
        layout.addWidget(line())
        layout.addWidget(foot)
        self._foot = foot

    def show_entry(self, entry: Entry | None) -> None:
        self.entry = entry
        clear(self._body)
        while (item := self._tools.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._foot.setVisible(entry is not None)
        if entry is None:
            self._body.addWidget(Hint("Kies links iets om te zien wat er staat."))
        else:
            self._fill(entry)
        self._body.addStretch(1)
        self._area.verticalScrollBar().setValue(0)

    def _fill(self, entry: Entry) -> None:
        holder = QWidget()
        head = row(holder, gap=8)
        head.addWidget(text(beneath(entry), "small"), 1)
        if entry.status in STATUS:
            words, role = STATUS[entry.status]
            chip = text(words, "chip")
            set_kind(chip, role)
            head.addWidget(chip)
        self._body.addWidget(holder)
        self._body.addWidget(text(entry.title, "title", wrap=True))
        for words, role in lines(entry, self.context):
            label = text(words, role, wrap=True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setAccessibleName(words)
            self._body.addWidget(label)
        for button in self._buttons(entry):
            self._tools.addWidget(button)

    def first_words(self, entry: Entry) -> str:
        """What the first button says: what can be done with it on its shelf."""
        if entry.layer.writable:
            return EDIT
        return FIRST["reeksen" if entry.id in self.context.library.series else entry.kind]

    def do_first(self, entry: Entry) -> None:
        if self.first_words(entry):
            self.edit_requested.emit(entry)

    def _buttons(self, entry: Entry) -> Iterator[Button]:
        if words := self.first_words(entry):
            yield Button(words, "primary", lambda: self.edit_requested.emit(entry))
        if entry.item is not None and entry.layer.writable:
            if entry.status in ("concept", ""):
                yield Button("Bied aan ter beoordeling", "", lambda: self.offer_requested.emit(entry))
            yield Button("Geschiedenis", "", lambda: self.history_requested.emit(entry))
        if (item := entry.item) is not None and entry.kind != "huisstijlen":
            yield Button("Waar gebruikt", "", lambda: self.uses_requested.emit(item))
        if entry.layer.writable and entry.status in ("concept", "vastgesteld"):
            yield Button("Trek in", "", lambda: self.withdraw_requested.emit(entry))


def lines(entry: Entry, context: LibraryContext) -> Iterator[Line]:
    """What there is to read about it."""
    library = context.library
    match entry.kind:
        case "tekstblokken":
            yield from _of_passage(entry, context)
        case "feiten" if entry.id in library.facts:
            yield from _of_fact(library.facts[entry.id], context)
        case "feiten":
            yield from _of_series(library.series[entry.id], entry, context)
        case "bronnen":
            yield from _of_source(library.sources[entry.id], context)
        case "sjablonen":
            template = library.templates[entry.id]
            yield entry.about, ""
            yield "Velden", "caption"
            yield ", ".join(field.label for field in template.fields) or "geen", "secondary"
            yield "Onderdelen", "caption"
            yield ", ".join(section.heading or section.id for section in template.sections) or "geen", "secondary"
        case _:
            yield entry.about, ""


VERDICTS = {
    "geldig": ("Kan vandaag worden gebruikt", "good"),
    "nog-niet": ("Geldt nog niet", "notice"),
    "niet-meer": ("Geldt niet meer", "wrong"),
    "onzeker": ("Of het vandaag geldt, is onzeker", "notice"),
}


def _of_passage(entry: Entry, context: LibraryContext) -> Iterator[Line]:
    library = context.library
    yield VERDICTS[standing(library.snippets[entry.id], library, context.session.today).verdict]
    yield entry.about, ""
    facts = [library.facts[name] for name in library.snippets[entry.id].cited() if name in library.facts]
    if facts:
        yield "Steunt op", "caption"
    for fact in facts:
        sources = {library.sources[p.source].title for p in fact.evidence if p.source in library.sources}
        yield f"{fact.statement} ({'; '.join(sorted(sources))})", "secondary"


def _of_fact(fact: Fact, context: LibraryContext) -> Iterator[Line]:
    library = context.library
    held = library.chronology.standing(fact, context.session.today)
    yield capitalised(held.reason) or "Geldt vandaag", "good" if held.usable else "notice"
    yield ", ".join(part for part in (fact.who or "", fact.strength) if part), "secondary"
    if fact.values:
        yield "Getallen en datums", "caption"
    for name, value in fact.values.items():
        yield f"{name.replace('_', ' ')}: {written(value)}", "secondary"
    yield from _evidence(fact, library)
    used = [s.title for s in library.snippets.values() if fact.id in s.cited()]
    yield f"In {len(used)} tekstblokken" if len(used) != 1 else "In één tekstblok", "caption"
    yield "\n".join(used[:8]), "secondary"


def _of_series(series: FactSeries, entry: Entry, context: LibraryContext) -> Iterator[Line]:
    """What it says of everyone, and its first rows."""
    rows = RowReader(series.per, series.value, context.library).rows(series.rows)
    yield entry.about, "secondary"
    yield from _evidence(series, context.library)
    yield series.value.name.replace("_", " ").capitalize(), "caption"
    told = [f"{row.name}: {written(series.value.held(row.value))}" for row in rows[:MOST_ROWS]]
    more = [f"en nog {len(rows) - MOST_ROWS}"] if len(rows) > MOST_ROWS else []
    yield "\n".join((*told, *more)), "secondary"


def _evidence(claim: Fact | FactSeries, library: Library) -> Iterator[Line]:
    yield "Bewijs", "caption"
    for place in claim.evidence:
        source = library.sources.get(place.source)
        where = place.place.written()
        yield f"{source.title if source else place.source}{f', {where}' if where else ''}", "secondary"


def _of_source(source: Source, context: LibraryContext) -> Iterator[Line]:
    yield f"{source.publisher}, {dated(source.date)}", "secondary"
    for part in (source.address, source.reference, source.remark, source.file and source.file.name):
        if part:
            yield part, "secondary"
    facts = [f.statement for f in context.library.facts.values() if any(p.source == source.id for p in f.evidence)]
    yield f"{len(facts)} feiten steunen op deze bron" if len(facts) != 1 else "Eén feit steunt op deze bron", "caption"
    yield "\n".join(f"• {statement}" for statement in facts[:12]), "secondary"
