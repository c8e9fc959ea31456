"""Another library's files brought into a layer: what is new comes in, what differs is shown, and nothing is lost."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Literal

from composer.domain.errors import ComposerError
from composer.domain.revision import Item, Kind, Revision, version_digest
from composer.library.contents import ALONE, files
from composer.library.editing_yaml import records, with_record
from composer.library.history import FOLDER, history, keep_file, next_moment, record
from composer.library.locks import locked
from composer.library.names import namesakes
from composer.library.reading import read_text
from composer.library.store import save
from composer.library.texts import status_of
from composer.library.yaml import read_yaml

Fate = Literal["nieuw", "gelijk", "bijgewerkt", "ouder", "verschil"]
LISTS = ("bronnen", "feiten", "gemeenten", "regios")
_OF_TEXTS: Mapping[str, Kind] = {"snippets": "tekstblokken", "templates": "sjablonen"}
_OF_LISTS: Mapping[str, Kind] = {"feiten": "feiten", "bronnen": "bronnen"}


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file, or one record `key` of a list, with what becomes of it; `ours` and `theirs` are both sides, None when not there."""

    name: str
    key: str
    fate: Fate
    theirs: bytes
    ours: bytes | None = None

    @property
    def label(self) -> str:
        return f"{self.name}: {self.key}" if self.key else self.name


@dataclass(frozen=True)
class Merge:
    """What bringing files into a folder comes down to; nothing is written yet."""

    folder: Path
    arrivals: tuple[Arrival, ...]

    def of(self, fate: Fate) -> tuple[Arrival, ...]:
        return tuple(arrival for arrival in self.arrivals if arrival.fate == fate)


def merge(folder: Path, theirs: Mapping[str, bytes], base: Mapping[str, str] | None = None) -> Merge:
    """`base` gives the sha256 that each file had when both were the same, where that is known."""
    return Merge(folder, tuple(_Merging(folder, theirs, base or {}).arrivals()))


@dataclass
class _Merging:
    folder: Path
    theirs: Mapping[str, bytes]
    base: Mapping[str, str]
    _ours: dict[str, Path] = field(init=False)

    def __post_init__(self) -> None:
        self._ours = files(self.folder) if self.folder.is_dir() else {}
        if pairs := namesakes((*self._ours, *(name for name in self.theirs if name not in self._ours))):
            raise ComposerError(
                f"“{pairs[0][0]}” en “{pairs[0][1]}” zijn op Windows hetzelfde; geef er één een andere naam"
            )

    @cached_property
    def versions(self) -> dict[tuple[Kind, str], set[str]]:
        """The versions in the history that comes along."""
        found: dict[tuple[Kind, str], set[str]] = {}
        for name, content in self.theirs.items():
            match PurePosixPath(name).parts:
                case (place, kind, item, _) if place == FOLDER:
                    found.setdefault((kind, item), set()).update(_digests(content))  # pyright: ignore[reportArgumentType]
                case _:
                    pass
        return found

    @cached_property
    def records(self) -> dict[tuple[str, str], tuple[str, str]]:
        """The file and text of each of our records, by folder and key."""
        found: dict[tuple[str, str], tuple[str, str]] = {}
        for name, path in self._ours.items():
            if _is_list(name):
                found |= {(_shelf(name), key): (name, text) for key, text in _records(read_text(path)).items()}
        return found

    def arrivals(self) -> Iterator[Arrival]:
        for name, content in self.theirs.items():
            if _is_list(name) and not self.one_side(name, content):
                yield from self.listed(name, content)
            else:
                yield self.whole(name, content)

    def one_side(self, name: str, content: bytes) -> bool:
        """Whether a list can come in whole: it is the same, only one side changed it, or none of its records is here."""
        if name not in self._ours:
            return not any((_shelf(name), key) in self.records for key in _records(_text(content)))
        ours = self._ours[name].read_bytes()
        return ours == content or self.base.get(name) in (_sha(ours), _sha(content))

    def whole(self, name: str, content: bytes) -> Arrival:
        place = self.present(name)
        if place is None:
            return Arrival(name, "", "nieuw", content)
        ours = self._ours[place].read_bytes()
        item = _item(name)
        digests = (version_digest(_text(ours)), version_digest(_text(content))) if item else ("", "")
        return Arrival(place, "", self.fate(item, ours, content, digests, name), content, ours)

    def present(self, name: str) -> str | None:
        """Our file for it; a passage is known by its id, in whatever folder."""
        if name in self._ours or not name.startswith("snippets/"):
            return name if name in self._ours else None
        last = PurePosixPath(name).name
        return next((o for o in self._ours if o.startswith("snippets/") and PurePosixPath(o).name == last), None)

    def listed(self, name: str, content: bytes) -> Iterator[Arrival]:
        theirs = _records(_text(content))
        if not theirs:
            yield self.whole(name, content)
        for key, text in theirs.items():
            place, ours = self.records.get((_shelf(name), key), (name, None))
            kind = _OF_LISTS.get(_shelf(name))
            item = Item(kind, key) if kind else None
            if ours is None:
                yield Arrival(name, key, "nieuw", text.encode())
                continue
            same = read_yaml(ours).data == read_yaml(text).data
            digests = (version_digest(ours), version_digest(text))
            fate = "gelijk" if same else self.fate(item, ours.encode(), text.encode(), digests, "")
            yield Arrival(place, key, fate, text.encode(), ours.encode())

    def fate(self, item: Item | None, ours: bytes, theirs: bytes, digests: tuple[str, str], name: str) -> Fate:
        if ours == theirs or (item and digests[0] == digests[1]):
            return "gelijk"
        if name in self.base and self.base[name] in (_sha(ours), _sha(theirs)):
            return "bijgewerkt" if self.base[name] == _sha(ours) else "ouder"
        if item is None:
            return "verschil"
        known_to_us = digests[1] in history(self.folder, item).versions
        known_to_them = digests[0] in self.versions.get((item.kind, item.id), set())
        if known_to_us == known_to_them:
            return "verschil"
        return "ouder" if known_to_us else "bijgewerkt"


