"""The accountability sheet: for each claim of a letter what it rests on. For the file, not for the council."""

from collections.abc import Iterator
from datetime import date

from composer.assemble.references import Reference
from composer.check.coverage import claims, coverage, passages
from composer.check.rephrasing import CitedSentence, cited_sentences
from composer.check.subject import Subject
from composer.domain.document import (
    Alignment,
    Block,
    Cell,
    Document,
    Field,
    FieldList,
    Heading,
    Origin,
    Paragraph,
    Properties,
    Table,
    Text,
)
from composer.domain.dutch import day_in_words
from composer.domain.fact import Fact
from composer.domain.letter import Waiver
from composer.library.library import Library
from composer.work.making import Reviewed

ORIGIN = Origin("sjabloon", "verantwoordingsblad")
KINDS = {"tekstblok": "tekstblok", "aangepast": "aangepast tekstblok", "eigen": "eigen tekst"}


def accountability(reviewed: Reviewed, library: Library, today: date) -> Document:
    """A document of the same kind as a letter, so that every writer can write it."""
    subject = Subject(reviewed.letter, reviewed.assembly, library, today)
    blocks = (
        *_head(subject, reviewed),
        *_claims(subject),
        *_own_knowledge(subject),
        *_waivers(reviewed.letter.waivers),
    )
    properties = reviewed.assembly.document.properties
    return Document(_properties(properties), tuple(blocks), house_style=reviewed.assembly.document.house_style)


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


def _head(subject: Subject, reviewed: Reviewed) -> Iterator[Block]:
    share = coverage(subject)
    blocking = sum(finding.severity == "blokkerend" for finding in reviewed.findings)
    entries = (
        ("Brief", subject.assembly.document.properties.title),
        ("Datum", day_in_words(subject.letter.date)),
        ("Peildatum", day_in_words(subject.letter.reference_date)),
        ("Staat", subject.letter.state),
        (
            "Dekking",
            f"{share.sourced} van {share.sentences} zinnen met een cijfer of besluit hebben een bron ({share.percentage}%)",
        ),
        ("Open punten", f"{blocking} blokkerend, {len(reviewed.findings) - blocking} overig"),
    )
    yield Paragraph((Text("Intern stuk voor het dossier. Niet bedoeld voor de raad."),), ORIGIN)
    yield FieldList(tuple(Field((Text(label),), (Text(value),)) for label, value in entries), ORIGIN)


def _claims(subject: Subject) -> Iterator[Block]:
    yield _heading("Waarop iedere uitspraak rust")
    rows = [
        row
        for piece in subject.pieces
        for sentence in cited_sentences(piece, subject)
        for row in _rows(sentence, subject)
    ]
    unsourced = [
        sentence.text
        for piece in subject.pieces
        for run in passages(piece.blocks)
        for sentence, sourced in claims(run)
        if not sourced
    ]
    rows += [(text, "geen feit", "", "") for text in unsourced]
    yield _table(("Uitspraak", "Feit", "Bron en plaats", "Stand"), rows)


def _rows(sentence: CitedSentence, subject: Subject) -> Iterator[tuple[str, ...]]:
    for position, fact in enumerate(sentence.facts):
        yield ("" if position else sentence.text, fact.statement, _source(fact, subject), _standing(fact, subject))


def _source(fact: Fact, subject: Subject) -> str:
    reference = subject.assembly.references.get(fact.id)
    if reference is None:
        return f"eigen kennis; {_evidence(fact, subject)}"
    if reference.source:
        return _place(reference, subject)
    return reference.description or "nog geen bron genoemd"


def _place(reference: Reference, subject: Subject) -> str:
    source = subject.library.sources.get(reference.source or "")
    where = reference.place.written()
    return ", ".join(part for part in (source.title if source else reference.source or "", where) if part)


def _evidence(fact: Fact, subject: Subject) -> str:
    named = (subject.library.sources.get(item.source) for item in fact.evidence)
    return "; ".join(source.title for source in named if source)


def _standing(fact: Fact, subject: Subject) -> str:
    held = subject.library.chronology.standing(fact, subject.letter.reference_date)
    told = f"{fact.strength} van {fact.who}" if fact.who else fact.strength
    return f"{held.verdict}; {told}" if held.usable else f"{held.verdict}: {held.reason}; {told}"


def _own_knowledge(subject: Subject) -> Iterator[Block]:
    """Which piece came from where."""
    yield _heading("Waar de stukken vandaan komen")
    rows = [
        (piece.piece.id, piece.section, _origin(piece.piece.snippet, piece.piece.adapted)) for piece in subject.pieces
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


def _heading(text: str) -> Heading:
    return Heading(1, (Text(text),), ORIGIN)


def _table(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> Block:
    if not rows:
        return Paragraph((Text("Geen."),), ORIGIN)
    alignments: tuple[Alignment, ...] = ("left",) * len(header)
    return Table(_cells(header), tuple(_cells(row) for row in rows), alignments, ORIGIN)


def _cells(row: tuple[str, ...]) -> tuple[Cell, ...]:
    return tuple(Cell((Text(text),)) for text in row)
