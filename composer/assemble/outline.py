"""A letter's blocks in their order: the template's, with those of its sections where they come."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from composer.assemble import mistakes
from composer.assemble.expressions import Slot
from composer.assemble.fill import Blocks, Cast, solid
from composer.assemble.kept import Setting
from composer.assemble.letterhead import arranged
from composer.assemble.pieces import AssembledPiece, assemble_piece, read_text
from composer.assemble.recent import Recent
from composer.domain.document import Block, FieldList, Inline, ListBlock, ListItem, Origin, Paragraph, Text, Value
from composer.domain.letter import Attachment, Letter, Piece
from composer.domain.template import Template


@dataclass
class Outline:
    """The blocks of template and sections together, with their moulds; `closing` is where the greeting begins.

    `values` has by the id of a value in a mould the one that stands there now.
    """

    blocks: list[Block] = field(default_factory=list[Block])
    moulds: list[Block] = field(default_factory=list[Block])
    values: dict[int, Value] = field(default_factory=dict[int, Value])
    pieces: list[AssembledPiece] = field(default_factory=list[AssembledPiece])
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
    slots = {item.path: item.value for item in read.rendered.printed if isinstance(item.value, Slot)}
    outline, pieces, closing = Outline(values=dict(read.cast.values)), dict(letter.sections), 0
    for block, mould in zip(read.cast.blocks, read.cast.moulds, strict=True):
        slot = _slot(block, slots)
        if slot is not None:
            outline.sections.append((slot.name.partition(".")[2], len(outline.blocks)))
            if slot.name == "brief.bijlagen":
                outline.add(solid(_attachments(letter.attachments, block.origin, setting.kept.recent)))
            else:
                _add_section(outline.sections[-1][0], pieces, outline, setting)
                closing = len(outline.blocks)
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


def _add_section(name: str, pieces: Mapping[str, tuple[Piece, ...]], outline: Outline, setting: Setting) -> None:
    """The heading and the blocks of a section; nothing when it is empty and may be."""
    heads: _Heads = setting.kept.recent.of(setting.template, "heads", lambda: _heads(setting.template))
    required, heading = heads[name]
    made = [assemble_piece(piece, name, setting) for piece in pieces.get(name, ())]
    outline.pieces += made
    if heading and (required or any(piece.blocks for piece in made)):
        outline.add(read_text(*heading, setting).cast)
    for piece in made:
        outline.add(piece.cast or solid(piece.blocks))


_Heads = Mapping[str, tuple[bool, tuple[str, Origin] | None]]
"""By section whether it is there when it is empty, and the text of its heading."""


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
