"""Another library comes into a layer: what is new comes in, what differs is shown with both sides, and nothing is lost."""

from pathlib import Path

import pytest

from composer.domain.errors import ComposerError
from composer.domain.revision import Item
from composer.library.file_list import library_files
from composer.library.history import FILES, FOLDER, history
from composer.library.items import stored_item
from composer.library.layers import Layer
from composer.library.merge_apply import apply_merge
from composer.library.merging import Merge, merge
from composer.library.writing import ChangeNote, save_item
from tests.libraries import Shelf

BLOCK = Item("tekstblokken", "blok")
FACT = Item("feiten", "een")


def text(words: str) -> str:
    return f"---\nid: blok\ntitel: Blok\nonderwerp: spuk\nstatus: concept\n---\n{words}\n"


@pytest.fixture
def theirs(tmp_path: Path) -> Shelf:
    shelf = Shelf(tmp_path / "van-hen")
    shelf.write("snippets/spuk/blok.md", text("begin"))
    shelf.write("feiten/spuk.yaml", "# Van hen.\n- id: een\n  a: 1\n- id: twee\n  a: 2\n")
    return shelf


def contents(shelf: Shelf) -> dict[str, bytes]:
    return {name: path.read_bytes() for name, path in library_files(shelf.folder).items()}


def fates(plan: Merge) -> dict[str, str]:
    return {arrival.label: arrival.status for arrival in plan.items if not arrival.name.startswith(FOLDER)}


def change(shelf: Shelf, words: str, who: str) -> None:
    now = stored_item(Layer(shelf.folder), BLOCK)
    assert now
    save_item(Layer(shelf.folder), BLOCK, text(words), ChangeNote("gewijzigd", who), now.version)


def brought(layer: Shelf, theirs: Shelf, *take: str) -> Merge:
    plan = merge(layer.folder, contents(theirs))
    apply_merge(plan, "K. de Boer", [arrival for arrival in plan.of("verschil") if arrival.label in take])
    return plan


def test_a_library_comes_whole_into_an_empty_folder(theirs: Shelf, layer: Shelf) -> None:
    change(theirs, "anders", "S. Yilmaz")
    brought(layer, theirs)
    assert contents(layer) == contents(theirs)


def test_what_is_the_same_is_left_alone(theirs: Shelf, layer: Shelf) -> None:
    brought(layer, theirs)
    before = {name: path.stat().st_mtime_ns for name, path in library_files(layer.folder).items()}
    assert set(fates(brought(layer, theirs)).values()) == {"gelijk"}
    assert {name: path.stat().st_mtime_ns for name, path in library_files(layer.folder).items()} == before


def test_a_later_version_of_what_we_have_comes_in_and_ours_is_in_the_history(theirs: Shelf, layer: Shelf) -> None:
    brought(layer, theirs)
    change(theirs, "nieuwer", "S. Yilmaz")
    assert fates(brought(layer, theirs))["snippets/spuk/blok.md"] == "bijgewerkt"
    now = stored_item(Layer(layer.folder), BLOCK)
    assert now and now.text == text("nieuwer")
    assert text("begin") in [entry.revision.text for entry in history(layer.folder, BLOCK).entries]


def test_an_earlier_version_of_what_we_have_stays_out(theirs: Shelf, layer: Shelf) -> None:
    brought(layer, theirs)
    change(layer, "hier nieuwer", "K. de Boer")
    assert fates(brought(layer, theirs))["snippets/spuk/blok.md"] == "ouder"
    assert "hier nieuwer" in layer.path("snippets/spuk/blok.md").read_text()


def test_what_both_changed_shows_both_sides_and_stays_as_it_is(theirs: Shelf, layer: Shelf) -> None:
    brought(layer, theirs)
    change(theirs, "van hen", "S. Yilmaz")
    change(layer, "van ons", "K. de Boer")
    plan = brought(layer, theirs)
    (differing,) = plan.of("verschil")
    assert (differing.ours, differing.theirs) == (text("van ons").encode(), text("van hen").encode())
    now = stored_item(Layer(layer.folder), BLOCK)
    assert now and now.text == text("van ons")
    beside = history(layer.folder, BLOCK).unmerged_heads(now.version)
    assert [entry.revision.text for entry in beside] == [text("van hen")], "the desk sees it too"


