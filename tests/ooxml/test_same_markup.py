"""A file of a known shape is judged as it would be without what is known."""

import pytest

from composer import paths
from composer.export.house_style import HouseStyle, load_house_style
from composer.export.to_docx import docx_parts
from composer.ooxml.preflight import preflight, preflight_on_shared
from composer.ooxml.reading import PackageError, read_package
from composer.ooxml.same_markup import same_markup
from tests.export.documents import letter

BODY, CORE, RELATIONS = "word/document.xml", "docProps/core.xml", "word/_rels/document.xml.rels"
CHANGES = {
    "andere woorden": (BODY, "</w:t>", " en nog iets</w:t>"),
    "een los teken": (BODY, "</w:t>", " R&D</w:t>"),
    "een onbekende naam": (BODY, "</w:t>", "&nbsp;</w:t>"),
    "een stuurteken": (BODY, "</w:t>", "\x01</w:t>"),
    "een teken dat er niet is": (BODY, "</w:t>", "\ufffe</w:t>"),
    "een einde van iets anders": (BODY, "</w:t>", "]]></w:t>"),
    "een einde van iets anders in stukken": (BODY, "</w:t>", "]]&gt;</w:t>"),
    "een rand die geen getal is": (BODY, '<w:gridCol w:w="', '<w:gridCol w:w="breed'),
    "een andere breedte": (BODY, '<w:gridCol w:w="', '<w:gridCol w:w="1'),
    "een cel te veel": (BODY, "<w:gridCol ", '<w:gridSpan w:val="2"/><w:gridCol '),
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
    assert preflight_on_shared(style.shared_parts, package.to_bytes(parts)) == ()
    name, before, after = CHANGES[change]
    text = parts[name].decode()
    assert before in text
    data = package.to_bytes(parts | {name: text.replace(before, after, 1).encode("utf-8", "surrogatepass")})
    try:
        expected = {(fault.code, fault.part) for fault in preflight(read_package(data))}
    except PackageError:
        expected = None
    found = {(fault.code, fault.part) for fault in preflight_on_shared(style.shared_parts, data)}
    assert bool(found) if expected is None else found == expected


def test_only_words_are_left_out_of_markup() -> None:
    part = b'<w:p xmlns:w="w"><w:t>%s</w:t><w:x a="%s"/></w:p>'
    sound = part % (b"een", b"1")
    assert same_markup("word/document.xml", part % (b"twee &amp; drie", b"1"), sound)
    for words, value in ((b"een", b"2"), (b"\xff", b"1"), (b"&drie;", b"1"), (b"]]>", b"1"), (b"<w:y/>", b"1")):
        assert not same_markup("word/document.xml", part % (words, value), sound)


def test_widths_and_what_only_we_read_are_words_too() -> None:
    for name, tag in (
        ("word/document.xml", b'<w:gridCol w:w="%s"/>'),
        ("customXml/item1.xml", b'<a xmlns="u" b="%s"/>'),
    ):
        assert same_markup(name, tag % b"12", tag % b"345")
        assert not same_markup(name, tag % b"&x;", tag % b"345")
    assert not same_markup("word/document.xml", b'<w:gridCol w:w="12%"/>', b'<w:gridCol w:w="x"/>')
    assert not same_markup("customXml/item1.xml", b'<a xmlns="v" b="1"/>', b'<a xmlns="u" b="1"/>')
