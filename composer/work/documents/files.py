"""A document as the bytes of a file, looked at before they get a name."""

from collections.abc import Callable, Iterable

from composer.assemble.pieces import AssembledPiece
from composer.domain.document import Document, Origin, Paragraph, inline_runs, plain
from composer.domain.errors import ComposerError
from composer.export.house_style import HouseStyle, load_house_style
from composer.export.typography import curl
from composer.export.validation import FileProblem, validate
from composer.library.library import Library

SUFFIXES = (".docx", ".pdf", ".html", ".txt")


def house_style(library: Library, name: str) -> HouseStyle:
    """Raises ComposerError when there is no such house style, or it cannot be used."""
    if name not in library.house_styles:
        raise ComposerError(f"huisstijl “{name}” bestaat niet; kies uit {', '.join(sorted(library.house_styles))}")
    return load_house_style(library.house_styles[name])


def render_document(document: Document, style: HouseStyle, suffix: str) -> bytes:
    """The document in the form that a file name's suffix asks for; raises ComposerError for another suffix."""
    return writer_for(suffix)(document, style)


def writer_for(suffix: str) -> Callable[[Document, HouseStyle], bytes]:
    """Each writer is imported when it is first needed: a check needs none, and typst is slow to load."""
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
    """The document as bytes that were looked at; raises ComposerError that names the piece for what cannot go out."""
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
    """A piece by its passage's name; what the template says by the template's."""
    piece = next((each for each in pieces if each.piece.id == origin.piece), None)
    if piece is None:
        return f"het sjabloon “{origin.name}”" if origin.kind == "sjabloon" else f"het tekstblok “{origin.name}”"
    return f"het tekstblok “{piece.piece.snippet}”" if piece.piece.snippet else f"uw eigen tekst ({piece.piece.id})"
