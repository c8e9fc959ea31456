"""What writing in a letter means for its pieces, without a window."""

from datetime import date

import pytest

from composer.assemble.runs import NOWHERE, Run
from composer.domain.document import Citation, FieldList, LineBreak, Paragraph, Quote, Text, Value
from composer.domain.errors import ComposerError
from composer.domain.letter import Letter, Piece
from composer.work.writing import editing, line_changes
from composer.work.writing.clipboard import to_html, to_plain
from composer.work.writing.diff import diff_words
from composer.work.writing.lines import (
    EMPTY,
    Line,
    Lines,
    TableLine,
    blocks_of,
    fits,
    joined,
    lines_of,
    normalised,
    without_blank_ends,
)
from composer.work.writing.links import address
from composer.work.writing.pasting import lines_from_html, lines_from_text


def line(text: str, **shape: object) -> Line:
    return Line((Run(Text(text)),) if text else (), **shape)  # pyright: ignore[reportArgumentType]


def words(lines: Lines) -> list[str]:
    return to_plain(lines).splitlines()


@pytest.fixture
def letter() -> Letter:
    return Letter.model_validate(
        {
            "sjabloon": "x",
            "landelijk": True,
            "datum": date(2024, 12, 12),
            "secties": {
                "een": [{"id": "a", "tekstblok": "blok"}, {"id": "b", "tekst": "eigen"}],
                "twee": [],
                "drie": [{"id": "c", "tekstblok": "blok", "aangepast": "anders"}],
            },
        }
    )


def ids(letter: Letter) -> dict[str, list[str]]:
    return {name: [piece.id for piece in pieces] for name, pieces in letter.sections.items()}


def test_a_passage_with_other_words_is_adapted(letter: Letter) -> None:
    original = (line("Zoals het was."),)
    changed = editing.with_lines(letter, "a", (line("Zoals het wordt."),), original)
    assert changed.piece("a") == Piece(id="a", snippet="blok", adapted="Zoals het wordt.\n")


def test_a_passage_with_its_own_words_is_itself_again(letter: Letter) -> None:
    original = (line("Zoals het was."),)
    assert editing.with_lines(letter, "c", (line("Zoals het was. "), EMPTY), original).piece("c") == Piece(
        id="c", snippet="blok"
    )


def test_own_words_stay_own_and_empty_ones_go(letter: Letter) -> None:
    changed = editing.with_lines(letter, "b", (line("Anders."),))
    assert changed.piece("b") == Piece(id="b", text="Anders.\n")
    assert ids(editing.with_lines(letter, "b", (line("  "), EMPTY)))["een"] == ["a"]


def test_an_open_choice_is_not_flattened(letter: Letter) -> None:
    gap = Value("veld.koers", None, "koers", NOWHERE)
    with pytest.raises(ComposerError, match="koers"):
        editing.with_lines(letter, "a", (Line((Run(gap),)),))
    assert "koers" in (editing.hindrance((Paragraph((gap,), NOWHERE),)) or "")


def test_words_in_an_empty_place_are_a_piece(letter: Letter) -> None:
    changed, name = editing.insert_own_text(letter, "een", "a", (line("Nieuw."),))
    assert ids(changed)["een"] == ["a", name, "b"]
    changed, name = editing.insert_own_text(letter, "twee", "", (line("Nieuw."),))
    assert ids(changed)["twee"] == [name] and changed.piece(name) == Piece(id=name, text="Nieuw.\n")


def test_a_passage_comes_behind_a_piece(letter: Letter) -> None:
    changed, name = editing.with_snippet(letter, "een", "b", "blok")
    assert ids(changed)["een"] == ["a", "b", name]


def test_putting_back_and_another_source(letter: Letter) -> None:
    assert editing.put_back(letter, "c").piece("c") == Piece(id="c", snippet="blok")
    assert editing.with_source(letter, "c", "{{ x }}").piece("c") == Piece(id="c", snippet="blok", adapted="{{ x }}")
    assert editing.with_source(letter, "b", "y").piece("b") == Piece(id="b", text="y")


