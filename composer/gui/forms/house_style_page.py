"""A house style out of a Word document: what was recognised, what is missing, what goes, and an example letter in it."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from composer.domain.dutch import as_sentence, capitalised
from composer.domain.revision import Item
from composer.export.docx.headers import TAGS
from composer.export.house_style import Contents
from composer.export.house_styles.inspection import Choices, Inspection, proposed
from composer.gui.elements import Button, column, text
from composer.gui.forms.context import LibraryContext
from composer.gui.forms.fields import ChoiceField, LineField, TickField
from composer.gui.forms.page import FormPage
from composer.gui.forms.parts import Group, Part, Section
from composer.gui.forms.style_preview import PreviewPanel
from composer.gui.theme import Theme
from composer.library.yaml import is_record
from composer.work.documents.house_styles import adopt, preview
from composer.work.editorial.drafting import proposed_id
from composer.work.editorial.inventory import NamedLayer

ABOUT = "Kijk na of uw document goed is begrepen. Rechts staat een voorbeeldbrief in deze huisstijl."
NOTES = {"voetnoten": "Onder de bladzijde", "eindlijst": "In een lijst achteraan", "geen": "Geen noten"}
_WORDS = {"organisatie": "Naam van de gemeente", "aan": "Aan wie", "van": "Van wie", "contact": "Contactpersoon"}
PLACES = {tag: _WORDS.get(tag, tag.capitalize()) for tag in TAGS}
HOW = {"naam": "herkend", "gebruik": "herkend aan het gebruik", "toegevoegd": "komt erbij"}
CONTENTS = {"12": "Bij twaalf koppen of meer", "6": "Bij zes koppen of meer", "1": "Altijd"}


class Told(Part):
    """What was found, to be read."""

    def __init__(self, *shown: QWidget) -> None:
        super().__init__()
        layout = column(self, gap=4)
        for part in shown:
            layout.addWidget(part)

    def value(self) -> Any:
        return None

    def set_value(self, value: Any) -> None:
        pass

    def places(self) -> Iterator[tuple[str | int, ...]]:
        return iter(())

    def clear_mistakes(self) -> None:
        pass


class HouseStylePage(FormPage):
    kind = "huisstijl"

    def __init__(self, context: LibraryContext, layer: NamedLayer, inspection: Inspection) -> None:
        self.inspection = inspection
        super().__init__(context, _form(inspection), "Huisstijl overnemen", ABOUT, layer)
        self.why.hide()
        self.offer_button.hide()
        self.tools.insertStretch(0, 1)
        self.save_button.setText("Neem deze huisstijl over")
        self.preview = PreviewPanel(context.theme())
        self.set_beside(self.preview)
        self.begin(_record(proposed(inspection), inspection))

    @property
    def unsaved(self) -> bool:
        return False

    def choices(self) -> Choices:
        """As they are filled in now."""
        record = self.form.value() or {}
        contents = record.get("inhoud")
        return Choices(
            name=str(record.get("naam", "")),
            keep_text=record.get("tekst_houden") == "ja",
            places=places if is_record(places := record.get("plaatsen")) else {},
            logo_alternative=str(record.get("logo", "")),
            page_numbers=record.get("nummers") == "ja",
            notes=record.get("noten") or "voetnoten",
            contents=Contents(from_headings=int(contents)) if contents else None,
            sources_page=record.get("bronnenpagina") == "ja",
        )

    def follow(self) -> None:
        """The example letter with the choices as they are."""
        self.preview.show_letter(partial(preview, self.inspection, self.choices(), self.context.library))

    def keep(self, *, offering: bool) -> bool:
        choices = self.choices()
        if not choices.name:
            self.form.tell(("naam",), "", empty=True)
            self.tell("Er is nog één ding te doen")
            return False
        if self.inspection.logo and not choices.logo_alternative:
            self.form.tell(("logo",), "", empty=True)
            self.tell("Er is nog één ding te doen")
            return False
        name = proposed_id(choices.name, self.context.library.house_styles)
        adopt(self.inspection, choices, self.layer.folder, name)
        self.settled(Item("huisstijlen", name), f"De huisstijl “{choices.name}” is overgenomen.")
        return True

    def set_theme(self, theme: Theme) -> None:
        self.preview.set_theme(theme)

    def close_down(self) -> None:
        self.preview.close_down()


def _record(choices: Choices, found: Inspection) -> dict[str, Any]:
    return {
        "plaatsen": {place.key: place.tag for place in found.places if place.tag},
        "naam": choices.name,
        "logo": choices.logo_alternative or None,
        "nummers": "ja" if choices.page_numbers else None,
        "noten": choices.notes,
    }


def _form(found: Inspection) -> Group:
    logo = LineField(
        "logo", "Beeldmerk in woorden", "Wie het niet ziet, hoort dit.", "Schrijf wat er op het beeldmerk staat"
    )
    places = [
        ChoiceField(p.key, f"{p.name or p.kind} ({p.where})", PLACES, optional="leeg laten") for p in found.places
    ]
    return Group(
        "",
        LineField("naam", "Naam van de huisstijl", fill="Geef de huisstijl een naam"),
        Section("Herkend", "", Told(_styles(found), *_looks(found))),
        *(
            Section(head, "", Told(*(text(f"• {as_sentence(words)}", wrap=True) for words in told)))
            for head, told in _told(found)
        ),
        *_asked(places),
        Section(
            "Keuzes",
            "",
            *([logo] if found.logo else []),
            ChoiceField("noten", "Waar komen de bronnen?", NOTES),
            ChoiceField("inhoud", "Inhoudsopgave", CONTENTS, optional="Nooit"),
            TickField("nummers", "Paginanummers toevoegen waar ze ontbreken"),
            TickField("bronnenpagina", "Een bladzijde met alle bronnen achteraan"),
            TickField("tekst_houden", "Houd de tekst die in het document zelf staat"),
        ),
        gap=24,
    )  # fmt: skip


def _asked(places: list[ChoiceField]) -> Iterator[Section]:
    if places:
        yield Section("In te vullen plaatsen", "Waarmee vult een brief deze plaatsen?", Group("plaatsen", *places))


def _told(found: Inspection) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What comes, what goes and what to mind; without what there is none of."""
    for head, told in (("Komt erbij", found.added), ("Gaat eruit", found.removed), ("Let op", found.remarks)):
        if told:
            yield head, told


