"""What is wrong with a file, line by line."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from composer.domain.finding import Problem
from composer.gui.elements import column, height_for, text


class ProblemSheet(QScrollArea):
    """The mistakes of a letter that could not be opened; the words can be copied for a colleague."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__()
        inside = QWidget()
        inside.setProperty("surface", "clear")
        layout = column(inside, margins=(24, 18, 24, 18), gap=6)
        path = problems[0].path
        name = f"“{path.name}”" if path else "Deze brief"
        layout.addWidget(text(f"{name} kan niet worden geopend", "title", wrap=True))
        layout.addWidget(
            text("Er is niets veranderd aan het bestand. Dit staat er niet goed in:", "secondary", wrap=True)
        )
        for problem in problems:
            layout.addSpacing(6)
            layout.addWidget(text(_place(problem, path), "small"))
            words = text(problem.message[:1].upper() + problem.message[1:], "", wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(words)
        layout.addStretch(1)
        self._inside = inside
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setAccessibleName("Wat er mis is met het bestand")

    def sizeHint(self) -> QSize:
        return QSize(560, min(height_for(self._inside, 540) + 8, 480))


def _place(problem: Problem, first: Path | None) -> str:
    parts = [str(problem.path)] if problem.path and problem.path != first else []
    return ", ".join([*parts, f"regel {problem.line}" if problem.line else "het hele bestand"])
