"""Passages found while typing."""

import pytest

from composer.library.library import Library
from composer.library.search import Index, index, words


@pytest.fixture(scope="module")
def found(library: Library) -> Index:
    return index(library)


def test_words_are_folded_and_without_marks() -> None:
    assert words("Eén coördinator, ’s-Gravenhage: 93%") == ["een", "coordinator", "s", "gravenhage", "93"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("aangenomen", ["alv-aangenomen"]),
        ("AANGEN", ["alv-aangenomen"]),
        ("spuk blij", ["spuk-blijft-beschikbaar"]),
        ("krijgt", ["bijdrage"]),
        ("zonnepanelen", []),
    ],
)
def test_the_beginnings_of_all_words_must_be_there(found: Index, query: str, expected: list[str]) -> None:
    assert list(found.find(query)) == expected


def test_facts_and_sources_are_searched_too(found: Index) -> None:
    assert "alv-aangenomen" in found.find("verslag")
    assert "spuk-blijft-beschikbaar" in found.find("ministerie")


def test_what_stands_in_a_title_comes_first(found: Index) -> None:
    assert found.find("spuk")[:2] == ("spuk-blijft-beschikbaar", "spuk-eerder")


def test_a_word_that_begins_nothing_is_looked_for_inside_words(found: Index) -> None:
    assert found.find("schikbaar") == ("spuk-blijft-beschikbaar",)


def test_nothing_typed_finds_everything_in_the_order_of_the_library(found: Index, library: Library) -> None:
    assert found.find("  ") == tuple(library.snippets)


def test_marks_of_the_dialect_are_no_words(found: Index) -> None:
    assert found.find("hoofdletter") == ()


def test_a_library_without_passages_finds_nothing() -> None:
    assert index(Library()).find("iets") == ()
