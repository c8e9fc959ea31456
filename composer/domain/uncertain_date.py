"""A day that may be known only as the interval it lies in."""

import calendar
import re
from datetime import date
from typing import Annotated, Any

from pydantic import model_serializer, model_validator

from composer.domain.model import Day, Dutch, Model, invalid


class UncertainDate(Model):
    """Some day from `earliest` to `latest`, both included; a known day is an interval of one."""

    earliest: Annotated[Day, Dutch("niet_voor")]
    latest: Annotated[Day, Dutch("uiterlijk")]

    @model_validator(mode="before")
    @classmethod
    def _read(cls, data: Any) -> Any:
        if isinstance(data, date):
            return {"niet_voor": data, "uiterlijk": data}
        if isinstance(data, str):
            return _interval(data)
        return data

    @model_validator(mode="after")
    def _ordered(self) -> "UncertainDate":
        if self.earliest > self.latest:
            raise invalid("“niet_voor” ligt na “uiterlijk”; draai ze om")
        return self

    @model_serializer
    def _write(self) -> str | dict[str, str]:
        return self.notation() or {"niet_voor": self.earliest.isoformat(), "uiterlijk": self.latest.isoformat()}

    def notation(self) -> str | None:
        """`2024-11-29`, `2024-11` or `2024`; None for any other interval."""
        if self.certain:
            return self.earliest.isoformat()
        day = self.earliest.isoformat()
        for text in (day[:7], day[:4]):
            if _interval(text) == {"niet_voor": self.earliest, "uiterlijk": self.latest}:
                return text
        return None

    @property
    def certain(self) -> bool:
        return self.earliest == self.latest

    def has_come(self, day: date) -> bool | None:
        """Whether the moment has come on `day`; None when the interval leaves it open."""
        if day >= self.latest:
            return True
        return False if day < self.earliest else None


def on(day: date) -> UncertainDate:
    """The moment that is exactly `day`."""
    return UncertainDate(earliest=day, latest=day)


def _interval(text: str) -> dict[str, object]:
    match = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?", text.strip())
    try:
        if match is None:
            raise ValueError(text)
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or calendar.monthrange(year, month or 12)[1])
    except ValueError:
        raise invalid(f"“{text}” is geen datum; schrijf jjjj-mm-dd, jjjj-mm of {{niet_voor, uiterlijk}}") from None
    return {"niet_voor": first, "uiterlijk": last}
