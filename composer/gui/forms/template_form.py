"""The form for a template: a new kind of letter with its fields, its sections, the passages it proposes and its skeleton."""

from collections.abc import Iterable
from typing import Any

from composer.domain.template import Template
from composer.gui.forms.context import LibraryContext
from composer.gui.forms.fields import AreaField, ChoiceField, LineField, TickField, WordsField
from composer.gui.forms.item_page import ItemPage, heading_for
from composer.gui.forms.many_field import ManyField
from composer.gui.forms.parts import Beside, Group, Section
from composer.gui.forms.passage_form import SPEAKERS
from composer.gui.forms.rows import Rows
from composer.gui.forms.template_paths_panel import PathsPanel
from composer.gui.forms.text_field import TextField
from composer.gui.theme import Theme
from composer.library.front_matter import passage_text
from composer.library.library import Library
from composer.work.editorial.drafting import (
    Completion,
    EditBase,
    Mistake,
    TextProblem,
    completions,
    proposed_id,
    text_problems,
)
from composer.work.editorial.inventory import NamedLayer

ABOUT = (
    "Een sjabloon is een soort brief: wat de schrijver invult, welke onderdelen hij heeft, en wat er altijd in staat."
)
FIELDS = {
    "tekst": "Korte tekst",
    "lang": "Langere tekst",
    "datum": "Datum",
    "keuze": "Keuze uit een lijst",
    "getal": "Getal",
}
SKELETON = """:Onderwerp: {{ veld.onderwerp }}
:Datum: {{ brief.datum }}

Geachte raad,

{{ sectie.inhoud }}

Met vriendelijke groet,

het college van {{ gemeente.naam }}
"""
NEW: dict[str, Any] = {
    "stem": "college",
    "velden": [{"naam": "onderwerp", "label": "Onderwerp", "soort": "tekst", "verplicht": "ja"}],
    "secties": [{"id": "inhoud", "kop": "Inhoud"}],
    "tekst": SKELETON,
}


class NamedGroup(Group):
    """A record whose name in texts follows from what it is called, unless it has one."""

    def __init__(self, name: str, called: str, *parts: Any) -> None:
        self._name, self._called = name, called
        super().__init__("", *parts, gap=10)

    def value(self) -> dict[str, Any] | None:
        record = super().value()
        if record and self._name not in record and record.get(self._called):
            record[self._name] = proposed_id(str(record[self._called]), ()).replace("-", "_")
        return record


def _field_row() -> Group:
    return NamedGroup(
        "naam",
        "label",
        Beside(
            "",
            LineField("label", "Vraag aan de schrijver", fill="Vul in hoe het veld heet", example="Portefeuillehouder"),
            ChoiceField("soort", "Soort", FIELDS),
        ),
        Beside(
            "",
            LineField("naam", "Naam in de tekst", "Leeg: afgeleid van de vraag.", example="portefeuillehouder"),
            LineField("standaard", "Staat er al", "Een vaste tekst, of een gegeven tussen {{ en }}."),
        ),
        WordsField("keuzes", "Keuzes", "Alleen bij een keuze; met komma’s ertussen."),
        LineField("hulp", "Hulp bij het veld"),
        TickField("verplicht", "Moet ingevuld zijn"),
    )


def _section_row(library: Library) -> Group:
    subjects = {subject.id: subject.title for subject in library.subjects.values()}
    passages = {snippet.id: snippet.title for snippet in library.snippets.values()}
    return NamedGroup(
        "id",
        "kop",
        Beside(
            "",
            LineField("kop", "Kop boven het onderdeel", "Leeg: zonder kop.", example="Aanleiding"),
            LineField("id", "Naam in de tekst", "Leeg: afgeleid van de kop.", example="aanleiding"),
        ),
        ManyField("onderwerpen", "Onderwerpen die hier passen", subjects),
        ManyField("standaard", "Tekstblokken die worden voorgesteld", passages, "In deze volgorde.", ordered=True),
        LineField("hulp", "Hulp bij het onderdeel"),
        TickField("verplicht", "Mag niet leeg blijven"),
    )


class TemplatePage(ItemPage):
    kind = "sjabloon"
    shelved = "sjablonen"
    model = Template

    def __init__(
        self, context: LibraryContext, layer: NamedLayer, started: EditBase, record: dict[str, Any] | None = None
    ) -> None:
        heading = heading_for("sjabloon", started, record)
        self.text = TextField("De vaste tekst van de brief", context.theme(), self._slips, self._offered, height=320)
        super().__init__(context, _form(context.library, self.text), heading, ABOUT, layer, started)
        self.paths = PathsPanel()
        self.set_beside(self.paths)
        self.begin(record or NEW)

    def taken(self) -> Iterable[str]:
        return self.context.library.templates

    def written(self, made: Template) -> str:
        return passage_text(made, self.started.before)

    def _begun(self) -> Template | None:
        """The template as far as it goes; None while its fields or sections cannot be read."""
        return self.made(titel="Nieuw sjabloon", tekst="…") if hasattr(self, "form") else None

    def _slips(self, words: str) -> tuple[TextProblem, ...]:
        made = self._begun()
        return text_problems(words, self.context.library, made) if made else ()

    def _offered(self) -> tuple[Completion, ...]:
        return completions(self.context.library, self._begun())

    def follow(self) -> None:
        """Every way through the text as it is now."""
        self.text.check()
        made = self._begun()
        if made is None:
            self.paths.say("Maak de velden en onderdelen af; dan ziet u hier hoe de brief eruitziet.")
        else:
            self.paths.show_template(made, self.context.library)

    def mistakes(self, made: Template) -> tuple[Mistake, ...]:
        self.text.check()
        missing = [s.id for s in made.sections if f"sectie.{s.id}" not in made.text]
        told = f"zet {', '.join(f'{{{{ sectie.{name} }}}}' for name in missing)} op een eigen regel in de tekst"
        found = [Mistake(("tekst",), "verbeter de onderstreepte woorden")] if self.text.slips else []
        return (*found, *((Mistake(("tekst",), told),) if missing else ()))

    def set_theme(self, theme: Theme) -> None:
        self.text.set_theme(theme)

    def close_down(self) -> None:
        self.paths.close_down()


def _form(library: Library, words: TextField) -> Group:
    return Group(
        "",
        LineField("titel", "Hoe heet deze soort brief?", fill="Vul in hoe deze soort brief heet"),
        AreaField("omschrijving", "Waarvoor is hij?", "Staat bij de keuze van een nieuwe brief.", lines=2),
        ChoiceField("stem", "Wie is aan het woord", SPEAKERS),
        Section("Wat vult de schrijver in?", "", Rows("velden", "veld", "", _field_row, ordered=True)),
        Section(
            "Uit welke onderdelen bestaat de brief?",
            "In ieder onderdeel komen tekstblokken; wat u hier voorstelt, staat er bij een nieuwe brief meteen in.",
            Rows("secties", "onderdeel", "", lambda: _section_row(library), ordered=True),
        ),
        words,
        gap=24,
    )
