"""From the command until something was typed, and what it takes of memory; beside windows that do nothing."""

import tempfile
from pathlib import Path

from tests.bench.letters import LETTER, many_passages
from tests.bench.measuring import Times, in_turns, peak, process, ratio
from tests.bench.results import Goal, Line, Part, at_most, milliseconds

ROUNDS = 9
EMPTY, LIKE, LOADED = "leeg venster van Qt", "kaal venster met panelen", "kaal venster met dezelfde bibliotheken"
OURS, OURS_LARGE = "Raadsbrief", "Raadsbrief, met 10.000 tekstblokken erbij"
SEEN = "Raadsbrief, tot het eerste beeld alleen"
WHOLE, WHOLE_LARGE = "Raadsbrief, tot alles er is", "Raadsbrief, tot alles er is, met 10.000 tekstblokken erbij"
WRITTEN = "Raadsbrief met een brief, tot er een letter in getypt is"
_SHOW = """
window.show()
while not window.windowHandle().isExposed():
    application.processEvents()
application.processEvents()
print("zichtbaar", flush=True)
"""
_EMPTY = f"""
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
window = QWidget()
{_SHOW}
"""
_LIKE = f"""
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import (
    QApplication, QDockWidget, QLabel, QListView, QMainWindow, QTextEdit, QToolBar, QTreeWidget, QVBoxLayout, QWidget)
application = QApplication([])
application.setStyle("Fusion")
window = QMainWindow()
window.setStyleSheet("QWidget {{ font-size: 14px }} QToolBar {{ border: 0 }}")
bar = window.addToolBar("Brief")
for name in ("Nieuw", "Open", "Bewaar", "Maak"):
    bar.addAction(name)
window.menuBar().addMenu("Bestand").addAction("Open")
for side, held in ((Qt.LeftDockWidgetArea, QListView()), (Qt.RightDockWidgetArea, QTreeWidget())):
    dock = QDockWidget("Paneel")
    dock.setWidget(held)
    window.addDockWidget(side, dock)
window.findChild(QListView).setModel(QStringListModel([f"regel {{n}}" for n in range(400)]))
text = QTextEdit()
text.setPlainText("Een alinea van een brief aan de raad. " * 200)
window.setCentralWidget(text)
window.resize(1440, 900)
{_SHOW}
"""
_LIBRARIES = (
    "import docx, jinja2, lxml.etree, markdown_it, mdit_py_plugins, platformdirs, pydantic, pypdfium2, typst, yaml\n"
)


def measure() -> Part:
    part = Part(
        "Start",
        "Van de opdracht tot het eerste beeld, bij Raadsbrief tot daarin een letter is getypt; zonder scherm. Wat een brief "
        "nodig heeft komt daarna binnen, in stukken waar een toets tussen past: tot alles er is staat erbij. Het geheugen is "
        "dat van het hele programma.",
    )
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        _measured(part, Path(name))
    return part


def _measured(part: Part, folder: Path) -> None:
    many_passages(folder / "laag", 10_000)
    here = {"QT_QPA_PLATFORM": "offscreen", "RAADSBRIEF_MAP": str(folder / "gebruiker")}
    ours = ("-m", "composer", "--tijd")
    large = (*ours, "--bibliotheek", str(folder / "laag"))
    commands: dict[str, tuple[str, ...]] = {
        EMPTY: ("-c", _EMPTY),
        LIKE: ("-c", _LIKE),
        LOADED: ("-c", _LIBRARIES + _LIKE),
        OURS: ours,
        SEEN: ours,
        WHOLE: ours,
        OURS_LARGE: large,
        WHOLE_LARGE: large,
        WRITTEN: (*ours, str(LETTER)),
    }
    until = {OURS: "getypt", OURS_LARGE: "getypt", WHOLE: "klaar", WHOLE_LARGE: "klaar", WRITTEN: "getypt"}
    ways = {name: process(*command, until=until.get(name, "zichtbaar"), **here) for name, command in commands.items()}
    times = in_turns(ways, ROUNDS)
    peaks = {name: peak(command, **here) for name, command in commands.items()}
    for name, taken in times.items():
        part.lines.append(Line(name, milliseconds(taken), f"{peaks[name]:.0f} MB"))
        part.bars.append((name, 1 / taken.middle))
    _goals(part, times, peaks)


def _goals(part: Part, times: dict[str, Times], peaks: dict[str, float]) -> None:
    part.goals.append(
        at_most(
            "eerste beeld en een letter getypt, tegenover het kale venster met panelen",
            1.5,
            ratio(times[OURS], times[LIKE]),
        )
    )
    part.goals.append(at_most("hetzelfde met 10.000 tekstblokken", 2, ratio(times[OURS_LARGE], times[LIKE])))
    words = f"{peaks[OURS]:.0f} MB tegenover {peaks[LOADED]:.0f} MB"
    met = peaks[OURS] <= 1.8 * peaks[LOADED]
    part.goals.append(
        Goal("geheugen, tegenover het kale venster met dezelfde bibliotheken", "hoogstens 1,80 ×", words, met)
    )
