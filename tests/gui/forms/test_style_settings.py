"""The choices of a house style by their form: what is there is shown, what is changed comes into the file, with its history."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from composer.domain.revision import Item
from composer.export.house_style import load_house_style
from composer.gui.forms.style_settings import StyleSettingsPage
from composer.gui.window import Window
from composer.library.history import history
from composer.library.reading import read_text
from composer.work.editorial.approving import put_back
from tests.gui.hand_forms import fill, form_of, line, told, write

PATIENCE = 40_000


def opened(window: Window, name: str) -> StyleSettingsPage:
    office = window.office
    office.show_contents()
    office.contents.go_to("huisstijlen", name)
    entry = office.contents.selected()
    assert entry is not None
    office.contents.detail.do_first(entry)
    form = form_of(window)
    assert isinstance(form, StyleSettingsPage)
    return form


@pytest.fixture
def own(window: Window) -> Path:
    """The folder of a house style of one's own, made of the shipped one."""
    form = opened(window, "neutraal")
    assert form.heading == "Eigen huisstijl"
    fill(form, Naam_van_de_huisstijl="Ons huis")
    assert form.save()
    return window.session.library.house_styles["ons-huis"]


def test_a_copy_of_the_shipped_one_has_everything(window: Window, own: Path) -> None:
    shipped, made = load_house_style(window.session.library.house_styles["neutraal"]), load_house_style(own)
    assert own.is_relative_to(window.office.context.own)
    assert made.settings == shipped.settings.model_copy(update={"name": "Ons huis"})
    assert made.logo is not None
    assert {path.name for path in own.iterdir()} == {"basis.docx", "huisstijl.yaml", "logo.png"}


def test_what_is_changed_comes_into_the_file_and_remarks_stay(window: Window, own: Path, qtbot: QtBot) -> None:
    path = own / "huisstijl.yaml"
    path.write_text(read_text(path).replace("marges:", "# onze marges\nmarges:"), encoding="utf-8")
    window.reload_library()
    form = opened(window, "ons-huis")
    write(line(form, "Vanaf zoveel koppen"), "8")
    write(line(form, "Koppen, lijnen en koppelingen"), "0b5cad")
    write(line(form, "Grootte, in punten"), "11,5")
    record = form.form.value() or {}
    assert record["inhoudsopgave"] == {"vanaf": 8, "paginanummers": "ja"}
    form.why.setText("nieuwe kleur")
    QTest.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    settings = load_house_style(own).settings
    assert (settings.colours.accent, settings.fonts.size) == ("0B5CAD", 11.5)
    assert settings.contents is not None
    assert settings.contents.from_headings == 8
    assert "# onze marges" in read_text(path)
    assert window.notices.words.startswith("Bewaard als concept: huisstijl “ons-huis”")
    last = history(window.office.context.own, Item("huisstijlen", "ons-huis")).latest
    assert last is not None
    assert (last.act, last.why, set(last.files)) == ("gewijzigd", "nieuwe kleur", {"basis.docx", "logo.png"})


def test_each_mistake_is_at_its_field_and_nothing_is_written(window: Window, own: Path) -> None:
    before = read_text(own / "huisstijl.yaml")
    form = opened(window, "ons-huis")
    fill(form, Kopregel_van_tabellen="blauw", Naam_van_de_huisstijl="")
    write(line(form, "Grootte, in punten"), "klein")
    assert not form.save()
    assert len(told(form)) == 3
    assert told(form)[0] == "Geef de huisstijl een naam."
    assert told(form)[2] == "Schrijf zes cijfers of letters, zoals 1F4E79."
    assert read_text(own / "huisstijl.yaml") == before


def test_the_example_letter_follows(window: Window, own: Path, qtbot: QtBot) -> None:
    form = opened(window, "ons-huis")
    qtbot.waitUntil(lambda: bool(form.preview.sheets.pages), timeout=PATIENCE)
    first = form.preview.sheets.pages[0]
    write(line(form, "Koppen, lijnen en koppelingen"), "AA0000")
    qtbot.waitUntil(lambda: form.preview.sheets.pages[0] is not first, timeout=PATIENCE)


def test_it_is_put_back_from_its_history(window: Window, own: Path) -> None:
    form = opened(window, "ons-huis")
    write(line(form, "Kop- en voettekst"), "222222")
    assert form.save()
    bench, item = window.office.context, Item("huisstijlen", "ons-huis")
    past, now = history(bench.own, item), form.started.expected
    assert [entry.revision.act for entry in past.entries] == ["aangetroffen", "gewijzigd", "gewijzigd"]
    put_back(bench.workspace(bench.writable()[-1]), item, past.entries[1].name, now)
    assert load_house_style(own).settings.colours.muted != "222222"
