"""The journal of unsaved letters, in the user's own folder, for recovery after a crash."""

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from composer.domain.errors import ComposerError
from composer.domain.letter import Letter
from composer.library.letters import NewerLetterError, letter_text, parse_letter
from composer.library.reading import read_text
from composer.library.store import save

SUFFIX = ".json"


@dataclass(frozen=True, slots=True)
class Pending:
    """An unsaved letter, its path (None when it never had a file) and the hash of that file."""

    letter: Letter
    path: Path | None
    digest: str | None
    when: datetime
    entry: Path


@dataclass(frozen=True, slots=True)
class Journal:
    """One entry for each letter, by its id; the latest takes the place of the one before."""

    folder: Path

    def keep(self, letter: Letter, path: Path | None, digest: str | None, now: datetime) -> None:
        """Raises ComposerError when the folder cannot be written."""
        self.folder.mkdir(parents=True, exist_ok=True)
        record = {
            "pad": str(path) if path else None,
            "sha256": digest,
            "wanneer": now.isoformat(timespec="seconds"),
            "brief": letter_text(letter),
        }
        save(self._entry(letter), json.dumps(record, ensure_ascii=False, indent=1).encode())

    def drop(self, letter: Letter) -> None:
        """Removes the entry of a letter that is saved or no longer wanted."""
        self._entry(letter).unlink(missing_ok=True)

    def pending(self) -> tuple[Pending, ...]:
        """The entries, the latest first; a damaged one is renamed and skipped."""
        found = (self._read(entry) for entry in sorted(self.folder.glob(f"*{SUFFIX}")))
        return tuple(sorted((held for held in found if held), key=lambda held: held.when, reverse=True))

    def _entry(self, letter: Letter) -> Path:
        return self.folder / f"{letter.id}{SUFFIX}"

    def _read(self, entry: Path) -> Pending | None:
        try:
            record: Any = json.loads(read_text(entry))
            letter = parse_letter(str(record["brief"]), entry)
            when = datetime.fromisoformat(str(record["wanneer"])).replace(tzinfo=None)
            return Pending(letter, _path(record.get("pad")), _text(record.get("sha256")), when, entry)
        except NewerLetterError:  # a later version of the program comes back for it
            return None
        except (ComposerError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
            with suppress(OSError):  # what cannot be set aside is passed over; the others are still offered
                entry.replace(entry.with_suffix(".beschadigd"))
            return None


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _path(value: object) -> Path | None:
    """Raises ValueError for what no file can be called."""
    text = _text(value)
    if text and "\0" in text:
        raise ValueError(text)
    return Path(text) if text else None
