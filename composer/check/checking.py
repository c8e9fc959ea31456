"""All checks over a letter, the worst findings first, those that the writer set aside left out."""

from composer.check.changes import library_changes
from composer.check.completeness import empty_sections, gaps
from composer.check.consistency import conflicts, stale_states, unattributed
from composer.check.facts import validity
from composer.check.rephrasing import deviations
from composer.check.subject import Check, PieceCheck, Subject
from composer.check.unsourced import past_futures, unsourced_figures
from composer.domain.finding import SEVERITIES, Finding

CHECKS: tuple[Check, ...] = (gaps, empty_sections, validity, conflicts, stale_states, library_changes)

PIECE_CHECKS: tuple[PieceCheck, ...] = (deviations, unsourced_figures, past_futures, unattributed)


def check(subject: Subject) -> tuple[Finding, ...]:
    """What stands between the letter and the council, by severity and then by place in the letter."""
    found = [*subject.assembly.findings, *(finding for run in CHECKS for finding in run(subject))]
    found += [finding for run in PIECE_CHECKS for piece in subject.pieces for finding in run(piece, subject)]
    order = {piece.piece.id: position for position, piece in enumerate(subject.assembly.pieces)}
    waived = {(waiver.code, waiver.piece, waiver.words) for waiver in subject.letter.waivers}
    kept = [finding for finding in found if (finding.code, finding.piece, finding.words) not in waived]
    return tuple(
        sorted(kept, key=lambda finding: (SEVERITIES.index(finding.severity), order.get(finding.piece or "", -1)))
    )


def blocking(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.severity == "blokkerend")
