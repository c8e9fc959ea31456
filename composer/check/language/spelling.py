"""Words that no dictionary has."""

import re
from collections.abc import Iterable, Iterator

from composer.assemble.pieces import AssembledPiece
from composer.check.analyser import Analysis
from composer.check.context import CheckContext
from composer.check.dictionary import Dictionary
from composer.check.phrases import WORD, Word
from composer.check.segments import Segment, Sentence
from composer.domain.dutch import capitalised
from composer.domain.finding import Action, Finding
from composer.domain.sentences import ABBREVIATIONS

CHECKED = re.compile(r"[A-ZÀ-Ý]?[a-zà-ÿ’'-]+")
"""Words without figures and capitals inside."""
BEFORE_PART, AFTER_PART = re.compile(r"\w\($|\)$"), re.compile(r"\)\w|\(\w")
SHORTEST, LONGEST = 4, 80
SHORTEST_NAME = 6
"""At the start of a sentence a shorter unknown word is taken for a name."""


def misspellings(piece: AssembledPiece, context: CheckContext) -> Iterator[Finding]:
    """`spelfout`: once a piece for each word; names, abbreviations and quotations are left alone."""
    if piece.piece.adapted is None and piece.piece.snippet in context.vocabulary.shipped:
        return
    dictionary = context.vocabulary.dictionary
    seen: set[str] = set()
    for block in context.analysis(piece).blocks:
        for word in block.memoised(_in_block, dictionary):
            if word.text not in seen:
                seen.add(word.text)
                yield from _misspelled(word, dictionary, piece.piece.id)


def _in_block(block: Analysis, dictionary: Dictionary) -> tuple[Word, ...]:
    return tuple([word for run in block.segments for word in doubtful(run, dictionary)])


def doubtful(run: Segment, dictionary: Dictionary) -> Iterable[Word]:
    """Unknown words; one with a capital only where a sentence begins, since elsewhere it is a name."""
    return [word for sentence in run.sentences for word in sentence.memoised(_in_sentence, dictionary)]


def _in_sentence(sentence: Sentence, dictionary: Dictionary) -> tuple[Word, ...]:
    own = sentence.unquoted
    unseen = (word for word in dictionary.strange(WORD.findall(own)) if len(word) >= SHORTEST)
    strange = {word for word in unseen if word[0].islower() or own.startswith(word)}
    if not strange:
        return ()
    words = (word for word in sentence.words if word.text in strange)
    return tuple(word for word in words if _is_doubtful(word, own, dictionary))


def _is_doubtful(word: Word, text: str, dictionary: Dictionary) -> bool:
    bare = word.text.strip("-")
    if not (bare[0].islower() or word.start == 0):
        return False
    return _is_whole(word, text) and not dictionary.knows(bare)


def _is_whole(word: Word, text: str) -> bool:
    """A word of letters, no abbreviation, no file name, no part of one with brackets in it: beleid(sadviseurs)."""
    bare = word.text.strip("-")
    if not SHORTEST <= len(bare) <= LONGEST or bare.count("-") > 2:
        return False
    if not CHECKED.fullmatch(bare) or bare.lower() in ABBREVIATIONS:
        return False
    return not (BEFORE_PART.search(text, max(0, word.start - 2), word.start) or AFTER_PART.match(text, word.end))


def _misspelled(word: Word, dictionary: Dictionary, piece: str) -> Iterator[Finding]:
    text = word.text.strip("-")
    near = dictionary.nearest(text.lower())
    if text[0].isupper() and (near is None or len(text) < SHORTEST_NAME):
        return
    near = capitalised(near) if near and text[0].isupper() else near
    yield Finding(
        code="spelfout",
        severity="tip",
        title="Goed gespeld?",
        message=f"“{text}” staat niet in het woordenboek.",
        words=text,
        piece=piece,
        advice=f"Bedoelde u “{near}”?" if near else "Lees het woord nog eens na.",
        action=Action("woorden", near, f"Schrijf “{near}”") if near else None,
    )
