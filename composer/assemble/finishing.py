"""Finishes a letter's blocks for print: abbreviations written out, notes numbered."""

from collections.abc import Iterable
from dataclasses import dataclass

from composer.assemble.abbreviations import heeded as heeded_by_terms
from composer.assemble.abbreviations import write_out
from composer.assemble.body import LetterBody
from composer.assemble.cache import GenerationCache
from composer.assemble.compiled_text import Blocks
from composer.assemble.notes import References, number_notes
from composer.assemble.notes import heeded as heeded_by_notes
from composer.assemble.text_cache import AssemblyContext
from composer.domain.document import Block, Note
from composer.domain.dossier import Term
from composer.domain.prototypes import Prototypes
from composer.domain.sequences import identical_items, others
from composer.domain.transform import replace_values


@dataclass(frozen=True, slots=True)
class FinishedBlocks:
    """Blocks with abbreviations written out and notes numbered, made of their `prototypes` where possible."""

    prototypes: Blocks
    references: References
    blocks: Blocks
    notes: tuple[Note, ...]

    def filled(self, body: LetterBody) -> tuple[Blocks, Prototypes]:
        """The blocks with the values of a letter."""
        blocks, prototypes = list(self.blocks), dict[int, tuple[Block, Block]]()
        for at in others(body.blocks, self.prototypes):
            finished, whole = self.blocks[at], self.blocks[at] is self.prototypes[at]
            made = blocks[at] = body.blocks[at] if whole else replace_values(finished, body.values)
            prototypes[id(made)] = made, finished
        return tuple(blocks), Prototypes(prototypes, body.values)


def finish(body: LetterBody, references: References, context: AssemblyContext) -> FinishedBlocks:
    """Cached: returns the previous object when letters differ only in values that change neither abbreviations nor notes."""
    cache, terms = context.texts.cache, context.library.terms.values()
    prototypes = _subjects(body, terms, cache)
    last: FinishedBlocks | None = cache.get("edited")
    if last is not None and last.references is references and identical_items(last.prototypes, prototypes):
        return last
    written = write_out(prototypes, terms, cache)
    return cache.put(
        "edited", FinishedBlocks(prototypes, references, *number_notes(written, references, context.library, cache))
    )


def _subjects(body: LetterBody, terms: Iterable[Term], cache: GenerationCache) -> Blocks:
    """The prototype of each block; the block itself when its values change its abbreviations or notes."""
    bracketed = any("(" in (value.label if value.text is None else value.text) for value in body.values.values())

    def subject(block: Block, prototype: Block) -> Block:
        if bracketed and block.origin.kind == "eigen":
            return block
        heeded = cache.get_or_make_for(
            prototype, "heeded", lambda: heeded_by_terms(prototype, terms, cache) | heeded_by_notes(prototype)
        )
        return prototype if heeded.isdisjoint(body.values) else block

    subjects = list(body.blocks)
    for at in others(body.blocks, body.prototypes):
        subjects[at] = subject(body.blocks[at], body.prototypes[at])
    return tuple(subjects)
