"""House styles: reading them, and letters in bases that others made."""

import io
import shutil
from pathlib import Path

import docx
import pytest

from composer.domain.errors import ComposerError
from composer.export.house_style import HouseStyle, Settings, load_house_style
from composer.export.to_docx import to_docx
from composer.ooxml.relations import reachable
from tests.export.bases import BASES, CONTROL, controls, dutch_ids, odd_even_and_first, pictures_and_links
from tests.export.conftest import NEUTRAL
from tests.export.documents import letter
from tests.export.judges import complaints, names, paragraphs, part, text, words


def in_base(kind: str) -> HouseStyle:
    return HouseStyle(NEUTRAL, Settings.model_validate({"naam": kind}), BASES[kind]())


@pytest.mark.parametrize("kind", BASES)
def test_a_letter_in_any_base_is_as_sound_as_the_base(kind: str, tmp_path: Path) -> None:
    style = in_base(kind)
    before = complaints(style.package.to_bytes(), tmp_path)
    assert set(complaints(to_docx(letter(draft=True), style), tmp_path)) <= set(before)


@pytest.mark.parametrize("kind", BASES)
def test_no_base_leaves_its_text_or_people_behind(kind: str) -> None:
    data = to_docx(letter(), in_base(kind))
    everything = "".join(text(data, name) for name in names(data) if name.endswith((".xml", ".rels")))
    for trace in ("Deze tekst verdwijnt", "python-docx", "w:rsid", 'w:val="en-US"'):
        assert trace not in everything
    assert not any("thumbnail" in name for name in names(data))
    opened = docx.Document(io.BytesIO(data))
    assert opened.core_properties.author == "Gemeente Bernheze"


def test_styles_are_found_by_name_whatever_their_ids() -> None:
    base = HouseStyle(NEUTRAL, Settings.model_validate({"naam": "x"}), dutch_ids()).base
    assert (base.styles["kop1"], base.styles["opsomming"], base.styles["titel"]) == ("Kop1", "Lijstopsomteken", "Titel")
    assert base.styles["voetnoottekst"] == "FootnoteText"


def test_a_named_style_of_the_house_is_used() -> None:
    settings = Settings.model_validate({"naam": "x", "stijlen": {"alinea": "Normal", "citaat": "Intense Quote"}})
    base = HouseStyle(NEUTRAL, settings, BASES["plain"]()).base
    assert (base.styles["alinea"], base.styles["citaat"]) == ("Normal", "IntenseQuote")


def test_controls_in_the_footer_are_filled() -> None:
    style = HouseStyle(NEUTRAL, Settings.model_validate({"naam": "x"}), controls())
    data = to_docx(letter(), style)
    footer = next(name for name in names(data) if name.startswith("word/footer"))
    assert CONTROL.partition(">")[0] not in text(data, footer)
    assert words(part(data, footer)) == "Stand van zaken Integraal Zorgakkoord en de resolutie van de VNG"


def test_headers_of_every_kind_are_kept_and_marked() -> None:
    data = to_docx(
        letter(draft=True), HouseStyle(NEUTRAL, Settings.model_validate({"naam": "x"}), odd_even_and_first())
    )
    headers = [name for name in names(data) if name.startswith("word/header")]
    assert {words(part(data, name)) for name in headers} == {"oneven", "even", ""}
    assert all("CONCEPT" in text(data, name) for name in headers)


def test_only_what_the_letter_still_uses_stays() -> None:
    style = HouseStyle(NEUTRAL, Settings.model_validate({"naam": "x"}), pictures_and_links())
    data = to_docx(letter(), style)
    assert sum(name.startswith("word/media/") for name in names(data)) == 1
    assert reachable(style.base.package.with_part("word/document.xml", b"<x/>")) is not None


def test_unchanged_parts_stay_as_they_were_packed(neutral: HouseStyle) -> None:
    kept = {each.name: each for each in neutral.base.package.parts}
    for each in neutral.package.parts:
        if each.name in kept and each.name not in {"[Content_Types].xml", "_rels/.rels", "docProps/app.xml"}:
            assert kept[each.name] is each


def test_styles_have_the_ids_that_python_docx_finds(neutral: HouseStyle) -> None:
    opened = docx.Document(io.BytesIO(neutral.package.to_bytes()))
    by_id = {style.style_id: style.name for style in opened.styles}
    assert by_id[neutral.base.styles["kop1"]] == "Heading 1"
    assert by_id[neutral.base.styles["voetnoottekst"]] == "footnote text"
    assert set(neutral.base.styles.values()) <= set(by_id)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("accent: 1F4E79", "accent: blauw", "past niet"),
        ("noten: voetnoten", "noten: eindnoten", "kies uit"),
        ("naam: Neutraal", "naamm: Neutraal", "ontbreekt"),
        ("grootte: 11", "grootte: groot", "geen getal"),
        ("bestand: logo.png", "bestand: ../../logo.png", "past niet"),
    ],
)
def test_mistakes_are_told_with_their_line(old: str, new: str, told: str, tmp_path: Path) -> None:
    folder = tmp_path / "huisstijl"
    shutil.copytree(NEUTRAL, folder)
    settings = (folder / "huisstijl.yaml").read_text(encoding="utf-8")
    line = settings[: settings.index(old)].count("\n") + 1
    (folder / "huisstijl.yaml").write_text(settings.replace(old, new), encoding="utf-8")
    with pytest.raises(ComposerError, match=told) as caught:
        load_house_style(folder)
    assert caught.value.path == folder / "huisstijl.yaml"
    assert caught.value.line == line


@pytest.mark.parametrize("missing", ["basis.docx", "huisstijl.yaml"])
def test_a_missing_file_is_told(missing: str, tmp_path: Path) -> None:
    folder = tmp_path / "huisstijl"
    shutil.copytree(NEUTRAL, folder)
    (folder / missing).unlink()
    with pytest.raises(ComposerError) as caught:
        load_house_style(folder)
    assert caught.value.path == folder / missing


def test_a_missing_logo_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "huisstijl"
    shutil.copytree(NEUTRAL, folder)
    (folder / "logo.png").unlink()
    with pytest.raises(ComposerError, match="logo ontbreekt"):
        _ = load_house_style(folder).logo


def test_no_document_in_the_base_is_told(neutral: HouseStyle) -> None:
    broken = HouseStyle(NEUTRAL, neutral.settings, neutral.package.without("word/document.xml"))
    with pytest.raises(ComposerError, match="geen Word-document"):
        to_docx(letter(), broken)


def test_the_letters_paragraphs_do_not_depend_on_the_base(neutral: HouseStyle) -> None:
    own = [words_ for _, words_ in paragraphs(part(to_docx(letter(), neutral), "word/document.xml"))]
    for kind in BASES:
        other = to_docx(letter(), in_base(kind))
        assert [words_ for _, words_ in paragraphs(part(other, "word/document.xml"))] == own
