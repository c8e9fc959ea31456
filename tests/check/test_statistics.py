"""What can be counted."""

from composer.assemble.letter import assemble
from composer.check.statistics import gaps, words
from composer.library.library import Library
from tests.libraries import a_letter


def test_words_of_the_running_text_are_counted(library: Library) -> None:
    shorter = words(assemble(a_letter("Eén twee drie."), library).document)
    longer = words(assemble(a_letter("Eén twee drie.", "Vier vijf."), library).document)
    assert longer - shorter == 2


def test_gaps_are_counted_once_for_each_name_and_piece(library: Library) -> None:
    before = gaps(assemble(a_letter(), library).document)
    text = "{{ gemeente.planstatus }} en nog eens {{ gemeente.planstatus }}."
    assert gaps(assemble(a_letter(text), library).document) == before + 1
