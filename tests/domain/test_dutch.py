"""Counts with their words, and beginnings of sentences."""

import pytest

from composer.domain.dutch import as_sentence, capitalised, counted, enumeration, plural

COUNTS = [(0, "0 punten staan"), (1, "één punt staat"), (2, "2 punten staan"), (21, "21 punten staan")]


@pytest.mark.parametrize(("count", "words"), COUNTS)
def test_a_count_has_its_own_words(count: int, words: str) -> None:
    assert counted(count, "punt staat", "punten staan") == words
    assert words.endswith(plural(count, "punt staat", "punten staan"))


@pytest.mark.parametrize(
    ("text", "words"), [("één punt", "Eén punt"), ("3 punten", "3 punten"), ("élan", "Élan"), ("ijs", "Ijs"), ("", "")]
)
def test_a_first_capital(text: str, words: str) -> None:
    assert capitalised(text) == words


@pytest.mark.parametrize(("text", "words"), [("één wacht", "Eén wacht."), (" klaar. ", "Klaar."), ("wie?", "Wie?")])
def test_a_sentence_ends_once(text: str, words: str) -> None:
    assert as_sentence(text) == words


def test_an_enumeration_ends_with_its_conjunction() -> None:
    assert enumeration(("ja", "nee"), "of") == "ja of nee"
    assert enumeration(("a", "b", "c")) == "a, b en c"
    assert enumeration(("a",)) == "a"
