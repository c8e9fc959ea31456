"""The report of inspecting a Word document for a house style, as data and as lines."""

from collections.abc import Callable, Iterator, Mapping
from operator import attrgetter
from typing import Any

from composer.export.house_styles.inspection import Inspection

_SHOWN = 60


Columns = Mapping[str, Callable[[Any], Any]]
"""The attributes that are reported, by Dutch key."""
_STYLE: Columns = {
    "soort": attrgetter("kind"),
    "label": attrgetter("label"),
    "stijl": lambda style: style.name or None,
    "hoe": attrgetter("how"),
    "uiterlijk": attrgetter("look"),
}
_FONTS: Columns = {
    "tekst": attrgetter("text"),
    "koppen": attrgetter("headings"),
    "grootte": attrgetter("size"),
    "pdf": attrgetter("pdf"),
    "even_breed": attrgetter("exact"),
}
_PAPER: Columns = {
    "breedte": attrgetter("width"),
    "hoogte": attrgetter("height"),
    "kolommen": attrgetter("columns"),
}
_MARGINS: Columns = {
    "boven": attrgetter("top"),
    "rechts": attrgetter("right"),
    "onder": attrgetter("bottom"),
    "links": attrgetter("left"),
}
_PAGE: Columns = {
    "soort": attrgetter("kind"),
    "koptekst": attrgetter("header"),
    "voettekst": attrgetter("footer"),
    "afbeeldingen": attrgetter("pictures"),
    "genummerd": attrgetter("numbered"),
}
_LOGO: Columns = {
    "breedte": attrgetter("width"),
    "hoogte": attrgetter("height"),
    "alternatief": attrgetter("alternative"),
    "bruikbaar": attrgetter("usable"),
}
_TEXT: Columns = {
    "alineas": attrgetter("paragraphs"),
    "begin": attrgetter("beginning"),
    "tabellen": attrgetter("tables"),
    "afbeeldingen": attrgetter("pictures"),
    "noten": attrgetter("notes"),
}
_PLACE: Columns = {
    "sleutel": attrgetter("key"),
    "naam": attrgetter("name"),
    "waar": attrgetter("where"),
    "soort": attrgetter("kind"),
    "vult": lambda place: place.tag or None,
}
_WHOLE: Columns = {
    "naam": attrgetter("name"),
    "stijlen": lambda found: [_told(_STYLE, style) for style in found.styles],
    "lettertype": lambda found: _told(_FONTS, found.fonts),
    "kleuren": lambda found: found.colours.model_dump(by_alias=True),
    "papier": lambda found: _told(_PAPER, found.paper),
    "marges": lambda found: _told(_MARGINS, found.paper),
    "bladzijden": lambda found: [_told(_PAGE, page) for page in found.pages],
    "logo": lambda found: found.logo and _told(_LOGO, found.logo),
    "tekst": lambda found: _told(_TEXT, found.text),
    "plaatsen": lambda found: [_told(_PLACE, place) for place in found.places],
    "toegevoegd": lambda found: list(found.added),
    "weggehaald": lambda found: list(found.removed),
    "opmerkingen": lambda found: list(found.remarks),
}


def record(inspection: Inspection) -> dict[str, Any]:
    """The inspection as plain data under Dutch keys; measures in millimetres, sizes in points."""
    return _told(_WHOLE, inspection)


def _told(columns: Columns, found: Any) -> dict[str, Any]:
    return {key: tell(found) for key, tell in columns.items()}


def lines(inspection: Inspection) -> list[str]:
    """The inspection in Dutch, a line for each finding."""
    return [f"Huisstijl uit “{inspection.name}”", *_looks(inspection), *_around(inspection), *_changes(inspection)]


def _looks(inspection: Inspection) -> Iterator[str]:
    fonts, paper = inspection.fonts, inspection.paper
    margins = " / ".join(f"{side:g}" for side in (paper.top, paper.right, paper.bottom, paper.left))
    columns = f", {paper.columns} kolommen" if paper.columns > 1 else ""
    yield f"Lettertype: {fonts.text} {fonts.size:g} punten, koppen {fonts.headings}; in de pdf {fonts.pdf}"
    yield f"Papier: {paper.width:g} × {paper.height:g} mm, marges {margins} mm{columns}"
    yield "Stijlen:"
    for style in inspection.styles:
        look = f" ({style.look})" if style.name and style.look else ""
        yield f"  {style.label}: {style.name or 'wordt toegevoegd'}{look}"


def _around(inspection: Inspection) -> Iterator[str]:
    for page in inspection.pages:
        yield f"Bladzijden ({page.kind}): kop “{_short(page.header)}”, voet “{_short(page.footer)}”"
    if logo := inspection.logo:
        told = logo.alternative or "nog zonder alternatieve tekst"
        yield f"Beeldmerk: {logo.width:g} × {logo.height:g} mm, {told}"
    for place in inspection.places:
        yield f"In te vullen: {place.name or place.kind} in {place.where}, met {place.tag or 'niets'}"


def _changes(inspection: Inspection) -> Iterator[str]:
    told = (("Komt erbij", inspection.added), ("Gaat eruit", inspection.removed), ("Let op", inspection.remarks))
    for title, entries in told:
        yield from (f"{title}: {entry}" for entry in entries)


def _short(text: str) -> str:
    plain = " / ".join(text.split("\n")).replace("\t", " ")
    return plain if len(plain) <= _SHOWN else plain[:_SHOWN].rpartition(" ")[0] + " …"
