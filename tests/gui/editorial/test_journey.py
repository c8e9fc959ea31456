"""Issue 7: a ledenbrief becomes a source and a fact, a passage changes and is approved; drafts follow, what was sent stays."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from composer.domain.letter import Letter, Piece
from composer.gui.editorial.uses_card import UsesCard
from composer.gui.forms.fact_form import FactPage
from composer.gui.forms.passage_form import PassagePage
from composer.gui.settings import FOLDER, NAME
from composer.gui.window import Window
from composer.library.letters import read_letter
from composer.work.letters import new_letter, save_letter
from tests.gui.hand_forms import area, button, fill, form_of, line, write

PASSAGE = "vng-resolutie-aangenomen"
DAY = date(2026, 5, 1)
PATIENCE = 20_000


def letters(window: Window, folder: Path) -> tuple[Path, Path]:
    """A draft and a letter that was sent, both with the passage as it was."""
    library = window.session.library
    made = new_letter(library, "raadsinformatiebrief", "Bernheze", DAY)
    section = next(name for name in made.sections)
    piece = Piece(id="p1", snippet=PASSAGE)
    sections = {name: (piece,) if name == section else () for name in made.sections}
    draft = made.with_changes(sections=sections, id="concept-1")
    sent = draft.with_changes(id="verzonden-1", state="verzonden")
    paths = folder / "concept.raadsbrief", folder / "verzonden.raadsbrief"
    for letter, path in zip((draft, sent), paths, strict=True):
        save_letter(letter, library, path)
    window.settings.put(FOLDER, str(folder))
    return paths


def make_source(window: Window) -> None:
    window.actions_by_id["nieuwe-bron"].trigger()
    form = form_of(window)
    fill(form, Titel="Ledenbrief over het herstelfonds", Uitgever="VNG", Datum="2026-04-20")
    kinds = next(found for found in form.findChildren(QComboBox) if found.accessibleName() == "Soort")
    kinds.setCurrentIndex(kinds.findText("Ledenbrief"))
    QTest.mouseClick(form.save_button, Qt.MouseButton.LeftButton)


def make_fact(window: Window) -> None:
    window.actions_by_id["nieuw-feit"].trigger()
    form = form_of(window)
    assert isinstance(form, FactPage)
    area(form, "De bewering, in één zin").setPlainText("Het herstelfonds opent in mei.")
    fill(form, Geldt_vanaf="2026-04-20", Wie_zegt_of_besluit_dit="VNG")
    write(line(form, "Bron"), "Ledenbrief over het herstelfonds")
    fill(form, Kop_of_paragraaf="Herstelfonds", Woorden_die_daar_staan="herstelfonds")
    QTest.mouseClick(form.save_button, Qt.MouseButton.LeftButton)


def change_passage(window: Window) -> None:
    """A sentence more, with the new fact cited by its words."""
    window.actions_by_id["bibliotheek"].trigger()
    window.office.contents.go_to("tekstblokken", PASSAGE)
    QTest.keyClick(window.office.contents.list, Qt.Key.Key_Return)
    form = form_of(window)
    assert isinstance(form, PassagePage)
    edit = form.text.edit
    edit.setFocus()
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    QTest.keyClicks(edit, " In mei opent een herstelfonds.@herstelfonds opent")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.mouseClick(form.offer_button, Qt.MouseButton.LeftButton)


def review(window: Window) -> None:
    window.settings.put(NAME, "Carla Smit")
    window.actions_by_id["beoordeel"].trigger()
    panel = window.office.review
    assert panel.change.toPlainText().rstrip("°").endswith("In mei opent een herstelfonds.")
    assert panel.case is not None
    assert "Het herstelfonds opent in mei." in [fact.statement for fact in panel.case.facts]
    QTest.keyClicks(panel.decision.why, "Klopt met de ledenbrief")
    QTest.mouseClick(panel.decision.approve, Qt.MouseButton.LeftButton)


def take_over(window: Window, qtbot: QtBot) -> UsesCard:
    qtbot.waitUntil(lambda: "Eén conceptbrief kan dit krijgen." in window.notices.words, timeout=PATIENCE)
    QTest.mouseClick(button(window, "Toon de brieven"), Qt.MouseButton.LeftButton)
    assert window.over.card is not None
    card = window.over.card.content
    assert isinstance(card, UsesCard)
    return card


def words(letter: Letter) -> str:
    kept = letter.captured.snippets if letter.captured else ()
    return " ".join(str(record["tekst"]) for record in kept)


def test_from_a_new_ledenbrief_to_updated_drafts(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "brieven"
    folder.mkdir()
    draft, sent = letters(window, folder)
    was_sent = sent.read_bytes()
    make_source(window)
    make_fact(window)
    change_passage(window)
    assert window.session.library.snippets[PASSAGE].status == "ter-beoordeling"
    review(window)
    assert window.session.library.snippets[PASSAGE].status == "vastgesteld"

    card = take_over(window, qtbot)
    assert sorted((use.path.name, use.effect) for use in card.uses) == [
        ("concept.raadsbrief", "aangeboden"),
        ("verzonden.raadsbrief", "verzonden"),
    ]
    QTest.mouseClick(button(card, "Neem over"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "herstelfonds" in words(read_letter(draft)), timeout=PATIENCE)
    assert sent.read_bytes() == was_sent
    assert "herstelfonds" not in words(read_letter(sent))

    assert window.files.open_path(draft)
    assert window.session.review is not None
    notes = window.session.review.assembly.document.notes
    assert any("ledenbrief-over-het-herstelfonds" in note.sources for note in notes)
    assert not window.session.library.problems


def test_a_draft_that_is_open_changes_as_a_step_that_can_be_undone(
    window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "brieven"
    folder.mkdir()
    draft, _ = letters(window, folder)
    make_source(window)
    make_fact(window)
    change_passage(window)
    assert window.files.open_path(draft)
    before = window.session.letter
    review(window)
    card = take_over(window, qtbot)
    QTest.mouseClick(button(card, "Neem over"), Qt.MouseButton.LeftButton)
    assert window.session.undo_words == "nieuwe tekst overnemen"
    assert window.session.unsaved
    window.session.undo()
    assert window.session.letter == before
