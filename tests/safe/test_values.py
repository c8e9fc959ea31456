"""Whatever a value holds, it comes back from the page as it was, and is never anything but text."""

import html
import io
import random
import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pypdfium2  # pyright: ignore[reportMissingTypeStubs]
import pytest
from lxml import etree

from composer import paths
from composer.assemble.letter import Assembler
from composer.domain.characters import HIDDEN
from composer.domain.document import Document
from composer.domain.letter import Letter
from composer.export.house_style import HouseStyle, load_house_style
from composer.export.to_docx import to_docx
from composer.export.to_html import to_html
from composer.export.to_pdf import to_pdf
from composer.export.typography import bind
from composer.library.glyph_coverage import common_code_points
from composer.library.letters import letter_text, parse_letter
from composer.ooxml.markup import w
from tests.libraries import DAY, Shelf

STRINGS, IN_PDF, ALL = 10_000, 2_000, 100_000
"""In the suite, and with --lang."""
IN_ONE = 5_000
"""Fields of one letter."""
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
NASTY = (
    "**vet**", "_cursief_", "[woorden](https://adres.example)", "[^alv-nam-aan]", "# kop", "- item", "1. item",
    "> citaat", "| a | b |", "`code`", "<b>", "</w:t></w:r>", "&amp;", "&#13;", "<!--", "]]>",
    "<script>alert(1)</script>", '" onload="x', "{{ gemeente.naam }}", "{% if x %}", "{#", "\ue0000\ue001", "\\",
    "#let x = 1", "$x$", "@bron", "#include \"/etc/passwd\"", "=HYPERLINK(\"x\")", "javascript:x",
    "\u202eomgekeerd", "a\u200bb",
)  # fmt: skip


@cache
def alphabets() -> tuple[str, ...]:
    """All characters that XML allows, by where people would meet them, so that each kind is met often."""
    allowed = [chr(point) for point in range(0x110000) if not FORBIDDEN.match(chr(point))]
    plain = "".join(map(chr, range(0x20, 0x7F)))
    return (plain, "".join(allowed[:0x600]), "".join(allowed[:0x3000]), "".join(allowed), "<>&\"'\r\n\t []{}()*_`#|\\")


