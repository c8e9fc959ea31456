"""Reviews a letter and renders it to a file, unless findings block that."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from composer.assemble.letter import Assembler, Assembly
from composer.check.checking import Checker, blocking
from composer.check.context import CheckContext
from composer.domain.document import Document
from composer.domain.errors import ComposerError
from composer.domain.finding import Finding
from composer.domain.letter import Letter
from composer.library.library import Library
from composer.library.store import save
from composer.work.documents.files import SUFFIXES, StyleFinder, house_style, render_checked


@dataclass(frozen=True)
class Reviewed:
    """A letter with its assembly and findings, the worst first."""

    letter: Letter
    assembly: Assembly
    findings: tuple[Finding, ...]

    @property
    def ready(self) -> bool:
        return not blocking(self.findings)


def review(
    letter: Letter,
    rendering: Library,
    library: Library,
    today: date,
    assembler: Assembler | None = None,
    checker: Checker | None = None,
) -> Reviewed:
    """Assembles a letter with `rendering` (the library with its captured records) and checks it against today's `library`.

    Pass an assembler and a checker to review a letter repeatedly; only what changed is then done again.
    """
    assembly = (assembler or Assembler(rendering)).assemble(letter)
    return Reviewed(letter, assembly, (checker or Checker()).check(CheckContext(letter, assembly, library, today)))


def make(
    reviewed: Reviewed,
    library: Library,
    target: Path,
    *,
    final: bool = False,
    find_style: StyleFinder = house_style,
    check_cancelled: Callable[[], object] = bool,
) -> bool:
    """Writes the letter to `target`, replacing it; returns False, without writing, when `final` is asked and findings block.

    `check_cancelled` is called before anything is written, and raises to stop.
    """
    if final and not reviewed.ready:
        return False
    document = as_draft(reviewed.assembly.document, draft=not final)
    style = find_style(library, document.house_style)
    data = render_checked(document, style, target.suffix, reviewed.assembly.pieces)
    check_cancelled()
    save(target, data)
    return True


def as_draft(document: Document, *, draft: bool) -> Document:
    """The document as a draft or not, whatever the letter's own status: only a checked letter goes out without CONCEPT."""
    if document.properties.draft == draft:
        return document
    return replace(document, properties=replace(document.properties, draft=draft))


def check_suffix(target: Path) -> None:
    """Raises ComposerError for a file name with an unknown suffix."""
    if target.suffix.lower() not in SUFFIXES:
        raise ComposerError(f"“{target.name}” kan niet worden gemaakt; kies een naam op {', '.join(SUFFIXES)}")
