"""Changes outside the pieces of a returned letter: the template's texts and the letter's fields."""

from collections.abc import Iterator, Sequence

from composer.assemble.bookmarks import words_of
from composer.assemble.letter import Assembly
from composer.domain.document import FieldList, Value
from composer.intake.returned_word import ViewParagraph
from composer.work.returned.blocks import ReturnedBlock
from composer.work.returned.result import Outside


def outside(
    blocks: Sequence[ReturnedBlock], paragraphs: Sequence[ViewParagraph], assembly: Assembly
) -> Iterator[Outside]:
    """The template's texts that changed; a value in the letter's head is a field."""
    fields = dict(_fields(assembly))
    for block in blocks:
        if block.owner == "" and block.touched:
            words = " ".join(paragraphs[number].text.replace("\t", ": ", 1) for number in block.numbers)
            before = ": ".join(run.words for run in block.sent_runs)
            name = fields.get(before)
            entry = assembly.template.field(name) if name else None
            value = words.partition(": ")[2].strip() if name else ""
            yield Outside(before, " ".join(words.split()), name, value, entry.kind if entry else "tekst")


def _fields(assembly: Assembly) -> Iterator[tuple[str, str]]:
    """The line of each field in the letter's head that is one value of the letter's own, with the field's name."""
    for block in assembly.document.blocks:
        for entry in block.fields if isinstance(block, FieldList) else ():
            match entry.content:
                case (Value(path=path, text=text, label=label),) if path.startswith("veld."):
                    shown = text if text is not None else f"[nog invullen: {label}]"
                    yield f"{words_of(entry.label)}: {shown}", path.removeprefix("veld.")
                case _:
                    pass
