"""Municipalities and regions by their forms: local facts with where they stand, and hand-written files left as they are."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from composer.gui.forms.page import FormPage
from composer.gui.window import Window
from tests.gui.hand_forms import button, fill, form_of, line, write

BERNHEZE = "GM1721"
QUESTION = "Heeft uw gemeente het amendement van Hilversum gesteund?"


def opened(window: Window, kind: str, key: str) -> FormPage:
    window.office.show_contents()
    window.office.contents.go_to(kind, key)
    QTest.mouseClick(button(window.office.contents.detail, "Vul aan"), Qt.MouseButton.LeftButton)
    return form_of(window)


def test_officials_and_a_position_with_its_source(window: Window) -> None:
    form = opened(window, "gemeenten", BERNHEZE)
    fill(form, Burgemeester="A. de Vries", Adres_onder_de_brief="De Misse 6, Heesch")
    QTest.mouseClick(button(form, "Voeg een wethouder toe"), Qt.MouseButton.LeftButton)
    fill(form, Naam="B. Jansen", Portefeuille="zorg")
    box = next(found for found in form.findChildren(QComboBox) if found.accessibleName() == QUESTION)
    box.setCurrentIndex(box.findData("ja"))
    field = box.parentWidget()
    group = field.parentWidget() if field else None
    assert group is not None
    QTest.mouseClick(button(group, "Waar staat dit?"), Qt.MouseButton.LeftButton)
    source = next(iter(window.session.library.sources.values()))
    write(line(group, "Bron"), source.title)
    QTest.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    held = window.session.library.municipalities[BERNHEZE]
    assert held.executive.mayor == "A. de Vries"
    assert [(a.name, a.portfolio) for a in held.executive.aldermen] == [("B. Jansen", "zorg")]
    assert held.local["steun_amendement_hilversum"].value == "ja"
    assert held.local["steun_amendement_hilversum"].evidence[0].source == source.id
    assert held.name == "Bernheze"
    assert not window.session.library.problems


def test_only_what_changed_is_written_and_remarks_stay(window: Window) -> None:
    path = window.office.context.own / "gemeenten" / "onze.yaml"
    path.parent.mkdir(parents=True)
    before = "# van ons\n- cbs: GM1721   # Bernheze\n  adres: Oud adres 1\n\n# en de buren\n- cbs: GM0828\n  adres: Osseweg 1\n"
    path.write_text(before, encoding="utf-8")
    window.reload_library()
    window.office.show_contents()
    window.office.contents.go_to("gemeenten", BERNHEZE)
    entry = window.office.contents.selected()
    assert entry is not None
    window.office.edit(entry)
    form = form_of(window)
    fill(form, Adres_onder_de_brief="Nieuw adres 2")
    assert form.save()
    assert path.read_text(encoding="utf-8") == before.replace("Oud adres 1", "Nieuw adres 2")


def test_saving_without_a_change_writes_nothing(window: Window) -> None:
    form = opened(window, "gemeenten", BERNHEZE)
    assert not form.unsaved
    assert form.save()
    assert not (window.office.context.own / "gemeenten").exists()


def test_the_members_of_a_region(window: Window) -> None:
    region = next(r for r in window.session.library.regions.values() if r.kind == "samenwerking")
    form = opened(window, "regios", region.id)
    field = line(form, "Gemeenten in de regio: voeg toe")
    write(field, "Bernheze")
    QTest.keyClick(field, Qt.Key.Key_Return)
    write(line(form, "Mandaatgemeente"), "Bernheze")
    assert form.save()
    after = window.session.library.regions[region.id]
    assert BERNHEZE in after.members
    assert after.lead == BERNHEZE


def test_the_municipality_of_the_letter_is_at_hand(desk: Window) -> None:
    desk.actions_by_id["gemeente-gegevens"].trigger()
    assert form_of(desk).heading == "Bernheze"
    QTest.keyClick(form_of(desk), Qt.Key.Key_Escape)
    QTest.keyClick(desk.office.room, Qt.Key.Key_Escape)
    assert desk.stack.currentWidget() is desk.desk
