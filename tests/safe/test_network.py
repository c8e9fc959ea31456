"""Nothing goes out: no test may make a socket (see conftest), and whole runs of the program are ended when they try."""

import ast
import os
import platform
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from composer.cli.command_names import COMMANDS as EVERY
from tests.libraries import ROOT
from tests.safe.network import NetworkError

WITHOUT = ROOT / "packaging" / "without_network.py"
SEALED = pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() not in ("x86_64", "aarch64"),
    reason="the kernel's filter is for Linux",
)
LETTER = """\
id: proef
sjabloon: raadsinformatiebrief
gemeente: GM0171
datum: 2024-12-20
secties: {vervolg: [{tekst: Wij volgen dit.}]}
"""
DAY = "2024-12-10"
COMMANDS: tuple[tuple[str, ...], ...] = (
    ("--versie",),
    ("nieuw", "--sjabloon", "ledenbrief", "--gemeente", "GM0171", "--peildatum", DAY, "-o", "n.raadsbrief"),
    *(("maak", "brief.raadsbrief", "-o", f"b.{form}") for form in ("docx", "pdf", "html", "txt")),
    ("controleer", "brief.raadsbrief", "--json"),
    ("bibliotheek", "controleer"),
    ("bibliotheek", "toon", "--peildatum", DAY),
    ("bronnen", "controleer", "--map", "."),
    ("reeks", "brief.raadsbrief", "--gemeenten", "GM0171", "-o", "reeks"),
    ("voorbeeld", "voorbeelden", "--zonder-venster"),
    ("verantwoording", "brief.raadsbrief", "-o", "v.docx"),
    ("vervolg", "brief.raadsbrief", "-o", "vervolg.raadsbrief", "--peildatum", "2025-03-01"),
    ("toezeggingen", "."),
    ("vragen", "brief.raadsbrief"),
    ("keur", "b.docx"),
    ("publiceer", "brief.raadsbrief", "-o", "openbaar"),
    ("huisstijl", "bekijk", "b.docx"),
    ("leeskopie", "brief.raadsbrief", "-o", "l.docx"),
    ("lees-terug", "brief.raadsbrief", "l.docx"),
    ("redactie", "wachtrij", "."),
)  # fmt: skip
RUN_ALL = """
import sys
from composer.__main__ import main
for line in sys.stdin.read().splitlines():
    sys.argv = ["raadsbrief", *line.split("|")]
    try:
        print(main(), line)
    except SystemExit as ended:
        print(ended.code, line)
"""


def sealed(*command: str, folder: Path, given: str = "", screen: bool = False) -> subprocess.CompletedProcess[str]:
    """A command that the kernel ends as soon as it asks for a socket; `screen` lets it have local ones."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "RAADSBRIEF_MAP": str(folder)}
    local = ("--scherm",) if screen else ()
    return subprocess.run(
        [sys.executable, str(WITHOUT), *local, sys.executable, *command], cwd=folder, env=environment, input=given,
        capture_output=True, text=True, encoding="utf-8", timeout=300, check=False,
    )  # fmt: skip


@SEALED
def test_who_makes_a_socket_is_ended(tmp_path: Path) -> None:
    ended = sealed("-c", "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)", folder=tmp_path)
    assert ended.returncode == -signal.SIGSYS
    assert sealed("-c", "print(1)", folder=tmp_path).stdout == "1\n"


@SEALED
def test_every_command_works_without_a_socket(tmp_path: Path) -> None:
    (tmp_path / "brief.raadsbrief").write_text(LETTER, encoding="utf-8")
    lines = ["|".join(command) for command in COMMANDS]
    ran = sealed("-c", RUN_ALL, folder=tmp_path, given="\n".join(lines))
    assert ran.returncode == 0, ran.stderr
    codes = {line: code for code, _, line in (said.partition(" ") for said in ran.stdout.splitlines()) if line in lines}
    assert len(codes) == len(lines)
    assert {command[0] for command in COMMANDS} >= set(EVERY)
    assert {line: code for line, code in codes.items() if code not in "01"} == {}, ran.stderr
    assert {"b.docx", "b.pdf", "b.html", "b.txt"} <= {path.name for path in tmp_path.iterdir()}


@SEALED
def test_the_window_works_without_a_socket_to_elsewhere(tmp_path: Path) -> None:
    ran = sealed("-m", "composer", "--smoke", folder=tmp_path, screen=True)
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize("kind", [socket.AF_INET, socket.AF_INET6])
def test_no_test_can_make_a_socket_unnoticed(kind: socket.AddressFamily) -> None:
    with pytest.raises(NetworkError):
        socket.socket(kind)
    with pytest.raises(NetworkError):
        socket.getaddrinfo("localhost", 80)


GOING_OUT = frozenset(
    {
        "asyncio", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib", "socketserver", "ssl", "telnetlib",
        "urllib", "urllib3", "webbrowser", "xmlrpc", "QtNetwork", "QtWebSockets", "QtWebEngineCore",
    }
)  # fmt: skip
HARMLESS = {"urllib.parse"}
"""Takes addresses apart and asks nobody."""


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import():
                names |= {alias.name for alias in node.names}
            case ast.ImportFrom(module=str(module)):
                names |= {module, *(f"{module}.{alias.name}" for alias in node.names)}
            case _:
                pass
    return {name for name in names if not any(name.startswith(harmless) for harmless in HARMLESS)}


def test_no_module_can_go_out() -> None:
    found = {path.relative_to(ROOT).as_posix(): imported(path) for path in (ROOT / "composer").rglob("*.py")}
    going = {
        path: used for path, names in found.items() if (used := {n for n in names if GOING_OUT & set(n.split("."))})
    }
    assert going == {}
    asking = {path for path, names in found.items() if "socket" in names}
    assert asking == {"composer/library/locks.py"}, "only for the computer's own name, in a lock"


def test_no_module_writes_csv() -> None:
    """A formula in a cell would be run by a spreadsheet; whoever adds a table of values must think of that."""
    assert [path for path in (ROOT / "composer").rglob("*.py") if imported(path) & {"csv", "pandas"}] == []