def test_a_piece_goes_up_and_down_through_the_sections(letter: Letter) -> None:
    order = ("een", "twee", "drie")
    assert editing.above(letter, "a", order) is None
    assert editing.above(letter, "b", order) == editing.Spot("een", 0)
    assert editing.below(letter, "b", order) == editing.Spot("twee", 0)
    assert editing.above(letter, "c", order) == editing.Spot("twee", 0)
    assert editing.below(letter, "c", order) is None
    assert editing.spot_after(letter, "a", "een", "b") == editing.Spot("een", 1)
    assert editing.spot_after(letter, "a", "drie", "") == editing.Spot("drie", 0)


def test_lines_become_nested_lists() -> None:
    lines = (
        line("a", kind="item", level=1, start=1),
        line("b", kind="item", level=2, ordered=True, start=3),
        line("c", kind="vervolg", level=2),
        line("d", kind="item", level=1),
        line("e", kind="item", level=1, ordered=True),
        line("f"),
    )
    assert normalised(lines) == (*lines[:4], line("e", kind="item", level=1, ordered=True, start=1), line("f"))


def test_too_deep_an_item_comes_as_deep_as_it_can() -> None:
    assert normalised((line("a", kind="item", level=3),)) == (line("a", kind="item", level=1, start=1),)


def test_lines_without_words_go_and_their_number_stays() -> None:
    lines = (
        line("", kind="item", level=1, ordered=True, start=4),
        line("a ", kind="item", level=1, ordered=True),
        EMPTY,
    )
    assert without_blank_ends(lines) == (line("a", kind="item", level=1, ordered=True, start=4),)


def test_what_lines_cannot_say_does_not_fit() -> None:
    assert fits((Quote((Paragraph((Text("a"),), NOWHERE),), NOWHERE),))
    assert not fits((FieldList((), NOWHERE),))


def test_lists_on_and_off() -> None:
    lines = (line("a"), line("b"), line("c"))
    listed = line_changes.with_list(lines, 0, 1, ordered=True)
    assert words(normalised(listed)) == ["1. a", "2. b", "c"]
    assert line_changes.is_list(listed, 0, 1, ordered=True) and not line_changes.is_list(listed, 0, 2, ordered=True)
    assert normalised(line_changes.with_list(listed, 0, 1, ordered=False))[0] == line(
        "a", kind="item", level=1, start=1
    )
    assert line_changes.with_list(listed, 0, 1, ordered=True) == lines


def test_deeper_is_never_more_than_one() -> None:
    lines = normalised(
        (line("a", kind="item", level=1), line("b", kind="item", level=1), line("c", kind="item", level=1))
    )
    assert words(line_changes.indented(lines, 0, 0)) == ["- a", "- b", "- c"]
    deeper = line_changes.indented(lines, 1, 2)
    assert words(deeper) == ["- a", "  - b", "  - c"]
    assert words(line_changes.indented(deeper, 1, 1)) == ["- a", "  - b", "  - c"]
    assert words(line_changes.outdented(deeper, 1, 1)) == ["- a", "- b", "  - c"]
    assert words(line_changes.outdented(lines, 0, 0))[0] == "a"


def test_subheadings_on_and_off() -> None:
    lines = (line("a"), line("b"))
    changed = line_changes.with_heading(lines, 0, 0)
    assert changed == (line("a", kind="kop", level=2), line("b"))
    assert line_changes.with_heading(changed, 0, 0) == lines


def test_rows_and_columns() -> None:
    table = line_changes.new_table(2, 2)
    assert len(line_changes.with_row(table, 0).rows) == 3
    assert len(line_changes.with_column(table, 1).sides) == 3
    smaller = line_changes.without_column(table, 0)
    assert smaller is not None and line_changes.without_column(smaller, 0) is None
    less = line_changes.without_row(table, 0)
    assert less is not None and line_changes.without_row(less, 0) is None
    assert line_changes.with_table((line("a"), table), 1, None) == (line("a"),)


def test_joining_two_pieces() -> None:
    assert words(joined((line("a"), line("b")), (line("c"), line("d")))) == ["a", "bc", "d"]
    table = TableLine((((Run(Text("x")),),),), ("left",))
    assert joined((line("a"),), (table,)) == (line("a"), table)


