"""The error that ends an operation, with its Dutch message."""

from collections.abc import Iterable
from pathlib import Path


class ComposerError(Exception):
    """A Dutch sentence that says what is wrong and what to do, with the file and the line (1-based) where it is known."""

    def __init__(self, message: str, path: Path | None = None, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line

    def __str__(self) -> str:
        where = [str(self.path) if self.path else "", str(self.line) if self.path and self.line else ""]
        return ": ".join(part for part in (":".join(part for part in where if part), self.message) if part)


def did_you_mean(name: str, known: Iterable[str], before: str = "") -> str:
    """ " Bedoelde u “…”?" with the nearest known name behind what comes `before` it, or nothing when none is near."""
    from difflib import get_close_matches  # deferred: nothing may be wrong at all

    near = get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f" Bedoelde u “{before}{near[0]}”?" if near else ""
