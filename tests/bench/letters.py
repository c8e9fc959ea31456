"""The letter that is measured: about a thousand words with headings, lists, a table and notes, for any municipality."""

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random

from composer import paths
from composer.assemble.letter import Assembler
from composer.domain.document import Block, Document, Inline, Value
from composer.domain.letter import Letter, Piece
from composer.domain.transform import map_inlines
from composer.domain.traversal import inline_runs, plain
from composer.library.letters import read_letter
from composer.library.library import Library

HERE = Path(__file__).parent
LETTER = HERE / "brief.raadsbrief"


def the_letter() -> Letter:
    return read_letter(LETTER).with_ids()


def addressed(letter: Letter, cbs: str) -> Letter:
    return letter.with_changes(municipality=cbs, captured=None)


def repeated(letter: Letter, times: int) -> Letter:
    """The letter with its pieces so many times, each with an id of its own: about two pages for each time."""

    def again(piece: Piece, number: int) -> Piece:
        return piece.model_copy(update={"id": f"{piece.id}-{number}"})

    return letter.with_changes(
        sections={
            name: tuple(again(piece, number) for number in range(times) for piece in pieces)
            for name, pieces in letter.sections.items()
        }
    )


def words(document: Document) -> int:
    texts = [plain(content) for block in document.blocks for content in inline_runs(block)]
    return sum(len(text.split()) for text in texts)


def with_marks(document: Document) -> Document:
    """The letter with a mark of a template in the place of each value: {{ w3 }} for the fourth."""
    numbers = iter(range(100_000))

    def marked(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(
            replace(inline, text=f"{{{{ w{next(numbers)} }}}}") if isinstance(inline, Value) else inline
            for inline in content
        )

    blocks: tuple[Block, ...] = tuple(map_inlines(block, marked) for block in document.blocks)
    return replace(document, blocks=blocks)


def values(document: Document) -> dict[str, str]:
    """What stands in the places of those marks."""
    found = [inline for block in document.blocks for content in inline_runs(block) for inline in content]
    printed = [inline.text or f"[nog invullen: {inline.label}]" for inline in found if isinstance(inline, Value)]
    return {f"w{number}": text for number, text in enumerate(printed)}


def documents(library: Library, letter: Letter) -> list[Document]:
    """The letter for every municipality."""
    assembler = Assembler(library)
    return [assembler.assemble(addressed(letter, cbs)).document for cbs in library.municipalities]


SUBJECTS = ("iza-achtergrond", "financien", "regio", "vervolg")


@cache
def vocabulary() -> tuple[str, ...]:
    """The words of our own passages, the common ones as often as they are there."""
    texts = sorted((paths.content() / "snippets").glob("*/*.md"))
    return tuple(re.findall(r"[a-z]{3,}", " ".join(path.read_text(encoding="utf-8").split("---")[2] for path in texts)))


def queries(count: int) -> list[str]:
    """What people type on the way to a word or two."""
    chance = Random(1)
    words = [chance.choice(vocabulary()) for _ in range(count)]
    return [word[: 2 + number % 7] for number, word in enumerate(words)] + [f"{a} {b}" for a, b in pairwise(words)]


def many_passages(folder: Path, count: int) -> None:
    """A layer of so many different passages of the size of ours."""
    for number in range(count):
        subject = SUBJECTS[number % len(SUBJECTS)]
        place = folder / "snippets" / subject
        if number < len(SUBJECTS):
            place.mkdir(parents=True, exist_ok=True)
        (place / f"proef-{number}.md").write_text(_passage(number, subject), encoding="utf-8")


def _passage(number: int, subject: str) -> str:
    chance = Random(number)
    chosen = [chance.choice(vocabulary()) for _ in range(60)]
    text = " ".join(chosen).capitalize()
    return (
        f"---\nid: proef-{number}\ntitel: Over {chosen[0]} en {chosen[1]}, nummer {number}\nonderwerp: {subject}\n"
        f"stem: college\nstatus: vastgesteld\neigenaar: Redactie\nlengte: alinea\n---\n{text} in {{{{ gemeente.naam }}}}.\n"
    )
