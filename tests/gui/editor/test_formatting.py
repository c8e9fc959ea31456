"""Bold, italic, lists, headings, links, tables and citations, by their buttons and their keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from composer.domain.letter import Letter
from composer.gui.editor.cards import LinkCard
from composer.gui.editor.citing_card import CitingCard
from composer.gui.popover import Popover
from composer.gui.row_model import ROW
from composer.work.writing.citing import Citable
from tests.gui.editor.conftest import PASSAGE, Desk, MakeDesk, own

KEY = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def press(desk: Desk, name: str) -> None:
    """A click on a button of the bar."""
    QTest.mouseClick(desk.editor.bar.buttons[name], Qt.MouseButton.LeftButton)


def run(desk: Desk, name: str) -> None:
    spec = next(spec for spec in desk.editor.actions() if spec.id == name)
    assert spec.hindrance() is None
    spec.run()


@pytest.mark.parametrize(("name", "key", "sign"), [("vet", KEY.Key_B, "**"), ("cursief", KEY.Key_I, "_")])
def test_a_selection_is_marked_and_unmarked(desk: Desk, name: str, key: Qt.Key, sign: str) -> None:
    desk.select_words("c", "aan het plan")
    desk.ctrl(key)
    assert f"door {sign}aan het plan{sign}." in desk.written("c")
    assert desk.tool(name).isChecked()
    press(desk, name)
    assert "door aan het plan." in desk.written("c")
    desk.ctrl(KEY.Key_Z)
    assert f"{sign}aan het plan{sign}" in desk.written("c")


def test_what_is_typed_next_is_bold(desk: Desk) -> None:
    desk.at_end("c")
    desk.keys(" ")
    desk.ctrl(KEY.Key_B)
    desk.keys("Let op")
    desk.ctrl(KEY.Key_B)
    desk.keys(" nu")
    assert desk.written("c").endswith("Tot ziens. **Let op** nu\n")


def test_bold_over_a_value_keeps_the_value(desk: Desk) -> None:
    desk.select_words("a", "Op 29 november 2024 nam")
    desk.ctrl(KEY.Key_B)
    assert desk.written("a").startswith("**Op {{ feit[")


def test_bold_over_several_pieces_is_one_step(desk: Desk) -> None:
    before = desk.letter
    desk.select(desk.find("b", "voor."), desk.find("c", "werken"))
    desk.ctrl(KEY.Key_B)
    assert "**voor.**" in desk.written("b")
    assert desk.written("c").startswith("**In de regio** werken")
    desk.ctrl(KEY.Key_Z)
    assert desk.letter == before


def test_a_subheading_is_not_bold_as_well(make_desk: MakeDesk, small: Letter) -> None:
    desk = make_desk(own(small, "## Kop\n\nTekst.\n"))
    desk.put("c", "Kop")
    assert desk.tool("vet").isEnabled() is False
    assert "Een kop is al vet." in desk.tool("vet").toolTip()


@pytest.mark.parametrize(("name", "key", "first"), [("lijst", KEY.Key_L, "- "), ("genummerd", KEY.Key_N, "1. ")])
def test_paragraphs_become_items_and_paragraphs_again(desk: Desk, name: str, key: Qt.Key, first: str) -> None:
    before = desk.piece("c").text
    desk.select(*desk.bounds("c"))
    desk.key(key, CTRL | SHIFT)
    text = desk.piece("c").text or ""
    assert text.startswith(f"{first}In de regio") and "Tot ziens." in text.splitlines()[1]
    assert desk.tool(name).isChecked()
    press(desk, name)
    assert desk.piece("c").text == before


def test_tab_makes_an_item_deeper_and_shift_tab_less_deep(make_desk: MakeDesk, small: Letter) -> None:
    desk = make_desk(own(small, "- een\n- twee\n- drie\n"))
    desk.put("c", "twee")
    desk.key(KEY.Key_Tab)
    assert desk.piece("c").text == "- een\n  - twee\n- drie\n"
    desk.key(KEY.Key_Tab)
    assert desk.piece("c").text == "- een\n  - twee\n- drie\n"
    desk.key(KEY.Key_Backtab, SHIFT)
    assert desk.piece("c").text == "- een\n- twee\n- drie\n"
    desk.key(KEY.Key_Backtab, SHIFT)
    assert desk.piece("c").text == "- een\n\ntwee\n\n- drie\n"


def test_the_cursor_stays_at_its_words_when_a_list_is_made(desk: Desk) -> None:
    desk.put("c", "Tot z")
    desk.key(KEY.Key_L, CTRL | SHIFT)
    desk.keys("X")
    assert desk.written("c").endswith("- Tot zXiens.\n")


def test_a_paragraph_becomes_a_subheading_and_a_paragraph_again(desk: Desk) -> None:
    desk.at_end("c")
    press(desk, "kop")
    assert desk.written("c").endswith("## Tot ziens.\n")
    desk.key(KEY.Key_K, CTRL | SHIFT)
    assert desk.written("c").endswith("\n\nTot ziens.\n")


def card(desk: Desk, kind: type[LinkCard] | type[CitingCard]) -> LinkCard | CitingCard:
    found = [popover.content for popover in desk.editor.findChildren(Popover) if popover.isVisible()]
    return next(content for content in found if isinstance(content, kind))


def test_a_link_around_selected_words(desk: Desk) -> None:
    desk.select_words("c", "het plan")
    desk.ctrl(KEY.Key_L)
    form = card(desk, LinkCard)
    assert isinstance(form, LinkCard)
    assert form.words.text() == "het plan"
    QTest.keyClicks(form.target, "www.vng.nl/plan")
    QTest.keyClick(form.target, KEY.Key_Return)
    assert "aan [het plan](https://www.vng.nl/plan)." in desk.written("c")
    assert desk.page.hasFocus()


def test_an_address_that_is_none_is_told_beside_it(desk: Desk) -> None:
    desk.at_end("c")
    press(desk, "link")
    form = card(desk, LinkCard)
    assert isinstance(form, LinkCard)
    QTest.keyClicks(form.target, "javascript:alert(1)")
    QTest.keyClick(form.target, KEY.Key_Return)
    assert form.problem.isVisible() and "geen adres" in form.problem.text()
    assert desk.piece("c").text == desk.letter.sections["gevolgen"][1].text
    QTest.keyClick(form.target, KEY.Key_Escape)
    assert desk.page.hasFocus()


def test_a_link_is_changed_or_taken_away_where_the_cursor_is(make_desk: MakeDesk, small: Letter) -> None:
    desk = make_desk(own(small, "Zie [de VNG](https://vng.nl) hier.\n"))
    desk.put("c", "de V")
    desk.ctrl(KEY.Key_L)
    form = card(desk, LinkCard)
    assert isinstance(form, LinkCard)
    assert (form.words.text(), form.target.text()) == ("de VNG", "https://vng.nl")
    form.chosen.emit("de VNG", "")
    assert desk.piece("c").text == "Zie de VNG hier.\n"


def test_what_is_typed_behind_a_link_is_not_part_of_it(make_desk: MakeDesk, small: Letter) -> None:
    desk = make_desk(own(small, "Zie [de VNG](https://vng.nl)\n"))
    desk.at_end("c")
    desk.keys(" nu")
    assert desk.piece("c").text == "Zie [de VNG](https://vng.nl) nu\n"
    desk.put("c", "de V")
    desk.keys("x")
    assert desk.piece("c").text == "Zie [de VxNG](https://vng.nl) nu\n"


def test_a_fact_is_found_and_cited_at_the_cursor(desk: Desk) -> None:
    desk.put("c", "aan het plan.")
    desk.key(KEY.Key_B, CTRL | SHIFT)
    form = card(desk, CitingCard)
    assert isinstance(form, CitingCard)
    everything = form.model.rowCount()
    QTest.keyClicks(form.search, "93 procent")
    assert 0 < form.model.rowCount() < everything
    QTest.keyClick(form.search, KEY.Key_Down)
    citable: Citable = form.list.currentIndex().data(ROW)
    QTest.keyClick(form.search, KEY.Key_Return)
    assert f"aan het plan.[^{citable.id}] Vragen?" in desk.written("c")
    assert len(desk.writing.parts["stuk:c"].numbers) == 1
    assert desk.writing.parts["stuk:c"].numbers[0].isdigit()
    desk.keys(" Zo.")
    assert f"[^{citable.id}] Zo. Vragen?" in desk.written("c")


def test_only_facts_that_hold_are_offered(desk: Desk) -> None:
    desk.at_end("c")
    press(desk, "bron-aanhalen")
    form = card(desk, CitingCard)
    assert isinstance(form, CitingCard)
    library, day = desk.session.library, desk.letter.reference_date
    for row in range(0, form.model.rowCount(), 7):
        citable: Citable = form.model.index(row).data(ROW)
        fact = library.fact_for(citable.id, frozenset({"gemeente:GM1721"}))
        if fact is not None:
            assert library.chronology.standing(fact, day).usable
    QTest.keyClicks(form.search, "zzzz")
    assert form.hint.isVisible()


def test_a_table_is_made_filled_and_grown_by_keys(desk: Desk) -> None:
    desk.at_end("c")
    desk.key(KEY.Key_T, CTRL | SHIFT)
    assert desk.editor.tables.at_cursor() is not None
    for word in ("Wat", "Wie", "Geld", "plan", "wij", "2"):
        desk.keys(word)
        desk.key(KEY.Key_Tab)
    for word in ("a", "b", "c"):
        desk.keys(word)
        desk.key(KEY.Key_Tab)
    desk.keys("nieuw")
    table = "| Wat | Wie | Geld |\n| --- | --- | --- |\n| plan | wij | 2 |\n| a | b | c |\n| nieuw |  |  |\n"
    assert desk.written("c").endswith(f"Tot ziens.\n\n{table}")


def test_rows_and_columns_come_and_go(make_desk: MakeDesk, small: Letter) -> None:
    text = "| a | b |\n| --- | --: |\n| 1 | 2 |\n"
    desk = make_desk(own(small, text))
    desk.put("c", "1")
    run(desk, "kolom-toevoegen")
    desk.keys("x")
    assert desk.piece("c").text == "| a |  | b |\n| --- | --- | --: |\n| 1 | x | 2 |\n"
    run(desk, "kolom-verwijderen")
    assert desk.piece("c").text == text
    desk.put("c", "1")
    run(desk, "rij-toevoegen")
    desk.keys("y")
    assert desk.piece("c").text == text + "| y |  |\n"
    run(desk, "rij-verwijderen")
    assert desk.piece("c").text == text
    desk.put("c", "2")
    desk.key(KEY.Key_Return)
    desk.keys("z")
    assert desk.piece("c").text == text + "|  | z |\n"
    run(desk, "tabel-verwijderen")
    assert desk.letter.sections["gevolgen"] == ()


def test_in_a_table_the_button_offers_rows_and_columns(make_desk: MakeDesk, small: Letter) -> None:
    desk = make_desk(own(small, "Voor.\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\nNa.\n"))
    desk.put("c", "1")
    press(desk, "tabel")
    (menu,) = (menu for menu in desk.page.findChildren(QMenu) if menu.isVisible())
    action = next(action for action in menu.actions() if action.text() == "Voeg een rij toe")
    action.trigger()
    menu.close()
    assert "| 1 | 2 |\n|  |  |\n\nNa." in desk.written("c") or desk.written("c").count("|") > 9
    assert desk.tool("lijst").isEnabled() is False


def test_words_beside_a_table_do_not_run_into_it(make_desk: MakeDesk, small: Letter) -> None:
    text = "Voor.\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\nNa.\n"
    desk = make_desk(own(small, text))
    desk.put("c", "Na.", behind=False)
    desk.key(KEY.Key_Backspace)
    desk.put("c", "Voor.")
    desk.key(KEY.Key_Delete)
    desk.put("c", "1", behind=False)
    desk.key(KEY.Key_Backspace)
    assert desk.piece("c").text == text


def test_formatting_is_refused_where_nothing_can_be_written(desk: Desk) -> None:
    before = desk.letter
    desk.at_end("kop:gevolgen")
    for name in desk.editor.bar.buttons:
        button = desk.tool(name)
        assert not button.isEnabled()
        assert "sjabloon" in button.toolTip()
    desk.key(KEY.Key_L, CTRL | SHIFT)
    desk.ctrl(KEY.Key_B)
    assert desk.letter == before


def test_formatting_a_passage_makes_it_adapted(desk: Desk) -> None:
    desk.put("a", "Op")
    desk.key(KEY.Key_L, CTRL | SHIFT)
    piece = desk.piece("a")
    assert piece.snippet == PASSAGE and (piece.adapted or "").startswith("- Op {{ feit[")
    desk.settle()
    assert desk.writing.parts["stuk:a"].source == "aangepast"


def test_formatting_an_empty_place(desk: Desk) -> None:
    desk.at_start("leeg:vervolg:")
    desk.key(KEY.Key_L, CTRL | SHIFT)
    desk.keys("een")
    assert desk.letter.sections["vervolg"][0].text == "- een\n"


def test_writing_goes_on_behind_and_before_a_table(make_desk: MakeDesk, small: Letter) -> None:
    table = "| a | b |\n| --- | --- |\n| 1 | 2 |\n"
    desk = make_desk(own(small, table))
    desk.at_end("c")
    desk.keys("Na.")
    assert desk.written("c") == f"{table}\nNa.\n"
    desk.at_start("c")
    desk.keys("Voor.")
    assert desk.written("c") == f"Voor.\n\n{table}\nNa.\n"
    assert desk.page.textCursor().block().layout().lineAt(0).height() > 12
