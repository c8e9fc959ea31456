"""Profiles as plain records, and their completion by a later layer."""

from typing import Any

from composer.domain.model import Model
from composer.domain.municipality import Municipality
from composer.library.yaml import is_record

Record = dict[str, Any]


def record_of(model: Model) -> Record:
    """The record of a model as a file has it; a municipality's local values stand among its other keys."""
    record = model.record()
    if not isinstance(model, Municipality):
        return record
    return {key: value for key, value in record.items() if key != "lokaal"} | record.get("lokaal", {})


def completed(below: Record, above: Record) -> Record:
    """The record `below` with each key of `above`; maps within are completed in the same way, lists replaced."""
    return {**below, **{key: _value(below.get(key), value) for key, value in above.items()}}


def _value(below: object, above: object) -> object:
    """A local value with its evidence is replaced whole."""
    return completed(below, above) if is_record(below) and is_record(above) and "waarde" not in above else above
