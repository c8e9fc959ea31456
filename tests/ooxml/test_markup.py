"""Text for XML, and cutting parts open."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.ooxml.markup import W, elements, end_tag, escape, fragment, parse, start_tag, without_session_ids

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
PART = (
    f'<w:x xmlns:w="{W}" xmlns:w14="{W14}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' mc:Ignorable="w14" w:a="1 &amp; 2"><w:y w14:z="3">t</w:y></w:x>'
)


FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
PICTURES = {chr(number): chr(0x2400 + number) for number in range(0x20)}


@given(st.text(st.characters(codec=None)))
def test_any_text_may_stand_in_xml(text: str) -> None:
    root = parse(f'<a b="{escape(text)}">{escape(text)}</a>'.encode())
    assert (root.text or "") == FORBIDDEN.sub(lambda each: PICTURES.get(each.group(), "\ufffd"), text)


@pytest.mark.parametrize("plain", ["gewoon", "één “twee”", "a\tb\nc", "😀"])
def test_plain_text_stays_itself(plain: str) -> None:
    assert escape(plain) is plain


def test_a_part_cut_open_is_the_same_part() -> None:
    root = parse(PART.encode())
    again = parse((start_tag(root) + "".join(map(fragment, root)) + end_tag(root)).encode())
    assert again.attrib == root.attrib
    assert again[0].attrib == root[0].attrib
    assert again.nsmap["w14"] == W14


def test_fragments_declare_nothing_that_their_root_declares() -> None:
    assert fragment(parse(PART.encode())[0]) == '<w:y w14:z="3">t</w:y>'


def test_elements() -> None:
    assert [element.tag for element in elements("<w:a/><w:b/>")] == [f"{{{W}}}a", f"{{{W}}}b"]


def test_without_revisions() -> None:
    part = f'<w:x xmlns:w="{W}" w:rsidR="00"><w:rsid w:val="1"/><w:p w:rsidRDefault="2" w:a="3"/></w:x>'.encode()
    assert b"rsid" not in without_session_ids(part)
    assert b'w:a="3"' in without_session_ids(part)
    assert without_session_ids(PART.encode()) == PART.encode()
