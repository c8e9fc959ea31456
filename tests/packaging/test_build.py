"""The zip: a fixed name, fixed bytes, and sums with which anyone can see that it arrived whole."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from build import archive_name, release_date, sums, zipped
from parts import ROOT, VERSION
from weights import Weight, kind_of, table, weigh

import composer

FILES = {"raadsbrief": "start", "_internal/PySide6/x.so": "qt", "LEESMIJ.txt": "lees", "SHA256SUMS": "oud"}


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A folder as it is built, in small."""
    folder = tmp_path / "raadsbrief"
    for name, words in {
        "raadsbrief": "start",
        "_internal/PySide6/x.so": "qt",
        "LEESMIJ.txt": "lees",
        "SHA256SUMS": "oud",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(words, encoding="utf-8")
    (folder / "raadsbrief").chmod(0o755)
    return folder


def test_the_version_is_the_same_everywhere() -> None:
    assert composer.__version__ == VERSION
    assert f"softwareVersion: {VERSION}" in (ROOT / "publiccode.yml").read_text(encoding="utf-8")
    assert archive_name().startswith(f"raadsbrief-{VERSION}-")


def test_the_same_folder_gives_the_same_zip_whenever_it_is_made(program: Path, tmp_path: Path) -> None:
    first = zipped(program, tmp_path / "a.zip", release_date()).read_bytes()
    for path in program.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    assert zipped(program, tmp_path / "b.zip", release_date()).read_bytes() == first


def test_the_zip_holds_one_folder_in_which_only_the_program_can_be_started(program: Path, tmp_path: Path) -> None:
    with ZipFile(zipped(program, tmp_path / "a.zip", release_date())) as archive:
        rights = {info.filename: info.external_attr >> 16 for info in archive.infolist()}
    assert rights["raadsbrief/raadsbrief"] == (0o755 if os.name == "posix" else 0o644)
    assert {right for name, right in rights.items() if name != "raadsbrief/raadsbrief"} == {0o644}
    assert all(name.startswith("raadsbrief/") for name in rights)


def test_the_sums_are_those_of_every_file_but_their_own(program: Path) -> None:
    lines = [line.split("  ") for line in sums(program).splitlines()]
    assert [name for _, name in lines] == ["LEESMIJ.txt", "_internal/PySide6/x.so", "raadsbrief"]
    assert lines[0][0] == hashlib.sha256(b"lees").hexdigest()


def test_each_file_is_weighed_once(program: Path, tmp_path: Path) -> None:
    archive = zipped(program, tmp_path / "a.zip", release_date())
    weighed = weigh(program, archive)
    assert sum(weight.folder for weight in weighed.values()) == sum(map(len, FILES.values()))
    assert sum(weight.zip for weight in weighed.values()) > 0
    assert "| het programma zelf |" in table(weighed)
    assert Weight(1, 2) + Weight(3, 4) == Weight(4, 6)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("_internal/typst/_typst.abi3.so", "typst"),
        ("_internal/PySide6/Qt/lib/libicudata.so.73", "ICU"),
        ("_internal/PySide6/Qt/plugins/platforms/libqxcb.so", "Qt: invoegsels"),
        ("_internal/PySide6/Qt6Core.dll", "Qt: bibliotheken"),
        ("_internal/composer/inhoud/snippets/a.md", "teksten en feiten"),
        ("licenties/lxml/LICENSE.txt", "licenties"),
        ("raadsbrief-opdracht.exe", "het programma zelf"),
        ("_internal/libxkbcommon.so.0", "bibliotheken van het systeem"),
    ],
)
def test_a_file_is_of_the_kind_that_its_name_tells(name: str, kind: str) -> None:
    assert kind_of(name) == kind


LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="seccomp is er alleen op Linux")
ASK = "import socket, sys; socket.socket(getattr(socket, sys.argv[1])); print('gemaakt')"


@LINUX
@pytest.mark.parametrize(
    ("options", "family", "code"),
    [([], "AF_INET", -31), ([], "AF_UNIX", -31), (["--scherm"], "AF_INET6", -31), (["--scherm"], "AF_UNIX", 0)],
)
def test_who_makes_a_socket_is_stopped(options: list[str], family: str, code: int) -> None:
    """31 is SIGSYS, with which the kernel ends the process."""
    script = ROOT / "packaging" / "without_network.py"
    command = [sys.executable, str(script), *options, sys.executable, "-c", ASK, family]
    assert subprocess.run(command, capture_output=True, check=False).returncode == code


@LINUX
def test_who_makes_no_socket_goes_on() -> None:
    command = [
        sys.executable,
        str(ROOT / "packaging" / "without_network.py"),
        sys.executable,
        "-c",
        "raise SystemExit(7)",
    ]
    assert subprocess.run(command, check=False).returncode == 7
