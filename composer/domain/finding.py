"""Findings of checks, and problems in files of content."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Severity = Literal["blokkerend", "waarschuwing", "tip"]
SEVERITIES: tuple[Severity, ...] = ("blokkerend", "waarschuwing", "tip")


@dataclass(frozen=True, slots=True)
class Action:
    """What the window can do about a finding: `kind` is one of its actions, `target` what it acts on, `label` its button.

    With `woorden` the target is what takes the place of the finding's words; with `bijlage` the annex by number from 0.
    """

    kind: Literal["veld", "stuk", "vervang", "verwijder", "profiel", "bron", "bijlage", "afzien", "vernieuw", "woorden"]
    target: str
    label: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding in a letter; `words` are quoted from it, `piece` None means the letter as a whole."""

    code: str
    severity: Severity
    message: str
    words: str = ""
    piece: str | None = None
    facts: tuple[str, ...] = ()
    advice: str = ""
    title: str = ""
    action: Action | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake in a file of content; `line` 1-based, None where the file as a whole is meant."""

    message: str
    path: Path | None = None
    line: int | None = None
    severity: Severity = "blokkerend"

    def __str__(self) -> str:
        """The problem on one line, whatever it quotes."""
        place = ":".join(str(part) for part in (self.path, self.line) if part is not None)
        message = self.message.replace("\n", " ")
        return f"{place}: {message}" if place else message
