"""The form for the choices of a house style: fonts, colours, margins, notes and the styles of its Word document."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QLineEdit

from composer.export.house_style import HouseStyle, Settings
from composer.export.house_styles.names import LABELS
from composer.gui.forms.context import LibraryContext
from composer.gui.forms.fields import ChoiceField, LineField, NumberField, TickField
from composer.gui.forms.house_style_page import NOTES
from composer.gui.forms.item_page import ItemPage
from composer.gui.forms.parts import Beside, Group, Section
from composer.gui.forms.style_preview import PreviewPanel
from composer.gui.theme import Theme
from composer.library.editing_yaml import plain
from composer.library.front_matter import record_text
from composer.work.documents.house_styles import copied, document_styles, fault, font_families, written_in
from composer.work.editorial.drafting import EditBase, Mistake, started
from composer.work.editorial.inventory import NamedLayer

ABOUT = "Wat u hier kiest, geldt voor iedere nieuwe brief in deze huisstijl. Rechts ziet u een voorbeeldbrief."
ABOUT_COPY = "U begint met alles van de meegeleverde huisstijl. Geef de uwe een naam en verander wat u wilt."
COUNTING = {"doorlopend": "Doorlopend door de brief", "per_pagina": "Opnieuw op iedere bladzijde"}
COLOURS = {
    "accent": "Koppen, lijnen en koppelingen",
    "gedempt": "Kop- en voettekst",
    "tint": "Kopregel van tabellen",
    "lijn": "Lijnen in tabellen",
    "open_plek": "Wat nog ingevuld moet worden",
}
MARGINS = {"boven": "Boven", "onder": "Onder", "links": "Links", "rechts": "Rechts"}
HYPHENS = {"ja": "Breek lange woorden af", "nee": "Breek woorden niet af"}
NUMBERS = {"ja": "Met bladzijdenummers", "nee": "Zonder bladzijdenummers"}
SWATCH = 16


class DecimalField(LineField):
    """A number that may have a comma; what is no number is left for the check to tell."""

    def value(self) -> Any:
        written = (super().value() or "").replace(",", ".")
        return float(written) if written.replace(".", "", 1).isdigit() else written or None

    def set_value(self, value: Any) -> None:
        super().set_value(f"{value:g}".replace(".", ",") if isinstance(value, float | int) else value)


class ColourField(LineField):
    """Six hexadecimal digits, with the colour that they are before them."""

    def __init__(self, key: str, label: str) -> None:
        super().__init__(key, label, fill="Schrijf zes cijfers of letters, zoals 1F4E79", example="1F4E79")
        self.line.setMaxLength(7)
        self._shown = self.line.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self.line.textChanged.connect(self._show)

    def _show(self) -> None:
        colour = QColor(f"#{self.value() or ''}")
        picture = QPixmap(SWATCH * 2, SWATCH * 2)
        picture.setDevicePixelRatio(2)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.palette().placeholderText().color())
        painter.setBrush(colour if colour.isValid() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(0.5, 0.5, SWATCH - 1, SWATCH - 1), 3, 3)
        painter.end()
        self._shown.setIcon(QIcon(picture))

    def value(self) -> Any:
        return (super().value() or "").removeprefix("#").upper() or None

    def tell(self, place: tuple[str | int, ...], message: str, *, empty: bool = False) -> None:
        super().tell(place, message, empty=True)


class ContentsChoice(Beside):
    """From how many headings on a letter has a list of contents; without a number it never has."""

    def value(self) -> dict[str, Any] | None:
        record = super().value() or {}
        return record if record.get("vanaf") else None


class StyleSettingsPage(ItemPage):
    kind = "huisstijl"
    shelved = "huisstijlen"
    model = Settings
    key, named = "", "naam"

    def __init__(self, context: LibraryContext, layer: NamedLayer, begun: EditBase, style: HouseStyle) -> None:
        """Without an item in `begun` it becomes a house style of the user's own, after the example of `style`."""
        self.style_now = style
        heading, about = ("Huisstijl wijzigen", ABOUT) if begun.item else ("Eigen huisstijl", ABOUT_COPY)
        super().__init__(context, _form(style), heading, about, layer, begun)
        self.preview = PreviewPanel(context.theme())
        self.set_beside(self.preview)
        record = plain(style.settings.model_dump(by_alias=True, mode="json"))
        self.begin(record if begun.item else record | {"naam": ""})

    def taken(self) -> Iterable[str]:
        return self.context.library.house_styles

    def written(self, made: Settings) -> str:
        return record_text(made, self.started.before)

    def mistakes(self, made: Settings) -> tuple[Mistake, ...]:
        words = fault(self.style_now, made)
        return (Mistake((), words),) if words else ()

    def prepare(self, made: Settings) -> None:
        """A house style of one's own begins with everything of the example."""
        if self.started.item is None:
            item = self.item()
            copied(self.style_now, self.layer.folder, item.id)
            self.started = started(self.layer.layer, item)

    def follow(self) -> None:
        made = self.made(naam="Eigen huisstijl")
        if made is None:
            self.preview.say("Er klopt iets nog niet; bij Bewaren ziet u wat.")
        else:
            self.preview.show_letter(partial(written_in, self.style_now, made, self.context.library))

    def set_theme(self, theme: Theme) -> None:
        self.preview.set_theme(theme)

    def close_down(self) -> None:
        self.preview.close_down()


