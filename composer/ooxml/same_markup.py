"""Recognises files with the same markup as a checked one but other text, for which the checks of markup can be skipped."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_OURS = "customXml/"
"""Parts that are nobody's but ours: attributes say nothing there that a check looks at, unless they are of a namespace."""
_ATTRIBUTE = re.compile(rb'( (?!xmlns=)[\w.-]+=")[^"<]*(?=")')
_WIDTH = re.compile(rb'^((?:w:gridCol|w:tcW) w:w=")\d+(?=")')
"""A width that is a number is held against nothing."""
_PARAGRAPH = b"</w:p>"
"""Most of what letters have in common is found a paragraph at a time."""
_NO_ENTITY = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#13);)")
_LEGAL = bytes(byte for byte in range(256) if byte >= 0x20 or byte in b"\t\n\r")
_UNTOLD = (b"\xef\xbf\xbe", b"\xef\xbf\xbf", b"]]")
"""U+FFFE, U+FFFF and what ends a section of raw characters, which words may not have (XML 1.0 sections 2.2 and 2.4)."""
_LARGEST, _MOST = 1_000_000, 12

Tags = tuple[tuple[str, int], ...]
"""How many tags each part has."""


def same_markup(name: str, data: bytes, sound: bytes) -> bool:
    """Whether a part differs from a sound part only in its text, and that text is well-formed."""
    if data == sound:
        return True
    ours, theirs = data.split(_PARAGRAPH), sound.split(_PARAGRAPH)
    if len(ours) != len(theirs):
        return False
    changed = [_words(name, one, other) for one, other in zip(ours, theirs, strict=True) if one != other]
    return None not in changed and _is_text(b"\n".join(filter(None, changed)))


def _words(name: str, data: bytes, sound: bytes) -> bytes | None:
    """The differing text of a part with the same markup as a sound one; None when the markup differs."""
    ends, others = data.split(b">"), sound.split(b">")
    if len(ends) != len(others):
        return None
    changed = [
        (end.partition(b"<"), other.partition(b"<")) for end, other in zip(ends, others, strict=True) if end != other
    ]
    if not all(end[1] == other[1] and _alike(name, end[2], other[2]) for end, other in changed):
        return None
    return b"\n".join(part for end, _ in changed for part in (end[0], end[2]))


def _alike(name: str, tag: bytes, other: bytes) -> bool:
    return tag == other or _tag(name, tag) == _tag(name, other)


def _tag(name: str, tag: bytes) -> bytes:
    """The part of a tag that checks look at."""
    return _ATTRIBUTE.sub(rb"\1", tag) if name.startswith(_OURS) else _WIDTH.sub(rb"\1", tag)


def _is_text(data: bytes) -> bool:
    """Whether words, wherever they stand, can be read as XML: known entities and allowed characters only."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    illegal = data.translate(None, _LEGAL) or any(sign in data for sign in _UNTOLD)
    return not illegal and _NO_ENTITY.search(data) is None


@dataclass(frozen=True, slots=True)
class SoundFiles:
    """The parts of the last files without faults, one file for each number of tags in each part."""

    sound: dict[Tags, Mapping[str, bytes]] = field(default_factory=dict[Tags, Mapping[str, bytes]])

    def contains_same_markup(self, parts: Mapping[str, bytes]) -> bool:
        """Whether one of the files has the same parts but for their text."""
        sound = self.sound.get(_tags(parts))
        return sound is not None and all(same_markup(name, data, sound[name]) for name, data in parts.items())

    def add(self, parts: Mapping[str, bytes]) -> None:
        """Adds a file without faults, unless it is very large."""
        if sum(map(len, parts.values())) > _LARGEST:
            return
        if len(self.sound) >= _MOST:
            self.sound.clear()
        self.sound[_tags(parts)] = parts


def _tags(parts: Mapping[str, bytes]) -> Tags:
    return tuple((name, data.count(b">")) for name, data in parts.items())
