"""A card with several problems of a file, each with its place."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from composer.domain.dutch import capitalised
from composer.domain.finding import Problem
from composer.gui.elements import column, height_for, text


class ProblemReport(QScrollArea):
    """A title, what it is about, and places with words; the words can be copied for a colleague."""

    def __init__(self, title: str, about: str, told: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        inside = QWidget()
        inside.setProperty("surface", "clear")
        layout = column(inside, margins=(24, 18, 24, 18), gap=6)
        layout.addWidget(text(title, "title", wrap=True))
        layout.addWidget(text(about, "secondary", wrap=True))
        for place, message in told:
            layout.addSpacing(6)
            layout.addWidget(text(place, "small"))
            words = text(capitalised(message), "", wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(words)
        layout.addStretch(1)
        self._inside = inside
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setAccessibleName(title)

    def sizeHint(self) -> QSize:
        return QSize(560, min(height_for(self._inside, 540) + 8, 480))


def unreadable(problems: tuple[Problem, ...]) -> ProblemReport:
    """The mistakes of a letter that could not be opened."""
    path = problems[0].path
    name = f"“{path.name}”" if path else "Deze brief"
    about = "Er is niets veranderd aan het bestand. Dit staat er niet goed in:"
    told = ((_place(problem, problems[0]), problem.message) for problem in problems)
    return ProblemReport(f"{name} kan niet worden geopend", about, told)


def _place(problem: Problem, first: Problem) -> str:
    parts = [str(problem.path)] if problem.path and problem.path != first.path else []
    return ", ".join([*parts, f"regel {problem.line}" if problem.line else "het hele bestand"])
