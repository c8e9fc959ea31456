"""`ambtelijk`: words of officials, and the list of them."""

import re

import pytest

from composer import paths
from composer.domain.finding import Problem
from composer.library.language import official_words
from composer.library.library import Library
from tests.check.remarks import remarked, words

OFFICIAL = {
    "Middels deze brief melden wij dit.": "Middels",
    "Wij doen dit ten aanzien van de zorg.": "ten aanzien van",
    "Dit is derhalve nodig.": "derhalve",
    "De regeling dient te worden aangepast.": "dient te",
    "Wij hebben het plan geïmplementeerd.": "geïmplementeerd",
    "De gelden zijn conform afspraak besteed.": "conform",
    "De governance is geregeld.": "governance",
    "Wij geven uitvoering aan het besluit.": "geven uitvoering aan",
    "Thans is er geld.": "Thans",
    "Wij koppelen dit te zijner tijd terug.": "te zijner tijd",
    "De financiële middelen zijn beperkt.": "financiële middelen",
    "Indien nodig komen wij langs.": "Indien",
}
PLAIN = [
    "Met deze brief melden wij dit.",
    "Wij doen dit voor de zorg.",
    "Daarom is dit nodig.",
    "Wij dienen een voorstel in.",
    "De afspraken gelden weer.",
    "Wij schrijven u een brief.",
    "De wethouder zei: “Middels dit plan helpen wij iedereen.”",
    "> Middels dit plan, schreef de VNG.",
    "Als het nodig is, komen wij langs.",
    "Het geld is beperkt.",
]


@pytest.mark.parametrize(("text", "found"), OFFICIAL.items(), ids=list(OFFICIAL))
def test_an_official_word_is_named_with_a_plain_one(text: str, found: str, library: Library):
    remarks = {finding.words: finding for finding in remarked("ambtelijk", text, library)}
    assert found in remarks
    assert remarks[found].severity == "tip"
    assert remarks[found].advice.startswith("Schrijf liever “")


@pytest.mark.parametrize("text", PLAIN)
def test_plain_words_are_let_be(text: str, library: Library):
    assert words("ambtelijk", text, library) == []


def test_a_word_is_named_once_a_piece(library: Library):
    assert words("ambtelijk", "Thans dit. En thans dat.", library) == ["Thans"]


def test_within_the_name_of_a_scheme_a_word_is_let_be(shipped: Library):
    text = "De SPUK Transformatie is een aparte regeling."
    assert words("ambtelijk", text, shipped, sjabloon="raadsinformatiebrief") == []


def test_the_list_has_two_hundred_words_each_with_its_own_explanation():
    problems: list[Problem] = []
    listed = official_words(paths.resources() / "taal", problems)
    assert problems == []
    assert len(listed) >= 200
    assert all(word.plain and word.explanation for word in listed)


def test_no_word_stands_twice_in_the_list():
    listed = official_words(paths.resources() / "taal")
    forms = [form.lower() for word in listed for form in (word.word, *word.forms)]
    assert sorted(form for form in set(forms) if forms.count(form) > 1) == []


def test_what_is_advised_is_not_official_itself(library: Library):
    listed = official_words(paths.resources() / "taal")
    official = {form.lower() for word in listed for form in (word.word, *word.forms)}
    advised = {re.sub(r" .*", "", plain) if " " not in plain else plain for word in listed for plain in word.plain}
    assert sorted(advised & official) == []
