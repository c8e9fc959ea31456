"""Exchange of a library, as one file or in a shared folder, reported in Dutch."""

import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from composer import paths
from composer.domain.dutch import capitalised, counted
from composer.domain.errors import ComposerError
from composer.library.merge_apply import apply_merge
from composer.library.merging import Merge, MergeItem, merge
from composer.library.packing import SUFFIX, pack, unpacked
from composer.library.sharing import Share, synchronised
from composer.work.writing.diff import DiffSpan, diff_words, format_diff

LONGEST = 400
"""Characters of a difference that are shown on a line of its own."""


DAILY = timedelta(days=1)
COPYING = "kopie"
"""How the thread that makes a copy is called, with the copy behind it."""
WAITING = (
    "in uw kopie van deze gedeelde map staat werk dat er nog niet op staat; "
    "zet het erop met “raadsbrief bibliotheek bijwerken”"
)


@dataclass(frozen=True, slots=True)
class Taken:
    """The result of unpacking, in lines; `left` are the conflicting items, which were not changed."""

    lines: tuple[str, ...]
    left: tuple[MergeItem, ...]


def put_in(folder: Path, target: Path) -> int:
    """Packs a library and gives the number of its files."""
    if target.suffix != SUFFIX:
        raise ComposerError(f"geef het bestand een naam die eindigt op {SUFFIX}", target)
    return pack(folder, target)


def planned(file: Path, folder: Path) -> Merge:
    """The merge plan of a packed library into a folder."""
    return merge(folder, unpacked(file))


def taken_out(file: Path, folder: Path, who: str, *, take: bool = False) -> Taken:
    """Unpacks a library into a folder; what differs comes in only with `take`."""
    plan = planned(file, folder)
    differing = plan.of("verschil")
    apply_merge(plan, who, differing if take else ())
    return Taken(tuple(_lines(plan, take=take)), () if take else differing)


def _lines(plan: Merge, *, take: bool) -> Iterator[str]:
    for item in plan.of("verschil"):
        yield f"{'overgenomen' if take else 'verschil'}: {item.label}"
        yield from (f"    {line}" for line in shown(item))
    for item in plan.of("ouder"):
        yield f"hier nieuwer, blijft staan: {item.label}"
    counts = [len(plan.of("nieuw")), len(plan.of("bijgewerkt")), len(plan.of("gelijk")), len(plan.of("verschil"))]
    yield "{} nieuw, {} bijgewerkt, {} gelijk, {} verschillend.".format(*counts)


def difference(item: MergeItem) -> tuple[DiffSpan, ...]:
    """The diff of both sides of a merge item; empty when they are not text."""
    try:
        return diff_words((item.ours or b"").decode(), item.theirs.decode())
    except UnicodeDecodeError:
        return ()


def shown(item: MergeItem) -> list[str]:
    """The difference in lines: what is here between [- and -], what comes in between {+ and +}."""
    found = format_diff(difference(item)).splitlines()
    lines = [line for line in found if any(sign in line for sign in ("[-", "-]", "{+", "+}"))]
    return [_visible(line[:LONGEST]) for line in lines] or ["dit bestand is geen tekst; bekijk beide bestanden zelf"]


def _visible(line: str) -> str:
    """The line without control characters."""
    return "".join(char if char.isprintable() else "\ufffd" for char in line)


def share(folder: Path) -> Share:
    """The share with its mirror in the user's own folder."""
    name = sha256(str(folder).encode()).hexdigest()[:16]
    return Share(folder, paths.user_data() / "kopieën" / name)


def at_hand(folder: Path, now: datetime) -> tuple[Path, str | None]:
    """The path at which to read a shared folder now, and a Dutch sentence for the user or None.

    Once a day the mirror is refreshed in the background. Raises ComposerError with neither share nor mirror.
    """
    shared = share(folder)
    if not shared.reachable():
        return shared.place(), _away(shared)
    try:
        if shared.has_local_changes() and _has_work(shared):
            return folder, WAITING
    except (ComposerError, OSError) as error:
        return folder, f"uw kopie van deze gedeelde map is niet te vergelijken: {error}"
    if _is_old(shared, now):
        _copied_beside(shared)
    return folder, None


def _copied_beside(shared: Share) -> None:
    """Refreshes the mirror in a thread, not a daemon one, so that it is finished."""
    name = f"{COPYING} {shared.copy.name}"
    if all(thread.name != name for thread in threading.enumerate()):
        threading.Thread(target=_mirrored, args=(shared,), name=name).start()


def _has_work(shared: Share) -> bool:
    """Whether the mirror has changes that the share lacks; an interrupted mirror has none."""
    plan = shared.plan_push()
    return bool(plan.of("nieuw") or plan.of("bijgewerkt") or plan.of("verschil"))


def _mirrored(shared: Share) -> None:
    """Refreshes the mirror; a failure is ignored, since the user sees the mirror's date when it is used."""
    with suppress(ComposerError, OSError):
        shared.mirror()


def _is_old(shared: Share, now: datetime) -> bool:
    copied = shared.copied()
    return copied is None or now - copied.when > DAILY


def _away(shared: Share) -> str:
    copied = shared.copied()
    since = copied.when.astimezone().strftime("%d-%m-%Y om %H:%M") if copied else "eerder"
    return f"De gedeelde map is er nu niet. U werkt met uw kopie van {since}; uw werk gaat er later weer heen."


def used_folder(shared: Share, who: str) -> tuple[Path, str | None]:
    """The path to work in now, and a Dutch sentence about it; None when nothing is unusual."""
    if not shared.reachable():
        return shared.place(), _away(shared)
    brought = synchronised(shared, who)
    if differing := brought.of("verschil"):
        return shared.folder, _told_apart(len(differing))
    done = len(brought.of("nieuw")) + len(brought.of("bijgewerkt"))
    files = counted(done, "bestand", "bestanden")
    return shared.folder, f"Uw werk van onderweg staat weer op de gedeelde map ({files})." if done else None


def _told_apart(count: int) -> str:
    texts = capitalised(counted(count, "tekst is", "teksten zijn"))
    return f"{texts} op de gedeelde map intussen anders; bekijk beide versies."
