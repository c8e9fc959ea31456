"""Check and export together: a letter becomes a file, or the findings say why not."""

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
from composer.work.documents.files import SUFFIXES, house_style, render_checked, render_document, writer_for

__all__ = [
    "Reviewed",
    "as_draft",
    "check_suffix",
    "house_style",
    "make",
    "render_checked",
    "render_document",
    "review",
    "writer_for",
]


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
    """Assembled from `rendering` (what the letter keeps) and checked against `library` (today's).

    Whoever reviews a letter again and again keeps an assembler and a checker, so that only what changed is done again.
    """
    assembly = (assembler or Assembler(rendering)).assemble(letter)
    return Reviewed(letter, assembly, (checker or Checker()).check(CheckContext(letter, assembly, library, today)))


def make(
    reviewed: Reviewed,
    library: Library,
    target: Path,
    *,
    final: bool = False,
    check_cancelled: Callable[[], object] = bool,
) -> bool:
    """Writes the letter to `target`, replacing it; False, and nothing written, when it is to be final and is not ready.

    `check_cancelled` is asked before anything is written, and raises when it no longer is.
    """
    if final and not reviewed.ready:
        return False
    document = as_draft(reviewed.assembly.document, draft=not final)
    style = house_style(library, document.house_style)
    data = render_checked(document, style, target.suffix, reviewed.assembly.pieces)
    check_cancelled()
    save(target, data)
    return True


def as_draft(document: Document, *, draft: bool) -> Document:
    """The document as a draft or not, whatever the letter calls itself: only what was checked goes out without CONCEPT."""
    if document.properties.draft == draft:
        return document
    return replace(document, properties=replace(document.properties, draft=draft))


def check_suffix(target: Path) -> None:
    """Raises ComposerError when nothing can be made under this name."""
    if target.suffix.lower() not in SUFFIXES:
        raise ComposerError(f"“{target.name}” kan niet worden gemaakt; kies een naam op {', '.join(SUFFIXES)}")
