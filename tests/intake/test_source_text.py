"""The text of a source's own file, whatever form it has, and nothing hostile."""

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
import typst
from docx.document import Document

from composer.domain.errors import ComposerError
from composer.domain.fact import Fact
from composer.intake.source_text import read_source_text
from composer.intake.verification import verify


def word(path: Path, *paragraphs: str) -> Document:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(str(path))
    return document


def pdf(path: Path, *pages: str) -> None:
    """A page for each text."""
    source = "\n#pagebreak()\n".join(pages)
    path.write_bytes(typst.compile(f'#set text(lang: "nl")\n{source}'.encode()))


def test_a_text_is_read_by_lines(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Een.\r\n\r\nTwee €.\n".encode())
    assert read_source_text(tmp_path / "a.txt").pages == (("Een.", "", "Twee €.", ""),)


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("\ufeffEen.".encode())
    assert read_source_text(tmp_path / "a.txt").lines == ("Een.",)


def test_a_form_feed_begins_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Een.\fTwee.")
    assert read_source_text(tmp_path / "a.txt").pages == (("Een.",), ("Twee.",))


def test_what_is_no_utf_8_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"caf\xe9 in 2025")
    assert "in 2025" in read_source_text(tmp_path / "a.txt").lines[0]


def test_a_word_document_is_read_by_paragraphs(tmp_path: Path) -> None:
    word(tmp_path / "a.docx", "Een kop", "In 2025 blijft de SPUK.")
    assert read_source_text(tmp_path / "a.docx").lines == ("Een kop", "In 2025 blijft de SPUK.")


def test_the_tables_of_a_word_document_are_read_in_their_place(tmp_path: Path) -> None:
    document = word(tmp_path / "a.docx", "Voor.")
    table = document.add_table(rows=2, cols=2)
    for number, cell in enumerate(("Gemeente", "Bedrag", "Bergdam", "€ 1.250")):
        table.cell(number // 2, number % 2).text = cell
    document.add_paragraph("Na.")
    document.save(str(tmp_path / "a.docx"))
    assert [line.split() for line in read_source_text(tmp_path / "a.docx").lines] == [
        ["Voor."], ["Gemeente", "Bedrag"], ["Bergdam", "€", "1.250"], ["Na."],
    ]  # fmt: skip


def test_a_pdf_is_read_by_pages(tmp_path: Path) -> None:
    pdf(tmp_path / "a.pdf", "Op bladzijde één staat 2024.", "Op bladzijde twee staat 2025.")
    pages = read_source_text(tmp_path / "a.pdf").pages
    assert [" ".join(page) for page in pages] == ["Op bladzijde één staat 2024.", "Op bladzijde twee staat 2025."]


FORMS: dict[str, Callable[[Path], object]] = {
    "a.txt": lambda path: path.write_text("Vorig jaar.\fIn 2025 blijft de SPUK.", encoding="utf-8"),
    "a.md": lambda path: path.write_text("Vorig jaar.\fIn 2025 blijft de SPUK.", encoding="utf-8"),
    "a.pdf": lambda path: pdf(path, "Vorig jaar.", "In 2025 blijft de SPUK."),
    "a.PDF": lambda path: pdf(path, "Vorig jaar.", "In 2025 blijft de SPUK."),
}


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize(("page", "outcome"), [(1, "niet-gevonden"), (2, "gevonden")])
def test_a_fact_is_looked_up_on_its_page_in_any_form(tmp_path: Path, name: str, page: int, outcome: str) -> None:
    FORMS[name](tmp_path / name)
    record = {
        "id": "f", "onderwerp": "o", "aard": "gebeurtenis", "stelling": "Zo.", "kracht": "besluit",
        "waarden": {"jaar": {"soort": "jaar", "waarde": 2025}}, "bewijs": [{"bron": "b", "plaats": {"pagina": page}}],
    }  # fmt: skip
    fact = Fact.model_validate(record)
    assert verify(fact, fact.evidence[0], read_source_text(tmp_path / name)).outcome == outcome


def bomb(path: Path) -> None:
    """A small file that unpacks to two gigabytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        with package.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(200):
                part.write(b" " * 1_000_000)


def entity(path: Path) -> None:
    """A document that asks for a file of the reader's."""
    made = io.BytesIO()
    document = docx.Document()
    document.save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                data = data.replace(
                    b"<w:document", b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document', 1
                )
            new.writestr(name, data)


def broken_xml(path: Path) -> None:
    word(path, "Een.")
    data = path.read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<w:document>" if name == "word/document.xml" else old.read(name))


BROKEN: dict[str, tuple[str, Callable[[Path], object]]] = {
    "no Word file": ("a.docx", lambda path: path.write_bytes(b"geen zip")),
    "an empty Word file": ("a.docx", lambda path: path.write_bytes(b"")),
    "half a Word file": ("a.docx", lambda path: (word(path, "x"), path.write_bytes(path.read_bytes()[:5_000]))),
    "a zip without a document": ("a.docx", lambda path: zipfile.ZipFile(path, "w").close()),
    "XML that is not closed": ("a.docx", broken_xml),
    "an entity": ("a.docx", entity),
    "a bomb": ("a.docx", bomb),
    "an old Word file": ("a.docx", lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)),
    "no PDF": ("a.pdf", lambda path: path.write_bytes(b"geen pdf")),
    "an empty PDF": ("a.pdf", lambda path: path.write_bytes(b"")),
    "half a PDF": ("a.pdf", lambda path: (pdf(path, "x"), path.write_bytes(path.read_bytes()[:300]))),
    "another kind": ("a.xlsx", lambda path: path.write_bytes(b"x")),
    "no ending": ("a", lambda path: path.write_bytes(b"x")),
    "a file that is gone": ("weg.txt", lambda path: None),
    "a folder": ("map.txt", lambda path: path.mkdir()),
    "too large": ("a.txt", lambda path: path.open("wb").truncate(60_000_000)),
}  # fmt: skip


@pytest.mark.parametrize("kind", BROKEN)
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_file_that_cannot_be_read_is_told_in_one_dutch_line_and_quickly(tmp_path: Path, kind: str) -> None:
    name, make = BROKEN[kind]
    make(tmp_path / name)
    begun = time.process_time()
    with pytest.raises(ComposerError) as caught:
        read_source_text(tmp_path / name)
    assert time.process_time() - begun < 2
    assert str(caught.value).startswith(str(tmp_path / name))
    assert "\n" not in caught.value.message
    assert not any(word in caught.value.message for word in ("Error", "error", "No such", "directory"))
