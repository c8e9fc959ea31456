"""A letter as the editor shows it: its header, then headings, pieces, empty places and fixed words from top to bottom."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from composer.assemble.letter import Assembly
from composer.assemble.pieces import AssembledPiece, Blocks, Kept, Setting, assemble_text
from composer.assemble.runs import NOWHERE, Run
from composer.domain.document import Block, Origin, Text, Value
from composer.domain.finding import Finding
from composer.domain.letter import Letter, Piece
from composer.domain.template import Section
from composer.library.library import Library
from composer.work.documents.making import Reviewed
from composer.work.writing.editing import SENT, UNREADABLE, hindrance
from composer.work.writing.lines import EMPTY, Line, Lines, lines_of
from composer.work.writing.numbering import Marks, blocks_by_piece, note_marks, note_numbers

PartKind = Literal["kop", "stuk", "leeg", "weg", "vast"]
Source = Literal["tekstblok", "aangepast", "eigen", ""]
WRITE_HERE = "Schrijf hier, of voeg een tekstblok toe"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the letter: a heading, a piece, an empty place, a piece that is left out (`weg`), or words of the template.

    `numbers` are shown at its citations in order; `words` say where it comes from; `hindrance` why it cannot be written in.
    """

    key: str
    kind: PartKind
    section: str = ""
    piece: str = ""
    lines: Lines = ()
    source: Source = ""
    words: str = ""
    hint: str = ""
    quiet: bool = False
    hindrance: str | None = None
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Blank:
    """An empty line behind a piece, in which the writer may begin one of his own; it is not in the letter yet."""

    section: str
    after: str

    @property
    def key(self) -> str:
        return f"leeg:{self.section}:{self.after}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """`header` are the template's blocks above the first section; `order` are the sections from top to bottom."""

    header: Blocks
    parts: tuple[Part, ...]
    order: tuple[str, ...]

    def part(self, key: str) -> Part | None:
        return next((part for part in self.parts if part.key == key), None)


@dataclass(frozen=True, slots=True)
class Read:
    """What a piece's blocks come to; `marks` are the notes to which its numbers refer."""

    blocks: Blocks
    lines: Lines
    hindrance: str | None
    marks: Marks
    numbers: tuple[str, ...]


@dataclass
class Sheets:
    """Makes sheets of one library's letters; lines of pieces that did not change are kept."""

    library: Library
    _kept: Kept = field(default_factory=Kept)
    _read: dict[str, "Read"] = field(default_factory=lambda: dict[str, Read]())

    def sheet(self, reviewed: Reviewed, blank: Blank | None = None) -> Sheet:
        return _Maker(reviewed.letter, reviewed.assembly, reviewed.findings, self, blank).sheet()

    def read(self, piece: AssembledPiece, marks: Marks) -> "Read":
        """A piece as lines, what stands in the way of writing in it, and its numbers; kept while nothing of it changes."""
        kept = self._read.get(piece.piece.id)
        if kept is None or kept.blocks is not piece.blocks:
            kept = Read(piece.blocks, lines_of(piece.blocks), hindrance(piece.blocks), (), ())
        if kept.marks != marks:
            kept = replace(kept, marks=marks, numbers=note_numbers(piece, marks))
        self._read[piece.piece.id] = kept
        return kept

    def text(self, text: str, assembly: Assembly) -> Blocks:
        """A text of the dialect as it reads in this letter."""
        setting = Setting(self.library, assembly.template, assembly.addressee, assembly.names, self._kept)
        return assemble_text(text, Origin("eigen"), setting)[1]


