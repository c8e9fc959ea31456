"""Which words one text has and another has not."""

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from composer.domain.document import Block, contents, plain

Kept = Literal["gelijk", "weg", "nieuw"]
_TOKENS = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that both texts have, or only the old or the new one."""

    kept: Kept
    text: str


def words_changed(old: str, new: str) -> tuple[Stretch, ...]:
    """The new text with what was struck from the old in its place, word by word."""
    before, after = _TOKENS.findall(old), _TOKENS.findall(new)
    found = compared(before, after)
    return tuple(Stretch(kept, "".join((before if kept == "weg" else after)[part])) for kept, part in found)


def compared(before: Sequence[Hashable], after: Sequence[Hashable]) -> Iterator[tuple[Kept, slice]]:
    """What both rows have and what only one has, in reading order: parts of `before` for what is gone, else of `after`."""
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            yield "gelijk", slice(c, d)
            continue
        if b > a:
            yield "weg", slice(a, b)
        if d > c:
            yield "nieuw", slice(c, d)


def readable(blocks: tuple[Block, ...]) -> str:
    """The words of blocks, a line for each paragraph, item and cell."""
    return "\n".join(plain(run) for block in blocks for run in contents(block))
