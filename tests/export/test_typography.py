"""What stays on one line."""

import pytest

from composer.export.conventions import column_shares
from composer.export.typography import bind, curl, shortened
from tests.export.documents import table

CASES = {
    "€ 150 miljoen": "€~150~miljoen",
    "op 29 november 2024": "op 29~november 2024",
    "art. 169 en Artikel 3 lid 2": "art.~169 en Artikel~3 lid~2",
    "zie blz. 3, nr. 4 en bijlage 1": "zie blz.~3, nr.~4 en bijlage~1",
    "93 % of 93 procent": "93~% of 93~procent",
    "art. ": "art.~",
    "kampart. 3 en 3 meisjes in mei 2024": "kampart. 3 en 3 meisjes in mei 2024",
    "3 mei": "3~mei",
}


@pytest.mark.parametrize("text", CASES)
def test_bind(text: str) -> None:
    assert bind(text) == CASES[text].replace("~", "\u00a0")


QUOTED = {
    'Zij zei: "ja", en ging.': "Zij zei: “ja”, en ging.",
    '"Stop"': "“Stop”",
    "('samen')": "(‘samen’)",
    "foto's en 's avonds, 't IZA in '24": "foto’s en ’s avonds, ’t IZA in ’24",
    "\"'samen' doen\"": "“‘samen’ doen”",
    '" zei zij': "” zei zij",
    "zonder": "zonder",
    "“al goed”": "“al goed”",
}


@pytest.mark.parametrize("text", QUOTED)
def test_curl(text: str) -> None:
    assert curl(text) == QUOTED[text]


def test_shortened() -> None:
    assert shortened("kort", 10) == "kort"
    assert shortened("een wat langer onderwerp", 16) == "een wat langer…"
    assert shortened("een onderwerp: en meer", 16) == "een onderwerp…"


def test_columns_share_the_width() -> None:
    widths = column_shares(table("a | lang woord hier | b", "c | en nog veel langer | d"))
    assert sum(widths) == pytest.approx(1)
    assert widths[1] > widths[0] == widths[2]
