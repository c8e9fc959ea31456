"""The table and the picture of a run, as the manual has them."""

import os
import platform
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from tests.bench.measuring import number
from tests.bench.results import Part

START, END = "<!-- meting: gemaakt met python -m tests.bench -->", "<!-- einde meting -->"
_ROW, _BAR, _LEFT, _WIDTH = 26, 16, 330, 760


def table(parts: Sequence[Part], day: str) -> str:
    """Goals first, each met or not; then what was measured, part by part."""
    goals = [goal for part in parts for goal in part.goals]
    met = sum(goal.met for goal in goals)
    lines = [
        f"Gemeten op {day}, {platform.system()}, Python {platform.python_version()}, {os.cpu_count()} processorkernen. "
        f"{met} van de {len(goals)} doelen gehaald. Tussen haakjes staat waar de middelste helft van de rondes ligt.",
        "",
        *_rows(("Doel", "Gewenst", "Gemeten", "Gehaald")),
        *(_row((goal.words, goal.wanted, goal.measured, "ja" if goal.met else "nee")) for goal in goals),
    ]
    for part in parts:
        lines += ["", f"## {part.title}", "", part.about, "", *_rows(("Wat", "Tijd (mediaan)", "Vergelijking"))]
        lines += [_row((line.way, line.figure, line.compared)) for line in part.lines]
    return "\n".join(lines) + "\n"


def _rows(names: Sequence[str]) -> tuple[str, str]:
    return _row(names), _row(["---"] * len(names))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def inserted(page: str, made: str) -> str:
    """The manual's page with this table in the place of the one before."""
    before, _, rest = page.partition(START)
    _, _, after = rest.partition(END)
    return f"{before}{START}\n\n{made}\n{END}{after}"


def picture(part: Part) -> str:
    """Bars for how many letters each way makes in a second, as SVG."""
    bars = sorted(part.bars, key=lambda bar: -bar[1])
    most = bars[0][1]
    rows = "".join(_bar(row, name, worth, worth / most) for row, (name, worth) in enumerate(bars))
    height = _ROW * len(bars) + 12
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height}" viewBox="0 0 {_WIDTH} {height}" '
        f'font-family="sans-serif" font-size="13"><rect width="100%" height="100%" fill="#ffffff"/>{rows}</svg>\n'
    )


def _bar(row: int, name: str, worth: float, share: float) -> str:
    top, width = 6 + row * _ROW, max(2, round(share * (_WIDTH - _LEFT - 60)))
    colour = "#0b5cad" if name.startswith("Raadsbrief") else "#a3adba"
    return (
        f'<text x="{_LEFT - 10}" y="{top + 13}" text-anchor="end" fill="#1b2430">{escape(name)}</text>'
        f'<rect x="{_LEFT}" y="{top}" width="{width}" height="{_BAR}" rx="3" fill="{colour}"/>'
        f'<text x="{_LEFT + width + 6}" y="{top + 13}" fill="#5b6675">{number(worth)}</text>'
    )
