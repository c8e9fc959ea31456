"""Word templates of organisations made into house styles: what is recognised, kept, added, taken out and refused."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2  # pyright: ignore[reportMissingTypeStubs]
import pytest

from composer.domain.errors import ComposerError
from composer.export.house_style import Contents, HouseStyle, load_house_style
from composer.export.house_styles.inspection import Choices, proposed
from composer.export.to_docx import to_docx
from composer.export.to_pdf import to_pdf
from composer.export.validation import validate
from composer.ooxml.reading import read_package
from composer.work.documents import house_styles
from tests.export.documents import letter
from tests.export.houses import HOUSES
from tests.export.judges import complaints, names, part, pdf_complaints, text, words
from tests.export.tagged import tagged
from tests.ooxml.test_reading import REFUSED, zipped


@pytest.mark.parametrize("kind", HOUSES)
def test_a_letter_has_no_fault_that_its_template_does_not_have(
    kind: str, templates: dict[str, Path], adopted: dict[str, HouseStyle], tmp_path: Path
) -> None:
    before = complaints(house_styles.inspect(templates[kind]).package.to_bytes(), tmp_path)
    data = to_docx(letter(draft=True), adopted[kind])
    assert set(complaints(data, tmp_path)) <= set(before)
    assert validate(data, ".docx", adopted[kind]) == ()


@pytest.mark.parametrize("kind", HOUSES)
def test_the_pdf_is_accessible_in_any_house_style(kind: str, adopted: dict[str, HouseStyle]) -> None:
    assert pdf_complaints(to_pdf(letter(draft=True), adopted[kind])) == []


@pytest.mark.parametrize(
    ("kind", "named", "font", "pages"),
    [
        ("dutch_letterhead", {"kop1": "heading 1", "opsomming": "List Bullet"}, "Arial", ("volgende", "eerste")),
        ("german", {"kop1": "heading 1", "titel": "Title"}, "Calibri", ("volgende",)),
        ("no_heading_styles", {"kop1": "Blokje", "titel": ""}, "Georgia", ("volgende",)),
        ("odd_and_even", {"kop1": "heading 1", "titel": "Title"}, "Calibri", ("volgende", "eerste", "even")),
    ],
)
def test_what_is_recognised(
    kind: str, named: dict[str, str], font: str, pages: tuple[str, ...], templates: dict[str, Path]
) -> None:
    found = house_styles.inspect(templates[kind])
    styles = {style.kind: style.name for style in found.styles}
    assert {key: styles[key] for key in named} == named
    assert found.fonts.text == font
    assert tuple(page.kind for page in found.pages) == pages


@pytest.mark.parametrize(
    ("kind", "tags"),
    [
        ("dutch_letterhead", ["kenmerk", "datum"]),
        ("content_controls", ["kenmerk", "datum", "onderwerp", "organisatie"]),
        ("dotx_with_bookmarks", ["kenmerk", "datum"]),
    ],
)
def test_places_to_fill_are_found_whatever_marks_them(kind: str, tags: list[str], templates: dict[str, Path]) -> None:
    assert [place.tag for place in house_styles.inspect(templates[kind]).places] == tags


def test_what_is_missing_is_told_and_added(templates: dict[str, Path], adopted: dict[str, HouseStyle]) -> None:
    found = house_styles.inspect(templates["no_heading_styles"])
    assert any("opsomming" in told and "voetnoot" in told for told in found.added)
    assert any("bladnummers" in told for told in found.added)
    data = to_docx(letter(), adopted["no_heading_styles"])
    assert 'w:val="List Bullet"' in text(data, "word/styles.xml")
    footers = [words(part(data, name)) for name in names(data) if name.startswith("word/footer")]
    assert any("Bladnummer" in footer for footer in footers)


def test_what_runs_or_comes_from_elsewhere_is_told_and_gone(
    templates: dict[str, Path], adopted: dict[str, HouseStyle]
) -> None:
    told = " ".join(house_styles.inspect(templates["with_macros"]).removed)
    for word in ("macro", "ander sjabloon", "niet in het bestand zelf"):
        assert word in told
    data = to_docx(letter(), adopted["with_macros"])
    everything = "".join(text(data, name) for name in names(data) if name.endswith((".xml", ".rels")))
    for trace in ("vbaProject", "attachedTemplate", "elders.example", "macroEnabled"):
        assert trace not in everything
        assert not any(trace in name for name in names(data))


def test_changes_and_people_are_told_and_gone(templates: dict[str, Path], adopted: dict[str, HouseStyle]) -> None:
    told = " ".join(house_styles.inspect(templates["odd_and_even"]).removed)
    assert "bijgehouden wijzigingen" in told
    assert "namen van wie" in told
    package = adopted["odd_and_even"].package
    everything = "".join(package.read(name).decode() for name in package.names if name.endswith(".xml"))
    for trace in ("Jansen", "Pietersen", "w:ins ", "trackRevisions"):
        assert trace not in everything


def test_a_watermark_is_told_and_gone_and_a_draft_has_its_own(
    templates: dict[str, Path], adopted: dict[str, HouseStyle]
) -> None:
    assert any("watermerk" in told for told in house_styles.inspect(templates["old_letter"]).removed)
    for draft in (True, False):
        data = to_docx(letter(draft=draft), adopted["old_letter"])
        headers = [text(data, name) for name in names(data) if re.fullmatch(r"word/header\d*\.xml", name)]
        assert {header.count("CONCEPT") for header in headers} == ({2} if draft else {0})


def test_a_sign_that_no_font_has_is_told_and_does_not_stop_the_pdf(
    templates: dict[str, Path], adopted: dict[str, HouseStyle]
) -> None:
    assert any("☎" in told for told in house_styles.inspect(templates["dutch_letterhead"]).remarks)
    pages: Any = pypdfium2.PdfDocument(to_pdf(letter(), adopted["dutch_letterhead"]))
    said = pages[0].get_textpage().get_text_bounded()
    assert "0123 456 789" in said
    assert "☎" not in said


KEPT_WORDS = {
    "dutch_letterhead": ("word/header", "Gemeente Oeverland"),
    "german": ("word/header", "Amt Nordersee"),
    "columns_in_header": ("word/header", "Samenwerking Twee Rivieren"),
    "notes_and_numbering": ("word/footnotes.xml", "Vaste noot van het huis"),
    "content_controls": ("word/header", "Gemeente Bernheze"),
    "floating_letterhead": ("word/header", "3000 AB Havenstad"),
    "landscape_annex": ("word/header", "Regio De Lage Landen"),
    "odd_and_even": ("word/header", "links: even bladzijde"),
    "two_text_columns": ("word/header", "Raadsnieuws"),
}


@pytest.mark.parametrize("kind", KEPT_WORDS)
def test_headers_and_old_notes_are_kept(kind: str, adopted: dict[str, HouseStyle]) -> None:
    place, expected = KEPT_WORDS[kind]
    data = to_docx(letter(), adopted[kind])
    assert any(
        expected in words(part(data, name)) for name in names(data) if name.startswith(place) and "rels" not in name
    )


@pytest.mark.parametrize(
    "kind", ["dutch_letterhead", "columns_in_header", "dotx_with_bookmarks", "floating_letterhead"]
)
def test_logos_are_kept_and_speak(kind: str, adopted: dict[str, HouseStyle]) -> None:
    data = to_docx(letter(), adopted[kind])
    headers = "".join(text(data, name) for name in names(data) if re.fullmatch(r"word/header\d*\.xml", name))
    assert re.search(r'<wp:docPr [^>]*descr="[^"]+"', headers)
    assert adopted[kind].settings.logo is not None
    assert any(each.found("Figure") for each in tagged(to_pdf(letter(), adopted[kind])))


def test_lines_of_a_text_box_stand_below_each_other(adopted: dict[str, HouseStyle]) -> None:
    page: Any = pypdfium2.PdfDocument(to_pdf(letter(), adopted["floating_letterhead"]))[0]
    words: Any = page.get_textpage()
    places = [words.get_charbox(words.search(line).get_next()[0]) for line in ("Stadhuisplein", "3000 AB", "www.haven")]
    lefts, tops = {round(place[0]) for place in places}, [place[3] for place in places]
    assert max(lefts) - min(lefts) < 2
    assert tops[0] - tops[1] > 15
    assert tops[1] - tops[2] > 15


def test_kept_text_stands_before_the_letter_and_goes_on_counting(adopted: dict[str, HouseStyle]) -> None:
    style = adopted["notes_and_numbering"]
    data = to_docx(letter(), style)
    body = words(part(data, "word/document.xml"))
    assert body.index("Tweede vaste punt") < body.index("Zie ook onze eigen noot") < body.index("Geachte leden")
    ids = re.findall(r'<w:footnoteReference w:id="(\d+)"/>', text(data, "word/document.xml"))
    assert len(set(ids)) == len(ids) == len(letter().notes) + 1
    said = "".join("".join(each.words().split()) for each in tagged(to_pdf(letter(), style)))
    assert "1.Eerstevastepunt2.Tweedevastepunt" in said


def test_a_line_that_asks_for_what_the_letter_does_not_have_is_left_out(adopted: dict[str, HouseStyle]) -> None:
    style, told = adopted["dutch_letterhead"], letter()
    without = replace(told, properties=replace(told.properties, reference=""), blocks=told.blocks[1:])
    for document, there in ((told, True), (without, False)):
        assert ("Ons kenmerk" in words(part(to_docx(document, style), "word/document.xml"))) == there
        assert ("Ons kenmerk" in "".join(each.words() for each in tagged(to_pdf(document, style)))) == there


@pytest.mark.parametrize("kind", HOUSES)
def test_all_text_is_dutch(kind: str, adopted: dict[str, HouseStyle]) -> None:
    data = to_docx(letter(), adopted[kind])
    spoken = re.findall(
        r'<w:lang [^>]*?w:val="([^"]+)"', text(data, "word/styles.xml") + text(data, "word/document.xml")
    )
    assert set(spoken) == {"nl-NL"}


def test_the_letter_keeps_to_the_upright_section(adopted: dict[str, HouseStyle]) -> None:
    paper = adopted["landscape_annex"].base.section.paper
    assert paper.width < paper.height
    assert "liggend" not in text(to_docx(letter(), adopted["landscape_annex"]), "word/header1.xml")


@pytest.mark.parametrize("kind", REFUSED)
def test_what_no_honest_template_is_is_refused_with_a_reason(kind: str, tmp_path: Path) -> None:
    make, reason = REFUSED[kind]
    path = tmp_path / "huisstijl.docx"
    path.write_bytes(make())
    with pytest.raises(ComposerError, match=reason) as caught:
        house_styles.inspect(path)
    assert caught.value.path == path


def test_files_that_are_too_large_or_no_word_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(house_styles, "MAX_BYTES", 100)
    large, other = tmp_path / "groot.docx", tmp_path / "huisstijl.odt"
    large.write_bytes(b"PK" + bytes(500))
    for path, told in ((large, "te groot"), (other, "geen Word-document"), (tmp_path / "weg.docx", "niet te lezen")):
        with pytest.raises(ComposerError, match=told):
            house_styles.inspect(path)


def test_a_zip_without_a_document_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "leeg.docx"
    path.write_bytes(zipped(("[Content_Types].xml", b"<Types/>")))
    with pytest.raises(ComposerError, match="geen Word-document"):
        house_styles.inspect(path)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"styles": {"kop1": "Kop een"}}, "stijl “Kop een”"),
        ({"styles": {"kopp1": "heading 1"}}, "Bedoelde u “kop1”"),
        ({"places": {"word/document.xml#0": "kenmrk"}}, "Bedoelde u “kenmerk”"),
        ({"places": {"word/document.xml#99": "kenmerk"}}, "plaats “word/document.xml#99”"),
    ],
)
def test_choices_that_cannot_be_are_told(
    changes: dict[str, dict[str, str]], told: str, templates: dict[str, Path], tmp_path: Path
) -> None:
    inspection = house_styles.inspect(templates["content_controls"])
    with pytest.raises(ComposerError, match=told):
        house_styles.adopt(inspection, replace(proposed(inspection), **changes), tmp_path, "x")
    assert list(tmp_path.iterdir()) == []


def test_choices_are_kept_in_the_file(templates: dict[str, Path], tmp_path: Path) -> None:
    inspection = house_styles.inspect(templates["content_controls"])
    choices = Choices("Ons huis", notes="eindlijst", contents=Contents(from_headings=5), sources_page=True,
                      styles={"citaat": "Intense Quote"})  # fmt: skip
    settings = load_house_style(house_styles.adopt(inspection, choices, tmp_path, "ons-huis")).settings
    assert (settings.name, settings.notes, settings.sources_page) == ("Ons huis", "eindlijst", True)
    assert settings.contents == Contents(from_headings=5)
    assert settings.styles["citaat"] == "Intense Quote"
    with pytest.raises(ComposerError, match="bestaat al"):
        house_styles.adopt(inspection, choices, tmp_path, "ons-huis")


def test_small_faults_of_other_programs_are_mended(templates: dict[str, Path], adopted: dict[str, HouseStyle]) -> None:
    before = read_package(templates["columns_in_header"].read_bytes()).read("word/header1.xml").decode()
    after = adopted["columns_in_header"].package.read("word/header1.xml").decode()
    assert before.index("w:tblLook") < before.index("w:tblBorders")
    assert after.index("w:tblBorders") < after.index("w:tblLook")


def test_a_fault_of_the_house_itself_keeps_no_letter_back(adopted: dict[str, HouseStyle]) -> None:
    style = adopted["german"]
    broken = style.package.read("word/header1.xml").decode().replace("<w:rPr>", '<w:rPr><w:b w:val="misschien"/>')
    with_fault = HouseStyle(style.folder, style.settings, style.package.with_part("word/header1.xml", broken.encode()))
    assert with_fault.own_faults
    assert validate(to_docx(letter(), with_fault), ".docx", with_fault) == ()
