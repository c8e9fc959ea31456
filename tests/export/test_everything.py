"""Every template, in every phase of the dossier, in every house style: sound for Word and for all who read or listen."""

from datetime import date
from pathlib import Path

import pytest

from composer.assemble.letter import Assembler
from composer.domain.document import Document
from composer.export.house_style import HouseStyle
from composer.export.to_docx import to_docx
from composer.export.to_pdf import to_pdf
from composer.export.validation import validate
from composer.library.library import Library
from composer.work.examples import example_letters
from composer.work.letters import new_letter, open_letter
from composer.work.libraries import open_library
from tests.export.houses import HOUSES
from tests.export.judges import complaints, pdf_complaints

PHASES = ("2022-09-20", "2024-12-05", "2024-12-20", "2025-01-15", "2025-03-05")
MUNICIPALITY = "Bernheze"


@pytest.fixture(scope="module")
def shipped() -> Library:
    return open_library()


def written(shipped: Library, phases: tuple[str, ...]) -> dict[str, Document]:
    """A new letter of each template in each phase, and the examples."""
    assembler = Assembler(shipped)
    days = [(template, date.fromisoformat(day)) for day in phases for template in shipped.templates]
    letters = {
        f"{template} {day}": assembler.assemble(new_letter(shipped, template, MUNICIPALITY, day)).document
        for template, day in days
    }
    opened = {path.stem: open_letter(path, shipped) for path in example_letters()}
    return letters | {name: Assembler(rendering).assemble(each).document for name, (each, rendering) in opened.items()}


def test_each_template_and_example_is_sound(shipped: Library, neutral: HouseStyle, tmp_path: Path) -> None:
    for name, document in written(shipped, PHASES[-1:]).items():
        assert complaints(to_docx(document, neutral), tmp_path) == [], name
        assert pdf_complaints(to_pdf(document, neutral)) == [], name


def test_each_phase_passes_preflight(shipped: Library, neutral: HouseStyle) -> None:
    for name, document in written(shipped, PHASES).items():
        assert validate(to_docx(document, neutral), ".docx", neutral) == (), name


@pytest.mark.parametrize("kind", ["neutral", *HOUSES])
def test_every_letter_in_every_house_style(
    kind: str, shipped: Library, neutral: HouseStyle, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    if not request.config.getoption("--lang"):
        pytest.skip("duurt minuten; met --lang")
    style = neutral if kind == "neutral" else request.getfixturevalue("adopted")[kind]
    before = set(complaints(style.package.to_bytes(), tmp_path))
    for name, document in written(shipped, PHASES).items():
        data = to_docx(document, style)
        assert set(complaints(data, tmp_path)) <= before, name
        assert validate(data, ".docx", style) == (), name
        assert pdf_complaints(to_pdf(document, style)) == [], name
