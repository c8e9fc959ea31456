"""Sheets of reviewed letters; a piece of which nothing changed keeps its part, so that a key costs one piece."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from composer.assemble.fill import Blocks
from composer.assemble.kept import Kept, Setting
from composer.assemble.letter import Assembly
from composer.assemble.pieces import AssembledPiece, assemble_text
from composer.assemble.runs import NOWHERE, Run
from composer.domain.document import Block, Note, Origin, Text, Value
from composer.domain.finding import Finding
from composer.domain.template import Section
from composer.library.library import Library
from composer.work.documents.making import Reviewed
from composer.work.writing.editing import ONLY_IN_SOURCE, SENT, UNREADABLE, hindrance
from composer.work.writing.lines import EMPTY, Line, Lines, lines_of, run_together, settled
from composer.work.writing.numbering import Cited, cited_in, note_marks, note_numbers
from composer.work.writing.sheet import Blank, Part, Sheet, Source, source_of

WRITE_HERE = "Schrijf hier, of voeg een tekstblok toe"
IN_TEMPLATE = "Dit staat in het sjabloon"
UNREADABLE_TEXT = "tekst-onleesbaar"
ABSENCES = ("niet-van-toepassing", "voorwaarde-onbekend", "voorwaarde-onleesbaar")
SOURCE_WORDS: dict[Source, str] = {
    "tekstblok": "Uit de bibliotheek: {title}",
    "aangepast": "Aangepast tekstblok: {title}",
    "eigen": "Eigen tekst",
    "": "",
}


@dataclass(frozen=True, slots=True)
class _Made:
    """A part with what it was made of: the piece, its blocks on the page, the letter's notes and what stops writing in it."""

    part: Part
    piece: AssembledPiece
    on_page: Blocks
    notes: tuple[Note, ...]
    stop: str | None

    def holds(self, piece: AssembledPiece, on_page: Blocks, notes: tuple[Note, ...], stop: str | None) -> bool:
        same = self.piece.piece is piece.piece and self.piece.blocks is piece.blocks and self.stop == stop
        return same and (self.notes is notes or not self.part.numbers) and self.on_page == on_page


@dataclass(frozen=True, slots=True)
class _Read:
    """A block of a piece line by line, what it cites, and why it cannot be written in on the page."""

    lines: Lines
    cited: Cited
    hindrance: str | None


def _read(block: Block) -> _Read:
    return _Read(lines_of((block,)), cited_in(block), hindrance((block,)))


@dataclass
class Sheets:
    """Makes sheets of one library's letters."""

    library: Library
    made: dict[str, _Made] = field(default_factory=dict[str, _Made])
    """By piece, of the last letter."""
    kept: Kept = field(default_factory=Kept)

    def sheet(self, reviewed: Reviewed, blank: Blank | None = None) -> Sheet:
        self.kept.turn()
        maker = _Maker(reviewed, self, blank)
        sheet = maker.sheet()
        self.made = maker.made
        return sheet

    def text(self, text: str, assembly: Assembly) -> Blocks:
        """A text of the dialect as it reads in this letter."""
        setting = Setting(self.library, assembly.template, assembly.addressee, assembly.names, self.kept)
        return assemble_text(text, Origin("eigen"), setting)

    def lines(self, text: str, assembly: Assembly) -> Lines:
        """The same line by line, as it comes back once it has been written down and read."""
        make = lambda: settled(lines_of(self.text(text, assembly)))  # noqa: E731
        return self.kept.recent.of(assembly.names, text, make)


