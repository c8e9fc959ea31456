"""Announced lists, follow-ups and annexes that are missing."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from composer.assemble.body import Pieces
from composer.check.context import CheckContext, neighbours
from composer.check.extractors import SegmentExtractor, SentenceExtractor
from composer.check.segments import EVERYWHERE, Kind, Segment, Sentence
from composer.check.vocabulary import Vocabulary
from composer.domain.document import Block, Heading, ListBlock, Paragraph, Quote, Table
from composer.domain.finding import Action, Finding
from composer.domain.traversal import plain

_THINGS = r"(?:\w+(?:en|s)|drie|twee|vier)"
ANNOUNCED = re.compile(
    rf"(?:\b(?:de|het|met de|over de)\s+(?:hieronder |hierna )?(?:volgende|onderstaande)\s+(?:\w+\s+){{0,2}}{_THINGS}"
    rf"|\bals volgt(?: uit)?|\bhet volgende(?: in)?|\bgaan\s.*\bover|\bnamelijk|\bin op|\bhieronder(?: op een rij)?"
    r"|\binformeren\s+(?:(?:wij|we)\s+)?u\s+over)\s*(?P<mark>[:.])?\s*$",
    re.IGNORECASE,
)
SURE = re.compile(r"\b(?:volgende|onderstaande|als volgt|hieronder)\b", re.IGNORECASE)
"""Without a colon, only these words promise a list."""
SIGNS = frozenset({"volgende", "onderstaande", "volgt", "hieronder"})
"""One of these words stands in each of them."""
LAST = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
"""What stands before the last sentence."""

FOLLOW_UP = re.compile(
    r"(?:\d+\.?\s*)?(?:vervolg\w*|hoe (?:nu )?verder|hoe gaat het (?:nu )?verder|planning|tot slot)\W*", re.IGNORECASE
)
ANNEX = re.compile(
    r"\b(?:bijgevoegde|meegestuurde|bijgaande)\s+\w+|\b(?:bijgevoegd|meegestuurd|bijgaand|hierbij aan)\b"
    r"|(?<!geen )(?<!zonder )\bbijlagen?\b(?:\s+\d+\w?)?",
    re.IGNORECASE,
)
_ANNEX_SIGNS = "bijlage bijlagen bijgevoegd bijgevoegde meegestuurd meegestuurde bijgaand bijgaande hierbij"
ANNEX_SIGNS = frozenset(_ANNEX_SIGNS.split())
"""Without one of these words no annex is mentioned."""
ANNEX_OF_ANOTHER = re.compile(
    r"\bbijlagen?\s+(?:\d+\w?\s+)?(?:van|bij|uit)\s+(?:de|het|die|dat|een)\b(?!\s+(?:raads)?brief)", re.IGNORECASE
)
"""What belongs to another document, such as bijlage 2 bij de resolutie."""


class Announcement(NamedTuple):
    """The words that announce something; `a_list` when that can only be a list."""

    words: str
    a_list: bool


def missing_lists(context: CheckContext) -> Iterator[Finding]:
    """`lijst-ontbreekt`: a list is announced and something else comes."""
    return context.by_section("announced", lambda pieces: _missing_lists(pieces, context))


def _missing_lists(pieces: Pieces, context: CheckContext) -> Iterator[Finding]:
    if not any(context.matches(LIST_ANNOUNCEMENTS, piece) for piece in pieces):
        return
    for piece, place, after in neighbours(pieces):
        for announced in context.analysis(piece).blocks[place].matches.get(LIST_ANNOUNCEMENTS, ()):
            if not _comes(announced, after):
                yield _missing_list(announced.words, piece.piece.id)


def _announcement(run: Segment, _: Vocabulary) -> tuple[Announcement, ...]:
    """The last sentence of a paragraph, where that announces something."""
    text = run.text.strip()
    if not text.endswith(":") and all(SIGNS.isdisjoint(sentence.parts) for sentence in run.sentences):
        return ()
    last = LAST.split(text)[-1]
    if not last.endswith(":") and SURE.search(last) is None:
        return ()
    match = ANNOUNCED.search(last)
    a_list = bool(match) and (match["mark"] == ":" or bool(SURE.search(match.group())))
    return (Announcement(last, a_list),) if a_list or last.endswith(":") else ()


LIST_ANNOUNCEMENTS = SegmentExtractor(_announcement, frozenset[Kind]({"paragraph"}))
"""Of a paragraph that stands by itself."""


def _comes(announced: Announcement, after: Block | None) -> bool:
    """Whether what follows can be what was announced; with a colon alone that is anything but a heading."""
    if isinstance(after, ListBlock | Table):
        return True
    return isinstance(after, Quote) if announced.a_list else not (after is None or isinstance(after, Heading))


def _missing_list(words: str, piece: str) -> Finding:
    return Finding(
        code="lijst-ontbreekt",
        severity="waarschuwing",
        title="Lijst ontbreekt",
        message=f"“{words}” kondigt een lijst aan, maar die komt niet.",
        words=words,
        piece=piece,
        advice="Schrijf de punten onder elkaar, ieder op een regel met “- ”, of maak er een gewone zin van.",
    )


def empty_follow_up(context: CheckContext) -> Iterator[Finding]:
    """`vervolg-leeg`, `kop-zonder-tekst`: a heading with nothing below it but another heading, or the end."""
    return context.by_section("followed up", _empty_follow_up)


def _empty_follow_up(pieces: Pieces) -> Iterator[Finding]:
    for piece, place, after in neighbours(pieces):
        block = piece.blocks[place]
        if isinstance(block, Heading) and _nothing_below(block, after) and plain(block.content).strip():
            yield _empty(plain(block.content), piece.piece.id)


def _nothing_below(heading: Heading, after: Block | None) -> bool:
    match after:
        case None:
            return True
        case Heading():
            return after.level <= heading.level
        case Paragraph():
            return bool(re.match(r"Bijlage(?:n|\s\d|\(n\))", plain(after.content)))
        case _:
            return False


def _empty(words: str, piece: str | None) -> Finding:
    follow_up = bool(FOLLOW_UP.fullmatch(words.strip()))
    told = "Schrijf wat er hierna gebeurt, wie dat doet en wanneer."
    return Finding(
        code="vervolg-leeg" if follow_up else "kop-zonder-tekst",
        severity="waarschuwing",
        title="Vervolg is leeg" if follow_up else "Kop zonder tekst",
        message=f"Onder de kop “{words}” staat niets.",
        words=words,
        piece=piece,
        advice=told if follow_up else "Schrijf de tekst, of haal de kop weg.",
    )


def missing_annexes(context: CheckContext) -> Iterator[Finding]:
    """`bijlage-ontbreekt`: an annex is mentioned and not listed, or listed (a tip) and nowhere mentioned."""
    mentions = [(words, piece.piece.id) for words, piece in context.letter_matches(ANNEX_MENTIONS)]
    listed = context.letter.attachments
    if not listed:
        yield from (_not_listed(words, piece) for words, piece in mentions)
        return
    for words, piece in mentions:
        number = re.search(r"\d+", words)
        if number and int(number.group()) > len(listed):
            yield _not_listed(words, piece)
    if not mentions:
        yield _not_mentioned(tuple(attachment.title for attachment in listed))


def _mentions(sentence: Sentence, _: Vocabulary) -> tuple[str, ...]:
    return () if ANNEX_SIGNS.isdisjoint(sentence.word_set) else tuple(_annexes(sentence.unquoted))


ANNEX_MENTIONS = SentenceExtractor(_mentions, EVERYWHERE - {"heading"})


def _annexes(text: str) -> Iterator[str]:
    others = [match.span() for match in ANNEX_OF_ANOTHER.finditer(text)]
    for match in ANNEX.finditer(text):
        if not any(start <= match.start() < end or match.start() <= start < match.end() for start, end in others):
            yield match.group()


def _not_listed(words: str, piece: str) -> Finding:
    return Finding(
        code="bijlage-ontbreekt",
        severity="waarschuwing",
        title="Bijlage ontbreekt",
        message=f"De brief noemt “{words}”, maar die staat niet bij de bijlagen.",
        words=words,
        piece=piece,
        advice="Voeg de bijlage toe, of haal de verwijzing weg.",
        action=Action("bijlage", "", "Voeg een bijlage toe"),
    )


def _not_mentioned(titles: tuple[str, ...]) -> Finding:
    named = f"Bijlage “{titles[0]}” wordt" if len(titles) == 1 else f"De {len(titles)} bijlagen worden"
    return Finding(
        code="bijlage-ontbreekt",
        severity="tip",
        title="Bijlage niet genoemd",
        message=f"{named} in de tekst niet genoemd. De lezer weet dan niet waarvoor ze dienen.",
        words=titles[0],
        advice="Noem iedere bijlage waar zij over gaat: (bijlage 1).",
        action=Action("bijlage", "0", "Bekijk de bijlagen"),
    )