def _digests(content: bytes) -> set[str]:
    """The version of an event, as far as the file can be read."""
    try:
        data = read_yaml(_text(content)).data
        return {str(data["sha256"])}
    except (ComposerError, KeyError, TypeError):
        return set()


def _sha(content: bytes) -> str:
    return sha256(content).hexdigest()


def _text(content: bytes) -> str:
    return content.decode("utf-8-sig", "replace").replace("\r\n", "\n")


def _records(text: str) -> dict[str, str]:
    try:
        return {key: record for key, record in records(text).items() if key}
    except ComposerError:
        return {}


def _is_list(name: str) -> bool:
    return name.endswith(".yaml") and (_shelf(name) in LISTS or name in ALONE - {"instellingen.yaml"})


def _shelf(name: str) -> str:
    return name.partition("/")[0]


def _item(name: str) -> Item | None:
    """The item whose text is this whole file."""
    kind = _OF_TEXTS.get(_shelf(name))
    return Item(kind, PurePosixPath(name).stem) if kind else None


def carry_out(plan: Merge, who: str, take: Collection[Arrival] = ()) -> None:
    """Writes what is new and what was brought up to date, and of what differs only `take`; ours is kept in the history first."""
    plan.folder.mkdir(parents=True, exist_ok=True)
    with locked(plan.folder, who=who) as lock:
        for arrival in sorted(plan.arrivals, key=lambda each: not each.name.startswith(f"{FOLDER}/")):
            if arrival.fate in ("nieuw", "bijgewerkt") or arrival in take:
                _write(plan.folder, arrival, who)
                lock.renew()


def _write(folder: Path, arrival: Arrival, who: str) -> None:
    path = folder / arrival.name
    path.parent.mkdir(parents=True, exist_ok=True)
    if arrival.ours is not None:
        _keep(folder, arrival, path)
    content, before = arrival.theirs, path.read_bytes() if path.exists() else None
    if arrival.key:
        content = with_record(_text(before or b""), arrival.key, _text(arrival.theirs), path).encode()
    elif before is not None and before != arrival.ours:
        raise ComposerError("dit bestand is intussen door iemand anders veranderd; probeer het nog eens", path)
    save(path, content, _sha(before) if before is not None else None, replace=before is not None)
    if arrival.ours is not None:
        _settle(folder, arrival, who)


def _keep(folder: Path, arrival: Arrival, path: Path) -> None:
    """What is about to be replaced stays readable: as a version of its item, else as a kept file."""
    item, text = _of(arrival), _text(arrival.ours or b"")
    if item is None:
        keep_file(folder, path)
    elif version_digest(text) not in history(folder, item).versions:
        _record(folder, item, text, "aangetroffen", "", ())


def _settle(folder: Path, arrival: Arrival, who: str) -> None:
    """The version that came in follows on ours."""
    item, text = _of(arrival), _text(arrival.theirs)
    if item and arrival.fate == "verschil":
        _record(folder, item, text, "gewijzigd", who, (version_digest(_text(arrival.ours or b"")),))


def _of(arrival: Arrival) -> Item | None:
    kind = _OF_LISTS.get(_shelf(arrival.name)) if arrival.key else None
    return Item(kind, arrival.key) if kind else None if arrival.key else _item(arrival.name)


def _record(
    folder: Path, item: Item, text: str, act: Literal["aangetroffen", "gewijzigd"], who: str, bases: tuple[str, ...]
) -> None:
    past = history(folder, item)
    known = past.versions.get(version_digest(text))
    said = status_of(text) if item.kind in ("tekstblokken", "sjablonen") else known.status if known else "vastgesteld"
    when = next_moment(past)
    record(
        folder,
        item,
        Revision(act=act, who=who, when=when, status=said, bases=bases, sha256=version_digest(text), text=text),
    )
