"""The markup of parts without their words: files of one shape differ in nothing that checks of markup look at."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from composer.ooxml.markup import Element, parse

_WORDS = re.compile(rb'(<w:t xml:space="preserve">)[^<]*(?=</w:t>)')
_NO_ENTITY = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#13);)")
_LEGAL = bytes(byte for byte in range(256) if byte >= 0x20 or byte in b"\t\n\r")
_UNTOLD = (b"\xef\xbf\xbe", b"\xef\xbf\xbf", b"]]>")
"""U+FFFE, U+FFFF and the end of a section of raw characters, which words may not have (XML 1.0 sections 2.2 and 2.4)."""
_LARGEST, _MOST = 2_000_000, 200
_XML = (".xml", ".rels")

Outline = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
"""The tag and attributes of each element."""
Shape = bytes | Outline


def shape(data: bytes) -> Shape | None:
    """A text part's markup as it stands, another part's elements; None for words that are no XML and for what is very large.

    Of data that is nobody's but ours, attributes say nothing that a check looks at, unless they are of a namespace.

    Raises etree.XMLSyntaxError for a part without words that is no XML.
    """
    if len(data) > _LARGEST:
        return None
    if b"</w:t>" in data:
        return _WORDS.sub(rb"\1", data) if _is_text(data) else None
    return outline(parse(data))


def outline(root: Element) -> Outline:
    first = "" if "openxmlformats.org" in str(root.tag) else "{"
    return tuple(
        (str(each.tag), tuple((str(k), str(v)) for k, v in each.attrib.items() if str(k).startswith(first)))
        for each in root.iter()
    )


def _is_text(data: bytes) -> bool:
    """Whether words in it, wherever they stand, can be read as XML: known entities and allowed characters only."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    illegal = data.translate(None, _LEGAL) or any(sign in data for sign in _UNTOLD)
    return not illegal and _NO_ENTITY.search(data) is None


@dataclass(frozen=True, slots=True)
class Known:
    """The shapes of files that were gone through without a fault, and of the parts of the last one."""

    sound: set[tuple[tuple[str, Shape], ...]] = field(default_factory=set[tuple[tuple[str, Shape], ...]])
    parts: dict[str, tuple[bytes, Shape | None]] = field(default_factory=dict[str, tuple[bytes, Shape | None]])

    def shapes(self, parts: Mapping[str, bytes]) -> tuple[tuple[str, Shape], ...] | None:
        """The shapes of all parts by name; None when one of them has to be read."""
        made = [(name, found) for name, data in parts.items() if (found := self._shape(name, data)) is not None]
        return tuple(made) if len(made) == len(parts) else None

    def _shape(self, name: str, data: bytes) -> Shape | None:
        before = self.parts.get(name)
        if before is None or before[0] != data:
            before = self.parts[name] = (data, shape(data) if name.endswith(_XML) else b"")
        return before[1]

    def learn(self, shapes: tuple[tuple[str, Shape], ...]) -> None:
        if len(self.sound) >= _MOST:
            self.sound.clear()
        self.sound.add(shapes)
