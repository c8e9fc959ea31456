"""Word files with something in them that must not go on: it never reaches a letter, and reading it does no harm."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from composer.domain.errors import ComposerError
from composer.export.house_style import HouseStyle, Settings
from composer.export.house_styles.inspector import inspect_package
from composer.export.to_docx import to_docx
from composer.export.to_html import to_html
from composer.export.to_pdf import to_pdf
from composer.export.to_text import to_text
from composer.intake.returned_word import returned_word
from composer.intake.source_text import read_source_text
from composer.ooxml.markup import parse
from composer.ooxml.package import Package
from composer.ooxml.preflight import check_file
from composer.ooxml.reading import read_package
from composer.ooxml.relations import relations_of
from tests.export.conftest import NEUTRAL
from tests.export.documents import letter
from tests.safe.hostile_documents import DOCUMENT, HEADER, HOSTILE, MARK, sound

NAMES = re.compile(
    r"vba|macro|activex|embeddings|glossary|comments|people|printer|afchunk|thumbnail|customizations", re.IGNORECASE
)
SAFE = ("http://", "https://", "mailto:", "tel:")


def hostile(name: str) -> Package:
    return HOSTILE[name](sound())


def test_there_are_forty_of_them_and_each_holds_what_must_not_go_on() -> None:
    assert len(HOSTILE) >= 40
    for name in HOSTILE:
        assert any(MARK in text for text in everything(hostile(name))), name


def everything(package: Package) -> list[str]:
    return [f"{name} {package.read(name).decode('utf-8', 'replace')}" for name in package.names]


@pytest.mark.parametrize("name", HOSTILE)
def test_it_never_reaches_a_letter(name: str) -> None:
    style = HouseStyle(NEUTRAL, Settings.model_validate({"naam": "x"}), read_package(hostile(name).to_bytes()))
    data = to_docx(letter(), style)
    package = read_package(data)
    assert [text[:80] for text in everything(package) if MARK.casefold() in text.casefold()] == []
    assert [part for part in package.names if NAMES.search(part)] == []
    assert check_file(data) == ()
    outside = [each for part in ("", *package.names) for each in relations_of(package, part) if each.external]
    assert all(each.type.endswith("/hyperlink") and each.target.startswith(SAFE) for each in outside)
    for other in (to_html(letter(), style), to_text(letter(), style), to_pdf(letter(), style)):
        assert MARK.encode() not in other


@pytest.mark.parametrize("name", HOSTILE)
def test_reading_it_does_no_harm(name: str, tmp_path: Path) -> None:
    """As a document that came back, as a source, and as what a house style would be made of."""
    data = hostile(name).to_bytes()
    path = tmp_path / "stuk.docx"
    path.write_bytes(data)
    assert returned_word(data).paragraphs
    read_source_text(path)
    told = inspect_package(read_package(data), "stuk")
    assert told.name == "stuk"
    assert [each.name for each in tmp_path.iterdir()] == ["stuk.docx"]


def declared(entities: str) -> Callable[[str], str]:
    return lambda text: text.replace("?>", f"?><!DOCTYPE w:document [{entities}]>", 1)


REFUSED: dict[str, tuple[Callable[[str], str], str]] = {
    "an entity of elsewhere": (declared('<!ENTITY x SYSTEM "file:///etc/passwd">'), "DOCTYPE"),
    "entities of entities": (declared('<!ENTITY a "&b;&b;"><!ENTITY b "bb">'), "DOCTYPE"),
    "half": (lambda text: text[: len(text) // 2], "geen leesbare XML"),
    "deep": (lambda text: text.replace("<w:p>", "<w:p>" * 3_000, 1), "geen leesbare XML"),
    "another encoding": (lambda text: text.replace("encoding='UTF-8'", "encoding='UTF-7'"), "tekencodering"),
    "many": (lambda text: text.replace("<w:body>", "<w:body>" + "<w:p/>" * 1_000_001, 1), "buitensporig groot"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_no_word_file_has_is_refused_with_its_reason(name: str, tmp_path: Path) -> None:
    change, reason = REFUSED[name]
    package = sound()
    data = package.with_part(DOCUMENT, change(package.read(DOCUMENT).decode()).encode()).to_bytes()
    path = tmp_path / "stuk.docx"
    path.write_bytes(data)
    with pytest.raises(ComposerError, match=reason):
        returned_word(data)
    with pytest.raises(ComposerError, match=reason):
        read_source_text(path)


def test_the_sound_one_is_a_letter(tmp_path: Path) -> None:
    style = HouseStyle(NEUTRAL, Settings.model_validate({"naam": "x"}), sound())
    package = read_package(to_docx(letter(), style))
    assert "Gemeente Oeverland" in "".join(parse(package.read(HEADER)).itertext())
