"""Renders documents to the bytes of a file, validated before they are written."""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from threading import Lock

from composer.assemble.pieces import AssembledPiece
from composer.domain.document import Document, Origin, Paragraph
from composer.domain.errors import ComposerError
from composer.domain.traversal import inline_runs, plain
from composer.export.house_style import HouseStyle, load_house_style
from composer.export.typography import curl
from composer.export.validation import FileProblem, validate
from composer.library.library import Library

SUFFIXES = (".docx", ".pdf", ".html", ".txt")
StyleFinder = Callable[[Library, str], HouseStyle]


def house_style(library: Library, name: str) -> HouseStyle:
    """The house style, read from its folder; raises ComposerError when it does not exist or cannot be used."""
    require_house_style(library, name)
    return load_house_style(library.house_styles[name])


class HouseStyles:
    """A cache of house styles, each read again when a file in its folder has changed; shared by threads."""

    def __init__(self) -> None:
        self._styles: dict[Path, tuple[tuple[object, ...], HouseStyle]] = {}
        self._lock = Lock()

    def find(self, library: Library, name: str) -> HouseStyle:
        """As `house_style`, cached."""
        require_house_style(library, name)
        folder = library.house_styles[name]
        with self._lock:
            stamp, known = _stamp(folder), self._styles.get(folder)
            if known is None or not stamp or known[0] != stamp:
                others = {*library.house_styles.values()} - {folder}  # what the library no longer has goes
                self._styles = {each: self._styles[each] for each in others & self._styles.keys()}
                known = self._styles[folder] = stamp, load_house_style(folder)
            return known[1]


def _stamp(folder: Path) -> tuple[object, ...]:
    """The inode, size and time of each file in the folder; empty when it cannot be read."""
    with suppress(OSError), os.scandir(folder) as entries:
        files = [(entry.name, entry.stat()) for entry in entries]
        return tuple(sorted((name, file.st_ino, file.st_size, file.st_mtime_ns) for name, file in files))
    return ()


def require_house_style(library: Library, name: str, path: Path | None = None, line: int | None = None) -> None:
    """Raises ComposerError, about the line of the file that names it, when there is no such house style."""
    if name not in library.house_styles:
        known = ", ".join(sorted(library.house_styles))
        raise ComposerError(f"huisstijl “{name}” bestaat niet; kies uit {known}", path, line)


def render_document(document: Document, style: HouseStyle, suffix: str) -> bytes:
    """The document in the form that a file name's suffix asks for; raises ComposerError for another suffix."""
    return writer_for(suffix)(document, style)


def writer_for(suffix: str) -> Callable[[Document, HouseStyle], bytes]:
    """The writer for a suffix, imported at first use: a check needs none, and typst is slow to load."""
    match suffix.lower():
        case ".docx":
            from composer.export.to_docx import to_docx

            return to_docx
        case ".pdf":
            from composer.export.to_pdf import to_pdf

            return to_pdf
        case ".html":
            from composer.export.to_html import to_html

            return to_html
        case ".txt":
            from composer.export.to_text import to_text

            return to_text
        case _:
            raise ComposerError(f"“{suffix}” kan niet worden gemaakt; kies uit {', '.join(SUFFIXES)}")


def render_checked(document: Document, style: HouseStyle, suffix: str, pieces: Iterable[AssembledPiece] = ()) -> bytes:
    """The document as validated bytes; raises ComposerError, naming the piece, when validation fails."""
    data = render_document(document, style, suffix)
    found = validate(data, suffix.lower(), style)
    if found:
        raise ComposerError(f"het document is niet gemaakt: {_told(found[0], document, pieces)}")
    return data


def _told(remark: FileProblem, document: Document, pieces: Iterable[AssembledPiece]) -> str:
    name = _piece_with(remark.words, document, pieces) if remark.words else ""
    where = f"in {name}, {remark.place}," if name else f"{remark.place}"
    return f"{where} {remark.message}; verander dat stuk of kies een andere huisstijl, en meld het aan de beheerder"


def _piece_with(words: str, document: Document, pieces: Iterable[AssembledPiece]) -> str:
    """What users call the piece that has these words: its passage, or the writer's own text."""
    beginning = _squeezed(words.removesuffix(" …"))
    blocks = [*document.blocks, *(Paragraph(note.content, note.origin) for note in document.notes)]
    for block in blocks:
        if any(beginning in _squeezed(plain(content)) for content in inline_runs(block)):
            return _named(block.origin, pieces)
    return ""


def _squeezed(text: str) -> str:
    return "".join(curl(text).split())


def _named(origin: Origin, pieces: Iterable[AssembledPiece]) -> str:
    """The Dutch name of a piece: that of its passage, or of the template for the template's own text."""
    piece = next((each for each in pieces if each.piece.id == origin.piece), None)
    if piece is None:
        return f"het sjabloon “{origin.name}”" if origin.kind == "sjabloon" else f"het tekstblok “{origin.name}”"
    return f"het tekstblok “{piece.piece.snippet}”" if piece.piece.snippet else f"uw eigen tekst ({piece.piece.id})"
