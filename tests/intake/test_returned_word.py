"""What a Word file says, in any of the forms in which Word and others write it; and what no honest file says is refused."""

import io
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.domain.errors import ComposerError
from composer.intake.returned_word import ReturnedWord, View, read_returned, returned_word
from composer.ooxml.markup import R, W

BY = 'w:id="1" w:author="C. Bakker" w:date="2025-01-08T09:30:00Z"'
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = ("styles", "numbering", "comments", "footnotes")


def docx(body: str, **parts: str) -> bytes:
    """A Word file with a body and other parts by their names, all in WordprocessingML."""
    related = "".join(f'<Relationship Id="r{name}" Type="{R}/{name}" Target="{name}.xml"/>' for name in parts)
    link = f'<Relationship Id="rl" Type="{R}/hyperlink" Target="https://vng.example/" TargetMode="External"/>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("[Content_Types].xml", TYPES)
        main = f'<Relationship Id="r1" Type="{R}/officeDocument" Target="word/document.xml"/>'
        file.writestr("_rels/.rels", f'<Relationships xmlns="{RELATIONS}">{main}</Relationships>')
        file.writestr(
            "word/_rels/document.xml.rels", f'<Relationships xmlns="{RELATIONS}">{related}{link}</Relationships>'
        )
        file.writestr(
            "word/document.xml", f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>'
        )
        for name, inner in parts.items():
            file.writestr(f"word/{name}.xml", f'<w:{name} xmlns:w="{W}">{inner}</w:{name}>')
    return buffer.getvalue()


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(runs)}</w:p>"


