"""Checks of a house style's pictures, which are untrusted."""

import struct
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from lxml import etree

from composer.domain.errors import ComposerError
from composer.library.reading import read_bytes
from composer.library.store import reason
from composer.ooxml.markup import Element, parse

LARGEST = 5_000_000
"""Bytes of a picture."""
MOST_PIXELS = 40_000_000
MOST_DRAWN, DEEPEST = 100_000, 200
"""Elements of an SVG, each as often as it is shown, and how deep they lie in each other."""
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""The markers of JPEG that tell a picture's size (ITU T.81, table B.1)."""
_INERT = ("#", "data:image/png", "data:image/jpeg")
_LIVE = frozenset({"script", "foreignObject", "iframe", "animate", "set", "handler"})


def require_picture(path: Path) -> None:
    """Raises ComposerError for a file that is not a picture of its kind, is too large, or has anything else in it."""
    if not path.resolve().is_relative_to(path.parent.resolve()):
        raise ComposerError("dit is een snelkoppeling naar een andere map; zet de afbeelding zelf in deze map", path)
    try:
        data = read_bytes(path, LARGEST)
    except OSError as error:
        raise ComposerError(f"deze afbeelding is niet te lezen ({reason(error)})", path) from error
    _require_few(_SIZES[path.suffix.lower()](data, path), path)


def require_few_pixels(data: bytes, path: Path) -> None:
    """Raises ComposerError for a picture in a document with too many pixels; formats that no writer shows are not checked."""
    for signature, size in ((_PNG, _png_size), (_JPEG, _jpeg_size)):
        if data.startswith(signature):
            _require_few(size(data, path), path)


def _require_few(size: tuple[int, int], path: Path) -> None:
    if size[0] * size[1] > MOST_PIXELS:
        raise ComposerError("deze afbeelding heeft te veel beeldpunten; maak haar kleiner", path)


def _other_kind(path: Path) -> ComposerError:
    return ComposerError(f"dit is geen {path.suffix[1:]}-afbeelding; sla haar opnieuw op", path)


def _png_size(data: bytes, path: Path) -> tuple[int, int]:
    if not data.startswith(_PNG) or data[12:16] != b"IHDR" or len(data) < 24:
        raise _other_kind(path)
    return struct.unpack(">II", data[16:24])


def _jpeg_size(data: bytes, path: Path) -> tuple[int, int]:
    at = 2
    while data.startswith(_JPEG) and at + 9 <= len(data) and data[at] == 0xFF:
        if data[at + 1] in _FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    raise _other_kind(path)


def _svg_size(data: bytes, path: Path) -> tuple[int, int]:
    """(0, 0) for an SVG; raises ComposerError when it has a doctype, a script or external references."""
    try:
        root = parse(data)
    except etree.XMLSyntaxError as error:
        raise _other_kind(path) from error
    if etree.QName(root).localname != "svg" or root.getroottree().docinfo.doctype:
        raise _other_kind(path)
    for element in root.iter("{*}*"):
        attributes = {str(name).rpartition("}")[2].lower(): str(value) for name, value in element.attrib.items()}
        away = [v for name, v in attributes.items() if name in ("href", "src") and not v.strip().startswith(_INERT)]
        live = etree.QName(element).localname in _LIVE or any(name.startswith("on") for name in attributes)
        styled = "url(" in "".join((*attributes.values(), element.text or "")).replace("url(#", "")
        if away or live or styled or "@import" in (element.text or ""):
            raise ComposerError("deze svg haalt iets van buiten of bevat een script; sla haar op als png", path)
    _require_few_drawn(root, path)
    return 0, 0


def _require_few_drawn(root: Element, path: Path) -> None:
    """Raises ComposerError when `use` elements expand to too many elements, or refer to themselves."""
    named = {f"#{element.get('id')}": element for element in root.iter("{*}*") if element.get("id")}
    known: dict[Element, int] = {}

    def drawn(element: Element, around: tuple[Element, ...]) -> int:
        if element in around or len(around) > DEEPEST:
            raise ComposerError("deze svg tekent zichzelf; sla haar op als png", path)
        if element not in known:
            inside = (*element.iterchildren("{*}*"), *_shown_again(element, named))
            known[element] = 1 + sum(drawn(each, (*around, element)) for each in inside)
        return known[element]

    if drawn(root, ()) > MOST_DRAWN:
        raise ComposerError("deze svg bestaat uit te veel onderdelen; sla haar op als png", path)


def _shown_again(element: Element, named: Mapping[str, Element]) -> Iterator[Element]:
    """The element that a `use` refers to, if it exists."""
    if etree.QName(element).localname == "use":
        targets = (str(value) for name, value in element.attrib.items() if str(name).rpartition("}")[2] == "href")
        yield from (named[target.strip()] for target in targets if target.strip() in named)


_SIZES: dict[str, Callable[[bytes, Path], tuple[int, int]]] = {
    ".png": _png_size,
    ".jpg": _jpeg_size,
    ".jpeg": _jpeg_size,
    ".svg": _svg_size,
}
