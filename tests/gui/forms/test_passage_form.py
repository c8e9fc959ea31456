"""Passages by their form: names are offered while typing, mistakes stand at their words, three municipalities beside."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from composer.gui.forms.passage_form import PassagePage
from composer.gui.window import Window
from composer.library.passages import text_hash
from tests.gui.hand_forms import button, fill, form_of, told

PATIENCE = 20_000


def begun(window: Window) -> PassagePage:
    window.actions_by_id["nieuw-tekstblok"].trigger()
    form = form_of(window)
    assert isinstance(form, PassagePage)
    return form


def test_names_are_offered_while_typing_and_enter_puts_them_in(window: Window) -> None:
    form = begun(window)
    edit = form.text.edit
    edit.setFocus()
    QTest.keyClicks(edit, "De brief komt van @naam van de gem")
    assert edit.offering.isVisible()
    assert edit.offering.model.index(0).data() == "Naam van de gemeente"
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.toPlainText() == "De brief komt van {{ gemeente.naam }}"
    assert not edit.offering.isVisible()


def test_a_fact_is_cited_by_its_words(window: Window) -> None:
    form = begun(window)
    edit = form.text.edit
    edit.setFocus()
    QTest.keyClicks(edit, "Ruim 93% was voor.@ruim 93% van de stemmen")
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert edit.toPlainText() == "Ruim 93% was voor.[^stemming-resolutie-ruim-93-procent]"


def test_the_list_goes_away_and_comes_on_request(window: Window) -> None:
    form = begun(window)
    edit = form.text.edit
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert edit.offering.isVisible()
    QTest.keyClick(edit, Qt.Key.Key_Down)
    assert edit.offering.list.currentIndex().row() == 1
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert not edit.offering.isVisible()
    assert edit.toPlainText() == ""
    QTest.mouseClick(form.text.insert_button, Qt.MouseButton.LeftButton)
    assert edit.offering.isVisible()
    QTest.keyClicks(edit, "zonnepanelen")
    assert not edit.offering.isVisible()


def test_mistakes_stand_at_the_words_they_concern(window: Window, qtbot: QtBot) -> None:
    form = begun(window)
    words = "Wij zijn {{ gemeente.naamm }}.\n\nDat is zo.[^geen-feit]"
    form.text.edit.setPlainText(words)
    qtbot.waitUntil(lambda: len(form.text.slips) == 2)
    assert [words[slip.start : slip.end] for slip in form.text.slips] == ["gemeente.naamm", "[^geen-feit]"]
    waved = form.text.edit.extraSelections()
    assert [selection.cursor.selectedText() for selection in waved] == ["gemeente.naamm", "[^geen-feit]"]  # pyright: ignore[reportAttributeAccessIssue]
    QTest.mouseClick(button(form, "Regel 3"), Qt.MouseButton.LeftButton)
    assert form.text.edit.textCursor().selectedText() == "[^geen-feit]"
    fill(form, Titel="Een proef")
    assert not form.save()
    assert told(form) == ["Verbeter de onderstreepte woorden."]


def test_a_condition_is_looked_over(window: Window) -> None:
    form = begun(window)
    fill(form, Titel="Een proef", Voor_welke_gemeenten='gemeente.deelname_spk == "ja"')
    form.text.edit.setPlainText("Dit geldt voor u.")
    assert not form.save()
    assert len(told(form)) == 1
    assert "deelname_spk" in told(form)[0]


def test_it_reads_in_three_municipalities_at_once(window: Window, qtbot: QtBot) -> None:
    form = begun(window)
    form.text.edit.setPlainText(
        'Onze gemeente is {{ gemeente.naam }}.\n\n{% if gemeente.deelname_spuk == "ja" %}Wij doen mee.{% endif %}'
    )
    qtbot.waitUntil(lambda: len(form.readings.shown) == 3, timeout=PATIENCE)
    names = [reading.municipality.name for reading in form.readings.shown]
    assert len(set(names)) == 3
    shown = [label.text() for label in form.readings.findChildren(QLabel) if label.isVisible()]
    assert all(any(f"Onze gemeente is {name}" in words.replace("&#x27;", "'") for words in shown) for name in names)
    assert len({"Wij doen mee" in reading.words for reading in form.readings.shown}) == 2


def test_a_passage_is_saved_and_offered(window: Window) -> None:
    form = begun(window)
    fill(form, Titel="Wij houden u op de hoogte")
    form.text.edit.setPlainText("Wij houden u op de hoogte.")
    QTest.mouseClick(form.offer_button, Qt.MouseButton.LeftButton)
    made = window.session.library.snippets["wij-houden-u-op-de-hoogte"]
    assert (made.status, made.text) == ("ter-beoordeling", "Wij houden u op de hoogte.")
    assert window.office.room.bar.accessibleTabName(1) in ("Beoordelen", "Beoordelen, 1")


def test_a_version_of_ones_own_says_on_which_text_it_is_based(window: Window) -> None:
    office = window.office
    office.show_contents()
    office.contents.go_to("tekstblokken", "vng-resolutie-aangenomen")
    before = window.session.library.snippets["vng-resolutie-aangenomen"]
    QTest.mouseClick(button(office.contents.detail, "Maak een eigen versie"), Qt.MouseButton.LeftButton)
    form = form_of(window)
    assert isinstance(form, PassagePage)
    assert form.heading == "Eigen versie van een tekstblok"
    form.text.edit.setPlainText(f"{before.text}\n\nMeer weten wij nog niet.")
    assert form.save()
    after = window.session.library.snippets["vng-resolutie-aangenomen"]
    assert after.based_on == text_hash(before.text)
    assert after.text.endswith("Meer weten wij nog niet.")
    assert not window.session.library.problems
    selected = office.contents.selected()
    assert selected is not None
    assert selected.layer.name == "Van uzelf"


def test_two_at_once_lose_nothing(window: Window) -> None:
    """Somebody else saved meanwhile: both versions stay, and the review page shows them."""
    form = begun(window)
    fill(form, Titel="Samen")
    form.text.edit.setPlainText("Eerste tekst.")
    assert form.save()
    office = window.office
    entry = office.contents.selected()
    assert entry is not None
    office.edit(entry)
    mine = form_of(window)
    assert isinstance(mine, PassagePage)
    path = next(office.context.own.glob("snippets/*/samen.md"))
    path.write_text(path.read_text(encoding="utf-8").replace("Eerste tekst.", "Tekst van een ander."), encoding="utf-8")
    mine.text.edit.setPlainText("Mijn tekst.")
    assert not mine.save()
    assert "ook door iemand anders gewerkt" in mine.told.text()
    assert "Tekst van een ander." in path.read_text(encoding="utf-8")
    kept = [event.read_text(encoding="utf-8") for event in (office.context.own / "historie").rglob("*.yaml")]
    assert any("Mijn tekst." in event for event in kept)
