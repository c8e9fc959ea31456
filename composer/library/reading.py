"""Files of content into models, every mistake with its file, line and field, in Dutch."""

import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from composer.domain.errors import ComposerError, did_you_mean
from composer.domain.finding import Problem
from composer.domain.model import (
    ADDRESS_PATTERN,
    CBS_PATTERN,
    FILE_NAME_PATTERN,
    ID_PATTERN,
    NAME_PATTERN,
    OWN_ID_PATTERN,
)
from composer.library.store import reason, refuse_folder
from composer.library.yaml import Location, Marked, is_record, read_yaml

M = TypeVar("M", bound=BaseModel)

MAX_BYTES = 8_000_000
MAX_SHOWN = 80
FENCE = "---"


def read_text(path: Path) -> str:
    """A file of content as text; raises ComposerError when it cannot be read, is too large or is no UTF-8."""
    try:
        return read_bytes(path, MAX_BYTES).decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ComposerError("dit bestand is geen UTF-8; bewaar het opnieuw als UTF-8", path, line) from None
    except OSError as error:
        raise ComposerError(f"dit bestand is niet te lezen ({reason(error)}); kijk of het er nog staat", path) from None


def read_bytes(path: Path, most: int) -> bytes:
    """A whole file; raises ComposerError beyond `most` bytes or for what has no end, such as a pipe, and OSError."""
    refuse_folder(path)
    if not stat.S_ISREG(path.stat().st_mode):
        raise ComposerError("dit is geen gewoon bestand; kies een ander", path)
    with path.open("rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise ComposerError("dit bestand is te groot om te lezen; splits het in kleinere bestanden", path)
    return data


def read_front_matter(text: str, path: Path | None = None) -> tuple[Marked, str, int]:
    """The front matter between two lines of ---, the text below it, and the line on which that begins."""
    lines = text.split("\n")
    if not lines or lines[0].rstrip() != FENCE:
        raise ComposerError("het kopje ontbreekt; begin het bestand met een regel ---", path, 1)
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        raise ComposerError("het kopje houdt niet op; sluit het af met een regel ---", path, 1)
    return read_yaml("\n".join(lines[1:end]), path, 2), "\n".join(lines[end + 1 :]), end + 2


def read_model(kind: type[M], marked: Marked, at: Location, path: Path | None, problems: list[Problem]) -> M | None:
    """The record at a location as a model; None, with all its mistakes in `problems`, when it is not one."""
    record = marked.data
    for step in at:
        record = record[step]
    if not is_record(record):
        problems.append(Problem("hier horen sleutels met waarden te staan, zoals “id: …”", path, marked.line(at)))
        return None
    try:
        return kind.model_validate(record)
    except ValidationError as error:
        problems += explain(error, kind, marked, at, path)
        return None


def explain(
    error: ValidationError, kind: type[BaseModel], marked: Marked, at: Location, path: Path | None
) -> Iterable[Problem]:
    """Each mistake as "veld: wat, en wat te doen" at its line."""
    details = error.errors(include_url=False)
    for detail in details:
        if detail["type"] == "too_short" and any(_within(other["loc"], detail["loc"]) for other in details):
            continue  # not empty: none of its items could be read, which is reported for each
        within: Location = detail.get("ctx", {}).get("at", ())
        location = _keys((*detail["loc"], *within), marked, at)
        name = ".".join(_shown(step) for step in location)
        message = " ".join(_message(detail, kind).split())
        yield Problem(f"{name}: {message}" if name else message, path, marked.line((*at, *location)))


def _within(inner: Location, outer: Location) -> bool:
    return len(inner) > len(outer) and inner[: len(outer)] == outer


def _keys(location: Location, marked: Marked, at: Location) -> Location:
    """The location without the branches of unions, which no file has; a missing key may stand last."""
    kept: Location = ()
    steps = [step for step in location if step != "[key]"]
    for position, step in enumerate(steps):
        if (*at, *kept, step) in marked.lines or position == len(steps) - 1:
            kept = (*kept, step)
    return kept


def _shown(step: str | int) -> str:
    return f"nummer {step + 1}" if isinstance(step, int) else step


_PATTERNS = {
    ID_PATTERN: "kleine letters, cijfers en streepjes, zoals vng-resolutie",
    NAME_PATTERN: "kleine letters, cijfers en lage streepjes, zoals naam_wethouder",
    CBS_PATTERN: "een cbs-code, zoals GM1721",
    ADDRESS_PATTERN: "een adres dat met https:// begint, zonder spaties",
    FILE_NAME_PATTERN: "alleen de naam van het bestand, zonder map",
    OWN_ID_PATTERN: "letters, cijfers en streepjes, of laat het id weg",
}


_EMPTY = "is leeg; vul dit in of haal het weg"
_NO_NUMBER = "“{given}” is geen getal; schrijf alleen cijfers, zonder punten of euroteken"
_NO_LIST = "hier hoort een lijst; begin iedere regel met een streepje, of schrijf [a, b]"
_NO_RECORD = "hier horen sleutels met waarden te staan"
_OUT_OF_BOUNDS = "“{given}” valt buiten wat kan; controleer het getal"
_OTHER = "deze waarde past hier niet; kijk in de handleiding welke vorm hoort"

_MESSAGES = {
    "union_tag_not_found": "soort ontbreekt; schrijf bijvoorbeeld “soort: datum”",
    "string_type": "hier hoort tekst; zet de waarde op één regel, zo nodig tussen aanhalingstekens",
    **dict.fromkeys(("string_too_short", "too_short"), _EMPTY),
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float", "decimal_type", "decimal_parsing"), _NO_NUMBER),
    **dict.fromkeys(("float_type", "float_parsing"), _NO_NUMBER),
    **dict.fromkeys(("tuple_type", "list_type"), _NO_LIST),
    **dict.fromkeys(("mapping_type", "dict_type", "model_type", "model_attributes_type"), _NO_RECORD),
    **dict.fromkeys(("greater_than_equal", "less_than_equal", "finite_number"), _OUT_OF_BOUNDS),
    **dict.fromkeys(("decimal_max_places", "int_parsing_size"), _OUT_OF_BOUNDS),
}


def _message(detail: ErrorDetails, kind: type[BaseModel]) -> str:
    context: dict[str, Any] = detail.get("ctx", {})
    given = _short(detail.get("input"))
    match detail["type"]:
        case "dutch":
            return detail["msg"]
        case "missing":
            return "ontbreekt; vul dit in"
        case "extra_forbidden":
            return _unknown_key(kind, detail["loc"])
        case _ if detail.get("input") is None:
            return _EMPTY
        case "literal_error":
            return f"“{given}” kan hier niet; kies uit {_choices(context['expected'])}"
        case "union_tag_invalid":
            return f"soort “{context['tag']}” bestaat niet; kies uit {_choices(context['expected_tags'])}"
        case "string_pattern_mismatch":
            return f"“{given}” past niet; gebruik {_PATTERNS.get(context['pattern'], 'de vorm uit de handleiding')}"
        case other:
            return _MESSAGES.get(other, _OTHER).replace("{given}", given)


def _unknown_key(kind: type[BaseModel], location: Location) -> str:
    name, known = str(location[-1]), known_keys(kind, location)
    if name in known:  # of another kind in the same place, as an order is of an amount and not of a date
        return f"soort “{location[-2]}” heeft deze sleutel niet; haal hem weg"
    return f"onbekende sleutel.{did_you_mean(name, known)} Haal hem weg of verbeter hem"


def _choices(expected: str) -> str:
    return expected.replace("'", "").replace(" or ", " of ")


def _short(given: object) -> str:
    """What was given, on one line and not too long to read."""
    text = " ".join(str(given).split())
    return text if len(text) <= MAX_SHOWN else f"{text[:MAX_SHOWN]}…"


def known_keys(kind: type[BaseModel], location: Location) -> list[str]:
    """The keys that may stand where a location leads to."""
    kinds: list[type[BaseModel]] = [kind]
    for step in location[:-1]:
        fields = [(name, field) for held in kinds for name, field in held.model_fields.items()]
        inner = [held for name, field in fields if step in (field.alias, name) for held in _models_in(field.annotation)]
        kinds = inner or kinds
    return [field.alias or name for held in kinds for name, field in held.model_fields.items()]


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models in an annotation such as tuple[Evidence, ...] or Validity | None."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)
