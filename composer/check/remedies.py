"""What the user can do about a finding: at most two things, the most helpful first."""

from composer.domain.finding import Action, Finding

TO_TEXT = "Ga naar de tekst"
WAIVE = "Zie af met reden"


def remedies(finding: Finding) -> tuple[Action, ...]:
    """The finding's own action, then the way to the text; what does not block may be set aside with a reason."""
    own = (finding.action,) if finding.action else ()
    others = [action for action in (_to_text(finding), _waiving(finding)) if action]
    return (*own, *(action for action in others if not finding.action or action.kind != finding.action.kind))[:2]


def _to_text(finding: Finding) -> Action | None:
    return Action("stuk", finding.piece, TO_TEXT) if finding.piece else None


def _waiving(finding: Finding) -> Action | None:
    return Action("afzien", finding.code, WAIVE) if finding.severity != "blokkerend" else None