@dataclass
class _Maker:
    reviewed: Reviewed
    sheets: Sheets
    blank: Blank | None
    made: dict[str, _Made] = field(default_factory=dict[str, _Made])

    @cached_property
    def assembly(self) -> Assembly:
        return self.reviewed.assembly

    @cached_property
    def remarked(self) -> dict[str, Finding]:
        """By piece that it cannot be read, or why it is left out."""
        told = (finding for finding in self.assembly.findings if finding.code in (UNREADABLE_TEXT, *ABSENCES))
        return {finding.piece or "": finding for finding in told}

    @cached_property
    def by_section(self) -> dict[str, list[AssembledPiece]]:
        found: dict[str, list[AssembledPiece]] = {}
        for piece in self.assembly.pieces:
            found.setdefault(piece.section, []).append(piece)
        return found

    def sheet(self) -> Sheet:
        blocks, at = self.assembly.document.blocks, 0
        starts, sections = dict(self.assembly.document.sections), self.sections()
        parts: list[Part] = []
        header: Blocks | None = None
        for section in sections:
            start = starts.get(section.id)
            if start is not None:
                header, at = (blocks[at:start], start) if header is None else (header, at)
                parts += self.fixed(blocks[at:start], at)
                at = start + self.headed(section)
            parts += self.section(section, at)
            at += self.printed(section)
        if header is None:
            header, at = blocks, len(blocks)
        parts += self.fixed(blocks[at:], at)
        return Sheet(header, tuple(parts), tuple(section.id for section in sections))

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
        """How many blocks the pieces of a section have on the page."""
        return sum(len(piece.blocks) for piece in self.pieces(section))

    def headed(self, section: Section) -> int:
        """How many blocks its heading has: one or none."""
        return int(section.heading is not None and (section.required or bool(self.printed(section))))

    def section(self, section: Section, at: int) -> Iterator[Part]:
        """Its parts; the blocks of its pieces begin at `at` of the page."""
        pieces = self.pieces(section)
        if section.heading:
            lines = self.sheets.lines(f"# {section.heading}", self.assembly)
            quiet = not section.required and not any(piece.blocks for piece in pieces)
            yield Part(f"kop:{section.id}", "kop", section.id, lines=lines, quiet=quiet)
        if not pieces or self.blank == Blank(section.id, ""):
            yield self.empty(section, "")
        for piece in pieces:
            yield self.piece(piece, self.assembly.document.blocks[at : at + len(piece.blocks)])
            at += len(piece.blocks)
            if self.blank is not None and self.blank == Blank(section.id, piece.piece.id):
                yield self.empty(section, piece.piece.id)

    def empty(self, section: Section, after: str) -> Part:
        hint = "" if after else section.help or WRITE_HERE
        return Part(Blank(section.id, after).key, "leeg", section.id, lines=(EMPTY,), hint=hint, hindrance=self.sent)

    @property
    def sent(self) -> str | None:
        return SENT if self.reviewed.letter.state == "verzonden" else None

    def piece(self, piece: AssembledPiece, on_page: Blocks) -> Part:
        name, notes = piece.piece.id, self.assembly.document.notes
        if not piece.blocks and not (piece.piece.text is not None and piece.printed):
            return self.left_out(piece)
        remark = self.remarked.get(name)
        stop = self.sent or (UNREADABLE if remark and remark.code == UNREADABLE_TEXT else None)
        before = self.sheets.made.get(name)
        if before is None or not before.holds(piece, on_page, notes, stop):
            before = _Made(self.written(piece, on_page, stop), piece, on_page, notes, stop)
        self.made[name] = before
        return before.part

    def written(self, piece: AssembledPiece, on_page: Blocks, stop: str | None) -> Part:
        """A piece with its words, and why they cannot be written in on the page, if so."""
        recent, source = self.sheets.kept.recent, source_of(piece.piece)
        reads = [recent.of(block, "read", lambda block=block: _read(block)) for block in piece.blocks]
        cited = tuple(content for read in reads for content in read.cited)
        stop = stop or next((read.hindrance for read in reads if read.hindrance), None)
        return Part(
            f"stuk:{piece.piece.id}",
            "stuk",
            piece.section,
            piece.piece.id,
            tuple(line for read in reads for line in read.lines) or (EMPTY,),
            source,
            SOURCE_WORDS[source].format(title=self.title(piece)),
            hindrance=stop or (ONLY_IN_SOURCE if run_together(piece.blocks) else None),
            numbers=note_numbers(cited, note_marks(on_page, self.assembly.document.notes)) if any(cited) else (),
        )

    def left_out(self, piece: AssembledPiece) -> Part:
        name, words = piece.piece.id, f"Niet in de brief: {self.title(piece)}"
        return Part(f"stuk:{name}", "weg", piece.section, name, self.absence(piece), words=words)

    def absence(self, piece: AssembledPiece) -> Lines:
        """Why a passage is not on the page, with a gap for what has to be known first."""
        finding = self.remarked.get(piece.piece.id)
        if finding is None or finding.code not in ABSENCES:
            return (Line((Run(Text(f"“{self.title(piece)}” heeft in deze brief geen tekst.")),)),)
        row = [Run(Text(finding.message))]
        if finding.action and finding.action.kind == "profiel":
            path = finding.action.target
            row += [Run(Text(" ")), Run(Value(path, None, "antwoord", NOWHERE, expression=path))]
        return (Line(tuple(row)),)

    def title(self, piece: AssembledPiece) -> str:
        name = piece.piece.snippet or ""
        snippet = self.sheets.library.snippets.get(name)
        return snippet.title if snippet else name

    def fixed(self, blocks: Blocks, at: int) -> list[Part]:
        return [
            Part(f"vast:{at + n}", "vast", lines=lines_of((block,)), words=IN_TEMPLATE)
            for n, block in enumerate(blocks)
        ]
