"""A small notation for documents in tests, and the letters that the writers are tried on."""

import re
from datetime import date
from typing import Literal

from composer.domain.document import (
    Alignment,
    Block,
    Cell,
    Document,
    Emphasis,
    Field,
    FieldList,
    Heading,
    Inline,
    LineBreak,
    Link,
    ListBlock,
    ListItem,
    Note,
    NoteReference,
    Origin,
    Paragraph,
    Properties,
    Quote,
    Strong,
    Table,
    Text,
    Value,
)  # fmt: skip

HERE = Origin("tekstblok", "een-tekstblok", "a1", 3)
_MARKS = re.compile(r"\*\*(.+?)\*\*|_(.+?)_|\[(.+?)\]\((.+?)\)|\{(.+?)\}|\^(\d+)|(\\\n)")


def inlines(text: str) -> tuple[Inline, ...]:
    """`**sterk**`, `_nadruk_`, `[woorden](adres)`, `{pad=waarde}` or `{label}` for a gap, `^1` for a note, `\\` for a break."""
    parts: list[Inline] = []
    end = 0
    for match in _MARKS.finditer(text):
        parts += [Text(text[end : match.start()])] if match.start() > end else []
        parts.append(_marked(match))
        end = match.end()
    return (*parts, Text(text[end:])) if end < len(text) else tuple(parts)


def _marked(match: re.Match[str]) -> Inline:
    strong, emphasis, words, target, value, number, _ = match.groups()
    if strong:
        return Strong(inlines(strong))
    if emphasis:
        return Emphasis(inlines(emphasis))
    if words:
        return Link(target, inlines(words))
    if value:
        path, given, shown = value.partition("=")
        return Value(path, shown if given else None, path.rpartition(".")[2], HERE, "een-feit" if given else None)
    return NoteReference(int(number)) if number else LineBreak()


def p(text: str) -> Paragraph:
    return Paragraph(inlines(text), HERE)


def h(level: int, text: str) -> Heading:
    return Heading(level, inlines(text), HERE)


def item(*blocks: Block | str) -> ListItem:
    return ListItem(tuple(p(block) if isinstance(block, str) else block for block in blocks))


def bullets(*items: ListItem | str) -> ListBlock:
    return ListBlock(False, 1, tuple(each if isinstance(each, ListItem) else item(each) for each in items), HERE)


def numbers(*items: ListItem | str, start: int = 1) -> ListBlock:
    return ListBlock(True, start, tuple(each if isinstance(each, ListItem) else item(each) for each in items), HERE)


def table(*rows: str, sides: str = "") -> Table:
    """Rows as "a | b"; the first is the header; sides a letter a column of l, c and r."""
    cells = [tuple(Cell(inlines(text.strip())) for text in row.split("|")) for row in rows]
    names: dict[str, Alignment] = {"l": "left", "c": "center", "r": "right"}
    return Table(cells[0], tuple(cells[1:]), tuple(names[side] for side in sides or "l" * len(cells[0])), HERE)


def quote(*blocks: Block | str) -> Quote:
    return Quote(tuple(p(block) if isinstance(block, str) else block for block in blocks), HERE)


def fields(*entries: tuple[str, str]) -> FieldList:
    return FieldList(tuple(Field(inlines(label), inlines(text)) for label, text in entries), HERE)


def note(number: int, text: str) -> Note:
    return Note(number, inlines(text), ("een-feit",), ("een-bron",), HERE)


def document(
    *blocks: Block, notes: tuple[Note, ...] = (), draft: bool = False, closing: int | None = None,
    kind: Literal["Raadsinformatiebrief", "Ledenbrief"] = "Raadsinformatiebrief",
) -> Document:  # fmt: skip
    return Document(properties(kind, draft=draft), blocks, notes, closing=closing)


def properties(kind: str = "Raadsinformatiebrief", *, draft: bool = False) -> Properties:
    return Properties(
        title="Stand van zaken Integraal Zorgakkoord en de resolutie van de VNG",
        author="Gemeente Bernheze",
        subject=kind,
        date=date(2024, 12, 12),
        reference_date=date(2024, 12, 10),
        letter="7f3c2d1e-0000-4000-8000-000000000001",
        draft=draft,
        reference="Z/24/104512",
    )


HEADER = fields(
    ("Aan", "de leden van de gemeenteraad"),
    ("Van", "het college van burgemeester en wethouders"),
    ("Datum", "12 december 2024"),
    (
        "Onderwerp",
        "Stand van zaken Integraal Zorgakkoord (IZA) en de resolutie die de VNG op 29 november 2024 heeft aangenomen",
    ),
    ("Portefeuillehouder", "{veld.portefeuillehouder}"),
    ("Kenmerk", "Z/24/104512"),
)

