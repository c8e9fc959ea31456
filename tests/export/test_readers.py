"""Others read the same in our Word files as we wrote: four readers, and LibreOffice that writes them again."""

import json
import os
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import docx
import docx2python  # pyright: ignore[reportMissingTypeStubs]
import mammoth  # pyright: ignore[reportMissingTypeStubs]
import pypdfium2  # pyright: ignore[reportMissingTypeStubs]
import pytest

from composer.assemble.letter import Assembler
from composer.domain.document import Document
from composer.export.house_style import HouseStyle
from composer.export.to_docx import to_docx
from composer.work.examples import example_letters
from composer.work.letters import open_letter
from composer.work.libraries import open_library
from tests.export.documents import letter
from tests.export.judges import names, text
from tests.export.shapes import Shape, shape
from tests.intake.office import SOFFICE, needed

PANDOC = shutil.which("pandoc")
SECONDS = 120


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    """The examples, and the letter with every kind of block."""
    library = open_library()
    opened = {path.stem: open_letter(path, library) for path in example_letters()}
    return {"alles": letter()} | {
        name: Assembler(rendering).assemble(each).document for name, (each, rendering) in opened.items()
    }


@pytest.fixture(scope="module")
def files(
    documents: dict[str, Document], neutral: HouseStyle, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("brieven")
    made = {name: folder / f"{name}.docx" for name in documents}
    for name, path in made.items():
        path.write_bytes(to_docx(documents[name], neutral))
    return made


def squeezed(words: str) -> str:
    return "".join(words.split())


def test_python_docx_reads_headings_and_text(files: dict[str, Path]) -> None:
    for path in files.values():
        expected, opened = shape(path.read_bytes()), docx.Document(str(path))
        found = [(str(each.style.name if each.style else ""), squeezed(each.text)) for each in opened.paragraphs]
        headings = [(int(name.split()[1]) - 1, words) for name, words in found if name.startswith("Heading ")]
        assert headings == expected.headings
        cells = [[[squeezed(cell.text) for cell in row.cells] for row in table.rows] for table in opened.tables]
        assert cells == expected.tables


def test_docx2python_reads_text_and_notes(files: dict[str, Path]) -> None:
    for path in files.values():
        expected = shape(path.read_bytes())
        with docx2python.docx2python(path) as opened:
            body = re.sub(r"----footnote\d+----|</?a[^>]*>", "", _flat(opened.body))
            notes = re.split(r"footnote\d+\)", re.sub(r"</?a[^>]*>", "", _flat(opened.footnotes)))
        assert [squeezed(unescape(note)) for note in notes[1:]] == expected.notes
        marks = r"^(--|•|–|[ivx]+\)|[a-z]\)|\d+\))\t"
        lines = [re.sub(marks, "", line.strip()) for line in unescape(body).splitlines()]
        assert squeezed("".join(lines)) == expected.text


def _flat(held: Any) -> str:
    return held if isinstance(held, str) else "\n".join(_flat(each) for each in held)


def test_mammoth_reads_headings_text_and_notes(files: dict[str, Path]) -> None:
    for path in files.values():
        expected = shape(path.read_bytes())
        with path.open("rb") as file:
            html: str = mammoth.convert_to_html(file).value  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
        marks = r'<sup><a href="#footnote-\d+".*?</sup>| <a href="#footnote-ref-\d+">↑</a>'
        html = re.sub(marks, "", html)  # pyright: ignore[reportUnknownArgumentType]
        body, *notes = re.split(r'<ol><li id="footnote-\d+">|<li id="footnote-\d+">', html)
        found = [(int(level) - 1, _words(words)) for level, words in re.findall(r"<h(\d)>(.*?)</h\1>", body)]
        assert found == expected.headings
        assert [_words(note) for note in notes] == expected.notes
        assert _words(body) == expected.text


def _words(html: str) -> str:
    return squeezed(unescape(re.sub(r"<[^>]+>", "", html)))


@pytest.mark.skipif(not PANDOC and not os.environ.get("CI"), reason="pandoc is not here")
def test_pandoc_reads_headings_text_and_notes(files: dict[str, Path]) -> None:
    assert PANDOC
    for path in files.values():
        expected = shape(path.read_bytes())
        command = [PANDOC, "--from", "docx", "--to", "json", str(path)]
        blocks: Any = json.loads(subprocess.run(command, check=True, capture_output=True, timeout=SECONDS).stdout)[
            "blocks"
        ]
        notes: list[str] = []
        body = _pandoc(blocks, notes)
        assert notes == expected.notes
        assert [(each["c"][0] - 1, _pandoc(each["c"][2], [])) for each in _headers(blocks)] == expected.headings
        assert body == expected.text.removeprefix(squeezed(path_title(path)))


def path_title(path: Path) -> str:
    """What pandoc takes out of the text as the title."""
    return docx.Document(str(path)).paragraphs[0].text


def _headers(node: Any) -> list[Any]:
    return [each for each in node if each["t"] == "Header"]


def _pandoc(node: Any, notes: list[str]) -> str:
    """The words of a piece of pandoc's tree; those of notes are gathered in `notes`."""
    match node:
        case {"t": "Str", "c": words}:
            return squeezed(words)
        case {"t": "Note", "c": held}:
            notes.append(_pandoc(held, []))
            return ""
        case {"t": "Quoted", "c": [{"t": kind}, held]}:
            marks = "‘’" if kind == "SingleQuote" else "“”"
            return marks[0] + _pandoc(held, notes) + marks[1]
        case {"c": held}:
            return _pandoc(held, notes)
        case [*held]:
            return "".join(_pandoc(each, notes) for each in held if isinstance(each, dict | list))
        case _:
            return ""


@needed()
def test_libreoffice_writes_the_same_again(files: dict[str, Path], tmp_path: Path) -> None:
    """To Word and back: headings, lists, notes with their numbers, tables, properties and the letter's own data stay."""
    again = converted(list(files.values()), "docx:MS Word 2007 XML", tmp_path)
    for name, path in files.items():
        before, after = path.read_bytes(), again[path.stem].read_bytes()
        assert _comparable(shape(after)) == _comparable(shape(before)), name
        items = [text(after, each) for each in names(after) if re.fullmatch(r"customXml/item\d+\.xml", each)]
        assert any("urn:raadsbrief:verantwoording:1" in item for item in items), name


def _comparable(made: Shape) -> tuple[object, ...]:
    return made.headings, made.listed, made.tables, made.notes, made.text, made.properties


@needed()
def test_libreoffice_prints_every_word(files: dict[str, Path], tmp_path: Path) -> None:
    printed = converted(list(files.values()), "pdf", tmp_path)
    for path in files.values():
        expected = shape(path.read_bytes())
        pages: Any = pypdfium2.PdfDocument(printed[path.stem].read_bytes())
        found = squeezed("".join(page.get_textpage().get_text_bounded() for page in pages))
        for _, heading in expected.headings:
            assert heading in found
        for note in expected.notes:
            assert note[:40] in found


def converted(paths: list[Path], form: str, folder: Path) -> dict[str, Path]:
    """What LibreOffice makes of files, by their stems, with a profile of its own."""
    assert SOFFICE
    profile = f"-env:UserInstallation={(folder / 'profiel').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", form, "--outdir", str(folder), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    suffix = form.partition(":")[0]
    return {path.stem: folder / f"{path.stem}.{suffix}" for path in paths}


def test_the_comparison_sees_what_is_there(neutral: HouseStyle) -> None:
    made = shape(to_docx(letter(), neutral))
    assert made.headings[0] == (0, "Watiserbesloten?")
    assert {level for level, _ in made.listed} == {0, 1, 2}
    assert made.tables[0][3][2] == "eind2026"
    assert len(made.notes) == len(letter().notes)
    assert made.properties[0] == letter().properties.title
