"""Dutch, English and German names of styles and of places to fill."""

import re
from collections.abc import Mapping

STYLES: Mapping[str, tuple[str, ...]] = {
    "titel": ("Title", "Titel", "Documenttitel", "Brieftitel", "Documentsoort"),
    "alinea": (
        "Body Text",
        "Platte tekst",
        "Textkörper",
        "Brieftekst",
        "Broodtekst",
        "Bodytekst",
        "Tekst",
        "Fließtext",
    ),
    "kop1": ("heading 1", "Kop 1", "Überschrift 1", "Tussenkop", "Tussenkop 1", "Hoofdstuk", "Briefkop"),
    "kop2": ("heading 2", "Kop 2", "Überschrift 2", "Tussenkop 2", "Paragraaf", "Paragraafkop"),
    "kop3": ("heading 3", "Kop 3", "Überschrift 3", "Tussenkop 3", "Subparagraaf"),
    "kop4": ("heading 4", "Kop 4", "Überschrift 4"),
    "kop5": ("heading 5", "Kop 5", "Überschrift 5"),
    "kop6": ("heading 6", "Kop 6", "Überschrift 6"),
    "opsomming": ("List Bullet", "Lijst opsom.teken", "Aufzählungszeichen", "Opsomming", "Opsomming 1", "Bullets"),
    "nummering": (
        "List Number",
        "Lijstnummering",
        "Listennummer",
        "Nummering",
        "Genummerde lijst",
        "Opsomming nummers",
    ),
    "lijstvervolg1": ("List Continue", "Lijstvoortzetting", "Listenfortsetzung"),
    "lijstvervolg2": ("List Continue 2", "Lijstvoortzetting 2", "Listenfortsetzung 2"),
    "lijstvervolg3": ("List Continue 3", "Lijstvoortzetting 3", "Listenfortsetzung 3"),
    "citaat": ("Quote", "Citaat", "Zitat"),
    "ondertekening": ("Signature", "Handtekening", "Unterschrift", "Ondertekening"),
    "voetnoottekst": ("footnote text", "Voetnoottekst", "Fußnotentext"),
    "voetnootmarkering": ("footnote reference", "Voetnootmarkering", "Fußnotenzeichen"),
    "koppeling": ("Hyperlink",),
    "sterk": ("Strong", "Zwaar", "Fett"),
    "nadruk": ("Emphasis", "Nadruk", "Hervorhebung"),
    "inhoudkop": ("TOC Heading", "Kopvaninhoudsopgave", "Inhaltsverzeichnisüberschrift"),
    "inhoud1": ("toc 1", "Inhopg 1", "Verzeichnis 1"),
    "inhoud2": ("toc 2", "Inhopg 2", "Verzeichnis 2"),
    "veld": ("Veld", "Briefgegevens", "Kenmerkregel"),
    "tabel": ("Raadsbrief tabel", "Huisstijl tabel", "Huisstijltabel", "Tabel huisstijl"),
}
"""Names under which a style may be kept, the one that Word itself keeps first."""

LABELS: Mapping[str, str] = {
    "titel": "Titel", "alinea": "Lopende tekst", "kop1": "Kop 1", "kop2": "Kop 2", "kop3": "Kop 3",
    "opsomming": "Opsomming", "nummering": "Genummerde lijst", "citaat": "Citaat", "veld": "Regel met gegevens",
    "tabel": "Tabel", "voetnoottekst": "Voetnoot", "voetnootmarkering": "Voetnootnummer", "koppeling": "Koppeling",
}  # fmt: skip
"""The kinds of style that someone who imports a house style is shown, with what they are called then."""

_PLACES: Mapping[str, str] = {
    "kenmerk": "kenmerk|onskenmerk|uwkenmerk onskenmerk|zaaknummer|zaak|zaakid|registratienummer|documentnummer|dossiernummer"
    "|briefnummer|nummer|ourreference|reference|aktenzeichen|geschäftszeichen|unserzeichen",
    "datum": "datum|briefdatum|datumbrief|verzenddatum|date|publishdate|publicatiedatum|briefdatum",
    "peildatum": "peildatum|stand|standper",
    "onderwerp": "onderwerp|betreft|subject|betreff|title|titel|documenttitel",
    "soort": "soort|documentsoort|documenttype|category|categorie|stuksoort",
    "organisatie": "organisatie|gemeente|gemeentenaam|naamgemeente|company|bedrijf|firma|organisation",
    "aan": "aan|geadresseerde|adressering|to|an|empfänger|ontvanger",
    "van": "van|afzender|from|von|absender",
    "portefeuillehouder": "portefeuillehouder|wethouder|portefeuille",
    "contact": "contact|contactpersoon|behandelaar|behandelddoor|steller|ansprechpartner|contactperson",
    "brief": "brief|brieftekst|tekst|body|inhoud|bodytekst|text|brieftext|hiertekst",
}
PLACE_NAMES: Mapping[str, str] = {name: tag for tag, names in _PLACES.items() for name in names.split("|")}
_NO_LETTER = re.compile(r"[\W\d_]+")
_STARTS = ("klikoftikomtekstintevoeren", "klikhierentyp", "typhier", "vulin", "txt", "bmk", "bm", "cc", "fld", "veld")
"""What people and Word put before the name of a place."""
BRACKETED = re.compile(r"[\[<«‹{]{1,2}\s*([A-Za-zÀ-ÿ][^\[\]<>«»‹›{}]{1,40}?)\s*[\]>»›}]{1,2}")
"""A name between brackets of some kind, as people write down what is still to be filled in."""


def place_tag(name: str) -> str:
    """The tag for a place of this name; "" when a letter has nothing for it."""
    plain = _NO_LETTER.sub("", name).casefold()
    told = (plain, *(plain.removeprefix(start) for start in _STARTS))
    return next((tag for each in told if (tag := PLACE_NAMES.get(each))), "")
