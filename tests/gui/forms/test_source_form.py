"""Sources by their form: what is missing is said at the field, what is saved leaves the rest of the file alone."""

from pathlib import Path
from textwrap import dedent

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from composer.gui.forms.source_form import SourcePage
from composer.gui.settings import NAME
from composer.gui.window import Window
from tests.gui.conftest import answers
from tests.gui.hand_forms import fill, form_of, line, told

BY_HAND = """
    # onze eigen stukken
    - id: nota-2026
      titel: Nota van de regio   # zo staat het er
      uitgever: Regio Voorbeeld
      soort: notitie
      datum: 2026-01-10

    # hieronder niets wijzigen
    - id: brief-2026
      titel: Brief van de inspectie
      uitgever: inspectie
      soort: bericht
      datum: {niet_voor: 2026-02-01, uiterlijk: 2026-02-20}
"""


@pytest.fixture
def layer(window: Window) -> Path:
    return window.office.context.own


def test_what_is_missing_is_said_at_the_field(window: Window) -> None:
    window.actions_by_id["nieuwe-bron"].trigger()
    form = form_of(window)
    assert isinstance(form, SourcePage)
    QTest.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert told(form) == ["Vul de titel in.", "Vul in wie het uitgaf.", "Vul de datum van het stuk in."]
    assert form.told.text() == "Er zijn nog 3 dingen te doen."
    assert line(form, "Titel").hasFocus()
    fill(form, Titel="Ledenbrief over het fonds", Uitgever="VNG", Datum="29 november")
    form.save()
    assert len(told(form)) == 1
    assert "is geen datum" in told(form)[0]
    assert not (window.office.context.own / "bronnen").exists()


def test_a_source_is_saved_and_found_among_the_contents(window: Window, layer: Path) -> None:
    window.actions_by_id["nieuwe-bron"].trigger()
    form = form_of(window)
    fill(
        form,
        Titel="Ledenbrief over het fonds",
        Uitgever="VNG",
        Datum="2026-03-01 tot 2026-03-09",
        Webadres="https://vng.example/1",
    )
    QTest.keyClick(line(form, "Titel"), Qt.Key.Key_Tab)
    QTest.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    source = window.session.library.sources["ledenbrief-over-het-fonds"]
    assert (source.date.earliest.isoformat(), source.date.latest.isoformat()) == ("2026-03-01", "2026-03-09")
    assert (layer / "bronnen" / "bronnen.yaml").exists()
    assert window.office.room.form is None
    selected = window.office.contents.selected()
    assert selected is not None
    assert (selected.kind, selected.id) == ("bronnen", source.id)
    assert window.notices.words == "Bewaard als concept: bron “ledenbrief-over-het-fonds”."


def test_what_was_written_by_hand_stays(window: Window, layer: Path) -> None:
    path = layer / "bronnen" / "stukken.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(dedent(BY_HAND).lstrip(), encoding="utf-8")
    window.reload_library()
    office = window.office
    office.show_contents()
    office.contents.go_to("bronnen", "nota-2026")
    QTest.keyClick(office.contents.list, Qt.Key.Key_Return)
    form = form_of(window)
    fill(form, Uitgever="Regio Nieuwland")
    assert form.save()
    assert path.read_text(encoding="utf-8") == dedent(BY_HAND).lstrip().replace("Regio Voorbeeld", "Regio Nieuwland")


def test_the_document_itself_comes_beside_the_record(window: Window, layer: Path, tmp_path: Path) -> None:
    document = tmp_path / "stuk.txt"
    document.write_text("Besluiten\n\nDe raad stemt in.\n", encoding="utf-8")
    answers(window).path = document
    window.actions_by_id["nieuwe-bron"].trigger()
    form = form_of(window)
    assert isinstance(form, SourcePage)
    fill(form, Titel="Verslag", Uitgever="raad", Datum="2026-01-10")
    QTest.mouseClick(form.file.choose_button, Qt.MouseButton.LeftButton)
    assert form.save()
    assert (layer / "bronnen" / "stuk.txt").read_text(encoding="utf-8").startswith("Besluiten")
    held = window.session.library.sources["verslag"].file
    assert held is not None
    assert held.sha256


def test_work_that_is_not_saved_stays_within_reach(window: Window) -> None:
    window.actions_by_id["nieuwe-bron"].trigger()
    form = form_of(window)
    fill(form, Titel="Half af")
    QTest.keyClick(form, Qt.Key.Key_Escape)
    room = window.office.room
    assert not room.form_shown
    assert room.busy.isVisible()
    window.actions_by_id["nieuw-feit"].trigger()
    assert window.notices.words == "U bent nog bezig met “nieuwe bron”."
    QTest.mouseClick(room.busy, Qt.MouseButton.LeftButton)
    assert room.form is form
    assert line(form, "Titel").text() == "Half af"
    answers(window).leaving = "annuleren"
    window.close()
    assert window.isVisible()


def test_who_it_is_is_asked_where_it_is_not_known(window: Window) -> None:
    window.settings.put(NAME, "")
    window.actions_by_id["nieuwe-bron"].trigger()
    form = form_of(window)
    fill(form, Titel="Verslag", Uitgever="raad", Datum="2026-01-10")
    assert not form.save()
    assert form.told.text().startswith("Het is niet bewaard: vul eerst uw naam in")
    assert form.who.isVisible()
    QTest.keyClicks(form.who, "Anna de Vries")
    assert form.save()
    assert window.settings.get(NAME) == "Anna de Vries"
