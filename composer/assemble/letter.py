"""A letter and a library to a document, piece by piece; what stays the same is not done again."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from jinja2 import nodes

from composer.assemble.expressions import Slot, Truth, truth
from composer.assemble.fill import Filling, fill
from composer.assemble.jinja import Rendered, parse, parse_condition, render
from composer.assemble.markdown import Parsed, parse_markdown
from composer.assemble.names import Addressee, addressee, label, letter_names
from composer.assemble.notes import References, number_notes
from composer.assemble.references import Sender, reference
from composer.domain.document import (
    Block,
    Citation,
    Document,
    ListBlock,
    ListItem,
    Origin,
    Paragraph,
    Properties,
    Text,
    Value,
    inlines,
)  # fmt: skip
from composer.domain.errors import ComposerError, did_you_mean
from composer.domain.finding import Action, Finding
from composer.domain.letter import Letter, Piece
from composer.domain.template import Section, Template
from composer.library.library import Library, fold

DEFAULT_HOUSE_STYLE = "neutraal"
ASSOCIATION = ("Vereniging van Nederlandse Gemeenten", "VNG")


@dataclass(frozen=True, slots=True)
class AssembledPiece:
    """A piece with its blocks before notes are numbered; `printed` False when its condition left it out."""

    piece: Piece
    section: str
    blocks: tuple[Block, ...]
    printed: bool = True

    def cited(self) -> tuple[str, ...]:
        """The ids that its blocks cite, in reading order, each once."""
        found = (
            name
            for block in self.blocks
            for inline in inlines(block)
            if isinstance(inline, Citation)
            for name in inline.facts
        )
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True)
class Assembly:
    """A document with the pieces it is made of, what each citation rests on, and the mistakes met on the way."""

    document: Document
    pieces: tuple[AssembledPiece, ...]
    references: References
    template: Template
    addressee: Addressee
    sender: Sender
    names: dict[str, Any]
    findings: tuple[Finding, ...] = ()


class Assembler:
    """Assembles letters of one library; keeps parsed texts and pieces whose inputs did not change."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._trees: dict[str, nodes.Template] = {}
        self._parsed: dict[str, Parsed] = {}
        self._filled: dict[tuple[str, Origin], tuple[Rendered, tuple[Block, ...]]] = {}

    def assemble(self, letter: Letter) -> Assembly:
        """Raises ComposerError when the template does not exist or cannot be read."""
        return _Assembling(self, letter).run()

    def tree(self, text: str) -> nodes.Template:
        if text not in self._trees:
            self._trees[text] = parse(text)
        return self._trees[text]

    def parsed(self, text: str) -> Parsed:
        if text not in self._parsed:
            self._parsed[text] = parse_markdown(text)
        return self._parsed[text]

    def filled(self, rendered: Rendered, filling: Filling) -> tuple[Block, ...]:
        """The blocks of a rendered text; the same tuple as before when nothing of it changed."""
        key = (rendered.text, filling.origin)
        kept = self._filled.get(key)
        if kept is None or kept[0] != rendered:
            kept = self._filled[key] = (rendered, fill(self.parsed(rendered.text).blocks, filling))
        return kept[1]


def assemble(letter: Letter, library: Library) -> Assembly:
    """The letter as a document; pure: the same letter and library give the same assembly."""
    return Assembler(library).assemble(letter)