def _styles(found: Inspection) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    for number, style in enumerate(found.styles):
        grid.addWidget(text(capitalised(style.label)), number, 0)
        grid.addWidget(text(style.name or "in onze vorm", "secondary", wrap=True), number, 1)
        grid.addWidget(text(HOW[style.how], "good" if style.how != "toegevoegd" else "notice"), number, 2)
    return holder


def _looks(found: Inspection) -> Iterator[QWidget]:
    fonts, paper = found.fonts, found.paper
    exact = "even breed als in Word" if fonts.exact else "regels kunnen anders breken dan in Word"
    yield text(
        f"Lettertype: {fonts.text}, {_number(fonts.size)} punten. In een PDF: {fonts.pdf} ({exact}).",
        "secondary",
        wrap=True,
    )
    margins = ", ".join(_number(edge) for edge in (paper.top, paper.right, paper.bottom))
    size = f"{_number(paper.width)} bij {_number(paper.height)} mm"
    yield text(f"Papier: {size}, marges {margins} en {_number(paper.left)} mm.", "secondary", wrap=True)
    for page in found.pages:
        words = "; ".join(" / ".join(part.split("\n")) for part in (page.header, page.footer) if part)
        yield text(f"Kop en voet van de {page.kind} bladzijde: {words or 'zonder tekst'}", "secondary", wrap=True)


def _number(value: float) -> str:
    return f"{value:g}".replace(".", ",")


def refused(path: str, message: str, again: Callable[[], object]) -> QWidget:
    """A document that cannot be used, with the reason."""
    card = QWidget()
    card.setMinimumWidth(440)
    layout = column(card, margins=(24, 18, 24, 18), gap=8)
    layout.addWidget(text(f"“{path}” kan geen huisstijl worden", "title", wrap=True))
    layout.addWidget(text(as_sentence(message), "", wrap=True))
    layout.addWidget(Button("Kies een ander document…", "", again), 0, Qt.AlignmentFlag.AlignLeft)
    return card
