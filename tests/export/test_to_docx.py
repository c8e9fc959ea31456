"""The Word writer: what stands where, by reading the file back."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from composer.domain.document import Block, Document
from composer.domain.provenance import CitedFact, CitedSource, Provenance, UsedText
from composer.export.house_style import Contents, HouseStyle
from composer.export.to_docx import to_docx
from composer.export.to_pdf import heading_pages
from composer.export.typography import curl
from composer.ooxml.markup import escape, parse
from tests.export.documents import (
    bullets,
    document,
    fields,
    h,
    item,
    letter,
    note,
    numbers,
    p,
    quote,
    table,
)
from tests.export.judges import W, complaints, names, paragraphs, part, text, words

BODY, NOTES, NUMBERING = "word/document.xml", "word/footnotes.xml", "word/numbering.xml"


def body(house_style: HouseStyle, *blocks: Block) -> str:
    """The markup of blocks alone, without the title before and the section after them."""
    markup = text(to_docx(document(*blocks), house_style), BODY)
    return markup.partition("Raadsinformatiebrief</w:t></w:r></w:p>")[2].partition("<w:sectPr>")[0]


@pytest.mark.parametrize("draft", [True, False], ids=["concept", "definitief"])
@pytest.mark.parametrize("notes", ["voetnoten", "eindlijst", "geen"])
def test_validators_find_nothing(
    notes: str, draft: bool, tmp_path: Path, with_settings: Callable[[str, str], HouseStyle]
) -> None:
    style = with_settings("noten: voetnoten", f"noten: {notes}")
    assert complaints(to_docx(letter(draft=draft), style), tmp_path) == []


def test_small_and_odd_letters_are_sound(neutral: HouseStyle, tmp_path: Path) -> None:
    odd = (
        document(),
        document(table("a | b", "c | d")),
        document(table("a", "b"), table("c", "d")),
        document(numbers(item(numbers("x"))), quote(bullets("y"), p("z"))),
        document(bullets(item(table("a", "b")), item()), h(6, "diep"), h(9, "dieper")),
        document(p("a^1 b^1"), notes=(note(1, "twee keer genoemd"),)),
        document(p("verweesd^7")),
    )
    for each in odd:
        assert complaints(to_docx(each, neutral), tmp_path) == []


def test_same_letter_same_bytes(neutral: HouseStyle) -> None:
    assert to_docx(letter(), neutral) == to_docx(letter(), neutral)
    infos = zipfile.ZipFile(io.BytesIO(to_docx(letter(), neutral))).infolist()
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
    assert infos[0].filename == "[Content_Types].xml"


def test_what_changes_is_stored_so_that_no_zlib_makes_other_bytes(neutral: HouseStyle) -> None:
    archive = zipfile.ZipFile(io.BytesIO(to_docx(letter(), neutral)))
    kept = {each.name: each.packed for each in neutral.package.parts}
    for info in archive.infolist():
        assert info.compress_type == zipfile.ZIP_STORED or info.filename in kept


def test_python_docx_reads_it(neutral: HouseStyle) -> None:
    opened = docx.Document(io.BytesIO(to_docx(letter(), neutral)))
    assert opened.core_properties.title == "Stand van zaken Integraal Zorgakkoord en de resolutie van de VNG"
    assert opened.core_properties.author == "Gemeente Bernheze"
    assert opened.core_properties.subject == "Raadsinformatiebrief"
    assert opened.core_properties.language == "nl-NL"
    assert str(opened.core_properties.created) == "2024-12-12 12:00:00+00:00"
    assert opened.core_properties.modified == opened.core_properties.created
    styles = [paragraph.style.name for paragraph in opened.paragraphs if paragraph.style]
    assert styles[0] == "Title"
    assert {"Veld", "Body Text", "Heading 1", "List Number", "List Bullet", "Quote"} <= set(styles)
    assert opened.sections[0].different_first_page_header_footer


def test_custom_properties(neutral: HouseStyle) -> None:
    custom = text(to_docx(letter(), neutral), "docProps/custom.xml")
    assert 'name="Peildatum"><vt:lpwstr>2024-12-10<' in custom
    assert 'name="Brief-id"><vt:lpwstr>7f3c2d1e-0000-4000-8000-000000000001<' in custom


def test_no_traces(neutral: HouseStyle) -> None:
    data = to_docx(letter(draft=True), neutral)
    everything = "".join(text(data, name) for name in names(data) if name.endswith((".xml", ".rels")))
    for trace in ("rsid", "en-US", "python-docx", "w:ins ", "w:del ", "lastModifiedBy", "2013", "\ue000", "\ue001"):
        assert trace not in everything
    assert not any("thumbnail" in name for name in names(data))
    assert set(re.findall(r'w:lang [^>]*w:val="([^"]+)"', everything)) == {"nl-NL"}


def test_notes_are_footnotes_in_the_running_text(neutral: HouseStyle) -> None:
    data = to_docx(
        document(p("Eerst.^1 Dan **vet^2**."), notes=(note(1, "Bron _een_."), note(2, "Bron twee."))), neutral
    )
    marks = part(data, BODY).findall(f".//{W}footnoteReference")
    assert [mark.get(f"{W}id") for mark in marks] == ["1", "2"]
    notes = [each for each in part(data, NOTES).iter(f"{W}footnote") if each.get(f"{W}type") is None]
    assert [(each.get(f"{W}id"), words(each)) for each in notes] == [("1", " Bron een."), ("2", " Bron twee.")]
    assert paragraphs(notes[0])[0][0] == "FootnoteText"


def test_links_in_notes_have_relations_of_the_notes(neutral: HouseStyle) -> None:
    data = to_docx(
        document(
            p("Zie [dit](https://x.nl/?a=1&b=2).^1"), notes=(note(1, "[dat](https://y.nl) en [dat](https://y.nl)"),)
        ),
        neutral,
    )
    assert 'Target="https://x.nl/?a=1&amp;b=2" TargetMode="External"' in text(data, "word/_rels/document.xml.rels")
    assert text(data, "word/_rels/footnotes.xml.rels").count("https://y.nl") == 1
    assert text(data, NOTES).count('r:id="koppeling1"') == 2


def test_second_reference_to_a_note_points_at_the_first(neutral: HouseStyle) -> None:
    data = to_docx(document(p("a^1 b^1"), notes=(note(1, "n"),)), neutral)
    assert text(data, BODY).count("<w:footnoteReference ") == 1
    assert " NOTEREF _Noot1 " in text(data, BODY)


def test_notes_as_a_list_at_the_end(with_settings: Callable[[str, str], HouseStyle]) -> None:
    data = to_docx(letter(), with_settings("noten: voetnoten", "noten: eindlijst"))
    assert "footnoteReference" not in text(data, BODY)
    assert paragraphs(part(data, BODY))[-9] == ("Heading1", "Bronnen")
    assert '<w:hyperlink w:anchor="_Bron1"' in text(data, BODY)


def test_no_notes(with_settings: Callable[[str, str], HouseStyle]) -> None:
    data = to_docx(letter(), with_settings("noten: voetnoten", "noten: geen"))
    assert "footnoteReference" not in text(data, BODY)
    assert "Bronnen" not in text(data, BODY)


def test_each_list_counts_for_itself(neutral: HouseStyle) -> None:
    data = to_docx(document(numbers("a", "b"), p("tussen"), numbers("c", start=5), bullets("d")), neutral)
    used = re.findall(r'<w:ilvl w:val="(\d)"/><w:numId w:val="(\d+)"/>', text(data, BODY))
    assert used == [("0", "4"), ("0", "4"), ("0", "5"), ("0", "3")]
    assert re.findall(r'<w:startOverride w:val="(\d+)"/>', text(data, NUMBERING)) == ["1", "5"]


def test_nested_lists_have_levels_and_stay_close(neutral: HouseStyle) -> None:
    markup = body(neutral, numbers(item("a", bullets("b"), numbers("c", start=3), "vervolg")))
    assert re.findall(r'w:pStyle w:val="(\w+)"/>(?:<w:numPr><w:ilvl w:val="(\d)")?', markup) == [
        ("ListNumber", "0"),
        ("ListNumber", "1"),
        ("ListNumber", "1"),
        ("ListContinue", ""),
    ]


def test_tables_repeat_their_header_and_keep_rows_whole(neutral: HouseStyle) -> None:
    markup = body(neutral, table("A | B", "**c** | d", "e | f", sides="lr"), p("na"))
    assert markup.count("<w:tblHeader/>") == 1
    assert markup.count("<w:cantSplit/>") == 3
    assert markup.count('<w:jc w:val="right"/>') == 3
    assert '<w:pStyle w:val="AlineaNaTabel"/>' in markup
    widths = [int(width) for width in re.findall(r'<w:gridCol w:w="(\d+)"/>', markup)]
    assert abs(sum(widths) - 9070) < 5


def test_fields_are_paragraphs_with_a_tab(neutral: HouseStyle) -> None:
    markup = body(neutral, fields(("Aan", "de raad"), ("Van", "{college}")))
    assert "<w:tbl>" not in markup
    assert markup.count("<w:tab/>") == 2
    assert re.findall(r'w:pStyle w:val="(\w+)"', markup) == ["Veld", "LaatsteVeld"]


def test_gaps_are_marked(neutral: HouseStyle) -> None:
    markup = body(neutral, p("Wie: {veld.portefeuillehouder}."))
    assert '<w:rStyle w:val="OpenPlek"/></w:rPr><w:t xml:space="preserve">[nog invullen: portefeuillehouder]' in markup


def test_what_belongs_together_does_not_break(neutral: HouseStyle) -> None:
    markup = body(
        neutral,
        p("Het kost € 150 miljoen op 29 november 2024 (art. 169, blz. 3, nr. {nummer=4}), dus “ja” en ’s avonds."),
    )
    assert "€\u00a0150\u00a0miljoen op 29\u00a0november 2024 (art.\u00a0169, blz.\u00a03, nr.\u00a0<" in markup
    assert "“ja” en ’s avonds" in markup


def test_bold_in_a_heading_is_written_out_for_styles_would_undo_it(neutral: HouseStyle) -> None:
    assert '<w:rStyle w:val="Strong"/>' not in body(neutral, h(1, "Een **vette** kop"))
    assert '<w:rStyle w:val="Strong"/>' in body(neutral, p("Een **vet** woord"))
    assert '<w:rStyle w:val="Strong"/></w:rPr><w:t' in body(neutral, p("**vet**"))
    assert '<w:rStyle w:val="Strong"/><w:i/>' in body(neutral, p("**vet _en schuin_**"))


def test_headings_skip_no_level(neutral: HouseStyle) -> None:
    markup = body(neutral, h(1, "een"), h(3, "drie"), h(3, "nog een"), h(1, "een"))
    assert re.findall(r'w:pStyle w:val="Heading(\d)"', markup) == ["1", "2", "2", "1"]


def test_closing_stays_together(neutral: HouseStyle) -> None:
    made = document(p("slot"), p("Groet,"), p("wij"), p("zij"), p("hij"), h(1, "Bijlagen"), numbers("x"), closing=1)
    markup = text(to_docx(made, neutral), BODY)
    assert markup.count("<w:keepNext/><w:keepLines/>") == 3
    assert "<w:keepNext/>" not in markup.partition("hij")[0].rpartition("<w:p>")[2]
    assert [
        style for style, words in paragraphs(part(to_docx(made, neutral), BODY)) if words in {"wij", "zij", "hij"}
    ] == [
        "BodyText",
        "Signature",
        "Signature",
    ]


def test_announcement_stays_with_its_list(neutral: HouseStyle) -> None:
    assert "<w:keepNext/>" in body(neutral, p("Namelijk:"), bullets("a"))
    assert "<w:keepNext/>" not in body(neutral, p("Klaar."), bullets("a"))


def test_draft_is_marked_on_every_page(neutral: HouseStyle) -> None:
    for draft, count in ((True, 2), (False, 0)):
        data = to_docx(letter(draft=draft), neutral)
        headers = [name for name in names(data) if name.startswith("word/header")]
        assert sum('string="CONCEPT"' in text(data, name) for name in headers) == count


def test_headers_show_the_letter(neutral: HouseStyle) -> None:
    data = to_docx(letter(), neutral)
    assert words(part(data, "word/header2.xml")) == "Gemeente Bernheze"
    assert words(part(data, "word/header1.xml")) == "Gemeente BernhezeZ/24/104512"
    assert words(part(data, "word/footer1.xml")) == (
        "Stand van zaken Integraal Zorgakkoord en de resolutie van de VNGBladnummer 2 van 2"
    )
    assert 'descr="Beeldmerk: een trapgevel"' in text(data, "word/header2.xml")
    assert "w:sdt" not in text(data, "word/footer1.xml")


@pytest.mark.parametrize(
    "nasty", ["<w:p>&amp;", "a\x00b\x1fc\ud800d\ufffe", "]]>", '"quoted" & <b>', "\ue000organisatie\ue001"]
)
def test_text_is_never_markup(nasty: str, neutral: HouseStyle, tmp_path: Path) -> None:
    made = document(p(nasty), h(1, nasty), table(nasty, nasty), fields((nasty, nasty)), notes=(note(1, nasty),))
    made = Document(made.properties, (*made.blocks, p("x^1")), made.notes)
    data = to_docx(made, neutral)
    assert complaints(data, tmp_path) == []
    expected = parse(f"<a>{escape(nasty)}</a>".encode()).text or ""
    assert curl(expected) in words(part(data, BODY))


def dressed_letter(house_style: HouseStyle, **settings: object) -> HouseStyle:
    return HouseStyle(house_style.folder, house_style.settings.model_copy(update=settings), house_style.package)


def test_a_list_of_contents_has_its_results_and_leads_to_the_headings(neutral: HouseStyle, tmp_path: Path) -> None:
    style = dressed_letter(neutral, contents=Contents(from_headings=3))
    data = to_docx(letter(), style)
    markup = text(data, BODY)
    entries = re.findall(
        r'<w:pStyle w:val="Toc\d"/>.*?w:anchor="(\w+)".*?<w:t[^>]*>([^<]+)</w:t>.*?<w:t>(\d+)</w:t>', markup
    )
    headings = [(words, heading_pages(letter(), style)[number]) for number, (_, words) in enumerate(_headings(data))]
    assert [(words, int(page)) for _, words, page in entries] == headings
    assert {anchor for anchor, _, _ in entries} <= set(re.findall(r'<w:bookmarkStart [^>]*w:name="(\w+)"', markup))
    assert complaints(data, tmp_path) == []
    assert "TOC" not in text(to_docx(document(h(1, "een"), p("x")), style), BODY)


def _headings(data: bytes) -> list[tuple[str, str]]:
    return [(style, words) for style, words in paragraphs(part(data, BODY)) if style.startswith("Heading")]


def test_a_page_of_sources_tells_what_the_letter_rests_on(neutral: HouseStyle, tmp_path: Path) -> None:
    source = CitedSource("bron", "De resolutie", "VNG", "29 november 2024", "0" * 64, (1, 3), "https://vng.nl/x")
    made = replace(letter(), provenance=Provenance(sources=(source,)))
    data = to_docx(made, dressed_letter(neutral, sources_page=True))
    told = words(part(data, BODY)).partition("Bronnen en peildatum")[2]
    for expected in ("10\u00a0december 2024", "De resolutie", "29\u00a0november 2024", "1, 3"):
        assert expected in told
    assert complaints(data, tmp_path) == []
    assert "Bronnen en peildatum" not in words(part(to_docx(made, neutral), BODY))


def test_words_break_when_the_house_wants_it(neutral: HouseStyle) -> None:
    for wanted in (True, False):
        data = to_docx(letter(), dressed_letter(neutral, hyphenate=wanted))
        assert ("<w:autoHyphenation/>" in text(data, "word/settings.xml")) == wanted


def test_notes_count_anew_on_each_page_when_the_house_wants_it(neutral: HouseStyle, tmp_path: Path) -> None:
    data = to_docx(letter(), dressed_letter(neutral, note_counting="per_pagina"))
    assert '<w:numRestart w:val="eachPage"/>' in text(data, "word/settings.xml")
    assert complaints(data, tmp_path) == []


def test_the_letters_own_data_travels_along(neutral: HouseStyle) -> None:
    source = CitedSource("bron", "De <resolutie>", "VNG", "29 november 2024", "0" * 64, (1,))
    made = replace(letter(), provenance=Provenance(UsedText("brief", "1" * 64), (UsedText("a", "2" * 64, adapted=True),),
                                               (CitedFact("feit", "3" * 64, (1,)),), (source,)))  # fmt: skip
    item = part(to_docx(made, neutral), "customXml/item1.xml")
    assert item.get("peildatum") == "2024-12-10"
    tags = {str(each.tag).rpartition("}")[2]: each for each in item.iter()}
    assert tags["tekstblok"].get("aangepast") == "ja"
    assert (tags["feit"].get("sha256"), tags["bron"].text) == ("3" * 64, "De <resolutie>")


def test_the_last_words_stay_with_the_signature(neutral: HouseStyle) -> None:
    made = document(p("slot"), p("Groet,"), p("wij"), p("zij"), closing=1)
    assert "<w:keepNext/>" in text(to_docx(made, neutral), BODY).partition("slot<")[0].rpartition("<w:p>")[2]
