"""`kop-ontbreekt`, `kernboodschap-lang`."""

import pytest

from composer.library.library import Library
from tests.check.remarks import findings, remarked
from tests.libraries import Shelf, a_letter

FIFTY = " ".join(["Dit zijn tien woorden die samen een korte zin maken."] * 5)


@pytest.mark.parametrize(
    ("text", "remarks"),
    [
        ("\n\n".join([FIFTY] * 5), 0),
        ("\n\n".join([FIFTY] * 6), 1),
        ("\n\n".join([FIFTY] * 12), 1),
        ("\n\n".join([FIFTY, FIFTY, FIFTY, "# Een kop", FIFTY, FIFTY, FIFTY]), 0),
        ("\n".join(f"- {FIFTY}" for _ in range(6)), 1),
    ],
)
def test_more_than_250_words_want_a_heading(text: str, remarks: int, library: Library):
    assert len(remarked("kop-ontbreekt", text, library)) == remarks


def test_the_remark_is_bound_to_the_paragraph_that_is_too_much(library: Library):
    letter = a_letter(*[FIFTY] * 6)
    [finding] = [finding for finding in findings(letter, library) if finding.code == "kop-ontbreekt"]
    assert finding.piece == "a6"


@pytest.mark.parametrize(("sentences", "remarks"), [(3, 0), (4, 1)])
def test_the_message_up_front_has_three_sentences(sentences: int, remarks: int, shelf: Shelf):
    shelf.template("kort", "titel: Kort\nsecties: [{id: kernboodschap}]\n---\n{{ sectie.kernboodschap }}\n")
    letter = a_letter(" ".join(["Dit is gebeurd."] * sentences), section="kernboodschap", sjabloon="kort")
    found = [finding for finding in findings(letter, shelf.load()) if finding.code == "kernboodschap-lang"]
    assert len(found) == remarks
