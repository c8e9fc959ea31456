"""Plans the merge of another library's files into a layer: new files, updates and conflicts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Literal

from composer.domain.errors import ComposerError
from composer.domain.revision import Item, Kind, version_digest
from composer.library.editing_yaml import records
from composer.library.file_list import ALONE, library_files
from composer.library.file_names import case_collisions
from composer.library.history import FOLDER, history
from composer.library.reading import read_text
from composer.library.yaml import read_yaml

MergeStatus = Literal["nieuw", "gelijk", "bijgewerkt", "ouder", "verschil"]
LISTS = ("bronnen", "feiten", "gemeenten", "regios")
OF_TEXTS: Mapping[str, Kind] = {"snippets": "tekstblokken", "templates": "sjablonen"}
OF_LISTS: Mapping[str, Kind] = {"feiten": "feiten", "bronnen": "bronnen"}


@dataclass(frozen=True, slots=True)
class MergeItem:
    """A file, or one record `key` of a list, with its merge status; `ours` and `theirs` are None when absent."""

    name: str
    key: str
    status: MergeStatus
    theirs: bytes
    ours: bytes | None = None

    @property
    def label(self) -> str:
        return f"{self.name}: {self.key}" if self.key else self.name


@dataclass(frozen=True)
class Merge:
    """The plan of a merge; nothing is written yet."""

    folder: Path
    items: tuple[MergeItem, ...]

    def of(self, fate: MergeStatus) -> tuple[MergeItem, ...]:
        return tuple(item for item in self.items if item.status == fate)


def merge(folder: Path, theirs: Mapping[str, bytes], base: Mapping[str, str] | None = None) -> Merge:
    """Plans a merge; `base` has the sha256 of files when both sides were equal, where that is known."""
    return Merge(folder, tuple(_Merging(folder, theirs, base or {}).arrivals()))


@dataclass
class _Merging:
    folder: Path
    theirs: Mapping[str, bytes]
    base: Mapping[str, str]
    _ours: dict[str, Path] = field(init=False)

    def __post_init__(self) -> None:
        self._ours = library_files(self.folder) if self.folder.is_dir() else {}
        if pairs := case_collisions((*self._ours, *(name for name in self.theirs if name not in self._ours))):
            raise ComposerError(
                f"“{pairs[0][0]}” en “{pairs[0][1]}” zijn op Windows hetzelfde; geef er één een andere naam"
            )

    @cached_property
    def versions(self) -> dict[tuple[Kind, str], set[str]]:
        """The versions in the incoming history, by item."""
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
                found |= {(shelf_of(name), key): (name, text) for key, text in records_of(read_text(path)).items()}
        return found

    def arrivals(self) -> Iterator[MergeItem]:
        for name, content in self.theirs.items():
            if _is_list(name) and not self.one_side(name, content):
                yield from self.listed(name, content)
            else:
                yield self.whole(name, content)

    def one_side(self, name: str, content: bytes) -> bool:
        """Whether a list can be merged whole: it is equal, only one side changed it, or none of its records is here."""
        if name not in self._ours:
            return not any((shelf_of(name), key) in self.records for key in records_of(text_of(content)))
        ours = self._ours[name].read_bytes()
        return ours == content or self.base.get(name) in (sha_of(ours), sha_of(content))

    def whole(self, name: str, content: bytes) -> MergeItem:
        place = self.present(name)
        if place is None:
            return MergeItem(name, "", "nieuw", content)
        ours = self._ours[place].read_bytes()
        item = item_of(name)
        digests = (version_digest(text_of(ours)), version_digest(text_of(content))) if item else ("", "")
        return MergeItem(place, "", self.fate(item, ours, content, digests, name), content, ours)

    def present(self, name: str) -> str | None:
        """The name of our file for it, None without one; a passage is found by its id in any folder."""
        if name in self._ours or not name.startswith("snippets/"):
            return name if name in self._ours else None
        last = PurePosixPath(name).name
        return next((o for o in self._ours if o.startswith("snippets/") and PurePosixPath(o).name == last), None)

    def listed(self, name: str, content: bytes) -> Iterator[MergeItem]:
        theirs = records_of(text_of(content))
        if not theirs:
            yield self.whole(name, content)
        for key, text in theirs.items():
            place, ours = self.records.get((shelf_of(name), key), (name, None))
            kind = OF_LISTS.get(shelf_of(name))
            item = Item(kind, key) if kind else None
            if ours is None:
                yield MergeItem(name, key, "nieuw", text.encode())
                continue
            same = read_yaml(ours).data == read_yaml(text).data
            digests = (version_digest(ours), version_digest(text))
            fate = "gelijk" if same else self.fate(item, ours.encode(), text.encode(), digests, "")
            yield MergeItem(place, key, fate, text.encode(), ours.encode())

    def fate(self, item: Item | None, ours: bytes, theirs: bytes, digests: tuple[str, str], name: str) -> MergeStatus:
        if ours == theirs or (item and digests[0] == digests[1]):
            return "gelijk"
        if name in self.base and self.base[name] in (sha_of(ours), sha_of(theirs)):
            return "bijgewerkt" if self.base[name] == sha_of(ours) else "ouder"
        if item is None:
            return "verschil"
        known_to_us = digests[1] in history(self.folder, item).versions
        known_to_them = digests[0] in self.versions.get((item.kind, item.id), set())
        if known_to_us == known_to_them:
            return "verschil"
        return "ouder" if known_to_us else "bijgewerkt"


def _digests(content: bytes) -> set[str]:
    """The version of an event, as a set; empty when the file cannot be read."""
    try:
        data = read_yaml(text_of(content)).data
        return {str(data["sha256"])}
    except (ComposerError, KeyError, TypeError):
        return set()


def sha_of(content: bytes) -> str:
    return sha256(content).hexdigest()


def text_of(content: bytes) -> str:
    return content.decode("utf-8-sig", "replace").replace("\r\n", "\n")


def records_of(text: str) -> dict[str, str]:
    try:
        return {key: record for key, record in records(text).items() if key}
    except ComposerError:
        return {}


def _is_list(name: str) -> bool:
    return name.endswith(".yaml") and (shelf_of(name) in LISTS or name in ALONE - {"instellingen.yaml"})


def shelf_of(name: str) -> str:
    return name.partition("/")[0]


def item_of(name: str) -> Item | None:
    """The item whose text is this whole file."""
    kind = OF_TEXTS.get(shelf_of(name))
    return Item(kind, PurePosixPath(name).stem) if kind else None
