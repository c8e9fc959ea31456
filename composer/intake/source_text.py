"""The text of a source's own file, by line and by page."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import pypdfium2  # pyright: ignore[reportMissingTypeStubs]
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from docx.text.paragraph import Paragraph

from composer.domain.errors import ComposerError
from composer.library.store import reason, refuse_folder
from composer.ooxml.reading import PackageError, read_package

MAX_BYTES = 50_000_000
MAX_PAGES = 2_000


@dataclass(frozen=True, slots=True)
class SourceText:
    """The lines of each page; a file without pages is one."""

    pages: tuple[tuple[str, ...], ...]

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(line for page in self.pages for line in page)


def read_source_text(path: Path) -> SourceText:
    """A text, Word or PDF file; raises ComposerError when it is another kind, too large or damaged."""
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise ComposerError(
            f"een bron lezen kan van {', '.join(_READERS)}; bewaar het stuk in één van die vormen", path
        )
    try:
        refuse_folder(path)
        if path.stat().st_size > MAX_BYTES:
            raise ComposerError("dit bestand is te groot om te doorzoeken", path)
        return reader(path)
    except OSError as error:
        raise ComposerError(f"dit bestand is niet te lezen ({reason(error)}); kijk of het er nog staat", path) from None


def _from_text(path: Path) -> SourceText:
    text = path.read_bytes().decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    return SourceText(tuple(tuple(page.split("\n")) for page in text.split("\f")))


def _from_word(path: Path) -> SourceText:
    data = path.read_bytes()
    try:
        read_package(data)
        document = docx.Document(io.BytesIO(data))
    except PackageError as error:
        raise ComposerError(str(error), path) from error
    except (PackageNotFoundError, LookupError, ValueError, AttributeError) as error:
        raise ComposerError(
            "dit is geen leesbaar Word-document; open het in Word en bewaar het opnieuw", path
        ) from error
    return SourceText((tuple(line for block in document.iter_inner_content() for line in _word_lines(block)),))


def _word_lines(block: Paragraph | Table) -> Iterator[str]:
    """A line for a paragraph, and for each row of a table."""
    if isinstance(block, Paragraph):
        yield block.text
    else:
        yield from ("\t".join(" ".join(cell.text.split()) for cell in row.cells) for row in block.rows)


def _from_pdf(path: Path) -> SourceText:
    try:
        with pypdfium2.PdfDocument(path) as document:
            if len(document) > MAX_PAGES:
                raise ComposerError("deze pdf heeft te veel bladzijden om te doorzoeken", path)
            return SourceText(tuple(_page_lines(page) for page in document))
    except pypdfium2.PdfiumError as error:
        raise ComposerError("dit is geen leesbare pdf; is zij beveiligd met een wachtwoord?", path) from error


def _page_lines(page: pypdfium2.PdfPage) -> tuple[str, ...]:
    textpage: Any = page.get_textpage()  # pyright: ignore[reportUnknownMemberType]
    return tuple(textpage.get_text_bounded().splitlines())


_READERS: dict[str, Callable[[Path], SourceText]] = {
    ".txt": _from_text,
    ".md": _from_text,
    ".docx": _from_word,
    ".pdf": _from_pdf,
}

SUFFIXES = tuple(_READERS)
