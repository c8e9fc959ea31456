"""A shared folder goes away and comes back: work goes on in a copy, and ends on the share."""

import shutil
import time
from pathlib import Path

import pytest

from composer.domain.errors import ComposerError
from composer.domain.revision import Item
from composer.library.file_list import library_files
from composer.library.history import history
from composer.library.items import stored_item
from composer.library.layers import Layer
from composer.library.sharing import MANIFEST, Share, synchronised
from composer.library.writing import ChangeNote, save_item
from tests.libraries import Shelf

BLOCK = Item("tekstblokken", "blok")


def text(words: str) -> str:
    return f"---\nid: blok\ntitel: Blok\nonderwerp: spuk\nstatus: concept\n---\n{words}\n"


def change(folder: Path, words: str, who: str) -> None:
    now = stored_item(Layer(folder), BLOCK)
    save_item(Layer(folder), BLOCK, text(words), ChangeNote("gewijzigd", who), now.version if now else None)


def contents(folder: Path) -> dict[str, bytes]:
    return {name: path.read_bytes() for name, path in library_files(folder).items()}


@pytest.fixture
def share(tmp_path: Path) -> Share:
    shelf = Shelf(tmp_path / "gedeeld")
    shelf.write("snippets/spuk/blok.md", text("begin"))
    shelf.write("gemeenten/GM0001.yaml", "cbs: GM0001\nnaam: Bergdam\n")
    found = Share(shelf.folder, tmp_path / "kopie")
    synchronised(found, "K. de Boer")
    return found


def gone(share: Share) -> Path:
    return share.folder.rename(share.folder.with_name("weg"))


def back(share: Share) -> None:
    share.folder.with_name("weg").rename(share.folder)


def test_the_copy_is_what_the_share_is(share: Share) -> None:
    assert contents(share.copy) == contents(share.folder) and share.unsent_files() == ()
    assert share.place() == share.folder


def test_only_what_changed_is_copied_again(share: Share) -> None:
    assert share.refresh() == 0
    change(share.folder, "nieuw", "S. Yilmaz")
    (share.folder / "gemeenten/GM0001.yaml").unlink()
    assert share.refresh() == 3, "the text and its two events"
    assert contents(share.copy) == contents(share.folder)


def test_without_share_work_goes_on_in_the_copy_and_comes_back(share: Share) -> None:
    gone(share)
    assert share.place() == share.copy
    change(share.copy, "onderweg", "K. de Boer")
    (share.copy / "gemeenten/GM0001.yaml").write_text("cbs: GM0001\nnaam: Bergdam\nadres: Plein 1\n")
    back(share)
    with pytest.raises(ComposerError, match="eerst terug"):
        share.refresh()
    plan = synchronised(share, "K. de Boer")
    assert not plan.of("verschil") and contents(share.copy) == contents(share.folder)
    assert (share.folder / "snippets/spuk/blok.md").read_text() == text("onderweg")
    assert "Plein 1" in (share.folder / "gemeenten/GM0001.yaml").read_text()
    assert [entry.revision.act for entry in history(share.folder, BLOCK).entries] == ["aangetroffen", "gewijzigd"]


def test_what_others_did_meanwhile_is_not_undone(share: Share) -> None:
    gone(share)
    change(share.copy, "onderweg", "K. de Boer")
    change(share.folder.with_name("weg"), "op de share", "S. Yilmaz")
    back(share)
    (differing,) = synchronised(share, "K. de Boer").of("verschil")
    assert (differing.ours, differing.theirs) == (text("op de share").encode(), text("onderweg").encode())
    assert (share.folder / "snippets/spuk/blok.md").read_text() == text("op de share")
    assert (share.copy / "snippets/spuk/blok.md").read_text() == text("onderweg"), "still there until it is settled"
    now = stored_item(Layer(share.folder), BLOCK)
    assert now
    beside = history(share.folder, BLOCK).unmerged_heads(now.version)
    assert [entry.revision.text for entry in beside] == [text("onderweg")]
    step = ChangeNote("gewijzigd", "S. Yilmaz", "samengevoegd", tuple(entry.revision.sha256 for entry in beside))
    save_item(Layer(share.folder), BLOCK, text("beide"), step, now.version)
    assert not synchronised(share, "K. de Boer").of("verschil")
    assert contents(share.copy) == contents(share.folder)
    assert history(share.folder, BLOCK).unmerged_heads(stored_item(Layer(share.folder), BLOCK).version) == ()  # pyright: ignore[reportOptionalMemberAccess]


def test_what_only_others_changed_comes_into_the_copy(share: Share) -> None:
    gone(share)
    change(share.folder.with_name("weg"), "op de share", "S. Yilmaz")
    back(share)
    synchronised(share, "K. de Boer")
    assert (share.copy / "snippets/spuk/blok.md").read_text() == text("op de share")


def test_a_copy_whose_list_is_damaged_loses_nothing(share: Share) -> None:
    gone(share)
    change(share.copy, "onderweg", "K. de Boer")
    (share.copy / MANIFEST).write_text("rommel: [")
    back(share)
    synchronised(share, "K. de Boer")
    assert (share.folder / "snippets/spuk/blok.md").read_text() == text("onderweg")


def test_without_share_and_copy_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ComposerError, match="niet bereikbaar"):
        Share(tmp_path / "gedeeld", tmp_path / "kopie").place()


def test_an_emptied_mount_is_no_share(share: Share) -> None:
    shutil.rmtree(share.folder)
    share.folder.mkdir()
    assert share.place() == share.copy, "a mount point without its disk is an empty folder"


def test_a_drive_that_does_not_answer_is_given_up_on(share: Share, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(_: Path) -> bool:
        time.sleep(5)
        return True

    monkeypatch.setattr("composer.library.sharing._is_there", slow)
    started = time.monotonic()
    assert not share.reachable(0.2) and time.monotonic() - started < 1
