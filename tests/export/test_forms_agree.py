"""The forms of one letter say the same."""

import re
from html import unescape

import pytest

from composer.assemble.letter import Assembler
from composer.domain.document import Document
from composer.export.house_style import HouseStyle
from composer.export.to_docx import to_docx
from composer.export.to_html import to_html
from composer.export.to_pdf import to_pdf
from composer.export.to_text import to_text
from composer.work.examples import example_letters
from composer.work.letters import open_letter
from composer.work.libraries import open_library
from tests.export.documents import letter
from tests.export.judges import paragraphs, part
from tests.export.shapes import shape
from tests.export.tagged import tagged


def squeezed(text: str) -> str:
    """Words without spaces, so that line breaks and non-breaking spaces make no difference."""
    return "".join(text.split())


def docx_words(data: bytes) -> list[str]:
    body, notes = part(data, "word/document.xml"), part(data, "word/footnotes.xml")
    return [squeezed(words) for root in (body, notes) for _, words in paragraphs(root) if words.strip()]


def test_web_page_has_the_words_of_the_word_document(neutral: HouseStyle) -> None:
    html = to_html(letter(), neutral).decode().partition("<main>")[2]
    marks = r"<sup>.*?</sup>|<a [^>]*doc-backlink.*?</a>"
    found = squeezed(unescape(re.sub(r"<[^>]+>", "", re.sub(marks, "", html))))
    assert found == "".join(docx_words(to_docx(letter(), neutral)))


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    """The letter with every kind of block, and the examples."""
    library = open_library()
    opened = {path.stem: open_letter(path, library) for path in example_letters()}
    made = {name: Assembler(rendering).assemble(each).document for name, (each, rendering) in opened.items()}
    return {"alles": letter(), **made}


def test_the_pdf_says_the_words_headings_and_notes_of_the_word_document(
    documents: dict[str, Document], neutral: HouseStyle
) -> None:
    """As those hear it who listen to the PDF: by its structure, with the letterhead before it."""
    for name, document in documents.items():
        expected, said = shape(to_docx(document, neutral)), tagged(to_pdf(document, neutral))
        letterhead = squeezed(document.properties.author)
        assert squeezed("".join(page.words("Note", "Lbl") for page in said)) == letterhead + expected.text, name
        assert "".join(squeezed(note.words("Lbl")) for page in said for note in page.found("Note")) == "".join(
            expected.notes
        )
        headings = [(int(each.kind[1]) - 1, squeezed(each.words("Note", "Lbl")))
                    for page in said for each in page.found("H1", "H2", "H3", "H4")]  # fmt: skip
        assert headings == expected.headings, name


def test_plain_text_has_the_headings_and_the_notes(neutral: HouseStyle) -> None:
    found = squeezed(to_text(letter(), neutral).decode())
    data = to_docx(letter(), neutral)
    for style, words in paragraphs(part(data, "word/document.xml")):
        if style.startswith("Heading"):
            assert squeezed(words) in found
    for _, words in paragraphs(part(data, "word/footnotes.xml")):
        assert squeezed(words)[:30] in found
