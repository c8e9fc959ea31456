"""The example letters: copying them to a user's folder and rendering them."""

import os
import sys
from datetime import date
from pathlib import Path

from composer import paths
from composer.library.letters import SUFFIX
from composer.library.library import Library
from composer.library.store import make_folder, save
from composer.work.documents.files import HouseStyles
from composer.work.documents.making import make, review
from composer.work.letters import open_letter

FIRST = "bernheze.raadsbrief"
"""The one that the window opens with."""


def example_letters() -> list[Path]:
    """The shipped example letters, by name."""
    return sorted((paths.resources() / "voorbeelden").glob(f"*{SUFFIX}"))


def make_examples(library: Library, folder: Path) -> list[Path]:
    """Each example as a letter file and a Word document in `folder`; a letter that is there already is kept."""
    make_folder(folder)
    made, styles = list[Path](), HouseStyles()
    for example in example_letters():
        letter = folder / example.name
        if not letter.exists():
            save(letter, example.read_bytes())
        opened, rendering = open_letter(letter, library)
        document = letter.with_suffix(".docx")
        make(review(opened, rendering, library, date.today()), rendering, document, find_style=styles.find)
        made += [letter, document]
    return made


def has_screen() -> bool:
    """Whether a window can be shown here."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or os.environ.get("QT_QPA_PLATFORM"))
