"""Characters that a reader would not see, or that a page cannot show."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from composer import paths
from composer.check.context import CheckContext
from composer.check.extractors import SegmentExtractor
from composer.check.segments import Segment
from composer.check.vocabulary import Vocabulary
from composer.domain.characters import DESCRIPTIONS, HIDDEN, Harm, code, harm, shown
from composer.domain.document import Note, Value
from composer.domain.finding import Action, Finding, Severity
from composer.domain.traversal import plain
from composer.library.glyph_coverage import common_code_points

MOST_CODES = 5
_SPACES = frozenset("\t\n\r")
_SEVERITIES: dict[Harm, Severity] = {  # the worst first
    "keert": "blokkerend",
    "stuurt": "blokkerend",
    "verbergt": "waarschuwing",
    "onbekend": "waarschuwing",
}
_UNUSUAL = re.compile(r"[^ -~]")
_WORD = re.compile(rf"(?:{HIDDEN.pattern}|\S){{1,80}}")
"""Some hidden characters count as white space."""


def hidden_characters(context: CheckContext) -> Iterator[Finding]:
    """`verborgen-teken`: what nobody sees or turns the text around; `teken-niet-in-pdf`: what the shipped fonts lack."""
    for text, piece, action in dict.fromkeys(_texts(context)):
        for word in _WORD.findall(text):
            yield from _in_word(word, piece, action)


def _texts(context: CheckContext) -> Iterator[tuple[str, str | None, Action | None]]:
    """What the letter prints with an odd character, the piece it is in and where it can be changed; its fields too."""
    assembly = context.assembly
    for (text, paths_named), block in context.page_matches(HIDDEN_CHARACTERS):
        yield text, block.origin.piece, _where(paths_named, block.origin.piece)
    notes = assembly.document.notes
    yield from context.analyser.cached(notes, "odd", lambda: tuple(_in_notes(notes)))
    for name, text in context.letter.fields.items():
        if _is_odd(text):
            yield text, None, Action("veld", name, "Pas aan")


def _in_notes(notes: tuple[Note, ...]) -> Iterator[tuple[str, str | None, None]]:
    for note in notes:
        if _is_odd(text := plain(note.content)):
            yield text, note.origin.piece, None


def _odd(run: Segment, _: Vocabulary) -> tuple[tuple[str, list[str]], ...]:
    """The words with a hidden or lacking character, with the names of the values that have one."""
    named = (inline.path for inline in run.inlines if isinstance(inline, Value))
    return ((run.text, list(named)),) if _is_odd(run.text) else ()


HIDDEN_CHARACTERS = SegmentExtractor(_odd)


def _is_odd(text: str) -> bool:
    """Whether it has a character that may be hidden or lacking."""
    return not (text.isascii() and text.isprintable()) and any(map(_is_odd_character, set(_UNUSUAL.findall(text))))


@lru_cache(maxsize=2_000)
def _is_odd_character(char: str) -> bool:
    return HIDDEN.match(char) is not None or (not char.isascii() and _lacks(char))


def _where(named: list[str], piece: str | None) -> Action | None:
    fields = [path.removeprefix("veld.") for path in named if path.startswith("veld.")]
    if piece is None and fields:
        return Action("veld", fields[0], "Pas aan")
    return Action("stuk", piece, "Ga naar de tekst") if piece else None


def _in_word(word: str, piece: str | None, action: Action | None) -> Iterator[Finding]:
    unseen = list(dict.fromkeys(HIDDEN.findall(word)))
    if unseen:
        yield _hidden(word, unseen, piece, action)
    lacking = [char for char in dict.fromkeys(word) if not char.isascii() and _lacks(char)]
    if lacking:
        yield _unprintable(word, lacking, piece, action)


def _lacks(char: str) -> bool:
    return (
        char not in _SPACES
        and not HIDDEN.match(char)
        and ord(char) not in common_code_points(paths.resources() / "lettertypen")
    )


def _hidden(word: str, unseen: list[str], piece: str | None, action: Action | None) -> Finding:
    worst: Harm = next(kind for kind in _SEVERITIES if any(harm(char) == kind for char in unseen))
    bare = HIDDEN.sub(lambda match: " " if match.group().isspace() else "", word).strip()
    finding = Finding(
        code="verborgen-teken",
        severity=_SEVERITIES[worst],
        title="Teken dat niemand ziet",
        message=f"In “{shown(word)}” zit {DESCRIPTIONS[worst]} ({_codes(unseen)}).",
        words=word,
        piece=piece,
        advice="Typ het woord opnieuw; zulke tekens komen mee bij kopiëren uit een ander programma.",
        action=action,
    )
    return replace(finding, action=Action("woorden", bare, f"Schrijf “{bare}”")) if piece and bare else finding


def _unprintable(word: str, lacking: list[str], piece: str | None, action: Action | None) -> Finding:
    return Finding(
        code="teken-niet-in-pdf",
        severity="waarschuwing",
        title="Teken ontbreekt in de pdf",
        message=f"In “{shown(word)}” staat {_codes(lacking)}, dat de lettertypen van de pdf niet hebben.",
        words=word,
        piece=piece,
        advice="In Word en op het scherm staat het er wel; in de pdf komt er het nummer van het teken. Kies een ander teken.",
        action=action,
    )


def _codes(chars: list[str]) -> str:
    told = ", ".join(code(char) for char in chars[:MOST_CODES])
    return told if len(chars) <= MOST_CODES else f"{told} en nog {len(chars) - MOST_CODES}"
