"""Replaces characters that the PDF's fonts lack, or that are invisible, by their code points, marked as gaps are."""

import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any, cast

from composer.domain.characters import HIDDEN, code
from composer.export.docx.headers import CLOSE, OPEN

_WHITE = frozenset("\t\r\n \u00a0\u3000")
_ALIKE = str.maketrans({"\u2010": "-", "\u2011": "-"})


class Node(list[Any]):
    """An inline that is no text: its kind with what it holds; a list of inlines is a plain list."""


@dataclass(frozen=True, slots=True)
class Printable:
    """`known` are the code points that every font in use can show; None when that is not known."""

    known: Collection[int] | None
    plain: frozenset[str] = field(init=False)
    """Characters that stay as they are in any text."""

    def __post_init__(self) -> None:
        plain = (char for char in map(chr, self.known or ()) if char != "\n" and self.shown(char))
        object.__setattr__(self, "plain", frozenset(plain))

    def shown(self, char: str) -> bool:
        if char in _WHITE:
            return True
        return not HIDDEN.match(char) and (self.known is None or ord(char) in self.known)

    def words(self, text: str) -> str:
        """Text on one line, with numbers for what cannot be shown."""
        if self._plain(text):
            return text
        return "".join(char if self.shown(char) else f"[{code(char)}]" for char in _composed(text))

    def around(self, node: Any) -> Any:
        """Text of the organisation's own, without the characters that cannot be shown; places to fill stay."""
        match node:
            case {"kind": "words", "text": str() as text}:
                kept = "".join(char for char in _composed(text) if char in (OPEN, CLOSE) or self.shown(char))
                return {**cast(dict[str, Any], node), "text": kept}
            case dict():
                return {key: self.around(value) for key, value in cast(dict[str, Any], node).items()}
            case list():
                return [self.around(each) for each in cast(list[Any], node)]
            case _:
                return node

    def data(self, node: Any) -> Any:
        """Nodes with each text split into what can be shown, gaps, and line breaks."""
        match node:
            case Node(["gap", str() as text]):
                return Node(["gap", self.words(text)])
            case Node([kind, *held]):
                return Node([kind, *(self.data(each) if isinstance(each, list) else each for each in held)])
            case dict():
                return {key: self.data(value) for key, value in cast(dict[str, Any], node).items()}
            case list():
                return [part for each in cast(list[Any], node) for part in self._parts(each)]
            case _:
                return node

    def _parts(self, inline: Any) -> Iterator[Any]:
        if isinstance(inline, str):
            yield from [inline] if self._plain(inline) else self._split(inline)
        else:
            yield self.data(inline)

    def _plain(self, text: str) -> bool:
        return self.plain.issuperset(text) or ("\n" not in text and all(map(self.shown, set(text))))

    def _split(self, text: str) -> Iterator[Any]:
        held = ""
        for char in _composed(text):
            if char != "\n" and self.shown(char):
                held += char
                continue
            yield from [held] if held else []
            held = ""
            yield Node(["break", ""]) if char == "\n" else Node(["gap", f"[{code(char)}]"])
        yield from [held] if held else []


def _composed(text: str) -> str:
    """The text in composed form (NFC), with all hyphens as the common one."""
    return unicodedata.normalize("NFC", text).translate(_ALIKE)
