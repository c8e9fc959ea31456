"""Names that Windows, a Mac and a network drive all take."""

import pytest

from composer.library.file_names import case_collisions, why_invalid


@pytest.mark.parametrize(
    "name",
    [
        "snippets/spuk/spuk-blijft.md",
        "bronnen/Brief van 3 mei (kopie).pdf",
        "historie/feiten/a/2025.yaml",
        "a/coné.txt",
    ],
)
def test_a_good_name(name: str) -> None:
    assert why_invalid(name) is None


@pytest.mark.parametrize(
    "name",
    [
        "", "/etc/passwd", "../a", "a/../b", "a//b", "./a", "C:/a", "a\\b", "a:b", "con", "CON.md", "aux.tar.gz", "lpt1", "com¹",
        "nul .txt", "a.", "a ", " a", "a/b./c", "a\nb", "a\x00", "a\u202eb", "a\u200bb", "e\u0301", "x" * 121,
        "/".join("abcdefghi"), "a/" * 3 + "x" * 100 + "/" + "y" * 100, "a?b", "a*", "a|b", "<a>", 'a"b', "\ud800",
    ],
)  # fmt: skip
def test_a_refused_name(name: str) -> None:
    assert why_invalid(name)


@pytest.mark.parametrize(
    ("names", "pairs"),
    [
        (["a/b", "a/c", "b"], ()),
        (["a/b", "A/c"], (("a", "A"),)),
        (["a.md", "A.md"], (("a.md", "A.md"),)),
        (["a", "a/b"], (("a", "a"),)),
        (["a", "a"], (("a", "a"),)),
        (["straße", "STRASSE"], (("straße", "STRASSE"),)),
    ],
)
def test_names_that_are_one_where_capitals_do_not_count(names: list[str], pairs: tuple[tuple[str, str], ...]) -> None:
    assert case_collisions(names) == pairs