def test_changed_words_stand_in_their_place() -> None:
    stretches = diff_words("De raad stemde voor.", "De hele raad stemde tegen.")
    assert [(s.change, s.text) for s in stretches] == [
        ("gelijk", "De "), ("nieuw", "hele "), ("gelijk", "raad stemde "), ("weg", "voor"), ("nieuw", "tegen"), ("gelijk", "."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "target"),
    [
        ("www.vng.nl/a", "https://www.vng.nl/a"), ("https://vng.nl", "https://vng.nl"), (" tel:123 ", "tel:123"),
        ("griffie@bernheze.nl", "mailto:griffie@bernheze.nl"), ("javascript:alert(1)", None), ("", None), ("een twee", None),
        ("file:///etc/passwd", None), ("raad", None),
    ],
)  # fmt: skip
def test_addresses(typed: str, target: str | None) -> None:
    assert address(typed) == target


def test_a_copy_has_no_notes_and_no_markup() -> None:
    value = Value("gemeente.naam", "Bernheze", "naam", NOWHERE, expression="gemeente.naam")
    row = (
        Run(Text("Wij & "), bold=True),
        Run(value),
        Run(Citation(("f",), NOWHERE)),
        Run(LineBreak()),
        Run(Text("x"), link="https://x.nl"),
    )
    lines = (Line(row), line("k", kind="kop", level=2), line("i", kind="item", level=1, ordered=True, start=3))
    words = '<p><strong>Wij &amp;</strong> Bernheze<br><a href="https://x.nl">x</a></p>'
    html = f'{words}\n<h2>k</h2>\n<ol start="3">\n<li>i</li>\n</ol>'
    assert to_html(lines) == html
    assert to_plain(lines) == "Wij & Bernheze\nx\nk\n3. i"


def test_html_of_a_browser() -> None:
    html = (
        '<meta charset="utf-8"><h1>Kop</h1><div>Een <strong>vet</strong> en <em>schuin</em> <a href="https://x.nl">woord</a>.</div>'
        "<ul><li>een<ul><li>diep</li></ul></li><li><p>twee</p><p>vervolg</p></li></ul><ol><li>num</li></ol>"
        "<blockquote><p>citaat</p></blockquote><script>weg()</script><img src=x>"
    )
    assert (
        to_plain(lines_from_html(html))
        == "Kop\nEen vet en schuin woord.\n- een\n  - diep\n- twee\n  vervolg\n1. num\ncitaat"
    )
    first = lines_from_html(html)[1]
    assert isinstance(first, Line)
    assert [(run.bold, run.italic, run.link) for run in first.row if not run.blank] == [
        (False, False, None), (True, False, None), (False, False, None), (False, True, None), (False, False, "https://x.nl"),
        (False, False, None),
    ]  # fmt: skip


def test_html_of_a_message_without_bold_in_bold() -> None:
    (found,) = lines_from_html('<b style="font-weight:normal">gewoon <span style="font-weight:700">vet</span></b>')
    assert isinstance(found, Line)
    assert [(run.bold) for run in found.row] == [False, True]


def test_unsafe_links_and_footnote_marks_are_dropped() -> None:
    (found,) = lines_from_html('<p>a <a href="javascript:x()">b</a><a href="#_ftn1">[1]</a></p>')
    assert isinstance(found, Line)
    assert found.row == (Run(Text("a b")),)


def test_a_table_without_all_its_cells() -> None:
    (found,) = lines_from_html("<table><tr><td>a<td>b</td></tr><tr><td><p>c</p><p>d</p></td></tr></table>")
    assert isinstance(found, TableLine)
    assert to_plain((found,)).splitlines()[1] == "c d\t"


def test_plain_text_with_items() -> None:
    assert words(lines_from_text("Zie:\r\n\r\n- een\n* twee\n1. drie\n")) == ["Zie:", "- een", "- twee", "1. drie"]


def test_hostile_html_is_only_words() -> None:
    assert lines_from_html("<" * 5000) == lines_from_html("<" * 5000)
    deep = "<div>" * 3000 + "x" + "</div>" * 3000
    assert to_plain(lines_from_html(deep)) == "x"


def test_lines_and_blocks_are_each_others_inverse() -> None:
    lines = (line("a"), line("k", kind="kop", level=2), line("q", quoted=True), line_changes.new_table(2, 2))
    assert lines_of(blocks_of(lines)) == lines
