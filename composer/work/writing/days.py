"""Days as people write them."""

import re
from datetime import date

from composer.domain.dutch import MONTHS
from composer.domain.errors import ComposerError

_NUMERIC = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_WRITTEN = re.compile(r"(\d{1,2})\s+([a-z]{3,9})\.?\s+(\d{4})")


def day_from(text: str) -> date:
    """The day in 12 december 2024, 12-12-2024, 12 dec 2024 or 2024-12-12; raises ComposerError for anything else."""
    words = text.strip().lower()
    try:
        if match := _NUMERIC.fullmatch(words):
            return date(int(match.group(3)), int(match.group(2)), int(match.group(1)))
        if match := _WRITTEN.fullmatch(words):
            month = next((n for n, name in enumerate(MONTHS, 1) if name.startswith(match.group(2))), 0)
            return date(int(match.group(3)), month, int(match.group(1)))
        return date.fromisoformat(words)
    except ValueError:
        raise ComposerError(f"“{text}” is geen datum. Schrijf bijvoorbeeld 12 december 2024.") from None