NOTES = (
    note(1, "Vereniging van Nederlandse Gemeenten, _Resolutie vervolg IZA_, november 2024, [vng.nl](https://vng.nl/resolutie-iza?a=1&b=2)."),
    note(2, "Vereniging van Nederlandse Gemeenten, uitkomst algemene ledenvergadering, 29 november 2024, agendapunt 8a."),
    note(3, "VNG 2024, par. 2, alinea 1."),
    note(4, "Integraal Zorgakkoord, 16 september 2022, blz. 12 en 13."),
    note(5, "Regio Noordoost-Brabant en Bommelerwaard, _Begroting en werkwijze 2025–2026_, par. 3; "
         "zie ook [de toelichting](https://vng.nl/resolutie-iza?a=1&b=2) en [een lang adres](https://www.rijksoverheid.nl/documenten)."),
    note(6, "Ministerie van VWS, bericht van 17 december 2024 over de SPUK IZA."),
    note(7, "Gemeente Bernheze, collegebesluit van 3 december 2024."),
    note(8, "VNG 2024, bijlage 1a."),
)  # fmt: skip

_PADDING = (
    "Gemeenten hebben de afgelopen jaren samen met zorgverzekeraars, aanbieders en inwoners gewerkt aan plannen die de zorg "
    "toegankelijk en betaalbaar houden. Daarvoor is tijd nodig, en zekerheid over het geld dat daarbij hoort. Zolang die "
    "zekerheid er niet is, maken wij geen nieuwe afspraken die langer lopen dan 2025."
)


def letter(*, draft: bool = False) -> Document:
    """A letter of about 900 words with every kind of block and inline."""
    body: tuple[Block, ...] = (
        HEADER,
        p("Geachte leden van de raad,"),
        p("Met deze brief informeren wij u over de stand van zaken rond het Integraal Zorgakkoord (IZA). De leden van de VNG "
          "hebben op {feit.resolutie.datum=29 november 2024} een resolutie aangenomen.^1 Het amendement van de gemeente "
          "Hilversum is **verworpen**.^2 Wij leggen uit wat dat betekent voor onze gemeente."),
        h(1, "Wat is er besloten?"),
        p("De leden hebben de VNG gevraagd te stoppen met de gesprekken totdat aan drie voorwaarden is voldaan:^3"),
        numbers(
            "een oplossing voor het financiële ravijnjaar 2026;",
            "compensatie voor het abonnementstarief;",
            item("structurele middelen voor preventie en gezondheidsbeleid, waaronder:",
                 bullets("de SPUK IZA;", item("de Brede SPUK, bestaande uit:", numbers("sport;", "cultuur.")))),
        ),
        p(f"{_PADDING} {_PADDING}"),
        h(2, "Wat ging eraan vooraf?"),
        p("In {jaar=2022} heeft de VNG het akkoord ondertekend, onder voorwaarden.^4 Het gaat om € 150 miljoen, "
          "waarvan {feit.bedrag=€ 2,86 miljoen} voor onze regio (art. 169 Gemeentewet, blz. 3, nr. 4)."),
        quote("Gemeenten willen aan de voorkant meedoen, “niet aan de achterkant meebetalen”.", "Zo vatte het bestuur het."),
        p(_PADDING),
        h(1, "Wat betekent dit voor onze regio?"),
        p("De regio werkt met een begroting voor 2025 en 2026.^5 De belangrijkste stappen:"),
        table(
            "Stap | Wie | Wanneer | Bedrag",
            "Begroting en werkwijze vaststellen | Bestuurlijk overleg RNOBB | 22 januari 2025 | € 1.250.000",
            "Transformatieplannen indienen | **Zorgverzekeraars** en gemeenten samen | tweede kwartaal 2025 | {bedrag}",
            "Evaluatie | Raad | eind 2026 | € 40.000",
            sides="lllr",
        ),
        p(f"De bedragen zijn voorlopig. {_PADDING}"),
        h(3, "Subregio’s"),
        bullets("Samen in Gezondheid;", "Mooi Maasvallei;", "Zorgzaam ’s-Hertogenbosch."),
        p(f"Het ministerie van VWS liet weten dat de SPUK IZA in 2025 beschikbaar blijft.^6 {_PADDING} {_PADDING}"),
        h(1, "Standpunt van het college"),
        p(f"Wij hebben tegen het amendement gestemd.^7 De uitwerking staat in bijlage 1a.^8 {_PADDING} {_PADDING} {_PADDING}"),
        p("Heeft u vragen, dan kunt u terecht bij [de griffie](mailto:griffie@example.nl) of bij _uw_ contactpersoon."),
        h(1, "Hoe gaat het verder?"),
        numbers("In januari bespreken wij de begroting met de regio.", "In maart 2025 ontvangt u een vervolgbrief.", start=1),
        p(_PADDING),
        p("Met vriendelijke groet,"),
        p("het college van burgemeester en wethouders van Bernheze,"),
        p("de secretaris, de burgemeester,\\\n{gemeente.secretaris}\\\n{gemeente.burgemeester=M.A.H. Moorman}"),
        h(2, "Bijlagen"),
        numbers("Resolutie ‘Stop met gesprekken vervolg IZA’ (openbaar)", "Uitwerking gelijkwaardigheid (openbaar)"),
    )  # fmt: skip
    closing = next(index for index, block in enumerate(body) if block == p("Met vriendelijke groet,"))
    return Document(properties(draft=draft), body, NOTES, closing=closing)
