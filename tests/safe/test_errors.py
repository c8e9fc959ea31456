"""What nobody foresaw: one Dutch sentence for the user, and a report without a word of the letter, bounded in number and size."""

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from composer.cli import commands
from composer.domain.errors import ComposerError
from composer.library import store
from composer.work.program import reporting_errors
from composer.work.program.reporting_errors import MOST_REPORTS, report, sentence

SECRET = "Wethouder-De-Vries-is-ziek"
LARGEST = 20_000
"""Bytes of one report."""


def fails(text: str) -> None:
    kept = {"brief": text}
    raise KeyError(kept["brief"] + text)


def fails_deep(text: str, depth: int = 900) -> None:
    if depth:
        fails_deep(text, depth - 1)
    raise ValueError(text)


def fails_after_another(text: str) -> None:
    try:
        fails(text)
    except KeyError as error:
        raise RuntimeError(text * 1_000) from error


def fails_to_open(text: str) -> None:
    Path(f"/nergens/{text}.raadsbrief").read_bytes()


def fails_in_a_group(text: str) -> None:
    raise ExceptionGroup(text, [ValueError(text)])


WAYS: dict[str, Callable[[str], None]] = {
    "a key": fails,
    "deep": fails_deep,
    "after another": fails_after_another,
    "a file": fails_to_open,
    "several": fails_in_a_group,
}


def caught(way: Callable[[str], None]) -> Exception:
    try:
        way(SECRET)
    except Exception as error:
        return error
    raise AssertionError


@pytest.mark.parametrize("name", WAYS)
def test_a_report_says_where_it_went_wrong_without_a_word_of_the_letter_or_a_folder(name: str, tmp_path: Path) -> None:
    kept = report(caught(WAYS[name]), "maak", tmp_path)
    assert kept is not None and kept.stat().st_size < LARGEST
    text = kept.read_text(encoding="utf-8")
    assert SECRET not in text and str(tmp_path) not in text and str(Path.home()) not in text
    told = json.loads(text)
    assert told["bij"] == "maak" and told["fouten"][0]["plaats"]
    assert all(set(fault) <= {"soort", "code", "plaats"} for fault in told["fouten"])


def test_an_error_that_has_itself_as_its_cause_ends(tmp_path: Path) -> None:
    error = ValueError(SECRET)
    error.__cause__ = error
    assert report(error, "", tmp_path) is not None


def test_reports_are_bounded_in_number(tmp_path: Path) -> None:
    error = caught(fails)
    for _ in range(MOST_REPORTS * 3):
        report(error, "venster", tmp_path)
    left = sorted(tmp_path.iterdir())
    assert len(left) == MOST_REPORTS
    assert sum(path.stat().st_size for path in left) < MOST_REPORTS * LARGEST


def test_a_report_that_cannot_be_kept_is_no_error_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "map").write_text("geen map", encoding="utf-8")
    assert report(caught(fails), "maak", tmp_path / "map") is None

    def full(*_: object, **__: object) -> str:
        raise ComposerError("de schijf is vol")

    monkeypatch.setattr(reporting_errors, "save", full)
    assert report(caught(fails), "maak", tmp_path) is None


def test_the_sentence_says_what_to_do_and_where_the_report_is(tmp_path: Path) -> None:
    assert sentence(caught(fails), None) == (
        "Er ging iets mis in het programma. Uw bestanden zijn niet half geschreven; probeer het nog eens."
    )
    told = sentence(caught(fails_to_open), tmp_path / "melding.json")
    assert "(het bestand of de map bestaat niet)" in told and SECRET not in told
    assert told.endswith(f"Wat er misging staat, zonder uw tekst, in {tmp_path / 'melding.json'}.")


def test_a_command_that_breaks_ends_with_one_sentence_and_a_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RAADSBRIEF_MAP", str(tmp_path))

    def broken() -> None:
        fails(SECRET)

    monkeypatch.setattr(commands, "parser", broken)
    assert commands.run(["maak", f"{SECRET}.raadsbrief"], lambda _: 0) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert "Traceback" not in said.err and SECRET not in said.err
    [kept] = (tmp_path / "meldingen").iterdir()
    assert SECRET not in kept.read_text(encoding="utf-8") and str(kept) in said.err


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_every_error_of_the_system_has_a_reason_in_dutch(number: int) -> None:
    told = store.reason(OSError(number, os.strerror(number)))
    assert told and os.strerror(number) not in told
