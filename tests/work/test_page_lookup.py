"""From words on the page back to the text."""

from composer.assemble.letter import assemble
from composer.library.library import Library
from composer.work.writing.page_lookup import opening, origin_of
from tests.libraries import a_letter


def test_words_of_the_page_lead_to_their_piece(library: Library) -> None:
    document = assemble(
        a_letter("Een eerste alinea over zorg.", "De tweede alinea gaat over geld en over wonen."), library
    ).document
    origin = origin_of(document, "eede alinea gaat over geld1 en ov")
    assert origin is not None
    assert origin.piece == "a2"


def test_words_of_the_skeleton_belong_to_no_piece(library: Library) -> None:
    origin = origin_of(assemble(a_letter(), library).document, "iets Met vriendelijke groet dan")
    assert origin is not None
    assert origin.piece is None


def test_words_that_stand_nowhere_lead_nowhere(library: Library) -> None:
    assert origin_of(assemble(a_letter(), library).document, "zonnepanelen op daken van scholen") is None


def test_a_piece_is_found_by_its_first_words(library: Library) -> None:
    document = assemble(a_letter("De eerste alinea gaat over zorg en wonen."), library).document
    assert opening(document, "a1") == "De eerste alinea gaat"
    assert opening(document, "a9") == ""
