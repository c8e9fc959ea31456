"""What cannot go out does not appear under its name, and the piece of the letter is told."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from composer.domain.errors import ComposerError
from composer.export.house_style import HouseStyle
from composer.export.to_docx import to_docx
from composer.export.to_html import to_html
from composer.export.to_pdf import to_pdf
from composer.export.to_text import to_text
from composer.export.validation import validate
from composer.library.library import Library
from composer.work.documents.files import house_style, render_checked
from composer.work.documents.making import make, review
from tests.export.documents import letter
from tests.libraries import a_letter


def damaged(style: HouseStyle, kind: str = "alinea") -> HouseStyle:
    """A house style that names a style for paragraphs which it does not have."""
    broken = HouseStyle(style.folder, style.settings, style.package)
    base = style.base
    vars(broken)["base"] = replace(base, styles={**base.styles, kind: "Weg"})
    return broken


def test_every_form_is_looked_at(neutral: HouseStyle) -> None:
    for suffix, write in ((".docx", to_docx), (".pdf", to_pdf), (".html", to_html), (".txt", to_text)):
        data = write(letter(), neutral)
        assert validate(data, suffix, neutral) == ()
        assert validate(data[: len(data) // 2] if suffix != ".txt" else b" ", suffix, neutral) != ()


def test_the_piece_with_the_fault_is_named(neutral: HouseStyle, library: Library) -> None:
    held = a_letter("Dit is een eigen alinea over de resolutie.")
    reviewed = review(held, library, library, date(2024, 12, 20))
    document = reviewed.assembly.document
    own = replace(document, blocks=tuple(block for block in document.blocks if block.origin.piece), closing=None)
    with pytest.raises(ComposerError, match=r"eigen tekst \(a1\)") as caught:
        render_checked(own, damaged(neutral), ".docx", reviewed.assembly.pieces)
    assert "de stijl Weg ontbreekt" in caught.value.message
    assert "<" not in caught.value.message
    assert "document.xml" not in caught.value.message


def test_a_file_that_is_there_stays_as_it_is(tmp_path: Path, library: Library) -> None:
    target = tmp_path / "brief.docx"
    target.write_bytes(b"de vorige")
    reviewed = review(a_letter("Eigen woorden."), library, library, date(2024, 12, 20))

    def with_damage(library: Library, name: str) -> HouseStyle:
        return damaged(house_style(library, name))

    with pytest.raises(ComposerError, match="niet gemaakt"):
        make(reviewed, library, target, find_style=with_damage)
    assert target.read_bytes() == b"de vorige"
    assert list(tmp_path.iterdir()) == [target]
