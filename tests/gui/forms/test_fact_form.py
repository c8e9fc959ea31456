"""Facts by their form: they ask for evidence, their figures are typed, and they are looked up where they stand."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from composer.domain.revision import Item
from composer.domain.source import Source
from composer.domain.values import AmountValue, written
from composer.gui.forms.fact_form import FactPage
from composer.gui.window import Window
from composer.library.items import stored_item
from composer.library.layers import Layer
from tests.gui.hand_forms import area, button, fill, form_of, line, told, write

TEXT = "1. Geld\n\nHet ministerie maakt € 150 miljoen vrij voor het fonds.\n\n2. Vervolg\n\nDe regio beslist.\n"
SOURCE = """
- id: brief-fonds
  titel: Brief over het fonds
  uitgever: ministerie van VWS
  soort: kamerbrief
  datum: 2026-03-01
  bestand: {naam: fonds.txt}
"""


def with_source(window: Window) -> None:
    """A source of the user's own with its text."""
    folder = window.office.context.own / "bronnen"
    folder.mkdir(parents=True)
    (folder / "bronnen.yaml").write_text(SOURCE, encoding="utf-8")
    (folder / "fonds.txt").write_text(TEXT, encoding="utf-8")
    window.reload_library()


def choose(form: FactPage, name: str, words: str, number: int = 0) -> None:
    box = [found for found in form.findChildren(QComboBox) if found.accessibleName() == name][number]
    box.setCurrentIndex(box.findText(words))


def begun(window: Window) -> FactPage:
    window.actions_by_id["nieuw-feit"].trigger()
    form = form_of(window)
    assert isinstance(form, FactPage)
    return form


def test_without_evidence_there_is_no_fact(window: Window) -> None:
    form = begun(window)
    assert not form.save()
    assert told(form) == ["Schrijf in één zin wat vaststaat.", "Voeg een vindplaats toe."]
    area(form, "De bewering, in één zin").setPlainText("Er komt een fonds.")
    write(line(form, "Bron"), "een stuk dat er niet is")
    assert not form.save()
    assert any("past niet" in words or "kennen we niet" in words for words in told(form))


def test_an_unknown_source_is_said_at_its_field(window: Window) -> None:
    form = begun(window)
    area(form, "De bewering, in één zin").setPlainText("Er komt een fonds.")
    write(line(form, "Bron"), "brief-van-niemand")
    assert not form.save()
    assert told(form) == ["Deze bron kennen we niet; kies er een uit de lijst of maak haar eerst."]


def test_a_fact_with_a_figure_is_saved_and_looked_up(window: Window, qtbot: QtBot) -> None:
    with_source(window)
    form = begun(window)
    area(form, "De bewering, in één zin").setPlainText("Het ministerie maakt 150 miljoen euro vrij voor het fonds.")
    choose(form, "Onderwerp", "Financiën")
    fill(form, Wie_zegt_of_besluit_dit="ministerie van VWS", Geldt_vanaf="2026-03-01")
    choose(form, "Wat is het", "Mededeling")
    QTest.mouseClick(button(form, "Voeg een getal of datum toe"), Qt.MouseButton.LeftButton)
    choose(form, "Soort", "Bedrag in hele euro’s")
    fill(form, Naam="fonds", Waarde="honderd")
    write(line(form, "Bron"), "Brief over het fonds")
    fill(form, Kop_of_paragraaf="1. Geld", Alinea="1", Woorden_die_daar_staan="fonds, ministerie")
    assert not form.save()
    assert told(form) == ["“honderd” is geen getal; schrijf alleen cijfers, zonder punten of euroteken."]
    fill(form, Waarde="150000000")
    qtbot.waitUntil(lambda: "Gevonden op deze plaats (par. 1. Geld, alinea 1)" in shown(form))
    assert "fonds: €\u00a0150\u00a0miljoen" in shown(form)  # as a letter keeps them on one line
    QTest.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    fact = window.session.library.facts["het-ministerie-maakt-150-miljoen-euro-vrij-voor-het"[:50].strip("-")]
    value = fact.values["fonds"]
    assert isinstance(value, AmountValue)
    assert written(value) == "€ 150 miljoen"
    assert fact.evidence[0].keywords == ("fonds", "ministerie")


def shown(form: FactPage) -> list[str]:
    return [label.text() for label in form.beside.findChildren(QLabel) if label.isVisibleTo(form.beside)]


def test_a_word_that_is_not_there_is_said(window: Window, qtbot: QtBot) -> None:
    with_source(window)
    form = begun(window)
    area(form, "De bewering, in één zin").setPlainText("De provincie betaalt mee.")
    write(line(form, "Bron"), "Brief over het fonds")
    fill(form, Kop_of_paragraaf="1. Geld", Woorden_die_daar_staan="provincie")
    qtbot.waitUntil(lambda: any("Er ontbreekt: provincie" in words for words in shown(form)))


def test_what_the_form_has_no_field_for_is_kept(window: Window) -> None:
    """A quotation, lines of the text, and what followed on an event are not lost."""
    with_source(window)
    path = window.office.context.own / "feiten" / "financien.yaml"
    path.parent.mkdir()
    path.write_text(
        "# met de hand\n"
        "- id: fonds-komt\n  onderwerp: financien\n  aard: gebeurtenis\n  stelling: Er komt een fonds.\n  kracht: mededeling\n"
        "  gevolgd_door: []   # nog niets\n"
        "  bewijs:\n    - bron: brief-fonds\n      plaats: {kop: 1. Geld, regels: [1, 3]}\n"
        "      citaat: {exact: voor het fonds}\n",
        encoding="utf-8",
    )
    window.reload_library()
    office = window.office
    office.show_contents()
    office.contents.go_to("feiten", "fonds-komt")
    QTest.mouseClick(button(office.contents.detail, "Wijzig"), Qt.MouseButton.LeftButton)
    form = form_of(window)
    fill(form, Wie_zegt_of_besluit_dit="ministerie")
    assert form.save()
    fact = window.session.library.facts["fonds-komt"]
    assert fact.who == "ministerie"
    assert fact.evidence[0].place.lines == (1, 3)
    assert fact.evidence[0].quotation is not None
    assert "# met de hand" in path.read_text(encoding="utf-8")
    assert "gevolgd_door: []   # nog niets" in path.read_text(encoding="utf-8")


def test_a_shipped_fact_is_corrected_never_replaced(window: Window) -> None:
    office = window.office
    office.show_contents()
    office.contents.choose_kind("feiten")
    entry = next(e for e in office.contents.everything() if e.kind == "feiten" and e.id in window.session.library.facts)
    office.contents.go_to("feiten", entry.id)
    office.contents.detail.do_first(entry)
    form = form_of(window)
    area(form, "De bewering, in één zin").setPlainText("Dit is anders dan het er stond.")
    assert form.save()
    assert window.session.library.facts["dit-is-anders-dan-het-er-stond"].corrects == (entry.id,)
    layer = Layer(window.office.context.own)
    assert stored_item(layer, Item("feiten", "dit-is-anders-dan-het-er-stond")) is not None


def test_sources_have_their_own_titles(window: Window) -> None:
    source: Source = next(iter(window.session.library.sources.values()))
    form = begun(window)
    write(line(form, "Bron"), source.title)
    assert (form.form.value() or {})["bewijs"] == [{"bron": source.id}]
