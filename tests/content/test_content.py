"""Everything that is shipped, together: every template for every municipality on five days of the dossier.

The most valuable test of all: a mistake in any text, fact, profile, template, check or writer shows here.
"""

import io
from datetime import date

import docx
import pytest

from composer import paths
from composer.assemble.letter import Assembler
from composer.check.checking import Checker
from composer.domain.traversal import inline_runs, plain
from composer.library.library import Library
from composer.work.documents.files import house_style, render_document
from composer.work.documents.making import Reviewed, review
from composer.work.letters import new_letter
from composer.work.libraries import open_library
from composer.work.reporting import library_remarks
from composer.work.text_mistakes import text_problems

DAYS = ("2022-09-20", "2024-11-29", "2024-12-15", "2025-01-15", "2025-03-05")
TEMPLATES = [
    path.stem for path in sorted((paths.content() / "templates").glob("*.md"), key=lambda path: -path.stat().st_size)
]
"""The longest first, so that two processes are done at about the same time."""
EXPORTED_ON = "2024-12-15"
"""The day on which the letter of every municipality is made into a Word document; on other days of every fortieth."""
SPREAD = 40

MISTAKES = {
    "tekst-onleesbaar", "opmaak-onbekend", "voorwaarde-onleesbaar", "onbekend-tekstblok", "onbekende-sectie", "onbekend-feit",
    "onbekend-veld", "onbekende-gemeente", "feit-niet-geldig", "feit-nog-niet-bekend", "niet-van-toepassing",
}  # fmt: skip
"""What a new draft never has: a mistake in the content, or a passage that does not hold or is meant for others."""


@pytest.fixture(scope="module")
def shipped() -> Library:
    return open_library()


def test_every_template_is_tried_and_all_municipalities_are_there(shipped: Library) -> None:
    assert sorted(shipped.templates) == sorted(TEMPLATES)
    assert {"raadsinformatiebrief", "ledenbrief"} <= set(TEMPLATES)
    assert len(shipped.municipalities) == 342


def test_the_shipped_library_has_no_problems(shipped: Library) -> None:
    assert [str(problem) for problem in (*shipped.problems, *text_problems(shipped))] == []


@pytest.mark.parametrize("day", DAYS)
def test_no_passage_is_past_its_review_on(day: str, shipped: Library) -> None:
    assert [str(problem) for problem in library_remarks(shipped, date.fromisoformat(day))] == []


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("template", TEMPLATES)
def test_every_municipality_gets_a_letter(template: str, day: str, shipped: Library) -> None:
    assembler, checker, on = Assembler(shipped), Checker(), date.fromisoformat(day)
    style = house_style(shipped, "neutraal")
    for number, municipality in enumerate(shipped.municipalities.values()):
        letter = new_letter(shipped, template, municipality.cbs, on)
        reviewed = review(letter, shipped, shipped, on, assembler, checker)
        mistakes = [(f.code, f.message) for f in reviewed.findings if f.code in MISTAKES]
        assert mistakes == [], municipality.name
        assert_sound(reviewed, shipped, on)
        if day == EXPORTED_ON or number % SPREAD == 0:
            data = render_document(reviewed.assembly.document, style, ".docx")
            assert data.startswith(b"PK")
            if number % (2 * SPREAD) == 0:
                assert_readable(data, reviewed)


def assert_sound(reviewed: Reviewed, library: Library, day: date) -> None:
    """What holds for any letter: a title, pieces on the page, every gap told, no note younger than the letter."""
    document = reviewed.assembly.document
    text = "\n".join(plain(run) for block in document.blocks for run in inline_runs(block))
    assert document.properties.title and document.blocks
    assert all(piece.blocks for piece in reviewed.assembly.pieces if piece.printed)
    assert text.count("[nog invullen") == 0 or any(finding.code == "gat" for finding in reviewed.findings)
    assert not any(mark in text for mark in ("{{", "{%", "[^", "\ue000", "\ue001", "None"))
    for note in document.notes:
        assert all(library.sources[name].date.has_come(day) is not False for name in note.sources)


def assert_readable(data: bytes, reviewed: Reviewed) -> None:
    """The document opens, with the letter's title and its first paragraph in it."""
    opened = docx.Document(io.BytesIO(data))
    text = " ".join(paragraph.text for paragraph in opened.paragraphs).replace("\u00a0", " ")
    assert opened.core_properties.title == reviewed.assembly.document.properties.title
    first = next(piece for piece in reviewed.assembly.pieces if piece.blocks and piece.printed)
    words = plain(next(inline_runs(first.blocks[0])))[:30]
    assert words.split()[0] in text
