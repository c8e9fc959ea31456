"""A window that is dropped without being closed ends what works beside it: whoever starts a thread ends it."""

import os
import subprocess
import sys

import pytest

from tests.libraries import ROOT

DROPPED = """
import time
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import delete
from composer.gui.background import Background
from composer.gui.pages.renderer import PageRenderer
from composer.work.documents.files import HouseStyles
from composer.work.documents.house_styles import example_document
from composer.work.libraries import open_library

application, host = QApplication([]), QWidget()
{begin}
time.sleep(0.05)
{drop}
print("afgelopen")
"""
BEGIN = {
    "werk": "Background(host).ask(lambda: sum(number for number in range(4_000_000)))",
    "bladzijden": "library = open_library(); PageRenderer(host, HouseStyles()).show(example_document(library), library, 1.0)",
}
DROP = {"weggehaald": "delete(host)", "vergeten": "del host"}


@pytest.mark.parametrize("begin", BEGIN)
@pytest.mark.parametrize("drop", DROP)
def test_what_works_beside_it_ends_with_it(begin: str, drop: str) -> None:
    program = DROPPED.format(begin=BEGIN[begin], drop=DROP[drop])
    ran = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    told = [line for line in ran.stderr.splitlines() if "plugin does not support" not in line]
    assert (ran.returncode, ran.stdout, told) == (0, "afgelopen\n", [])
