"""Copying and pasting, to and from other programs and within the letter."""

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from composer.domain.letter import Letter
from composer.gui.editor.clips import OWN_MIME
from composer.gui.passages.model import MIME
from tests.gui.editor.conftest import FACT, PASSAGE, Desk, MakeDesk, own

KEY = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {color: red}</style></head><body>
<p class=MsoNormal><b>Let op:</b> dit is <i>nieuw</i><o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]>
<span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><![endif]>een punt</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'>
<span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>dieper</p>
<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table></body></html>"""


def paste(desk: Desk, html: str = "", text: str = "", *, plain: bool = False) -> None:
    data = QMimeData()
    if html:
        data.setHtml(html)
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)
    desk.key(KEY.Key_V, CTRL | SHIFT if plain else CTRL)


def drop(desk: Desk, position: int, data: QMimeData) -> QDropEvent:
    """Drags from another program to a place in the text, and lets go there."""
    cursor = QTextCursor(desk.page.document())
    cursor.setPosition(position)
    here = desk.page.cursorRect(cursor).center()
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    for kind in (QDragEnterEvent, QDragMoveEvent):
        QApplication.sendEvent(desk.page.viewport(), kind(here, both, data, left, none))
    dropped = QDropEvent(QPointF(here), both, data, left, none)
    dropped.setDropAction(Qt.DropAction.MoveAction)
    QApplication.sendEvent(desk.page.viewport(), dropped)
    return dropped


def dragged(html: str = "", text: str = "") -> QMimeData:
    data = QMimeData()
    data.setHtml(html) if html else None
    data.setText(text) if text else None
    return data


def test_words_dragged_from_word_come_where_they_are_dropped_as_pasted(desk: Desk) -> None:
    before = desk.written("c")
    desk.at_end("a")
    dropped = drop(desk, desk.find("c", "aan het plan"), dragged(WORD))
    assert (dropped.isAccepted(), dropped.dropAction()) == (True, Qt.DropAction.CopyAction)
    assert "werken wij door **Let op:** dit is _nieuw_\n\n- een punt\n  1. dieper\n\n| a | b |" in desk.written("c")
    assert "red" not in desk.written("c")
    assert desk.session.undo_words == "plakken"
    desk.ctrl(KEY.Key_Z)
    assert desk.written("c") == before


def test_plain_words_join_the_line_they_are_dropped_in(desk: Desk) -> None:
    drop(desk, desk.find("c", "aan het plan"), dragged(text="hard "))
    assert "werken wij door hard aan het plan." in desk.written("c")


def test_a_file_is_not_dropped_in_the_letter(desk: Desk) -> None:
    before, data = desk.letter, dragged(text="/ergens/brief.docx")
    data.setUrls([QUrl.fromLocalFile("/ergens/brief.docx")])
    assert not drop(desk, desk.find("c", "aan het plan"), data).isAccepted()
    assert desk.letter == before


def test_words_dropped_where_nothing_can_be_written_say_why(desk: Desk) -> None:
    before = desk.letter
    drop(desk, desk.bounds("kop:gevolgen")[0], dragged(text="x"))
    assert desk.letter == before


def test_words_from_word_keep_their_shape(desk: Desk) -> None:
    desk.at_end("c")
    desk.key(KEY.Key_Return)
    paste(desk, WORD)
    pasted = "**Let op:** dit is _nieuw_\n\n- een punt\n  1. dieper\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n"
    assert desk.written("c").endswith(f"Tot ziens.\n\n{pasted}")
    assert "red" not in desk.written("c")
    desk.ctrl(KEY.Key_Z)
    assert desk.written("c").endswith("Tot ziens.\n")


def test_one_paragraph_joins_the_line_of_the_cursor(desk: Desk) -> None:
    desk.put("c", "door ")
    paste(desk, "<p>heel <b>hard</b></p>")
    assert "wij door heel **hard**aan het plan." in desk.written("c")
    desk.keys("!")
    assert "door heel hard!aan het plan." in desk.words("c")


def test_lines_come_between_what_stands_before_and_behind_the_cursor(desk: Desk) -> None:
    desk.put("c", "aan het plan.")
    paste(desk, "<p>Een.</p><ul><li>twee</li></ul><p>Drie.</p>")
    assert desk.written("c").startswith(
        "In de regio werken wij door aan het plan.Een.\n\n- twee\n\nDrie. Vragen? Bel {{ gemeente.adres }}."
    )
    desk.keys("!")
    assert "Drie.! Vragen?" in desk.written("c")


def test_plain_text_is_pasted_as_words(desk: Desk) -> None:
    desk.at_end("c")
    paste(desk, "<b>vet</b>", " en **meer**", plain=True)
    assert desk.written("c").endswith("Tot ziens. en \\*\\*meer\\*\\*\n")
    paste(desk, text="een\n- twee", plain=False)
    assert desk.written("c").endswith("meer\\*\\*een\n\n- twee\n")


def test_pasting_replaces_what_is_selected(desk: Desk) -> None:
    desk.select_words("c", "door aan het plan")
    paste(desk, text="verder")
    assert desk.written("c").startswith("In de regio werken wij verder.")


def test_pasting_in_a_table_stays_in_its_cell(make_desk: MakeDesk, small: Letter) -> None:
    desk = make_desk(own(small, "| a | b |\n| --- | --- |\n| 1 | 2 |\n"))
    desk.put("c", "1")
    paste(desk, "<ul><li>x</li><li>y</li></ul>")
    assert desk.piece("c").text == "| a | b |\n| --- | --- |\n| 1x y | 2 |\n"


def test_pasting_in_an_empty_place_makes_a_piece(desk: Desk) -> None:
    desk.at_start("leeg:vervolg:")
    paste(desk, "<p>Een.</p><p>Twee.</p>")
    assert desk.letter.sections["vervolg"][0].text == "Een.\n\nTwee.\n"


def test_pasting_in_a_heading_of_the_template_is_refused(desk: Desk) -> None:
    before = desk.letter
    desk.at_end("kop:gevolgen")
    paste(desk, text="x")
    assert desk.letter == before


def test_a_copy_is_html_and_words_without_markup(desk: Desk) -> None:
    desk.select(*desk.bounds("a"))
    desk.ctrl(KEY.Key_C)
    data = QGuiApplication.clipboard().mimeData()
    assert data.html().startswith("<p>Op 29 november 2024 nam") and "{{" not in data.html()
    assert data.text().startswith("Op 29 november 2024 nam") and "[^" not in data.text()


def test_within_the_letter_values_and_citations_go_along(desk: Desk) -> None:
    desk.select(desk.bounds("a")[0], desk.find("a", " De titel"))
    desk.ctrl(KEY.Key_C)
    assert QGuiApplication.clipboard().mimeData().hasFormat(OWN_MIME)
    desk.at_end("c")
    desk.keys(" ")
    desk.ctrl(KEY.Key_V)
    text = desk.piece("c").text or ""
    assert "Tot ziens. Op {{ feit[" in text and f"[^{FACT}]" in text


def test_cutting_takes_it_away(desk: Desk) -> None:
    desk.select_words("c", " Vragen?")
    desk.ctrl(KEY.Key_X)
    assert "Vragen" not in desk.written("c")
    desk.at_end("c")
    desk.ctrl(KEY.Key_V)
    assert desk.written("c").endswith("Tot ziens. Vragen?\n")


def test_copying_several_pieces_keeps_lists_and_tables(make_desk: MakeDesk, small: Letter) -> None:
    desk = make_desk(own(small, "Een.\n\n- twee\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\nNa.\n"))
    desk.select(*desk.bounds("c"))
    desk.ctrl(KEY.Key_C)
    data = QGuiApplication.clipboard().mimeData()
    assert data.html() and "<li>twee</li>" in data.html() and "<td>2</td>" in data.html()
    assert "- twee\na\tb\n1\t2\nNa." in data.text()


def test_a_passage_from_the_library_can_be_dropped(desk: Desk) -> None:
    data = QMimeData()
    data.setData(MIME, PASSAGE.encode())
    assert desk.page.canInsertFromMimeData(data)
    desk.at_end("c")
    QTest.mouseClick(desk.page.viewport(), Qt.MouseButton.RightButton, pos=desk.rect_of("c", "plan"))
    desk.page.insertFromMimeData(data)
    assert [piece.snippet for piece in desk.letter.sections["gevolgen"]] == [PASSAGE, None, PASSAGE]


def test_pasting_lines_beside_a_table(make_desk: MakeDesk, small: Letter) -> None:
    table = "| a | b |\n| --- | --- |\n| 1 | 2 |\n"
    desk = make_desk(own(small, table))
    desk.at_end("c")
    paste(desk, "<p>Een.</p><ul><li>twee</li></ul>")
    assert desk.written("c") == f"{table}\nEen.\n\n- twee\n"
    desk.keys("!")
    assert desk.written("c").endswith("- twee!\n")
    desk.at_start("c")
    desk.key(KEY.Key_L, CTRL | SHIFT)
    desk.keys("eerst")
    assert desk.written("c").startswith("- eerst\n\n| a |")
