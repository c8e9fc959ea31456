"""Facts in a line each, for tables of cases about time."""

from collections.abc import Mapping
from typing import Any

from composer.domain.fact import Fact
from composer.domain.source import Source
from composer.domain.time import Chronology

Record = Mapping[str, Any]


def event(name: str, start: Any, **more: Any) -> Fact:
    """Known from its source `bron`, which is of 2020 unless the case says otherwise."""
    return _fact(name, start, aard="gebeurtenis", **more)


def state(name: str, start: Any, lane: str | None = "stand", **more: Any) -> Fact:
    return _fact(name, start, aard="toestand", **({"spoor": lane} if lane else {}), **more)


def _fact(name: str, start: Any, tot: Any = None, **more: Any) -> Fact:
    validity = {key: value for key, value in (("vanaf", start), ("tot", tot)) if value}
    record = {
        "id": name,
        "onderwerp": "proef",
        "stelling": f"Stelling {name}.",
        "kracht": "mededeling",
        "geldig": validity,
        "bewijs": [{"bron": "oud"}],
    }
    return Fact.model_validate(record | more)


SPRING = {"niet_voor": "2024-03-01", "uiterlijk": "2024-05-31"}
SOURCES = {"oud": "2020-01-01", "maart": "2024-03-01", "juni": "2024-06-01", "onbekend": SPRING}


def chronology(*facts: Fact) -> Chronology:
    """The facts with four sources: of 2020, March and June 2024, and one of some day in spring 2024."""
    sources = {
        name: Source.model_validate({"id": name, "titel": name, "uitgever": "VNG", "soort": "bericht", "datum": day})
        for name, day in SOURCES.items()
    }
    return Chronology({fact.id: fact for fact in facts}, sources)
