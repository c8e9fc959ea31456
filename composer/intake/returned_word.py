"""Reads a returned Word file within bounds: its text with all tracked changes accepted, or with none."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from composer.domain.errors import ComposerError
from composer.domain.provenance import SPACE
from composer.intake.word_paragraphs import Span, Tracked, WordParagraph
from composer.intake.word_styles import ParagraphRole, StyleReader
from composer.intake.word_text import Reader
from composer.library.store import reason
from composer.ooxml.custom_xml import ITEM
from composer.ooxml.markup import Element, parse, w
from composer.ooxml.package import Package
from composer.ooxml.reading import Bounds, PackageError, read_package
from composer.ooxml.relations import (
    COMMENTS,
    FOOTNOTES,
    HYPERLINK,
    NUMBERING,
    STYLES,
    Kind,
    main_part,
    parts_related,
    relations_of,
)  # fmt: skip

BOUNDS = Bounds(file=20_000_000, part=20_000_000, total=60_000_000)
View = Literal["aanvaard", "oorspronkelijk"]
"""Tracked changes as if they were all accepted, or as if none had been made."""


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in the margin: who wrote it, when (as the file says) and what; `about` are the commented words."""

    id: str
    author: str
    when: str
    text: str
    about: str = ""
    marks: tuple[str, ...] = ()
    paragraph: int | None = None


@dataclass(frozen=True, slots=True)
class ViewParagraph:
    """A paragraph in one view; `paragraphs` are the numbers of those it is made of, more than one where ends were deleted."""

    spans: tuple[Span, ...]
    look: ParagraphRole
    cell: tuple[int, int, int] | None
    paragraphs: tuple[int, ...]

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)

    def marks(self) -> tuple[str, ...]:
        """The names of the bookmarks around any of its words, in order."""
        told = (span for span in self.spans if span.text.strip() or span.note)
        return tuple(dict.fromkeys(name for span in told for name in span.marks))


@dataclass(frozen=True)
class ReturnedWord:
    """The content of a returned file; `notes` are the texts of notes by the key of their marks, `letter` the letter's id."""

    paragraphs: tuple[WordParagraph, ...]
    comments: tuple[Comment, ...]
    notes: Mapping[str, str]
    pictures: int = 0
    letter: str | None = None

    def view(self, view: View) -> tuple[ViewParagraph, ...]:
        return tuple(_joined(self.paragraphs, view))

    def tracked(self) -> tuple[tuple[int, Span], ...]:
        """Every inserted or deleted span, with the number of its paragraph."""
        numbered = ((number, span) for number, paragraph in enumerate(self.paragraphs) for span in paragraph.spans)
        return tuple((number, span) for number, span in numbered if span.inserted or span.deleted)


def read_returned(path: Path) -> ReturnedWord:
    """The content of a returned file; raises ComposerError when it is not a Word file, too large or unsafe."""
    try:
        if path.stat().st_size > BOUNDS.file:
            raise ComposerError("dit bestand is te groot voor een brief; haal de afbeeldingen eruit", path)
        return returned_word(path.read_bytes())
    except OSError as error:
        raise ComposerError(f"dit bestand is niet te lezen ({reason(error)})", path) from error
    except ComposerError as error:
        raise ComposerError(error.message, path) from error


def returned_word(data: bytes) -> ReturnedWord:
    """The same for the bytes of a file."""
    try:
        package = read_package(data, BOUNDS)
        return _read(package, main_part(package))
    except PackageError as error:
        raise ComposerError(str(error)) from error
    except KeyError as error:
        raise ComposerError("hierin staat geen Word-document; kies een .docx") from error


def _read(package: Package, main: str) -> ReturnedWord:
    looks = StyleReader(_part(package, main, STYLES), _part(package, main, NUMBERING))
    body = parse(package.read(main)).find(w("body"))
    if body is None:
        raise ComposerError("hierin staat geen tekst; kies het Word-bestand van de brief")
    reader = Reader(looks, _links(package, main))
    paragraphs = reader.read(body)
    comments = tuple(_comments(_part(package, main, COMMENTS), paragraphs, looks))
    notes = dict(_notes(_part(package, main, FOOTNOTES), looks))
    return ReturnedWord(paragraphs, comments, notes, reader.pictures, _letter(package, main))


def _part(package: Package, main: str, kind: Kind) -> Element | None:
    names = [name for name in parts_related(package, main, kind.relation) if name in package]
    return parse(package.read(names[0])) if names else None


def _letter(package: Package, main: str) -> str | None:
    """The id of the letter as which the file was sent; None when the file no longer has it."""
    items = (parse(package.read(name)) for name in parts_related(package, main, ITEM.relation) if name in package)
    return next((item.get("brief") for item in items if str(item.tag).startswith(f"{{{SPACE}}}")), None)


def _links(package: Package, main: str) -> dict[str, str]:
    return {each.id: each.target for each in relations_of(package, main) if each.type == HYPERLINK and each.external}


def _notes(root: Element | None, looks: StyleReader) -> Iterator[tuple[str, str]]:
    for note in () if root is None else root.iter(w("footnote")):
        text = " ".join(seen.text for seen in _joined(Reader(looks, {}).read(note), "aanvaard"))
        yield f"footnote:{note.get(w('id'))}", " ".join(text.split())


def _comments(root: Element | None, paragraphs: tuple[WordParagraph, ...], looks: StyleReader) -> Iterator[Comment]:
    for comment in () if root is None else root.iter(w("comment")):
        number = str(comment.get(w("id")))
        text = "\n".join(seen.text for seen in _joined(Reader(looks, {}).read(comment), "aanvaard")).strip()
        found = [(at, span) for at, held in enumerate(paragraphs) for span in held.spans if number in span.comments]
        about = "".join(span.text for _, span in found if not span.deleted)
        marks = tuple(dict.fromkeys(name for _, span in found for name in span.marks))
        author, when = str(comment.get(w("author"), "")), str(comment.get(w("date"), ""))
        yield Comment(number, author, when, text, " ".join(about.split()), marks, found[0][0] if found else None)


def _joined(paragraphs: tuple[WordParagraph, ...], view: View) -> Iterator[ViewParagraph]:
    """The paragraphs of a view; one without an end mark in it is joined with the next, whose format it gets (section 17.13.5)."""
    spans: tuple[Span, ...] = ()
    numbers: tuple[int, ...] = ()
    for number, paragraph in enumerate(paragraphs):
        if _gone(paragraph.row_inserted, paragraph.row_deleted, view):
            continue
        spans += tuple(span for span in paragraph.spans if not _gone(span.inserted, span.deleted, view))
        numbers += (number,)
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        if _gone(paragraph.inserted, paragraph.deleted, view) and following and following.cell == paragraph.cell:
            continue
        yield ViewParagraph(_plain(spans), paragraph.look, paragraph.cell, numbers)
        spans, numbers = (), ()


def _gone(inserted: Tracked | None, deleted: Tracked | None, view: View) -> bool:
    return deleted is not None if view == "aanvaard" else inserted is not None


def _plain(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(replace(span, inserted=None, deleted=None) for span in spans)
