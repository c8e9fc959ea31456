"""Aligns returned words with the words sent, so that values and citations stay where their words still are."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from markdown_it.common.normalize_url import normalizeLink

from composer.assemble.runs import NOWHERE, Run, Runs, clean, tidy
from composer.domain.document import Citation, LineBreak, Text
from composer.intake.word_paragraphs import Span
from composer.work.returned.words import Token, split

END = "\u00b6"
"""Stands for the end of a paragraph between others."""
ENDED = Token(END, Run(Text("")))
MOST_WORDS = 6_000
"""Words of one comparison; beyond it only what is the same at both ends is laid together."""
_SAFE = re.compile(r"(https?://|mailto:|tel:)", re.IGNORECASE)
_SIGNS = str.maketrans({"\u00a0": " ", "\u2011": "-", "\t": " "})


def returned_tokens(spans: Iterable[Span], notes: Mapping[str, str], plain_marks: bool = False) -> list[Token]:
    """The words of a returned paragraph; `plain_marks` where its style makes all of it bold or italic."""
    tokens: list[Token] = []
    pending = ""
    for span in spans:
        if span.note is not None:
            tokens.append(Token(f"^{notes.get(span.note, span.note)}", Run(Text(""))))
            continue
        marks = (False, False) if plain_marks else (span.bold, span.italic)
        for at, line in enumerate(span.text.split("\n")):
            if at:
                tokens.append(Token("\n", Run(LineBreak())))
            text = clean(line.translate(_SIGNS))
            fresh, pending = split(text, Run(Text(text), *marks, _link(span.link)), pending)
            tokens += fresh
    return tokens


def _link(target: str | None) -> str | None:
    return normalizeLink(target) if target and _SAFE.match(target) else None


def aligned(sent: Sequence[Token], returned: Sequence[Token]) -> list[int | None]:
    """For each returned token the index of the token sent, None for a new one."""
    places: list[int | None] = [None] * len(returned)
    if len(sent) + len(returned) > 2 * MOST_WORDS:
        for at, number in _at_ends(sent, returned):
            places[at] = number
        return places
    matcher = SequenceMatcher(None, [t.key for t in sent], [t.key for t in returned], autojunk=False)
    for first, second, size in matcher.get_matching_blocks():
        places[second : second + size] = range(first, first + size)
    return places


def _at_ends(sent: Sequence[Token], returned: Sequence[Token]) -> Iterator[tuple[int, int]]:
    limit = min(len(sent), len(returned))
    head = next((at for at in range(limit) if sent[at].key != returned[at].key), limit)
    yield from ((at, at) for at in range(head))
    tail = next((at for at in range(limit - head) if sent[-1 - at].key != returned[-1 - at].key), limit - head)
    yield from ((len(returned) - 1 - at, len(sent) - 1 - at) for at in range(tail))


def same(sent: Sequence[Token], returned: Sequence[Token], plain_marks: bool = False) -> bool:
    """Whether words and marks are unchanged; the amount of white space does not count."""
    if [token.key for token in sent] != [token.key for token in returned]:
        return False
    pairs = [(old.run, new.run) for old, new in zip(sent, returned, strict=True) if _bears_marks(old)]
    return plain_marks or all(old.marks == new.marks for old, new in pairs)


def _bears_marks(token: Token) -> bool:
    return not token.is_note and token.key not in (END, "\n")


def rebuilt(
    sent: Sequence[Token], returned: Sequence[Token], places: Sequence[int | None], known: Mapping[str, tuple[str, ...]],
    *, plain_marks: bool = False,
) -> Runs:  # fmt: skip
    """The runs of returned words; `known` gives the facts of a note by its text, for a mark that was moved along."""
    row: list[Run] = []
    at = 0
    while at < len(returned):
        token, number = returned[at], places[at]
        old = sent[number] if number is not None else None
        size = _whole(sent, places, at)
        row += _spaced(token, old) if row else []
        if old is None or number is None:
            row += _fresh(token, known)
        else:
            row += _kept(old, token, whole=size == old.of, plain_marks=plain_marks)
            row += sent[number + size - 1].after
        at += size
    return tidy(row)


def _whole(sent: Sequence[Token], places: Sequence[int | None], at: int) -> int:
    """The number of tokens from `at` that form one complete value or written-out term; else 1."""
    number = places[at]
    if number is None or sent[number].of == 1 or sent[number].part:
        return 1
    wanted = list(range(number, number + sent[number].of))
    return len(wanted) if list(places[at : at + len(wanted)]) == wanted else 1


def _spaced(token: Token, old: Token | None) -> list[Run]:
    """The white space before a word, as it went out where there still is some."""
    if not token.space:
        return []
    space = old.space if old and old.space else token.space
    return [replace(old.run if old else token.run, atom=Text(space))]


def _kept(old: Token, token: Token, *, whole: bool, plain_marks: bool) -> Runs:
    """A word with the marks that it came back with; a value or term that is all there as the letter's own text has it."""
    if old.is_note or isinstance(old.run.atom, LineBreak):
        return old.whole or ((old.run,) if not old.is_note else ())
    marks = old.run.marks if plain_marks else token.run.marks
    if whole and old.whole:
        remarked = old.run.marks != marks
        return tuple(Run(run.atom, *marks) if remarked else run for run in _without_space(old.whole))
    return (Run(Text(old.key), *marks),)


def _without_space(whole: Runs) -> Runs:
    """The space before a unit is that of its first word."""
    first = whole[0]
    return whole[1:] if isinstance(first.atom, Text) and not first.atom.text.strip() else whole


def _fresh(token: Token, known: Mapping[str, tuple[str, ...]]) -> list[Run]:
    """New words as they are; the mark of a note that is known cites its facts here too."""
    if not token.is_note:
        return [token.run]
    facts = known.get(token.key.removeprefix("^"))
    return [Run(Citation(facts, NOWHERE))] if facts else []
