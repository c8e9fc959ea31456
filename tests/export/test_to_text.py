"""Plain text, as it is read in a mail."""

from collections.abc import Callable
from textwrap import dedent

from composer.export.house_style import HouseStyle
from composer.export.to_text import WIDTH, to_text
from tests.export.documents import bullets, document, fields, h, item, letter, note, numbers, p, quote, table

EXPECTED = """\
Gemeente Bernheze

Raadsinformatiebrief
====================

Aan: de raad
Wie: [nog invullen: wie]

Kop
---

Zie de site <https://x.nl> of y.nl.[1]

1. een
   - twee
     i. drie
2. vier

Stap    Bedrag
------  ------
Eerste     € 1

> Eerst.
>
> Dan.

Noten
-----

[1] Bron.
"""


def test_every_kind_of_block(neutral: HouseStyle) -> None:
    made = document(
        fields(("Aan", "de raad"), ("Wie", "{veld.wie}")),
        h(1, "Kop"),
        p("Zie [de site](https://x.nl) of [y.nl](https://y.nl).^1"),
        numbers(item("een", bullets(item("twee", numbers("drie")))), "vier"),
        table("Stap | Bedrag", "Eerste | € 1", sides="lr"),
        quote("Eerst.", "Dan."),
        notes=(note(1, "Bron."),),
    )
    assert to_text(made, neutral).decode() == dedent(EXPECTED)


def test_lines_fit(neutral: HouseStyle) -> None:
    assert max(map(len, to_text(letter(), neutral).decode().splitlines())) <= WIDTH


def test_without_notes(with_settings: Callable[[str, str], HouseStyle]) -> None:
    assert "[1]" not in to_text(letter(), with_settings("noten: voetnoten", "noten: geen")).decode()


def test_draft_says_so(neutral: HouseStyle) -> None:
    assert "CONCEPT" in to_text(letter(draft=True), neutral).decode()
