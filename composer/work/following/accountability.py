"""The accountability sheet: each claim of a letter with its facts and sources. For the file, not for the council."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from composer.assemble.references import full_mention, short_names
from composer.check.context import CheckContext
from composer.check.coverage import claims, coverage
from composer.check.rephrasing import CitedSentence, cited_sentences
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
    ListBlock,
    ListItem,
    Origin,
    Paragraph,
    Properties,
    Table,
    Text,
)
from composer.domain.dutch import capitalised, day_in_words
from composer.domain.fact import Fact
from composer.domain.letter import Waiver
from composer.library.library import Library
from composer.library.store import save
from composer.work.documents.files import StyleFinder, house_style, render_checked
from composer.work.documents.making import Reviewed

ORIGIN = Origin("sjabloon", "verantwoordingsblad")
KINDS = {"tekstblok": "tekstblok", "aangepast": "aangepast tekstblok", "eigen": "eigen tekst"}


def accountability(reviewed: Reviewed, library: Library, today: date) -> Document:
    """The sheet as a document, which every writer can write."""
    context = CheckContext(reviewed.letter, reviewed.assembly, library, today)
    blocks = (
        *_head(context, reviewed),
        *_claims(context),
        *_own_knowledge(context),
        *_waivers(reviewed.letter.waivers),
    )
    properties = reviewed.assembly.document.properties
    return Document(_properties(properties), tuple(blocks), house_style=reviewed.assembly.document.house_style)


def make_sheet(
    reviewed: Reviewed, library: Library, target: Path, today: date, find_style: StyleFinder = house_style
) -> None:
    """Writes the sheet to `target`, replacing it, in the form that its suffix asks for; raises ComposerError."""
    document = accountability(reviewed, library, today)
    style = find_style(library, document.house_style)
    save(target, render_checked(document, style, target.suffix))


def _properties(letter: Properties) -> Properties:
    return Properties(
        title=f"Verantwoordingsblad: {letter.title}",
        author=letter.author,
        subject="Verantwoordingsblad",
        date=letter.date,
        reference_date=letter.reference_date,
        letter=letter.letter,
        draft=False,
        reference=letter.reference,
    )


def _head(context: CheckContext, reviewed: Reviewed) -> Iterator[Block]:
    share = coverage(context)
    blocking = sum(finding.severity == "blokkerend" for finding in reviewed.findings)
    entries = (
        ("Brief", context.assembly.document.properties.title),
        ("Datum", day_in_words(context.letter.date)),
        ("Peildatum", day_in_words(context.letter.reference_date)),
        ("Staat", context.letter.state),
        ("Dekking", f"{share.in_words} ({share.percentage}%)"),
        ("Open punten", f"{blocking} blokkerend, {len(reviewed.findings) - blocking} overig"),
    )
    yield _paragraph(Text("Intern stuk voor het dossier. Niet bedoeld voor de raad."))
    yield FieldList(tuple(Field((Text(label),), (Text(value),)) for label, value in entries), ORIGIN)


def _claims(context: CheckContext) -> Iterator[Block]:
    """Each claim of the letter, and below it the facts that it rests on with their sources."""
    named = _names(context)
    resting = [held for piece in context.pieces for held in cited_sentences(piece, context) if held.facts]
    yield _heading("Waarop iedere uitspraak rust")
    yield from _list([_claim(sentence, context, named) for sentence in resting], ordered=True)
    yield _heading("Uitspraken zonder feit")
    unsourced = [text for piece in context.pieces for text, sourced in claims(piece, context) if not sourced]
    yield from _list([ListItem((_paragraph(Text(text)),)) for text in unsourced])
    yield _heading("Bronnen")
    sources = (context.library.sources[name] for name in named)
    yield from _list([ListItem((_paragraph(*full_mention(source, named[source.id])),)) for source in sources])


def _names(context: CheckContext) -> Mapping[str, str]:
    """The sheet's name for each source of a cited fact, by id."""
    facts = dict.fromkeys(fact for piece in context.pieces for fact in context.facts(piece))
    held = [source for fact in facts for source in _sources(fact, context) if source in context.library.sources]
    return short_names(dict.fromkeys(held), context.library)


