"""Changes in a file of YAML that leave every other line as its writer left it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from composer.domain.errors import ComposerError
from composer.library.yaml import Marked, is_list, is_record, read_yaml, write_yaml

Record = dict[str, Any]
_NUMBER = re.compile(r"[1-9][0-9]{0,14}")
REFUSED = "dit bestand is anders opgebouwd dan het programma kan bewerken; schrijf ieder onderdeel op eigen regels"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines of a text from `first` up to and not including `last`, counted from 0."""

    first: int
    last: int


def plain(value: Any) -> Any:
    """Data as users write it: ja and nee, and no quotes around what reads as itself."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return int(value)
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}  # pyright: ignore[reportUnknownVariableType]
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]  # pyright: ignore[reportUnknownVariableType]
    return value


def with_values(text: str, changed: Mapping[str, Any]) -> str:
    """The text of a map with other values for these keys, None taking a key away; new keys come last.

    In a nested map only the lines of keys that differ are rewritten.
    """
    marked = read_yaml(text)
    if not is_record(marked.data):
        raise ComposerError(REFUSED)
    blocks = _blocks(text, marked)
    if blocks is None:
        kept = {key: value for key, value in {**marked.data, **changed}.items() if value is not None}
        return write_yaml(plain(kept)).rstrip("\n")
    lines = text.rstrip("\n").split("\n")
    for key in sorted(changed.keys() & blocks.keys(), key=lambda key: -blocks[key].first):
        place = slice(blocks[key].first, blocks[key].last)
        lines[place] = _rewritten(lines[place], key, marked.data[key], changed[key])
    return "\n".join(lines + _written({key: value for key, value in changed.items() if key not in blocks}))


def _rewritten(lines: list[str], key: str, was: Any, now: Any) -> list[str]:
    """The lines of a key with another value."""
    if is_record(was) and was and is_record(now) and now and _within(lines):
        depth = _indent(next(line for line in lines[1:] if not _aside(line, len(line))))
        differing = {name: now.get(name) for name in (*was, *now) if was.get(name) != _plainly(now.get(name))}
        inner = with_values("\n".join(line[min(depth, _indent(line)) :] for line in lines[1:]), differing)
        return [lines[0], *(f"{' ' * depth}{line}" if line else "" for line in inner.split("\n"))]
    return _written({key: now})


def _plainly(value: Any) -> Any:
    """The value as it reads back from a file."""
    return read_yaml(write_yaml({"": plain(value)})).data[""] if value is not None else None


def _within(lines: list[str]) -> bool:
    """Whether the lines of a key have a map below it."""
    return bool(re.fullmatch(r"[^#]+:( +#.*)?", lines[0])) and any(not _aside(line, len(line)) for line in lines[1:])


def _written(record: Mapping[str, Any]) -> list[str]:
    kept = {key: plain(value) for key, value in record.items() if value is not None}
    return write_yaml(kept).rstrip("\n").split("\n") if kept else []


def _blocks(text: str, marked: Marked) -> dict[str, Stretch] | None:
    """The lines of each key, remarks before the next one left out; None when keys share a line."""
    lines = text.rstrip("\n").split("\n")
    starts = {key: marked.lines[(key,)] - 1 for key in marked.data}
    if len(set(starts.values())) < len(starts) or any(
        not lines[at].startswith((key, '"', "'")) for key, at in starts.items()
    ):
        return None
    ends = [*list(starts.values())[1:], len(lines)]
    return {key: Stretch(at, _end(lines, at, end, 0)) for (key, at), end in zip(starts.items(), ends, strict=True)}


def _end(lines: list[str], first: int, last: int, indent: int) -> int:
    """The end of a block that is followed at `last`: empty lines and comments no deeper than `indent` belong to what follows."""
    while last - 1 > first and _aside(lines[last - 1], indent):
        last -= 1
    return last


def _aside(line: str, indent: int) -> bool:
    words = line.lstrip(" ")
    return not words or (words.startswith("#") and len(line) - len(words) <= indent)


def key_of(record: Any) -> str:
    """The key of a record in a list; "" for anything else."""
    return (
        str(next((record[name] for name in ("id", "cbs", "reeks") if name in record), "")) if is_record(record) else ""
    )


def records(text: str, path: Path | None = None) -> dict[str, str]:
    """The text of each record in a list by its key, as a map without the dash before it; raises ComposerError."""
    marked = read_yaml(text, path)
    return {key_of(marked.data[at]): _as_map(text, stretch) for at, stretch in _stretches(text, marked, path)}


def with_record(text: str, key: str, record: str, path: Path | None = None) -> str:
    """The list with this text for the record of a key, in its place or at the end; "" takes it away.

    Raises ComposerError when the file is not a list on lines of its own, or another record would become otherwise.
    """
    marked = read_yaml(text, path)
    places = {key_of(marked.data[at]): stretch for at, stretch in _stretches(text, marked, path)}
    lines = text.rstrip("\n").split("\n") if text.strip() else []
    if key in places:
        place = places[key]
        lines[place.first : place.last] = _as_item(record, _indent(lines[place.first]))
    elif record:
        lines += ([""] if lines else []) + _as_item(
            record, _indent(lines[next(iter(places.values())).first]) if places else 0
        )
    changed = "\n".join(lines).rstrip("\n") + "\n"
    _prove(marked, changed, key, record, path)
    return changed


def _prove(before: Marked, changed: str, key: str, record: str, path: Path | None) -> None:
    """Reads the changed text; raises ComposerError when another record changed or this one is not as intended."""
    wanted = list(before.data or ())
    places = [at for at, item in enumerate(wanted) if key_of(item) == key]
    at = places[0] if places else len(wanted)
    wanted[at : at + 1] = [read_yaml(record).data] if record else []
    if len(places) > 1 or (read_yaml(changed, path).data or []) != wanted:
        raise ComposerError(REFUSED, path)


def _stretches(text: str, marked: Marked, path: Path | None) -> Iterator[tuple[int, Stretch]]:
    if marked.data is None:
        return
    if not is_list(marked.data):
        raise ComposerError("dit bestand bevat geen lijst; zet een streepje voor ieder onderdeel", path)
    lines = text.rstrip("\n").split("\n")
    starts = [_start(lines, marked.lines[(at,)] - 1) for at in range(len(marked.data))]
    for at, (first, last) in enumerate(zip(starts, [*starts[1:], len(lines)], strict=True)):
        if not lines[first].lstrip(" ").startswith("-") or first >= last:
            raise ComposerError(REFUSED, path, first + 1)
        yield at, Stretch(first, _end(lines, first, last, _indent(lines[first])))


def _start(lines: list[str], at: int) -> int:
    """The index of the line with the dash, which may stand above the record."""
    return at - 1 if at and not lines[at].lstrip(" ").startswith("-") and lines[at - 1].strip() == "-" else at


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _as_map(text: str, stretch: Stretch) -> str:
    first, *rest = text.split("\n")[stretch.first : stretch.last]
    opened = first.replace("-", " ", 1)
    if not opened.strip():
        opened, *rest = rest
    depth = _indent(opened)
    return "\n".join(line[min(depth, _indent(line)) :] for line in (opened, *rest))


def _as_item(record: str, indent: int) -> list[str]:
    if not record:
        return []
    first, *rest = record.rstrip("\n").split("\n")
    before = " " * indent
    return [f"{before}- {first}", *(f"{before}  {line}" if line else "" for line in rest)]
