"""Waivers: findings set aside with a reason, and restored."""

from composer.domain.finding import Finding
from composer.domain.letter import Letter, Waiver


def waived(letter: Letter, finding: Finding, reason: str) -> Letter:
    """The letter in which a finding is set aside for these words."""
    waiver = Waiver.model_validate(
        {"code": finding.code, "stuk": finding.piece, "woorden": finding.words, "reden": reason}
    )
    return letter.with_changes(waivers=(*letter.waivers, waiver))


def recalled(letter: Letter, waiver: Waiver) -> Letter:
    """The letter in which it counts again."""
    return letter.with_changes(waivers=tuple(kept for kept in letter.waivers if kept != waiver))
