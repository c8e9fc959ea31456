"""Content written from the program: every version kept, nothing overwritten unseen, no other line touched."""

from pathlib import Path

import pytest

from composer.domain.errors import ComposerError
from composer.domain.fact import Fact
from composer.domain.revision import Item
from composer.domain.snippet import Snippet
from composer.domain.source import Source
from composer.library.front_matter import (
    body_of,
    parsed_passage,
    parsed_record,
    passage_text,
    record_text,
    status_of,
    with_front_matter,
)
from composer.library.history import folder_of, history
from composer.library.items import stored_item
from composer.library.layers import Layer
from composer.library.writing import ChangeNote, EditConflict, act, restore, save_item
from tests.libraries import Shelf

K, S = "K. de Boer", "S. Yilmaz"
PASSAGE = Item("tekstblokken", "spuk-blijft")
TEXT = """\
---
id: spuk-blijft
titel: De SPUK blijft   # zoals de ledenbrief
onderwerp: spuk
# nog na te lezen
status: vastgesteld
---

De SPUK blijft.
"""
FACTS = """\
# Wat wij weten.

- id: een
  onderwerp: spuk
  aard: gebeurtenis
  stelling: Een.   # kort
  kracht: besluit
  bewijs: [{bron: verslag-2024}]

- id: twee
  onderwerp: spuk
  aard: gebeurtenis
  stelling: Twee.
  kracht: besluit
  bewijs: [{bron: verslag-2024}]
"""


@pytest.fixture
def desk(layer: Shelf) -> Layer:
    layer.write("snippets/spuk/spuk-blijft.md", TEXT)
    layer.write("feiten/spuk.yaml", FACTS)
    return Layer(layer.folder)


def now(desk: Layer, item: Item = PASSAGE) -> str:
    found = stored_item(desk, item)
    assert found
    return found.text


def version(desk: Layer, item: Item = PASSAGE) -> str:
    found = stored_item(desk, item)
    assert found
    return found.version


def acts(desk: Layer, item: Item = PASSAGE) -> list[tuple[str, str]]:
    return [(entry.revision.act, entry.revision.who) for entry in history(desk.folder, item).entries]


def test_a_change_keeps_what_stood_there_before_and_the_other_lines(desk: Layer) -> None:
    snippet = parsed_passage(Snippet, TEXT).model_copy(update={"text": "De SPUK blijft bestaan.", "title": "De SPUK"})
    save_item(desk, PASSAGE, passage_text(snippet, TEXT), ChangeNote("gewijzigd", K, "duidelijker"), version(desk))
    assert now(desk) == TEXT.replace("titel: De SPUK blijft   # zoals de ledenbrief", "titel: De SPUK").replace(
        "status: vastgesteld", "status: concept"
    ).replace("---\n\nDe SPUK blijft.\n", "---\nDe SPUK blijft bestaan.\n")
    assert acts(desk) == [("aangetroffen", ""), ("gewijzigd", K)]
    assert history(desk.folder, PASSAGE).entries[0].revision.text == TEXT


def test_a_change_of_the_state_changes_one_line(desk: Layer) -> None:
    act(desk, PASSAGE, ChangeNote("ingetrokken", K, "achterhaald"))
    assert now(desk) == TEXT.replace("status: vastgesteld", "status: ingetrokken")


def test_the_same_text_saved_writes_no_file_again(desk: Layer) -> None:
    save_item(desk, PASSAGE, with_front_matter(TEXT, {"status": "concept"}), ChangeNote("gewijzigd", K), version(desk))
    before = stored_item(desk, PASSAGE)
    assert before
    stamp = before.path.stat().st_mtime_ns
    save_item(desk, PASSAGE, now(desk), ChangeNote("gewijzigd", K), before.version)
    assert before.path.stat().st_mtime_ns == stamp


def test_a_new_passage_gets_its_file(desk: Layer) -> None:
    snippet = Snippet.model_validate({"id": "nieuw", "titel": "Nieuw: dit", "onderwerp": "geld", "tekst": "Een regel."})
    saved = save_item(desk, Item("tekstblokken", "nieuw"), passage_text(snippet), ChangeNote("aangemaakt", K))
    assert saved.path == desk.folder / "snippets/geld/nieuw.md"
    assert parsed_passage(Snippet, saved.text).title == "Nieuw: dit"
    assert status_of(saved.text) == saved.status == "concept"


