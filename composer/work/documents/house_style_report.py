"""What was found in a Word document that is to be a house style, as data and as lines."""

from collections.abc import Iterator
from typing import Any

from composer.export.house_styles.inspection import FoundLogo, FoundPage, FoundPlace, FoundStyle, Inspection

_SHOWN = 60


def record(inspection: Inspection) -> dict[str, Any]:
    """What was found as plain data under Dutch keys; measures in millimetres, sizes in points."""
    paper = inspection.paper
    return {
        "naam": inspection.name,
        "stijlen": list(map(_style, inspection.styles)),
        "lettertype": _fonts(inspection),
        "kleuren": inspection.colours.model_dump(by_alias=True),
        "papier": {"breedte": paper.width, "hoogte": paper.height, "kolommen": paper.columns},
        "marges": {"boven": paper.top, "rechts": paper.right, "onder": paper.bottom, "links": paper.left},
        "bladzijden": list(map(_page, inspection.pages)),
        "logo": inspection.logo and _logo(inspection.logo),
        "tekst": _text(inspection),
        "plaatsen": list(map(_place, inspection.places)),
        "toegevoegd": list(inspection.added),
        "weggehaald": list(inspection.removed),
        "opmerkingen": list(inspection.remarks),
    }


def _style(style: FoundStyle) -> dict[str, Any]:
    return {
        "soort": style.kind,
        "label": style.label,
        "stijl": style.name or None,
        "hoe": style.how,
        "uiterlijk": style.look,
    }


def _fonts(inspection: Inspection) -> dict[str, Any]:
    fonts = inspection.fonts
    return {
        "tekst": fonts.text,
        "koppen": fonts.headings,
        "grootte": fonts.size,
        "pdf": fonts.pdf,
        "even_breed": fonts.exact,
    }


def _page(page: FoundPage) -> dict[str, Any]:
    return {
        "soort": page.kind,
        "koptekst": page.header,
        "voettekst": page.footer,
        "afbeeldingen": page.pictures,
        "genummerd": page.numbered,
    }


def _logo(logo: FoundLogo) -> dict[str, Any]:
    return {
        "breedte": logo.width,
        "hoogte": logo.height,
        "alternatief": logo.alternative,
        "bruikbaar": logo.usable,
    }


def _text(inspection: Inspection) -> dict[str, Any]:
    text = inspection.text
    return {
        "alineas": text.paragraphs,
        "begin": text.beginning,
        "tabellen": text.tables,
        "afbeeldingen": text.pictures,
        "noten": text.notes,
    }


def _place(place: FoundPlace) -> dict[str, str | None]:
    return {
        "sleutel": place.key,
        "naam": place.name,
        "waar": place.where,
        "soort": place.kind,
        "vult": place.tag or None,
    }


def lines(inspection: Inspection) -> list[str]:
    """The same for people, a finding a line."""
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