@dataclass
class _Maker:
    letter: Letter
    assembly: Assembly
    findings: tuple[Finding, ...]
    sheets: Sheets
    blank: Blank | None

    @cached_property
    def unreadable(self) -> set[str]:
        """The pieces whose text cannot be read."""
        return {finding.piece or "" for finding in self.findings if finding.code == "tekst-onleesbaar"}

    @cached_property
    def by_section(self) -> dict[str, list[AssembledPiece]]:
        found: dict[str, list[AssembledPiece]] = {}
        for piece in self.assembly.pieces:
            found.setdefault(piece.section, []).append(piece)
        return found

    @cached_property
    def on_page(self) -> dict[str, list[Block]]:
        return blocks_by_piece(self.assembly.document)

    def sheet(self) -> Sheet:
        blocks, at = self.assembly.document.blocks, 0
        parts: list[Part] = []
        header: Blocks | None = None
        for section in self.sections():
            start = dict(self.assembly.document.sections).get(section.id)
            if start is not None:
                header, at = (blocks[at:start], start) if header is None else (header, at)
                parts += self.fixed(blocks[at:start], at)
                at = start + self.printed(section)
            parts += self.section(section)
        if header is None:
            header, at = blocks, len(blocks)
        parts += self.fixed(blocks[at:], at)
        return Sheet(header, tuple(parts), tuple(section.id for section in self.sections()))

    def sections(self) -> list[Section]:
        """In the order of the page; one that the page leaves out comes behind the one before it in the template."""
        template = self.assembly.template
        on_page = [name for name, _ in self.assembly.document.sections if template.section(name)]
        for position, section in enumerate(template.sections):
            if section.id not in on_page:
                before = template.sections[position - 1].id if position else ""
                on_page.insert(on_page.index(before) + 1 if before in on_page else 0, section.id)
        return [section for name in on_page if (section := template.section(name))]

    def pieces(self, section: Section) -> list[AssembledPiece]:
        return self.by_section.get(section.id, [])

    def printed(self, section: Section) -> int:
        """How many blocks a section has on the page."""
        count = sum(len(piece.blocks) for piece in self.pieces(section))
        return count + (section.heading is not None and (bool(count) or section.required))

    def section(self, section: Section) -> Iterator[Part]:
        pieces = self.pieces(section)
        if section.heading:
            lines = lines_of(self.sheets.text(f"# {section.heading}", self.assembly))
            quiet = not section.required and not any(piece.blocks for piece in pieces)
            yield Part(f"kop:{section.id}", "kop", section.id, lines=lines, quiet=quiet)
        if not pieces or self.blank == Blank(section.id, ""):
            yield self.empty(section, "")
        for piece in pieces:
            yield self.piece(piece)
            if self.blank == Blank(section.id, piece.piece.id):
                yield self.empty(section, piece.piece.id)

    def empty(self, section: Section, after: str) -> Part:
        hint = "" if after else section.help or WRITE_HERE
        stop = SENT if self.letter.state == "verzonden" else None
        return Part(Blank(section.id, after).key, "leeg", section.id, lines=(EMPTY,), hint=hint, hindrance=stop)

    def piece(self, piece: AssembledPiece) -> Part:
        name = piece.piece.id
        if not piece.blocks and not (piece.piece.text is not None and piece.printed):
            return Part(
                f"stuk:{name}",
                "weg",
                piece.section,
                name,
                self.absence(piece),
                words=f"Niet in de brief: {self.title(piece)}",
            )
        read = self.sheets.read(piece, note_marks(self.on_page.get(name, ()), self.assembly.document.notes))
        return Part(
            f"stuk:{name}",
            "stuk",
            piece.section,
            name,
            read.lines or (EMPTY,),
            source_of(piece.piece),
            self.words(piece),
            hindrance=self.hindrance(piece, read),
            numbers=read.numbers,
        )

    def hindrance(self, piece: AssembledPiece, read: Read) -> str | None:
        """Why a piece cannot be written in on the page, and what to do."""
        if self.letter.state == "verzonden":
            return SENT
        if piece.piece.id in self.unreadable:
            return UNREADABLE
        return read.hindrance

    def absence(self, piece: AssembledPiece) -> Lines:
        """Why a passage is not on the page, with a gap for what has to be known first."""
        about = [finding for finding in self.findings if finding.piece == piece.piece.id]
        finding = next((finding for finding in about if finding.code in ABSENCES), None)
        if finding is None:
            return (Line((Run(Text(f"“{self.title(piece)}” heeft in deze brief geen tekst.")),)),)
        row = [Run(Text(finding.message))]
        if finding.action and finding.action.kind == "profiel":
            row += [
                Run(Text(" ")),
                Run(Value(finding.action.target, None, "antwoord", NOWHERE, expression=finding.action.target)),
            ]
        return (Line(tuple(row)),)

    def title(self, piece: AssembledPiece) -> str:
        name = piece.piece.snippet or ""
        snippet = self.sheets.library.snippets.get(name)
        return snippet.title if snippet else name

    def words(self, piece: AssembledPiece) -> str:
        return SOURCE_WORDS[source_of(piece.piece)].format(title=self.title(piece))

    def fixed(self, blocks: tuple[Block, ...], at: int) -> list[Part]:
        words = "Dit staat in het sjabloon"
        return [Part(f"vast:{at + n}", "vast", lines=lines_of((block,)), words=words) for n, block in enumerate(blocks)]


ABSENCES = ("niet-van-toepassing", "voorwaarde-onbekend", "voorwaarde-onleesbaar")
SOURCE_WORDS: dict[Source, str] = {
    "tekstblok": "Uit de bibliotheek: {title}",
    "aangepast": "Aangepast tekstblok: {title}",
    "eigen": "Eigen tekst",
    "": "",
}


def source_of(piece: Piece) -> Source:
    """Where a piece comes from."""
    if piece.text is not None:
        return "eigen"
    return "tekstblok" if piece.adapted is None else "aangepast"
