"""What waits for a reviewer, and what is due: also when files were written by hand, by two at once, or are damaged."""

from datetime import date
from pathlib import Path

import pytest

from composer.domain.revision import Item
from composer.library.history import folder_of, history
from composer.library.items import stored_item
from composer.library.layers import Layer
from composer.library.library import Library
from composer.library.writing import EditConflict
from composer.work.editorial.approving import Workspace, approve, submit, write
from composer.work.editorial.reviewing import Queue, due, queue
from tests.libraries import Shelf

BLOCK = Item("tekstblokken", "blok")
FACT = Item("feiten", "feit")
TEXT = "---\nid: {}\ntitel: Blok {}\nonderwerp: spuk\nstatus: {}\n---\nDe SPUK blijft.\n"
RECORD = "id: feit\nonderwerp: spuk\naard: gebeurtenis\nstelling: De SPUK {}.\nkracht: besluit\nbewijs: [{{bron: verslag-2024}}]"


@pytest.fixture
def workspace(layer: Shelf) -> Workspace:
    return Workspace(Layer(layer.folder), "K. de Boer")


def waiting(shelf: Shelf, workspace: Workspace) -> Queue:
    return queue(shelf.load(Shelf(workspace.layer.folder)), workspace.layer)


def told(found: Queue) -> list[tuple[str, str]]:
    return [(entry.item.id, entry.reason) for entry in found.waiting]


def present(workspace: Workspace, item: Item) -> Path:
    found = stored_item(workspace.layer, item)
    assert found
    return found.path


def offered(workspace: Workspace, item: Item = BLOCK) -> str:
    text = RECORD.format("blijft") if item.kind == "feiten" else TEXT.format(item.id, item.id, "concept")
    saved = write(workspace, item, text, "", None)
    return submit(workspace, item, "klaar", saved.digest).digest


def test_what_was_offered_waits_the_longest_waiting_first(shelf: Shelf, workspace: Workspace) -> None:
    write(workspace, Item("tekstblokken", "concept"), TEXT.format("concept", "c", "concept"), "", None)
    for item in (FACT, BLOCK):
        offered(workspace, item)
    found = waiting(shelf, workspace)
    assert told(found) == [("feit", "ter-beoordeling"), ("blok", "ter-beoordeling")] and found.problems == ()
    assert [entry.title for entry in found.waiting] == ["De SPUK blijft.", "Blok blok"]
    assert all(entry.last and entry.last.why == "klaar" for entry in found.waiting)


def test_what_is_settled_waits_no_longer(shelf: Shelf, workspace: Workspace) -> None:
    approve(Workspace(workspace.layer, "S. Yilmaz"), BLOCK, "", offered(workspace))
    assert waiting(shelf, workspace).waiting == ()


def test_what_says_in_its_own_file_that_it_was_offered_waits(shelf: Shelf, workspace: Workspace, layer: Shelf) -> None:
    layer.write("snippets/spuk/blok.md", TEXT.format("blok", "x", "ter-beoordeling"))
    layer.write("templates/eigen.md", "---\nid: eigen\ntitel: Eigen\nstatus: ter-beoordeling\n---\nGeachte raad,\n")
    assert sorted(told(waiting(shelf, workspace))) == [("blok", "ter-beoordeling"), ("eigen", "ter-beoordeling")]


@pytest.mark.parametrize("item", [BLOCK, FACT])
def test_a_hand_written_change_of_an_approved_text_is_told_and_kept(
    shelf: Shelf, workspace: Workspace, item: Item
) -> None:
    approve(Workspace(workspace.layer, "S. Yilmaz"), item, "", offered(workspace, item))
    path = present(workspace, item)
    path.write_text(path.read_text().replace("blijft", "vervalt"))
    assert told(waiting(shelf, workspace)) == [(item.id, "buiten-het-programma")]
    submit(workspace, item, "met de hand gewijzigd")
    assert told(waiting(shelf, workspace)) == [(item.id, "ter-beoordeling")] and "vervalt" in path.read_text()
    assert [e.revision.act for e in history(workspace.layer.folder, item).entries][-2:] == [
        "aangetroffen",
        "ter-beoordeling",
    ]


def test_versions_written_at_once_are_told_until_they_are_brought_together(shelf: Shelf, workspace: Workspace) -> None:
    seen = offered(workspace)
    for who, words in (("K. de Boer", "blijft."), ("S. Yilmaz", "vervalt.")):
        mine = TEXT.format("blok", "blok", "concept").replace("blijft.", f"{words} Ook later.")
        try:
            write(Workspace(workspace.layer, who), BLOCK, mine, "", seen)
        except EditConflict as clash:
            assert "vervalt" in clash.mine and "blijft. Ook" in clash.theirs
    (entry,) = waiting(shelf, workspace).waiting
    assert entry.reason == "naast-elkaar" and ["vervalt" in held.revision.text for held in entry.beside] == [True]
    joined = tuple(beside.revision.sha256 for beside in entry.beside)
    write(workspace, BLOCK, TEXT.format("blok", "blok", "concept"), "samengevoegd", entry.version, joined)
    assert waiting(shelf, workspace).waiting == ()


def test_damage_to_one_file_of_history_costs_that_file_alone(shelf: Shelf, workspace: Workspace) -> None:
    offered(workspace)
    offered(workspace, FACT)
    folder = folder_of(workspace.layer.folder, BLOCK)
    damaged = folder / history(workspace.layer.folder, BLOCK).entries[0].name
    damaged.write_bytes(b"rommel")
    found = waiting(shelf, workspace)
    assert told(found) == [("blok", "ter-beoordeling"), ("feit", "ter-beoordeling")]
    assert [(problem.path, "beschadigd" in problem.message) for problem in found.problems] == [(damaged, True)]


def test_damage_to_a_text_costs_that_text_alone(shelf: Shelf, workspace: Workspace) -> None:
    offered(workspace)
    offered(workspace, FACT)
    path = present(workspace, BLOCK)
    path.write_bytes(b"\xff\xfe")
    found = waiting(shelf, workspace)
    assert told(found) == [("feit", "ter-beoordeling")]
    assert [problem.path for problem in found.problems] == [path]


def test_the_calendar_of_what_is_due(shelf: Shelf) -> None:
    heads = {"een": "2025-01-31", "twee": "2025-03-01", "drie": "2024-12-31"}
    for name, day in heads.items():
        shelf.passage(f"spuk/{name}", f"titel: {name}\nonderwerp: spuk\nstatus: vastgesteld\neigenaar: redactie\n"
                      f"herzien_voor: {day}\n---\nTekst.\n")  # fmt: skip
    shelf.passage(
        "spuk/vier", "titel: vier\nonderwerp: spuk\nstatus: ingetrokken\nherzien_voor: 2024-01-01\n---\nTekst.\n"
    )
    shelf.template("sjabloon", "titel: sjabloon\nstatus: vastgesteld\nherzien_voor: 2025-06-01\n---\nGeachte raad,\n")
    library = shelf.load()
    assert library.problems == ()
    assert days(library) == [("drie", True), ("een", True), ("twee", False), ("sjabloon", False)]
    assert days(library, date(2025, 1, 31)) == [("drie", True), ("een", True)]
    assert due(library, date(2025, 1, 31))[0].owner == "redactie"


def days(library: Library, until: date | None = None) -> list[tuple[str, bool]]:
    return [(entry.item.id, entry.overdue) for entry in due(library, date(2025, 1, 31), until)]
