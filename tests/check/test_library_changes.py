"""What of the library has changed since a letter was saved with what it had."""

from typing import Any

from composer.library.captured import capture, restore
from composer.library.library import Library
from tests.check.remarks import findings
from tests.libraries import Shelf, a_letter

SECTIONS: dict[str, Any] = {"secties": {"geld": [{"id": "a1", "tekstblok": "spuk-blijft-beschikbaar"}]}}
PASSAGE = "titel: De SPUK blijft\nonderwerp: spuk\nstatus: vastgesteld\n---\nDe SPUK is er.[^spuk-blijft]\n"


def changes(library: Library, now: Library, **more: Any) -> list[tuple[str, str | None, str | None]]:
    """The findings about the library of a letter that was saved with `library` and is checked with `now`."""
    letter = capture(a_letter(**SECTIONS, **more), library)
    return [
        (found.words, found.piece, found.action.target if found.action else None)
        for found in findings(letter, now)
        if found.code == "bibliotheek-gewijzigd"
    ]


def test_nothing_changed(library: Library) -> None:
    assert changes(library, library) == []


def test_a_passage_that_changed_is_offered(library: Library, shelf: Shelf, layer: Shelf) -> None:
    layer.passage("spuk/spuk-blijft-beschikbaar", PASSAGE)
    name = "spuk-blijft-beschikbaar"
    assert changes(library, shelf.load(layer)) == [(name, "a1", f"tekstblokken/{name}")]


def test_a_sent_letter_is_left_in_peace(library: Library, shelf: Shelf, layer: Shelf) -> None:
    layer.passage("spuk/spuk-blijft-beschikbaar", PASSAGE)
    assert changes(library, shelf.load(layer), staat="verzonden") == []


def test_a_passage_that_is_gone_is_told_and_its_text_kept(shelf: Shelf, library: Library) -> None:
    (shelf.folder / "snippets/spuk/spuk-blijft-beschikbaar.md").unlink()
    now = shelf.load()
    assert ("spuk-blijft-beschikbaar", "a1", None) in changes(library, now)
    letter = capture(a_letter(**SECTIONS), library)
    assert "spuk-blijft-beschikbaar" in restore(letter, now).snippets


def test_a_fact_that_changed_is_told(library: Library, shelf: Shelf, layer: Shelf) -> None:
    text = (shelf.folder / "resources/feiten/spuk.yaml").read_text(encoding="utf-8")
    (shelf.folder / "resources/feiten/spuk.yaml").write_text(
        text.replace("De SPUK blijft in 2025 beschikbaar.", "De SPUK is er in 2025."), encoding="utf-8"
    )
    assert [found[0] for found in changes(library, shelf.load())] == ["spuk-blijft"]


def test_what_the_letter_uses_no_more_is_no_change(library: Library) -> None:
    letter = capture(a_letter(**SECTIONS), library).without("a1")
    assert not [found for found in findings(letter, library) if found.code == "bibliotheek-gewijzigd"]
