"""Pasted HTML as the programs write it that people have open: Word, Word in a browser, Outlook, Google Docs, Excel."""

import pytest

from composer.assemble.markdown_writer import to_markdown
from composer.work.writing.lines import TableLine, blocks_of
from composer.work.writing.pasting import lines_from_html, lines_from_text

HEAD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=ProgId content=Word.Document><!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]-->
<style><!-- p.MsoNormal {mso-style-parent:""; color: red} --></style></head><body lang=NL><!--StartFragment-->"""
IGNORED = "<![if !supportLists]><span style='mso-list:Ignore'>{}<span>&nbsp; </span></span><![endif]>"


def item(level: int, sign: str, words: str) -> str:
    """A list item as Word puts it on the clipboard."""
    style = f"margin-left:{36 * level}.0pt;text-indent:-18.0pt;mso-list:l0 level{level} lfo1"
    return f"<p class=MsoListParagraph style='{style}'>{IGNORED.format(sign)}{words}<o:p></o:p></p>"


def read(html: str) -> str:
    return to_markdown(blocks_of(lines_from_html(html)))


def word(html: str) -> str:
    return read(f"{HEAD}{html}<!--EndFragment--></body></html>")


def test_bold_and_italic_of_word_stay() -> None:
    """Word says of each that other scripts are not."""
    html = "<b style='mso-bidi-font-weight:normal'>raad</b> en <i style='mso-bidi-font-style:normal'>college</i>"
    assert word(f"<p class=MsoNormal>De {html}<o:p></o:p></p>") == "De **raad** en _college_\n"
    assert word("<p><span style='font-weight: bold'>vet</span></p>") == "**vet**\n"


def test_lists_of_word_stay() -> None:
    html = item(1, "·", "een") + item(2, "o", "dieper") + item(1, "·", "twee") + item(1, "a)", "geteld")
    assert word(html) == "- een\n  - dieper\n- twee\n\n1. geteld\n"


def test_a_numbered_heading_is_a_heading() -> None:
    html = f"<h1 style='mso-list:l1 level1 lfo2'>{IGNORED.format('1.')}Inleiding<o:p></o:p></h1><h3>Verder</h3>"
    assert word(html) == "## Inleiding\n\n### Verder\n"


def test_links_stay_and_those_to_a_disk_or_a_place_in_the_document_are_words() -> None:
    html = (
        '<p><a href="https://vng.nl"><span style="color:blue">VNG</span></a>, <a href="mailto:a@b.nl">mail</a>, '
        '<a href="file:///C:/stuk.docx">stuk</a>, <a href="#_Toc1">kop</a>, <a href="javascript:x()">x</a></p>'
    )
    assert word(html) == "[VNG](https://vng.nl), [mail](mailto:a@b.nl), stuk, kop, x\n"


@pytest.mark.parametrize(
    "dropped",
    [
        '<del cite="mailto:x">geschrapt</del>',
        '<span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[AB1]</a></span>',
        '<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>',
        "<span style='display:none'>verborgen</span>",
        "<span style='mso-hide:all'>verborgen</span>",
        "<o:p>&nbsp;</o:p>",
        '<img src="x.png" alt="plaatje">',
        "<button>Deel</button>",
        "\u200b",
        "\u00ad",
    ],
)
def test_what_is_no_text_of_the_letter_goes(dropped: str) -> None:
    assert word(f"<p class=MsoNormal>Een{dropped} zin.</p>") == "Een zin.\n"


def test_notes_and_remarks_below_the_text_go() -> None:
    note = "<div style='mso-element:footnote-list'><div id=ftn1><p class=MsoFootnoteText>[1] Bron.</p></div></div>"
    remark = "<div style='mso-element:comment-list'><div><p class=MsoCommentText>Klopt dit?</p></div></div>"
    assert word(f"<p>Een zin.</p>{note}{remark}") == "Een zin.\n"


def test_an_arrow_of_word_is_an_arrow() -> None:
    symbol = "<span style='font-family:Wingdings;mso-char-type:symbol;mso-symbol-font-family:Wingdings'>à</span>"
    assert word(f"<p>nu {symbol} straks, à la carte</p>") == "nu → straks, à la carte\n"


def test_raised_figures_stay_raised() -> None:
    assert word("<p>40 m<sup>2</sup> in de 2<sup>e</sup> wijk</p>") == "40 m² in de 2e wijk\n"


def test_a_cell_over_two_columns_keeps_the_columns_right() -> None:
    html = (
        "<table><tr><td colspan=2><p>over twee</p></td><td>x</td></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>"
    )
    (table,) = lines_from_html(html)
    assert isinstance(table, TableLine)
    assert [len(row) for row in table.rows] == [3, 3]
    assert table.rows[0][1] == ()


def test_one_cell_of_a_spreadsheet_is_only_words() -> None:
    assert read("<table><col width=64><tr><td>12,5</td></tr></table>") == "12,5\n"


def test_word_in_a_browser() -> None:
    html = (
        '<p role="heading" aria-level="2"><span>Kop</span><span class="EOP">&nbsp;</span></p>'
        '<div><ul><li aria-level="1"><p><b>een</b><span class="EOP">&nbsp;</span></p></li></ul></div>'
        '<div><ul><li aria-level="2"><p>dieper<span class="EOP">&nbsp;</span></p></li></ul></div>'
    )
    assert read(html) == "## Kop\n\n- **een**\n  - dieper\n"


def test_google_docs_does_not_make_everything_bold() -> None:
    html = (
        '<b style="font-weight:normal;" id="docs-internal-guid-1"><p><span style="font-weight:400">Gewoon </span>'
        '<span style="font-weight:700;font-style:italic">vet</span></p><ul><li aria-level="1"><p>een</p></li>'
        '<ul><li aria-level="2"><p>dieper</p></li></ul></ul></b>'
    )
    assert read(html) == "Gewoon **_vet_**\n\n- een\n  - dieper\n"


def test_plain_text_with_signs_is_a_list() -> None:
    assert (
        to_markdown(blocks_of(lines_from_text("Punten:\n- een\n• twee\n1. drie\n")))
        == "Punten:\n\n- een\n- twee\n\n1. drie\n"
    )


def test_whatever_is_pasted_gives_lines() -> None:
    for html in (
        "<p>een<p>twee<li>x<b>vet",
        "</table></td><table><td>",
        "<li><li><ul></p>",
        "<table></table>",
        "<![if x]>",
    ):
        lines_from_html(html)
