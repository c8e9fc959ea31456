"""Reads YAML safely: text stays text, and every value has its line."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeGuard, cast

import yaml

from composer.domain.errors import ComposerError

MAX_CHARACTERS = 4_000_000
MAX_DEPTH = 30
MAX_VALUES = 400_000
NULLS = frozenset({"", "null", "Null", "NULL", "~"})
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Location = tuple[str | int, ...]


@dataclass
class Marked:
    """Plain data with the line, from 1, of each key and list item by its path of keys and indexes."""

    data: Any
    lines: dict[Location, int] = field(default_factory=dict[Location, int])

    def line(self, location: Location) -> int | None:
        """The line of the value, or of the nearest thing around it that has one."""
        while location and location not in self.lines:
            location = location[:-1]
        return self.lines.get(location)


def is_record(data: object) -> TypeGuard[dict[str, Any]]:
    """Whether plain data is a map of keys and values."""
    return isinstance(data, dict)


def is_list(data: object) -> TypeGuard[list[Any]]:
    return isinstance(data, list)


def read_yaml(text: str, path: Path | None = None, first_line: int = 1) -> Marked:
    """The one document in `text`; plain scalars stay text but null; raises ComposerError with the line."""
    if len(text) > MAX_CHARACTERS:
        raise ComposerError("dit bestand is te groot om te lezen; splits het in kleinere bestanden", path)
    try:
        return _Reader(text, path, first_line).read()
    except yaml.MarkedYAMLError as error:
        mark = _mark(error)
        line = min(mark.line, text.rstrip("\n").count("\n")) + first_line if mark else None
        raise ComposerError(
            f"dit is geen geldige YAML ({_problem(error)}); kijk naar inspringing, “:” en aanhalingstekens", path, line
        ) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + first_line
        raise ComposerError("hierin staat een teken dat niet mag (een stuurteken); haal het weg", path, line) from None


class _Reader:
    """Builds data from the parser's events, so that bounds hold before anything grows."""

    def __init__(self, text: str, path: Path | None, first_line: int) -> None:
        self.events: Iterator[yaml.Event] = iter(yaml.parse(io.StringIO(text), Loader=Loader))
        self.path = path
        self.first_line = first_line
        self.count = 0
        self.marked = Marked(None)

    def read(self) -> Marked:
        next(self.events)
        event = next(self.events)
        if isinstance(event, yaml.DocumentStartEvent):
            self.marked.data = self.value(next(self.events), ())
            next(self.events)
            if isinstance(extra := next(self.events), yaml.DocumentStartEvent):
                raise self.error("hier begint een tweede document; haal de regel met --- weg", extra)
        return self.marked

    def value(self, event: yaml.Event, location: Location) -> Any:
        self.guard(event, location)
        self.marked.lines.setdefault(location, self.line(event))
        if isinstance(event, yaml.ScalarEvent):
            return None if not event.style and event.value in NULLS else event.value
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(location)
        return self.mapping(location)

    def sequence(self, location: Location) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.value(event, (*location, len(items))))
        return items

    def mapping(self, location: Location) -> dict[str, Any]:
        items: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.key(event, items)
            self.marked.lines[(*location, key)] = self.line(event)
            items[key] = self.value(next(self.events), (*location, key))
        return items

    def key(self, event: yaml.Event, taken: dict[str, Any]) -> str:
        self.guard(event, ())
        if not isinstance(event, yaml.ScalarEvent):
            raise self.error("een sleutel moet een gewoon woord zijn", event)
        if event.value in taken:
            raise self.error(f"“{event.value}” staat er twee keer; haal er één weg", event)
        return event.value

    def guard(self, event: yaml.Event, location: Location) -> None:
        self.count += 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise self.error("verwijzingen met & en * mogen niet; schrijf de waarde voluit", event)
        if getattr(event, "tag", None) not in (None, "!"):
            raise self.error("typeaanduidingen met ! mogen niet; schrijf de waarde gewoon op", event)
        if len(location) > MAX_DEPTH or self.count > MAX_VALUES:
            raise self.error("dit is te diep genest of te groot; maak het eenvoudiger", event)

    def line(self, event: yaml.Event) -> int:
        assert event.start_mark is not None
        return event.start_mark.line + self.first_line

    def error(self, message: str, event: yaml.Event) -> ComposerError:
        return ComposerError(message, self.path, self.line(event))


_PROBLEMS = (
    ("found duplicate", "een sleutel staat er twee keer"),
    ("mapping values are not allowed", "er staat een “:” waar dat niet kan"),
    ("could not find expected ':'", "er ontbreekt een “:”"),
    ("while scanning a quoted scalar", "er ontbreekt een aanhalingsteken"),
    ("did not find expected key", "de inspringing klopt niet"),
    ("expected <block end>", "de inspringing klopt niet"),
    ("cannot start any token", "er staat een teken dat hier niet kan, bijvoorbeeld een tab"),
)


def _mark(error: yaml.MarkedYAMLError) -> yaml.Mark | None:
    """The position to report for a parser error: where an unclosed construct opens, else where the error shows."""
    opened = any(word in (error.context or "") for word in ("quoted scalar", "flow sequence", "flow mapping"))
    return error.context_mark if opened and error.context_mark else error.problem_mark or error.context_mark


def _problem(error: yaml.MarkedYAMLError) -> str:
    said = f"{error.context or ''} {error.problem or ''}"
    return next((dutch for english, dutch in _PROBLEMS if english in said), "de opbouw klopt niet")


class _Dumper(yaml.SafeDumper):
    """Block style, text over several lines as a block, dates plain."""


_BREAKS = frozenset("\x85\u2028\u2029")
"""Line ends to YAML, which makes spaces of them unless they are escaped."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    plain = text[:1].strip() and not text.endswith("\n\n") and all(line == line.rstrip() for line in text.split("\n"))
    block = "\n" in text and plain
    style = '"' if _BREAKS & set(text) else "|" if block else None
    return cast(Any, dumper).represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)
_Dumper.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


def write_yaml(data: Any) -> str:
    """The data as this program and its users read it: keys in the order given, long text in blocks."""
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110, default_flow_style=False)
