"""What can be done about a finding."""

from composer.check.quick_fixes import quick_fixes
from composer.domain.finding import Action, Finding

FILL = Action("veld", "portefeuillehouder", "Vul in")


def test_a_findings_own_action_comes_first_then_the_way_to_the_text() -> None:
    found = quick_fixes(Finding("gat", "blokkerend", "…", piece="a1", action=FILL))
    assert [action.kind for action in found] == ["veld", "stuk"]


def test_what_does_not_block_may_be_set_aside() -> None:
    found = quick_fixes(Finding("ambtelijk", "tip", "…", piece="a1"))
    assert [action.kind for action in found] == ["stuk", "afzien"]


def test_what_blocks_is_never_set_aside() -> None:
    assert quick_fixes(Finding("gat", "blokkerend", "…")) == ()


def test_there_are_never_more_than_two_and_none_twice() -> None:
    own = Action("stuk", "a1", "Ga naar de zin")
    found = quick_fixes(Finding("zin-lang", "waarschuwing", "…", piece="a1", action=own))
    assert [action.kind for action in found] == ["stuk", "afzien"]
