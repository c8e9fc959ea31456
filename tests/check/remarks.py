"""What checks remark on a text, as short as a table needs it."""

from datetime import date
from typing import Any

from composer.assemble.letter import assemble
from composer.check.checking import check
from composer.check.context import CheckContext
from composer.domain.finding import Finding
from composer.domain.letter import Letter
from composer.library.library import Library
from tests.libraries import a_letter

TODAY = date(2024, 12, 20)


def findings(letter: Letter, library: Library, today: date = TODAY) -> tuple[Finding, ...]:
    return check(CheckContext(letter, assemble(letter, library), library, today))


def remarked(code: str, text: str, library: Library, **changes: Any) -> list[Finding]:
    """The findings with a code on a letter with this text as the writer's own; `changes` go by the keys of the file."""
    return [finding for finding in findings(a_letter(text, **changes), library) if finding.code == code]


def words(code: str, text: str, library: Library, **changes: Any) -> list[str]:
    return [finding.words for finding in remarked(code, text, library, **changes)]
