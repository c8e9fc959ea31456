"""Earlier versions of a letter, by the hour and by the day, in the user's own folder."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from composer.domain.letter import Letter
from composer.library.letters import SUFFIX, letter_text, read_letter
from composer.library.store import save

HOURLY = 24
"""Versions of different hours that are kept."""
DAILY = 30
"""Versions of different days that are kept in addition."""
STAMP = "%Y%m%d-%H%M%S"


@dataclass(frozen=True, slots=True)
class Version:
    """A letter as it was saved at a time."""

    path: Path
    when: datetime

    def letter(self) -> Letter:
        """Raises ComposerError when the version cannot be read."""
        return read_letter(self.path)


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions of all letters, a folder for each letter's id."""

    folder: Path

    def keep(self, letter: Letter, now: datetime) -> None:
        """Adds a version, and deletes those that are no longer retained."""
        folder = self.folder / letter.id
        folder.mkdir(parents=True, exist_ok=True)
        save(folder / f"{now.strftime(STAMP)}{SUFFIX}", letter_text(letter).encode())
        found = self.of(letter.id)  # asked once: a folder that cannot be read for a moment looks empty
        kept = retained(found)
        for version in found:
            if version not in kept:
                version.path.unlink(missing_ok=True)

    def of(self, letter_id: str) -> tuple[Version, ...]:
        """The versions of a letter, the latest first."""
        found = (self._version(path) for path in (self.folder / letter_id).glob(f"*{SUFFIX}"))
        return tuple(sorted((version for version in found if version), key=lambda version: version.when, reverse=True))

    def _version(self, path: Path) -> Version | None:
        try:
            return Version(path, datetime.strptime(path.stem, STAMP))
        except ValueError:
            return None


def retained(versions: Iterable[Version]) -> frozenset[Version]:
    """The versions to keep, given the latest first: the last of each of the latest hours, and of each of the latest days."""
    by_hour: dict[datetime, Version] = {}
    by_day: dict[datetime, Version] = {}
    for version in versions:
        by_hour.setdefault(version.when.replace(minute=0, second=0), version)
        by_day.setdefault(version.when.replace(hour=0, minute=0, second=0), version)
    hours, days = sorted(by_hour, reverse=True)[:HOURLY], sorted(by_day, reverse=True)[:DAILY]
    return frozenset([*(by_hour[hour] for hour in hours), *(by_day[day] for day in days)])


def due(versions: Iterable[Version], now: datetime, every: timedelta = timedelta(minutes=10)) -> bool:
    """Whether the latest version is old enough for another."""
    latest = max((version.when for version in versions), default=None)
    return latest is None or now - latest >= every
