"""What the program imports before its first picture: not counted in milliseconds, which other programs change, but by name."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.libraries import ROOT

HEAVY = (
    "docx",
    "hunspell",
    "jinja2",
    "lxml",
    "markdown_it",
    "mdit_py_plugins",
    "pickle",
    "pydantic",
    "pydantic_core",
    "pypdfium2",
    "typst",
    "yaml",
)
LATER = (
    "composer.assemble",
    "composer.check",
    "composer.export",
    "composer.gui.desk",
    "composer.gui.editor",
    "composer.library.layers",
    "composer.library.library",
    "composer.ooxml",
)
MOST = 55
"""Modules of our own; 46 when this was written, of some 430."""


def started(folder: Path) -> list[str]:
    """Names of modules in the order of their import, with what the program says in between."""
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "composer", "--tijd"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "RAADSBRIEF_MAP": str(folder), "PYTHONUNBUFFERED": "1"},
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=120, check=True,
    )  # fmt: skip
    return [line.rpartition("|")[2].strip() for line in ran.stdout.splitlines()]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Of a second start, when the library is in the catalogue."""
    folder = tmp_path_factory.mktemp("gebruiker")
    started(folder)
    return started(folder)


def test_the_first_picture_waits_for_no_library_that_it_does_without(told: list[str]) -> None:
    early = told[: told.index("getypt")]
    within = {name for name in early for heavy in (*HEAVY, *LATER) if name == heavy or name.startswith(f"{heavy}.")}
    assert not within
    ours = [name for name in early if name.partition(".")[0] == "composer"]
    assert 20 < len(ours) < MOST


def test_everything_comes_in_after_it(told: list[str]) -> None:
    late = told[told.index("getypt") : told.index("klaar")]
    assert {"pydantic.errors", "jinja2.environment", "composer.assemble.expressions", "composer.check.speakers"} <= {
        *late
    }
    assert "composer.gui.desk.columns" in late
    assert told.index("zichtbaar") < told.index("getypt")
