"""Letters in a row: from values to bytes, beside what others would use; and a whole series in a process of its own."""

import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from importlib.util import find_spec
from itertools import cycle
from pathlib import Path

from composer.assemble.letter import Assembler
from composer.check.checking import Checker
from composer.check.context import CheckContext
from composer.domain.document import Document
from composer.export.house_style import HouseStyle
from composer.export.to_docx import to_docx
from composer.export.to_html import to_html
from composer.export.to_pdf import to_pdf
from composer.export.validation import validate
from composer.library.library import Library
from composer.work.documents.files import house_style
from composer.work.libraries import open_library
from tests.bench import peers
from tests.bench.letters import LETTER, addressed, documents, the_letter
from tests.bench.measuring import Times, Way, in_turns, number, once, peak, process, ratio
from tests.bench.results import Goal, Line, Part, at_least, at_most, milliseconds

TODAY = date(2024, 12, 12)
ROUNDS, BURST, PAGES, RUNS = 19, 18, 16, 3
"""Nineteen times eighteen letters are one for each municipality."""
BARE, CHECKED, DOCXTPL = "Raadsbrief, zonder controles", "Raadsbrief, met alle controles en nagekeken", "docxtpl"
PDF, TYPST = "Raadsbrief naar PDF", "typst, kaal"
SERIES, SERIES_DOCXTPL = "Raadsbrief, reeks van 342", "docxtpl, reeks van 342"


class Maker:
    """The ways of this program, each for the next municipality each time."""

    def __init__(self, library: Library) -> None:
        letter = the_letter()
        self._library = library
        self._letters = cycle(
            [addressed(letter, cbs).with_changes(id=f"brief-{cbs}") for cbs in library.municipalities]
        )
        self._assembler, self._checker = Assembler(library), Checker()
        self.style: HouseStyle = house_style(
            library, self._assembler.assemble(next(self._letters)).document.house_style
        )

    def bare(self) -> bytes:
        return to_docx(self._assembler.assemble(next(self._letters)).document, self.style)

    def checked(self) -> bytes:
        letter = next(self._letters)
        assembly = self._assembler.assemble(letter)
        self._checker.check(CheckContext(letter, assembly, self._library, TODAY))
        data = to_docx(assembly.document, self.style)
        assert not validate(data, ".docx", self.style)
        return data

    def pdf(self) -> bytes:
        return to_pdf(self._assembler.assemble(next(self._letters)).document, self.style)


def measure() -> Part:
    library = open_library()
    maker, made = Maker(library), documents(library, the_letter())
    part = Part(
        "Brieven achter elkaar",
        "Dezelfde brief van duizend woorden voor alle gemeenten, om de beurt achttien achter elkaar.",
    )
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        _one_by_one(part, maker, made, Path(name))
        _series(part, maker.style, made, Path(name))
    return part


def _one_by_one(part: Part, maker: Maker, made: list[Document], folder: Path) -> None:
    times = in_turns(dict(_ways(maker, made, folder)), ROUNDS, burst=BURST)
    times |= in_turns({PDF: maker.pdf, TYPST: _each(made, peers.Typst().pdf)}, PAGES)
    times |= _others(maker, made, folder)
    unit = times.get(DOCXTPL, times[BARE])
    for name, taken in sorted(times.items(), key=lambda each: each[1].middle):
        part.lines.append(Line(name, milliseconds(taken), f"{number(unit.middle / taken.middle)} ×"))
        part.bars.append((name, 1 / taken.middle))
    part.goals.append(at_most("een PDF, tegenover kale typst", 1.3, ratio(times[PDF], times[TYPST])))
    if DOCXTPL in times:
        part.goals.append(at_least("zonder controles, tegenover docxtpl", 20, ratio(unit, times[BARE])))
        part.goals.append(
            at_least("met alle controles en nagekeken, tegenover docxtpl", 8, ratio(unit, times[CHECKED]))
        )
    if node := times.get(NODE):
        for name in (BARE, CHECKED):
            faster = node.middle / times[name].middle
            part.goals.append(Goal(f"{name}, tegenover docxtemplater", "sneller", f"{number(faster)} ×", faster > 1))


NODE = "docxtemplater (Node)"


def _ways(maker: Maker, made: list[Document], folder: Path) -> Iterator[tuple[str, Way]]:
    yield BARE, maker.bare
    yield CHECKED, maker.checked
    base = (maker.style.folder / "basis.docx").read_bytes()
    yield "python-docx, zonder noten", _each(made, lambda document: peers.python_docx(document, base))
    if find_spec("docxtpl"):
        template = peers.Docxtpl(peers.template(made[0], maker.style, folder))
        filled = cycle(peers.filled(made))
        yield DOCXTPL, lambda: template.make(next(filled))


def _each(made: list[Document], make: Callable[[Document], object]) -> Way:
    turn = cycle(made)
    return lambda: make(next(turn))


def _others(maker: Maker, made: list[Document], folder: Path) -> dict[str, Times]:
    """What runs outside this process."""
    found: dict[str, Times] = {}
    single = peers.template(made[0], maker.style, folder, single=True)
    if taken := peers.docxtemplater(single, peers.filled(made), folder):
        found[NODE] = Times(taken[5:])
    html = to_html(made[0], maker.style).decode()
    for name, way in peers.processes(html, maker.style.folder / "basis.docx"):
        found[name] = Times(tuple(once(way) for _ in range(RUNS)))
    return found


def _series(part: Part, style: HouseStyle, made: list[Document], folder: Path) -> None:
    commands = _series_commands(style, made, folder)
    peaks, times = dict[str, float](), {name: list[float]() for name in commands}
    for name, command in commands.items():
        _emptied(command[-1])
        peaks[name] = peak(command)
    for _ in range(RUNS):
        for name, command in commands.items():
            _emptied(command[-1])
            times[name].append(once(process(*command)))
    for name, taken in times.items():
        part.lines.append(Line(name, f"{number(Times(tuple(taken)).middle)} s", f"{peaks[name]:.0f} MB"))
    if SERIES_DOCXTPL in times:
        mine, other = Times(tuple(times[SERIES])), Times(tuple(times[SERIES_DOCXTPL]))
        part.goals.append(at_least("reeks van 342, heel het proces, tegenover docxtpl", 12, ratio(other, mine)))
        words, fits = (
            f"{peaks[SERIES]:.0f} tegenover {peaks[SERIES_DOCXTPL]:.0f} MB",
            peaks[SERIES] <= peaks[SERIES_DOCXTPL],
        )
        part.goals.append(Goal("geheugen van een reeks", "niet boven docxtpl", words, fits))


def _series_commands(style: HouseStyle, made: list[Document], folder: Path) -> dict[str, tuple[str, ...]]:
    """The last argument is the folder in which the letters come."""
    target = str(folder / "reeks")
    commands: dict[str, tuple[str, ...]] = {
        SERIES: ("-m", "composer", "reeks", str(LETTER), "--gemeenten", "alle", "-o", target)
    }
    if find_spec("docxtpl"):
        values, template = folder / "waarden.json", peers.template(made[0], style, folder)
        values.write_text(json.dumps(peers.filled(made)), encoding="utf-8")
        commands[SERIES_DOCXTPL] = ("-c", peers.DOCXTPL_SERIES, str(template), str(values), str(folder / "docxtpl"))
    return commands


def _emptied(folder: str) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    Path(folder).mkdir()