@dataclass
class _Assembling:
    """One letter on its way: what is looked up once, and the findings so far."""

    assembler: Assembler
    letter: Letter
    findings: list[Finding] = field(default_factory=list[Finding])
    pieces: list[AssembledPiece] = field(default_factory=list[AssembledPiece])

    def run(self) -> Assembly:
        self.library = self.assembler.library
        self.template = self.library.template(self.letter.template)
        self.names = letter_names(self.letter, self.template, self.library)
        self.addressee = addressee(self.letter, self.library)
        self.sender = sender(self.template, self.addressee)
        blocks, closing, sections = self.skeleton()
        self.unknown_sections()
        references = self.references(blocks)
        numbered, notes = number_notes(blocks, references, self.library)
        document = Document(self.properties(), numbered, notes, self.house_style(), closing, sections)
        found = tuple(self.findings)
        return Assembly(
            document, tuple(self.pieces), references, self.template, self.addressee, self.sender, self.names, found
        )

    def skeleton(self) -> tuple[tuple[Block, ...], int | None, tuple[tuple[str, int], ...]]:
        """The template's blocks with the sections in their places, where the closing begins, and where each section does."""
        origin = Origin("sjabloon", self.template.id, line=self.template.line)
        rendered, outline = self.text(self.template.text, origin)
        blocks: list[Block] = []
        sections: list[tuple[str, int]] = []
        closing: int | None = None
        for block in outline:
            slot = _slot(block, rendered)
            if slot is None:
                blocks.append(block)
                continue
            sections.append((slot.name.partition(".")[2], len(blocks)))
            blocks += self.slot_blocks(slot, block.origin)
            closing = len(blocks) if slot.name.startswith("sectie.") else closing
        return tuple(blocks), closing if closing is not None and closing < len(blocks) else None, tuple(sections)

    def slot_blocks(self, slot: Slot, origin: Origin) -> list[Block]:
        if slot.name == "brief.bijlagen":
            return self.attachments(origin)
        section = self.template.section(slot.name.partition(".")[2])
        return self.section(section) if section else []

    def section(self, section: Section) -> list[Block]:
        made = [self.piece(piece, section) for piece in self.letter.sections.get(section.id, ())]
        self.pieces += made
        blocks = [block for piece in made if piece.printed for block in piece.blocks]
        return [*self.heading(section), *blocks] if blocks or section.required else []

    def heading(self, section: Section) -> Iterator[Block]:
        if section.heading:
            _, blocks = self.text(f"# {section.heading}", Origin("sjabloon", self.template.id))
            yield from blocks

    def piece(self, piece: Piece, section: Section) -> AssembledPiece:
        snippet = self.library.snippets.get(piece.snippet) if piece.snippet else None
        if piece.snippet and snippet is None and piece.adapted is None:
            return AssembledPiece(piece, section.id, self.lost(piece))
        if snippet and snippet.condition and not self.applies(piece, snippet.condition, snippet.title):
            return AssembledPiece(piece, section.id, (), printed=False)
        own = piece.adapted if piece.snippet else piece.text
        kind = "aangepast" if piece.adapted is not None else "tekstblok" if piece.snippet else "eigen"
        text, line = (own, 1) if own is not None else (snippet.text, snippet.line) if snippet else ("", 1)
        return AssembledPiece(piece, section.id, self.text(text, Origin(kind, piece.snippet or "", piece.id, line))[1])

    def applies(self, piece: Piece, condition: str, title: str) -> bool:
        try:
            outcome = truth(parse_condition(condition), self.names)
        except ComposerError as error:
            self.mistake(
                "voorwaarde-onleesbaar", f"De voorwaarde van “{title}” is niet te lezen: {error.message}", piece.id
            )
            return False
        if outcome.holds is None:
            self.ask(piece, outcome, title)
        elif not outcome.holds:
            message = f"“{title}” is niet voor {self.addressee.name or 'deze brief'} bedoeld en staat daarom niet op de pagina."
            self.findings.append(
                Finding(
                    "niet-van-toepassing",
                    "waarschuwing",
                    message,
                    title,
                    piece.id,
                    (),
                    "Haal het tekstblok weg of kies een ander.",
                    "Tekstblok past niet",
                    Action("verwijder", piece.id, "Haal weg"),
                )
            )
        return bool(outcome.holds)

    def ask(self, piece: Piece, outcome: Truth, title: str) -> None:
        questions = "; ".join(self.question(path) for path in outcome.unknown)
        message = f"“{title}” staat niet op de pagina, want dit is nog niet bekend: {questions}"
        action = Action("profiel", outcome.unknown[0], "Vul in")
        self.findings.append(
            Finding(
                "voorwaarde-onbekend",
                "blokkerend",
                message,
                title,
                piece.id,
                (),
                "Vul het in bij het profiel, of haal het tekstblok weg.",
                "Vraag voor u",
                action,
            )
        )

    def question(self, path: str) -> str:
        profile = self.library.profile_fields.get(path.partition(".")[2]) if path.startswith("gemeente.") else None
        return profile.question if profile and profile.question else self.label(path)

    def label(self, path: str) -> str:
        return label(path, self.template, self.library)

    def lost(self, piece: Piece) -> tuple[Block, ...]:
        name = piece.snippet or ""
        near = did_you_mean(name, self.library.snippets)
        self.mistake("onbekend-tekstblok", f"Tekstblok “{name}” bestaat niet (meer).{near}", piece.id, name)
        origin = Origin("tekstblok", name, piece.id)
        return (Paragraph((Value(f"tekstblok.{name}", None, f"tekstblok {name}", origin),), origin),)

    def text(self, text: str, origin: Origin) -> tuple[Rendered, tuple[Block, ...]]:
        """The blocks of a text; a text that cannot be read is shown as it stands, and told."""
        try:
            rendered = render(self.assembler.tree(text), self.names)
        except ComposerError as error:
            line = (error.line or 1) + origin.line - 1
            self.mistake("tekst-onleesbaar", f"{_place(origin, self.library)}{error.message}.", origin.piece, line=line)
            return Rendered("", (), (1,)), _as_it_stands(text, origin)
        filling = Filling(rendered, origin, self.label)
        for remark in self.assembler.parsed(rendered.text).remarks:
            line = filling.at(Origin(origin.kind, line=remark.line)).line
            self.mistake(
                "opmaak-onbekend",
                f"{_place(origin, self.library)}{remark.message}.",
                origin.piece,
                severity="waarschuwing",
                line=line,
            )
        return rendered, self.assembler.filled(rendered, filling)

    def mistake(
        self,
        code: str,
        message: str,
        piece: str | None,
        words: str = "",
        severity: Any = "blokkerend",
        line: int | None = None,
    ) -> None:
        action = Action("stuk", piece, "Ga naar de tekst") if piece else None
        self.findings.append(
            Finding(code, severity, message, words, piece, (), "Verbeter de tekst.", "Tekst klopt niet", action, line)
        )

    def attachments(self, origin: Origin) -> list[Block]:
        items = tuple(
            ListItem((Paragraph(_attachment(number, item.title, item.public, origin), origin),))
            for number, item in enumerate(self.letter.attachments)
        )
        return [ListBlock(True, 1, items, origin)] if items else []

    def unknown_sections(self) -> None:
        for name, pieces in self.letter.sections.items():
            if pieces and self.template.section(name) is None:
                near = did_you_mean(name, [section.id for section in self.template.sections])
                message = f"Sjabloon “{self.template.title}” heeft geen sectie “{name}”; haar tekst staat niet op de pagina.{near}"
                self.mistake("onbekende-sectie", message, pieces[0].id, name)

    def references(self, blocks: tuple[Block, ...]) -> References:
        cited = {
            name: inline
            for block in blocks
            for inline in inlines(block)
            if isinstance(inline, Citation)
            for name in inline.facts
        }
        known = {name: self.library.fact_for(name, self.addressee.scopes) for name in cited}
        for name, citation in cited.items():
            if known[name] is None:
                self.unknown_fact(name, citation.origin)
        return {
            name: reference(fact, self.library, self.sender, self.letter.date) for name, fact in known.items() if fact
        }

    def unknown_fact(self, name: str, origin: Origin) -> None:
        if name in self.library.series:
            message = f"Voor {self.addressee.name or 'deze brief'} is er geen gegeven in de reeks “{name}”."
        else:
            message = f"Feit “{name}” bestaat niet.{did_you_mean(name, self.library.facts)}"
        self.mistake("onbekend-feit", _place(origin, self.library) + message, origin.piece, name, line=origin.line)

    def properties(self) -> Properties:
        letter, names = self.letter, self.names["veld"]
        title = names.get("onderwerp") or self.template.title
        return Properties(
            title=str(title),
            author=self.sender.name,
            subject=self.template.title,
            date=letter.date,
            reference_date=letter.reference_date,
            letter=letter.id,
            draft=letter.state == "concept",
            reference=letter.fields.get("kenmerk", ""),
        )

    def house_style(self) -> str:
        municipality = self.addressee.municipality
        return self.letter.house_style or (municipality.house_style if municipality else None) or DEFAULT_HOUSE_STYLE


