"""Words replaced in a piece, where they stand in its own text."""

import pytest

from composer.domain.letter import Letter, Piece
from composer.library.library import Library
from composer.work.writing.rewording import replaced_in, reworded
from tests.libraries import a_letter


@pytest.mark.parametrize(
    ("text", "words", "instead", "expected"),
    [
        ("De raad is akoord.", "akoord", "akkoord", "De raad is akkoord."),
        ("Akoord gaat de raad.", "Akoord", "akkoord", "Akkoord gaat de raad."),
        ("De akoorden en het akoord.", "akoord", "akkoord", "De akoorden en het akkoord."),
        (
            "Het Integraal\nzorg akkoord.",
            "Integraal zorg akkoord",
            "Integraal Zorgakkoord",
            "Het Integraal Zorgakkoord.",
        ),
        ("{{ gemeente.naam }} en naam", "naam", "benaming", "{{ gemeente.naam }} en benaming"),
        ("Zie [vng](https://vng.nl) en vng.[^vng]", "vng", "VNG", "Zie [VNG](https://vng.nl) en vng.[^vng]"),
    ],
)
def test_words_are_replaced_outside_values_citations_and_addresses(
    text: str, words: str, instead: str, expected: str
) -> None:
    assert replaced_in(text, words, instead) == expected


@pytest.mark.parametrize(("text", "words"), [("{{ veld.akoord }}", "akoord"), ("Iets anders.", "akoord")])
def test_words_that_are_not_the_pieces_own_stay(text: str, words: str) -> None:
    assert replaced_in(text, words, "akkoord") is None


def test_a_passage_becomes_adapted_and_own_text_stays_own(library: Library) -> None:
    name, snippet = next((key, held) for key, held in library.snippets.items() if "de" in held.text.split())
    letter = a_letter("De raad is akoord.").with_inserted("aanleiding", 1, Piece(id="p", snippet=name)).with_ids()
    own = letter.pieces()[0]
    changed = reworded(letter, own.id, "akoord", "akkoord", library)
    assert changed is not None
    assert changed.piece(own.id) == Piece(id=own.id, text="De raad is akkoord.")
    adapted = reworded(letter, "p", "de", "een", library)
    assert adapted is not None
    assert (adapted.piece("p") or own).adapted not in (None, snippet.text)


def test_words_that_are_gone_change_nothing(library: Library) -> None:
    letter: Letter = a_letter("De raad is akkoord.").with_ids()
    assert reworded(letter, letter.pieces()[0].id, "akoord", "akkoord", library) is None
    assert reworded(letter, "weg", "akoord", "akkoord", library) is None
