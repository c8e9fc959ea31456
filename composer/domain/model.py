"""What all models share: frozen all the way down, Dutch aliases, no unknown keys."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, TypeVar

from immutabledict import immutabledict
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WrapSerializer
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

K = TypeVar("K")
V = TypeVar("V")


class Model(BaseModel):
    """A frozen record; `by_alias` dumps use the Dutch keys that files have."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True, defer_build=True
    )

    def record(self) -> dict[str, Any]:
        """Plain data under the Dutch keys, without what was left at its default, as files keep it."""
        return self.model_dump(by_alias=True, exclude_defaults=True, mode="json")


def Dutch(alias: str) -> FieldInfo:
    """The key that users write for a field."""
    return Field(alias=alias)


def invalid(message: str, at: tuple[str | int, ...] = ()) -> PydanticCustomError:
    """A Dutch validation message, shown as it is; `at` leads from the value to the part of it that is meant."""
    return PydanticCustomError("dutch", message, {"at": at})  # pyright: ignore[reportArgumentType]


def _freeze(mapping: Mapping[K, V]) -> Mapping[K, V]:
    return immutabledict(mapping)


FrozenMap = Annotated[Mapping[K, V], AfterValidator(_freeze), WrapSerializer(lambda mapping, dump: dump(dict(mapping)))]
EMPTY: immutabledict[str, Any] = immutabledict()


DAY_FORM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""The only form of a day in files and commands; ISO 8601 knows others, which nobody here means."""


def _day(value: object) -> object:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value)) if DAY_FORM.fullmatch(str(value)) else _no_day(value)
    except ValueError:
        return _no_day(value)


def _no_day(value: object) -> object:
    raise invalid(f"“{value}” is geen datum; schrijf jjjj-mm-dd, bijvoorbeeld 2024-11-29")


Day = Annotated[date, BeforeValidator(_day)]

_YES_NO = {"ja": True, "nee": False, "true": True, "false": False}


def _yes_no(value: object) -> object:
    if isinstance(value, bool):
        return value
    if str(value).lower() not in _YES_NO:
        raise invalid(f"“{value}” is geen ja of nee; schrijf ja of nee")
    return _YES_NO[str(value).lower()]


YesNo = Annotated[bool, BeforeValidator(_yes_no)]

ID_PATTERN = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
NAME_PATTERN = r"^[a-z0-9_]+$"
CBS_PATTERN = r"^GM\d{4}$"
OWN_ID_PATTERN = r"^[A-Za-z0-9_-]{0,80}$"
"""The id of a letter, which also names files."""
ADDRESS_PATTERN = r"^https?://[^\s/]\S*$"
FILE_NAME_PATTERN = r"^[^/\\]*[^/\\.][^/\\]*$"
Id = Annotated[str, Field(pattern=ID_PATTERN)]
Name = Annotated[str, Field(pattern=NAME_PATTERN)]
Cbs = Annotated[str, Field(pattern=CBS_PATTERN)]
Word = Annotated[str, Field(min_length=1)]
