"""A shared folder in daily use: a copy of one's own, work on the road, and both sides where they differ."""

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from composer import paths
from composer.domain.errors import ComposerError
from composer.library.sharing import Share
from composer.work.editorial.sharing import COPYING, at_hand, put_in, share, taken_out, used_folder
from composer.work.libraries import open_library
from tests.libraries import Shelf

TEXT = "---\nid: blok\ntitel: Blok\nonderwerp: spuk\n---\nDe SPUK {}.\n"
BLOCK = "snippets/spuk/blok.md"


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    monkeypatch.setenv("RAADSBRIEF_MAP", str(tmp_path / "gebruiker"))
    shelf = Shelf(tmp_path / "gedeeld")
    shelf.write(BLOCK, TEXT.format("blijft"))
    return shelf


def read(shared: Shelf, days: int = 0) -> tuple[Path, str | None]:
    """Where it is read and what is told, the copy made."""
    found = at_hand(shared.folder, datetime.now(UTC) + timedelta(days=days))
    for thread in threading.enumerate():
        if thread.name.startswith(COPYING):
            thread.join()
    return found


def gone(shared: Shelf) -> None:
    shared.folder.rename(shared.folder.with_name("weg"))


def back(shared: Shelf) -> None:
    shared.folder.with_name("weg").rename(shared.folder)


def copy(shared: Shelf) -> Share:
    return share(shared.folder)


def test_a_copy_is_kept_and_made_anew_once_a_day(shared: Shelf) -> None:
    assert read(shared) == (shared.folder, None)
    first = (copy(shared).copy / BLOCK).read_text()
    shared.write(BLOCK, TEXT.format("vervalt"))
    read(shared)
    assert (copy(shared).copy / BLOCK).read_text() == first == TEXT.format("blijft")
    read(shared, days=2)
    assert (copy(shared).copy / BLOCK).read_text() == TEXT.format("vervalt")


def test_when_the_folder_is_gone_the_copy_is_read_and_that_is_told(shared: Shelf) -> None:
    read(shared)
    gone(shared)
    place, told = read(shared)
    assert place == copy(shared).copy and told and "is er nu niet" in told


def test_work_in_the_copy_is_told_until_it_is_on_the_shared_folder(shared: Shelf) -> None:
    read(shared)
    gone(shared)
    used, _ = used_folder(copy(shared), "K. de Boer")
    (used / BLOCK).write_text(TEXT.format("blijft ook later"))
    back(shared)
    place, told = read(shared, days=2)
    assert place == shared.folder and told and "bijwerken" in told
    assert (used / BLOCK).read_text() == TEXT.format("blijft ook later"), "not written over by what is on the share"
    assert used_folder(copy(shared), "K. de Boer") == (
        shared.folder,
        "Uw werk van onderweg staat weer op de gedeelde map (één bestand).",
    )
    assert shared.path(BLOCK).read_text() == TEXT.format("blijft ook later")
    assert read(shared) == (shared.folder, None)


def test_what_differs_on_both_sides_is_told_and_kept(shared: Shelf) -> None:
    read(shared)
    (copy(shared).copy / BLOCK).write_text(TEXT.format("van ons"))
    shared.write(BLOCK, TEXT.format("van hen"))
    _, told = used_folder(copy(shared), "K. de Boer")
    assert told and "bekijk beide versies" in told
    assert shared.path(BLOCK).read_text() == TEXT.format("van hen")
    assert (copy(shared).copy / BLOCK).read_text() == TEXT.format("van ons")


def test_a_folder_that_was_emptied_empties_no_copy(shared: Shelf) -> None:
    read(shared)
    shared.path(BLOCK).unlink()
    (shared.folder / "leesmij.txt").write_text("leeg")
    read(shared, days=2)
    assert (copy(shared).copy / BLOCK).exists()


def test_a_copy_that_was_cut_off_while_it_was_made_has_no_work_of_ours(shared: Shelf) -> None:
    read(shared)
    shared.write(BLOCK, TEXT.format("vervalt"))
    (copy(shared).copy / BLOCK).write_text(TEXT.format("vervalt"))
    assert read(shared, days=2) == (shared.folder, None) and copy(shared).unsent_files() == ()


def test_a_folder_without_a_copy_that_is_gone_is_a_sentence(shared: Shelf) -> None:
    gone(shared)
    with pytest.raises(ComposerError, match="niet bereikbaar"):
        read(shared)


def test_the_organisations_folder_is_read_from_its_copy_when_it_is_gone(
    shared: Shelf, installed: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    presets = tmp_path / "instellingen.ini"
    presets.write_text(f"[bibliotheek]\nmappen = {shared.folder}\n", encoding="utf-8")
    monkeypatch.setattr(paths, "presets", lambda: presets)
    assert "blok" in open_library().snippets and read(shared)[1] is None and open_library().problems == ()
    gone(shared)
    library = open_library()
    assert "blok" in library.snippets
    assert [problem.path for problem in library.problems] == [shared.folder]


def test_what_came_out_of_a_package_is_told_with_both_sides(shared: Shelf, tmp_path: Path) -> None:
    put_in(shared.folder, tmp_path / "b.raadsbibliotheek")
    shared.write(BLOCK, TEXT.format("vervalt"))
    taken = taken_out(tmp_path / "b.raadsbibliotheek", shared.folder, "K. de Boer")
    assert [arrival.label for arrival in taken.left] == [BLOCK]
    assert any("[-vervalt-]{+blijft+}" in line for line in taken.lines)
