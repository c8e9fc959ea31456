"""Replaces words in the text of a piece, but not within a value, citation or address."""

import re

from composer.domain.dutch import capitalised
from composer.domain.letter import Letter
from composer.library.library import Library
from composer.work.writing.editing import with_source

_APART = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\[\^[^\]]*\]|\]\([^)]*\))", re.DOTALL)


def reworded(letter: Letter, piece_id: str, words: str, instead: str, rendering: Library) -> Letter | None:
    """The letter with the first of these words replaced; None when the piece's text does not have them literally."""
    piece = letter.piece(piece_id)
    if piece is None or not words:
        return None
    snippet = rendering.snippets.get(piece.snippet or "")
    text = piece.text or piece.adapted or (snippet.text if snippet else "")
    changed = replaced_in(text, words, instead)
    return None if changed is None else with_source(letter, piece_id, changed)


def replaced_in(text: str, words: str, instead: str) -> str | None:
    """A text with the first of these words replaced, a capital kept; None when they are not there."""
    wanted = re.compile(_whole(words))
    parts = _APART.split(text)
    for number, part in enumerate(parts[::2]):
        if (match := wanted.search(part)) is not None:
            new = _like(match.group(), instead)
            parts[2 * number] = f"{part[: match.start()]}{new}{part[match.end() :]}"
            return "".join(parts)
    return None


def _whole(words: str) -> str:
    """A pattern for whole words, with any white space between them."""
    loose = r"\s+".join(re.escape(word) for word in words.split())
    before, after = (r"\b" if words.strip()[at].isalnum() else "" for at in (0, -1))
    return f"{before}{loose}{after}"


def _like(found: str, instead: str) -> str:
    """With a capital where the words that it replaces had one by their place in the sentence."""
    return capitalised(instead) if found[:1].isupper() and found[1:].islower() else instead
