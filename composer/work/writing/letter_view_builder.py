"""Builds views of reviewed letters; unchanged pieces keep their part, so that a keystroke costs one piece."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from composer.assemble.body import Pieces
from composer.assemble.cache import GenerationCache
from composer.assemble.compiled_text import Blocks
from composer.assemble.letter import Assembly
from composer.assemble.pieces import AssembledPiece, assemble_text
from composer.assemble.runs import NOWHERE, Run
from composer.assemble.text_cache import AssemblyContext, TextCache
from composer.domain.document import Block, Origin, Text, Value
from composer.domain.finding import Finding
from composer.domain.template import Section, Template
from composer.library.library import Library
from composer.work.documents.making import Reviewed
from composer.work.writing.editing import ONLY_IN_SOURCE, SENT, UNREADABLE, hindrance
from composer.work.writing.letter_view import Blank, LetterView, Part, Source, source_of
from composer.work.writing.lines import EMPTY, Line, Lines, lines_of, normalised, run_together
from composer.work.writing.numbering import Cited, cited_in, note_marks, note_numbers

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
class _Read:
    """A block of a piece as lines, with its citations, and why it cannot be edited on the page."""

    lines: Lines
    cited: Cited
    hindrance: str | None


def _read(block: Block) -> _Read:
    return _Read(lines_of((block,)), cited_in(block), hindrance((block,)))


@dataclass
class LetterViewBuilder:
    """Builds views of letters of one library."""

    library: Library
    texts: TextCache = field(default_factory=TextCache)

    def sheet(self, reviewed: Reviewed, blank: Blank | None = None) -> LetterView:
        self.texts.next_generation()
        return _Maker(reviewed, self, blank).sheet()

    def text(self, text: str, assembly: Assembly) -> Blocks:
        """A text of the dialect as blocks in this letter."""
        context = AssemblyContext(self.library, assembly.template, assembly.addressee, assembly.names, self.texts)
        return assemble_text(text, Origin("eigen"), context)

    def lines(self, text: str, assembly: Assembly) -> Lines:
        """The text as normalised lines."""
        make = lambda: normalised(lines_of(self.text(text, assembly)))  # noqa: E731
        return self.texts.cache.get_or_make_for(assembly.names, text, make)


@dataclass
class _Maker:
    reviewed: Reviewed
    sheets: LetterViewBuilder
    blank: Blank | None

    @property
    def cache(self) -> GenerationCache:
        return self.sheets.texts.cache

    @cached_property
    def assembly(self) -> Assembly:
        return self.reviewed.assembly

    @cached_property
    def remarked(self) -> dict[str, Finding]:
        """The findings by piece that say that it cannot be read, or why it is left out."""
        told = (finding for finding in self.assembly.findings if finding.code in (UNREADABLE_TEXT, *ABSENCES))
        return {finding.piece or "": finding for finding in told}

    @cached_property
    def by_section(self) -> dict[str, Pieces]:
        found: dict[str, Pieces] = {}
        for pieces in self.assembly.sections:
            if pieces:
                found[pieces[0].section] = found.get(pieces[0].section, ()) + pieces
        return found

    def sheet(self) -> LetterView:
        blocks, at = self.assembly.document.blocks, 0
        starts, sections = dict(self.assembly.document.sections), self.sections()
        parts: list[Part] = []
        header: Blocks | None = None
        for section in sections:
            start, pieces = starts.get(section.id), self.by_section.get(section.id, ())
            printed = sum([len(piece.blocks) for piece in pieces])
            if start is not None:
                header, at = (blocks[at:start], start) if header is None else (header, at)
                parts += self.fixed(blocks[at:start], at)
                at = start + int(section.heading is not None and (section.required or printed > 0))
            parts += self.section(section, pieces, blocks[at : at + printed])
            at += printed
        if header is None:
            header, at = blocks, len(blocks)
        parts += self.fixed(blocks[at:], at)
        return LetterView(header, tuple(parts), tuple(section.id for section in sections))

    def sections(self) -> tuple[Section, ...]:
        """The sections in the order of the page; one that is not printed comes after its predecessor in the template."""
        template = self.assembly.template
        on_page = tuple([name for name, _ in self.assembly.document.sections])
        return self.cache.get_or_make_for(template, on_page, lambda: tuple(_in_order(template, on_page)))

    def section(self, section: Section, pieces: Pieces, on_page: Blocks) -> tuple[Part, ...]:
        """The parts of a section, with the printed blocks of its pieces."""
        held = (section, pieces, on_page, self.blank, self.remarked, self.sent)
        about = (*held, self.assembly.document.notes, self.assembly.names)
        return self.cache.get_or_refresh(
            ("section", section.id), about, lambda: tuple(self.parts(section, pieces, on_page))
        )

    def parts(self, section: Section, pieces: Pieces, on_page: Blocks) -> Iterator[Part]:
        if section.heading:
            lines = self.sheets.lines(f"# {section.heading}", self.assembly)
            yield Part(f"kop:{section.id}", "kop", section.id, lines=lines, quiet=not (section.required or on_page))
        if not pieces or self.blank == Blank(section.id, ""):
            yield self.empty(section, "")
        at = 0
        for piece in pieces:
            yield self.piece(piece, on_page[at : at + len(piece.blocks)])
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
        if not piece.blocks and not (piece.piece.text is not None and piece.printed):
            return self.left_out(piece)
        name, remark = piece.piece.id, self.remarked.get(piece.piece.id)
        stop = self.sent or (UNREADABLE if remark and remark.code == UNREADABLE_TEXT else None)
        about = (piece, on_page, self.assembly.document.notes, stop)
        return self.cache.get_or_refresh(("piece", name), about, lambda: self.written(piece, on_page, stop))

    def written(self, piece: AssembledPiece, on_page: Blocks, stop: str | None) -> Part:
        """The part of a piece, with the reason when it cannot be edited on the page."""
        source = source_of(piece.piece)
        reads = [self.cache.get_or_make_for(block, "read", lambda block=block: _read(block)) for block in piece.blocks]
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
        """The lines that say why a passage is not printed, with a gap for a missing value."""
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
            self.cache.get_or_make_for(block, at + n, lambda n=n, block=block: _fixed(block, at + n))
            for n, block in enumerate(blocks)
        ]


def _fixed(block: Block, at: int) -> Part:
    return Part(f"vast:{at}", "vast", lines=lines_of((block,)), words=IN_TEMPLATE)


def _in_order(template: Template, on_page: Iterable[str]) -> Iterator[Section]:
    names = [name for name in on_page if template.section(name)]
    for position, section in enumerate(template.sections):
        if section.id not in names:
            before = template.sections[position - 1].id if position else ""
            names.insert(names.index(before) + 1 if before in names else 0, section.id)
    return (section for name in names if (section := template.section(name)))
