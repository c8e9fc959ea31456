"""Differences between texts, word by word."""

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from composer.domain.document import Block
from composer.domain.sequences import common_ends
from composer.domain.traversal import inline_runs, plain

ChangeKind = Literal["gelijk", "weg", "nieuw"]
MOST_PAIRS = 250_000
"""Places where a word of one text stands in the other too; the time of comparing grows faster than they do."""
_TWICE: list[ChangeKind] = ["weg", "nieuw", "gelijk", "weg", "nieuw"]
_TOKENS = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class DiffSpan:
    """A span of words that both texts have, or only the old or the new one."""

    change: ChangeKind
    text: str


def diff_words(old: str, new: str) -> tuple[DiffSpan, ...]:
    """The diff of two texts, word by word: the new text with deleted words in their places."""
    before, after = _TOKENS.findall(old), _TOKENS.findall(new)
    found = diff(before, after)
    return _phrased(DiffSpan(kept, "".join((before if kept == "weg" else after)[part])) for kept, part in found)


def _phrased(spans: Iterable[DiffSpan]) -> tuple[DiffSpan, ...]:
    """The spans with words that are replaced one after another joined to one deletion and one insertion."""
    made: list[DiffSpan] = []
    for stretch in spans:
        made.append(stretch)
        if [each.change for each in made[-5:]] == _TWICE and made[-3].text.isspace() and "\n" not in made[-3].text:
            gone, new, gap, gone_too, new_too = (each.text for each in made[-5:])
            made[-5:] = DiffSpan("weg", gone + gap + gone_too), DiffSpan("nieuw", new + gap + new_too)
    return tuple(made)


def diff(before: Sequence[Hashable], after: Sequence[Hashable]) -> Iterator[tuple[ChangeKind, slice]]:
    """The diff of two sequences in order: slices of `before` for deletions, else of `after`."""
    start, end = common_ends(before, after)
    first, last = len(before) - end, len(after) - end
    if start:
        yield "gelijk", slice(0, start)
    for kind, a, b, c, d in _opcodes(before[start:first], after[start:last]):
        if kind == "equal":
            yield "gelijk", slice(start + c, start + d)
            continue
        if b > a:
            yield "weg", slice(start + a, start + b)
        if d > c:
            yield "nieuw", slice(start + c, start + d)
    if end:
        yield "gelijk", slice(last, len(after))


def _opcodes(before: Sequence[Hashable], after: Sequence[Hashable]) -> Iterable[tuple[str, int, int, int, int]]:
    """The edit steps, as difflib's; for very long sequences everything is deleted and inserted."""
    counted = Counter(after)
    if sum(times * counted[word] for word, times in Counter(before).items()) > MOST_PAIRS:
        return (("replace", 0, len(before), 0, len(after)),)
    return SequenceMatcher(None, before, after, autojunk=False).get_opcodes()


def format_diff(spans: Iterable[DiffSpan]) -> str:
    """The diff as plain text: deletions between [- and -], insertions between {+ and +}."""
    signs: dict[ChangeKind, tuple[str, str]] = {"gelijk": ("", ""), "weg": ("[-", "-]"), "nieuw": ("{+", "+}")}
    return "".join(f"{signs[each.change][0]}{each.text}{signs[each.change][1]}" for each in spans)


def readable(blocks: tuple[Block, ...]) -> str:
    """The words of blocks, a line for each paragraph, item and cell."""
    return "\n".join(plain(run) for block in blocks for run in inline_runs(block))
