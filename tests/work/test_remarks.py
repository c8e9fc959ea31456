"""Remarks stay with the words they are about, whoever edits the file, and one damaged file costs itself alone."""

from pathlib import Path

import pytest

from composer.domain.revision import Item
from composer.library.history import REMARKS, folder_of
from composer.library.layers import Layer
from composer.work.editorial.approving import Workspace
from composer.work.editorial.remarks import Placed, attach, placed, remark, reply, settle
from tests.libraries import Shelf

ITEM = Item("tekstblokken", "blok")
TEXT = "De SPUK blijft in 2025 beschikbaar. Dat geldt voor iedere gemeente. De raad hoort later meer."
ABOUT = "Dat geldt voor iedere gemeente"


@pytest.fixture
def workspace(layer: Shelf) -> Workspace:
    return Workspace(Layer(layer.folder), "S. Yilmaz")


def on(workspace: Workspace, words: str = ABOUT, text: str = TEXT) -> str:
    start = text.index(words)
    return attach(workspace, ITEM, text, start, start + len(words), "Klopt dit?")


def the_remark(workspace: Workspace, text: str) -> Placed:
    (found,), problems = placed(workspace.layer, ITEM, text)
    assert problems == ()
    return found


def words_at(found: Placed, text: str) -> str | None:
    return text[found.start : found.end] if found.start is not None else None


CHANGES = {
    "nothing": (TEXT, ABOUT),
    "words put before it": ("Nieuw begin. " + TEXT, ABOUT),
    "a sentence taken away before it": (TEXT.partition(". ")[2], ABOUT),
    "other breaks of lines": (TEXT.replace("voor iedere", "voor\n  iedere"), "Dat geldt voor\n  iedere gemeente"),
    "the words themselves changed": (TEXT.replace("iedere", "elke"), None),
    "everything gone": ("Iets anders.", None),
    "the same words twice, known by what stands around them": (f"{ABOUT}, dus. {TEXT}", ABOUT),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_remark_is_found_again_by_its_words_or_is_loose(name: str, workspace: Workspace) -> None:
    text, words = CHANGES[name]
    on(workspace)
    found = the_remark(workspace, text)
    assert words_at(found, text) == words and found.loose == (words is None)
    if words and found.start is not None:
        assert text[: found.start].endswith("beschikbaar. ") or name == "a sentence taken away before it"


def test_a_few_words_are_never_taken_for_others_that_look_like_them(workspace: Workspace) -> None:
    on(workspace, "De raad")
    assert the_remark(workspace, "De raad en de raad. Later.").loose


def test_answers_and_what_is_settled(workspace: Workspace) -> None:
    name = on(workspace)
    reply(Workspace(workspace.layer, "K. de Boer"), ITEM, name, "Ja, zie de bron.")
    settle(workspace, ITEM, name)
    found = the_remark(workspace, TEXT)
    assert [(each.who, each.words) for each in found.replies] == [("K. de Boer", "Ja, zie de bron.")] and found.done


def test_a_remark_about_the_whole_text(workspace: Workspace) -> None:
    remark(workspace, ITEM, "Te lang.")
    found = the_remark(workspace, TEXT)
    assert (found.start, found.loose, found.remark.words) == (None, False, "Te lang.")


def folder(workspace: Workspace) -> Path:
    return folder_of(workspace.layer.folder, ITEM) / REMARKS


def test_a_remark_that_was_edited_by_hand_is_read(workspace: Workspace) -> None:
    path = folder(workspace) / on(workspace)
    path.write_text(path.read_text().replace("Klopt dit?", "Klopt dit nog?   # vraag van de griffie"), encoding="utf-8")
    assert the_remark(workspace, TEXT).remark.words == "Klopt dit nog?"


@pytest.mark.parametrize("damage", [b"", b"\xff\x00", b"wie: [", b"formaat: 99\n"])
def test_damage_to_one_remark_costs_that_remark_alone(damage: bytes, workspace: Workspace) -> None:
    path = folder(workspace) / on(workspace)
    on(workspace, "De raad hoort later meer")
    path.write_bytes(damage)
    found, problems = placed(workspace.layer, ITEM, TEXT)
    assert [words_at(each, TEXT) for each in found] == ["De raad hoort later meer"]
    assert [(problem.path, "beschadigd" in problem.message) for problem in problems] == [(path, True)]
