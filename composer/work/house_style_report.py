"""What was found in a Word document that is to be a house style, as data and as lines."""

from typing import Any

from composer.export.house_styles.inspection import FoundPlace, Inspection

_SHOWN = 60


def record(inspection: Inspection) -> dict[str, Any]:
    """What was found as plain data under Dutch keys."""
    fonts, paper, text, logo = inspection.fonts, inspection.paper, inspection.text, inspection.logo
    return {
        "naam": inspection.name,
        "stijlen": [
            {
                "soort": each.kind,
                "label": each.label,
                "stijl": each.name or None,
                "hoe": each.how,
                "uiterlijk": each.look,
            }
            for each in inspection.styles
        ],
        "lettertype": {
            "tekst": fonts.text,
            "koppen": fonts.headings,
            "grootte": fonts.size,
            "pdf": fonts.pdf,
            "even_breed": fonts.exact,
        },
        "kleuren": inspection.colours.model_dump(by_alias=True),
        "papier": {"breedte": paper.width, "hoogte": paper.height, "kolommen": paper.columns},
        "marges": {"boven": paper.top, "rechts": paper.right, "onder": paper.bottom, "links": paper.left},
        "bladzijden": [
            {
                "soort": each.kind,
                "koptekst": each.header,
                "voettekst": each.footer,
                "afbeeldingen": each.pictures,
                "genummerd": each.numbered,
            }
            for each in inspection.pages
        ],
        "logo": None
        if logo is None
        else {"breedte": logo.width, "hoogte": logo.height, "alternatief": logo.alternative, "bruikbaar": logo.usable},
        "tekst": {
            "alineas": text.paragraphs,
            "begin": text.beginning,
            "tabellen": text.tables,
            "afbeeldingen": text.pictures,
            "noten": text.notes,
        },
        "plaatsen": [_place(each) for each in inspection.places],
        "toegevoegd": list(inspection.added),
        "weggehaald": list(inspection.removed),
        "opmerkingen": list(inspection.remarks),
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
    fonts, paper = inspection.fonts, inspection.paper
    told = [
        f"Huisstijl uit “{inspection.name}”",
        f"Lettertype: {fonts.text} {fonts.size:g} punten, koppen {fonts.headings}; in de pdf {fonts.pdf}",
        f"Papier: {paper.width:g} × {paper.height:g} mm, marges {paper.top:g} / {paper.right:g} / {paper.bottom:g} / {paper.left:g} mm"
        + (f", {paper.columns} kolommen" if paper.columns > 1 else ""),
        "Stijlen:",
        *(
            f"  {each.label}: {each.name or 'wordt toegevoegd'}{f' ({each.look})' if each.name else ''}"
            for each in inspection.styles
        ),
    ]
    for page in inspection.pages:
        told.append(f"Bladzijden ({page.kind}): kop “{_short(page.header)}”, voet “{_short(page.footer)}”")
    if logo := inspection.logo:
        told.append(
            f"Beeldmerk: {logo.width:g} × {logo.height:g} mm, {logo.alternative or 'nog zonder alternatieve tekst'}"
        )
    told += [
        f"In te vullen: {each.name or each.kind} in {each.where}, met {each.tag or 'niets'}"
        for each in inspection.places
    ]
    for title, entries in (
        ("Komt erbij", inspection.added),
        ("Gaat eruit", inspection.removed),
        ("Let op", inspection.remarks),
    ):
        told += [f"{title}: {entry}" for entry in entries]
    return told


def _short(text: str) -> str:
    plain = " / ".join(text.split("\n")).replace("\t", " ")
    return plain if len(plain) <= _SHOWN else plain[:_SHOWN].rpartition(" ")[0] + " …"
