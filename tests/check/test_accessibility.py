"""Headings, tables, links and lists, as a screen reader meets them."""

import pytest

from composer.library.library import Library
from tests.check.remarks import words

MUST = [
    ("koppen-volgorde", "### Te diep", "Te diep"),
    ("koppen-volgorde", "# Een\n\n### Drie", "Drie"),
    ("koppen-volgorde", "# Een\n\n## Twee\n\n#### Vier", "Vier"),
    ("kop-leeg", "#\n\nTekst.", ""),
    ("tabel-zonder-kop", "| | |\n|---|---|\n| a | b |", "a"),
    ("tabel-zonder-kop", "| Wat | |\n|---|---|\n| a | b |", "Wat"),
    ("tabel-zonder-kop", "- punt\n\n  | |\n  |---|\n  | x |", "x"),
    ("linktekst", "[klik hier](https://vng.nl)", "klik hier"),
    ("linktekst", "Voor meer: [hier](https://vng.nl).", "hier"),
    ("linktekst", "[lees meer](https://vng.nl)", "lees meer"),
    ("linktekst", "[via deze link](https://vng.nl)", "via deze link"),
    ("linktekst", "Kijk op https://vng.nl/artikelen/iza voor meer.", "https://vng.nl/artikelen/iza"),
    ("linktekst", "Kijk op www.vng.nl.", "www.vng.nl"),
    ("linktekst", "[https://vng.nl](https://vng.nl)", "https://vng.nl"),
    ("lijst-met-de-hand", "• eerste punt", "• eerste punt"),
    ("lijst-met-de-hand", "Dit is belangrijk:\\\n– eerste\\\n– tweede", "– eerste"),
    ("lijst-met-de-hand", "Het gaat om • geld • zorg • wonen", "• geld • zorg • wonen"),
    ("lijst-met-de-hand", "Het gaat om 1) geld en 2) zorg.", "1) geld en 2) zorg."),
]
MUST_NOT = [
    ("koppen-volgorde", "# Een\n\n## Twee\n\n# Drie"),
    ("koppen-volgorde", "## Onder de kop van het onderdeel"),
    ("kop-leeg", "# Een kop\n\nTekst."),
    ("tabel-zonder-kop", "| Wat | Hoeveel |\n|---|---|\n| | 3 |"),
    ("linktekst", "[de ledenbrief van de VNG](https://vng.nl)"),
    ("linktekst", "[Hier staat het verslag](https://vng.nl)"),
    ("linktekst", "Mail naar [het team](mailto:team@bergdam.example)."),
    ("linktekst", "De VNG schreef op haar site."),
    ("lijst-met-de-hand", "- een echt punt\n- nog een punt"),
    ("lijst-met-de-hand", "1. een echt punt\n2. nog een punt"),
    ("lijst-met-de-hand", "De jaren 2024 – 2026 zijn druk."),
    ("lijst-met-de-hand", "Dit kost € 3 – een schatting – per inwoner."),
    ("lijst-met-de-hand", "Een gewone zin (1) met een cijfer."),
    ("lijst-met-de-hand", "2024 was een druk jaar."),
    ("lijst-met-de-hand", "A. de Vries tekent."),
]


@pytest.mark.parametrize(("code", "text", "found"), MUST, ids=[f"{code}: {text}" for code, text, _ in MUST])
def test_what_a_reader_trips_over(code: str, text: str, found: str, library: Library):
    assert found in words(code, text, library)


@pytest.mark.parametrize(("code", "text"), MUST_NOT, ids=[f"{code}: {text}" for code, text in MUST_NOT])
def test_what_is_well_made(code: str, text: str, library: Library):
    assert words(code, text, library) == []
