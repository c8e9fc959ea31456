"""What goes into the folder for laptops, and that the program works without what stays out."""

import subprocess
import sys
from pathlib import Path

import pytest
from parts import EXCLUDED, ROOT, TRANSLATIONS, content_data, kept, trimmed

from tests.screens import MISSING

KEPT = (
    "PySide6/Qt/plugins/platforms/libqxcb.so",
    "PySide6\\plugins\\platforms\\qwindows.dll",
    "PySide6/Qt/plugins/imageformats/libqjpeg.so",
    "PySide6/Qt/translations/qtbase_nl.qm",
    "PySide6/Qt6Core.dll",
    "composer/inhoud/templates/ledenbrief.md",
    "typst/_typst.abi3.so",
)
LEFT_OUT = (
    "PySide6/Qt/plugins/platforms/libqvnc.so",
    "PySide6/Qt/plugins/tls/libqopensslbackend.so",
    "PySide6/Qt/plugins/imageformats/libqsvg.so",
    "PySide6\\plugins\\sqldrivers\\qsqlite.dll",
    "PySide6/Qt/translations/qtbase_de.qm",
    "PySide6/opengl32sw.dll",
    "docx/templates/default-docx-template/word/document.xml",
)


@pytest.mark.parametrize(("name", "wanted"), [*((name, True) for name in KEPT), *((name, False) for name in LEFT_OUT)])
def test_of_qt_and_libraries_only_what_is_used_comes_along(name: str, wanted: bool) -> None:
    assert kept(name) is wanted


def test_only_libraries_that_something_is_linked_with_come_along() -> None:
    linked = {
        "/q/libqxcb.so": ["libQt6Gui.so.6", "libc.so.6"],
        "/q/libQt6Gui.so.6": ["LIBQT6CORE.so.6"],
        "/q/libQt6Core.so.6": [],
        "/q/libQt6Qml.so.6": ["libQt6Core.so.6"],
    }
    entries = [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/q/libqxcb.so", "BINARY"),
        *((f"PySide6/Qt/lib/{Path(name).name}", name, "BINARY") for name in list(linked)[1:]),
        ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK"),
    ]
    chosen = trimmed(entries, lambda name: linked[name])
    assert [Path(name).name for name, _, _ in chosen] == ["libQt6Core.so.6", "libQt6Gui.so.6", "libqxcb.so"]


def test_the_content_and_what_modules_read_beside_themselves_come_along() -> None:
    places = dict(content_data())
    assert {"composer/inhoud/templates", "composer/inhoud/snippets", "composer/inhoud/resources"} <= set(
        places.values()
    )
    assert places[str(ROOT / "composer" / "export" / "pdf" / "letter.typ")] == "composer/export/pdf"
    assert not [name for name in places if name.endswith((".py", ".pyc"))]


WITHOUT = f"""
import sys

class Absent:
    def find_spec(self, name, path=None, target=None):
        if any(name == left or name.startswith(left + ".") for left in {EXCLUDED!r}):
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

sys.meta_path.insert(0, Absent())
from composer.__main__ import main
sys.argv = ["raadsbrief", "--smoke"]
sys.exit(main())
"""


@pytest.mark.skipif(bool(MISSING), reason=str(MISSING))
def test_the_program_works_without_what_is_left_out(tmp_path: Path) -> None:
    """Window, Word document, PDF, its page on screen, spelling: with the modules of the table gone."""
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


def test_dutch_is_the_only_language_of_qts_own_words() -> None:
    assert all(name.endswith("_nl.qm") for name in TRANSLATIONS)
