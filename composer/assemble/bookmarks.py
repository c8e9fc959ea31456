"""Bookmark names for the runs of a letter's text, by which they are recognised in a Word file that comes back."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from composer.domain.document import Block, Inline
from composer.domain.traversal import inline_runs, plain

PREFIX = "rb"
_NAME = re.compile(rf"{PREFIX}_([A-Za-z0-9]{{1,16}})_(\d{{1,5}})_([0-9a-f]{{8}})(?:_Copy_\d{{1,3}})?")
"""LibreOffice lets a bookmark that is pasted end in _Copy_1 and so on."""
_SIMPLE = re.compile(r"[A-Za-z0-9]{1,16}")
TEMPLATE = "0"
"""The code of what the template says; no piece has it."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A run of text: the `number`th, from 0, of a piece (None for the template's own), with the sum of its words."""

    piece: str | None
    number: int
    digest: str

    @property
    def name(self) -> str:
        """Short and plain enough for a bookmark: at most 40 letters, digits and underscores (Part 1, section 17.13.6.2)."""
        return f"{PREFIX}_{piece_code(self.piece)}_{self.number}_{self.digest}"


@dataclass(frozen=True, slots=True)
class ParsedBookmark:
    """The content of a bookmark's name; `code` stands for a piece."""

    code: str
    number: int
    digest: str


def piece_code(piece: str | None) -> str:
    """A piece's id where it is short and plain, else a sum of it."""
    if piece is None:
        return TEMPLATE
    return piece if _SIMPLE.fullmatch(piece) and piece != TEMPLATE else f"h{sha256(piece.encode()).hexdigest()[:12]}"


def parse_bookmark(name: str) -> ParsedBookmark | None:
    """None for a name that is not one of ours."""
    match = _NAME.fullmatch(name)
    return ParsedBookmark(match.group(1), int(match.group(2)), match.group(3)) if match else None


def words_of(content: tuple[Inline, ...]) -> str:
    """The words of a run as any form of the letter shows them, white space of any kind as one space."""
    return " ".join(plain(content).split())


def digest_of(words: str) -> str:
    return sha256(words.encode()).hexdigest()[:8]


def bookmarks_of(blocks: Iterable[Block]) -> list[tuple[Bookmark, tuple[Inline, ...]]]:
    """Every run of inlines of a document with its place, in reading order; runs of one piece are counted on."""
    counts: Counter[str | None] = Counter()
    found: list[tuple[Bookmark, tuple[Inline, ...]]] = []
    for block in blocks:
        piece = block.origin.piece
        for content in inline_runs(block):
            found.append((Bookmark(piece, counts[piece], digest_of(words_of(content))), content))
            counts[piece] += 1
    return found
