"""The history of texts: a small file for each event beside the content, added and never changed."""

import re
import secrets
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from composer.domain.errors import ComposerError
from composer.domain.finding import Problem
from composer.domain.model import Model
from composer.domain.revision import WRITING, Item, Remark, Revision, at
from composer.library.reading import read_model, read_text
from composer.library.store import reason, save
from composer.library.yaml import read_yaml, write_yaml

M = TypeVar("M", Revision, Remark)
FOLDER, REMARKS, FILES = "historie", "opmerkingen", "bestanden"
DAMAGED = "dit stuk geschiedenis is beschadigd en telt niet mee; de rest is er nog. Zet het terug uit een reservekopie"
_BASE = re.compile(rb"^- ([0-9a-f]{64})\r?$", re.MULTILINE)
_TICK = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """A revision with the name of its file, which identifies it."""

    name: str
    revision: Revision


@dataclass(frozen=True)
class History:
    """The events of one item in order, and the problems with their files.

    `lost_parents` are the parents that can still be read in damaged files.
    """

    item: Item
    entries: tuple[HistoryEntry, ...] = ()
    problems: tuple[Problem, ...] = ()
    lost_parents: frozenset[str] = frozenset()

    @cached_property
    def latest(self) -> Revision | None:
        return self.entries[-1].revision if self.entries else None

    @cached_property
    def versions(self) -> Mapping[str, Revision]:
        """The last event of each version, by its sha256."""
        return {entry.revision.sha256: entry.revision for entry in self.entries}

    @cached_property
    def approved(self) -> Revision | None:
        """The version that was approved last."""
        return next((e.revision for e in reversed(self.entries) if e.revision.act == "vastgesteld"), None)

    def revision(self, name: str) -> Revision:
        """Raises ComposerError when there is no such event."""
        found = next((entry.revision for entry in self.entries if entry.name == name), None)
        if found is None:
            raise ComposerError("deze versie is er niet (meer); kijk in de geschiedenis welke er wel zijn")
        return found

    def authors(self) -> tuple[str, ...]:
        """The authors of what awaits approval: since the last approval, up to its submission; unknown people left out."""
        names: list[str] = []
        offered: list[str] = []
        for held in (entry.revision for entry in self.entries):
            if held.act == "vastgesteld":
                names, offered = [], []
            elif held.act in WRITING:
                names.append(held.who)
            elif held.act == "ter-beoordeling":
                offered = [*names, held.who]
        return tuple(dict.fromkeys(name for name in (offered or names) if name))

    @cached_property
    def heads(self) -> tuple[HistoryEntry, ...]:
        """The last event of each version that is no other version's parent.

        There is one, unless two people wrote at once or a write was cut off.
        """
        last = {entry.revision.sha256: at for at, entry in enumerate(self.entries)}
        bases = [(base, at) for at, entry in enumerate(self.entries) for base in entry.revision.parents]
        built_on = {base for base, at in bases if last.get(base, at) < at} | self.lost_parents
        return tuple(self.entries[at] for digest, at in last.items() if digest not in built_on)

    def unmerged_heads(self, present: str | None) -> tuple[HistoryEntry, ...]:
        """The heads other than the present version; none when that was made outside the program and there is one head."""
        if present not in self.versions and len(self.heads) == 1:
            return ()
        return tuple(entry for entry in self.heads if entry.revision.sha256 != present)


def folder_of(layer: Path, item: Item) -> Path:
    return layer / FOLDER / item.kind / item.id


def history(layer: Path, item: Item) -> History:
    """All events of an item, the earliest first; a damaged file is reported in `problems` and leaves the others readable."""
    problems: list[Problem] = []
    entries = [HistoryEntry(path.name, held) for path, held in _events(folder_of(layer, item), Revision, problems)]
    sound = [entry for entry in entries if _sound(entry, folder_of(layer, item), problems)]
    entries = tuple(sorted(sound, key=lambda entry: (entry.revision.when, entry.name)))
    lost = frozenset(digest for problem in problems for digest in _bases_in(problem.path))
    return History(item, entries, tuple(problems), lost)


def _bases_in(path: Path | None) -> Iterator[str]:
    """The parents that can still be read in a damaged file."""
    with suppress(OSError):
        for match in _BASE.finditer(path.read_bytes() if path else b""):
            yield match[1].decode()


def _events(folder: Path, kind: type[M], problems: list[Problem]) -> Iterator[tuple[Path, M]]:
    for path in sorted(folder.glob("*.yaml")):
        if not path.name.startswith("."):
            try:
                event = read_model(kind, read_yaml(read_text(path), path), (), path, [])
            except ComposerError:
                event = None
            if event is None:
                problems.append(Problem(DAMAGED, path, severity="waarschuwing"))
            else:
                yield path, event


def _sound(entry: HistoryEntry, folder: Path, problems: list[Problem]) -> bool:
    if entry.revision.sound:
        return True
    problems.append(Problem(DAMAGED, folder / entry.name, severity="waarschuwing"))
    return False


def items(layer: Path) -> tuple[Item, ...]:
    """Everything that has a history in a layer."""
    found: list[Item] = []
    for kind in ("tekstblokken", "sjablonen", "feiten", "bronnen", "huisstijlen"):
        found += [Item(kind, path.name) for path in sorted((layer / FOLDER / kind).glob("*")) if path.is_dir()]
    return tuple(found)


def record(layer: Path, item: Item, revision: Revision) -> HistoryEntry:
    """Adds an event; raises ComposerError when it cannot be written."""
    name = _added(folder_of(layer, item), revision, revision.when)
    return HistoryEntry(name, revision)


def next_moment(earlier: History | None, now: datetime | None = None) -> datetime:
    """Now, or just after the last event when a clock runs behind: an event never comes before what it follows."""
    moment = now or datetime.now(UTC)
    last = earlier.latest if earlier else None
    return max(moment, last.when + _TICK) if last else moment


def _added(folder: Path, event: Model, when: datetime) -> str:
    name = f"{at(when.astimezone(UTC))}-{secrets.token_hex(4)}.yaml"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ComposerError(f"de geschiedenis kan hier niet worden bewaard ({reason(error)})", folder) from error
    save(folder / name, write_yaml({"formaat": 1, **event.record()}).encode(), replace=False)
    return name


def remarks(layer: Path, item: Item) -> tuple[dict[str, Remark], tuple[Problem, ...]]:
    """The comments on an item by name, in order, and the problems with their files."""
    problems: list[Problem] = []
    found = {path.name: held for path, held in _events(folder_of(layer, item) / REMARKS, Remark, problems)}
    return dict(sorted(found.items(), key=lambda entry: (entry[1].when, entry[0]))), tuple(problems)


def add_remark(layer: Path, item: Item, remark: Remark) -> str:
    """Writes a comment and returns its name, to which replies refer."""
    return _added(folder_of(layer, item) / REMARKS, remark, remark.when)


def keep_file(layer: Path, path: Path) -> str:
    """Keeps a house style's file under its sha256, which is returned."""
    content = path.read_bytes()
    digest = sha256(content).hexdigest()
    target = layer / FOLDER / FILES / digest
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        save(target, content)
    return digest


def kept_file(layer: Path, digest: str) -> bytes:
    """A kept file; raises ComposerError when it is gone or no longer what it was."""
    path = layer / FOLDER / FILES / digest
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ComposerError(f"dit bestand uit de geschiedenis is niet te lezen ({reason(error)})", path) from error
    if sha256(content).hexdigest() != digest:
        raise ComposerError(DAMAGED, path)
    return content