@pytest.mark.parametrize("name", ["con", "aux", "com1"])
def test_an_id_that_windows_does_not_take_is_refused(desk: Layer, name: str) -> None:
    snippet = Snippet.model_validate({"id": name, "titel": "x", "onderwerp": "spuk", "tekst": "x"})
    with pytest.raises(ComposerError, match="Windows"):
        save_item(desk, Item("tekstblokken", name), passage_text(snippet), ChangeNote("aangemaakt", K))


def test_who_writes_over_a_change_of_another_keeps_both_and_is_told(desk: Layer) -> None:
    seen = version(desk)
    save_item(desk, PASSAGE, TEXT.replace("blijft.", "blijft bestaan."), ChangeNote("gewijzigd", K), seen)
    with pytest.raises(EditConflict) as raised:
        save_item(desk, PASSAGE, TEXT.replace("blijft.", "vervalt niet."), ChangeNote("gewijzigd", S), seen)
    assert "blijft bestaan" in raised.value.theirs and "vervalt niet" in raised.value.mine
    assert "blijft bestaan" in now(desk)
    beside = history(desk.folder, PASSAGE).unmerged_heads(version(desk))
    assert ["vervalt niet" in entry.revision.text for entry in beside] == [True]
    merged = ChangeNote("gewijzigd", S, "samengevoegd", (beside[0].revision.sha256,))
    save_item(desk, PASSAGE, TEXT.replace("blijft.", "blijft en vervalt niet."), merged, version(desk))
    assert history(desk.folder, PASSAGE).unmerged_heads(version(desk)) == ()


def test_a_change_by_hand_becomes_a_version_and_is_not_lost(desk: Layer) -> None:
    save_item(desk, PASSAGE, TEXT.replace("blijft.", "blijft bestaan."), ChangeNote("gewijzigd", K), version(desk))
    path = desk.folder / "snippets/spuk/spuk-blijft.md"
    path.write_text(now(desk).replace("bestaan", "met de hand"), encoding="utf-8")
    save_item(desk, PASSAGE, TEXT, ChangeNote("gewijzigd", S), version(desk))
    assert acts(desk) == [("aangetroffen", ""), ("gewijzigd", K), ("aangetroffen", ""), ("gewijzigd", S)]
    assert "met de hand" in history(desk.folder, PASSAGE).entries[2].revision.text


def test_every_version_can_be_put_back(desk: Layer) -> None:
    save_item(desk, PASSAGE, TEXT.replace("blijft.", "blijft bestaan."), ChangeNote("gewijzigd", K), version(desk))
    first = history(desk.folder, PASSAGE).entries[0]
    restore(desk, PASSAGE, first.name, S, version(desk))
    assert body_of(now(desk)) == "De SPUK blijft." and status_of(now(desk)) == "concept"
    assert acts(desk)[-1] == ("hersteld", S)


STATES = [
    ("vastgesteld", "ter-beoordeling"),
    ("concept", "vastgesteld"),
    ("concept", "teruggestuurd"),
    ("ingetrokken", "ter-beoordeling"),
]


@pytest.mark.parametrize(("status", "step"), STATES)
def test_a_step_that_the_state_does_not_allow_is_refused(desk: Layer, status: str, step: str) -> None:
    (desk.folder / "snippets/spuk/spuk-blijft.md").write_text(TEXT.replace("vastgesteld", status), encoding="utf-8")
    with pytest.raises(ComposerError, match=f"is nu {status.replace('-', ' ')}"):
        act(desk, PASSAGE, ChangeNote(step, K))  # pyright: ignore[reportArgumentType]
    assert acts(desk) == []


def test_a_text_that_was_looked_at_and_is_another_now_is_not_approved(desk: Layer) -> None:
    seen = save_item(desk, PASSAGE, TEXT, ChangeNote("gewijzigd", K), version(desk)).digest
    act(desk, PASSAGE, ChangeNote("ter-beoordeling", K), seen)
    with pytest.raises(EditConflict):
        act(desk, PASSAGE, ChangeNote("vastgesteld", S), seen)


def test_a_fact_is_replaced_among_others(desk: Layer) -> None:
    item = Item("feiten", "een")
    fact = parsed_record(Fact, now(desk, item)).model_copy(update={"statement": "Een, maar anders."})
    save_item(desk, item, record_text(fact, now(desk, item)), ChangeNote("gewijzigd", K), version(desk, item))
    path = desk.folder / "feiten/spuk.yaml"
    assert path.read_text(encoding="utf-8") == FACTS.replace("stelling: Een.   # kort", "stelling: Een, maar anders.")
    act(desk, item, ChangeNote("ter-beoordeling", K))
    saved = act(desk, item, ChangeNote("vastgesteld", S))
    assert saved.status == "vastgesteld" and path.read_text(encoding="utf-8").count("Een, maar anders.") == 1


