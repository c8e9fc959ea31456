"""The cached rows of the list of recent letters, shown before any letter is read."""

import json
import stat
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, cast

from composer.domain.dutch import MONTHS
from composer.domain.errors import ComposerError

GONE = "niet meer gevonden"


@dataclass(frozen=True, slots=True)
class RecentLetter:
    """A letter file as the list shows it; `problem` says why it cannot be opened."""

    path: Path
    title: str
    addressee: str
    state: str
    changed: datetime | None
    problem: str = ""


class RecentLetters:
    """The rows by path of their letter, stored in a file; a row is valid while its letter is unchanged."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._rows = _read(file)

    def row(self, path: Path) -> RecentLetter | None:
        """The row of a letter; None when there is none, or the letter has changed since."""
        match self._rows.get(str(path)):
            case [known, str(title), str(addressee), str(state)] if known == _stamp(path):
                return RecentLetter(path, title, addressee, state, last_modified(path))
            case _:
                return None

    def placeholder(self, path: Path) -> RecentLetter:
        """A row with only the name of the file, for a letter without a valid row."""
        when = last_modified(path)
        return self.row(path) or RecentLetter(path, path.stem, "", "", when, "" if when else GONE)

    def keep(self, rows: Iterable[RecentLetter]) -> None:
        """Replaces the stored rows by these; a full or read-only disk is ignored."""
        from composer.library.store import make_folder, save  # deferred: a start only reads

        kept = {
            str(row.path): [_stamp(row.path), row.title, row.addressee, row.state] for row in rows if not row.problem
        }
        if kept == self._rows:
            return
        self._rows = kept
        with suppress(ComposerError, OSError):
            make_folder(self._file.parent)
            save(self._file, json.dumps(kept, ensure_ascii=False, indent=1).encode())


def _read(file: Path) -> dict[str, Any]:
    try:
        rows: Any = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return cast(dict[str, Any], rows) if isinstance(rows, dict) else {}


def _stamp(path: Path) -> list[int] | None:
    """The size and times of a file, as JSON has them; None when it cannot be read."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns]


def last_modified(path: Path) -> datetime | None:
    """The modification time of a file; None when it is missing or unreachable."""
    try:
        found = path.stat()
    except (OSError, ValueError):  # ValueError is for a name that no file can have
        return None
    return datetime.fromtimestamp(found.st_mtime) if stat.S_ISREG(found.st_mode) else None


def moment_in_words(moment: datetime, now: datetime) -> str:
    """vandaag 14:02, gisteren 9:15, 3 december, 3 december 2024"""
    days = (now.date() - moment.date()).days
    if days in (0, 1):
        return f"{'gisteren' if days else 'vandaag'} {moment.hour}:{moment.minute:02}"
    day = f"{moment.day} {MONTHS[moment.month - 1]}"
    return day if moment.year == now.year else f"{day} {moment.year}"
