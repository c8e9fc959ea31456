"""How many of the sentences that claim something have a source."""

from datetime import date

import pytest

from composer.assemble.letter import assemble
from composer.check.context import CheckContext
from composer.check.coverage import Coverage, coverage
from composer.library.library import Library
from tests.check.remarks import findings
from tests.libraries import DAY, a_letter


def covered(text: str, library: Library) -> tuple[int, int]:
    letter = a_letter(text)
    found = coverage(CheckContext(letter, assemble(letter, library), library, date.today()))
    return found.sourced, found.sentences


CASES = [
    ("no claim", "Wij wensen u een fijne dag.", (0, 0)),
    ("a figure", "Er waren 3 voorstellen.", (0, 1)),
    ("a figure with a source", "Er waren 3 voorstellen.[^alv-nam-aan]", (1, 1)),
    ("money", "Het kost € 5.", (0, 1)),
    ("a word of deciding", "De minister besloot dit.", (0, 1)),
    ("a decision of the council itself", "De raad besloot dit.", (0, 0)),
    ("a promise with a term", "Wij informeren u in het tweede kwartaal van 2025.", (0, 0)),
    ("a promise with a sum", "U hoort op 3 maart 2025 of wij € 3 miljoen krijgen.", (0, 1)),
    ("the date of the letter typed", "Wij schrijven u op 20 december 2024.", (0, 0)),
    ("a decision in the passive", "Het amendement is verworpen.", (0, 1)),
    ("a majority", "De meerderheid van de gemeenten stemde voor.", (0, 1)),
    ("a word of deciding with a source", "De raad besloot dit.[^alv-nam-aan]", (1, 1)),
    ("a source before the full stop", "De raad besloot dit[^alv-nam-aan].", (1, 1)),
    ("two sentences, one with a source", "Er waren 3 moties.[^alv-nam-aan] Er waren 4 brieven.", (1, 2)),
    ("the source of another sentence", "Er waren 4 brieven. Er waren 3 moties.[^alv-nam-aan]", (1, 2)),
    ("one source behind two sentences", "Er waren 4 brieven. Dat is zo.[^alv-nam-aan]", (0, 1)),
    ("a value of a fact is a claim", '{{ feit["alv-nam-aan"].voor }} was voor.', (0, 1)),
    ("a value of the profile is none", "Wij zijn {{ gemeente.cbs }}.", (0, 0)),
    ("the date of the letter is none", "Dit is van {{ brief.datum }}.", (0, 0)),
    ("a heading claims nothing", "# Plan 2025\n\nTekst.", (0, 0)),
    ("an item of a list", "- 3 moties[^alv-nam-aan]\n- 4 brieven", (1, 2)),
    ("a row of a table is one sentence", "| a | b |\n|---|---|\n| 3 | 4 [^alv-nam-aan] |\n| 5 | 6 |", (1, 2)),
    ("bold", "**Er waren 3 moties.**[^alv-nam-aan]", (1, 1)),
    ("an abbreviation ends no sentence", "Zie art. 5 van de wet.[^alv-nam-aan]", (1, 1)),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_sentences_that_claim_something_are_counted(text: str, expected: tuple[int, int], library: Library) -> None:
    assert covered(text, library) == expected


def test_a_passage_that_is_not_on_the_page_does_not_count(library: Library) -> None:
    letter = a_letter(gemeente="GM0002", secties={"aanleiding": [{"id": "a1", "tekstblok": "motie-gesteund"}]})
    assert coverage(CheckContext(letter, assemble(letter, library), library, DAY)) == Coverage(0, 0)


@pytest.mark.parametrize(
    ("sentences", "sourced", "percentage"), [(0, 0, 100), (1, 1, 100), (3, 2, 66), (1000, 999, 99), (2, 0, 0)]
)
def test_a_hundred_percent_means_all(sentences: int, sourced: int, percentage: int) -> None:
    assert Coverage(sentences, sourced).percentage == percentage


@pytest.mark.parametrize("text", [case[1] for case in CASES], ids=[case[0] for case in CASES])
def test_a_sentence_without_a_source_is_one_that_a_finding_names(text: str, library: Library) -> None:
    """But for a value that is printed of a fact, and the cells of a row: those are the passage's own business."""
    if "{{ feit" in text or "|" in text:
        return
    sourced, sentences = covered(text, library)
    found = [f for f in findings(a_letter(text), library) if f.code in ("cijfer-zonder-feit", "besluit-zonder-feit")]
    assert bool(found) is (sourced < sentences)
