"""What is measured against sets the same letter, and a PDF of ours takes little longer."""

import re
import time
from itertools import cycle

import pypdfium2  # pyright: ignore[reportMissingTypeStubs]
import pytest

from composer.domain.document import Document
from composer.export.house_style import HouseStyle
from composer.export.to_pdf import to_pdf
from composer.work.documents.files import house_style
from composer.work.libraries import open_library
from tests.bench.letters import documents, the_letter
from tests.bench.measuring import in_turns
from tests.bench.peers import Typst

Made = tuple[list[Document], HouseStyle]


@pytest.fixture(scope="module")
def made() -> Made:
    library = open_library()
    found = documents(library, the_letter())[:24]
    return found, house_style(library, found[0].house_style)


def pages(pdf: bytes) -> list[list[str]]:
    """The words of each page by alphabet, since headers and notes come in another order."""
    texts = (page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))
    return [sorted(re.findall(r"[^\W\d_]+", text)) for text in texts]


def test_bare_typst_sets_the_same_words_on_the_same_pages(made: Made) -> None:
    letters, style = made
    typst = Typst()
    for document in letters[:3]:
        assert pages(typst.pdf(document)) == pages(to_pdf(document, style))


def test_a_pdf_against_bare_typst(made: Made) -> None:
    """Usually 1.2 times as long."""
    letters, style = made
    ours, theirs, typst = cycle(letters), cycle(letters), Typst()
    ways = {"ours": lambda: to_pdf(next(ours), style), "bare": lambda: typst.pdf(next(theirs))}
    times = in_turns(ways, 9, time.process_time)
    assert min(times["ours"].each) < 2 * min(times["bare"].each)
