"""Builds a letter's body: the blocks of the template, with those of its sections in their places."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from composer.assemble import mistakes
from composer.assemble.cache import GenerationCache
from composer.assemble.compiled_text import Blocks, FilledText, unshared
from composer.assemble.expressions import BlockSlot
from composer.assemble.field_block import arrange_fields
from composer.assemble.pieces import AssembledPiece, assemble_piece, render_text
from composer.assemble.text_cache import AssemblyContext, RenderedText
from composer.domain.document import Block, FieldList, Inline, ListBlock, ListItem, Origin, Paragraph, Text, Value
from composer.domain.finding import Finding
from composer.domain.letter import Attachment, Letter, Piece
from composer.domain.template import Template

Pieces = tuple[AssembledPiece, ...]


@dataclass
class LetterBody:
    """The blocks of template and sections in order, with their prototypes; `closing` is the index at which the greeting begins.

    `values` has by the id of a value in a prototype the one that stands there in this letter.
    """

    blocks: list[Block] = field(default_factory=list[Block])
    prototypes: list[Block] = field(default_factory=list[Block])
    values: dict[int, Value] = field(default_factory=dict[int, Value])
    pieces: list[Pieces] = field(default_factory=list[Pieces])
    """Those of each section, in the order of the page."""
    sections: list[tuple[str, int]] = field(default_factory=list[tuple[str, int]])
    closing: int | None = None

    def add(self, filled: FilledText) -> None:
        self.blocks += filled.blocks
        self.prototypes += filled.prototypes
        if filled.values:
            self.values.update(filled.values)


def build_body(letter: Letter, context: AssemblyContext) -> LetterBody:
    origin = Origin("sjabloon", context.template.id, line=context.template.line)
    read = render_text(context.template.text, origin, context)
    body, pieces, closing = LetterBody(), dict(letter.sections), 0
    for each in context.texts.cache.get_or_refresh(
        "frame", (read, context.names), lambda: tuple(_frame(read, context))
    ):
        if isinstance(each, FilledText):
            body.add(each)
            continue
        body.sections.append((each.slot.partition(".")[2], len(body.blocks)))
        if each.slot == "brief.bijlagen":
            body.add(unshared(_attachments(letter.attachments, each.origin, context.texts.cache)))
        else:
            _add_section(body.sections[-1][0], pieces, body, context)
            closing = len(body.blocks)
    _remark_what_is_nowhere(letter, {name for name, _ in body.sections}, context)
    body.closing = closing if 0 < closing < len(body.blocks) else None
    return body


class _Opening(NamedTuple):
    """The place of a section or of the annexes among the blocks."""

    slot: str
    origin: Origin


def _frame(read: RenderedText, context: AssemblyContext) -> Iterator[FilledText | _Opening]:
    """The template's own blocks and the openings between them; the field block is arranged as the municipality has it."""
    slots = {item.path: item.value for item in read.rendered.printed if isinstance(item.value, BlockSlot)}
    blocks, prototypes, ahead = list[Block](), list[Block](), True
    for block, prototype in zip(read.filled.blocks, read.filled.prototypes, strict=True):
        if (slot := _slot(block, slots)) is None:
            placed = arrange_fields(block, context) if isinstance(block, FieldList) and ahead else block
            blocks.append(placed)
            prototypes.append(prototype if placed is block else placed)
            continue
        if blocks:
            yield FilledText(tuple(blocks), tuple(prototypes), read.filled.values)
            blocks, prototypes = [], []
        ahead = False
        yield _Opening(slot.name, block.origin)
    yield FilledText(tuple(blocks), tuple(prototypes), read.filled.values)


def _slot(block: Block, slots: Mapping[str, BlockSlot]) -> BlockSlot | None:
    """The slot that a paragraph consists of; None for any other block."""
    match block:
        case Paragraph(content=(Value(path=path),)):
            return slots.get(path)
        case _:
            return None


_Heading = tuple[str, Origin] | None
"""The text of a section's heading."""
_Heads = Mapping[str, tuple[bool, _Heading]]
"""By section whether it is there when it is empty, and its heading."""


def _add_section(
    name: str, pieces: Mapping[str, tuple[Piece, ...]], body: LetterBody, context: AssemblyContext
) -> None:
    """The heading and the blocks of a section; nothing when it is empty and may be."""
    cache, held = context.texts.cache, pieces.get(name, ())
    heads: _Heads = cache.get_or_make_for(context.template, "heads", lambda: _heads(context.template))
    required, heading = heads[name]
    if held or (required and heading):
        made = cache.get_or_refresh(
            ("section", name), (held, context.names), lambda: _section(name, held, heading, context, required=required)
        )
        context.findings += made.findings
        body.pieces.append(made.pieces)
        for filled in made.casts:
            body.add(filled)


@dataclass(frozen=True, slots=True)
class _Section:
    """The pieces of a section assembled, with the findings about them."""

    pieces: Pieces
    casts: Sequence[FilledText]
    findings: tuple[Finding, ...]


def _section(
    name: str, held: tuple[Piece, ...], heading: _Heading, context: AssemblyContext, *, required: bool
) -> _Section:
    told = len(context.findings)
    pieces = tuple([assemble_piece(piece, name, context) for piece in held])
    casts = [piece.cast or unshared(piece.blocks) for piece in pieces]
    if heading and (required or any(piece.blocks for piece in pieces)):
        casts.insert(0, render_text(*heading, context).filled)
    findings = tuple(context.findings[told:])
    del context.findings[told:]
    return _Section(pieces, casts, findings)


def _heads(template: Template) -> _Heads:
    origin = Origin("sjabloon", template.id)
    headings = {each.id: (f"# {each.heading}", origin) if each.heading else None for each in template.sections}
    return {section.id: (section.required, headings[section.id]) for section in template.sections}


def _attachments(attachments: tuple[Attachment, ...], origin: Origin, cache: GenerationCache) -> Blocks:
    """A numbered list; openbaar ja or nee where the writer said so."""
    if not attachments:
        return ()
    return cache.get_or_make(("attachments", attachments, origin), lambda: (_listed(attachments, origin),))


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


def _remark_what_is_nowhere(letter: Letter, placed: Collection[str], context: AssemblyContext) -> None:
    """Adds findings for fields and sections of the letter that the template does not print."""
    for name, pieces in letter.sections.items():
        if pieces and name not in placed:
            context.findings.append(mistakes.unknown_section(name, pieces, context.template))
    for name in letter.fields:
        if context.template.field(name) is None:
            context.findings.append(mistakes.unknown_field(name, context.template))
    if context.addressee.name is None and not letter.national:
        context.findings.append(mistakes.unknown_addressee(letter, context.library))
