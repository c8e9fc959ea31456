"""A small form of the measuring: each way against a plain one in the same process, with room for twice its usual time."""

import io
import time
from collections.abc import Callable
from datetime import date
from itertools import count, cycle
from pathlib import Path

import docx
import pytest

from composer import paths
from composer.assemble.letter import Assembler
from composer.check.checking import Checker
from composer.check.context import CheckContext
from composer.domain.letter import Letter, Piece
from composer.export.house_style import HouseStyle
from composer.export.to_docx import to_docx
from composer.export.validation import validate
from composer.library.cache import load_cached
from composer.library.layers import load
from composer.library.library import Library, fold
from composer.library.search import index
from composer.work.documents.files import house_style
from tests.bench import peers
from tests.bench.letters import addressed, many_passages, queries, repeated, the_letter
from tests.bench.measuring import Way, exponent, in_turns

TODAY = date(2024, 12, 12)
ROUNDS = 9


@pytest.fixture(scope="module")
def shipped() -> Library:
    return load(paths.content())


def least(ways: dict[str, Way], rounds: int = ROUNDS) -> list[float]:
    """Seconds of this process's own work in the quickest of rounds that are taken in turns; other programs do not count."""
    return [min(times.each) for times in in_turns(ways, rounds, time.process_time).values()]


def test_letters_against_python_docx(shipped: Library) -> None:
    """Usually a fifteenth without checks, and a quarter with all of them."""
    letters = cycle([addressed(the_letter(), cbs) for cbs in shipped.municipalities])
    assembler, checker = Assembler(shipped), Checker()
    document = assembler.assemble(next(letters)).document
    style = house_style(shipped, document.house_style)
    base = (style.folder / "basis.docx").read_bytes()

    def bare() -> bytes:
        return to_docx(assembler.assemble(next(letters)).document, style)

    def checked() -> None:
        letter = next(letters)
        assembly = assembler.assemble(letter)
        checker.check(CheckContext(letter, assembly, shipped, TODAY))
        assert not validate(to_docx(assembly.document, style), ".docx", style)

    plain, unchecked, whole = least(
        {"python-docx": lambda: peers.python_docx(document, base), "bare": bare, "checked": checked}
    )
    assert unchecked < 0.2 * plain
    assert whole < 0.5 * plain


def test_one_change_against_all_checks_anew(shipped: Library) -> None:
    """Usually a fortieth."""
    letter, assembler, checker, numbers = the_letter(), Assembler(shipped), Checker(), count()

    def subject(turn: int) -> CheckContext:
        piece = letter.pieces()[-1]
        typed = letter.with_piece(Piece(id=piece.id, text=f"{piece.text} Dat is zin {'na zin ' * turn}."))
        return CheckContext(typed, assembler.assemble(typed), shipped, TODAY)

    subjects = iter([subject(next(numbers)) for _ in range(ROUNDS + 1)])
    whole = CheckContext(letter, assembler.assemble(letter), shipped, TODAY)
    typed, anew = least({"typed": lambda: checker.check(next(subjects)), "anew": lambda: Checker().check(whole)})
    assert typed < 0.1 * anew


def test_the_catalogue_against_reading_everything(shipped: Library, tmp_path: Path) -> None:
    """Usually a quarter."""

    def opened() -> Library:
        return load_cached(paths.content(), (), tmp_path, lambda: shipped)

    opened()
    kept, anew = least({"kept": opened, "anew": lambda: load(paths.content())}, 3)
    assert kept < 0.6 * anew


def test_search_against_going_through_all_texts(tmp_path: Path) -> None:
    """Usually a tenth."""
    many_passages(tmp_path / "laag", 1_000)
    library = load(None, (tmp_path / "laag",))
    built = index(library)
    folded = [(snippet.id, fold(f"{snippet.title} {snippet.text}")) for snippet in library.snippets.values()]

    def scan(query: str) -> list[str]:
        return [name for name, text in folded if query in text]

    asked = queries(40)

    def all_of(find: Callable[[str], object]) -> Way:
        return lambda: [find(query) for query in asked]

    ours, plain = least({"ours": all_of(built.find), "plain": all_of(scan)})
    assert ours < 0.5 * plain


def test_twice_the_letter_takes_twice_the_time(shipped: Library) -> None:
    letters = {size: repeated(the_letter(), size) for size in (4, 16)}
    style = house_style(shipped, Assembler(shipped).assemble(letters[4]).document.house_style)
    taken = least(
        {str(size): lambda letter=letter: _made(letter, shipped, style) for size, letter in letters.items()}, 3
    )
    assert exponent(list(letters), taken) < 1.3


def _made(letter: Letter, library: Library, style: HouseStyle) -> bytes:
    return to_docx(Assembler(library).assemble(letter).document, style)


def test_docxtpl_makes_the_same_letter_in_the_bench(shipped: Library, tmp_path: Path) -> None:
    """What the big run compares with really has the words of the letter."""
    pytest.importorskip("docxtpl")
    assembler = Assembler(shipped)
    here, there = (assembler.assemble(addressed(the_letter(), cbs)).document for cbs in ("GM1721", "GM0363"))
    style = house_style(shipped, here.house_style)
    made = peers.Docxtpl(peers.template(here, style, tmp_path)).make(peers.values(there))
    assert _words(made) == _words(to_docx(there, style))


def _words(data: bytes) -> list[list[str]]:
    """Of each paragraph; spaces that do not break are ours only."""
    return [paragraph.text.split() for paragraph in docx.Document(io.BytesIO(data)).paragraphs]
