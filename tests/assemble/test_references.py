"""Which document a letter of a day may cite for a fact."""

from datetime import date
from typing import Any

import pytest

from composer.assemble.letter import assemble, sender
from composer.assemble.names import addressee
from composer.assemble.references import Reference, dated, reference, short_names
from composer.domain.document import Value
from composer.domain.fact import Fact
from composer.domain.source import Source
from composer.domain.traversal import plain
from composer.domain.uncertain_date import UncertainDate
from composer.library.library import Library
from tests.libraries import DAY, a_letter


def source(name: str, publisher: str, day: Any, kind: str = "bericht") -> Source:
    return Source.model_validate({"id": name, "titel": name, "uitgever": publisher, "soort": kind, "datum": day})


SOURCES = {
    item.id: item
    for item in (
        source("oud", "VNG", "2024-01-10"),
        source("nieuw", "VNG", "2025-01-10"),
        source("winter", "VNG", {"niet_voor": "2024-12-18", "uiterlijk": "2025-02-28"}),
        source("vws", "ministerie van VWS", "2024-12-17"),
        source("eigen", "gemeente Bergdam", "2024-12-05", "raadsinformatiebrief"),
        source("eigen-stuk", "college van burgemeester en wethouders van Bergdam (B en W)", "2024-12-05"),
        source("ander", "gemeente Oosterleek", "2024-12-05", "raadsinformatiebrief"),
        source("regionaal", "Regio Kust", "2024-12-05", "notitie"),
    )
}
FACT: dict[str, Any] = {"id": "f", "onderwerp": "o", "aard": "gebeurtenis", "stelling": "Zo.", "kracht": "besluit"}


def cited(library: Library, day: date, *sources: str, **more: Any) -> Reference | None:
    """What a letter of Bergdam cites for a fact with these sources."""
    fact = Fact.model_validate(FACT | {"bewijs": [{"bron": name} for name in sources]} | more)
    letter = a_letter(datum=day)
    speaker = sender(library.templates["brief"], addressee(letter, library))
    return reference(fact, Library(sources=SOURCES), speaker, day)


CASES: list[tuple[str, tuple[str, ...], dict[str, Any], str, Reference | None]] = [
    ("a public source", ("oud",), {}, "2024-12-20", Reference("f", "oud")),
    ("the first that is public", ("nieuw", "oud"), {}, "2024-12-20", Reference("f", "oud")),
    ("a source of the day itself", ("vws",), {}, "2024-12-17", Reference("f", "vws")),
    ("none younger than the letter", ("nieuw",), {}, "2024-12-20", Reference("f")),
    ("via, when the sources are younger", ("nieuw",), {"via": "vws"}, "2024-12-20", Reference("f", "vws")),
    ("via, described", ("nieuw",), {"via": "bericht van VWS"}, "2024-12-20", Reference("f", description="bericht van VWS")),
    ("no via that is younger itself", ("nieuw",), {"via": "vws"}, "2024-12-16", Reference("f")),
    ("the source once it is public, not via", ("nieuw",), {"via": "vws"}, "2025-01-10", Reference("f", "nieuw")),
    ("a source that may have been public", ("winter",), {}, "2024-12-20", Reference("f", "winter")),
    ("via before one that only may have been", ("winter",), {"via": "vws"}, "2024-12-20", Reference("f", "vws")),
    ("never before it can have been", ("winter",), {}, "2024-12-17", Reference("f")),
    ("another municipality's document", ("ander",), {}, "2024-12-20", Reference("f", "ander")),
    ("a public source before the own document", ("eigen", "oud"), {}, "2024-12-20", Reference("f", "oud")),
    ("the sender's own decision", ("eigen",), {"reikwijdte": "gemeente:GM0001"}, "2024-12-20", None),
    ("the sender's own decision under its long name", ("eigen-stuk",), {"reikwijdte": "gemeente:GM0001"}, "2024-12-20", None),
    ("the sender's own, told by others too", ("oud", "eigen"), {"reikwijdte": "gemeente:GM0001"}, "2024-12-20", None),
    ("another's decision", ("ander",), {"reikwijdte": "gemeente:GM0003"}, "2024-12-20", Reference("f", "ander")),
    ("a source that the library has lost", ("weg",), {}, "2024-12-20", Reference("f")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sources", "more", "day", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_what_a_letter_cites(
    library: Library, sources: tuple[str, ...], more: dict[str, Any], day: str, expected: Reference | None
) -> None:
    assert cited(library, date.fromisoformat(day), *sources, **more) == expected


@pytest.mark.parametrize(
    "day", ["2022-09-20", "2024-11-29", "2024-12-02", "2024-12-17", "2024-12-20", "2025-01-15", "2025-03-05"]
)
def test_no_note_of_a_letter_names_a_source_that_is_younger_than_the_letter(library: Library, day: str) -> None:
    cites = " ".join(f"Zin.[^{name}]" for name in library.facts)
    notes = assemble(a_letter(cites, datum=day), library).document.notes
    named = {source for note in notes for source in note.sources}
    assert all(library.sources[name].date.has_come(date.fromisoformat(day)) is not False for name in named)


def test_a_source_that_cannot_be_named_yet_is_a_gap_in_the_note(library: Library) -> None:
    [note] = assemble(a_letter("Zin.[^alv-nam-aan]", datum="2024-11-30"), library).document.notes
    assert plain(note.content) == "[nog invullen: bron]."
    assert isinstance(note.content[0], Value) and note.content[0].fact == "alv-nam-aan"


def test_what_the_sender_decided_itself_has_no_note(library: Library) -> None:
    document = assemble(a_letter("Wij steunden de motie.[^bergdam-steunde-motie]", datum=DAY), library).document
    assert document.notes == ()


def test_what_another_decided_has_one(library: Library) -> None:
    letter = a_letter("Bergdam steunde de motie.[^bergdam-steunde-motie]", gemeente="GM0003")
    assert [plain(note.content) for note in assemble(letter, library).document.notes] == [
        "Gemeente Bergdam, Raadsinformatiebrief over de motie, 5 december 2024."
    ]


DATES: list[tuple[Any, str]] = [
    ("2024-11-29", "29 november 2024"),
    ("2024-11", "november 2024"),
    ({"niet_voor": "2024-11-03", "uiterlijk": "2024-11-17"}, "november 2024"),
    ("2024", "2024"),
    ({"niet_voor": "2024-03-01", "uiterlijk": "2024-05-31"}, "2024"),
    ({"niet_voor": "2024-12-18", "uiterlijk": "2025-02-28"}, "december 2024 – februari 2025"),
]


@pytest.mark.parametrize(("moment", "text"), DATES)
def test_the_date_of_a_source_is_as_exact_as_it_is_known(moment: Any, text: str) -> None:
    assert dated(UncertainDate.model_validate(moment)) == text


def test_a_publisher_is_called_by_its_abbreviation_when_a_term_gives_one(library: Library) -> None:
    sources = {"a": source("a", "algemene ledenvergadering", "2024-01-10"), "vws": SOURCES["vws"]}
    shorts = short_names(sources, Library(sources=sources, terms=library.terms))
    assert shorts == {"a": "ALV 2024", "vws": "ministerie van VWS 2024"}