def t(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def row(run: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr><w:tc>{p(run)}</w:tc></w:tr>"


def ins(*runs: str) -> str:
    return f"<w:ins {BY}>{''.join(runs)}</w:ins>"


def gone(text: str, kind: str = "del") -> str:
    return f"<w:{kind} {BY}><w:r><w:delText>{text}</w:delText></w:r></w:{kind}>"


def texts(data: bytes, view: View = "aanvaard") -> list[str]:
    return [seen.text for seen in returned_word(data).view(view)]


END_GONE = f"<w:rPr><w:del {BY}/></w:rPr>"
END_NEW = f"<w:rPr><w:ins {BY}/></w:rPr>"
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
BODIES: list[tuple[str, list[str], list[str]]] = [
    (p(t("Een "), ins(t("nieuw ")), gone("oud "), t("woord")), ["Een nieuw woord"], ["Een oud woord"]),
    (p(ins(gone("kort "), t("lang "))), ["lang "], [""]),
    (p(t("Een"), properties=END_GONE) + p(t("twee")), ["Eentwee"], ["Een", "twee"]),
    (p(t("Een"), properties=END_NEW) + p(t("twee")), ["Een", "twee"], ["Eentwee"]),
    (p(gone("weg"), properties=END_GONE) + p(t("blijft")), ["blijft"], ["weg", "blijft"]),
    (p(gone("naar onder", "moveFrom")) + p(ins(t("x"))), ["", "x"], ["naar onder", ""]),
    (f"<w:ins {BY}>{p(t('in een blok'))}</w:ins>", ["in een blok"], ["in een blok"]),
    (
        p(t("a"), "<w:r><w:tab/><w:br/><w:noBreakHyphen/><w:softHyphen/><w:cr/></w:r>", t("b")),
        ["a\t\n\u2011\nb"],
        ["a\t\n\u2011\nb"],
    ),
    (p('<w:r><w:br w:type="page"/></w:r>', t("b")), ["b"], ["b"]),
    (p("<w:smartTag>", t("slim"), "</w:smartTag>"), ["slim"], ["slim"]),
    (p("<w:sdt><w:sdtPr/><w:sdtContent>", t("veld"), "</w:sdtContent></w:sdt>"), ["veld"], ["veld"]),
    (f"<w:sdt><w:sdtContent>{p(t('in een blok'))}</w:sdtContent></w:sdt>", ["in een blok"], ["in een blok"]),
    (p(FIELD.format("PAGE", t("7"))), ["7"], ["7"]),
    (p(FIELD.format("MACROBUTTON x", FIELD.format("PAGE", t("7")))), ["7"], ["7"]),
    (p('<w:fldSimple w:instr=" DATE ">', t("vandaag"), "</w:fldSimple>"), ["vandaag"], ["vandaag"]),
    (
        p('<w:r><mc:AlternateContent xmlns:mc="x"><mc:Choice/><mc:Fallback/></mc:AlternateContent></w:r>', t("a")),
        ["a"],
        ["a"],
    ),
    (f"<w:tbl>{row(t('cel'))}{row(t('weg'), f'<w:del {BY}/>')}</w:tbl>", ["cel"], ["cel", "weg"]),
    (f"<w:tbl>{row(t('nieuw'), f'<w:ins {BY}/>')}</w:tbl>", ["nieuw"], []),
    (
        p(
            "<w:bookmarkStart w:id='1' w:name='x'/>",
            t("a"),
            "<w:bookmarkEnd w:id='1'/>",
            "<!-- opmerking -->",
            "<?pi x?>",
        ),
        ["a"],
        ["a"],
    ),
    (p("<w:del>", t("zonder schrijver"), "</w:del>"), [""], ["zonder schrijver"]),
    ("", [], []),
]


@pytest.mark.parametrize(("body", "accepted", "original"), BODIES)
def test_both_views(body: str, accepted: list[str], original: list[str]) -> None:
    assert texts(docx(body)) == accepted
    assert texts(docx(body), "oorspronkelijk") == original


STYLES = (
    '<w:style w:type="paragraph" w:styleId="K1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="K2"><w:name w:val="Eigen kop"/><w:basedOn w:val="K1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="O"><w:name w:val="Outline"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="L"><w:name w:val="List Number"/>'
    '<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="S2"><w:name w:val="Eigen"/><w:basedOn w:val="S"/><w:rPr><w:i/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="5"><w:abstractNumId w:val="1"/>'
    '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:numFmt w:val="lowerLetter"/></w:lvl></w:lvlOverride></w:num>'
)
LOOKS = [
    ('<w:pStyle w:val="K1"/>', ("kop", 1, False)),
    ('<w:pStyle w:val="K2"/>', ("kop", 1, False)),
    ('<w:pStyle w:val="O"/>', ("kop", 3, False)),
    ('<w:outlineLvl w:val="1"/>', ("kop", 2, False)),
    ('<w:outlineLvl w:val="9"/>', ("alinea", 0, False)),
    ('<w:pStyle w:val="L"/>', ("item", 1, True)),
    ('<w:pStyle w:val="L"/><w:numPr><w:numId w:val="0"/></w:numPr>', ("alinea", 0, False)),
    ('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>', ("item", 1, False)),
    ('<w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr>', ("item", 2, True)),
    ('<w:numPr><w:ilvl w:val="x"/><w:numId w:val="99"/></w:numPr>', ("item", 1, False)),
    ('<w:pStyle w:val="Q"/>', ("citaat", 0, False)),
    ('<w:pStyle w:val="T"/>', ("inhoud", 0, False)),
    ('<w:pStyle w:val="A"/>', ("alinea", 0, False)),
    ('<w:pStyle w:val="bestaat niet"/>', ("alinea", 0, False)),
]


@pytest.mark.parametrize(("properties", "look"), LOOKS)
def test_what_a_paragraph_is(properties: str, look: tuple[str, int, bool]) -> None:
    word = returned_word(docx(p(t("x"), properties=properties), styles=STYLES, numbering=NUMBERING))
    found = word.paragraphs[0].look
    assert (found.kind, found.level, found.ordered) == look


RUNS = [
    ("<w:b/>", (True, False)), ('<w:b w:val="0"/>', (False, False)), ('<w:rStyle w:val="S"/>', (True, False)),
    ('<w:rStyle w:val="S2"/>', (True, True)), ('<w:rStyle w:val="S2"/><w:b w:val="false"/>', (False, True)), ("", (False, False)),
]  # fmt: skip


@pytest.mark.parametrize(("properties", "marks"), RUNS)
def test_what_a_run_is(properties: str, marks: tuple[bool, bool]) -> None:
    (span,) = returned_word(docx(p(t("x", properties)), styles=STYLES)).paragraphs[0].spans
    assert (span.bold, span.italic) == marks


def test_comments_have_their_words_and_replies_stand_beside_them() -> None:
    body = p(
        '<w:commentRangeStart w:id="0"/><w:commentRangeStart w:id="1"/>', t("deze "), gone("oude "), t("woorden"),
        '<w:commentRangeEnd w:id="0"/><w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="0"/></w:r>', t(" en meer"),
    )  # fmt: skip
    said = "".join(
        f'<w:comment w:id="{at}" w:author="{who}" w:date="2025-01-08T09:30:00Z">{p(t(text))}</w:comment>'
        for at, (who, text) in enumerate([("C. Bakker", "Klopt dit?"), ("D. Visser", "Ja.")])
    )
    word = returned_word(docx(body, comments=said))
    assert [(c.author, c.text, c.about) for c in word.comments] == [
        ("C. Bakker", "Klopt dit?", "deze woorden"), ("D. Visser", "Ja.", "deze woorden"),
    ]  # fmt: skip


def test_notes_and_links() -> None:
    body = p(
        t("a"), '<w:r><w:footnoteReference w:id="3"/></w:r>', '<w:hyperlink r:id="rl">', t("link"), "</w:hyperlink>",
        '<w:hyperlink w:anchor="_Bron2">', t("2"), "</w:hyperlink>", FIELD.format("NOTEREF _Noot7 \\f \\h", t("7")),
    )  # fmt: skip
    word = returned_word(docx(body, footnotes=f'<w:footnote w:id="3">{p(t("Een "), t("bron."))}</w:footnote>'))
    marks = [span.note or (span.text, span.link) for span in word.paragraphs[0].spans]
    assert marks == [("a", None), "footnote:3", ("link", "https://vng.example/"), "noot:2", "noot:7"]
    assert word.notes["footnote:3"] == "Een bron."


def test_bookmarks_over_paragraphs_and_without_an_end() -> None:
    start, end = '<w:bookmarkStart w:id="{0}" w:name="{1}"/>', '<w:bookmarkEnd w:id="{0}"/>'
    body = (
        p(start.format(1, "a"), t("een"))
        + p(t("twee"), end.format(1), t("drie"))
        + p(start.format(2, "b"), t("vier"))
        + p(t("vijf"))
    )
    assert [seen.marks() for seen in returned_word(docx(body)).view("aanvaard")] == [("a",), ("a",), ("b",), ()]


def refused(data: bytes) -> str:
    with pytest.raises(ComposerError) as raised:
        returned_word(data)
    return raised.value.message


def with_entry(name: str, content: bytes | str) -> bytes:
    buffer = io.BytesIO(docx(p(t("x"))))
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, content)
    return buffer.getvalue()


HOSTILE = {
    "no zip": b"geen zip",
    "empty": b"",
    "old word": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "zip of something else": with_entry("x", "y").replace(b"officeDocument", b"officeDocumenx"),
    "bomb": with_entry("word/media/x.xml", b" " * 30_000_000),
    "step up": with_entry("../../etc/passwd", "x"),
    "doctype": with_entry("word/x.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'),
    "entity": with_entry("word/y.xml", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'),
    "laughs": with_entry("word/z.xml", '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'),
    "deep": docx("<w:sdt>" * 300 + "</w:sdt>" * 300),
    "not xml": with_entry("word/w.xml", "<x>"),
    "strict": docx(p(t("x"))).replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main"),
    "truncated": docx(p(t("x")))[:-60],
    "no body": docx("").replace(b"<w:body></w:body>", b"<w:xxxx></w:xxxx>"),
    "too many paragraphs": docx("<w:p/>" * 20_001),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_no_honest_file_is_is_refused_with_a_sentence(name: str) -> None:
    started = time.monotonic()
    assert refused(HOSTILE[name])
    assert time.monotonic() - started < 10, "half a second on a machine that does nothing else"


def test_a_file_that_is_gone_or_too_large(tmp_path: Path) -> None:
    with pytest.raises(ComposerError, match="niet te lezen"):
        read_returned(tmp_path / "weg.docx")
    (tmp_path / "groot.docx").write_bytes(b"\0" * 20_000_001)
    with pytest.raises(ComposerError, match="te groot"):
        read_returned(tmp_path / "groot.docx")


TAGS = [
    "p", "r", "t", "ins", "del", "tbl", "tr", "tc", "sdt", "hyperlink", "fldChar", "instrText", "bookmarkStart", "pPr",
    "numPr", "numId", "rPr", "moveTo",
]  # fmt: skip
ATTRIBUTES = [
    "", ' w:id="1"', ' w:fldCharType="begin"', ' w:fldCharType="end"', ' w:val="x"', ' w:val="-3"',
    ' w:name="rb_a1_0_00000000"',
]  # fmt: skip


def element(tag: str, attribute: str, children: list[str]) -> str:
    return f"<w:{tag}{attribute}>{''.join(children)}</w:{tag}>"


def around(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(element, st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES), st.lists(inner, max_size=4))


TREES = st.recursive(st.sampled_from(["", "woord", "7"]), around, max_leaves=30)


@given(st.lists(TREES, max_size=4))
def test_whatever_stands_in_a_body_is_read(parts: list[str]) -> None:
    word = returned_word(docx("".join(parts)))
    assert isinstance(word, ReturnedWord)
    for view in ("aanvaard", "oorspronkelijk"):
        assert all(isinstance(seen.text, str) for seen in word.view(view))
