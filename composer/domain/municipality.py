"""Profiles of municipalities and regions."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from composer.domain.fact import ALWAYS, Evidence, Validity
from composer.domain.model import EMPTY, Cbs, Dutch, FrozenMap, Id, Model, Name
from composer.domain.reference_number import ReferencePattern


class Membership(Model):
    """A region that a municipality belongs to, with where that stands."""

    region: Annotated[Id, Dutch("regio")]
    evidence: Annotated[tuple[Evidence, ...], Dutch("bewijs")] = ()

    @model_validator(mode="before")
    @classmethod
    def _read(cls, data: Any) -> Any:
        return _one_is_many(data)


class LocalValue(Model):
    """A position or another value of a municipality, with where it stands; None is not yet known."""

    value: Annotated[str | None, Dutch("waarde")] = None
    evidence: Annotated[tuple[Evidence, ...], Dutch("bewijs")] = ()

    @model_validator(mode="before")
    @classmethod
    def _read(cls, data: Any) -> Any:
        return _one_is_many(data) if isinstance(data, dict) else {"waarde": data}


def _one_is_many(data: Any) -> Any:
    """A single piece of evidence may stand without a list."""
    match data:
        case {"bewijs": {}}:
            record: dict[str, Any] = data
            return {**record, "bewijs": [record["bewijs"]]}
        case _:
            return data


class Alderman(Model):
    name: Annotated[str, Dutch("naam")]
    portfolio: Annotated[str | None, Dutch("portefeuille")] = None


class Executive(Model):
    """The college of mayor and aldermen, by the officials that sign or answer."""

    mayor: Annotated[str | None, Dutch("burgemeester")] = None
    secretary: Annotated[str | None, Dutch("secretaris")] = None
    aldermen: Annotated[tuple[Alderman, ...], Dutch("wethouders")] = ()


class Municipality(Model):
    """A municipality of the Netherlands by its CBS code; `local` holds positions and values under their own names."""

    cbs: Cbs
    name: Annotated[str, Dutch("naam")]
    other_names: Annotated[tuple[str, ...], Dutch("andere_namen")] = ()
    province: Annotated[str, Dutch("provincie")]
    exists: Annotated[Validity, Dutch("bestaat")] = ALWAYS
    regions: Annotated[tuple[Membership, ...], Dutch("regios")] = ()
    executive: Annotated[Executive, Dutch("college")] = Executive.model_construct()
    address: Annotated[str | None, Dutch("adres")] = None
    house_style: Annotated[Id | None, Dutch("huisstijl")] = None
    labels: FrozenMap[str, str] = EMPTY
    letterhead: Annotated[tuple[str, ...], Dutch("briefhoofd")] = ()
    reference_pattern: Annotated[ReferencePattern | None, Dutch("kenmerkpatroon")] = None
    local: Annotated[FrozenMap[Name, LocalValue], Field(alias="lokaal")] = EMPTY

    @model_validator(mode="before")
    @classmethod
    def _gather_local(cls, data: Any) -> Any:
        """Keys that are no field of a municipality are its local values."""
        if not isinstance(data, dict):
            return data
        known = {field.alias or name for name, field in cls.model_fields.items()} | set(cls.model_fields)
        record: dict[str, Any] = data  # pyright: ignore[reportUnknownVariableType]
        local = {key: value for key, value in record.items() if key not in known}
        return {key: value for key, value in record.items() if key in known} | {
            "lokaal": {**record.get("lokaal", {}), **local}
        }

    def exists_on(self, day: date) -> bool:
        """Whether it exists on `day`; an open begin or end counts as existing."""
        began = self.exists.start is None or self.exists.start.has_come(day) is not False
        ended = self.exists.end is not None and self.exists.end.has_come(day) is True
        return began and not ended


RegionKind = Literal["iza-regio", "subregio", "samenwerking"]


class Region(Model):
    """Municipalities that work together; `members` only as far as a source states them."""

    id: Id
    name: Annotated[str, Dutch("naam")]
    other_names: Annotated[tuple[str, ...], Dutch("andere_namen")] = ()
    kind: Annotated[RegionKind, Dutch("soort")]
    lead: Annotated[Cbs | None, Dutch("mandaatgemeente")] = None
    lead_organisation: Annotated[str | None, Dutch("mandaatorganisatie")] = None
    part_of: Annotated[Id | None, Dutch("onderdeel_van")] = None
    members: Annotated[tuple[Cbs, ...], Dutch("leden")] = ()
    evidence: Annotated[tuple[Evidence, ...], Dutch("bewijs")] = ()

    @model_validator(mode="before")
    @classmethod
    def _read(cls, data: Any) -> Any:
        return _one_is_many(data)


class ProfileField(Model):
    """A local value that passages may ask for: how the window asks it, and what may be answered."""

    id: Name
    label: str
    question: Annotated[str | None, Dutch("vraag")] = None
    kind: Annotated[Literal["keuze", "tekst", "janee"], Dutch("soort")] = "tekst"
    choices: Annotated[tuple[str, ...], Dutch("keuzes")] = ()
    help: Annotated[str | None, Dutch("hulp")] = None

    @property
    def answers(self) -> tuple[str, ...]:
        """What may be answered; empty for words of one's own."""
        return ("ja", "nee") if self.kind == "janee" else self.choices
