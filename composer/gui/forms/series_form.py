"""The form for a series of facts: one sentence for all, and for each municipality or region its own value."""

from collections.abc import Iterable
from typing import Any, get_args

from composer.domain.fact import Fact, FactSeries, SeriesKind, SeriesValue
from composer.domain.values import VALUE_LABELS
from composer.gui.forms.context import LibraryContext
from composer.gui.forms.fact_form import FactBeside, ValueRows, claim, evidence_section, remark, validity
from composer.gui.forms.fields import ChoiceField, LineField
from composer.gui.forms.item_page import ItemPage
from composer.gui.forms.parts import Beside, Group, Section
from composer.gui.forms.series_table import SeriesTable
from composer.gui.theme import Theme
from composer.library.front_matter import record_text
from composer.work.editorial.drafting import EditBase, Mistake, checked, unknown_evidence
from composer.work.editorial.inventory import NamedLayer
from composer.work.editorial.series_rows import RowReader

ABOUT = "Een reeks is één bewering met voor iedere gemeente of regio een eigen waarde, uit één bron."
SENTENCE = "Schrijf {naam} waar de gemeente of regio komt, en de naam van de waarde waar die komt, zoals {bedrag}."
PER = {"gemeente": "Gemeenten", "regio": "Regio’s"}
KINDS = {kind: VALUE_LABELS[kind] for kind in get_args(SeriesKind)}
NEW: dict[str, Any] = {"per": "gemeente", "waarde": {"naam": "bedrag", "soort": "bedrag"}, "bewijs": [{}]}
DIFFERENT = SeriesValue(name="bedrag", kind="bedrag")


class SeriesPage(ItemPage):
    kind = "reeks"
    shelved = "feiten"
    model = FactSeries
    key, named = "reeks", "stelling"

    def __init__(
        self, context: LibraryContext, layer: NamedLayer, begun: EditBase, record: dict[str, Any] | None = None
    ) -> None:
        self.table = SeriesTable(RowReader("gemeente", DIFFERENT, context.library), context.theme())
        heading = "Reeks wijzigen" if begun.before else "Nieuwe reeks"
        super().__init__(context, self._fields(context), heading, ABOUT, layer, begun)
        self.beside = FactBeside(context)
        self.set_beside(self.beside)
        self.per.changed.connect(self._read_rows)
        self.different.changed.connect(self._read_rows)
        self.table.view.selectionModel().currentRowChanged.connect(lambda: self._later.start())
        self.begin(record or NEW)
        self._read_rows()

    def _fields(self, context: LibraryContext) -> Group:
        self.per = ChoiceField("per", "Voor welke", PER)
        name = LineField("naam", "Hoe heet de waarde", fill="Geef de waarde een korte naam", example="bedrag")
        self.different = Group("waarde", Beside("", name, ChoiceField("soort", "Soort", KINDS)))
        library = context.library
        return Group(
            "",
            claim(library, SENTENCE),
            Section("Wat verschilt?", "", Beside("", self.per, self.different, shares=(1, 2)), self.table),
            Section("Wanneer?", "", validity()),
            Section("Wat voor alle gelijk is", "", ValueRows()),
            evidence_section(library),
            remark(),
            gap=24,
        )

    def _read_rows(self) -> None:
        """The rows are read by what they are said to be."""
        reader = self.table.model.reader
        value = checked(SeriesValue, self.different.value() or {})
        value = reader.value if isinstance(value, tuple) else value
        per = self.per.value()
        if (per, value) != (reader.per, reader.value):
            self.table.read_as(RowReader(per, value, self.context.library))

    @property
    def unsaved(self) -> bool:
        return super().unsaved or self.table.faulty

    def taken(self) -> Iterable[str]:
        return (*self.context.library.facts, *self.context.library.series)

    def written(self, made: FactSeries) -> str:
        return record_text(made, self.started.before)

    def mistakes(self, made: FactSeries) -> tuple[Mistake, ...]:
        return unknown_evidence(made, self.context.library)

    def keep(self, *, offering: bool) -> bool:
        if self.table.faulty:
            self.show_mistakes((Mistake(("rijen",), self.table.wrong.text()),))
            return False
        return super().keep(offering=offering)

    def follow(self) -> None:
        """The fact of the row that the user is in."""
        self.beside.show_fact(self._fact())

    def _fact(self) -> Fact | None:
        made: FactSeries | None = self.made()
        if made is None:
            return None
        names = self.table.model.reader.names()
        chosen = self.table.model.reader.record(self.table.model.rows[self.table.chosen() :][:1])
        key = next(iter(chosen or made.rows))
        return made.fact(key, names.get(key, key))

    def set_theme(self, theme: Theme) -> None:
        self.table.model.theme = theme