def _sources(fact: Fact, context: CheckContext) -> tuple[str, ...]:
    """The source that the letter names; those of the fact itself for what the sender knows of its own."""
    reference = context.assembly.references.get(fact.id)
    if reference is None:
        return tuple(item.source for item in fact.evidence)
    return (reference.source,) if reference.source else ()


def _claim(sentence: CitedSentence, context: CheckContext, named: Mapping[str, str]) -> ListItem:
    facts = [ListItem((_paragraph(*_fact(fact, context, named)),)) for fact in sentence.facts]
    return ListItem((_paragraph(Text(sentence.text)), *_list(facts)))


def _fact(fact: Fact, context: CheckContext, named: Mapping[str, str]) -> tuple[Inline, ...]:
    source = _source(fact, context, named)
    where = f"{capitalised(source)}; {_standing(fact, context)}."
    return Text(fact.statement), LineBreak(), Emphasis((Text(where),))


def _source(fact: Fact, context: CheckContext, named: Mapping[str, str]) -> str:
    reference = context.assembly.references.get(fact.id)
    if reference is None:
        held = ", ".join(named[source] for source in dict.fromkeys(_sources(fact, context)) if source in named)
        return f"Eigen kennis van de afzender ({held})" if held else "Eigen kennis van de afzender"
    if reference.source:
        place = reference.place.written()
        return ", ".join(part for part in (named.get(reference.source, reference.source), place) if part)
    return reference.description or "Nog geen bron genoemd"


def _standing(fact: Fact, context: CheckContext) -> str:
    held = context.library.chronology.standing(fact, context.letter.reference_date)
    told = f"{fact.strength} van {fact.who}" if fact.who else fact.strength
    return f"{held.verdict}, {told}" if held.usable else f"{held.verdict} ({held.reason.removesuffix('.')}), {told}"


def _own_knowledge(context: CheckContext) -> Iterator[Block]:
    """The origin of each piece."""
    yield _heading("Waar de stukken vandaan komen")
    rows = [
        (piece.piece.id, piece.section, _origin(piece.piece.snippet, piece.piece.adapted)) for piece in context.pieces
    ]
    yield _table(("Stuk", "Onderdeel", "Herkomst"), rows)


def _origin(snippet: str | None, adapted: str | None) -> str:
    if snippet is None:
        return KINDS["eigen"]
    return f"{KINDS['aangepast' if adapted is not None else 'tekstblok']} {snippet}"


def _waivers(waivers: tuple[Waiver, ...]) -> Iterator[Block]:
    if waivers:
        yield _heading("Waarvan is afgezien")
        yield _table(
            ("Opmerking", "Woorden", "Reden"), [(waiver.code, waiver.words, waiver.reason) for waiver in waivers]
        )


def _list(items: list[ListItem], *, ordered: bool = False) -> Iterator[Block]:
    if items:
        yield ListBlock(ordered, 1, tuple(items), ORIGIN)
    else:
        yield _paragraph(Text("Geen."))


def _paragraph(*content: Inline) -> Paragraph:
    return Paragraph(content, ORIGIN)


def _heading(text: str) -> Heading:
    return Heading(1, (Text(text),), ORIGIN)


def _table(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> Block:
    if not rows:
        return _paragraph(Text("Geen."))
    alignments: tuple[Alignment, ...] = ("left",) * len(header)
    return Table(_cells(header), tuple(_cells(row) for row in rows), alignments, ORIGIN)


def _cells(row: tuple[str, ...]) -> tuple[Cell, ...]:
    return tuple(Cell((Text(text),)) for text in row)
