"""The program as a process of its own, over the content that it comes with."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from composer.work.examples import example_letters
from tests.libraries import ROOT

LETTER = "sjabloon: raadsinformatiebrief\ngemeente: GM0171\ndatum: 2024-12-20\nsecties: {vervolg: [{tekst: Wij volgen dit.}]}\n"


def started(*arguments: str, folder: Path, code: str = "") -> subprocess.CompletedProcess[str]:
    """`raadsbrief` with these arguments, or a piece of Python that calls it."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error", "PYTHONIOENCODING": "ascii"}
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        environment.pop(name, None)
    program = ["-c", code] if code else ["-m", "composer"]
    return subprocess.run(
        [sys.executable, *program, *arguments], cwd=folder, env=environment, capture_output=True, text=True,
        encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "brief.raadsbrief").write_text(LETTER, encoding="utf-8")
    return tmp_path


WITHOUT_QT = """
import sys
from composer.cli.commands import run
try:
    code = run(sys.argv[1:], lambda arguments: 0)
except SystemExit as ended:
    code = ended.code
qt = sorted(name for name in sys.modules if name.split(".")[0] in ("PySide6", "shiboken6") or name.startswith("composer.gui"))
print("QT", code, qt)
"""

COMMANDS: list[tuple[tuple[str, ...], int]] = [
    (("--help",), 0),
    (("nieuw", "--sjabloon", "ledenbrief", "--gemeente", "GM0171", "--peildatum", "2024-12-10", "-o", "n.raadsbrief"), 0),
    (("maak", "brief.raadsbrief", "-o", "b.docx"), 0),
    (("maak", "brief.raadsbrief", "-o", "b.pdf"), 0),
    (("maak", "brief.raadsbrief", "-o", "b.html"), 0),
    (("maak", "brief.raadsbrief", "-o", "b.txt"), 0),
    (("maak", "brief.raadsbrief", "-o", "c.docx", "--definitief"), 1),
    (("controleer", "brief.raadsbrief", "--json"), 1),
    (("bibliotheek", "toon", "--json"), 0),
    (("bronnen", "controleer", "--map", "."), 0),
    (("reeks", "brief.raadsbrief", "--gemeenten", "Urk,Bernheze", "-o", "reeks"), 0),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "code"), COMMANDS, ids=[" ".join(words[:2]) for words, _ in COMMANDS])
def test_no_command_imports_qt(folder: Path, arguments: tuple[str, ...], code: int) -> None:
    ran = started(*arguments, folder=folder, code=WITHOUT_QT)
    assert ran.stdout.splitlines()[-1] == f"QT {code} []", ran.stderr
    assert "Traceback" not in ran.stderr


def test_voorbeeld_makes_the_examples_without_qt_and_keeps_a_letter_that_is_there(folder: Path) -> None:
    (folder / "hier").mkdir()
    (folder / "hier" / "beverwijk.raadsbrief").write_text(LETTER, encoding="utf-8")
    ran = started("voorbeeld", "hier", "--zonder-venster", folder=folder, code=WITHOUT_QT)
    assert ran.stdout.splitlines()[-1] == "QT 0 []", ran.stderr
    names = {path.stem for path in example_letters()}
    assert names >= {"bernheze", "beverwijk"}
    assert {path.name for path in (folder / "hier").iterdir()} == {
        f"{name}{suffix}" for name in names for suffix in (".raadsbrief", ".docx")
    }
    assert (folder / "hier" / "beverwijk.raadsbrief").read_text(encoding="utf-8") == LETTER


def test_output_that_nobody_reads_to_the_end_is_no_mistake(folder: Path) -> None:
    code = """
import subprocess, sys
command = [sys.executable, "-m", "composer", "bibliotheek", "toon", "--json"]
reading = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
reading.stdout.read(10)
reading.stdout.close()
error = reading.stderr.read().decode()
reading.stderr.close()
print(reading.wait(), "Traceback" in error, "Broken" in error)
"""
    assert started(folder=folder, code=code).stdout.split() == ["0", "False", "False"]


def test_dutch_letters_are_written_as_utf_8_whatever_the_terminal_says(folder: Path) -> None:
    ran = started("maak", "één.raadsbrief", "-o", "b.docx", folder=folder)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("één.raadsbrief: dit bestand is niet te lezen")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_letter_that_may_not_be_read_is_told_in_one_line(folder: Path) -> None:
    (folder / "brief.raadsbrief").chmod(0)
    ran = started("controleer", "brief.raadsbrief", folder=folder)
    assert (ran.returncode, ran.stderr.count("\n")) == (2, 1)
    assert "u hebt hier geen rechten voor" in ran.stderr
