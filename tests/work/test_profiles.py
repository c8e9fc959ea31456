"""Questions about a municipality and their answers."""

from pathlib import Path

import pytest

from composer.assemble.names import addressee
from composer.domain.errors import ComposerError
from composer.library.library import Library
from composer.work.profiles import Question, answer, question
from tests.libraries import Shelf, a_letter


def asked(path: str, library: Library, cbs: str = "GM0003") -> Question:
    who = addressee(a_letter(gemeente=cbs), library)
    found = question(path, who, library.template("brief"), library)
    assert found is not None
    return found


def test_a_local_value_is_asked_as_the_library_says(library: Library) -> None:
    found = asked("gemeente.steunde_motie", library, "GM0001")
    assert found.text == "Steunde uw gemeente de motie?"
    assert [(choice.value, choice.label) for choice in found.choices] == [("ja", "Ja"), ("nee", "Nee")]
    assert found.answer == "ja"


def test_an_official_is_asked_by_name(library: Library) -> None:
    found = asked("gemeente.college.burgemeester", library)
    assert found.text == "Wat is voor Oosterleek de burgemeester?"
    assert asked("gemeente.college.burgemeester", library, "GM0001").answer == "A. de Vries"


def test_what_nobody_can_fill_in_is_not_asked(library: Library) -> None:
    who = addressee(a_letter(), library)
    assert question("feit.iets", who, library.template("brief"), library) is None


@pytest.mark.parametrize(
    ("path", "words", "expected"),
    [
        ("gemeente.steunde_motie", "nee", ("steunde_motie", "nee")),
        ("gemeente.planstatus", "ingediend", ("planstatus", "ingediend")),
    ],
)
def test_an_answer_stands_in_the_own_layer(
    shelf: Shelf, layer: Shelf, path: str, words: str, expected: tuple[str, str]
) -> None:
    library = shelf.load()
    answer(asked(path, library), words, library, layer.folder)
    local = shelf.load(layer).municipalities["GM0003"].local
    assert local[expected[0]].value == expected[1]


def test_answers_come_together_in_one_file(shelf: Shelf, layer: Shelf) -> None:
    library = shelf.load()
    answer(asked("gemeente.college.burgemeester", library), "E. Smit", library, layer.folder)
    answer(asked("gemeente.college.secretaris", library), "F. Mulder", library, layer.folder)
    path = answer(asked("gemeente.college.wethouders", library), "G. Bos, zorg\nH. Dijk", library, layer.folder)
    answer(asked("gemeente.adres", library), "Dorpsstraat 1", library, layer.folder)
    executive = shelf.load(layer).municipalities["GM0003"].executive
    assert (executive.mayor, executive.secretary) == ("E. Smit", "F. Mulder")
    assert [(alderman.name, alderman.portfolio) for alderman in executive.aldermen] == [
        ("G. Bos", "zorg"),
        ("H. Dijk", None),
    ]
    assert path == layer.folder / "gemeenten" / "GM0003.yaml"


def test_an_empty_answer_takes_the_value_away(shelf: Shelf, layer: Shelf) -> None:
    library = shelf.load()
    answer(asked("gemeente.planstatus", library), "ingediend", library, layer.folder)
    answer(asked("gemeente.planstatus", library), " ", library, layer.folder)
    assert "planstatus" not in shelf.load(layer).municipalities["GM0003"].local


def test_a_region_is_chosen_and_added_to_those_known(shelf: Shelf, layer: Shelf) -> None:
    library = shelf.load()
    found = asked("regio.naam", library)
    assert [choice.value for choice in found.choices] == ["kust", "kustland"] or len(found.choices) == 2
    answer(found, "kust", library, layer.folder)
    assert [item.region for item in shelf.load(layer).municipalities["GM0003"].regions] == ["kust"]


def test_members_of_a_region_are_named_as_people_do(shelf: Shelf, layer: Shelf) -> None:
    library = shelf.load()
    answer(asked("regio.leden", library, "GM0001"), "Bergdam, waterhuizen, Oosterleek", library, layer.folder)
    assert shelf.load(layer).regions["kust"].members == ("GM0001", "GM0002", "GM0003")


def test_a_name_that_is_no_municipality_is_refused(shelf: Shelf, layer: Shelf) -> None:
    library = shelf.load()
    with pytest.raises(ComposerError, match="geen gemeente"):
        answer(asked("regio.leden", library, "GM0001"), "Nergenshuizen", library, layer.folder)
    assert not (layer.folder / "regios").exists()


def test_a_file_with_more_profiles_is_left_alone(shelf: Shelf, layer: Shelf) -> None:
    library = shelf.load()
    layer.write("gemeenten/GM0003.yaml", "- {cbs: GM0003}\n- {cbs: GM0002}\n")
    with pytest.raises(ComposerError, match="meer dan één profiel"):
        answer(asked("gemeente.adres", library), "Dorpsstraat 1", library, Path(layer.folder))
