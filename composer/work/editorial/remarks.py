"""Comments on words of a text, located by those words as long as the text has them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from composer.domain.fact import Quotation
from composer.domain.finding import Problem
from composer.domain.revision import Item, Remark
from composer.library.history import add_remark, remarks
from composer.library.layers import Layer
from composer.work.editorial.approving import Workspace

CONTEXT = 40
"""Characters before and after the words that are kept with them."""
TELLING = 5
"""Words that are enough by themselves, when they stand in a text only once."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A comment with the present offsets of its words; `start` None when they are gone, or ambiguous."""

    name: str
    remark: Remark
    start: int | None = None
    end: int | None = None
    replies: tuple[Remark, ...] = ()
    done: bool = False

    @property
    def loose(self) -> bool:
        return self.remark.about is not None and self.start is None


def attach(workspace: Workspace, item: Item, text: str, start: int, end: int, words: str) -> str:
    """Adds a comment on the words from `start` to `end` of a text's body, and returns its name."""
    about = Quotation(
        exact=text[start:end], before=text[max(0, start - CONTEXT) : start], after=text[end : end + CONTEXT]
    )
    return _kept(workspace, item, Remark(who=workspace.who, when=datetime.now(UTC), words=words, about=about))


def remark(workspace: Workspace, item: Item, words: str) -> str:
    """Adds a comment on a text as a whole, and returns its name."""
    return _kept(workspace, item, Remark(who=workspace.who, when=datetime.now(UTC), words=words))


def reply(workspace: Workspace, item: Item, name: str, words: str) -> str:
    return _kept(workspace, item, Remark(who=workspace.who, when=datetime.now(UTC), words=words, reply_to=name))


def settle(workspace: Workspace, item: Item, name: str) -> str:
    """Marks the comment of this name as settled."""
    return _kept(workspace, item, Remark(who=workspace.who, when=datetime.now(UTC), done=name))


def _kept(workspace: Workspace, item: Item, remark: Remark) -> str:
    return add_remark(workspace.layer.folder, item, remark)


def placed(layer: Layer, item: Item, text: str) -> tuple[tuple[Placed, ...], tuple[Problem, ...]]:
    """The comments on an item, the earliest first, located in a text's body; and the problems with their files."""
    found, problems = remarks(layer.folder, item)
    settled = {remark.done for remark in found.values() if remark.done}
    return tuple(
        _placed(name, remark, text, tuple(held for held in found.values() if held.reply_to == name), name in settled)
        for name, remark in found.items()
        if remark.reply_to is None and remark.done is None
    ), problems


def _placed(name: str, remark: Remark, text: str, replies: tuple[Remark, ...], done: bool) -> Placed:
    start, end = find(remark.about, text) if remark.about else (None, None)
    return Placed(name, remark, start, end, replies, done)


def find(about: Quotation, text: str) -> tuple[int, int] | tuple[None, None]:
    """The offsets of the words: exact, else with other white space; (None, None) when they are not found.

    Words that stand there more than once are told apart by what stands around them; a few words by themselves need it too.
    """
    places = list(_places(about.exact, text)) or list(_places(about.exact, text, loose=True))
    ranked = sorted(((_around(about, text, *place), place) for place in places), reverse=True)
    if not ranked:
        return None, None
    best, place = ranked[0]
    alone = len(ranked) == 1 or ranked[1][0] < best
    telling = len(ranked) == 1 and len(about.exact.split()) >= TELLING
    return place if alone and (best or telling) else (None, None)


def _places(words: str, text: str, *, loose: bool = False) -> Iterator[tuple[int, int]]:
    parts = [re.escape(part) for part in words.split()] if loose else [re.escape(words)]
    if parts:
        before, after = (r"\b" if words[at].isalnum() else "" for at in (0, -1))
        yield from (match.span() for match in re.finditer(before + r"\s+".join(parts) + after, text))


def _around(about: Quotation, text: str, start: int, end: int) -> int:
    """On how many sides (0 to 2) the text around the words is still the same."""
    before, after = " ".join(about.before.split()), " ".join(about.after.split())
    left, right = " ".join(text[:start].split()), " ".join(text[end:].split())
    return (left.endswith(before) if before else not left) + (right.startswith(after) if after else not right)
