"""Sentences and paragraphs that are too long, and too many passives."""

import re
from collections.abc import Iterator

from composer.assemble.pieces import AssembledPiece
from composer.check.context import CheckContext
from composer.check.extractors import SegmentExtractor, SentenceExtractor
from composer.check.segments import PROSE, Kind, Segment, Sentence
from composer.check.vocabulary import Vocabulary
from composer.domain.finding import Finding

LONG, VERY_LONG = 25, 35
"""Words in a sentence: more than this asks attention, more than that a rewrite."""
MANY_SENTENCES = 6
MANY_PASSIVES = 30
"""Percentage of the sentences of a letter."""
ENOUGH_SENTENCES = 10
"""Fewer say nothing about a share."""

BECOMING = frozenset({"word", "wordt", "worden", "werd", "werden"})
BECOME = re.compile(rf"\b(?:{'|'.join(sorted(BECOMING))})\b", re.IGNORECASE)
PARTICIPLE = re.compile(
    r"\b(?!(?:bekend|gezond|bereid|gebied|verschillend|beleid|geld|bedoeld|goed|besluit|gemeente|bericht|bestuurd)\b)"
    r"(?:\w*ge|be|ver|ont|her|er|onder|over|voor|uit|aan|in|op|af|door|mee|toe)\w{2,}(?:d|t)\b"
    r"|\b\w*(?:geven|nomen|sloten|houden|schreven|vonden|bleken|roepen|dragen|kozen|legen|worpen|vangen|sproken|boden|gaan|staan"
    r"|zien|holpen|trokken|wezen|daan|dreven|stegen|lezen|laten|bracht|kocht|dacht|zocht|steld)\b",
    re.IGNORECASE,
)


def long_sentences(piece: AssembledPiece, context: CheckContext) -> Iterator[Finding]:
    """`zin-lang`: more than 25 words, and more than 35; quoted words are not counted."""
    for text, count in context.matches(LONG_SENTENCES, piece):
        yield _long(text, count, piece.piece.id)


def _counted(sentence: Sentence, _: Vocabulary) -> tuple[tuple[str, int], ...]:
    count = len(sentence.lower)
    return ((sentence.text, count),) if count > LONG else ()


LONG_SENTENCES = SentenceExtractor(_counted, PROSE)


def _long(text: str, count: int, piece: str) -> Finding:
    return Finding(
        code="zin-lang",
        severity="waarschuwing" if count > VERY_LONG else "tip",
        title=f"Zin van {count} woorden",
        message=f"“{_start(text)}” telt {count} woorden. Meer dan {LONG} leest zwaar.",
        words=text,
        piece=piece,
        advice="Maak er twee zinnen van: één gedachte per zin.",
    )


def _start(text: str) -> str:
    words = text.split()
    return " ".join(words[:8]) + (" …" if len(words) > 8 else "")


def long_paragraphs(piece: AssembledPiece, context: CheckContext) -> Iterator[Finding]:
    """`alinea-lang`: more than six sentences."""
    for text, first, count in context.matches(LONG_PARAGRAPHS, piece):
        yield Finding(
            code="alinea-lang",
            severity="tip",
            title=f"Alinea van {count} zinnen",
            message=f"De alinea die begint met “{_start(text)}” telt {count} zinnen.",
            words=first,
            piece=piece.piece.id,
            advice=f"Splits haar waar een nieuwe gedachte begint; houd het op {MANY_SENTENCES} zinnen.",
        )


def _many(run: Segment, _: Vocabulary) -> tuple[tuple[str, str, int], ...]:
    count = len(run.sentences)
    return ((run.text, run.sentences[0].text, count),) if count > MANY_SENTENCES else ()


LONG_PARAGRAPHS = SegmentExtractor(_many, PROSE - frozenset[Kind]({"cell"}))


def passives(context: CheckContext) -> Iterator[Finding]:
    """`lijdende-vorm`: the share of sentences in which it is not said who does something."""
    sentences = sum(
        context.by_section("sentences", lambda pieces: [context.analysis(each).sentences for each in pieces])
    )
    found = [words for words, _ in context.letter_matches(PASSIVES)]
    share = 100 * len(found) // sentences if sentences else 0
    if sentences >= ENOUGH_SENTENCES and share > MANY_PASSIVES:
        counted = f"{len(found)} van de {sentences} zinnen ({share}%)"
        yield Finding(
            code="lijdende-vorm",
            severity="tip",
            title="Veel lijdende vorm",
            message=f"{counted} zeggen niet wie iets doet, zoals “{_start(found[0])}”.",
            words=found[0],
            advice="Zet de persoon of organisatie die iets doet vooraan in de zin.",
        )


def is_passive(sentence: str) -> bool:
    """Whether a sentence has a form of worden with a participle."""
    return bool(BECOME.search(sentence) and PARTICIPLE.search(sentence))


def _passive(sentence: Sentence, _: Vocabulary) -> tuple[str, ...]:
    return (sentence.text,) if not BECOMING.isdisjoint(sentence.word_set) and is_passive(sentence.unquoted) else ()


PASSIVES = SentenceExtractor(_passive, PROSE)
