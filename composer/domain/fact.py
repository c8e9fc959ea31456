"""Assertions in our own words, with typed values, validity and the places in sources that support them."""

import re
from functools import cache
from typing import Annotated, Any, Literal

from immutabledict import immutabledict
from pydantic import Field, TypeAdapter, ValidationError, model_validator

from composer.domain.errors import ComposerError
from composer.domain.model import CBS_PATTERN, EMPTY, ID_PATTERN, Dutch, FrozenMap, Id, Model, Name, Word, invalid
from composer.domain.source import NO_PLACE, Locator
from composer.domain.uncertain_date import UncertainDate
from composer.domain.values import Value, written

Nature = Literal["gebeurtenis", "toestand"]
SeriesKind = Literal["bedrag", "aantal", "percentage", "jaar", "datum", "tekst"]
Strength = Literal[
    "besluit", "afspraak", "mededeling", "toezegging", "eis", "voorstel", "voornemen", "verwachting", "standpunt", "risico"
]  # fmt: skip
SCOPE_PATTERN = r"^(landelijk|regio:[a-z0-9-]+|gemeente:GM\d{4})$"


class Quotation(Model):
    """The words of a source, in a user's own layer only, with a little of what stands before and after."""

    exact: Word
    before: Annotated[str, Dutch("ervoor")] = ""
    after: Annotated[str, Dutch("erna")] = ""


class Evidence(Model):
    """A place that supports a fact; `inferred` names the values that are not printed there."""

    source: Annotated[Id, Dutch("bron")]
    place: Annotated[Locator, Dutch("plaats")] = NO_PLACE
    keywords: Annotated[tuple[Word, ...], Dutch("trefwoorden")] = ()
    inferred: Annotated[tuple[Name, ...], Dutch("afgeleid")] = ()
    quotation: Annotated[Quotation | None, Dutch("citaat")] = None


class Validity(Model):
    """From `start` until, not on, `end`; without an end the lane's next state or nothing ends it."""

    start: Annotated[UncertainDate | None, Dutch("vanaf")] = None
    end: Annotated[UncertainDate | None, Dutch("tot")] = None


ALWAYS = Validity.model_construct()
"""Not by validation, as `NO_PLACE`."""


class Via(Model):
    """What a letter cites when it is older than the sources in evidence: a source record with a place, or a description."""

    source: Annotated[Id | None, Dutch("bron")] = None
    place: Annotated[Locator, Dutch("plaats")] = NO_PLACE
    description: Annotated[str | None, Dutch("omschrijving")] = None

    @model_validator(mode="before")
    @classmethod
    def _read(cls, data: Any) -> Any:
        if isinstance(data, str):
            return {"omschrijving" if " " in data else "bron": data}
        return data


class Conflict(Model):
    fact: Annotated[Id, Dutch("feit")]
    reason: Annotated[str, Dutch("reden")]


class _Claim(Model):
    """What a fact and a series of facts have in common."""

    subject: Annotated[Id, Dutch("onderwerp")]
    nature: Annotated[Nature, Dutch("aard")]
    lane: Annotated[Id | None, Dutch("spoor")] = None
    statement: Annotated[str, Field(alias="stelling", min_length=1)]
    who: Annotated[str | None, Dutch("wie")] = None
    strength: Annotated[Strength, Dutch("kracht")]
    values: Annotated[FrozenMap[Name, Value], Dutch("waarden")] = EMPTY
    validity: Annotated[Validity, Dutch("geldig")] = ALWAYS
    known_from: Annotated[UncertainDate | None, Dutch("bekend_vanaf")] = None
    via: Via | None = None
    evidence: Annotated[tuple[Evidence, ...], Field(alias="bewijs", min_length=1)]
    followed_by: Annotated[tuple[Id, ...], Dutch("gevolgd_door")] = ()
    corrects: Annotated[tuple[Id, ...], Dutch("vervangt")] = ()
    conflicts: Annotated[tuple[Conflict, ...], Dutch("strijdig_met")] = ()
    overstated: Annotated[tuple[str, ...], Dutch("te_stellig")] = ()
    """Words that, in this order in one sentence, say more than the fact does."""
    remark: Annotated[str | None, Dutch("toelichting")] = None


