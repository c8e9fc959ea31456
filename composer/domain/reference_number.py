"""The form that a municipality gives to its reference numbers, such as Z/{jaar}/{nummer}."""

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator

from composer.domain.model import invalid

_PLACE = re.compile(r"\{(\w*)\}")
_FORMS = {"jaar": r"(?:19|20)[0-9]{2}", "nummer": r"[0-9]+"}
"""What may stand in each place."""
_EXAMPLE = "12345"


def _checked(pattern: str) -> str:
    unknown = next((name for name in _PLACE.findall(pattern) if name not in _FORMS), None)
    if unknown is not None:
        raise invalid(f"“{{{unknown}}}” kan niet in de vorm van een kenmerk; gebruik {{jaar}} en {{nummer}}")
    if "{" in (rest := _PLACE.sub("", pattern)) or "}" in rest:
        raise invalid(f"in “{pattern}” staat een accolade los; schrijf {{jaar}} en {{nummer}}")
    if not _PLACE.search(pattern):
        raise invalid(f"“{pattern}” heeft geen open plaats; schrijf {{nummer}} waar het nummer komt")
    return pattern


ReferencePattern = Annotated[str, AfterValidator(_checked)]
"""Words with `{jaar}`, four digits, and `{nummer}`, one or more digits; at least one of them."""


def has_form(reference: str, pattern: str) -> bool:
    """Whether a reference number is written as the pattern has it; capitals do not matter."""
    words = _PLACE.split(pattern)
    parts = [_FORMS[part] if number % 2 else re.escape(part) for number, part in enumerate(words)]
    return re.fullmatch("".join(parts), reference.strip(), re.IGNORECASE) is not None


def example(pattern: str, day: date) -> str:
    """A reference number of that form, of the year of `day`."""
    return _PLACE.sub(lambda place: str(day.year) if place[1] == "jaar" else _EXAMPLE, pattern)
