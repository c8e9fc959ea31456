"""What has not been saved, kept in the user's own profile so that nothing is lost when the computer stops."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from composer.domain.errors import ComposerError
from composer.domain.letter import Letter
from composer.library.letters import SUFFIX, letter_text, read_letter
from composer.library.store import save


@dataclass(frozen=True, slots=True)
class Kept:
    """A letter with changes that were never saved; `path` is its own file, None when it has none yet."""

    file: Path
    letter: Letter
    path: Path | None
    at: datetime


def keep(letter: Letter, path: Path | None, folder: Path) -> None:
    """Writes the letter as it is now, with the name of its own file beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    file = _file(letter, folder)
    save(file, letter_text(letter).encode())
    save(_beside(file), str(path or "").encode())


def forget(letter: Letter, folder: Path) -> None:
    """After saving, or when the user lets the changes go."""
    file = _file(letter, folder)
    _beside(file).unlink(missing_ok=True)
    file.unlink(missing_ok=True)


def kept(folder: Path) -> tuple[Kept, ...]:
    """What was kept, the latest first; a file that cannot be read is left where it is."""
    files = sorted(folder.glob(f"*{SUFFIX}"), key=lambda file: file.stat().st_mtime, reverse=True)
    return tuple(found for file in files if (found := _read(file)))


def _read(file: Path) -> Kept | None:
    try:
        letter = read_letter(file)
    except ComposerError:
        return None
    name = _beside(file).read_text(encoding="utf-8") if _beside(file).exists() else ""
    return Kept(file, letter, Path(name) if name else None, datetime.fromtimestamp(file.stat().st_mtime))


def _file(letter: Letter, folder: Path) -> Path:
    return folder / f"{letter.id or 'nieuw'}{SUFFIX}"


def _beside(file: Path) -> Path:
    return file.with_suffix(".txt")
