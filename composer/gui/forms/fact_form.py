"""The form for a fact: one assertion in our own words, its figures, since when it holds, and where that stands."""

from collections.abc import Iterable, Iterator
from typing import Any, get_args

from PySide6.QtWidgets import QWidget

from composer.domain.fact import Fact, Strength
from composer.domain.values import VALUE_LABELS, written
from composer.export.typography import bind
from composer.gui.elements import clear, column, ground, text
from composer.gui.forms.context import LibraryContext
from composer.gui.forms.fields import (
    AreaField,
    ChoiceField,
    LineField,
    MomentField,
    NumberField,
    PickField,
    WordsField,
)
from composer.gui.forms.item_page import ItemPage
from composer.gui.forms.parts import Beside, Group, Section
from composer.gui.forms.rows import Rows
from composer.gui.sources.cards import OUTCOME_COLOURS
from composer.library.front_matter import record_text
from composer.library.library import Library
from composer.library.yaml import Location, is_record
from composer.work.editorial.drafting import EditBase, Mistake, unknown_evidence
from composer.work.editorial.inventory import NamedLayer
from composer.work.following.evidence import Shown, shown

ABOUT = "Een feit is één bewering in eigen woorden, met de plaats in een bron die haar draagt. Het zegt nooit meer dan de bron."
ORDERS = {order: order for order in ("ruim", "bijna", "circa", "begin", "halverwege", "eind")}
NATURES = {"toestand": "Zo is het nu; dat kan veranderen", "gebeurtenis": "Dit is gebeurd; dat blijft waar"}


class ValueRows(Rows):
    """Values by their names; in the file a map, here a list of cards."""

    def __init__(self) -> None:
        about = "Schrijf getallen en datums ook hier: dan klopt ieder tekstblok dat ze noemt."
        super().__init__("waarden", "getal of datum", about, _value_row)

    def value(self) -> Any:
        rows = [group.value() or {} for group in self.rows]
        named = {str(row.get("naam", f"waarde_{at}")): row for at, row in enumerate(rows, 1)}
        return {name: {k: v for k, v in row.items() if k != "naam"} for name, row in named.items()} or None

    def set_value(self, value: Any) -> None:
        record = value if is_record(value) else {}
        super().set_value([{"naam": name, **(held if is_record(held) else {})} for name, held in record.items()])

    def tell(self, place: Location, message: str, *, empty: bool = False) -> None:
        """A value is known by its name."""
        names = list(self.value() or {})
        at = (names.index(str(place[0])),) if place and place[0] in names else ()
        rest = tuple(step for step in place[1:] if step not in VALUE_LABELS) or ("waarde",)
        super().tell((*at, *rest) if at else (), message, empty=empty)


def _value_row() -> Group:
    return Group(
        "",
        Beside(
            "",
            LineField("naam", "Naam", fill="Geef een korte naam", example="stemmen_voor"),
            ChoiceField("soort", "Soort", VALUE_LABELS),
            LineField("waarde", "Waarde", fill="Vul de waarde in", example="93"),
        ),
        Beside(
            "",
            ChoiceField("orde", "Ongeveer?", ORDERS, optional="precies"),
            LineField("eenheid", "Wat wordt geteld", example="gemeenten"),
        ),
    )  # fmt: skip


def evidence_row(library: Library) -> Group:
    """A place in a source, with words by which it is found again."""
    sources = {source.id: source.title for source in library.sources.values()}
    place = Beside(
        "plaats",
        LineField("kop", "Kop of paragraaf", example="4. SPUK IZA 2025"),
        NumberField("alinea", "Alinea"),
        NumberField("pagina", "Pagina"),
        shares=(4, 1, 1),
    )
    return Group(
        "",
        PickField("bron", "Bron", sources, fill="Kies de bron waarin het staat"),
        place,
        WordsField("trefwoorden", "Woorden die daar staan", "Losse woorden, met komma’s ertussen."),
        WordsField(
            "afgeleid", "Waarden die u afleidt", "Namen van getallen die er niet letterlijk staan.", example="jaar"
        ),
        gap=10,
    )


class FactBeside(QWidget):
    """How its values read in a letter, and what became of looking them up."""

    def __init__(self, context: LibraryContext) -> None:
        super().__init__()
        ground(self, "background")
        self._context = context
        self._layout = column(self, margins=(20, 20, 20, 20), gap=8)

    def show_fact(self, fact: Fact | None) -> None:
        clear(self._layout)
        self._layout.addWidget(text("Zo staat het in een brief", "heading"))
        for words, role in _lines(fact, self._context):
            self._layout.addWidget(text(words, role, wrap=True))
        self._layout.addStretch(1)


