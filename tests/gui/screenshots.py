"""Pictures of every panel in both themes, at the scale of QT_SCALE_FACTOR, to be looked at.

python -m tests.gui.screenshots FOLDER [--schaal 1.5]
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from composer.domain.finding import Problem
from composer.domain.letter import Attachment
from composer.gui.application import make_application
from composer.gui.choices.municipality import MunicipalityPicker
from composer.gui.desk.desk import ATTACHMENTS, FINDINGS, PAGE, SOURCES
from composer.gui.program import make_window
from composer.gui.settings import Settings
from composer.gui.theme import DARK, LIGHT
from composer.gui.window import Window
from composer.work.examples import example_letters
from composer.work.letters import new_letter

SIZE, SMALL = (1440, 900), (1280, 720)
DAY = date(2024, 12, 10)
SETTLE = 900
Scene = tuple[str, Callable[[Window], object]]


def settle(milliseconds: int = SETTLE) -> None:
    """Lets the window come to rest."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def scenes() -> Iterator[Scene]:
    """What is photographed, in an order in which each scene can follow the one before."""
    yield "welkom", lambda window: None
    yield "begin", lambda window: window.reception.introduce("Anna de Vries", "GM1721")
    yield "bureau-pagina", open_letter
    yield "bureau-controle", lambda window: window.desk.right.show_tab(FINDINGS)
    yield "bureau-bronnen", show_sources
    yield "bureau-bijlagen", show_attachments
    yield "tekstblok", look_at_passage
    yield "zoeken", search
    yield "niets-gevonden", lambda window: window.desk.passages.search.setText("zonnepanelen")
    yield "gemeente", choose_municipality
    yield "soort", after_closing(lambda window: window.bar.choices.open_template())
    yield "peildatum", after_closing(lambda window: window.bar.choices.open_dates())
    yield "acties", after_closing(lambda window: window.over.open_palette())
    yield "sneltoetsen", lambda window: window.over.open_shortcuts()
    yield "over", lambda window: window.over.open_about()
    yield "fout-in-bestand", show_problems
    yield "maak", lambda window: window.making.open_card()
    yield "vraag", ask
    yield "vindplaats", show_place
    yield "bericht", show_notice
    yield "smal", lambda window: narrow(window, *SMALL)
    yield "smalst", lambda window: narrow(window, 960, 600)
    yield "begin-smal", lambda window: window.reception.show()
    yield "begin-met-brieven", show_recent


def open_letter(window: Window) -> None:
    examples = [path for path in example_letters() if "bernheze" in path.name]
    if examples:
        window.reception.open_example(examples[0])
    else:
        window.files.start(new_letter(window.session.library, "raadsinformatiebrief", "Bernheze", DAY))
    settle(2500)


def show_sources(window: Window) -> None:
    window.desk.right.show_tab(SOURCES)
    window.desk.sources.list.setCurrentIndex(window.desk.sources.list.rows.index(1))


def show_attachments(window: Window) -> None:
    letter = window.session.letter
    assert letter is not None
    titles = ("Resolutie van de VNG van 29 november 2024", "Ledenbrief over de hervatting")
    if not letter.attachments:
        attachments = tuple(Attachment(title=title, public=True) for title in titles)
        window.session.change(letter.having(attachments=attachments), "bijlagen")
    window.desk.right.show_tab(ATTACHMENTS)


def look_at_passage(window: Window) -> None:
    window.desk.right.show_tab(PAGE)
    window.desk.passages.list.setFocus()
    window.desk.passages.list.select(1)
    window.desk.passages.look_at(window.desk.passages.list.selected() or "")


def search(window: Window) -> None:
    window.desk.passages.look_at("")
    window.desk.search_passages()
    window.desk.passages.filters.usable.setChecked(False)
    window.desk.passages.search.setText("spuk")


def choose_municipality(window: Window) -> None:
    window.desk.passages.search.clear()
    window.bar.choices.open_municipality()
    card = window.bar.choices.card
    assert card is not None
    picker = card.content
    assert isinstance(picker, MunicipalityPicker)
    picker.search.setText("den")


def after_closing(then: Callable[[Window], object]) -> Callable[[Window], object]:
    """With no card over the window."""

    def scene(window: Window) -> None:
        if window.bar.choices.card is not None:
            window.bar.choices.card.close_card()
        window.over.put_away()
        then(window)

    return scene


def show_problems(window: Window) -> None:
    path = Path("bernheze.raadsbrief")
    window.over.show_problems(
        (
            Problem("sjabloon: dit ontbreekt; schrijf sjabloon: raadsinformatiebrief", path, 1),
            Problem("datum: “10-12-2024” is geen datum; schrijf jjjj-mm-dd, bijvoorbeeld 2024-11-29", path, 7),
        )
    )


def ask(window: Window) -> None:
    window.over.put_away()
    window.desk.doing.ask("gemeente.deelname_spuk")


def show_place(window: Window) -> None:
    window.desk.doing.close_card()
    review = window.session.review
    assert review is not None
    window.desk.facts.show_place(next(name for note in review.assembly.document.notes for name in note.facts))


def show_notice(window: Window) -> None:
    if window.desk.facts.evidence_card is not None:
        window.desk.facts.evidence_card.close_card()
    window.desk.right.show_tab(FINDINGS)
    window.notices.tell("bernheze.docx is gemaakt.")


def show_recent(window: Window) -> None:
    window.resize(*SIZE)
    folder = window.settings.path.parent
    for example in example_letters()[:3]:
        copy = folder / example.name
        copy.write_bytes(example.read_bytes())
        window.settings.remember(copy)
    window.settings.remember(folder / "weg.raadsbrief")
    window.reception.show()


def narrow(window: Window, width: int, height: int) -> None:
    window.notices.card.close_card()
    window.resize(width, height)


def photograph(folder: Path, scale: str) -> None:
    application = make_application(["raadsbrief"])
    if "Open Sans" in QFontDatabase.families():
        font = QFont("Open Sans")
        font.setPixelSize(14)
        application.setFont(font)
    for theme, name in ((LIGHT, "licht"), (DARK, "donker")):
        with tempfile.TemporaryDirectory() as kept:
            os.environ["RAADSBRIEF_MAP"] = kept
            window = make_window(Settings(Path(kept) / "instellingen.ini"))
            window.set_theme(theme)
            window.resize(*SIZE)
            window.show()
            for scene, make in scenes():
                make(window)
                settle()
                window.grab().save(str(folder / f"{scene}-{name}-{scale}.png"))
            window.session.drop_unsaved()
            window.session.close()
            window.close()
            window.deleteLater()
            QApplication.processEvents()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--schaal", action="append", default=[])
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    scale = os.environ.get("QT_SCALE_FACTOR")
    if scale:
        photograph(options.folder, f"{round(float(scale) * 100)}")
        return
    for wanted in options.schaal or ["1", "1.5"]:
        environment = {**os.environ, "QT_SCALE_FACTOR": wanted}
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        subprocess.run(
            [sys.executable, "-m", "tests.gui.screenshots", str(options.folder)], env=environment, check=True
        )


if __name__ == "__main__":
    main()
