"""A passage as it reads in municipalities that differ where the passage does."""

from datetime import date

from composer.domain.snippet import Snippet
from composer.library.front_matter import parsed_passage
from composer.library.library import Library
from composer.work.editorial.sample_readings import SampleReading, sample_readings

DAY = date(2024, 12, 20)


def passage(text: str, condition: str = "") -> Snippet:
    head = f"id: proef\ntitel: Proef\nonderwerp: spuk\n{f'voorwaarde: {condition}' if condition else ''}"
    return parsed_passage(Snippet, f"---\n{head}\n---\n{text}\n")


def told(found: tuple[SampleReading, ...]) -> dict[str, tuple[bool, str]]:
    return {reading.municipality.name: (reading.printed, reading.words) for reading in found}


def test_each_way_in_which_it_reads_is_shown(library: Library) -> None:
    text = (
        '{% if gemeente.steunde_motie == "ja" %}Wij steunden de motie.{% else %}Wij steunden de motie niet.{% endif %}'
    )
    found = told(sample_readings(passage(text), library, DAY))
    assert found["Bergdam"] == (True, "Wij steunden de motie.")
    assert found["'s-Waterhuizen"] == (True, "Wij steunden de motie niet.")
    assert "Oosterleek" in found, "where nobody knows what it said"


def test_where_a_passage_is_left_out_is_told(library: Library) -> None:
    found = told(sample_readings(passage("Wij steunden de motie.", 'gemeente.steunde_motie == "ja"'), library, DAY))
    assert found["Bergdam"] == (True, "Wij steunden de motie.")
    assert found["'s-Waterhuizen"] == (False, "")


def test_a_value_that_is_not_there_is_a_gap_and_a_finding(library: Library) -> None:
    found = sample_readings(passage("Secretaris: {{ gemeente.college.secretaris }}."), library, DAY)
    (without,) = (reading for reading in found if reading.municipality.name == "Oosterleek")
    assert "nog invullen" in without.words and "gat" in {finding.code for finding in without.findings}


def test_a_passage_that_reads_alike_everywhere_is_shown_with_the_longest_names(library: Library) -> None:
    found = sample_readings(passage("{{ gemeente.naam }} doet mee."), library, DAY)
    assert len(found) == 3 and max((r.municipality.name for r in found), key=len) == "'s-Waterhuizen"


def test_what_a_check_remarks_on_it_is_told(library: Library) -> None:
    (reading, *_) = sample_readings(passage("De SPUK is 80 miljoen euro."), library, DAY)
    assert "cijfer-zonder-feit" in {finding.code for finding in reading.findings}
