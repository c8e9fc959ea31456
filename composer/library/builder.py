"""Collects the records of a library while its files are read."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from composer.domain.finding import Problem
from composer.domain.model import Model
from composer.library.library import Place

M = TypeVar("M", bound=Model)


@dataclass
class LibraryBuilder:
    """The records read so far, by kind and id, with their places and the problems found."""

    records: dict[type[Model], dict[str, Any]] = field(default_factory=dict[type[Model], dict[str, Any]])
    places: dict[tuple[str, str], Place] = field(default_factory=dict[tuple[str, str], Place])
    problems: list[Problem] = field(default_factory=list[Problem])
    house_styles: dict[str, Path] = field(default_factory=dict[str, Path])

    def of(self, kind: type[M]) -> dict[str, M]:
        return self.records.setdefault(kind, {})

    def add_problem(self, message: str, place: Place) -> None:
        self.problems.append(Problem(message, place.path, place.line))
