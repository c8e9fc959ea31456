"""Checks that every abbreviation is explained once, at its first use."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from composer.check.context import CheckContext
from composer.check.extractors import Matches, SegmentExtractor, SentenceExtractor
from composer.check.phrases import parts_of
from composer.check.segments import RUNNING, Segment, Sentence
from composer.check.vocabulary import Vocabulary
from composer.domain.document import Block
from composer.domain.finding import Finding
from composer.library.library import fold

CAPITALS = re.compile(r"(?<![\w&])(?!IJ[a-zà-ÿ])[A-Z](?=\w*&?\w*[A-Z])\w*(?:&\w+)?(?![\w&])")
"""A word with two capitals or more: VNG, NZa, V&VN; not a name that begins with the one letter IJ."""

TWO_CAPITALS = re.compile(r"[A-Z]\w*&?\w*[A-Z]")
"""Without this there are no CAPITALS."""

BEHIND = r"(?<=[\w’”])\W{0,2}\((?:hierna:? |kortweg |afgekort )?[“‘]?"
"""Behind what it stands for, in brackets."""

IN_FRONT = r" \(([^)]{1,300})\)"
"""With something behind it in brackets; only if that has its letters it is what it stands for."""

REACH = 320
"""Characters around a use in which it may be explained."""

NEXT = 12
"""Characters before a use in which the bracket of BEHIND stands."""

LONGEST = 6
"""Letters of an abbreviation; what is longer is a word."""

_FAMILIAR = """
AOW APV AVG BTW BV CAO CBS CO CV EHBO EU GPS GR HBO HR ICT ID IJ KNMI KvK MBO MKB NAVO NL NOS NV OV PC PDF PS RIVM
ROC TV UWV VMBO VN VS VWO WW WOZ WiFi II III IV VI VII VIII IX XI XII NB PS SMS USB APK BHV BIG BSN DNA IBAN II PvdA
VVD CDA SP SGP CU BBB PVV GL D66 NSC OM TNO ZZP WO
"""
FAMILIAR = frozenset(_FAMILIAR.split())
"""What a council reads without explanation."""


class Use(NamedTuple):
    """An abbreviation at a place in the letter; `explained` are the words that explain it there."""

    piece: str | None
    explained: str | None


def abbreviations(context: CheckContext) -> Iterator[Finding]:
    """`afkorting`: never explained, explained only after it was used, or explained more than once."""
    cache, own = context.analyser.cache, context.assembly.sender.aliases
    uses = cache.map_incrementally(context.page, "uses", _in_block)
    return iter(
        cache.get_or_refresh(
            "abbreviations", (uses, own), lambda: tuple(_told(chain.from_iterable(uses), own, context))
        )
    )


def _in_block(said: tuple[Block, Matches]) -> tuple[tuple[str, Use], ...]:
    block, answers = said
    return tuple(
        [(name, Use(block.origin.piece, explained)) for name, explained in answers.get(USED_ABBREVIATIONS, ())]
    )


def _told(named: Iterable[tuple[str, Use]], own: frozenset[str], context: CheckContext) -> Iterator[Finding]:
    for name, uses in _by_name(named, own).items():
        explained = [use for use in uses if use.explained]
        if not explained:
            yield _unexplained(name, uses[0], context)
        elif not uses[0].explained:
            yield _explained_late(name, uses[0])
        for use in explained[1:]:
            yield _explained_again(name, use)


def _by_name(named: Iterable[tuple[str, Use]], own: frozenset[str]) -> dict[str, list[Use]]:
    """The abbreviations of the running text with their uses in reading order; headings and fields are not counted."""
    found: dict[str, list[Use]] = {}
    for name, use in named:
        found.setdefault(name, []).append(use)
    return {name: uses for name, uses in found.items() if _folded(name) not in own}


_folded = lru_cache(maxsize=1_000)(fold)


def _in_run(run: Segment, _: Vocabulary) -> tuple[tuple[str, str | None], ...]:
    """Each abbreviation with the words that explain it there, None where nothing does."""
    named = [sentence.matches.get(NAMED, ()) for sentence in run.sentences]
    if "(" not in run.text:
        return tuple([(name, None) for found in named for name, _ in found])
    return tuple(
        [
            (name, _explanation(name, start + place, run.text))
            for start, found in zip(run.starts, named, strict=True)
            for name, place in found
        ]
    )


def _in_sentence(sentence: Sentence, vocabulary: Vocabulary) -> tuple[tuple[str, int], ...]:
    """Each abbreviation with its offset in the sentence."""
    if not TWO_CAPITALS.search(sentence.text) and vocabulary.memoised(_signs).isdisjoint(sentence.parts):
        return ()
    return tuple(_found(sentence.text, sentence.unquoted, vocabulary.memoised(_pattern)))


NAMED = SentenceExtractor(_in_sentence)
USED_ABBREVIATIONS = SegmentExtractor(_in_run, RUNNING, NAMED)


def _found(text: str, own: str, pattern: re.Pattern[str]) -> Iterator[tuple[str, int]]:
    for match in pattern.finditer(text):
        name = match["name"]
        if name and name not in FAMILIAR and own[match.start()] != " " and not _is_shouted(name):
            yield name, match.start()


def _signs(vocabulary: Vocabulary) -> frozenset[str]:
    """The words of which a sentence has one at least when it has an abbreviation of a term."""
    return frozenset[str]().union(*map(parts_of, vocabulary.abbreviations))


def _pattern(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Terms that hold an abbreviation, which is no use of it; abbreviations of terms; any word with capitals."""
    abbreviations = vocabulary.abbreviations
    known = "|".join(re.escape(name) for name in sorted(abbreviations, key=lambda name: (-len(name), name)))
    abbreviation = re.compile(rf"(?<![\w-])(?:{known or '(?!)'})(?![\w-])")
    names = (name for name in vocabulary.terms_in_full if name not in abbreviations)
    holders = (re.escape(name) for name in names if _holds(name, abbreviation))
    return re.compile("|".join((*holders, rf"(?P<name>{abbreviation.pattern}|{CAPITALS.pattern})")))


