"""A letter and a library to a document; what stays the same from one time to the next is not done again."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from operator import is_
from typing import Any

from composer.assemble import mistakes
from composer.assemble.abbreviations import heeded as heeded_by_terms
from composer.assemble.abbreviations import write_out
from composer.assemble.expressions import Slot
from composer.assemble.fill import Blocks, Cast, solid
from composer.assemble.letterhead import arranged
from composer.assemble.manifest import Digests, manifest
from composer.assemble.names import Addressee, addressee, letter_names
from composer.assemble.notes import References, citations, number_notes
from composer.assemble.notes import heeded as heeded_by_notes
from composer.assemble.pieces import AssembledPiece, Kept, Setting, assemble_piece, cast_text
from composer.assemble.recent import Recent
from composer.assemble.references import Sender, reference
from composer.domain.document import (
    Block,
    Document,
    FieldList,
    Inline,
    ListBlock,
    ListItem,
    Moulds,
    Note,
    Origin,
    Paragraph,
    Properties,
    Text,
    Value,
)
from composer.domain.dossier import Term
from composer.domain.finding import Finding
from composer.domain.letter import Attachment, Letter
from composer.domain.rewriting import revalued
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
        references = _references(outline, letter, speaker, setting)
        edited = _edited(outline, references, setting)
        blocks, moulds = edited.cast(outline)
        notes, pieces = edited.notes, tuple(outline.pieces)
        properties = _properties(letter, speaker, setting)
        printed = tuple((piece.piece.snippet, piece.piece.adapted is None, piece.printed) for piece in pieces)
        facts = tuple(id(self.library.fact_for(name, who.scopes)) for note in notes for name in note.facts)
        rests_on = recent.of(
            notes, (printed, facts), lambda: manifest(template, pieces, notes, who.scopes, self.library, self._digests)
        )
        house = _house_style(letter, who) or self.library.default_house_style
        document = Document(
            properties, blocks, notes, house, outline.closing, tuple(outline.sections), rests_on, moulds=moulds
        )
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
    """The blocks of template and sections together, with their moulds; `closing` is where the greeting begins."""

    blocks: list[Block] = field(default_factory=list[Block])
    moulds: list[Block] = field(default_factory=list[Block])
    values: dict[int, Value] = field(default_factory=dict[int, Value])
    pieces: list[AssembledPiece] = field(default_factory=list[AssembledPiece])
    sections: list[tuple[str, int]] = field(default_factory=list[tuple[str, int]])
    closing: int | None = None

    def add(self, cast: Cast) -> None:
        self.blocks += cast.blocks
        self.moulds += cast.moulds
        self.values.update(cast.values)


def _outline(letter: Letter, setting: Setting) -> _Outline:
    origin = Origin("sjabloon", setting.template.id, line=setting.template.line)
    rendered, skeleton = cast_text(setting.template.text, origin, setting)
    slots = {item.path: item.value for item in rendered.printed if isinstance(item.value, Slot)}
    outline, closing = _Outline(values=dict(skeleton.values)), 0
    for block, mould in zip(skeleton.blocks, skeleton.moulds, strict=True):
        slot = _slot(block, slots)
        if slot is not None:
            outline.sections.append((slot.name.partition(".")[2], len(outline.blocks)))
            _fill(slot, block.origin, letter, outline, setting)
            closing = len(outline.blocks) if slot.name.startswith("sectie.") else closing
            continue
        placed = arranged(block, setting) if isinstance(block, FieldList) and not outline.sections else block
        outline.blocks.append(placed)
        outline.moulds.append(mould if placed is block else placed)
    _remark_what_is_nowhere(letter, {name for name, _ in outline.sections}, setting)
    outline.closing = closing if 0 < closing < len(outline.blocks) else None
    return outline


def _slot(block: Block, slots: Mapping[str, Slot]) -> Slot | None:
    """The slot that a paragraph consists of, if it is one."""
    match block:
        case Paragraph(content=(Value(path=path),)):
            return slots.get(path)
        case _:
            return None


def _fill(slot: Slot, origin: Origin, letter: Letter, outline: _Outline, setting: Setting) -> None:
    if slot.name == "brief.bijlagen":
        outline.add(solid(_attachments(letter.attachments, origin, setting.kept.recent)))
    elif section := setting.template.section(slot.name.partition(".")[2]):
        _add_section(section, letter, outline, setting)


def _add_section(section: Section, letter: Letter, outline: _Outline, setting: Setting) -> None:
    """The heading and the blocks of a section; nothing when it is empty and may be."""
    made = [assemble_piece(piece, section.id, setting) for piece in letter.sections.get(section.id, ())]
    outline.pieces += made
    if section.heading and (section.required or any(piece.blocks for piece in made)):
        outline.add(cast_text(f"# {section.heading}", Origin("sjabloon", setting.template.id), setting)[1])
    for piece in made:
        outline.add(piece.cast or solid(piece.blocks))


@dataclass(frozen=True, slots=True)
class _Edited:
    """Blocks with abbreviations written out and notes numbered, made of `subjects`, which are moulds where they can be."""

    subjects: Blocks
    references: References
    blocks: Blocks
    notes: tuple[Note, ...]

    def cast(self, outline: _Outline) -> tuple[Blocks, Moulds]:
        """The blocks with the values of a letter."""
        blocks, moulds = list(self.blocks), dict[int, tuple[Block, Block]]()
        for at, (block, subject, edited) in enumerate(zip(outline.blocks, self.subjects, self.blocks, strict=True)):
            if block is not subject:
                made = blocks[at] = block if edited is subject else revalued(edited, outline.values)
                moulds[id(made)] = made, edited
        return tuple(blocks), Moulds(moulds, outline.values)


def _edited(outline: _Outline, references: References, setting: Setting) -> _Edited:
    """The very same as for the letter before when only values differ that decide nothing."""
    recent, terms = setting.kept.recent, setting.library.terms.values()
    subjects = _subjects(outline, terms, recent)
    last: _Edited | None = recent.get("edited")
    if last is not None and last.references is references and _same(last.subjects, subjects):
        return last
    written = write_out(subjects, terms, recent)
    return recent.put(
        "edited", _Edited(subjects, references, *number_notes(written, references, setting.library, recent))
    )


def _same(some: Blocks, others: Blocks) -> bool:
    return len(some) == len(others) and all(map(is_, some, others))


def _subjects(outline: _Outline, terms: Iterable[Term], recent: Recent) -> Blocks:
    """The moulds; but a block itself when its values decide what becomes of it."""
    others = outline.values.keys()
    bracketed = any("(" in (value.label if value.text is None else value.text) for value in outline.values.values())

    def subject(block: Block, mould: Block) -> Block:
        if block is mould or (bracketed and block.origin.kind == "eigen"):
            return block
        free = others.isdisjoint(heeded_by_terms(mould, terms, recent)) and others.isdisjoint(
            heeded_by_notes(mould, recent)
        )
        return mould if free else block

    return tuple(map(subject, outline.blocks, outline.moulds))


def _attachments(attachments: tuple[Attachment, ...], origin: Origin, recent: Recent) -> Blocks:
    """A numbered list; openbaar ja or nee where the writer said so."""
    if not attachments:
        return ()
    return recent.made(("attachments", attachments, origin), lambda: (_listed(attachments, origin),))


def _listed(attachments: tuple[Attachment, ...], origin: Origin) -> Block:
    items = tuple(
        ListItem((Paragraph(_attachment(number, item, origin), origin),)) for number, item in enumerate(attachments)
    )
    return ListBlock(True, 1, items, origin)


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


def _references(outline: _Outline, letter: Letter, speaker: Sender, setting: Setting) -> References:
    """What is cited for each id in the blocks; one without a fact is told and left out. The very same when nothing changed."""
    recent, library = setting.kept.recent, setting.library
    cited = [citation for mould in outline.moulds for citation in citations(mould, recent)]
    origins = {name: citation.origin for citation in cited for name in citation.facts}
    facts = {name: library.fact_for(name, setting.addressee.scopes) for name in origins}
    for name, fact in facts.items():
        if fact is None:
            finding = mistakes.unknown_fact(name, origins[name], library, setting.addressee.name)
            setting.findings.append(finding)
    found = {name: reference(fact, library, speaker, letter.date, recent) for name, fact in facts.items() if fact}
    last: References | None = recent.get("references")
    same = last is not None and last.keys() == found.keys() and all(map(is_, last.values(), found.values()))
    return last if last is not None and same else recent.put("references", found)


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
