"""A file of a known shape is judged as it would be without what is known."""

import pytest

from composer import paths
from composer.export.house_style import HouseStyle, load_house_style
from composer.export.to_docx import docx_parts
from composer.ooxml.preflight import preflight, preflight_on
from composer.ooxml.reading import PackageError, read_package
from composer.ooxml.shapes import shape
from tests.export.documents import letter

BODY, CORE, RELATIONS = "word/document.xml", "docProps/core.xml", "word/_rels/document.xml.rels"
CHANGES = {
    "andere woorden": (BODY, "</w:t>", " en nog iets</w:t>"),
    "een los teken": (BODY, "</w:t>", " R&D</w:t>"),
    "een onbekende naam": (BODY, "</w:t>", "&nbsp;</w:t>"),
    "een stuurteken": (BODY, "</w:t>", "\x01</w:t>"),
    "een teken dat er niet is": (BODY, "</w:t>", "\ufffe</w:t>"),
    "een einde van iets anders": (BODY, "</w:t>", "]]></w:t>"),
    "een ander veld": (BODY, "</w:body>", '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p></w:body>'),
    "een stijl die er niet is": (BODY, 'w:pStyle w:val="BodyText"', 'w:pStyle w:val="Weg"'),
    "geen titel": (CORE, "<dc:title>", "<dc:title></dc:title><dc:oud>"),
    "geen datum": (CORE, "T12:00:00Z", "morgen"),
    "een koppeling naar een map": (RELATIONS, 'Target="mailto:', 'Target="file:'),
}


@pytest.fixture(scope="module")
def style() -> HouseStyle:
    return load_house_style(paths.resources() / "huisstijlen" / "neutraal")


@pytest.mark.parametrize("change", CHANGES)
def test_a_known_shape_hides_nothing(style: HouseStyle, change: str) -> None:
    parts = dict(docx_parts(letter(), style))
    package = style.base.package
    assert preflight_on(style.ground, package.to_bytes(parts)) == ()
    name, before, after = CHANGES[change]
    text = parts[name].decode()
    assert before in text
    data = package.to_bytes(parts | {name: text.replace(before, after, 1).encode("utf-8", "surrogatepass")})
    try:
        expected = {(fault.code, fault.part) for fault in preflight(read_package(data))}
    except PackageError:
        expected = None
    found = {(fault.code, fault.part) for fault in preflight_on(style.ground, data)}
    assert bool(found) if expected is None else found == expected


def test_only_words_are_left_out_of_a_shape() -> None:
    part = b'<w:p xmlns:w="w"><w:t xml:space="preserve">%s</w:t><w:x a="%s"/></w:p>'
    assert shape(part % (b"een", b"1")) == shape(part % (b"twee", b"1")) != shape(part % (b"een", b"2"))
    assert shape(part % (b"\xff", b"1")) is None
