"""How time grows with pages, passages and municipalities, as a power; 1 is straight up."""

import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from composer import paths
from composer.assemble.letter import Assembler
from composer.export.to_docx import to_docx
from composer.library.layers import load
from composer.library.library import Library
from composer.library.search import index
from composer.work.documents.files import house_style
from composer.work.documents.series import make_series
from tests.bench.letters import many_passages, repeated, the_letter
from tests.bench.measuring import Way, exponent, number, once
from tests.bench.results import Goal, Line, Part

LINEAR = 1.05
PAGES = (2, 20, 200)
PASSAGES = (40, 1_000, 10_000)
MUNICIPALITIES = (1, 38, 342)
TIMES = 3


def measure() -> Part:
    part = Part("Groei", "De tijd bij steeds meer bladzijden, tekstblokken of gemeenten.")
    library = load(paths.content())
    _grown(part, "bladzijden", "een brief maken", PAGES, lambda size: _pages(size, library))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        for size in PASSAGES:
            many_passages(folder / str(size), size)
        _grown(part, "tekstblokken", "laden", PASSAGES, lambda size: lambda: load(None, (folder / str(size),)))
        _grown(part, "tekstblokken", "de index maken", PASSAGES, lambda size: _indexed(folder / str(size)))
        _grown(
            part, "gemeenten", "een reeks maken", MUNICIPALITIES, lambda size: _series(size, library, folder / "reeks")
        )
    return part


def _pages(size: int, library: Library) -> Way:
    letter = repeated(the_letter(), max(1, size // 3))

    def make() -> None:
        document = Assembler(library).assemble(letter).document
        to_docx(document, house_style(library, document.house_style))

    return make


def _indexed(folder: Path) -> Way:
    library = load(None, (folder,))
    return lambda: index(library)


def _series(size: int, library: Library, folder: Path) -> Way:
    names = ",".join(list(library.municipalities)[:size])

    def make() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        make_series(the_letter(), library, names, folder)

    return make


def _grown(part: Part, what: str, doing: str, sizes: Sequence[int], way: Callable[[int], Way]) -> None:
    taken = [min(once(made) for _ in range(TIMES)) for made in map(way, sizes)]
    power = exponent(sizes, taken)
    figures = ", ".join(f"{size}: {number(1000 * each)} ms" for size, each in zip(sizes, taken, strict=True))
    part.lines.append(Line(f"{doing}, {what}", figures, f"macht {number(power)}"))
    part.goals.append(
        Goal(f"{doing}: groei met {what}", f"hoogstens macht {number(LINEAR)}", number(power), power <= LINEAR)
    )
