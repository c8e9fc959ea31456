"""Findings set aside."""

from composer.domain.finding import Finding
from composer.work.writing.waivers import recalled, waived
from tests.libraries import a_letter

FINDING = Finding("ambtelijk", "tip", "Dit is ambtelijk.", words="inzake", piece="a1")


def test_a_finding_is_set_aside_for_its_words_and_counts_again() -> None:
    letter = waived(a_letter("Inzake de motie."), FINDING, "zo heet het stuk")
    (waiver,) = letter.waivers
    assert (waiver.code, waiver.piece, waiver.words, waiver.reason) == ("ambtelijk", "a1", "inzake", "zo heet het stuk")
    assert recalled(letter, waiver).waivers == ()
