"""What is still missing: gaps, empty sections, facts without a source to name, passages that no one has read."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from composer.assemble.pieces import AssembledPiece
from composer.check.context import CheckContext
from composer.check.extractors import SegmentExtractor
from composer.check.segments import Segment
from composer.check.vocabulary import Vocabulary
from composer.domain.document import Heading, Inline, Note, Text, Value
from composer.domain.dutch import capitalised, day_in_words
from composer.domain.finding import Action, Finding, Severity
from composer.domain.snippet import Snippet
from composer.domain.template import FieldDefinition
from composer.domain.traversal import flatten, plain

LEFT_OPEN = re.compile(
    r"\[[^\[\]]*\b(?:(?:in|aan)\s?(?:te\s)?vullen|navragen|na\ste\svragen|opzoeken|uitzoeken)\b[^\[\]]*\]"
    r"|\[[^\[\]|]+\|[^\[\]]+\]|\[(?:datum|naam|bedrag|jaar|aantal|gemeente|regio|wethouder|kenmerk|\?+)\]"
    r"|(?:€\s?(?:…|\.{3}|[xX]+\b))|_{3,}",
    re.IGNORECASE,
)
"""What a writer types to fill in later: [datum navragen], [wel | niet], € …, ____."""
OPEN_SIGNS = ("[", "€", "_")
"""Every one of those has one."""
NUMBER = re.compile(r"-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?")


def gaps(context: CheckContext) -> Iterable[Finding]:
    """`gat`: a value that nobody has filled in yet, once for each name and piece, and what the writer left open."""
    document = context.assembly.document
    found = [value for value, _ in context.page_matches(GAPS)]
    for value in dict.fromkeys((value.path, value.label, value.origin.piece) for value in found):
        yield _gap(*value)
    for words, block in context.page_matches(TYPED_GAPS):
        yield _left_open(words, block.origin.piece)
    for value in context.analyser.cached(document.notes, "gaps", lambda: _unnamed(document.notes)):
        yield _unnamed_source(value)


def _open(run: Segment, _: Vocabulary) -> tuple[Value, ...]:
    return tuple(_gaps_in(run.inlines)) if "[nog invullen: " in run.text else ()


GAPS = SegmentExtractor(_open)


def _typed(run: Segment, _: Vocabulary) -> tuple[str, ...]:
    if not any(map(run.text.__contains__, OPEN_SIGNS)):
        return ()
    texts = [inline.text for inline in run.inlines if isinstance(inline, Text | Value) and inline.text]
    return tuple([match.group() for text in texts for match in LEFT_OPEN.finditer(text)])


TYPED_GAPS = SegmentExtractor(_typed)


def _unnamed(notes: tuple[Note, ...]) -> tuple[Value, ...]:
    return tuple(value for note in notes for value in _gaps_in(flatten(note.content)))


def _gaps_in(inlines: Iterable[Inline]) -> Iterator[Value]:
    return (inline for inline in inlines if isinstance(inline, Value) and inline.text is None)


def _gap(path: str, label: str, piece: str | None) -> Finding:
    return Finding(
        code="gat",
        severity="blokkerend",
        title=f"{capitalised(label)} ontbreekt",
        message=f"Nog niet ingevuld: {label}. Zonder dit kan de brief niet definitief worden.",
        words=f"[nog invullen: {label}]",
        piece=piece,
        advice=f"Vul in: {label}.",
        action=_filling(path),
    )


def _left_open(words: str, piece: str | None) -> Finding:
    return Finding(
        code="gat",
        severity="blokkerend",
        title="Nog in te vullen",
        message=f"“{words}” staat nog open. Zonder dit kan de brief niet definitief worden.",
        words=words,
        piece=piece,
        advice="Vul het in, of haal het weg.",
    )


def _filling(path: str) -> Action | None:
    holder, _, name = path.partition(".")
    match holder:
        case "veld":
            return Action("veld", name, "Vul in")
        case "gemeente" | "regio":
            return Action("profiel", path, "Vul in")
        case _:
            return None


def _unnamed_source(value: Value) -> Finding:
    return Finding(
        code="gat",
        severity="blokkerend",
        title="Bron ontbreekt",
        message="Voor dit feit is nog geen bron te noemen die op de datum van de brief openbaar was.",
        words="[nog invullen: bron]",
        piece=value.origin.piece,
        facts=(value.fact,) if value.fact else (),
        advice="Noem bij het feit het oorspronkelijke stuk (“via”), of neem het niet op.",
        action=Action("bron", value.fact or "", "Toon het feit"),
    )


def improper_fields(context: CheckContext) -> Iterable[Finding]:
    """`veld-past-niet`: a value that is not a day, not a number or none of the choices that a field has."""
    for entry in context.assembly.template.fields:
        text = context.letter.fields.get(entry.name, "").strip()
        if text and (expected := _expected(entry, text)):
            yield Finding(
                code="veld-past-niet",
                severity="waarschuwing",
                title=f"{entry.label} past niet",
                message=f"“{text}” past niet bij {entry.label[:1].lower()}{entry.label[1:]}.",
                words=text,
                advice=f"Schrijf {expected}.",
                action=Action("veld", entry.name, "Pas aan"),
            )


def _expected(entry: FieldDefinition, text: str) -> str | None:
    """What a field should hold, in Dutch; None when this text is right."""
    match entry.kind:
        case "datum" if not _is_day(text):
            return "een dag als jjjj-mm-dd, bijvoorbeeld 2024-11-29"
        case "getal" if not NUMBER.fullmatch(text):
            return "een getal"
        case "keuze" if entry.choices and text not in entry.choices:
            return f"een van deze: {', '.join(entry.choices)}"
        case _:
            return None


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def empty_sections(context: CheckContext) -> Iterable[Finding]:
    """`sectie-leeg`: an obligatory section that prints nothing."""
    filled = {pieces[0].section for pieces in context.sections if any(_has_words(piece, context) for piece in pieces)}
    for section in context.assembly.template.sections:
        if section.required and section.id not in filled:
            name = _printed_heading(section.id, context) or section.heading or section.id
            yield Finding(
                code="sectie-leeg",
                severity="blokkerend",
                title="Onderdeel is leeg",
                message=f"Onderdeel “{name}” hoort in deze brief en is nog leeg.",
                words=name,
                advice="Kies een tekstblok of schrijf een eigen tekst.",
                action=Action("stuk", f"sectie:{section.id}", "Ga naar het onderdeel"),
            )


def _has_words(piece: AssembledPiece, context: CheckContext) -> bool:
    """Whether anything but citations stands in a piece."""
    return any(sentence.parts for run in context.analysis(piece).segments for sentence in run.sentences)


def _printed_heading(section: str, context: CheckContext) -> str | None:
    """The heading of a section with its values filled in."""
    place = dict(context.assembly.document.sections).get(section)
    block = None if place is None else context.assembly.document.blocks[place]
    return plain(block.content) if isinstance(block, Heading) else None


def unreviewed(piece: AssembledPiece, context: CheckContext) -> Iterable[Finding]:
    """`niet-beoordeeld`: a passage that no one has approved, or that should have been read again by now (a tip)."""
    snippet = context.library.snippets.get(piece.piece.snippet or "")
    if snippet and piece.piece.adapted is None and snippet.status != "vastgesteld":
        yield _unreviewed(snippet, piece.piece.id, f"is {_STATUS[snippet.status]}", "waarschuwing")
    elif snippet and snippet.review_before and snippet.review_before <= context.today:
        due = f"had vóór {day_in_words(snippet.review_before)} herzien moeten zijn"
        yield _unreviewed(snippet, piece.piece.id, due, "tip")


_STATUS = {
    "concept": "nog een concept",
    "ter-beoordeling": "nog niet beoordeeld",
    "ingetrokken": "ingetrokken",
}


def _unreviewed(snippet: Snippet, piece: str, state: str, severity: Severity) -> Finding:
    return Finding(
        code="niet-beoordeeld",
        severity=severity,
        title="Tekstblok niet beoordeeld" if severity == "waarschuwing" else "Tekstblok nalezen",
        message=f"Tekstblok “{snippet.title}” {state}.",
        words=snippet.title,
        piece=piece,
        advice=f"Vraag {snippet.owner or 'de eigenaar'} of het zo kan, of kies een ander tekstblok.",
        action=Action("vervang", piece, "Kies een andere tekst"),
    )
