"""A letter's blocks as they are printed: abbreviations written out, notes numbered."""

from collections.abc import Iterable
from dataclasses import dataclass

from composer.assemble.abbreviations import heeded as heeded_by_terms
from composer.assemble.abbreviations import write_out
from composer.assemble.fill import Blocks
from composer.assemble.kept import Setting
from composer.assemble.notes import References, number_notes
from composer.assemble.notes import heeded as heeded_by_notes
from composer.assemble.outline import Outline
from composer.assemble.recent import Recent
from composer.domain.document import Block, Note
from composer.domain.dossier import Term
from composer.domain.likeness import others, same
from composer.domain.moulds import Moulds
from composer.domain.rewriting import revalued


@dataclass(frozen=True, slots=True)
class Edited:
    """Blocks with abbreviations written out and notes numbered, made of `subjects`, which are moulds where they can be."""

    subjects: Blocks
    references: References
    blocks: Blocks
    notes: tuple[Note, ...]

    def cast(self, outline: Outline) -> tuple[Blocks, Moulds]:
        """The blocks with the values of a letter."""
        blocks, moulds = list(self.blocks), dict[int, tuple[Block, Block]]()
        for at in others(outline.blocks, self.subjects):
            edited, whole = self.blocks[at], self.blocks[at] is self.subjects[at]
            made = blocks[at] = outline.blocks[at] if whole else revalued(edited, outline.values)
            moulds[id(made)] = made, edited
        return tuple(blocks), Moulds(moulds, outline.values)


def edited(outline: Outline, references: References, setting: Setting) -> Edited:
    """The very same as for the letter before when only values differ that decide nothing."""
    recent, terms = setting.kept.recent, setting.library.terms.values()
    subjects = _subjects(outline, terms, recent)
    last: Edited | None = recent.get("edited")
    if last is not None and last.references is references and same(last.subjects, subjects):
        return last
    written = write_out(subjects, terms, recent)
    return recent.put(
        "edited", Edited(subjects, references, *number_notes(written, references, setting.library, recent))
    )


def _subjects(outline: Outline, terms: Iterable[Term], recent: Recent) -> Blocks:
    """The moulds; but a block itself when its values decide what becomes of it."""
    bracketed = any("(" in (value.label if value.text is None else value.text) for value in outline.values.values())

    def subject(block: Block, mould: Block) -> Block:
        if bracketed and block.origin.kind == "eigen":
            return block
        heeded = recent.of(mould, "heeded", lambda: heeded_by_terms(mould, terms, recent) | heeded_by_notes(mould))
        return mould if heeded.isdisjoint(outline.values) else block

    subjects = list(outline.blocks)
    for at in others(outline.blocks, outline.moulds):
        subjects[at] = subject(outline.blocks[at], outline.moulds[at])
    return tuple(subjects)
