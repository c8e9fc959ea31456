"""All checks over a letter, the worst findings first, those that the writer set aside left out."""

from composer.check.completeness import empty_sections, gaps
from composer.check.facts import validity
from composer.check.subject import Check, Subject
from composer.domain.finding import SEVERITIES, Finding

CHECKS: tuple[Check, ...] = (gaps, empty_sections, validity)


def check(subject: Subject) -> tuple[Finding, ...]:
    """What stands between the letter and the council, by severity and then by place in the letter."""
    found = [*subject.assembly.findings, *(finding for run in CHECKS for finding in run(subject))]
    order = {piece.piece.id: position for position, piece in enumerate(subject.assembly.pieces)}
    waived = {(waiver.code, waiver.piece, waiver.words) for waiver in subject.letter.waivers}
    kept = [finding for finding in found if (finding.code, finding.piece, finding.words) not in waived]
    return tuple(
        sorted(kept, key=lambda finding: (SEVERITIES.index(finding.severity), order.get(finding.piece or "", -1)))
    )


def blocking(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.severity == "blokkerend")
