"""Finds the part of a letter to which words on its page belong."""

import re
from itertools import pairwise

from composer.domain.document import Block, Document, Origin
from composer.domain.traversal import inline_runs, plain

_WORD = re.compile(r"[^\W\d_]{2,}")
Pair = tuple[str, str]


def origin_of(document: Document, found: str) -> Origin | None:
    """The origin of the block most like words found on a page, of which the outer ones may be cut; None without one."""
    wanted = _pairs(_words(found)[1:-1])
    ranked = [(len(wanted & _pairs(_block_words(block))), -number) for number, block in enumerate(document.blocks)]
    best = max(ranked, default=(0, 0))
    return document.blocks[-best[1]].origin if best[0] else None


def opening(document: Document, piece: str, most: int = 4) -> str:
    """The first words of a piece as printed; empty when it is not on the page."""
    block = next((block for block in document.blocks if block.origin.piece == piece), None)
    return " ".join(plain(next(inline_runs(block), ())).split()[:most]) if block else ""


def _block_words(block: Block) -> list[str]:
    return [word for run in inline_runs(block) for word in _words(plain(run))]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold().replace("\u00ad", ""))


def _pairs(words: list[str]) -> set[Pair]:
    return set(pairwise(words))
