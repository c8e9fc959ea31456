"""Pictures of every panel in both themes, at the scale of QT_SCALE_FACTOR, to be looked at; and those of the manual.

python -m tests.gui.screenshots FOLDER [--schaal 1.5] [--thema licht]
python -m tests.gui.screenshots --handleiding
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QFont, QFontDatabase, QPainter, QPixmap, QTextCursor
from PySide6.QtWidgets import QApplication

from composer.domain.finding import Action, Problem
from composer.domain.letter import Attachment, Promise
from composer.gui.application import make_application
from composer.gui.choices.municipality import MunicipalityPicker
from composer.gui.desk.desk import ATTACHMENTS, FINDINGS, PAGE, QUESTIONS, SOURCES
from composer.gui.program import make_window
from composer.gui.settings import Settings
from composer.gui.sources.reader import SourceReader
from composer.gui.theme import DARK, LIGHT, STRONG_LIGHT
from composer.gui.window import Window
from composer.work.examples import example_letters
from composer.work.following.evidence import Opened, shown
from composer.work.letters import new_letter
from tests.gui.screenshots_desk import desk_scenes
from tests.gui.screenshots_library import library_scenes
from tests.gui.screenshots_manual import for_manual

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
    yield "bureau-vragen", lambda window: window.desk.right.show_tab(QUESTIONS)
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
    yield "stuk", read_source
    yield "nieuw-feit", make_fact
    yield "steunt-op", after_library(after_closing(show_fact))
    yield "verantwoording", after_closing(lambda window: window.desk.show_accounts(True))
    yield "versies", show_versions
    yield "toezeggingen", lambda window: window.beside.open_register()
    yield "handleiding", lambda window: window.open_manual()
    yield "verouderd", after_closing(move_day)
    yield "opmerkingen", lambda window: window.desk.right.show_tab(FINDINGS)
    yield "afzien", waive
    yield "bericht", show_notice
    yield from library_scenes()
    yield "smal", after_library(lambda window: narrow(window, *SMALL))
    yield "smalst", lambda window: narrow(window, 960, 600)
    yield "begin-smal", lambda window: window.reception.show()
    yield "begin-met-brieven", show_recent


def after_library(then: Callable[[Window], object]) -> Callable[[Window], object]:
    """Back at the desk."""

    def scene(window: Window) -> None:
        window.office.left.emit()
        then(window)

    return scene


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
        window.session.change(letter.with_changes(attachments=attachments), "bijlagen")
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
        for card in (window.bar.choices.card, window.desk.facts.evidence_card):
            if card is not None:
                card.close_card()
        window.over.close_card()
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
    window.over.close_card()
    window.desk.doing.ask("gemeente.deelname_spuk")


def show_place(window: Window) -> None:
    window.desk.doing.close_card()
    review = window.session.review
    assert review is not None
    window.desk.facts.show_place(next(name for note in review.assembly.document.notes for name in note.facts))


def read_source(window: Window) -> None:
    """A source of the letter, as somebody attached it."""
    facts, library = window.desk.facts, window.session.library
    review = window.session.review
    assert review is not None
    cited = (library.facts.get(name) for note in review.assembly.document.notes for name in note.facts)
    fact = next(fact for fact in cited if fact and len(fact.evidence[0].keywords) > 1)
    item = shown(fact, library, ())[0]
    words = f"Besluit van de vergadering\n\nDe leden spraken over {' en '.join(fact.evidence[0].keywords)}.\n"
    text = "\n".join([*(f"Agendapunt {number}: mededelingen." for number in range(1, 40)), "", words, "Rondvraag"])
    at = [(text.index(word), text.index(word) + len(word)) for word in fact.evidence[0].keywords]
    facts.lay(
        reader := SourceReader(Opened(item.source, text, tuple(at), (0,)), window.theme), "Stuk"
    ).open_above_middle()
    reader.go_to_place()
    reader.words.setTextCursor(reader.words.document().find("De leden spraken over"))


def make_fact(window: Window) -> None:
    card = window.desk.facts.evidence_card
    assert card is not None
    reader = card.content
    assert isinstance(reader, SourceReader)
    card.close_card()
    window.fact_making.begin(reader.evidence())


def show_fact(window: Window) -> None:
    page = window.desk.editor.page
    block = page.document().begin()
    while block.isValid() and not any(atom.fact for atom in window.desk.editor.writing.atoms.in_block(block)):
        block = block.next()
    page.setTextCursor(QTextCursor(block))
    window.desk.show_fact_here()


def show_versions(window: Window) -> None:
    window.desk.show_accounts(False)
    folder = window.settings.path.parent / "brieven"
    folder.mkdir(exist_ok=True)
    letter = window.session.letter
    assert letter is not None
    promise = Promise(what="Wij informeren u over de gevolgen voor de regionale plannen", due="2025-03")
    window.session.change(letter.with_changes(promises=(promise, *letter.promises)), "toezegging")
    window.session.save(folder / "bernheze.raadsbrief")
    window.settings.remember(folder / "bernheze.raadsbrief")
    saved = window.session.letter
    assert saved is not None
    window.session.change(saved.with_field("onderwerp", "Stand van zaken Integraal Zorgakkoord"), "onderwerp")
    window.beside.open_versions(window.theme)


def move_day(window: Window) -> None:
    window.desk.timeline.view.move_to(date(2025, 3, 5))
    window.session.review_now()


def waive(window: Window) -> None:
    findings = [remark.finding for remark in window.desk.findings.remarks()]
    finding = next((each for each in findings if each.severity != "blokkerend"), findings[0])
    window.desk.doing.do(Action("afzien", finding.code, "Zie af met reden"), finding)


def show_notice(window: Window) -> None:
    window.desk.doing.close_card()
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


def picture(window: Window) -> QPixmap:
    """The window, and a menu that is open over it."""
    made = window.grab()
    if (popup := QApplication.activePopupWidget()) is not None:
        painter = QPainter(made)
        painter.drawPixmap(window.mapFromGlobal(popup.pos()), popup.grab())
        painter.end()
    return made


def narrow(window: Window, width: int, height: int) -> None:
    window.notices.card.close_card()
    window.resize(width, height)


THEMES = {"licht": LIGHT, "donker": DARK, "contrast": STRONG_LIGHT}


def photograph(
    keep: Callable[[str, str, Window], object], themes: Iterable[str], *more: Callable[[], Iterator[Scene]]
) -> None:
    """Goes through the scenes in each theme, and `more` after them; `keep` gets the scene, the theme and the window."""
    application = make_application(["raadsbrief"])
    if "Open Sans" in QFontDatabase.families():
        font = QFont("Open Sans")
        font.setPixelSize(14)
        application.setFont(font)
    for name in themes:
        with tempfile.TemporaryDirectory() as kept:
            os.environ["RAADSBRIEF_MAP"] = kept
            window = make_window(Settings(Path(kept) / "instellingen.ini"))
            window.set_theme(THEMES[name])
            window.resize(*SIZE)
            window.show()
            for scene, make in chain(scenes(), *(each() for each in more)):
                make(window)
                settle()
                keep(scene, name, window)
            window.session.drop_unsaved()
            window.session.close()
            window.close()
            window.deleteLater()
            QApplication.processEvents()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--schaal", action="append", default=[])
    parser.add_argument("--thema", action="append", default=[], choices=THEMES)
    parser.add_argument("--handleiding", action="store_true")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if options.handleiding:
        photograph(for_manual, ("licht", "donker"))
        return
    folder: Path = options.folder
    folder.mkdir(parents=True, exist_ok=True)
    if scale := os.environ.get("QT_SCALE_FACTOR"):
        percentage = f"{round(float(scale) * 100)}"
        photograph(
            lambda scene, theme, window: picture(window).save(str(folder / f"{scene}-{theme}-{percentage}.png")),
            options.thema or THEMES,
            desk_scenes,
        )
        return
    for wanted in options.schaal or ["1", "1.5"]:
        environment = {**os.environ, "QT_SCALE_FACTOR": wanted}
        themes = (f"--thema={theme}" for theme in options.thema)
        subprocess.run(
            [sys.executable, "-m", "tests.gui.screenshots", str(folder), *themes], env=environment, check=True
        )


if __name__ == "__main__":
    main()
