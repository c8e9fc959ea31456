"""The same letter made with what users would pick instead."""

import io
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from composer import paths
from composer.domain.document import (
    Document,
    Emphasis,
    FieldList,
    Heading,
    Inline,
    Link,
    ListBlock,
    NoteReference,
    Paragraph,
    Table,
)
from composer.domain.traversal import inline_runs, plain
from composer.export.conventions import column_shares
from composer.export.house_style import HouseStyle
from composer.export.to_docx import to_docx
from composer.export.typography import NO_BREAK_SPACE, bind
from tests.bench.letters import values, with_marks
from tests.bench.measuring import Way

TIMER = Path(__file__).parent / "docxtemplater.js"
TYPST_HEAD = (Path(__file__).parent / "brief.typ").read_text(encoding="utf-8")
"""What stands above the text: the house style as rules, and the letterhead."""


def template(document: Document, style: HouseStyle, folder: Path, *, single: bool = False) -> Path:
    """The letter as a template in Word, its notes standing in it as they are; `single` has one brace around a name."""
    data = to_docx(with_marks(document), style)
    path = folder / f"sjabloon{1 if single else 2}.docx"
    path.write_bytes(_with_single_braces(data) if single else data)
    return path


def _with_single_braces(data: bytes) -> bytes:
    made = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as before, ZipFile(made, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = before.read(name)
            text = name.endswith(".xml") and name.startswith("word/")
            after.writestr(name, re.sub(rb"\{\{ (w\d+) \}\}", rb"{\1}", content) if text else content)
    return made.getvalue()


class Docxtpl:
    """The template loaded once, as its manual has it."""

    def __init__(self, path: Path) -> None:
        from docxtpl import DocxTemplate  # pyright: ignore[reportMissingImports, reportMissingTypeStubs, reportUnknownVariableType]

        self._template: Any = DocxTemplate(str(path))

    def make(self, filled: dict[str, str]) -> bytes:
        made = io.BytesIO()
        self._template.render(filled)
        self._template.save(made)
        return made.getvalue()


DOCXTPL_SERIES = """
import json, sys
from pathlib import Path
from docxtpl import DocxTemplate
template, values, folder = sys.argv[1:]
document = DocxTemplate(template)
for number, filled in enumerate(json.loads(Path(values).read_text())):
    document.render(filled)
    document.save(str(Path(folder) / f"{number}.docx"))
"""
"""A whole process for all letters."""


def python_docx(document: Document, base: bytes) -> bytes:
    """The base opened and the letter built in it, without notes, which it has none of."""
    import docx

    made = docx.Document(io.BytesIO(base))
    for block in document.blocks:
        _add(made, block)
    kept = io.BytesIO()
    made.save(kept)
    return kept.getvalue()


def _add(made: Any, block: Any) -> None:
    match block:
        case Heading():
            made.add_paragraph(plain(block.content), style=f"Heading {min(block.level, 3)}")
        case Paragraph():
            made.add_paragraph(plain(block.content), style="Body Text")
        case ListBlock():
            style = "List Number" if block.ordered else "List Bullet"
            for item in block.items:
                made.add_paragraph(plain(next(inline_runs(item.blocks[0]))), style=style)
        case Table():
            table = made.add_table(rows=0, cols=len(block.header))
            for row in (block.header, *block.rows):
                for cell, held in zip(table.add_row().cells, row, strict=True):
                    cell.text = plain(held.content)
        case FieldList():
            for entry in block.fields:
                made.add_paragraph(f"{plain(entry.label)}\t{plain(entry.content)}")
        case _:
            pass


def docxtemplater(path: Path, filled: list[dict[str, str]], folder: Path) -> tuple[float, ...] | None:
    """Seconds for each letter, in one process of Node; None where it is not installed (NODE_PATH says where)."""
    if shutil.which("node") is None:
        return None
    (folder / "waarden.json").write_text(json.dumps(filled), encoding="utf-8")
    command = ["node", str(TIMER), str(path), str(folder / "waarden.json")]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    return tuple(each / 1000 for each in json.loads(ran.stdout)) if ran.returncode == 0 else None


def typst_source(document: Document) -> str:
    """The letter as somebody used to typst writes it by hand, with the pages, type and letterhead of the house style."""
    properties = document.properties
    told = {
        "titel": _quoted(properties.title),
        "soort": _quoted(properties.subject),
        "organisatie": _quoted(properties.author),
        "datum": f"datetime(year: {properties.date.year}, month: {properties.date.month}, day: {properties.date.day})",
        "concept": str(properties.draft).lower(),
    }
    notes = {note.number: _inlines(note.content, {}) for note in document.notes}
    start = len(document.blocks) if document.closing is None else document.closing
    blocks = [_typst(block, notes) for block in document.blocks]
    blocks[start + 2 :] = [f"#v(28pt)\n{block}" for block in blocks[start + 2 :]]
    body, end = "\n\n".join(blocks[: start - 1]), "\n\n".join(blocks[start - 1 :])
    head = "".join(f"#let {name} = {value}\n" for name, value in told.items())
    return f"{head}{TYPST_HEAD}\n{body}\n\n#block(breakable: false)[\n{end}\n]\n"


def _typst(block: Any, notes: dict[int, str]) -> str:
    match block:
        case Heading():
            return f"{'=' * block.level} {_inlines(block.content, notes)}"
        case Paragraph():
            return _inlines(block.content, notes)
        case ListBlock():
            sign = "+" if block.ordered else "-"
            return "\n".join(f"{sign} {_inlines(next(inline_runs(item.blocks[0])), notes)}" for item in block.items)
        case Table():
            return _typst_table(block, notes)
        case FieldList():
            rows = "\n".join(f"  [*{_inlines(e.label, notes)}*], [{_inlines(e.content, notes)}]," for e in block.fields)
            return f"#grid(\n  columns: (120.5pt, 1fr),\n  row-gutter: 11.4pt,\n{rows}\n)\n#v(24.4pt, weak: true)"
        case _:
            return ""


def _typst_table(table: Table, notes: dict[int, str]) -> str:
    rows = [", ".join(f"[{_inlines(cell.content, notes)}]" for cell in row) for row in (table.header, *table.rows)]
    columns = ", ".join(f"{share * 10:.1f}fr" for share in column_shares(table))
    edge, below = "  table.hline(stroke: 1pt + accent),\n", "".join(f"  {row},\n" for row in rows[1:])
    return f"#table(\n  columns: ({columns}),\n{edge}  table.header({rows[0]}),\n{edge}{below}{edge})"


def _inlines(content: tuple[Inline, ...], notes: dict[int, str]) -> str:
    return "".join(_inline(each, notes) for each in content)


def _inline(inline: Inline, notes: dict[int, str]) -> str:
    match inline:
        case NoteReference():
            return f"#footnote[{notes[inline.number]}]"
        case Emphasis():
            return f"_{_inlines(inline.content, notes)}_"
        case Link():
            return f"#link({_quoted(inline.target)})[{_inlines(inline.content, notes)}]"
        case _:
            return _escaped(bind(plain((inline,))))


def _escaped(text: str) -> str:
    """With what means something in the middle of a line set aside."""
    return "".join(f"\\{char}" if char in "\\#$*_`<>@[]~" else char for char in text).replace(NO_BREAK_SPACE, "~")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


class Typst:
    """The compiler with the shipped fonts, which are read once."""

    def __init__(self) -> None:
        import typst

        self._compile: Any = typst.compile
        self._fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(paths.resources() / "lettertypen")])

    def pdf(self, document: Document) -> bytes:
        """By the same standards as ours."""
        return self._made(document, format="pdf", pdf_standards=["a-2a", "ua-1"])

    def images(self, document: Document) -> list[bytes]:
        """The pages at 96 dots to the inch."""
        return self._made(document, format="png", ppi=96)

    def _made(self, document: Document, **options: Any) -> Any:
        source, folder = typst_source(document).encode(), paths.resources() / "huisstijlen" / "neutraal"
        return self._compile(source, root=str(folder), font_paths=self._fonts, **options)


def processes(html: str, reference: Path) -> Iterator[tuple[str, Way]]:
    """Programs that are started for each letter, where they are."""
    folder = Path(tempfile.mkdtemp())
    page = folder / "brief.html"
    page.write_text(html, encoding="utf-8")
    if pandoc := shutil.which("pandoc"):
        command = [pandoc, str(page), f"--reference-doc={reference}", "-o", str(folder / "brief.docx")]
        yield "pandoc, één proces per brief", _ran(command)
    if office := shutil.which("soffice"):
        command = [
            office,
            "--headless",
            f"-env:UserInstallation=file://{folder}/profiel",
            "--convert-to",
            "docx:MS Word 2007 XML",
        ]
        yield "LibreOffice, één proces per brief", _ran([*command, "--outdir", str(folder), str(page)])


def _ran(command: list[str]) -> Way:
    return lambda: subprocess.run(command, check=True, capture_output=True)


def filled(documents: list[Document]) -> list[dict[str, str]]:
    return [values(document) for document in documents]
