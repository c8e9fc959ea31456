"""What the user can do about a finding: at most two things, the most helpful first."""

from composer.domain.finding import Action, Finding

TO_TEXT = "Ga naar de tekst"
WAIVE = "Zie af met reden"


def quick_fixes(finding: Finding) -> tuple[Action, ...]:
    """The finding's own action, else the way to the text; then setting aside what does not block, else the way to the text."""
    ways = (finding.action, to_text(finding) if finding.action is None else None, _waiving(finding), to_text(finding))
    by_kind = {way.kind: way for way in reversed(ways) if way}
    return tuple(dict.fromkeys(by_kind[way.kind] for way in ways if way))[:2]


def to_text(finding: Finding) -> Action | None:
    """The way to the piece; None for the letter as a whole."""
    return Action("stuk", finding.piece, TO_TEXT) if finding.piece else None


def _waiving(finding: Finding) -> Action | None:
    return Action("afzien", finding.code, WAIVE) if finding.severity != "blokkerend" else None