def _form(style: HouseStyle) -> Group:
    name = LineField("naam", "Naam van de huisstijl", fill="Geef de huisstijl een naam")
    return Group(
        "", name, _fonts(style), _colours(), _paper(), *_logo(style), _notes(), _contents(), _styles(style), gap=24
    )


def _fonts(style: HouseStyle) -> Section:
    families = {name: name for name in (*font_families(style), style.settings.fonts.pdf)}
    return Section(
        "Lettertype",
        "",
        Beside(
            "",
            LineField("tekst", "In Word", fill="Noem het lettertype", example="Calibri"),
            ChoiceField("pdf", "In een pdf", families),
            DecimalField("grootte", "Grootte, in punten", example="11"),
            shares=(3, 3, 2),
        ),
        key="lettertype",
    )


def _colours() -> Section:
    fields = [ColourField(key, label) for key, label in COLOURS.items()]
    pairs = (Beside("", *fields[:2]), Beside("", *fields[2:4]), fields[4])
    return Section("Kleuren", "Zes cijfers of letters, zoals 1F4E79.", *pairs, key="kleuren")


def _paper() -> Group:
    edges = Beside("marges", *(DecimalField(key, label) for key, label in MARGINS.items()))
    about = "Marges van de webpagina in millimeters; Word en de pdf volgen het basisdocument."
    space = DecimalField("witruimte", "Witruimte onder een alinea, in punten")
    return Section(
        "Bladzijde", about, edges,
        Beside("", space, ChoiceField("woordafbreking", "Lange woorden", HYPHENS, optional="Zoals het basisdocument")),
    )  # fmt: skip


def _logo(style: HouseStyle) -> list[Section]:
    if style.settings.logo is None:
        return []
    words = LineField("alternatief", "Beeldmerk in woorden", "Wie het niet ziet, hoort dit.", "Schrijf wat erop staat")
    width = DecimalField("breedte", "Breedte in millimeters")
    return [Section("Beeldmerk", "", Beside("", words, width, shares=(3, 1)), key="logo")]


def _notes() -> Section:
    where, count = (
        ChoiceField("noten", "Waar komen de bronnen?", NOTES),
        ChoiceField("noten_tellen", "Nummers", COUNTING),
    )
    last = TickField("bronnenpagina", "Een bladzijde met alle bronnen achteraan")
    return Section("Bronnen", "", Beside("", where, count), last)


def _contents() -> Section:
    least = NumberField("vanaf", "Vanaf zoveel koppen", "Leeg: nooit een inhoudsopgave.", example="12")
    return Section(
        "Inhoudsopgave", "", ContentsChoice("inhoudsopgave", least, ChoiceField("paginanummers", "Vorm", NUMBERS))
    )


def _styles(style: HouseStyle) -> Section:
    """A name that the document does not have stays to be chosen, or it would be lost unseen."""
    names = dict.fromkeys((*document_styles(style), *style.settings.styles.values()))
    offered = {name: name for name in names}
    fields = [ChoiceField(kind, label, offered, optional="zoals gewoonlijk") for kind, label in LABELS.items()]
    pairs = [Beside("", *fields[at : at + 2]) for at in range(0, len(fields), 2)]
    return Section("Stijlen in Word", "In welke stijl van het document komt iedere soort tekst?", *pairs, key="stijlen")
