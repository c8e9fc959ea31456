"""What a change in the library does to letters: from a new source to a passage, its approval, and the drafts that get it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from composer.domain.errors import ComposerError
from composer.domain.revision import Item
from composer.library.items import stored_item
from composer.library.layers import Layer
from composer.library.library import Library
from composer.work.documents.making import review
from composer.work.editorial.approving import Workspace, approve, submit, write
from composer.work.editorial.usage import letters_in, outdated_passages, unused, update_draft, uses
from composer.work.letters import open_letter, save_letter
from composer.work.program.autosave import user_autosave
from tests.libraries import DAY, Shelf, a_letter

BLOCK = Item("tekstblokken", "spuk-blijft-beschikbaar")
OWN = "Eigen woorden over de SPUK.[^spuk-blijft]\n"
PIECE = {"id": "a1", "tekstblok": BLOCK.id}
LETTERS: Mapping[str, dict[str, object]] = {
    "concept": {"secties": {"geld": [PIECE]}},
    "aangepast": {"secties": {"geld": [PIECE | {"aangepast": "Anders gezegd.\n"}]}},
    "verzonden": {"secties": {"geld": [PIECE]}, "staat": "verzonden"},
    "eigen": {"secties": {"geld": [{"id": "b1", "tekst": OWN}]}},
    "zonder": {"secties": {"geld": [{"id": "c1", "tekst": "Niets.\n"}]}},
}
TEXT = """\
---
id: spuk-blijft-beschikbaar
titel: De SPUK blijft
onderwerp: spuk
---
De SPUK blijft, ook zonder plan.[^spuk-blijft]
"""
SOURCE = "id: brief-2025\ntitel: Nieuwe ledenbrief\nuitgever: VNG\nsoort: ledenbrief\ndatum: 2025-01-10"
FACT = """\
id: spuk-stopt
onderwerp: spuk
aard: toestand
spoor: spuk-2025
stelling: De SPUK stopt.
kracht: mededeling
geldig: {vanaf: 2025-01-10}
bewijs: [{bron: brief-2025}]"""


@pytest.fixture
def letters(shelf: Shelf, tmp_path: Path) -> Path:
    """Letters as they were saved with the library of before, and a file that is no letter."""
    folder, library = tmp_path / "brieven" / "2024", shelf.load()
    folder.mkdir(parents=True)
    for name, changes in LETTERS.items():
        save_letter(a_letter(**{"id": name, **changes}), library, folder / f"{name}.raadsbrief")
    (folder / "kapot.raadsbrief").write_text("formaat: [")
    return tmp_path / "brieven"


@pytest.fixture
def changed(shelf: Shelf, layer: Shelf) -> Library:
    """The library after another text was written by one and approved by another."""
    change(layer)
    return shelf.load(layer)


def change(layer: Shelf, text: str = TEXT) -> None:
    workspace = Workspace(Layer(layer.folder), "K. de Boer")
    now = stored_item(workspace.layer, BLOCK)
    saved = write(workspace, BLOCK, text, "nieuwe ledenbrief", now.version if now else None)
    approve(Workspace(workspace.layer, "S. Yilmaz"), BLOCK, "", submit(workspace, BLOCK, "", saved.digest).digest)


def effects(item: Item, letters: Path, library: Library) -> dict[str, str]:
    return {use.letter.id: use.effect for use in uses(item, letters_in([letters]), library)}


def test_sent_letters_stay_drafts_are_offered_the_new_text(letters: Path, changed: Library) -> None:
    assert effects(BLOCK, letters, changed) == {
        "concept": "aangeboden",
        "aangepast": "aangepast",
        "verzonden": "verzonden",
    }
    (broken,) = letters_in([letters]).problems
    assert broken.path and broken.path.name == "kapot.raadsbrief"


def test_before_anything_changed_every_letter_has_it(letters: Path, shelf: Shelf) -> None:
    assert effects(BLOCK, letters, shelf.load()) == {
        "concept": "al-zo",
        "aangepast": "aangepast",
        "verzonden": "verzonden",
    }


def test_an_approval_of_the_same_words_is_no_new_text(letters: Path, shelf: Shelf, layer: Shelf) -> None:
    same = shelf.load().snippets[BLOCK.id].text
    change(layer, f"{TEXT.rpartition('---')[0]}eigenaar: redactie\nherzien_voor: 2026-01-01\n---\n{same}\n")
    assert effects(BLOCK, letters, shelf.load(layer))["concept"] == "al-zo"


@pytest.mark.parametrize(
    ("item", "used"),
    [
        (Item("feiten", "spuk-blijft"), {"concept", "verzonden", "eigen"}),
        (Item("bronnen", "ledenbrief-2025"), {"concept", "verzonden", "eigen"}),
        (Item("bronnen", "verslag-2024"), set[str]()),
        (Item("sjablonen", "brief"), set(LETTERS)),
        (Item("sjablonen", "ander"), set[str]()),
    ],
)
def test_who_uses_a_fact_a_source_or_a_template(item: Item, used: set[str], letters: Path, shelf: Shelf) -> None:
    assert set(effects(item, letters, shelf.load())) == used


def test_a_draft_takes_the_new_text_and_a_sent_letter_does_not(letters: Path, changed: Library) -> None:
    path = letters / "2024" / "concept.raadsbrief"
    letter, rendering = open_letter(path, changed)
    before = review(letter, rendering, changed, DAY).assembly
    update_draft(path, BLOCK, changed)
    after = review(*open_letter(path, changed), changed, DAY).assembly
    assert "ook zonder plan" in str(after.document) and "ook zonder plan" not in str(before.document)
    assert effects(BLOCK, letters, changed)["concept"] == "al-zo"
    (earlier,) = user_autosave().versions.of("concept")
    assert earlier.letter() == letter, "how it was is kept"
    sent = letters / "2024" / "verzonden.raadsbrief"
    content = sent.read_bytes()
    with pytest.raises(ComposerError, match="vervolgbrief"):
        update_draft(sent, BLOCK, changed)
    assert sent.read_bytes() == content
    assert "ook zonder plan" not in str(review(*open_letter(sent, changed), changed, DAY).assembly.document)


SERIES_ITEM = Item("feiten", "bijdrage-2025")


def test_a_draft_is_offered_another_amount_of_a_series(shelf: Shelf, tmp_path: Path) -> None:
    """Only where the row of its own municipality became otherwise."""
    path = tmp_path / "brief.raadsbrief"
    text = 'Wij krijgen {{ feit["bijdrage-2025"].bedrag }}.[^bijdrage-2025]\n'
    save_letter(a_letter(gemeente="GM0001", secties={"geld": [{"id": "a1", "tekst": text}]}), shelf.load(), path)

    def effect() -> str:
        return next(iter(uses(SERIES_ITEM, letters_in([tmp_path]), shelf.load()))).effect

    held_at = shelf.path("feiten/spuk.yaml")
    held_at.write_text(held_at.read_text("utf-8").replace("GM0002: 480000", "GM0002: 500000"), "utf-8")
    assert effect() == "al-zo"
    held_at.write_text(held_at.read_text("utf-8").replace("GM0001: 1250000", "GM0001: 1300000"), "utf-8")
    assert effect() == "aangeboden"
    library = shelf.load()
    assert "1,25" in str(review(*open_letter(path, library), library, DAY).assembly.document)
    update_draft(path, SERIES_ITEM, library)
    assert "1,3" in str(review(*open_letter(path, library), library, DAY).assembly.document)
    assert effect() == "al-zo"


def test_a_new_source_shows_which_passages_it_overtakes(shelf: Shelf, layer: Shelf) -> None:
    workspace = Workspace(Layer(layer.folder), "K. de Boer")
    assert outdated_passages(shelf.load(), date(2025, 1, 20)) == ()
    write(workspace, Item("bronnen", "brief-2025"), SOURCE, "binnengekomen", None)
    write(workspace, Item("feiten", "spuk-stopt"), FACT, "uit de ledenbrief", None)
    library = shelf.load(layer)
    assert library.problems == ()
    assert outdated_passages(library, date(2025, 1, 9)) == ()
    (found,) = outdated_passages(library, date(2025, 1, 20), [Item("bronnen", "brief-2025")])
    assert (found.snippet.id, found.fact, found.sources) == (BLOCK.id, "spuk-stopt", ("brief-2025",))
    assert outdated_passages(library, date(2025, 1, 20), [Item("bronnen", "verslag-2024")]) == ()


def test_what_nobody_uses(letters: Path, shelf: Shelf) -> None:
    names = {snippet.id for snippet in unused(shelf.load(), letters_in([letters]))}
    assert names == {"spuk-eerder", "bijdrage", "motie-gesteund"}
