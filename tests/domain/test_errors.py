"""What is told of a mistake: where, what, and what was meant."""

from pathlib import Path

import pytest

from composer.domain.errors import ComposerError, did_you_mean
from composer.domain.finding import Problem

PLACES = [
    ((None, None), "wat; en wat te doen"),
    ((Path("a.yaml"), None), "a.yaml: wat; en wat te doen"),
    ((Path("a.yaml"), 3), "a.yaml:3: wat; en wat te doen"),
    ((None, 3), "wat; en wat te doen"),
]


@pytest.mark.parametrize(("place", "text"), PLACES)
def test_an_error_names_its_file_and_line_where_they_are_known(
    place: tuple[Path | None, int | None], text: str
) -> None:
    assert str(ComposerError("wat; en wat te doen", *place)) == text


def test_a_problem_is_one_line() -> None:
    assert str(Problem("“a\nb” is geen datum", Path("a.yaml"), 3)) == "a.yaml:3: “a b” is geen datum"


NEAR: list[tuple[str, list[str], str]] = [
    ("bernhese", ["bernheze", "oss"], " Bedoelde u “bernheze”?"),
    ("bernheze", ["oss", "uden"], ""),
    ("oss", [], ""),
    ("", ["oss"], ""),
]


@pytest.mark.parametrize(("name", "known", "said"), NEAR)
def test_the_nearest_name_is_offered_when_one_is_near(name: str, known: list[str], said: str) -> None:
    assert did_you_mean(name, known) == said
