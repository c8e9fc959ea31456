"""The forms for a municipality and a region: officials, address, positions and local facts with where they stand."""

from typing import Any

from composer.domain.municipality import Municipality, ProfileField, Region
from composer.gui.forms.context import LibraryContext
from composer.gui.forms.fact_form import evidence_row
from composer.gui.forms.fields import ChoiceField, LineField, LinesField, PickField, WordsField
from composer.gui.forms.many_field import ManyField
from composer.gui.forms.page import FormPage
from composer.gui.forms.parts import Beside, Group, Part, Section
from composer.gui.forms.rows import Folded, Rows
from composer.library.library import Library
from composer.library.profiles import record_of
from composer.work.editorial.drafting import checked
from composer.work.editorial.inventory import NamedLayer
from composer.work.editorial.profile_editing import changes, save_profile

ABOUT_MUNICIPALITY = (
    "Wat u hier invult, geldt voor alle brieven aan deze gemeente. Noem bij een standpunt waar het staat."
)
ABOUT_REGION = "Welke gemeenten samenwerken en wie het geld ontvangt. Wat u niet zeker weet, laat u leeg."


class ProfilePage(FormPage):
    kind = "profiel"

    def __init__(self, context: LibraryContext, layer: NamedLayer, profile: Municipality | Region) -> None:
        self.profile = profile
        municipal = isinstance(profile, Municipality)
        form = _municipality(context.library) if municipal else _region(context.library)
        about = ABOUT_MUNICIPALITY if municipal else ABOUT_REGION
        super().__init__(context, form, profile.name, about, layer)
        self.why.hide()
        self.offer_button.hide()
        self.tools.insertStretch(0, 1)
        self.begin(record_of(profile))

    def keep(self, *, offering: bool) -> bool:
        record = self.form.value() or {}
        was: Any = self._was
        missing = {key: None for key in was if key not in record}
        changed = {key: value for key, value in ({**missing, **record}).items() if value != was.get(key)}
        made = checked(type(self.profile), record, self.places())
        if isinstance(made, tuple):
            self.show_mistakes(made)
            return False
        if changed:
            save_profile(self.profile, changes(self.profile, changed), self.layer.folder)
        self.settled(None, f"De gegevens van {self.profile.name} zijn bewaard.")
        return True


def _municipality(library: Library) -> Group:
    regions = {region.id: region.name for region in library.regions.values()}
    return Group(
        "",
        _executive(),
        _letter(library),
        Section("Regio’s", "", Rows("regios", "regio", "", lambda: _membership(regions, library))),
        Section(
            "Standpunten en cijfers van de gemeente",
            "Tekstblokken vragen hierom. Zonder antwoord blijft zo’n tekst weg en vraagt het programma erom.",
            *(_local(profile, library) for profile in library.profile_fields.values()),
        ),
        gap=24,
    )


def _executive() -> Group:
    signing = Beside("", LineField("burgemeester", "Burgemeester"), LineField("secretaris", "Gemeentesecretaris"))
    aldermen = Rows("wethouders", "wethouder", "", _alderman)
    about = "Alleen bestuurders in functie; zij ondertekenen of antwoorden."
    return Section("Bestuur", about, Group("college", signing, aldermen))


def _letter(library: Library) -> Group:
    styles = {name: name.replace("-", " ").capitalize() for name in library.house_styles}
    return Section(
        "Brief",
        "",
        LineField("adres", "Adres onder de brief"),
        LinesField("briefhoofd", "Briefhoofd", "Iedere regel komt boven de brief.", lines=3),
        Beside(
            "",
            ChoiceField("huisstijl", "Huisstijl", styles, optional="de gewone"),
            LineField("kenmerkpatroon", "Vorm van het kenmerk", example="Z/{jaar}/{nummer}"),
        ),
    )


def _alderman() -> Group:
    name = LineField("naam", "Naam", fill="Vul de naam in")
    return Group("", Beside("", name, LineField("portefeuille", "Portefeuille")))


def _membership(regions: dict[str, str], library: Library) -> Group:
    return Group("", PickField("regio", "Regio", regions, fill="Kies een regio"), _evidence(library), gap=10)


def _evidence(library: Library) -> Part:
    return Folded("Waar staat dit?", Rows("bewijs", "vindplaats", "", lambda: evidence_row(library)))


def _local(profile: ProfileField, library: Library) -> Part:
    """The question, what may be answered, and where it stands."""
    choices = ("ja", "nee") if profile.kind == "janee" else profile.choices
    asked = profile.question or profile.label
    if choices:
        words = {choice: choice.replace("-", " ").capitalize() for choice in choices}
        answer: Part = ChoiceField("waarde", asked, words, profile.help or "", optional="nog niet bekend")
    else:
        answer = LineField("waarde", asked, profile.help or "")
    return Group(profile.id, answer, _evidence(library), gap=6)


def _region(library: Library) -> Group:
    names = {m.cbs: m.name for m in library.municipalities.values()}
    return Group(
        "",
        LineField("naam", "Naam", fill="Vul de naam van de regio in"),
        WordsField("andere_namen", "Andere namen", "Met komma’s ertussen."),
        PickField("mandaatgemeente", "Mandaatgemeente", names, "De gemeente die het geld voor de regio ontvangt."),
        LineField("mandaatorganisatie", "Of een andere organisatie"),
        ManyField("leden", "Gemeenten in de regio", names),
        _evidence(library),
        gap=20,
    )
