"""The state of a library on one page."""

import json
from datetime import date

import pytest

from composer.library.layers import Layer
from composer.library.library import Library
from composer.work.editorial.health import Health, health, health_lines, health_record
from composer.work.editorial.reviewing import queue
from composer.work.editorial.usage import Letters
from tests.libraries import Shelf

NO_LETTERS = Letters(())


@pytest.fixture
def library(shelf: Shelf) -> Library:
    shelf.write("feiten/later.yaml", """\
        - id: later-nieuws
          onderwerp: resolutie
          aard: gebeurtenis
          stelling: Er kwam nieuws.
          kracht: mededeling
          geldig: {vanaf: 2025-02-28}
          bewijs: [{bron: ledenbrief-2025}, {bron: verslag-2024}]
    """)  # fmt: skip
    shelf.passage("spuk/oud", "titel: Oud\nonderwerp: spuk\nstatus: ingetrokken\n---\nTekst.\n")
    shelf.passage(
        "spuk/nalezen", "titel: Nalezen\nonderwerp: spuk\nstatus: vastgesteld\nherzien_voor: 2025-01-01\n---\nTekst.\n"
    )
    return shelf.load()


def state(library: Library, day: date) -> Health:
    return health(library, NO_LETTERS, day)


def test_what_may_be_used_is_counted(library: Library) -> None:
    found = state(library, date(2024, 12, 20))
    assert found.by_status == {"vastgesteld": 6, "ingetrokken": 1}
    assert found.by_verdict == {"geldig": 6} and found.holding == 100
    assert found.by_subject == {"resolutie": (2, 2), "spuk": (4, 4)}
    before = state(library, date(2024, 11, 30))
    assert before.holding == 33 and before.by_subject["spuk"] == (1, 4)


def test_what_was_overtaken_is_due_or_rests_on_an_older_source(library: Library) -> None:
    found = state(library, date(2026, 3, 1))
    assert [held.item.id for held in found.due] == ["nalezen"] and found.due[0].overdue
    assert [(held.snippet.id, held.source.id) for held in found.behind] == [("alv-aangenomen", "ledenbrief-2025")]
    assert state(library, date(2024, 12, 20)).behind == () and state(library, date(2024, 12, 20)).due == ()


def test_where_it_rests_on_little(library: Library) -> None:
    found = state(library, date(2024, 12, 20))
    alone = {fact.id for fact in found.single_source}
    assert "alv-nam-aan" in alone and "later-nieuws" not in alone
    assert sum("bijdrage" in name for name in alone) == 1, "a series counts once"
    assert found.idle_sources == ()
    assert {snippet.id for snippet in found.unused} == {"spuk-eerder", "bijdrage", "motie-gesteund", "nalezen"}


def test_damage_and_what_waits_are_on_the_page(shelf: Shelf, layer: Shelf) -> None:
    layer.write(
        "snippets/spuk/blok.md", "---\nid: blok\ntitel: Blok\nonderwerp: spuk\nstatus: ter-beoordeling\n---\nTekst.\n"
    )
    damaged = layer.write("historie/tekstblokken/blok/20250101T000000000000Z-00000000.yaml", "rommel")
    library = shelf.load(layer)
    found = health(library, NO_LETTERS, date(2024, 12, 20), queue(library, Layer(layer.folder)))
    assert found.waiting == 1 and [problem.path for problem in found.problems] == [damaged]


def test_the_page_in_words_and_for_programs(library: Library) -> None:
    found = state(library, date(2026, 3, 1))
    said = "\n".join(health_lines(found))
    assert "nalezen: voor 1 januari 2025" in said and said.startswith(f"Op 1 maart 2026 kan {found.holding}%")
    record = json.loads(json.dumps(health_record(found)))
    assert record["na_te_lezen"] == [{"id": "nalezen", "voor": "2025-01-01", "te_laat": True}]
    assert record["ouder_dan_bron"] == [{"id": "alv-aangenomen", "bron": "ledenbrief-2025"}]
