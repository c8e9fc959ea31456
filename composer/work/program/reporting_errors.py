"""Reports of unexpected errors: a Dutch sentence for the user, and a file for developers, without text of any letter."""

import errno
import json
import platform
import traceback
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from composer import __version__, paths
from composer.domain.errors import ComposerError
from composer.library.store import reason, save

MOST_REPORTS = 20
"""Reports that are kept; the oldest go."""
MOST_FRAMES = 40
"""Steps on the way to the error that a report names; the middle of a longer way is left out."""
MOST_CAUSES = 5
NAME = "melding-%Y%m%d-%H%M%S-%f.json"
_PACKAGE = Path(__file__).parent.parent


def report(error: BaseException, doing: str, folder: Path | None = None) -> Path | None:
    """Writes the type of error and its traceback to a file, and returns its path; None when that fails.

    Messages and values stay out, since they may quote a letter; `doing` names a command, never a file or text.
    """
    kept = folder or paths.reports()
    try:
        kept.mkdir(parents=True, exist_ok=True)
        path = kept / datetime.now().strftime(NAME)
        save(path, json.dumps(_record(error, doing), ensure_ascii=False, indent=1).encode())
        _forget_oldest(kept)
    except (ComposerError, OSError):
        return None
    return path


def sentence(error: BaseException, kept: Path | None, begin: str = "Er ging iets mis in het programma") -> str:
    """The Dutch sentence for the user; `kept` is the path of the report."""
    why = f" ({reason(error)})" if isinstance(error, OSError) else ""
    where = f" Wat er misging staat, zonder uw tekst, in {kept}." if kept else ""
    return f"{begin}{why}. Uw bestanden zijn niet half geschreven; probeer het nog eens.{where}"


def _record(error: BaseException, doing: str) -> dict[str, Any]:
    return {
        "wanneer": datetime.now().isoformat(timespec="seconds"),
        "raadsbrief": __version__,
        "python": platform.python_version(),
        "systeem": f"{platform.system()} {platform.release()}",
        "bij": doing,
        "fouten": [_fault(each) for each in _chain(error)],
    }


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error and its causes, the error itself first."""
    found: BaseException | None = error
    for _ in range(MOST_CAUSES):
        if found is None:
            return
        yield found
        found = found.__cause__ or found.__context__


def _fault(error: BaseException) -> dict[str, Any]:
    code = {"code": errno.errorcode.get(error.errno, "")} if isinstance(error, OSError) and error.errno else {}
    return {"soort": type(error).__qualname__, **code, "plaats": _places(error)}


def _places(error: BaseException) -> list[str]:
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{_module(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    return places if len(places) <= MOST_FRAMES else [*places[: MOST_FRAMES // 2], "…", *places[-MOST_FRAMES // 2 :]]


def _module(name: str) -> str:
    """A source file by its path within the program, any other by its name alone, so that no folder of the user is shown."""
    path = Path(name)
    if path.is_relative_to(_PACKAGE):
        return path.relative_to(_PACKAGE.parent).as_posix()
    return path.name


def _forget_oldest(folder: Path) -> None:
    for old in sorted(folder.glob("melding-*.json"))[:-MOST_REPORTS]:
        with suppress(OSError):
            old.unlink()