def test_what_is_taken_over_keeps_ours_in_the_history(theirs: Shelf, layer: Shelf) -> None:
    layer.write("snippets/spuk/blok.md", text("van ons"))
    layer.write("begrippen.yaml", "- id: spuk\n  voorkeur: van ons\n")
    layer.write("instellingen.yaml", "eigen_tekst_vaststellen: ja\n")
    theirs.write("begrippen.yaml", "- id: spuk\n  voorkeur: van hen\n")
    theirs.write("instellingen.yaml", "eigen_tekst_vaststellen: nee\n")
    names = ["snippets/spuk/blok.md", "begrippen.yaml: spuk", "instellingen.yaml"]
    said = fates(brought(layer, theirs, *names))
    assert [said[name] for name in names] == ["verschil"] * 3
    now, past = stored_item(Layer(layer.folder), BLOCK), history(layer.folder, BLOCK)
    assert now and now.text == text("begin") and past.unmerged_heads(now.version) == ()
    assert [entry.revision.text for entry in past.entries] == [text("van ons"), text("begin")]
    assert layer.path("instellingen.yaml").read_text() == "eigen_tekst_vaststellen: nee\n"
    kept = {path.read_bytes() for path in (layer.folder / FOLDER / FILES).iterdir()}
    assert kept == {b"eigen_tekst_vaststellen: ja\n", b"- id: spuk\n  voorkeur: van ons\n"}


def test_records_of_a_list_come_one_by_one(theirs: Shelf, layer: Shelf) -> None:
    layer.write("feiten/eigen.yaml", "# Van ons.\n- id: een\n  a: 1   # zelfde\n- id: drie\n  a: 3\n")
    theirs.write("feiten/eigen.yaml", "- id: drie\n  a: 4\n- id: vier\n  a: 5\n")
    plan = brought(layer, theirs)
    assert fates(plan) == {
        "snippets/spuk/blok.md": "nieuw", "feiten/eigen.yaml: drie": "verschil", "feiten/eigen.yaml: vier": "nieuw",
        "feiten/eigen.yaml: een": "gelijk", "feiten/spuk.yaml: twee": "nieuw",
    }  # fmt: skip
    assert layer.path("feiten/eigen.yaml").read_text() == (
        "# Van ons.\n- id: een\n  a: 1   # zelfde\n- id: drie\n  a: 3\n\n- id: vier\n  a: 5\n"
    )
    assert layer.path("feiten/spuk.yaml").read_text() == "- id: twee\n  a: 2\n"


def test_a_passage_is_known_by_its_id_in_whatever_folder(theirs: Shelf, layer: Shelf) -> None:
    layer.write("snippets/geld/blok.md", text("van ons"))
    assert fates(brought(layer, theirs))["snippets/geld/blok.md"] == "verschil"
    assert not layer.path("snippets/spuk/blok.md").exists()


def test_other_ends_of_lines_are_no_difference(theirs: Shelf, layer: Shelf) -> None:
    layer.write("snippets/spuk/blok.md", text("begin").replace("\n", "\r\n"))
    assert fates(brought(layer, theirs))["snippets/spuk/blok.md"] == "gelijk"


def test_what_changed_while_it_was_looked_at_is_not_written_over(theirs: Shelf, layer: Shelf) -> None:
    layer.write("snippets/spuk/blok.md", text("van ons"))
    plan = merge(layer.folder, contents(theirs))
    layer.write("snippets/spuk/blok.md", text("intussen"))
    with pytest.raises(ComposerError, match="intussen"):
        apply_merge(plan, "K. de Boer", plan.of("verschil"))
    assert layer.path("snippets/spuk/blok.md").read_text() == text("intussen")


def test_a_record_that_changed_while_it_was_looked_at_is_not_written_over(theirs: Shelf, layer: Shelf) -> None:
    path = layer.write("feiten/eigen.yaml", "- id: drie\n  a: 3\n- id: vier\n  a: 4\n")
    theirs.write("feiten/eigen.yaml", "- id: drie\n  a: 5\n")
    plan = merge(layer.folder, contents(theirs))
    path.write_text("- id: drie\n  a: 3\n- id: vier\n  a: 5\n")
    apply_merge(plan, "K. de Boer", plan.of("verschil"))
    assert path.read_text() == "- id: drie\n  a: 5\n- id: vier\n  a: 5\n", "another record may change meanwhile"
    theirs.write("feiten/eigen.yaml", "- id: drie\n  a: 7\n")
    plan = merge(layer.folder, contents(theirs))
    path.write_text("- id: drie\n  a: 6\n")
    with pytest.raises(ComposerError, match="intussen"):
        apply_merge(plan, "K. de Boer", plan.of("verschil"))
    assert path.read_text() == "- id: drie\n  a: 6\n"


def test_two_who_unpack_the_same_at_once_do_no_harm(theirs: Shelf, layer: Shelf) -> None:
    first, second = merge(layer.folder, contents(theirs)), merge(layer.folder, contents(theirs))
    apply_merge(first, "K. de Boer")
    apply_merge(second, "S. Yilmaz")
    assert fates(merge(layer.folder, contents(theirs))).keys() == fates(first).keys()
    assert not merge(layer.folder, contents(theirs)).of("verschil")


def test_a_name_that_differs_from_ours_in_capitals_alone_is_refused(theirs: Shelf, layer: Shelf) -> None:
    layer.write("bronnen/Stuk.pdf", "x")
    theirs.write("bronnen/stuk.pdf", "y")
    with pytest.raises(ComposerError, match="Windows"):
        merge(layer.folder, contents(theirs))
