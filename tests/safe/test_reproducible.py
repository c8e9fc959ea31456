"""The same letter gives the same bytes in another country, time zone, folder and process."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.libraries import ROOT

EXAMPLE = ROOT / "resources" / "voorbeelden" / "bernheze.raadsbrief"
FORMS = ("docx", "pdf", "html", "txt")
MAKE = """
import locale, sys
locale.setlocale(locale.LC_ALL, "")
from composer.__main__ import main
for form in sys.argv[1:]:
    sys.argv = ["raadsbrief", "maak", "brief.raadsbrief", "-o", f"brief.{form}"]
    if code := main():
        sys.exit(code)
sys.argv = ["raadsbrief", "bibliotheek", "pak", "in", "laag", "-o", "laag.raadsbibliotheek"]
sys.exit(main())
"""
PLACES = {
    "Nederland": {"TZ": "Europe/Amsterdam", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"},
    "Turks op Kiritimati": {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "random"},
    "Arabisch op Niue": {"TZ": "Pacific/Niue", "LC_ALL": "ar_EG.UTF-8", "PYTHONHASHSEED": "1", "PYTHONOPTIMIZE": "1"},
    "nergens": {"TZ": "", "LC_ALL": "C", "PYTHONHASHSEED": "4294967295"},
}
"""Time zones from eleven hours before Greenwich to fourteen after; Turkish has another capital of i, Egypt other digits."""
FEW = 2
"""Places in the suite; with --lang all of them."""


@pytest.fixture(scope="module")
def locales(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Locales that this machine need not have, made where the C library looks for them."""
    folder = tmp_path_factory.mktemp("talen")
    for name in ("tr_TR", "ar_EG"):
        command = ["localedef", "-i", name, "-f", "UTF-8", str(folder / f"{name}.UTF-8")]
        if shutil.which("localedef") is None or subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("the locales of other countries cannot be made here")
    return folder


def made(folder: Path, environment: dict[str, str]) -> dict[str, bytes]:
    """The documents of the example, and a packed library, as made in a folder."""
    folder.mkdir()
    shutil.copyfile(EXAMPLE, folder / "brief.raadsbrief")
    (folder / "laag" / "snippets").mkdir(parents=True)
    for number in range(12):
        (folder / "laag" / "snippets" / f"ïi{number}.md").write_text(f"---\nid: a{number}\n---\nTekst.\n", "utf-8")
    given = {**os.environ, "PYTHONPATH": str(ROOT), "RAADSBRIEF_MAP": str(folder / "eigen"), **environment}
    subprocess.run([sys.executable, "-c", MAKE, *FORMS], cwd=folder, env=given, check=True, timeout=300)
    names = (*(f"brief.{form}" for form in FORMS), "laag.raadsbibliotheek")
    return {name: (folder / name).read_bytes() for name in names}


def test_a_letter_and_a_library_are_the_same_bytes_everywhere(
    locales: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    names = list(PLACES) if request.config.getoption("--lang") else list(PLACES)[:FEW]
    first, *others = (made(tmp_path / name, {**PLACES[name], "LOCPATH": str(locales)}) for name in names)
    assert all(first.values())
    for name, other in zip(names[1:], others, strict=True):
        assert [form for form in first if first[form] != other[form]] == [], name
