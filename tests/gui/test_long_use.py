"""Eight hours of use in little time: memory, programs and files do not pile up."""

import gc
import os
import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from composer.gui.window import Window
from composer.library.letters import read_letter, write_letter
from tests.gui.conftest import BERNHEZE, answers

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="what a process holds is read from /proc")
LETTERS, EDITS_EACH = 200, 50
"""With --lang: ten thousand edits, six hundred saves, a hundred documents."""
FEW, FEW_EDITS = 5, 10
MOST_GROWN, MOST_LATER = 100, 30
"""Megabytes that the process may grow by, from the first tenth of the letters (at least three) to the last one, and of that in
the second half of the day: what is kept of sentences, pages and texts has its bounds, and fills up in the first half."""
GEMEENTEN = ("GM1721", "GM0518", "GM0363", "GM0171", "GM0344")


@pytest.fixture
def own_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "tijdelijk"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    yield folder


def megabytes() -> float:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def children() -> list[str]:
    """The processes that this one started."""
    return [line for task in Path("/proc/self/task").iterdir() for line in (task / "children").read_text().split()]


def opened() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def letters(folder: Path, number: int) -> list[Path]:
    example = read_letter(BERNHEZE).with_changes(captured=None)
    made: list[Path] = []
    for each in range(number):
        path = folder / f"brief-{each}.raadsbrief"
        place = GEMEENTEN[each % len(GEMEENTEN)]
        write_letter(
            example.with_changes(id=f"brief{each}", municipality=place).with_field("kenmerk", f"Z-{each}"), path
        )
        made.append(path)
    return made


def edit(window: Window, chance: random.Random) -> None:
    """Types a word somewhere, fills in a field, or takes back what was done."""
    session = window.session
    letter = session.letter
    assert letter is not None
    kind = chance.random()
    if kind < 0.7:
        page = window.desk.editor.page
        cursor = page.textCursor()
        cursor.setPosition(chance.randrange(page.document().characterCount()))
        page.setTextCursor(cursor)
        QTest.keyClicks(page, chance.choice(("woord ", "de raad ", "x", "2 ")))
    elif kind < 0.85:
        session.change(letter.with_field("onderwerp", f"Stand {chance.randrange(1000)}"), "typen", "typen")
    else:
        chance.choice((session.undo, session.redo))()
    QTest.qWait(1)  # unlike processEvents it lets go of what is to be deleted, as a program that runs does


def test_a_long_day_of_writing_leaves_nothing_behind(
    window: Window, own_temporary_folder: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    number, edits = (LETTERS, EDITS_EACH) if request.config.getoption("--lang") else (FEW, FEW_EDITS)
    folder = tmp_path / "brieven"
    folder.mkdir()
    chance, answers(window).leaving = random.Random(8), "bewaren"
    counted = {"edits": 0, "saves": 0, "documents": 0}
    begun, halfway, held = 0.0, 0.0, 0
    for each, path in enumerate(letters(folder, number)):
        assert window.files.open_path(path)
        for step in range(edits):
            edit(window, chance)
            counted["edits"] += 1
            if step % 20 == 9:
                assert window.files.save()
                counted["saves"] += 1
        if each % 2:
            window.session.export(path.with_suffix(".pdf" if each % 4 == 1 else ".docx"))
            counted["documents"] += 1
        if each == max(number // 10, 3):
            begun, held = megabytes(), opened()
        if each == number // 2:
            halfway = megabytes()
        if each % 10 == 9:
            print(f"\n{each + 1} letters, {counted}: {megabytes():.0f} MB", end="", flush=True)
    grown, later = megabytes() - begun, megabytes() - halfway
    print(
        f"\n{number} letters, {counted}: grown by {grown:.1f} MB since {begun:.0f} MB, {later:.1f} in the second half"
    )
    assert grown < MOST_GROWN
    assert number == FEW or later < MOST_LATER  # five letters fill nothing
    assert opened() <= held + 5
    assert children() == []
    assert list(own_temporary_folder.iterdir()) == []
    assert [name for name in folder.iterdir() if name.suffix not in (".raadsbrief", ".pdf", ".docx")] == []
    assert list(tmp_path.rglob("*.tmp")) == []