def sender(template: Template, addressee: Addressee) -> Sender:
    """Who speaks in a letter: the association, or the municipality or region itself."""
    if template.voice == "vereniging":
        return Sender(ASSOCIATION[0], frozenset(fold(name) for name in ASSOCIATION), "landelijk")
    if addressee.municipality:
        name = addressee.municipality.name
        forms = (name, f"gemeente {name}", f"college van burgemeester en wethouders van {name}")
        return Sender(
            f"Gemeente {name}", frozenset(fold(text) for text in forms), f"gemeente:{addressee.municipality.cbs}"
        )
    name = addressee.name or ASSOCIATION[0]
    return Sender(name, frozenset({fold(name)}), f"regio:{addressee.region.id}" if addressee.region else "landelijk")


def _slot(block: Block, rendered: Rendered) -> Slot | None:
    """The slot that a paragraph consists of, if it is one."""
    match block:
        case Paragraph(content=(Value() as value,)):
            slots = (
                printed.value
                for printed in rendered.printed
                if printed.path == value.path and isinstance(printed.value, Slot)
            )
            return next(slots, None)
        case _:
            return None


def _attachment(number: int, title: str, public: bool | None, origin: Origin) -> tuple[Any, ...]:
    named = Value(f"bijlagen[{number}].titel", title, "bijlage", origin)
    return (named,) if public is None else (named, Text(f" (openbaar: {'ja' if public else 'nee'})"))


def _as_it_stands(text: str, origin: Origin) -> tuple[Block, ...]:
    paragraphs = (part for part in text.split("\n\n") if part.strip())
    return tuple(Paragraph((Text(" ".join(part.split())),), origin) for part in paragraphs)


def _place(origin: Origin, library: Library) -> str:
    """In which text a mistake stands, for a message."""
    if origin.kind == "tekstblok" and origin.name in library.snippets:
        return f"Tekstblok “{library.snippets[origin.name].title}”, regel {origin.line}: "
    return f"Sjabloon, regel {origin.line}: " if origin.kind == "sjabloon" else ""
