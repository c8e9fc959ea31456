"""The file text of passages, templates and records; a change leaves all other lines as they are."""

from collections.abc import Mapping
from typing import Any, TypeVar, get_args

from pydantic import ValidationError

from composer.domain.errors import ComposerError
from composer.domain.finding import Problem
from composer.domain.model import Model
from composer.domain.snippet import Snippet, Status
from composer.domain.template import Template
from composer.library.editing_yaml import plain, with_values
from composer.library.reading import FENCE, read_front_matter, read_model
from composer.library.yaml import Marked, is_record, read_yaml, write_yaml

P = TypeVar("P", bound=Snippet | Template)
M = TypeVar("M", bound=Model)
STATUSES: tuple[Status, ...] = get_args(Status)


def split(text: str) -> tuple[str, str]:
    """The front matter without its fences, and the text below it."""
    _, body, line = read_front_matter(text)
    return "\n".join(text.split("\n")[1 : line - 2]), body


def join(head: str, body: str) -> str:
    return f"{FENCE}\n{head.rstrip(chr(10))}\n{FENCE}\n{body}"


def status_of(text: str) -> Status:
    """The status in the front matter; concept when there is none or an unknown one."""
    try:
        data = read_front_matter(text)[0].data
    except ComposerError:
        return "concept"
    status = data.get("status") if is_record(data) else None
    return status if status in STATUSES else "concept"


def with_status(text: str, status: Status) -> str:
    return text if status_of(text) == status and "status:" in text else with_front_matter(text, {"status": status})


def with_front_matter(text: str, changed: Mapping[str, Any]) -> str:
    """The text with other values in its front matter; None removes a key."""
    head, body = split(text)
    return join(with_values(head, changed), body)


def body_of(text: str) -> str:
    """The words of a passage or template, without the empty lines around them."""
    return split(text)[1].strip("\n")


def parsed_passage(kind: type[P], text: str) -> P:
    """The passage or template of a file's text; raises ComposerError with the first mistake."""
    marked, body, line = read_front_matter(text)
    if not is_record(marked.data):
        raise ComposerError("het kopje is leeg; vul ten minste id en titel in", None, 1)
    leading = len(body) - len(body.lstrip("\n"))
    marked.data |= {"tekst": body.strip("\n"), "regel": str(line + leading)}
    return _model(kind, marked)


def parsed_record(kind: type[M], text: str) -> M:
    """A fact or source of its text; raises ComposerError with the first mistake."""
    return _model(kind, read_yaml(text))


def _model(kind: type[M], marked: Marked) -> M:
    problems: list[Problem] = []
    model = read_model(kind, marked, (), None, problems)
    if model is None:
        raise ComposerError(problems[0].message, None, problems[0].line)
    return model


def passage_text(passage: Snippet | Template, before: str | None = None) -> str:
    """The file of a passage or template; lines of the text `before` that mean the same stay as they are."""
    record = {key: value for key, value in passage.record().items() if key != "tekst"} | {"status": passage.status}
    old = _earlier(type(passage), before)
    if old is None or before is None:
        return join(write_yaml(plain(_ordered(record))), f"{passage.text}\n")
    was = {key: value for key, value in old.record().items() if key != "tekst"}
    head, body = split(before)
    return join(with_values(head, _differing(was, record)), body if old.text == passage.text else f"{passage.text}\n")


def _earlier(kind: type[Snippet | Template], before: str | None) -> Snippet | Template | None:
    try:
        return parsed_passage(kind, before) if before else None
    except ComposerError:
        return None


def record_text(record: Model, before: str | None = None) -> str:
    """The text of a fact or source; lines of the text `before` that mean the same stay as they are."""
    new, told = record.record(), None
    try:
        told = read_yaml(before).data if before else None
        was = type(record).model_validate(told).record() if told else None
    except (ComposerError, ValidationError):
        was = None
    if was is None or before is None:
        return write_yaml(plain(new)).rstrip("\n")
    full = record.model_dump(by_alias=True, mode="json")
    return with_values(before, _also_told(_differing(was, new), full, told))


def _also_told(new: Mapping[str, Any], full: Mapping[str, Any], told: Any) -> dict[str, Any]:
    """`new` with, from `full`, the keys that are at their default but were written out before (`told`), nested ones too."""
    made = dict(new)
    for key, value in new.items():
        if is_record(value) and is_record(told) and is_record(inner := told.get(key)):
            named = {name: full[key][name] for name in full[key] if name in value or name in inner}
            made[key] = _also_told(named, full[key], inner)
    return made


def _differing(was: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, Any]:
    """The keys whose values differ, None for those that are gone."""
    return {
        key: now.get(key) for key in (*now, *(key for key in was if key not in now)) if was.get(key) != now.get(key)
    }


def _ordered(record: Mapping[str, Any]) -> dict[str, Any]:
    """The record with its identifying keys first."""
    first = ("id", "titel", "onderwerp", "stem", "status", "eigenaar", "herzien_voor")
    return {key: record[key] for key in (*(k for k in first if k in record), *(k for k in record if k not in first))}
