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
        for item in sorted(plan.items, key=lambda each: not each.name.startswith(f"{FOLDER}/")):
            if item.status in ("nieuw", "bijgewerkt") or item in take:
                _write(plan.folder, item, who)
                lock.renew()


def _write(folder: Path, item: MergeItem, who: str) -> None:
    path = folder / item.name
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_bytes() if path.exists() else None
    there = _present(item, before)
    if there == item.theirs:
        return  # another brought it meanwhile
    if there != item.ours:
        raise ComposerError("dit bestand is intussen door iemand anders veranderd; probeer het nog eens", path)
    if item.ours is not None:
        _keep(folder, item, path)
    content = item.theirs
    if item.key:
        content = with_record(text_of(before or b""), item.key, text_of(item.theirs), path).encode()
    save(path, content, sha_of(before) if before is not None else None, replace=before is not None)
    if item.ours is not None:
        _settle(folder, item, who)


def _present(item: MergeItem, before: bytes | None) -> bytes | None:
    """The present content that is about to be replaced; of a list, one record."""
    if not item.key or before is None:
        return before
    there = records_of(text_of(before)).get(item.key)
    return None if there is None else there.encode()


def _keep(folder: Path, incoming: MergeItem, path: Path) -> None:
    """Keeps what is about to be replaced: as a version of its item, else as a kept file."""
    item, text = _of(incoming), text_of(incoming.ours or b"")
    if item is None:
        keep_file(folder, path)
    elif version_digest(text) not in history(folder, item).versions:
        _record(folder, item, text, "aangetroffen", "", ())


def _settle(folder: Path, incoming: MergeItem, who: str) -> None:
    """Records that the incoming version has ours as a parent."""
    item, text = _of(incoming), text_of(incoming.theirs)
    if item and incoming.status == "verschil":
        _record(folder, item, text, "gewijzigd", who, (version_digest(text_of(incoming.ours or b"")),))


def _of(item: MergeItem) -> Item | None:
    kind = OF_LISTS.get(shelf_of(item.name)) if item.key else None
    return Item(kind, item.key) if kind else None if item.key else item_of(item.name)


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
