"""The files that a library consists of, and no others."""

import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from composer.domain.errors import ComposerError
from composer.library import file_names
from composer.library.history import FILES, FOLDER
from composer.library.store import reason

SUFFIXES = frozenset({".md", ".yaml", ".docx", ".pdf", ".txt", ".png", ".jpg", ".jpeg", ".svg"})
FOLDERS = frozenset({"snippets", "templates", "bronnen", "feiten", "gemeenten", "regios", "huisstijlen", FOLDER})
ALONE = frozenset({"instellingen.yaml", "begrippen.yaml", "onderwerpen.yaml", "sporen.yaml", "profielvelden.yaml"})
"""Files that stand in the folder of the library itself."""
MOST_FILES = 50_000
LARGEST = 50_000_000
TOTAL = 200_000_000


def is_library_file(name: str) -> bool:
    """Whether a file of this name is part of a library; hidden and half-written ones are not."""
    path = PurePosixPath(name)
    if any(part.startswith((".", "~")) for part in path.parts):
        return False
    if len(path.parts) == 1:
        return name in ALONE
    kept = path.parts[:2] == (FOLDER, FILES)
    return path.parts[0] in FOLDERS and (kept or path.suffix.lower() in SUFFIXES)


def library_files(folder: Path) -> dict[str, Path]:
    """The files of a library by their names with forward slashes, in order; raises ComposerError for what may not be in one."""
    found = dict(sorted(_files(folder, "")))
    if pairs := file_names.case_collisions(found):
        first, second = pairs[0]
        raise ComposerError(f"“{first}” en “{second}” zijn op Windows hetzelfde; geef er één een andere naam", folder)
    return found


def _files(folder: Path, before: str) -> Iterator[tuple[str, Path]]:
    for path in _entries(folder):
        name = f"{before}{path.name}"
        if path.name.startswith((".", "~")) or (not before and path.name not in FOLDERS | ALONE):
            continue
        mode = path.lstat().st_mode
        if stat.S_ISLNK(mode) or not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            raise ComposerError(
                "dit is een koppeling of iets anders dan een bestand; zet het bestand zelf in de map", path
            )
        if stat.S_ISDIR(mode):
            yield from _files(path, f"{name}/")
        elif is_library_file(name):
            if refused := file_names.why_invalid(name):
                raise ComposerError(f"“{name}” {refused}; geef het een andere naam", path)
            yield name, path


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        raise ComposerError(
            f"deze map is niet te lezen ({reason(error)}); kies de map van de bibliotheek", folder
        ) from error
