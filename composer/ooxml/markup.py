"""The XML of Word packages: its namespaces, safe parsing, and text that may stand in it."""

import re
from functools import cache

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
STRICT = "http://purl.oclc.org/ooxml/"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD_NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}"'

Element = etree._Element  # pyright: ignore[reportPrivateUsage]  # lxml has no public name for it

_SPECIAL = re.compile('[&<>"\r\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]')
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def escape(text: str) -> str:
    """Text for element content and double-quoted attributes; characters that XML 1.0 section 2.2 forbids become symbols."""
    if _SPECIAL.search(text) is None:
        return text
    text = _FORBIDDEN.sub(_pictured, text).replace("&", "&amp;").replace("<", "&lt;")
    return text.replace(">", "&gt;").replace('"', "&quot;").replace("\r", "&#13;")


def _pictured(match: re.Match[str]) -> str:
    """The sign of Unicode's block of control pictures, or the one for what cannot be shown."""
    number = ord(match.group())
    return chr(0x2400 + number) if number < 0x20 else "\ufffd"


@cache
def w(name: str) -> str:
    """The qualified name of a WordprocessingML element or attribute."""
    return f"{{{W}}}{name}"


def r(name: str) -> str:
    """The qualified name of a relationship attribute."""
    return f"{{{R}}}{name}"


def local_name(element: Element) -> str:
    """The name without its namespace; "" for comments and processing instructions."""
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: Element | None, name: str = "val") -> str:
    """A w attribute of an element, "" when either is missing."""
    return "" if element is None else str(element.get(w(name), ""))


def child_value(holder: Element | None, name: str) -> str:
    """The value of a property in its holder, "" when either is missing."""
    return "" if holder is None else attribute(holder.find(w(name)))


def whole_number(text: str, default: int = 0) -> int:
    """A count or level as it is written; the default for what is none, or has more than nine digits."""
    return int(text) if text.isdecimal() and len(text) < 10 else default


def parse(data: bytes) -> Element:
    """The root of a part; no entity, DTD or address is followed. Raises etree.XMLSyntaxError, also beyond 256 levels."""
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    return etree.fromstring(data, parser)


def serialise(root: Element) -> bytes:
    """A whole part, with its declaration."""
    return HEAD.encode() + etree.tostring(root, encoding="UTF-8")


def start_tag(root: Element) -> str:
    """The root's start tag with all its namespace declarations, and those of the prefixes w and r."""
    spaces = {prefix: space for prefix, space in root.nsmap.items() if prefix} | {"w": W, "r": R}
    declared = "".join(f' xmlns:{prefix}="{escape(space)}"' for prefix, space in spaces.items())
    prefixes = {space: prefix for prefix, space in spaces.items()}
    attributes = "".join(f' {_prefixed(name, prefixes)}="{escape(value)}"' for name, value in _attributes(root))
    return f"<{_prefixed(str(root.tag), prefixes)}{declared}{attributes}>"


def end_tag(root: Element) -> str:
    return f"</w:{etree.QName(root).localname}>"


def fragment(element: Element) -> str:
    """An element as text to stand below the start tag of its own root."""
    text = etree.tostring(element, encoding="unicode", with_tail=False)
    spaces = element.getroottree().getroot().nsmap
    for prefix, space in spaces.items():
        if prefix:
            text = text.replace(f' xmlns:{prefix}="{escape(space)}"', "")
    return text


def without_session_ids(data: bytes) -> bytes:
    """A part without the numbers of editing sessions (Part 1, section 17.15.1.70); the same bytes when it has none."""
    if b"rsid" not in data:
        return data
    root = parse(data)
    for element in root.iter("{*}*"):
        for name in [name for name in element.attrib if str(name).startswith(f"{{{W}}}rsid")]:
            del element.attrib[name]
    for element in list(root.iter(w("rsid"), w("rsids"))):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    return serialise(root)


def _prefixed(name: str, prefixes: dict[str, str]) -> str:
    qualified = etree.QName(name)
    return f"{prefixes[qualified.namespace]}:{qualified.localname}" if qualified.namespace else name


def _attributes(element: Element) -> list[tuple[str, str]]:
    return [(str(name), str(value)) for name, value in element.attrib.items()]


def elements(markup: str) -> list[Element]:
    """Elements from text that uses the prefixes of `WORD_NAMESPACES`."""
    return list(parse(f"<root {WORD_NAMESPACES}>{markup}</root>".encode()))