def strings(number: int, seed: int = 1) -> Iterator[str]:
    """Random ones, now and then with something in it that means something elsewhere; none empty or white."""
    chance = random.Random(seed)
    for _ in range(number):
        text = "".join(chance.choices(chance.choice(alphabets()), k=chance.randint(1, 24)))
        if chance.random() < 0.2:
            text = text[: len(text) // 2] + chance.choice(NASTY) + text[len(text) // 2 :]
        yield f"{text}." if not text.strip() else text


def in_fonts(number: int) -> Iterator[str]:
    """Of the characters that all shipped fonts have, hidden ones left out; an accent goes with a letter, so none alone."""
    chars = [
        char for point in sorted(common_code_points(paths.resources() / "lettertypen")) if _is_free(char := chr(point))
    ]
    chance = random.Random(2)
    for _ in range(number):
        yield "".join(chance.choices(chars, k=chance.randint(1, 24))) + "x"


def _is_free(char: str) -> bool:
    """Modifiers such as U+02DE are set over their neighbours too, where readers of a PDF may take two for one."""
    modifier = "\u02b0" <= char <= "\u02ff"
    return not (modifier or HIDDEN.match(char) or unicodedata.combining(char) or char.isspace())


@pytest.fixture(scope="module")
def printing(tmp_path_factory: pytest.TempPathFactory) -> "Printing":
    return Printing(Shelf(tmp_path_factory.mktemp("velden")), IN_ONE)


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> "Printing":
    return Printing(Shelf(tmp_path_factory.mktemp("veld")), 1)


class Printing:
    """A template that prints some number of fields, each a paragraph of its own."""

    def __init__(self, shelf: Shelf, number: int) -> None:
        fields = "".join(f"  - {{naam: v{each}, label: v}}\n" for each in range(number))
        lines = "\n\n".join(f"{{{{veld.v{each}}}}}" for each in range(number))
        shelf.write("gemeenten/a.yaml", "cbs: GM0001\nnaam: Bergdam\nprovincie: Kust\n")
        shelf.template("brief", f"titel: Brief\nvelden:\n{fields}---\n{lines}\n")
        self.assembler = Assembler(shelf.load())
        self.style: HouseStyle = load_house_style(paths.resources() / "huisstijlen" / "neutraal")

    def letter(self, values: list[str]) -> Letter:
        fields = {f"v{number}": value for number, value in enumerate(values)}
        return Letter.model_validate(
            {"sjabloon": "brief", "gemeente": "GM0001", "datum": DAY, "velden": fields, "id": "proef"}
        )

    def document(self, values: list[str]) -> Document:
        return self.assembler.assemble(self.letter(values)).document


def batches(values: Iterator[str]) -> Iterator[list[str]]:
    held: list[str] = []
    for value in values:
        held.append(value)
        if len(held) == IN_ONE:
            yield held
            held = []
    if held:
        yield held


def many(request: pytest.FixtureRequest, few: int) -> int:
    return ALL if request.config.getoption("--lang") else few


def test_random_strings_come_back_from_word_and_from_the_web_page(
    printing: Printing, request: pytest.FixtureRequest
) -> None:
    counted = 0
    for values in batches(strings(many(request, STRINGS))):
        document = printing.document(values)
        expected = [bind(value) for value in values]
        assert in_word(to_docx(document, printing.style))[: len(values)] == expected
        assert in_page(to_html(document, printing.style))[: len(values)] == expected
        counted += len(values)
    print(f"\n{counted} strings through Word and the web page")


def in_word(data: bytes) -> list[str]:
    """The text of each paragraph, read with nothing of our own: tabs and line ends as what they mean to Word."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"), etree.XMLParser(resolve_entities=False))
    signs = {w("tab"): "\t", w("br"): "\n"}
    found = ("".join(signs.get(str(e.tag), e.text or "") for e in p.iter(w("t"), *signs)) for p in root.iter(w("p")))
    return list(found)[1:]  # behind the title


def in_page(data: bytes) -> list[str]:
    """The text of each printed value, as a browser has it."""
    return [html.unescape(_TAG.sub("", found)) for found in _VALUE.findall(data.decode())]


_VALUE, _TAG = re.compile(r'<span class="waarde"[^>]*>(.*?)</span>', re.DOTALL), re.compile(r"</?bdi[^>]*>")


def test_strings_of_the_shipped_fonts_come_back_from_the_pdf(
    printing: Printing, request: pytest.FixtureRequest
) -> None:
    """White space aside, and with letters, ligatures and accents written one way or the other."""
    counted = 0
    for values in batches(in_fonts(many(request, IN_PDF))):
        found = bare(pdf_text(to_pdf(printing.document(values), printing.style)))
        at = 0
        for value in values:
            at = found.find(bare(value), at)
            assert at >= 0, value
            at += len(bare(value))
            counted += 1
    print(f"\n{counted} strings through the PDF")


def pdf_text(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as document:
        texts = (page.get_textpage().get_text_bounded() for page in document)  # pyright: ignore[reportUnknownMemberType]
        return "".join(str(text) for text in texts)


def bare(text: str) -> str:
    """U+0002 is how PDFium gives a hyphen between letters."""
    text = text.replace("\x02", "-")
    return "".join(unicodedata.normalize("NFKC", text).split())


UNSHOWN = {
    "漢字": "[U+6F22][U+5B57]",
    "feest 🎉": "feest[U+1F389]",
    "a\u202eb": "a[U+202E]b",
    "a\x07b": "a[U+0007]b",
    "\ufffe": "[U+FFFE]",
    "\ue123": "[U+E123]",
}


@pytest.mark.parametrize("value", UNSHOWN)
def test_what_the_pdf_cannot_show_stands_there_as_its_number(value: str, one: Printing) -> None:
    assert UNSHOWN[value] in bare(pdf_text(to_pdf(one.document([value]), one.style)))


def test_what_xml_cannot_hold_is_a_picture_of_it_in_word_and_on_the_page(printing: Printing) -> None:
    values = ["a\x00b", "a\x07b", "a\x1fb", "a\ufffeb"]
    document = printing.document(values)
    assert in_word(to_docx(document, printing.style))[:4] == ["a\u2400b", "a\u2407b", "a\u241fb", "a\ufffdb"]
    assert in_page(to_html(document, printing.style))[:4] == ["a\u2400b", "a\u2407b", "a\u241fb", "a\ufffdb"]


@pytest.mark.parametrize("value", NASTY)
def test_a_value_is_never_markup(value: str, one: Printing) -> None:
    plain, spoiled = (one.document([each]) for each in ("gewoon", value))
    assert _skeleton(to_docx(spoiled, one.style)) == _skeleton(to_docx(plain, one.style))
    assert _tags(to_html(spoiled, one.style)) - {"bdi"} == _tags(to_html(plain, one.style))
    assert not HIDDEN.search(pdf_text(to_pdf(spoiled, one.style)).replace("\r", ""))
    assert [type(block) for block in spoiled.blocks] == [type(block) for block in plain.blocks]


def _skeleton(data: bytes) -> Counter[str]:
    """How many elements there are of each kind that could do anything; a text has none of them."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return Counter(str(each.tag) for each in root.iter("{*}*") if str(each.tag) not in _TEXT)


_TEXT = frozenset({w("r"), w("rPr"), w("rStyle"), w("t"), w("tab"), w("br"), w("shd"), w("highlight")})


class _Tags(HTMLParser):
    """The names of all elements, as a parser that knows nothing of ours finds them."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)


def _tags(data: bytes) -> set[str]:
    reader = _Tags()
    reader.feed(data.decode())
    return reader.names


def test_strings_come_back_from_a_letter_file(printing: Printing) -> None:
    letter = printing.letter(list(strings(IN_ONE, seed=3)))
    assert parse_letter(letter_text(letter), Path("brief.raadsbrief")) == letter
