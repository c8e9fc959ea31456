"""The way into the library: at once from the catalogue, and the same as when everything is read."""

from pathlib import Path

import pytest

from composer.library import cache
from composer.library.library import Library
from composer.work.libraries import open_library
from composer.work.library_loader import LibraryLoader
from composer.work.overview import front_of


@pytest.fixture
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the user's own, with a layer in it; files count as settled."""
    monkeypatch.setenv("RAADSBRIEF_MAP", str(tmp_path / "eigen"))
    monkeypatch.setattr(cache, "MTIME_MARGIN", -1)
    layer = tmp_path / "laag" / "gemeenten"
    layer.mkdir(parents=True)
    (layer / "proef.yaml").write_text("- cbs: GM9001\n  naam: Proefdam\n  provincie: Zeeland\n", encoding="utf-8")
    return tmp_path / "laag"


def test_the_front_is_that_of_the_library_with_and_without_the_catalogue(alone: Path) -> None:
    read, kept = LibraryLoader([alone]).summary(), LibraryLoader([alone]).summary()
    assert read == kept == front_of(open_library([alone]))
    assert kept.name("GM9001") == "Proefdam"
    assert kept.kinds and kept.examples and kept.passages


def test_no_record_is_read_for_it(alone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    LibraryLoader([alone]).summary()

    def never(self: LibraryLoader) -> None:
        raise AssertionError

    monkeypatch.setattr(LibraryLoader, "load_steps", never)
    assert LibraryLoader([alone]).summary().name("GM9001") == "Proefdam"


def test_a_change_is_seen_at_once(alone: Path) -> None:
    LibraryLoader([alone]).summary()
    (alone / "gemeenten" / "proef.yaml").write_text(
        "- cbs: GM9001\n  naam: Proefwijk\n  provincie: Zeeland\n", encoding="utf-8"
    )
    assert LibraryLoader([alone]).summary().name("GM9001") == "Proefwijk"


def test_a_front_of_another_form_is_made_anew(alone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def otherwise(library: Library) -> list[int]:
        return [1, 2]

    with monkeypatch.context() as patch:
        patch.setattr("composer.work.library_loader._seen", otherwise)
        open_library([alone])
    assert LibraryLoader([alone]).summary() == front_of(open_library([alone]))
