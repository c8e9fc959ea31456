"""A letter and a library to a document; what stays the same from one time to the next is not done again."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from composer.assemble import mistakes
from composer.assemble.abbreviations import write_out
from composer.assemble.expressions import Slot
from composer.assemble.jinja import Rendered
from composer.assemble.letterhead import arranged
from composer.assemble.manifest import Digests, manifest
from composer.assemble.names import Addressee, addressee, letter_names
from composer.assemble.notes import References, citations, number_notes
from composer.assemble.pieces import AssembledPiece, Blocks, Kept, Setting, assemble_piece, assemble_text
from composer.assemble.references import Sender, reference
from composer.domain.document import (
    Block,
    Document,
    FieldList,
    Inline,
    ListBlock,
    ListItem,
    Origin,
    Paragraph,
    Properties,
    Text,
    Value,
)
from composer.domain.finding import Finding
from composer.domain.letter import Attachment, Letter
from composer.domain.template import Section, Template
from composer.library.library import Library, fold

ASSOCIATION = ("Vereniging van Nederlandse Gemeenten", "VNG")


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
    """Assembles letters of one library; keeps parsed texts, and pieces whose inputs did not change."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._kept = Kept()
        self._digests = Digests()
        self._named: tuple[object, Addressee, dict[str, Any]] | None = None

    def assemble(self, letter: Letter) -> Assembly:
        """Raises ComposerError when the letter's template does not exist."""
        template = self.library.template(letter.template)
        recent = self._kept.recent
        self._kept.turn()
        who, names = self._names(letter, template)
        setting = Setting(self.library, template, who, names, self._kept)
        outline = _outline(letter, setting)
        speaker = sender(template, who)
        references = _references(outline.blocks, letter, speaker, setting)
        written = write_out(outline.blocks, self.library.terms.values(), recent)
        blocks, notes = number_notes(written, references, self.library, recent)
        properties = _properties(letter, speaker, setting)
        pieces = tuple(outline.pieces)
        printed = tuple((piece.piece.snippet, piece.piece.adapted is None, piece.printed) for piece in pieces)
        facts = tuple(id(self.library.fact_for(name, who.scopes)) for note in notes for name in note.facts)
        rests_on = recent.of(
            notes, (printed, facts), lambda: manifest(template, pieces, notes, who.scopes, self.library, self._digests)
        )
        house = _house_style(letter, who) or self.library.default_house_style
        document = Document(properties, blocks, notes, house, outline.closing, outline.sections, rests_on)
        return Assembly(document, pieces, references, template, who, speaker, names, tuple(setting.findings))

    def _names(self, letter: Letter, template: Template) -> tuple[Addressee, dict[str, Any]]:
        """The very same names as for the letter before when only its pieces are others."""
        filled = tuple(bool(letter.sections.get(section.id)) for section in template.sections)
        days = (letter.date, letter.reference_date)
        about = (template.id, letter.municipality, letter.region, days, letter.fields, bool(letter.attachments), filled)
        if self._named is None or self._named[0] != about:
            names = letter_names(letter, template, self.library)
            self._named = (about, addressee(letter, self.library), names)
        return self._named[1:]


def assemble(letter: Letter, library: Library) -> Assembly:
    """The letter as a document; pure: the same letter and library give the same assembly."""
    return Assembler(library).assemble(letter)


@dataclass
class _Outline:
    """The blocks of template and sections together; `closing` is where the greeting begins."""

    blocks: Blocks
    pieces: list[AssembledPiece]
    sections: tuple[tuple[str, int], ...]
    closing: int | None


def _outline(letter: Letter, setting: Setting) -> _Outline:
    origin = Origin("sjabloon", setting.template.id, line=setting.template.line)
    rendered, skeleton = assemble_text(setting.template.text, origin, setting)
    blocks: list[Block] = []
    pieces: list[AssembledPiece] = []
    sections: list[tuple[str, int]] = []
    closing = 0
    for block in skeleton:
        slot = _slot(block, rendered)
        if slot is None:
            blocks.append(arranged(block, setting) if isinstance(block, FieldList) and not sections else block)
            continue
        sections.append((slot.name.partition(".")[2], len(blocks)))
        blocks += _filled(slot, block.origin, letter, pieces, setting)
        closing = len(blocks) if slot.name.startswith("sectie.") else closing
    _remark_what_is_nowhere(letter, {name for name, _ in sections}, setting)
    return _Outline(tuple(blocks), pieces, tuple(sections), closing if 0 < closing < len(blocks) else None)