class Fact(_Claim):
    """One assertion; an event stays true from its day on, a state ends."""

    id: Id
    scope: Annotated[str, Field(alias="reikwijdte", pattern=SCOPE_PATTERN)] = "landelijk"

    @model_validator(mode="after")
    def _coherent(self) -> "Fact":
        if self.nature == "gebeurtenis" and self.lane:
            raise invalid(
                "een gebeurtenis kan geen stand van een spoor zijn; maak er een toestand van of haal spoor weg"
            )
        if self.nature == "gebeurtenis" and self.validity.end:
            raise invalid("een gebeurtenis blijft waar; haal “geldig: tot” weg of maak er een toestand van")
        if self.lane and not self.validity.start:
            raise invalid("een stand van een spoor heeft een begin nodig; vul “geldig: vanaf” in")
        for item in self.evidence:
            if unknown := set(item.inferred) - set(self.values):
                raise invalid(f"“afgeleid” noemt {', '.join(sorted(unknown))}, maar dat staat niet bij “waarden”")
        return self


class SeriesValue(Model):
    """The value that differs per row of a series."""

    name: Annotated[Name, Dutch("naam")]
    kind: Annotated[SeriesKind, Dutch("soort")]

    def held(self, text: str) -> Value:
        """The value that a row has; raises ComposerError when its text is none of this kind."""
        try:
            return _value().validate_python({"soort": self.kind, "waarde": text})
        except ValidationError:
            raise ComposerError(f"“{text}” is geen {self.kind}; {_WRITTEN[self.kind]}") from None


_WRITTEN = {
    "bedrag": "schrijf hele euro’s, zoals 1234567",
    "aantal": "schrijf een heel getal, zoals 12",
    "percentage": "schrijf een getal, zoals 12.5",
    "jaar": "schrijf vier cijfers, zoals 2026",
    "datum": "schrijf jjjj-mm-dd, zoals 2024-11-29",
    "tekst": "schrijf enkele woorden",
}
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


@cache
def _value() -> TypeAdapter[Any]:
    """Made when the first series is read."""
    return TypeAdapter(Value)


def row_id(series: str, key: str) -> str:
    """The id of the fact of one row of a series."""
    return f"{series}-{key.lower()}"


class FactSeries(_Claim):
    """One fact for each municipality or region, alike but for one value; a passage names the series and gets its own."""

    series: Annotated[Id, Dutch("reeks")]
    per: Literal["gemeente", "regio"]
    value: Annotated[SeriesValue, Dutch("waarde")]
    rows: Annotated[FrozenMap[str, str], Field(alias="rijen", min_length=1)]

    @model_validator(mode="after")
    def _rows_readable(self) -> "FactSeries":
        for key, text in self.rows.items():
            if not re.match(CBS_PATTERN if self.per == "gemeente" else ID_PATTERN, key):
                raise invalid(f"“{key}” is geen {'cbs-code' if self.per == 'gemeente' else 'id van een regio'}")
            try:
                self.value.held(text)
            except ComposerError as error:
                raise invalid(f"rijen: bij {key}: {error.message}") from None
        return self

    @model_validator(mode="after")
    def _statement_readable(self) -> "FactSeries":
        known = ("naam", self.value.name)
        strange = [name for name in PLACEHOLDER.findall(self.statement) if name not in known]
        if strange or set("{}") & set(PLACEHOLDER.sub("", self.statement)):
            named = f"“{{{strange[0]}}}” kan hier niet" if strange else "een accolade staat er alleen"
            raise invalid(f"stelling: {named}; gebruik alleen {{naam}} en {{{self.value.name}}}")
        return self

    def fact_id(self, key: str) -> str:
        return row_id(self.series, key)

    def fact(self, key: str, name: str) -> Fact:
        """The fact of one row; `name` is what its municipality or region is called. It corrects that of the same row."""
        value = self.value.held(self.rows[key])
        words = {"naam": name, self.value.name: written(value)}
        shared = {field: getattr(self, field) for field in _Claim.model_fields}
        shared["statement"] = PLACEHOLDER.sub(lambda held: words[held.group(1)], self.statement)
        shared["values"] = immutabledict({**self.values, self.value.name: value})
        shared["corrects"] = tuple(row_id(corrected, key) for corrected in self.corrects)
        return Fact.model_construct(id=self.fact_id(key), scope=f"{self.per}:{key}", **shared)
