"""Searching and loading passages, beside the plain ways; and the checks of a letter in which one piece changed."""

import tempfile
from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path
from statistics import quantiles

import yaml

from composer import paths
from composer.assemble.letter import Assembler
from composer.check.checking import Checker
from composer.check.context import CheckContext
from composer.domain.letter import Letter, Piece
from composer.library.cache import load_cached
from composer.library.layers import load
from composer.library.library import Library, fold
from composer.library.search import index
from tests.bench.letters import (
    many_passages,
    queries,
    the_letter,
)
from tests.bench.measuring import Ratio, Times, in_turns, number, once, ratio
from tests.bench.results import Line, Part, at_most, milliseconds

TODAY = date(2024, 12, 12)
ROUNDS, LOADS = 25, 5
MANY, SOME = 10_000, 1_000


def measure() -> Part:
    part = Part("Zoeken, laden en nalezen", "In 10.000 tekstblokken boven op de meegeleverde bibliotheek.")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        many_passages(folder / "veel", MANY)
        many_passages(folder / "duizend", SOME)
        _loading(part, folder)
        _searching(part, load(paths.content(), (folder / "veel",)))
    _checking(part, load(paths.content()))
    return part


def _loading(part: Part, folder: Path) -> None:
    for words, layers in (("meegeleverd", ()), ("10.000 erbij", (folder / "veel",))):
        read = once(lambda layers=layers: load(paths.content(), layers))
        opened = [once(lambda layers=layers: _opened(layers, folder)) for _ in range(LOADS + 1)][1:]
        part.lines.append(Line(f"laden, {words}, alles opnieuw gelezen", f"{number(1000 * read)} ms"))
        part.lines.append(Line(f"laden, {words}, uit de catalogus", milliseconds(Times(tuple(opened)))))
    for words, loader in (("PyYAML", yaml.SafeLoader), ("PyYAML in C", getattr(yaml, "CSafeLoader", yaml.SafeLoader))):
        taken = once(lambda loader=loader: [yaml.load(head, loader) for head in _heads(folder / "duizend")])
        part.lines.append(Line(f"{words}, 1.000 tekstblokken, zonder controle", f"{number(1000 * taken)} ms"))


def _opened(layers: tuple[Path, ...], folder: Path) -> Library:
    return load_cached(paths.content(), layers, folder / "catalogus", lambda: load(paths.content(), layers))


def _heads(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("snippets/*/*.md")):
        yield path.read_text(encoding="utf-8").split("---\n")[1]


def _searching(part: Part, library: Library) -> None:
    built = index(library)
    folded = [(snippet.id, fold(f"{snippet.title} {snippet.text}")) for snippet in library.snippets.values()]

    def scanned(query: str) -> list[str]:
        wanted = fold(query).split()
        return [name for name, text in folded if all(word in text for word in wanted)]

    asked = queries(120)
    ours = [once(lambda query=query: built.find(query)) for query in asked]
    plain = [once(lambda query=query: scanned(query)) for query in asked]
    late, plainly = (quantiles(each, n=20)[-1] for each in (ours, plain))
    part.lines.append(Line("zoeken, 95e percentiel", f"{number(1000 * late)} ms", f"{number(plainly / late)} ×"))
    part.lines.append(Line("alle teksten doorlopen, 95e percentiel", f"{number(1000 * plainly)} ms", "1,00 ×"))
    part.goals.append(at_most("zoeken, 95e percentiel, tegenover alles doorlopen", 0.1, Ratio(*[late / plainly] * 3)))


def _checking(part: Part, library: Library) -> None:
    letter, assembler, checker, numbers = the_letter(), Assembler(library), Checker(), count()

    def subject(typed: Letter) -> CheckContext:
        return CheckContext(typed, assembler.assemble(typed), library, TODAY)

    changed = iter([subject(_typed(letter, next(numbers))) for _ in range(ROUNDS + 1)])
    whole = subject(letter)
    checker.check(whole)
    ways = {"typed": lambda: checker.check(next(changed)), "anew": lambda: Checker().check(whole)}
    times = in_turns(ways, ROUNDS)
    part.lines.append(Line("alle controles, na één wijziging", milliseconds(times["typed"])))
    part.lines.append(Line("alle controles, helemaal opnieuw", milliseconds(times["anew"])))
    part.goals.append(
        at_most("controles na één wijziging, tegenover alle opnieuw", 0.1, ratio(times["typed"], times["anew"]))
    )


def _typed(letter: Letter, turn: int) -> Letter:
    piece = letter.pieces()[-1]
    return letter.with_piece(Piece(id=piece.id, text=f"{piece.text} Dat is {'nog ' * (turn % 3)}zo."))