def _slot(block: Block, rendered: Rendered) -> Slot | None:
    """The slot that a paragraph consists of, if it is one."""
    match block:
        case Paragraph(content=(Value(path=path),)):
            slots = (item.value for item in rendered.printed if item.path == path and isinstance(item.value, Slot))
            return next(slots, None)
        case _:
            return None


def _filled(slot: Slot, origin: Origin, letter: Letter, pieces: list[AssembledPiece], setting: Setting) -> list[Block]:
    if slot.name == "brief.bijlagen":
        return _attachments(letter.attachments, origin)
    section = setting.template.section(slot.name.partition(".")[2])
    return _section(section, letter, pieces, setting) if section else []


def _section(section: Section, letter: Letter, pieces: list[AssembledPiece], setting: Setting) -> list[Block]:
    """The heading and the blocks of a section; nothing when it is empty and may be."""
    made = [assemble_piece(piece, section.id, setting) for piece in letter.sections.get(section.id, ())]
    pieces += made
    blocks = [block for piece in made for block in piece.blocks]
    if not section.heading or not (blocks or section.required):
        return blocks
    heading = assemble_text(f"# {section.heading}", Origin("sjabloon", setting.template.id), setting)[1]
    return [*heading, *blocks]


def _attachments(attachments: tuple[Attachment, ...], origin: Origin) -> list[Block]:
    """A numbered list; openbaar ja or nee where the writer said so."""
    items = tuple(
        ListItem((Paragraph(_attachment(number, item, origin), origin),)) for number, item in enumerate(attachments)
    )
    return [ListBlock(True, 1, items, origin)] if items else []


def _attachment(number: int, attachment: Attachment, origin: Origin) -> tuple[Inline, ...]:
    title = Value(f"bijlagen[{number}].titel", attachment.title, "bijlage", origin)
    if attachment.public is None:
        return (title,)
    return (title, Text(f" (openbaar: {'ja' if attachment.public else 'nee'})"))


def _remark_what_is_nowhere(letter: Letter, placed: Collection[str], setting: Setting) -> None:
    """What the letter names or holds, and the page therefore lacks."""
    for name, pieces in letter.sections.items():
        if pieces and name not in placed:
            setting.findings.append(mistakes.unknown_section(name, pieces, setting.template))
    for name in letter.fields:
        if setting.template.field(name) is None:
            setting.findings.append(mistakes.unknown_field(name, setting.template))
    if setting.addressee.name is None and not letter.national:
        setting.findings.append(mistakes.unknown_addressee(letter, setting.library))


def _references(blocks: Blocks, letter: Letter, speaker: Sender, setting: Setting) -> References:
    """What is cited for each id in the blocks; one without a fact is told and left out."""
    recent = setting.kept.recent
    cited = [citation for block in blocks for citation in citations(block, recent)]
    origins = {name: citation.origin for citation in cited for name in citation.facts}
    facts = {name: setting.library.fact_for(name, setting.addressee.scopes) for name in origins}
    for name, fact in facts.items():
        if fact is None:
            finding = mistakes.unknown_fact(name, origins[name], setting.library, setting.addressee.name)
            setting.findings.append(finding)
    library, day = setting.library, letter.date
    return {name: reference(fact, library, speaker, day, recent) for name, fact in facts.items() if fact}


def _properties(letter: Letter, speaker: Sender, setting: Setting) -> Properties:
    return Properties(
        title=str(setting.names["veld"].get("onderwerp") or setting.template.title),
        author=speaker.name,
        subject=setting.template.title,
        date=letter.date,
        reference_date=letter.reference_date,
        letter=letter.id,
        draft=letter.state == "concept",
        reference=letter.fields.get("kenmerk", ""),
    )


def _house_style(letter: Letter, who: Addressee) -> str | None:
    return letter.house_style or (who.municipality.house_style if who.municipality else None)


def sender(template: Template, who: Addressee) -> Sender:
    """Who speaks in a letter: the association, or the municipality or region itself."""
    if template.voice == "vereniging" or not who.name:
        return Sender(ASSOCIATION[0], _folded(ASSOCIATION))
    if who.municipality:
        name = who.municipality.name
        forms = (name, f"gemeente {name}", f"college van burgemeester en wethouders van {name}")
        return Sender(f"Gemeente {name}", _folded(forms), who.scopes)
    return Sender(who.name, _folded((who.name, *(who.region.other_names if who.region else ()))), who.scopes)


def _folded(names: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(name) for name in names)
