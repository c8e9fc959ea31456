"""A finding that the writer sets aside stays away for as long as its words are the same."""

import pytest

from composer.domain.letter import Letter
from composer.library.library import Library
from tests.check.remarks import findings
from tests.libraries import a_letter

TEXT = "Er waren 3 moties. Er waren 4 brieven."


def waived(code: str, piece: str | None, words: str, text: str = TEXT) -> Letter:
    return a_letter(
        text, "Er waren 3 moties.", afgezien=[{"code": code, "stuk": piece, "woorden": words, "reden": "Geteld."}]
    )


def unsourced(letter: Letter, library: Library) -> list[tuple[str | None, str]]:
    return [(f.piece, f.words) for f in findings(letter, library) if f.code == "cijfer-zonder-feit"]


ALL = [("a1", "3"), ("a1", "4"), ("a2", "3")]


def test_without_a_waiver_all_are_told(library: Library) -> None:
    assert unsourced(waived("iets-anders", "a1", "3"), library) == ALL


CASES = [
    ("the same code, piece and words", "cijfer-zonder-feit", "a1", "3", [("a1", "4"), ("a2", "3")]),
    ("other words", "cijfer-zonder-feit", "a1", "5", ALL),
    ("another piece", "cijfer-zonder-feit", "a2", "3", [("a1", "3"), ("a1", "4")]),
    ("no piece", "cijfer-zonder-feit", None, "3", ALL),
    ("another code", "zin-lang", "a1", "3", ALL),
]


@pytest.mark.parametrize(
    ("code", "piece", "words", "left"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_a_waiver_is_bound_to_its_code_piece_and_words(
    code: str, piece: str | None, words: str, left: list[tuple[str | None, str]], library: Library
) -> None:
    assert unsourced(waived(code, piece, words), library) == left


def test_a_waiver_ends_when_the_words_change(library: Library) -> None:
    changed = waived("cijfer-zonder-feit", "a1", "3", text="Er waren 33 moties.")
    assert ("a1", "33") in unsourced(changed, library)


def test_a_waiver_of_the_letter_as_a_whole_has_no_piece(library: Library) -> None:
    def strange(letter: Letter) -> list[str]:
        return [finding.words for finding in findings(letter, library) if finding.code == "onbekend-veld"]

    fields = {"velden": {"ander": "x"}}
    waiver = {"code": "onbekend-veld", "woorden": "ander", "reden": "Van een ander sjabloon."}
    assert strange(a_letter(**fields)) == ["ander"]
    assert strange(a_letter(afgezien=[waiver], **fields)) == []


def test_a_gap_cannot_be_waived(library: Library) -> None:
    waiver = {"code": "gat", "woorden": "[nog invullen: portefeuillehouder]", "reden": "Geen tijd."}
    assert "gat" in {finding.code for finding in findings(a_letter("Tekst.", afgezien=[waiver]), library)}
