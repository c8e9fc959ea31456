"""The form for a passage: its text with names and sources in it, and how it reads in three municipalities."""

from collections.abc import Iterable
from typing import Any

from composer.domain.dutch import capitalised
from composer.domain.snippet import Snippet
from composer.gui.forms.context import LibraryContext
from composer.gui.forms.fields import ChoiceField, LineField
from composer.gui.forms.item_page import ItemPage, heading_for
from composer.gui.forms.many_field import ManyField
from composer.gui.forms.parts import Beside, Group, Section
from composer.gui.forms.readings import ReadingsPanel
from composer.gui.forms.text_field import TextField
from composer.gui.theme import Theme
from composer.library.front_matter import passage_text
from composer.library.library import Library
from composer.work.editorial.drafting import EditBase, Mistake, completions, condition_mistake, text_problems
from composer.work.editorial.inventory import NamedLayer
from composer.work.writing.availability import VOICES

SPEAKERS = {voice: capitalised(words) for voice, words in VOICES.items()}
ABOUT = "Een tekstblok is een stuk brief dat voor veel gemeenten klopt. Haal bij ieder cijfer en besluit de bron aan."
LENGTHS = {"alinea": "Alinea", "zin": "Eén zin", "lang": "Meer alinea’s"}
NEW: dict[str, Any] = {"stem": "college", "lengte": "alinea"}


class PassagePage(ItemPage):
    kind = "tekstblok"
    shelved = "tekstblokken"
    model = Snippet

    def __init__(
        self, context: LibraryContext, layer: NamedLayer, started: EditBase, record: dict[str, Any] | None = None
    ) -> None:
        heading = heading_for("tekstblok", started, record)
        offered = completions(context.library)
        self.text = TextField(
            "Tekst", context.theme(), lambda words: text_problems(words, context.library), lambda: offered
        )
        super().__init__(context, _form(context, self.text), heading, ABOUT, layer, started)
        self.readings = ReadingsPanel()
        self.set_beside(self.readings)
        self.begin(record or NEW)

    def taken(self) -> Iterable[str]:
        return self.context.library.snippets

    def written(self, made: Snippet) -> str:
        return passage_text(made, self.started.before)

    def follow(self) -> None:
        """How it reads as it is now; with mistakes in it, what to mend first."""
        made = self.made(titel="Nieuw tekstblok")
        self.text.check()
        if made is not None and self.text.slips:
            self.readings.say("Verbeter eerst de onderstreepte woorden; dan ziet u hier hoe het leest.")
        else:
            self.readings.show_snippet(made, self.context.library, self.context.session.today)

    def mistakes(self, made: Snippet) -> tuple[Mistake, ...]:
        """Those that keep a text from being printed; they stand under their words as well."""
        self.text.check()
        condition = condition_mistake(made.condition or "", self.context.library)
        found = [Mistake(("tekst",), "verbeter de onderstreepte woorden")] if self.text.slips else []
        return (*found, *((Mistake(("voorwaarde",), condition),) if condition else ()))

    def set_theme(self, theme: Theme) -> None:
        self.text.set_theme(theme)

    def close_down(self) -> None:
        self.readings.close_down()


def _form(context: LibraryContext, words: TextField) -> Group:
    library = context.library
    subjects = {s.id: s.title for s in sorted(library.subjects.values(), key=lambda s: s.order)}
    return Group(
        "",
        LineField("titel", "Titel", "Zo vindt u het terug; de titel komt niet in de brief.", "Vul een titel in"),
        Beside(
            "",
            ChoiceField("onderwerp", "Onderwerp", subjects),
            ChoiceField("stem", "Wie is aan het woord", SPEAKERS),
            ChoiceField("lengte", "Lengte", LENGTHS),
        ),
        words,
        _use(library),
        _keeping(),
        gap=20,
    )


def _use(library: Library) -> Group:
    facts = {fact.id: fact.statement for fact in library.facts.values()}
    help, example = "Leeg is: voor alle. Anders een gegeven en zijn waarde.", 'gemeente.deelname_spuk == "ja"'
    return Section(
        "Wanneer hoort het in een brief?",
        "",
        LineField("voorwaarde", "Voor welke gemeenten", help, example=example),
        ManyField(
            "terugblik", "Feiten die het als verleden vertelt", facts, "Die mogen voorbij zijn zonder opmerking."
        ),
    )


def _keeping() -> Group:
    owner = LineField("eigenaar", "Eigenaar", example="team communicatie")
    again = LineField("herzien_voor", "Opnieuw nalezen voor", example="2026-12-31")
    return Section("Wie houdt het bij?", "", Beside("", owner, again))
