"""Writes content under a lock, recording each version in the history before it replaces the file."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from composer.domain.errors import ComposerError
from composer.domain.revision import FROM, RESULT, Act, Item, Revision, version_digest
from composer.domain.snippet import Status
from composer.library.front_matter import status_of, with_status
from composer.library.history import History, history, keep_file, kept_file, next_moment, record
from composer.library.items import StoredItem, as_read, put, stored_item
from composer.library.layers import Layer
from composer.library.locks import Lock, locked
from composer.library.store import file_hash, save

FOUND = "stond zo in het bestand"
TEXTS = ("tekstblokken", "sjablonen")
"""The kinds that say in their own text in which state they are."""


@dataclass(frozen=True, slots=True)
class ChangeNote:
    """What is done, by whom and why; `parents` are versions that the new one merges besides the present one."""

    act: Act
    who: str
    why: str = ""
    parents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Saved:
    """A version as it stands in its file, with its sha256 and the state that it is in."""

    text: str
    digest: str
    status: Status
    path: Path


class EditConflict(ComposerError):
    """Someone else wrote in the meantime: `theirs` stands in the file, `mine` is kept in the history beside it."""

    def __init__(self, path: Path, theirs: str, mine: str) -> None:
        super().__init__("hieraan is intussen ook door iemand anders gewerkt; bekijk beide versies en kies", path)
        self.theirs = theirs
        self.mine = mine


def status_now(item: Item, text: str, past: History) -> Status:
    """The status of a version: that in its front matter, for other kinds that of its last event."""
    if item.kind in TEXTS:
        return status_of(text)
    return past.latest.status if past.latest else "vastgesteld"


def changed_outside(item: Item, now: StoredItem, past: History) -> bool:
    """Whether the present text says that it is approved, but was changed outside the program since."""
    if past.latest is None or status_now(item, now.text, past) != "vastgesteld":
        return False
    known = past.versions.get(now.version)
    return known is None or (known.act == "aangetroffen" and known.parents != ())


def save_item(layer: Layer, item: Item, text: str, step: ChangeNote, expected: str | None = None) -> Saved:
    """Writes a version and its event; `expected` is the version that it was made from, None for a new item.

    Raises EditConflict when that is no longer the present version, and ComposerError when it cannot be written.
    """
    with locked(layer.folder, who=step.who) as lock:
        return _Writing(layer, item, step, lock).save(text, expected)


def act(layer: Layer, item: Item, step: ChangeNote, expected: str | None = None) -> Saved:
    """Changes the state of the present version; `expected` is the version that was looked at.

    Raises ComposerError when there is no such item, it is in another state, or it is no longer what was looked at.
    """
    with locked(layer.folder, who=step.who) as lock:
        writing = _Writing(layer, item, step, lock)
        if writing.now is None:
            raise ComposerError(f"“{item.id}” staat niet (meer) in deze map; kies een ander")
        return writing.save(writing.now.text, expected or writing.now.version)


@dataclass
class _Writing:
    """One write under the lock of its layer; `now` is the present item, None when there is none."""

    layer: Layer
    item: Item
    step: ChangeNote
    lock: Lock

    def __post_init__(self) -> None:
        self.now: StoredItem | None = stored_item(self.layer, self.item)
        self.past = history(self.layer.folder, self.item)

    def save(self, text: str, expected: str | None, files: Mapping[str, str] | None = None) -> Saved:
        """Writes a version; `files` are kept files that replace a house style's own, None leaves those."""
        self.check_state()
        present = self.now.version if self.now else None
        if present and present not in self.past.versions:
            self.found()
        text = as_read(self.item, text)
        text = with_status(text, RESULT[self.step.act]) if self.item.kind in TEXTS else text
        if present != expected:
            self.clash(text, expected)
        kept = self.files() if files is None else files
        self.record(text, self.step, (present,) if present else (), kept)
        return self.written(text, kept)

    def check_state(self) -> None:
        allowed = FROM.get(self.step.act)
        if allowed is None or self.now is None:
            return
        outside = changed_outside(self.item, self.now, self.past)
        status = "concept" if outside else status_now(self.item, self.now.text, self.past)
        if status not in allowed:
            raise ComposerError(f"dit kan niet meer: “{self.item.id}” is nu {status.replace('-', ' ')}", self.now.path)

    def found(self) -> None:
        """Records the present text as a version when it was written outside the program, before it is replaced."""
        assert self.now is not None
        ends = self.past.heads
        bases = (ends[0].revision.sha256,) if len(ends) == 1 else ()
        self.record(self.now.text, ChangeNote("aangetroffen", "", FOUND), bases, self.files())

    def clash(self, text: str, expected: str | None) -> None:
        self.record(text, self.step, (expected,) if expected else (), self.files())
        raise EditConflict(self.now.path if self.now else self.layer.folder, self.now.text if self.now else "", text)

    def record(self, text: str, step: ChangeNote, bases: tuple[str, ...], files: Mapping[str, str]) -> None:
        revision = Revision(
            act=step.act,
            who=step.who,
            when=next_moment(self.past),
            why=step.why,
            status=RESULT.get(step.act) or status_now(self.item, text, self.past),
            parents=tuple(dict.fromkeys((*bases, *step.parents))),
            sha256=version_digest(text, files),
            files=files,
            text=text,
        )
        entry = record(self.layer.folder, self.item, revision)
        self.past = replace(self.past, entries=(*self.past.entries, entry))

    def files(self) -> Mapping[str, str]:
        found = self.now.files.items() if self.now else ()
        return {name: keep_file(self.layer.folder, path) for name, path in found}

    def written(self, text: str, files: Mapping[str, str]) -> Saved:
        if not self.lock.held():
            raise ComposerError("het schrijven duurde te lang; probeer het nog eens. Uw tekst staat in de geschiedenis")
        path = self.now.path if self.now else None
        if path is None or self.now is None or self.now.text != text:
            _sweep(path)
            path = put(self.layer, self.item, text, self.now)
        for name, digest in files.items():
            if file_hash(path.parent / name) != digest:
                save(path.parent / name, kept_file(self.layer.folder, digest))
        return Saved(text, version_digest(text, files), status_now(self.item, text, self.past), path)


def _sweep(path: Path | None) -> None:
    """Removes temporary files that an interrupted write left beside a file; called under the lock."""
    for leftover in path.parent.glob(f".{path.name}.*.tmp") if path else ():
        with suppress(OSError):
            leftover.unlink()


def restore(layer: Layer, item: Item, name: str, who: str, expected: str | None) -> Saved:
    """Puts the version of an event back, as a new version in concept; a house style with its files."""
    revision = history(layer.folder, item).revision(name)
    step = ChangeNote("hersteld", who, f"versie van {revision.when.astimezone().strftime('%d-%m-%Y %H:%M')}")
    with locked(layer.folder, who=who) as lock:
        return _Writing(layer, item, step, lock).save(revision.text, expected, revision.files)
