"""File association of letters with this program, for this user only, without administrator rights."""

import sys
from pathlib import Path

from composer import paths
from composer.domain.errors import ComposerError
from composer.library.letters import SUFFIX
from composer.work.program import desktop, registry

KIND = "Raadsbrief.Brief"
"""What Windows calls a letter."""
WORDS = "Raadsbrief"

Value = tuple[str, str]
"""A key below Software\\Classes of the user, and its text."""


def command() -> tuple[str, ...]:
    """The command that starts the window: the packaged program, or this Python with the module."""
    if getattr(sys, "frozen", False):
        return (str(paths.program() / f"raadsbrief{Path(sys.executable).suffix}"),)
    return (sys.executable, "-m", "composer")


def registry_values(program: tuple[str, ...], picture: Path) -> tuple[Value, ...]:
    """The registry values with which Windows opens letters with a program, and shows its icon."""
    start = " ".join(f'"{part}"' if part != "-m" else part for part in (*program, "%1"))
    return (
        (SUFFIX, KIND),
        (KIND, "Brief van Raadsbrief"),
        (rf"{KIND}\DefaultIcon", f'"{picture}"'),
        (rf"{KIND}\shell\open\command", start),
    )


def associate() -> str:
    """Associates letters with this program and returns a message; raises ComposerError where that is impossible."""
    picture = paths.resources() / "beeldmerk"
    if registry.AVAILABLE:
        registry.write(registry_values(command(), picture / "raadsbrief.ico"))
    elif sys.platform.startswith("linux"):
        desktop.write(command(), picture / "raadsbrief.png")
    else:
        raise ComposerError("koppelen kan op dit systeem niet; open brieven vanuit het venster")
    return f"Brieven ({SUFFIX}) gaan voortaan open met dit programma, voor u alleen."


def dissociate() -> str:
    """Undoes `associate` and returns a message; associations of other programs stay."""
    if registry.AVAILABLE:
        registry.remove(SUFFIX, KIND)
    else:
        desktop.remove()
    return f"De koppeling van brieven ({SUFFIX}) is weg."


def associated() -> bool:
    """Whether letters are opened by this program, in the folder where it is now."""
    if registry.AVAILABLE:
        *_, (key, start) = registry_values(command(), Path())
        return registry.read(SUFFIX) == KIND and registry.read(key) == start
    return desktop.is_written(command())