def _holds(name: str, abbreviation: re.Pattern[str]) -> bool:
    """Whether the name of a term has an abbreviation in it, or only looks like one, such as InEen."""
    return bool(abbreviation.search(name)) or (bool(CAPITALS.fullmatch(name)) and not name.isupper())


def _is_shouted(name: str) -> bool:
    """A whole word in capitals, such as BIJLAGE."""
    return len(name) > LONGEST and name.isupper() and name.isalpha()


def _explanation(name: str, at: int, text: str) -> str | None:
    near = (max(0, at - REACH), at + len(name) + REACH)
    behind, in_front = _ways(name)
    found = [*behind.finditer(text, *near)] if "(" in text[max(0, at - NEXT) : at] else []
    if f"{name} (" in text:
        found += [words for words in in_front.finditer(text, *near) if _stands_for(name, words.group(1))]
    return next((words.group().strip() for words in found if words.start() <= at < words.end()), None)


@lru_cache(maxsize=1_000)
def _ways(name: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns for an abbreviation behind its explanation, and in front of it."""
    escaped = re.escape(name)
    return re.compile(rf"{BEHIND}{escaped}\b\)?"), re.compile(rf"\b{escaped}{IN_FRONT}")


def _stands_for(name: str, words: str) -> bool:
    """Whether at least half of the letters of a name begin a word, or a capital within one."""
    initials = {initial.lower() for initial in re.findall(r"\b\w|[A-Z]", words)}
    letters = {char.lower() for char in name if char.isalpha()}
    return 2 * len(initials & letters) >= len(letters)


def _unexplained(name: str, use: Use, context: CheckContext) -> Finding:
    term = context.vocabulary.abbreviations.get(name)
    written = f"{term.preferred} ({name})" if term else f"wat {name} betekent, met ({name}) erachter"
    return Finding(
        code="afkorting",
        severity="waarschuwing",
        title="Afkorting zonder uitleg",
        message=f"“{name}” wordt nergens in de brief uitgelegd.",
        words=name,
        piece=use.piece,
        advice=f"Schrijf de eerste keer: {written}.",
    )


def _explained_late(name: str, use: Use) -> Finding:
    return Finding(
        code="afkorting",
        severity="tip",
        title="Uitleg komt te laat",
        message=f"“{name}” staat er al voordat de brief zegt wat het betekent.",
        words=name,
        piece=use.piece,
        advice="Zet de uitleg bij de eerste keer.",
    )


def _explained_again(name: str, use: Use) -> Finding:
    return Finding(
        code="afkorting",
        severity="tip",
        title="Twee keer uitgelegd",
        message=f"De brief legt “{name}” nog een keer uit.",
        words=use.explained or name,
        piece=use.piece,
        advice=f"Schrijf hier alleen “{name}”.",
    )
