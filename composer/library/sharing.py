"""A library on a shared folder, with a local mirror for working offline, and its synchronisation."""

import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from composer.domain.errors import ComposerError
from composer.library.file_list import library_files
from composer.library.merge_apply import apply_merge
from composer.library.merging import Merge, merge
from composer.library.reading import read_text
from composer.library.store import file_hash, save
from composer.library.yaml import is_record, read_yaml, write_yaml

MANIFEST = ".kopie.yaml"
PATIENCE = 3.0
"""Seconds that a network folder gets to answer."""


@dataclass(frozen=True, slots=True)
class MirrorState:
    """The state of the share when it was mirrored: sha256, size and time of each file, and the moment."""

    when: datetime
    digests: Mapping[str, str]
    stamps: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Share:
    """A shared folder and its mirror on the user's own disk."""

    folder: Path
    copy: Path

    def reachable(self, patience: float = PATIENCE) -> bool:
        """Whether the folder answers; a dead network drive may take far longer to say no."""
        answer: list[bool] = []
        asking = threading.Thread(target=lambda: answer.append(_is_there(self.folder)), daemon=True)
        asking.start()
        asking.join(patience)
        return bool(answer and answer[0])

    def place(self) -> Path:
        """Where the library is to be read and written now; raises ComposerError when there is neither share nor copy."""
        if self.reachable():
            return self.folder
        if not (self.copy / MANIFEST).exists():
            raise ComposerError(
                "deze gedeelde map is niet bereikbaar, en er is nog geen kopie van; probeer het later", self.folder
            )
        return self.copy

    def copied(self) -> MirrorState | None:
        """The state of the mirror; None without one, or when it cannot be read."""
        try:
            data = read_yaml(read_text(self.copy / MANIFEST)).data
            when = datetime.fromisoformat(str(data["wanneer"]))
            return MirrorState(when, _texts(data["bestanden"]), _texts(data["stempels"]))
        except (ComposerError, ValueError, KeyError, TypeError):
            return None

    def has_local_changes(self) -> bool:
        """Whether files were written in the mirror after it was made; `unsent_files` names them."""
        try:
            made = (self.copy / MANIFEST).stat().st_mtime_ns
        except OSError:
            return False
        return any(path.stat().st_mtime_ns > made for path in library_files(self.copy).values())

    def unsent_files(self) -> tuple[str, ...]:
        """The files that were written in the copy and are not on the share yet."""
        was = self.copied()
        present = library_files(self.copy) if self.copy.is_dir() else {}
        return tuple(name for name, path in present.items() if was is None or file_hash(path) != was.digests.get(name))

    def plan_push(self) -> Merge:
        """The merge plan of the mirror's changes into the share; `apply_merge` carries it out, then call `refresh`."""
        was, present = self.copied(), library_files(self.copy)
        theirs = {name: present[name].read_bytes() for name in self.unsent_files()}
        return merge(self.folder, theirs, was.digests if was else None)

    def refresh(self) -> int:
        """Mirrors the share and returns the number of files copied; raises ComposerError when local changes are still unsent."""
        if self.copy.is_dir() and self.unsent_files():
            raise ComposerError(
                "in uw kopie staat nog werk dat niet op de gedeelde map staat; zet dat eerst terug", self.copy
            )
        return self.mirror()

    def mirror(self) -> int:
        """Mirrors the share, discarding local changes; returns the number of files copied."""
        was = self.copied() or MirrorState(datetime.now(UTC), {}, {})
        present = library_files(self.folder)
        if was.digests and not present:
            raise ComposerError("deze gedeelde map is leeg; uw kopie blijft zoals zij is", self.folder)
        stamps = {name: _stamp(path) for name, path in present.items()}
        digests = {name: digest for name, digest in was.digests.items() if name in present}
        fresh = [name for name in present if self._differs(name, stamps[name], was)]
        for name in fresh:
            digests[name] = _copied(present[name], self.copy / name)
        self._drop([name for name in library_files(self.copy) if name not in present])
        record = {"wanneer": datetime.now(UTC).isoformat(timespec="seconds"), "bestanden": digests, "stempels": stamps}
        save(self.copy / MANIFEST, write_yaml(record).encode())
        return len(fresh)

    def _differs(self, name: str, stamp: str, was: MirrorState) -> bool:
        return was.stamps.get(name) != stamp or file_hash(self.copy / name) != was.digests.get(name)

    def _drop(self, gone: list[str]) -> None:
        for name in gone:
            with suppress(OSError):
                (self.copy / name).unlink()


def _texts(data: object) -> dict[str, str]:
    """The data as a map of strings; raises ValueError when it is not a map."""
    if not is_record(data):
        raise ValueError(data)
    return {key: str(value) for key, value in data.items()}


def _is_there(folder: Path) -> bool:
    try:
        return folder.is_dir() and next(folder.iterdir(), None) is not None
    except OSError:
        return False


def _stamp(path: Path) -> str:
    found = path.stat()
    return f"{found.st_size}-{found.st_mtime_ns}"


def _copied(source: Path, target: Path) -> str:
    content = source.read_bytes()
    target.parent.mkdir(parents=True, exist_ok=True)
    save(target, content)
    return sha256(content).hexdigest()


def synchronised(share: Share, who: str) -> Merge:
    """Merges the mirror into the share, and mirrors that; returns the plan. Conflicting files are left as they are on both sides.

    The mirror's version of a conflicting text is then in the share's history, beside the present one.
    """
    share.copy.mkdir(parents=True, exist_ok=True)
    plan = share.plan_push()
    apply_merge(plan, who)
    if not plan.of("verschil"):
        share.mirror()
    return plan
