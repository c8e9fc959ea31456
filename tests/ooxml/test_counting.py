"""Lists of kept text count as Word counts them."""

import pytest

from composer.ooxml.counting import Counting, letters, roman
from composer.ooxml.markup import HEAD, WORD_NAMESPACES, parse
from composer.ooxml.numbering import abstract_xml, bullet_levels, instance_xml


def level(number: int, form: str, text: str, start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>'
    )


def counting() -> Counting:
    articles = level(0, "decimal", "Artikel %1") + level(1, "lowerLetter", "%1.%2)") + level(2, "upperRoman", "%3", 4)
    abstracts = abstract_xml(0, articles) + abstract_xml(1, bullet_levels())
    instances = instance_xml(1, 0) + instance_xml(2, 0, 0, 7) + instance_xml(3, 1)
    return Counting(parse(f"{HEAD}<w:numbering {WORD_NAMESPACES}>{abstracts}{instances}</w:numbering>".encode()))


def marks(*places: tuple[str, int]) -> list[str]:
    lists = counting()
    found = [lists.next(*place) for place in places]
    return [each[0] if each else "" for each in found]


def test_levels_count_and_begin_again_below_the_next() -> None:
    places = [("1", 0), ("1", 1), ("1", 1), ("1", 2), ("1", 0), ("1", 1)]
    assert marks(*places) == ["Artikel 1", "1.a)", "1.b)", "IV", "Artikel 2", "2.a)"]


def test_a_list_of_the_same_definition_goes_on_unless_it_starts_anew() -> None:
    assert marks(("1", 0), ("2", 0), ("2", 0), ("1", 0)) == ["Artikel 1", "Artikel 7", "Artikel 8", "Artikel 9"]


def test_bullets_have_their_mark_and_strange_lists_none() -> None:
    assert marks(("3", 0), ("3", 1), ("9", 0), ("1", 8)) == ["•", "–", "", ""]


def test_indents_come_along() -> None:
    found = counting().next("1", 0)
    assert found is not None
    assert (found[1].left, found[1].hanging) == (36, 18)


@pytest.mark.parametrize(
    ("number", "letter", "numeral"), [(1, "a", "i"), (26, "z", "xxvi"), (28, "bb", "xxviii"), (1994, "", "mcmxciv")]
)
def test_letters_and_numerals(number: int, letter: str, numeral: str) -> None:
    assert roman(number) == numeral
    assert not letter or letters(number) == letter
