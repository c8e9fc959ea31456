"""Rows of a series as people type and paste them: read when they can be, with what is wrong at the cell when not."""

import time
from dataclasses import replace

import pytest

from composer.domain.fact import SeriesValue
from composer.work.editorial.series_rows import NAME, VALUE, Row, RowReader, emptied
from composer.work.libraries import open_library

AMOUNT = SeriesValue(name="bedrag", kind="bedrag")


@pytest.fixture(scope="module")
def kept() -> RowReader:
    return RowReader("gemeente", AMOUNT, open_library())


@pytest.mark.parametrize(
    ("kind", "typed", "read"),
    [
        ("bedrag", "€ 1.234.567", "1234567"),
        ("bedrag", "1.234.567,00", "1234567"),
        ("bedrag", "12.500,-", "12500"),
        ("bedrag", "1 234 567", "1234567"),
        ("aantal", "1.200", "1200"),
        ("percentage", "12,5%", "12.5"),
        ("datum", "3-2-2026", "2026-02-03"),
        ("jaar", "2026", "2026"),
        ("tekst", " in 2026, ruim ", "in 2026, ruim"),
    ],
)
def test_values_are_read_as_people_write_them(kept: RowReader, kind: str, typed: str, read: str) -> None:
    value = SeriesValue.model_validate({"naam": "waarde", "soort": kind})
    assert replace(kept, value=value).cleaned(typed) == read
    assert value.held(read)


def test_what_is_no_amount_stays_as_it_was_typed(kept: RowReader) -> None:
    rows = (Row("Bernheze", "1.234,56"), Row("Oss", "honderd"), Row("Boekel", ""))
    assert kept.faults(rows) == {
        (0, VALUE): "“1.234,56” is geen bedrag; schrijf hele euro’s, zoals 1234567",
        (1, VALUE): "“honderd” is geen bedrag; schrijf hele euro’s, zoals 1234567",
        (2, VALUE): "vul de waarde in",
    }


def test_a_name_that_nobody_has_is_said_with_the_nearest(kept: RowReader) -> None:
    found = kept.faults((Row("Bernhese", "1"), Row("", "2"), Row("GM0014", "3"), Row("groningen", "4")))
    assert "Bedoelde u “Bernheze”?" in found[0, NAME]
    assert found[1, NAME] == "schrijf voor welke gemeente dit is"
    assert found[3, NAME] == "“groningen” staat ook in rij 3; haal één van beide weg"
    assert set(found) == {(0, NAME), (1, NAME), (3, NAME)}


def test_only_sound_rows_come_in_the_file(kept: RowReader) -> None:
    rows = (Row("Bernheze", "€ 10"), Row("Nergens", "20"), Row(), Row("Oss", "veel"), Row("GM0014", "1.000"))
    assert kept.record(rows) == {"GM0014": "1000", "GM1721": "10"}
    assert kept.rows({"GM1721": "10", "GM0014": "1000"}) == (Row("Bernheze", "10"), Row("Groningen", "1000"))


def test_a_table_out_of_a_spreadsheet_is_pasted_into_its_rows(kept: RowReader) -> None:
    before = (Row("Bernheze", "10"), Row("Oss", "20"))
    text = "Gemeente\tBedrag\nGM0828\tOss\t€ 2.500\n\nBoekel\t300\nNergenshuizen\t1\n"
    assert kept.pasted(text, before) == (
        Row("Bernheze", "10"),
        Row("Oss", "€ 2.500"),
        Row("Boekel", "300"),
        Row("Nergenshuizen", "1"),
    )
    assert kept.pasted("oss;7\nBoekel;8", ()) == (Row("oss", "7"), Row("Boekel", "8"))


def test_regions_go_by_their_names_as_well(kept: RowReader) -> None:
    region = next(iter(kept.library.regions.values()))
    regions = replace(kept, per="regio")
    assert regions.record((Row(region.name, "5"),)) == {region.id: "5"}
    assert "geen regio die we kennen" in regions.faults((Row("regio nergens", "5"),))[0, NAME]


def test_rows_in_which_nothing_is_left_go() -> None:
    rows = (Row("Oss", "1"), Row("Boekel", "2"))
    assert emptied(rows, {(0, VALUE), (1, NAME), (1, VALUE)}) == (Row("Oss", ""),)


def test_a_large_table_that_is_about_something_else_is_read_at_once(kept: RowReader) -> None:
    """The nearest name is looked for a few times only."""
    rows = kept.pasted("\n".join(f"product {number};{number}" for number in range(3_000)), ())
    begun = time.process_time()
    found = kept.faults(rows)
    assert len(found) == 3_000
    assert time.process_time() - begun < 2


def test_an_empty_cell_takes_nothing_away(kept: RowReader) -> None:
    assert kept.pasted('"Oss"\t', (Row("Oss", "20"),)) == (Row("Oss", "20"),)
