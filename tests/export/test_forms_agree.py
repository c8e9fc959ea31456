"""The forms of one letter say the same."""

import re
from html import unescape

import pypdfium2  # pyright: ignore[reportMissingTypeStubs]

from composer.export.house_style import HouseStyle
from composer.export.to_docx import to_docx
from composer.export.to_html import to_html
from composer.export.to_pdf import to_pdf
from composer.export.to_text import to_text
from tests.export.documents import letter
from tests.export.judges import paragraphs, part


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


def test_pdf_has_every_paragraph_without_marks_of_the_word_document(neutral: HouseStyle) -> None:
    pages = pypdfium2.PdfDocument(to_pdf(letter(), neutral))
    found = squeezed("".join(page.get_textpage().get_text_range() for page in pages))
    missing = [words for words in docx_words(to_docx(letter(), neutral)) if words[:30] not in found]
    assert missing == []


def test_plain_text_has_the_headings_and_the_notes(neutral: HouseStyle) -> None:
    found = squeezed(to_text(letter(), neutral).decode())
    data = to_docx(letter(), neutral)
    for style, words in paragraphs(part(data, "word/document.xml")):
        if style.startswith("Heading"):
            assert squeezed(words) in found
    for _, words in paragraphs(part(data, "word/footnotes.xml")):
        assert squeezed(words)[:30] in found
