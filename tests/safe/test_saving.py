"""Whatever goes wrong while something is saved, the whole old one or the whole new one is there."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from composer.domain.errors import ComposerError
from composer.domain.letter import Letter
from composer.domain.revision import Item, Revision, version_digest
from composer.library import store
from composer.library.history import history, record
from composer.library.items import stored_item
from composer.library.journal import Journal
from composer.library.layers import Layer
from composer.library.letters import read_letter, write_letter
from composer.library.library import Library
from composer.library.versions import Versions
from composer.library.writing import ChangeNote, save_item
from composer.work.documents.files import house_style
from composer.work.documents.making import make, review
from tests.libraries import DAY, a_letter
from tests.safe.faults import Died, Tried, every_failure

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the calls are counted as they are on Unix")
OLD, NEW = a_letter("Zo stond het er."), a_letter("Zo wordt het, met meer woorden dan eerst.")
NOW = datetime(2026, 3, 4, 12, 30)
PASSAGE = Item("tekstblokken", "nieuws")
HEAD = "---\nid: nieuws\ntitel: Nieuws\nonderwerp: spuk\nstatus: concept\n---\n"
BEFORE, AFTER = f"{HEAD}Eerst dit.\n", f"{HEAD}Daarna dat, en nog wat.\n"


@dataclass(frozen=True)
class Saving:
    """Something that is saved in a folder: how it begins, how it is saved, and what can be read of it afterwards."""

    begin: Callable[[Path], object]
    save: Callable[[Path], object]
    read: Callable[[Path], object]
    old: object
    new: object


def letter_file(folder: Path) -> Path:
    return folder / "brief.raadsbrief"


def begun_letter(folder: Path) -> None:
    write_letter(OLD, letter_file(folder))


def journal(folder: Path) -> Letter | None:
    """What is offered at the next start."""
    return next((pending.letter for pending in Journal(folder / "journaal").pending()), None)


def versions(folder: Path) -> tuple[Letter, ...]:
    return tuple(version.letter() for version in Versions(folder / "versies").of(OLD.id))


def passage(folder: Path) -> str | None:
    found = stored_item(Layer(folder), PASSAGE)
    return found.text if found else None


def a_step(folder: Path) -> ChangeNote:
    return ChangeNote("gewijzigd" if passage(folder) else "aangemaakt", "An Jansen", "proef")


def saved_passage(folder: Path, text: str) -> None:
    found = stored_item(Layer(folder), PASSAGE)
    save_item(Layer(folder), PASSAGE, text, a_step(folder), found.version if found else None)


def event(text: str) -> Revision:
    moment = datetime(2026, 3, 4, 12, 30, tzinfo=UTC)
    return Revision.model_validate(
        {
            "act": "gewijzigd",
            "who": "An",
            "when": moment,
            "status": "concept",
            "sha256": version_digest(text, {}),
            "text": text,
        }
    )


def events(folder: Path) -> tuple[str, ...]:
    """The texts of the events that count; a damaged one would be a problem."""
    found = history(folder, PASSAGE)
    assert found.problems == ()
    return tuple(entry.revision.text for entry in found.entries)


SAVINGS: dict[str, Saving] = {
    "a letter": Saving(
        begun_letter,
        lambda folder: write_letter(NEW, letter_file(folder)),
        lambda f: read_letter(letter_file(f)),
        OLD,
        NEW,
    ),
    "a letter that may not have changed": Saving(
        begun_letter,
        lambda folder: write_letter(NEW, letter_file(folder), store.file_hash(letter_file(folder))),
        lambda folder: read_letter(letter_file(folder)),
        OLD,
        NEW,
    ),
    "a new letter": Saving(
        lambda folder: None,
        lambda folder: write_letter(NEW, letter_file(folder), replace=False),
        lambda folder: read_letter(letter_file(folder)) if letter_file(folder).exists() else None,
        None,
        NEW,
    ),
    "the journal": Saving(
        lambda folder: Journal(folder / "journaal").keep(OLD, None, None, NOW),
        lambda folder: Journal(folder / "journaal").keep(NEW, None, None, NOW),
        journal,
        OLD,
        NEW,
    ),
    "the first entry of the journal": Saving(
        lambda folder: None, lambda folder: Journal(folder / "journaal").keep(NEW, None, None, NOW), journal, None, NEW
    ),
    "a version": Saving(
        lambda folder: Versions(folder / "versies").keep(OLD, NOW.replace(hour=10)),
        lambda folder: Versions(folder / "versies").keep(NEW, NOW),
        versions,
        (OLD,),
        (NEW, OLD),
    ),
    "a passage with its history": Saving(
        lambda folder: saved_passage(folder, BEFORE),
        lambda folder: saved_passage(folder, AFTER),
        passage,
        BEFORE,
        AFTER,
    ),
    "an event of the history": Saving(
        lambda folder: record(folder, PASSAGE, event("een")),
        lambda folder: record(folder, PASSAGE, event("twee")),
        lambda folder: tuple(sorted(events(folder))),
        ("een",),
        ("een", "twee"),
    ),
}


@pytest.fixture(autouse=True)
def without_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "FIRST_WAIT", 0)


def anew(folder: Path, begin: Callable[[Path], object]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    begin(folder)


def tries(saving: Saving, folder: Path) -> Iterator[Tried]:
    return every_failure(folder, lambda: anew(folder, saving.begin), lambda: saving.save(folder))


@pytest.mark.parametrize("name", SAVINGS)
def test_whatever_call_fails_the_old_or_the_new_one_is_there(
    name: str, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """Each call in turn: EIO, ENOSPC, EACCES, a kill before it is carried out, a write that stops half way."""
    saving, folder, counted = SAVINGS[name], tmp_path / "map", 0
    for tried in tries(saving, folder):
        counted += 1
        assert tried.worked or isinstance(tried.said, ComposerError | OSError | Died), tried
        there = saving.read(folder)
        assert there in (saving.old, saving.new), tried
        if tried.worked:
            assert there == saving.new, tried
        assert stray(folder) == [] or tried.trouble == "kill" or tried.call in CLEANING, tried
    assert counted > 30
    record_property("calls that failed", counted)


CLEANING = ("unlink", "remove", "close")
"""When taking a temporary file away fails it stays; an hour later the next save takes it away."""


def stray(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*.tmp")]


@pytest.mark.parametrize("suffix", [".docx", ".html", ".txt", ".pdf"])
def test_an_export_is_the_old_document_or_the_new_one(suffix: str, tmp_path: Path, library: Library) -> None:
    folder = tmp_path / "map"
    target = folder / f"brief{suffix}"
    house_style(library, "neutraal").base  # noqa: B018  # read before the disk begins to fail
    reviewed = review(NEW, library, library, DAY)
    folder.mkdir()
    make(reviewed, library, target)
    whole = target.read_bytes()
    counted = 0
    for tried in every_failure(
        folder, lambda: anew(folder, lambda _: target.write_bytes(b"oud")), lambda: make(reviewed, library, target)
    ):
        counted += 1
        assert target.read_bytes() in (b"oud", whole), tried
        assert not tried.worked or target.read_bytes() == whole, tried
    assert counted > 20


def test_what_a_dead_program_left_behind_is_taken_away_when_the_file_is_saved_again_an_hour_later(
    tmp_path: Path,
) -> None:
    left, fresh, other = (
        tmp_path / name for name in (".brief.raadsbrief.a.tmp", ".brief.raadsbrief.b.tmp", ".ander.c.tmp")
    )
    for path in (left, fresh, other):
        path.write_bytes(b"half")
    long_ago = fresh.stat().st_mtime - store.LEFT_BEHIND - 1
    os.utime(left, (long_ago, long_ago))
    os.utime(other, (long_ago, long_ago))
    write_letter(NEW, letter_file(tmp_path))
    assert sorted(path.name for path in tmp_path.iterdir()) == [other.name, fresh.name, "brief.raadsbrief"]


def test_a_file_that_was_changed_elsewhere_is_not_overwritten_and_both_can_be_kept(tmp_path: Path) -> None:
    path = letter_file(tmp_path)
    digest = write_letter(OLD, path)
    theirs = a_letter("Een ander was eerst.")
    write_letter(theirs, path)
    with pytest.raises(ComposerError, match="intussen door iemand anders veranderd"):
        write_letter(NEW, path, digest)
    write_letter(NEW, path.with_name("mijn.raadsbrief"), digest)
    assert read_letter(path) == theirs
    assert read_letter(path.with_name("mijn.raadsbrief")) == NEW