def test_a_new_fact_and_a_new_source_come_behind_the_others(desk: Layer) -> None:
    fact = parsed_record(Fact, now(desk, Item("feiten", "twee"))).model_copy(
        update={"id": "drie", "statement": "Drie."}
    )
    save_item(desk, Item("feiten", "drie"), record_text(fact), ChangeNote("aangemaakt", K))
    assert (desk.folder / "feiten/spuk.yaml").read_text(encoding="utf-8").startswith(FACTS)
    source = Source.model_validate(
        {"id": "brief", "titel": "Een: brief", "uitgever": "VNG", "soort": "bericht", "datum": "2025-01-02"}
    )
    saved = save_item(desk, Item("bronnen", "brief"), record_text(source), ChangeNote("aangemaakt", K))
    assert saved.path == desk.folder / "bronnen/bronnen.yaml"
    assert parsed_record(Source, now(desk, Item("bronnen", "brief"))) == source


def test_all_that_is_written_is_read_by_the_library_without_a_remark(shelf: Shelf, layer: Shelf) -> None:
    desk, library = Layer(layer.folder), shelf.load()
    for number, fact in enumerate(library.facts.values()):
        if ("FactSeries", fact.id) not in library.places:
            copy = fact.model_copy(update={"id": f"eigen-{number}", "lane": None})
            save_item(desk, Item("feiten", copy.id), record_text(copy), ChangeNote("aangemaakt", K))
    for snippet in library.snippets.values():
        copy = snippet.model_copy(update={"id": f"eigen-{snippet.id}"})
        save_item(desk, Item("tekstblokken", copy.id), passage_text(copy), ChangeNote("aangemaakt", K))
    for source in library.sources.values():
        copy = source.model_copy(update={"id": f"eigen-{source.id}"})
        save_item(desk, Item("bronnen", copy.id), record_text(copy), ChangeNote("aangemaakt", K))
    both = shelf.load(layer)
    assert both.problems == ()
    assert len(both.snippets) == 2 * len(library.snippets) and len(both.sources) == 2 * len(library.sources)
    for snippet in library.snippets.values():
        assert both.snippets[f"eigen-{snippet.id}"].text == snippet.text


def test_a_house_style_with_its_files(desk: Layer) -> None:
    folder = desk.folder / "huisstijlen/bergdam"
    folder.mkdir(parents=True)
    (folder / "huisstijl.yaml").write_text("naam: Bergdam\n", encoding="utf-8")
    (folder / "basis.docx").write_bytes(b"eerste basis")
    item = Item("huisstijlen", "bergdam")
    save_item(desk, item, "naam: Gemeente Bergdam\n", ChangeNote("gewijzigd", K), version(desk, item))
    (folder / "basis.docx").write_bytes(b"tweede basis")
    act(desk, item, ChangeNote("ter-beoordeling", K))
    assert acts(desk, item) == [("aangetroffen", ""), ("gewijzigd", K), ("aangetroffen", ""), ("ter-beoordeling", K)]
    restore(desk, item, history(desk.folder, item).entries[0].name, S, version(desk, item))
    assert (folder / "basis.docx").read_bytes() == b"eerste basis" and now(desk, item) == "naam: Bergdam\n"
    restore(desk, item, history(desk.folder, item).entries[2].name, S, version(desk, item))
    assert (folder / "basis.docx").read_bytes() == b"tweede basis"


def test_a_write_that_fails_leaves_the_file_and_keeps_the_text(desk: Layer, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise ComposerError("de schijf is vol")

    monkeypatch.setattr("composer.library.writing.put", full)
    with pytest.raises(ComposerError, match="vol"):
        save_item(desk, PASSAGE, TEXT.replace("blijft.", "gaat."), ChangeNote("gewijzigd", K), version(desk))
    assert now(desk) == TEXT
    assert [
        entry.revision.text.count("gaat") for entry in history(desk.folder, PASSAGE).unmerged_heads(version(desk))
    ] == [1]


def test_the_history_stands_in_folders_that_no_reader_takes_for_content(desk: Layer, shelf: Shelf) -> None:
    act(desk, PASSAGE, ChangeNote("ingetrokken", K))
    assert folder_of(desk.folder, PASSAGE) == desk.folder / "historie/tekstblokken/spuk-blijft"
    assert not [p for p in shelf.load(Shelf(desk.folder)).problems if p.path and "historie" in Path(p.path).parts]
