"""A letter changes only by being replaced."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from composer.domain.letter import Letter, Piece, new_piece_id
from tests.libraries import DAY, a_letter

LETTER = a_letter("Eerste.", "Tweede.", velden={"onderwerp": "SPUK"})


def order(letter: Letter) -> dict[str, list[str]]:
    return {name: [piece.id for piece in pieces] for name, pieces in letter.sections.items()}


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"gemeente": None}, "één gemeente, één regio of landelijk"),
    ({"regio": "kust"}, "één gemeente, één regio of landelijk"),
    ({"landelijk": "ja"}, "één gemeente, één regio of landelijk"),
    ({"gemeente": "1721"}, "gemeente"),
    ({"datum": "12 december 2024"}, "is geen datum"),
    ({"staat": "klaar"}, "staat"),
    ({"secties": {"a": [{"id": "x", "tekst": "1"}, {"id": "x", "tekst": "2"}]}}, "staat bij twee stukken"),
    ({"secties": {"a": [{"id": "x", "tekst": "1"}], "b": [{"id": "x", "tekst": "2"}]}}, "staat bij twee stukken"),
    ({"secties": {"a": [{"id": "x"}]}}, "óf een tekstblok óf eigen tekst"),
    ({"secties": {"a": [{"tekst": "1", "tekstblok": "b"}]}}, "óf een tekstblok óf eigen tekst"),
    ({"secties": {"a": [{"tekst": "1", "aangepast": "b"}]}}, "hoort bij een tekstblok"),
    ({"secties": {"Grote Letters": []}}, "Grote Letters"),
    ({"afgezien": [{"code": "gat", "reden": ""}]}, "reden"),
    ({"kleur": "rood"}, "kleur"),
    ({"id": "../elders"}, "id"),
    ({"id": "a/b"}, "id"),
    ({"id": "a" * 81}, "id"),
]


@pytest.mark.parametrize(("changes", "said"), REFUSED, ids=[str(case[0]) for case in REFUSED])
def test_what_is_no_letter_is_refused(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        a_letter(**changes)


def test_the_letter_speaks_as_of_its_own_date_when_it_names_no_other() -> None:
    assert LETTER.reference_date == DAY
    assert str(a_letter(peildatum="2024-12-10").reference_date) == "2024-12-10"


def test_a_letter_cannot_be_changed_in_place() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        LETTER.template = "anders"  # type: ignore[misc] # pyright: ignore[reportAttributeAccessIssue]
    with pytest.raises(TypeError):
        LETTER.fields["onderwerp"] = "anders"  # type: ignore[index] # pyright: ignore[reportIndexIssue]
    with pytest.raises(TypeError):
        LETTER.sections["aanleiding"] = ()  # type: ignore[index] # pyright: ignore[reportIndexIssue]


def test_a_changed_letter_is_checked_again() -> None:
    with pytest.raises(ValidationError, match="één gemeente"):
        LETTER.with_changes(region="kust")


def test_a_field_is_set_and_an_empty_one_taken_away() -> None:
    filled = LETTER.with_field("kenmerk", "Z-1")
    assert dict(filled.fields) == {"onderwerp": "SPUK", "kenmerk": "Z-1"}
    assert dict(filled.with_field("kenmerk", "").fields) == {"onderwerp": "SPUK"}
    assert LETTER.with_field("afwezig", "") == LETTER


EDITS = [
    ("insert first", LETTER.with_inserted("aanleiding", 0, Piece(id="n", text="N")), {"aanleiding": ["n", "a1", "a2"]}),
    ("insert between", LETTER.with_inserted("aanleiding", 1, Piece(id="n", text="N")), {"aanleiding": ["a1", "n", "a2"]}),
    ("insert past the end", LETTER.with_inserted("aanleiding", 99, Piece(id="n", text="N")), {"aanleiding": ["a1", "a2", "n"]}),
    ("insert elsewhere", LETTER.with_inserted("geld", 0, Piece(id="n", text="N")), {"aanleiding": ["a1", "a2"], "geld": ["n"]}),
    ("remove", LETTER.without("a1"), {"aanleiding": ["a2"]}),
    ("remove what is not there", LETTER.without("zoek"), {"aanleiding": ["a1", "a2"]}),
    ("move down", LETTER.with_moved("a1", "aanleiding", 1), {"aanleiding": ["a2", "a1"]}),
    ("move to where it is", LETTER.with_moved("a1", "aanleiding", 0), {"aanleiding": ["a1", "a2"]}),
    ("move to another section", LETTER.with_moved("a1", "geld", 0), {"aanleiding": ["a2"], "geld": ["a1"]}),
    ("move what is not there", LETTER.with_moved("zoek", "geld", 0), {"aanleiding": ["a1", "a2"]}),
]  # fmt: skip


@pytest.mark.parametrize(("changed", "expected"), [case[1:] for case in EDITS], ids=[case[0] for case in EDITS])
def test_an_edit_gives_another_letter(changed: Letter, expected: dict[str, list[str]]) -> None:
    assert order(changed) == expected
    assert order(LETTER) == {"aanleiding": ["a1", "a2"]}


def test_a_piece_is_replaced_in_its_place() -> None:
    changed = LETTER.with_piece(Piece(id="a1", text="Anders."))
    assert [piece.text for piece in changed.pieces()] == ["Anders.", "Tweede."]
    with pytest.raises(KeyError):
        LETTER.with_piece(Piece(id="zoek", text="Anders."))


def test_pieces_are_found_by_their_ids() -> None:
    assert LETTER.piece("a2") == Piece(id="a2", text="Tweede.")
    assert LETTER.section_of("a2") == "aanleiding"
    assert LETTER.piece("zoek") is None
    assert LETTER.section_of("zoek") is None


def test_ids_are_given_to_what_has_none_and_kept_where_they_are() -> None:
    pieces = [{"tekst": "1"}, {"id": "a1", "tekst": "2"}, {"tekst": "3"}]
    named = a_letter(id="", secties={"aanleiding": pieces}).with_ids()
    assert order(named) == {"aanleiding": ["a2", "a1", "a3"]}
    assert len(named.id) == 32
    assert named.with_ids() == named


def test_two_letters_without_id_do_not_get_the_same() -> None:
    nameless = a_letter(id="")
    assert nameless.with_ids().id != nameless.with_ids().id


def test_a_new_piece_takes_the_first_free_id() -> None:
    assert new_piece_id(LETTER) == "a3"
    assert new_piece_id(LETTER.without("a1")) == "a1"
    assert new_piece_id(a_letter()) == "a1"


SECTIONS = st.sampled_from(["aanleiding", "geld", "vervolg"])
EDIT = st.one_of(
    st.tuples(st.just("insert"), SECTIONS, st.integers(0, 5)),
    st.tuples(st.just("remove"), st.integers(1, 6).map("a{}".format)),
    st.tuples(st.just("move"), st.integers(1, 6).map("a{}".format), SECTIONS, st.integers(0, 5)),
    st.tuples(st.just("replace"), st.integers(1, 6).map("a{}".format), st.text(min_size=1, max_size=5)),
)


def edited(letter: Letter, edit: tuple[Any, ...]) -> Letter:
    match edit:
        case ("insert", section, index):
            return letter.with_inserted(section, index, Piece(id=new_piece_id(letter), text="Nieuw."))
        case ("remove", name):
            return letter.without(name)
        case ("move", name, section, index):
            return letter.with_moved(name, section, index)
        case _:
            _, name, text = edit
            return letter.with_piece(Piece(id=name, text=text)) if letter.piece(name) else letter


@given(st.lists(EDIT, max_size=25))
def test_whatever_is_edited_every_piece_keeps_an_id_of_its_own(edits: list[tuple[Any, ...]]) -> None:
    letter = LETTER
    for edit in edits:
        before = {piece.id for piece in letter.pieces()}
        letter = edited(letter, edit)
        ids = [piece.id for piece in letter.pieces()]
        assert len(ids) == len(set(ids)) and all(ids)
        difference = {"insert": 1, "remove": -1 if edit[1] in before else 0}.get(edit[0], 0)
        assert len(ids) == len(before) + difference
