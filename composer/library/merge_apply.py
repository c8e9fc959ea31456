"""Applies a merge plan to a folder, under its lock: what is replaced goes into the history first, changed files are refused."""

from collections.abc import Collection
from pathlib import Path
from typing import Literal

from composer.domain.errors import ComposerError
from composer.domain.revision import Item, Revision, version_digest
from composer.library.editing_yaml import with_record
from composer.library.front_matter import status_of
from composer.library.history import FOLDER, history, keep_file, next_moment, record
from composer.library.locks import locked
from composer.library.merging import OF_LISTS, Merge, MergeItem, item_of, records_of, sha_of, shelf_of, text_of
from composer.library.store import save


def apply_merge(plan: Merge, who: str, take: Collection[MergeItem] = ()) -> None:
    """Writes new and updated files, and of conflicting ones only those in `take`; our version goes into the history first."""
    plan.folder.mkdir(parents=True, exist_ok=True)
    with locked(plan.folder, who=who) as lock:
        for arrival in sorted(plan.items, key=lambda each: not each.name.startswith(f"{FOLDER}/")):
            if arrival.status in ("nieuw", "bijgewerkt") or arrival in take:
                _write(plan.folder, arrival, who)
                lock.renew()


def _write(folder: Path, arrival: MergeItem, who: str) -> None:
    path = folder / arrival.name
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_bytes() if path.exists() else None
    there = _present(arrival, before)
    if there == arrival.theirs:
        return  # another brought it meanwhile
    if there != arrival.ours:
        raise ComposerError("dit bestand is intussen door iemand anders veranderd; probeer het nog eens", path)
    if arrival.ours is not None:
        _keep(folder, arrival, path)
    content = arrival.theirs
    if arrival.key:
        content = with_record(text_of(before or b""), arrival.key, text_of(arrival.theirs), path).encode()
    save(path, content, sha_of(before) if before is not None else None, replace=before is not None)
    if arrival.ours is not None:
        _settle(folder, arrival, who)


def _present(arrival: MergeItem, before: bytes | None) -> bytes | None:
    """The present content that is about to be replaced; of a list, one record."""
    if not arrival.key or before is None:
        return before
    there = records_of(text_of(before)).get(arrival.key)
    return None if there is None else there.encode()


def _keep(folder: Path, arrival: MergeItem, path: Path) -> None:
    """Keeps what is about to be replaced: as a version of its item, else as a kept file."""
    item, text = _of(arrival), text_of(arrival.ours or b"")
    if item is None:
        keep_file(folder, path)
    elif version_digest(text) not in history(folder, item).versions:
        _record(folder, item, text, "aangetroffen", "", ())


def _settle(folder: Path, arrival: MergeItem, who: str) -> None:
    """Records that the incoming version has ours as a parent."""
    item, text = _of(arrival), text_of(arrival.theirs)
    if item and arrival.status == "verschil":
        _record(folder, item, text, "gewijzigd", who, (version_digest(text_of(arrival.ours or b"")),))


def _of(arrival: MergeItem) -> Item | None:
    kind = OF_LISTS.get(shelf_of(arrival.name)) if arrival.key else None
    return Item(kind, arrival.key) if kind else None if arrival.key else item_of(arrival.name)


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
        Revision(act=act, who=who, when=when, status=said, parents=bases, sha256=version_digest(text), text=text),
    )
