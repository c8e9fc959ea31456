"""The table of checks as a whole: order, waivers, and what is not done again."""

from dataclasses import replace

import pytest

from composer.assemble.letter import Assembler, assemble
from composer.check import checking
from composer.check.checking import Checker, blocking, check
from composer.check.context import CheckContext
from composer.domain.finding import SEVERITIES
from composer.domain.letter import Letter, Piece
from composer.library.library import Library
from tests.check.remarks import TODAY, findings
from tests.libraries import a_letter

FAULTS = (
    "Onze leden stemden in. Binnenkort hoort u meer, middels een brief.",
    "Bel 06-12345678. Nummer 111222333. Wij informeeren u.",
    "Zie bijlage 1. De RNOBB is een regio.",
)


def subject(letter: Letter, library: Library, assembler: Assembler | None = None) -> CheckContext:
    return CheckContext(letter, (assembler or Assembler(library)).assemble(letter), library, TODAY)


def test_findings_are_sorted_by_severity_and_then_by_place(library: Library):
    found = findings(a_letter(*FAULTS), library)
    ranks = [(SEVERITIES.index(finding.severity), finding.piece or "") for finding in found]
    assert ranks == sorted(ranks)
    assert {finding.severity for finding in found} == set(SEVERITIES)


def test_every_finding_tells_what_to_do(library: Library):
    for finding in findings(a_letter(*FAULTS), library):
        assert finding.title and finding.message and finding.advice, finding
        assert len(finding.title.split()) <= 6


def test_what_blocks_is_told_apart(library: Library):
    assert {finding.code for finding in blocking(findings(a_letter(*FAULTS), library))} == {"gat", "bsn"}


def test_a_waiver_hides_one_finding_and_no_more(library: Library):
    letter = a_letter(*FAULTS)
    before = findings(letter, library)
    gone = next(finding for finding in before if finding.code == "telefoon")
    waiver = {"code": gone.code, "stuk": gone.piece, "woorden": gone.words, "reden": "openbaar nummer"}
    after = findings(a_letter(*FAULTS, afgezien=[waiver]), library)
    assert [finding for finding in before if finding not in after] == [gone]


def test_a_checker_finds_the_same_as_the_plain_function(library: Library):
    checker, assembler = Checker(), Assembler(library)
    for texts in (FAULTS, FAULTS[::-1], FAULTS[:1], (*FAULTS, "Nog een stuk.")):
        letter = a_letter(*texts)
        assert checker.check(subject(letter, library, assembler)) == check(subject(letter, library))


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of pieces that checks of pieces were done on, in order."""
    done: list[str] = []

    def note(piece: object, subject: object) -> tuple[()]:
        done.append(piece.piece.id)  # pyright: ignore
        return ()

    monkeypatch.setattr(checking, "PIECE_CHECKS", ((None, note),))
    return done


def test_only_what_changed_is_checked_again(library: Library, checked: list[str]):
    checker, assembler, letter = Checker(), Assembler(library), a_letter(*FAULTS)
    checker.check(subject(letter, library, assembler))
    assert checked == ["a1", "a2", "a3"]
    changed = letter.with_piece(Piece.model_validate({"id": "a2", "tekst": "Iets anders."}))
    checker.check(subject(changed, library, assembler))
    assert checked == ["a1", "a2", "a3", "a2"]
    checker.check(subject(changed, library, assembler))
    assert checked == ["a1", "a2", "a3", "a2"]


def test_another_date_checks_every_piece_again(library: Library, checked: list[str]):
    checker, assembler, letter = Checker(), Assembler(library), a_letter(*FAULTS)
    checker.check(subject(letter, library, assembler))
    checker.check(subject(letter.with_changes(date="2025-03-05"), library, assembler))
    assert checked == ["a1", "a2", "a3"] * 2


def test_another_library_checks_every_piece_again(library: Library, checked: list[str]):
    checker, letter = Checker(), a_letter(*FAULTS)
    checker.check(subject(letter, library))
    checker.check(subject(letter, replace(library)))
    assert checked == ["a1", "a2", "a3"] * 2


def test_pieces_without_ids_are_all_checked(library: Library):
    letter = a_letter(secties={"aanleiding": [{"tekst": "Wij informeeren u."}, {"tekst": "Dit is behandld."}]})
    assert {"informeeren", "behandld"} <= {finding.words for finding in findings(letter, library)}


def test_checking_changes_nothing(library: Library):
    letter = a_letter(*FAULTS)
    assembly = assemble(letter, library)
    before = assembly.document
    check(CheckContext(letter, assembly, library, TODAY))
    assert assembly.document == before
