"""A letter's blocks in their order: the template's, with those of its sections where they come."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from composer.assemble import mistakes
from composer.assemble.expressions import Slot
from composer.assemble.fill import Blocks, Cast, solid
from composer.assemble.kept import Read, Setting
from composer.assemble.letterhead import arranged
from composer.assemble.pieces import AssembledPiece, assemble_piece, read_text
from composer.assemble.recent import Recent
from composer.domain.document import Block, FieldList, Inline, ListBlock, ListItem, Origin, Paragraph, Text, Value
from composer.domain.finding import Finding
from composer.domain.letter import Attachment, Letter, Piece
from composer.domain.template import Template

Pieces = tuple[AssembledPiece, ...]


@dataclass
class Outline:
    """The blocks of template and sections together, with their moulds; `closing` is where the greeting begins.

    `values` has by the id of a value in a mould the one that stands there now.
    """

    blocks: list[Block] = field(default_factory=list[Block])
    moulds: list[Block] = field(default_factory=list[Block])
    values: dict[int, Value] = field(default_factory=dict[int, Value])
    pieces: list[Pieces] = field(default_factory=list[Pieces])
    """Those of each section, in the order of the page."""
    sections: list[tuple[str, int]] = field(default_factory=list[tuple[str, int]])
    closing: int | None = None

    def add(self, cast: Cast) -> None:
        self.blocks += cast.blocks
        self.moulds += cast.moulds
        if cast.values:
            self.values.update(cast.values)


def outlined(letter: Letter, setting: Setting) -> Outline:
    origin = Origin("sjabloon", setting.template.id, line=setting.template.line)
    read = read_text(setting.template.text, origin, setting)
    outline, pieces, closing = Outline(), dict(letter.sections), 0
    for each in setting.kept.recent.still("frame", (read, setting.names), lambda: tuple(_frame(read, setting))):
        if isinstance(each, Cast):
            outline.add(each)
            continue
        outline.sections.append((each.slot.partition(".")[2], len(outline.blocks)))
        if each.slot == "brief.bijlagen":
            outline.add(solid(_attachments(letter.attachments, each.origin, setting.kept.recent)))
        else:
            _add_section(outline.sections[-1][0], pieces, outline, setting)
            closing = len(outline.blocks)
    _remark_what_is_nowhere(letter, {name for name, _ in outline.sections}, setting)
    outline.closing = closing if 0 < closing < len(outline.blocks) else None
    return outline


class _Opening(NamedTuple):
    """Where a section or the annexes come."""

    slot: str
    origin: Origin


def _frame(read: Read, setting: Setting) -> Iterator[Cast | _Opening]:
    """The template's own blocks and what comes between them; the field block in front is as the municipality has it."""
    slots = {item.path: item.value for item in read.rendered.printed if isinstance(item.value, Slot)}
    blocks, moulds, ahead = list[Block](), list[Block](), True
    for block, mould in zip(read.cast.blocks, read.cast.moulds, strict=True):
        if (slot := _slot(block, slots)) is None:
            placed = arranged(block, setting) if isinstance(block, FieldList) and ahead else block
            blocks.append(placed)
            moulds.append(mould if placed is block else placed)
            continue
        if blocks:
            yield Cast(tuple(blocks), tuple(moulds), read.cast.values)
            blocks, moulds = [], []
        ahead = False
        yield _Opening(slot.name, block.origin)
    yield Cast(tuple(blocks), tuple(moulds), read.cast.values)


def _slot(block: Block, slots: Mapping[str, Slot]) -> Slot | None:
    """The slot that a paragraph consists of, if it is one."""
    match block:
        case Paragraph(content=(Value(path=path),)):
            return slots.get(path)
        case _:
            return None


_Heading = tuple[str, Origin] | None
"""The text of a section's heading."""
_Heads = Mapping[str, tuple[bool, _Heading]]
"""By section whether it is there when it is empty, and its heading."""


def _add_section(name: str, pieces: Mapping[str, tuple[Piece, ...]], outline: Outline, setting: Setting) -> None:
    """The heading and the blocks of a section; nothing when it is empty and may be."""
    recent, held = setting.kept.recent, pieces.get(name, ())
    heads: _Heads = recent.of(setting.template, "heads", lambda: _heads(setting.template))
    required, heading = heads[name]
    if held or (required and heading):
        made = recent.still(
            ("section", name), (held, setting.names), lambda: _section(name, held, heading, setting, required=required)
        )
        setting.findings += made.findings
        outline.pieces.append(made.pieces)
        for cast in made.casts:
            outline.add(cast)


@dataclass(frozen=True, slots=True)
class _Section:
    """What is made of the pieces of a section, and what is wrong with them."""

    pieces: Pieces
    casts: Sequence[Cast]
    findings: tuple[Finding, ...]


def _section(name: str, held: tuple[Piece, ...], heading: _Heading, setting: Setting, *, required: bool) -> _Section:
    told = len(setting.findings)
    pieces = tuple([assemble_piece(piece, name, setting) for piece in held])
    casts = [piece.cast or solid(piece.blocks) for piece in pieces]
    if heading and (required or any(piece.blocks for piece in pieces)):
        casts.insert(0, read_text(*heading, setting).cast)
    findings = tuple(setting.findings[told:])
    del setting.findings[told:]
    return _Section(pieces, casts, findings)


def _heads(template: Template) -> _Heads:
    origin = Origin("sjabloon", template.id)
    headings = {each.id: (f"# {each.heading}", origin) if each.heading else None for each in template.sections}
    return {section.id: (section.required, headings[section.id]) for section in template.sections}


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
