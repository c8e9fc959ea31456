"""A passage rendered for the three municipalities in which it comes out most differently."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from composer.assemble.letter import Assembler
from composer.domain.document import Document, Value
from composer.domain.finding import Finding
from composer.domain.letter import Letter, Piece
from composer.domain.municipality import Municipality
from composer.domain.snippet import Snippet
from composer.domain.template import Section, Template
from composer.domain.traversal import inline_runs, inlines, plain
from composer.library.library import Library
from composer.work.documents.making import review

HOW_MANY = 3
SAMPLE = 60
"""Municipalities that are tried; beyond it a look that has not been seen yet is rare."""
TEMPLATE = "zo-leest-het"


@dataclass(frozen=True, slots=True)
class SampleReading:
    """A passage in one municipality: the document (empty when it is not printed there) and the findings about it."""

    municipality: Municipality
    printed: bool
    document: Document
    findings: tuple[Finding, ...]
    look: tuple[object, ...]

    @property
    def words(self) -> str:
        return _words(self.document)


def sample_readings(snippet: Snippet, library: Library, day: date, many: int = HOW_MANY) -> tuple[SampleReading, ...]:
    """The passage on a day in `many` municipalities: first one for each different outcome, then those with the longest names."""
    shown = _with(snippet, library)
    assembler = Assembler(shown)
    seen: dict[tuple[object, ...], Municipality] = {}
    for municipality in _candidates(shown, day):
        seen.setdefault(_look(_letter(snippet, municipality, day), assembler), municipality)
    chosen = sorted(seen.items(), key=lambda entry: _rank(entry[0]))[:many]
    spare = [m for m in _candidates(shown, day) if m not in [held for _, held in chosen]]
    picked = [m for _, m in chosen] + sorted(spare, key=lambda m: -len(m.name))[: many - len(chosen)]
    return tuple(_reading(snippet, municipality, shown, day, assembler) for municipality in picked)


def _with(snippet: Snippet, library: Library) -> Library:
    """The library with this passage, and with a template of one section only."""
    template = Template(
        id=TEMPLATE,
        title="Zo leest het",
        voice=snippet.voice,
        sections=(Section(id="tekst"),),
        fields=tuple({entry.name: entry for t in library.templates.values() for entry in t.fields}.values()),
        text="{{ sectie.tekst }}",
    )
    return replace(
        library,
        snippets={**library.snippets, snippet.id: snippet},
        templates={**library.templates, TEMPLATE: template},
    )


def _candidates(library: Library, day: date) -> list[Municipality]:
    """Municipalities spread over the regions, those with most local values first."""
    existing = [m for m in library.municipalities.values() if m.exists_on(day)]
    known = sorted(existing, key=lambda m: (-len(m.local), -len(m.executive.aldermen), m.name))
    first: dict[tuple[str, ...], Municipality] = {}
    for municipality in known:
        first.setdefault(tuple(region.id for region in library.regions_of(municipality)), municipality)
    rest = [m for m in known if m not in first.values()]
    return [*first.values(), *rest][:SAMPLE]


def _letter(snippet: Snippet, municipality: Municipality, day: date) -> Letter:
    """A letter with the passage as own words, which are checked more strictly than approved text."""
    return Letter(
        id=TEMPLATE,
        template=TEMPLATE,
        municipality=municipality.cbs,
        date=day,
        sections={"tekst": (Piece(id="a1", snippet=snippet.id, adapted=snippet.text),)},
    )


def _look(letter: Letter, assembler: Assembler) -> tuple[object, ...]:
    """The outcome of a passage, values aside: whether it is printed, its gaps, its words."""
    assembly = assembler.assemble(letter)
    (piece,) = assembly.pieces
    values = [inline for block in piece.blocks for inline in inlines(block) if isinstance(inline, Value)]
    gaps = tuple(value.path for value in values if value.text is None)
    texts = (plain(run, "") for block in piece.blocks for run in inline_runs(block))
    return piece.printed, gaps, len(assembly.findings), _without(texts, values)


def _without(texts: Iterable[str], values: list[Value]) -> str:
    words = "\n".join(texts)
    for value in values:
        words = words.replace(value.text or "", "·", 1) if value.text else words
    return words


def _rank(look: tuple[object, ...]) -> tuple[object, ...]:
    """Printed and complete first, then with gaps, then left out."""
    printed, gaps, findings, _ = look
    return not printed, bool(gaps), findings


def _reading(
    snippet: Snippet, municipality: Municipality, library: Library, day: date, assembler: Assembler
) -> SampleReading:
    reviewed = review(_letter(snippet, municipality, day), library, library, day, assembler)
    (piece,) = reviewed.assembly.pieces
    own = tuple(finding for finding in reviewed.findings if finding.piece == "a1" or finding.severity == "blokkerend")
    look = _look(reviewed.letter, assembler)
    return SampleReading(municipality, piece.printed, reviewed.assembly.document, own, look)


def _words(document: Document) -> str:
    return "\n".join(_lines(document))


def _lines(document: Document) -> Iterator[str]:
    for block in document.blocks:
        yield from (plain(run) for run in inline_runs(block))