def _lines(fact: Fact | None, context: LibraryContext) -> Iterator[tuple[str, str]]:
    if fact is None:
        yield (
            "Zodra de verplichte vragen beantwoord zijn, ziet u hier de getallen zoals een brief ze schrijft.",
            "secondary",
        )
        return
    yield bind(fact.statement), ""
    for name, value in fact.values.items():
        yield f"{name.replace('_', ' ')}: {bind(written(value))}", "secondary"
    folders = [layer.folder / "bronnen" for layer in context.layers()]
    for found in shown(fact, context.library, folders):
        yield found.source.title, "caption"
        yield _outcome(found), OUTCOME_COLOURS[found.verified.outcome]


def _outcome(found: Shown) -> str:
    missing = ", ".join(found.verified.missing)
    place = f" ({found.place})" if found.place else ""
    return f"{found.verified.words()}{place}{f'. Er ontbreekt: {missing}' if missing else ''}"


class FactPage(ItemPage):
    kind = "feit"
    shelved = "feiten"
    model = Fact
    named = "stelling"

    def __init__(
        self, context: LibraryContext, layer: NamedLayer, started: EditBase, record: dict[str, Any] | None = None
    ) -> None:
        heading = "Feit wijzigen" if started.before else "Nieuw feit"
        super().__init__(context, _form(context.library), heading, ABOUT, layer, started)
        self.beside = FactBeside(context)
        self.set_beside(self.beside)
        self.begin(record or {"bewijs": [{}]})

    def taken(self) -> Iterable[str]:
        return self.context.library.facts

    def written(self, made: Fact) -> str:
        return record_text(made, self.started.before)

    def mistakes(self, made: Fact) -> tuple[Mistake, ...]:
        return unknown_evidence(made, self.context.library)

    def follow(self) -> None:
        self.beside.show_fact(self.made())


def _form(library: Library) -> Group:
    return Group(
        "",
        claim(library),
        _reach(library),
        Section("Getallen en datums", "", ValueRows()),
        evidence_section(library),
        remark(),
        gap=24,
    )


def evidence_section(library: Library) -> Section:
    about = "Noem de bron, de plaats daarin, en enkele woorden die daar staan. Een tweede bron maakt het feit sterker."
    return Section("Bewijs", about, Rows("bewijs", "vindplaats", "", lambda: evidence_row(library)))


def remark() -> AreaField:
    return AreaField("toelichting", "Toelichting", "Voor collega’s; komt niet in een brief.", lines=2)


def claim(library: Library, help: str = "") -> Section:
    """What is said, by whom, and how firmly; `help` says more of the sentence itself."""
    subjects = {s.id: s.title for s in sorted(library.subjects.values(), key=lambda s: s.order)}
    lanes = {lane.id: lane.title for lane in library.lanes.values()}
    strengths = {strength: strength.capitalize() for strength in get_args(Strength)}
    return Section(
        "Wat staat vast?",
        "",
        AreaField("stelling", "De bewering, in één zin", help, fill="Schrijf in één zin wat vaststaat"),
        Beside("", ChoiceField("onderwerp", "Onderwerp", subjects), ChoiceField("kracht", "Wat is het", strengths)),
        LineField("wie", "Wie zegt of besluit dit", example="ledenvergadering van de VNG"),
        Beside(
            "",
            ChoiceField("aard", "Blijft het waar?", NATURES),
            ChoiceField("spoor", "Rij op de tijdlijn", lanes, optional="geen"),
        ),
    )


def validity() -> Group:
    last = MomentField("tot", "Geldt tot", "Leeg: tot iets nieuws het vervangt.")
    return Group("geldig", MomentField("vanaf", "Geldt vanaf"), last)


def _reach(library: Library) -> Group:
    scopes = {"landelijk": "Heel Nederland"}
    scopes |= {f"regio:{region.id}": region.name for region in library.regions.values()}
    scopes |= {f"gemeente:{m.cbs}": m.name for m in library.municipalities.values()}
    return Section(
        "Wanneer en voor wie?",
        "",
        validity(),
        PickField("reikwijdte", "Voor wie", scopes, "Leeg is: heel Nederland."),
    )
