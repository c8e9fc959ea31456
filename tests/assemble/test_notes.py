"""Citations to numbered notes, in a small notation: a citation is [id], a note's mark ^1."""

import re
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.assemble.notes import number_notes
from composer.assemble.references import Reference
from composer.domain.document import (
    Block,
    Cell,
    Citation,
    Emphasis,
    Field,
    FieldList,
    Heading,
    Inline,
    Link,
    ListBlock,
    ListItem,
    NoteReference,
    Origin,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
    Value,
)
from composer.domain.source import Locator, Source
from composer.domain.traversal import inline_runs, inlines, plain
from composer.library.library import Library

HERE = Origin("eigen", "", "a1", 1)


def source(
    name: str, title: str, publisher: str, day: str, kind: str = "bericht", address: str | None = None
) -> Source:
    record = {"id": name, "titel": title, "uitgever": publisher, "soort": kind, "datum": day, "adres": address}
    return Source.model_validate(record)


SOURCES = {
    item.id: item
    for item in (
        source("brief", "De brief", "Vereniging van Nederlandse Gemeenten (VNG)", "2025-01-10", "ledenbrief"),
        source("verslag", "Het verslag", "Vereniging van Nederlandse Gemeenten (VNG)", "2024-12-02"),
        source("akkoord", "Het akkoord", "ministerie van VWS", "2022-09", "akkoord", "https://vws.example/akkoord"),
    )
}
LIBRARY = Library(sources=SOURCES)
REFERENCES: dict[str, Reference | None] = {
    "b1": Reference("b1", "brief", Locator(heading="Geld", paragraph=1)),
    "b2": Reference("b2", "brief", Locator(heading="Vervolg")),
    "b3": Reference("b3", "brief", Locator(heading="Geld", paragraph=1)),
    "v1": Reference("v1", "verslag", Locator(page=4)),
    "a1": Reference("a1", "akkoord"),
    "d1": Reference("d1", description="bericht van het ministerie"),
    "n1": Reference("n1"),
    "n2": Reference("n2"),
    "eigen": None,
}


def inline(text: str) -> tuple[Inline, ...]:
    """Text in which [x] cites x, [x,y] x and y in one mark."""
    parts = re.split(r"\[([\w,]+)\]", text)
    return tuple(
        Citation(tuple(part.split(",")), HERE) if number % 2 else Text(part)
        for number, part in enumerate(parts)
        if number % 2 or part
    )


def paragraph(text: str) -> Paragraph:
    return Paragraph(inline(text), HERE)


def shown(content: tuple[Inline, ...]) -> str:
    parts: list[str] = []
    for part in content:
        match part:
            case NoteReference():
                parts.append(f"^{part.number}")
            case Strong() | Emphasis() | Link():
                parts.append(f"*{shown(part.content)}*")
            case _:
                parts.append(plain((part,)))
    return "".join(parts)


def numbered(
    *blocks: Block, references: Mapping[str, Reference | None] = REFERENCES, library: Library = LIBRARY
) -> tuple[list[str], list[str]]:
    """Each run of the page, and each note."""
    page, notes = number_notes(blocks, references, library)
    assert [note.number for note in notes] == list(range(1, len(notes) + 1))
    return [shown(run) for block in page for run in inline_runs(block)], [shown(note.content) for note in notes]


FULL = "Vereniging van Nederlandse Gemeenten (VNG), *De brief*, 10 januari 2025"
VERSLAG = "Vereniging van Nederlandse Gemeenten (VNG), *Het verslag*, 2 december 2024"
LATER = " (hierna: VNG 2025)"

CASES: list[tuple[str, str, str, list[str]]] = [
    ("one citation", "Zin.[b1]", "Zin.^1", [f"{FULL}, par. Geld, alinea 1."]),
    ("none", "Zin.", "Zin.", []),
    ("a place of its own", "Zin.[v1]", "Zin.^1", [f"{VERSLAG}, p. 4."]),
    ("no place", "Zin.[a1]", "Zin.^1", ["Ministerie van VWS, *Het akkoord*, september 2022."]),
    (
        "two facts of one source in a sentence",
        "Zin een[b1] en twee.[b2]",
        "Zin een en twee.^1",
        [f"{FULL}, par. Geld, alinea 1; par. Vervolg."],
    ),
    (
        "two facts of one place",
        "Zin een[b1] en twee.[b3]",
        "Zin een en twee.^1",
        [f"{FULL}, par. Geld, alinea 1."],
    ),
    (
        "the same fact twice in a sentence",
        "Zin een[b1] en twee.[b1]",
        "Zin een en twee.^1",
        [f"{FULL}, par. Geld, alinea 1."],
    ),
    (
        "one source in two sentences",
        "Zin.[b1] Tweede zin.[b2]",
        "Zin.^1 Tweede zin.^2",
        [f"{FULL}{LATER}, par. Geld, alinea 1.", "VNG 2025, par. Vervolg."],
    ),
    (
        "two sources at one place",
        "Zin.[b1][v1]",
        "Zin.^1",
        [f"{FULL}, par. Geld, alinea 1; {VERSLAG}, p. 4."],
    ),
    (
        "two sources in one mark",
        "Zin.[b1,v1]",
        "Zin.^1",
        [f"{FULL}, par. Geld, alinea 1; {VERSLAG}, p. 4."],
    ),
    (
        "two sources at two places of a sentence",
        "Zin een[b1] en twee.[v1]",
        "Zin een^1 en twee.^2",
        [f"{FULL}, par. Geld, alinea 1.", f"{VERSLAG}, p. 4."],
    ),
    (
        "a source at two places, another between",
        "Een[b1], twee[v1] en drie.[b2]",
        "Een, twee^1 en drie.^2",
        [f"{VERSLAG}, p. 4.", f"{FULL}, par. Geld, alinea 1; par. Vervolg."],
    ),
    ("a description", "Zin.[d1]", "Zin.^1", ["Bericht van het ministerie."]),
    ("a source and a description", "Zin.[b1][d1]", "Zin.^1", [f"{FULL}, par. Geld, alinea 1; bericht van het ministerie."]),
    ("an own decision", "Zin.[eigen]", "Zin.", []),
    ("an own decision beside a source", "Zin.[eigen][b1]", "Zin.^1", [f"{FULL}, par. Geld, alinea 1."]),
    ("an unknown fact", "Zin.[zoek]", "Zin.", []),
    ("a source nobody named", "Zin.[n1]", "Zin.^1", ["[nog invullen: bron]."]),
    ("two sources nobody named", "Zin.[n1][n2]", "Zin.^1", ["[nog invullen: bron]; [nog invullen: bron]."]),
    (
        "before the full stop",
        "Zin[b1]. Tweede.[b2]",
        "Zin^1. Tweede.^2",
        [f"{FULL}{LATER}, par. Geld, alinea 1.", "VNG 2025, par. Vervolg."],
    ),
    (
        "an abbreviation ends no sentence",
        "Zie art.[b1] 5 van de wet.[b2]",
        "Zie art. 5 van de wet.^1",
        [f"{FULL}, par. Geld, alinea 1; par. Vervolg."],
    ),
    ("at the very beginning", "[b1]Zin.", "^1Zin.", [f"{FULL}, par. Geld, alinea 1."]),
    ("nothing but a citation", "[b1]", "^1", [f"{FULL}, par. Geld, alinea 1."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "page", "notes"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_citations_become_notes(text: str, page: str, notes: list[str]) -> None:
    assert numbered(paragraph(text)) == ([page], notes)


def test_a_later_mention_is_short_in_whatever_block_it_stands() -> None:
    _, notes = numbered(paragraph("Zin.[b1]"), paragraph("Zin.[b2]"), paragraph("Zin.[b1]"))
    assert notes == [
        f"{FULL}{LATER}, par. Geld, alinea 1.",
        "VNG 2025, par. Vervolg.",
        "VNG 2025, par. Geld, alinea 1.",
    ]


STRUCTURES: list[tuple[str, Block, list[str]]] = [
    ("a heading", Heading(1, inline("Kop[b1]"), HERE), ["Kop^1"]),
    ("bold", Paragraph((Strong(inline("Vet.[b1]")), *inline(" Meer.[v1]")), HERE), ["*Vet.^1* Meer.^2"]),
    ("bold in italic", Paragraph((Emphasis((Strong(inline("Vet[b1]")), Text(" a."))),), HERE), ["**Vet^1* a.*"]),
    ("a link", Paragraph((Link("https://a.nl", inline("Zie[b1]")), Text(".")), HERE), ["*Zie^1*."]),
    (
        "the items of a list",
        ListBlock(False, 1, (ListItem((paragraph("Een.[b1]"),)), ListItem((paragraph("Twee.[b2]"),))), HERE),
        ["Een.^1", "Twee.^2"],
    ),
    (
        "a list in a list",
        ListBlock(
            True,
            1,
            (ListItem((paragraph("A.[b1]"), ListBlock(False, 1, (ListItem((paragraph("B.[v1]"),)),), HERE))),),
            HERE,
        ),
        ["A.^1", "B.^2"],
    ),
    ("a quote", Quote((paragraph("Zo.[b1]"), paragraph("En zo.[v1]")), HERE), ["Zo.^1", "En zo.^2"]),
    (
        "the cells of a table",
        Table(
            (Cell(inline("Kop[b1]")), Cell(inline("Kop"))),
            ((Cell(inline("1[v1]")), Cell(inline("2[b2]"))),),
            ("left", "left"),
            HERE,
        ),
        ["Kop^1", "Kop", "1^2", "2^3"],
    ),
    ("the values of fields", FieldList((Field(inline("Aan[b1]"), inline("raad[v1]")),), HERE), ["Aan^1", "raad^2"]),
]


@pytest.mark.parametrize(("block", "page"), [case[1:] for case in STRUCTURES], ids=[case[0] for case in STRUCTURES])
def test_a_note_stands_wherever_a_citation_can(block: Block, page: list[str]) -> None:
    assert numbered(block)[0] == page


def test_marks_and_notes_keep_the_order_of_reading_over_all_blocks() -> None:
    page, notes = numbered(*(block for _, block, _ in STRUCTURES))
    marks = [int(mark) for run in page for mark in re.findall(r"\^(\d+)", run)]
    assert marks == list(range(1, len(notes) + 1))


def test_a_note_knows_its_facts_its_sources_and_the_piece_that_cites() -> None:
    _, [note] = number_notes((paragraph("Een[b1], twee[eigen] en drie.[v1,b2]"),), REFERENCES, LIBRARY)[0:2]
    assert (note.facts, note.sources, note.origin) == (("b1", "v1", "b2"), ("brief", "verslag"), HERE)


def test_the_title_of_a_source_with_an_address_is_a_link() -> None:
    _, [note] = number_notes((paragraph("Zin.[a1]"),), REFERENCES, LIBRARY)
    assert Link("https://vws.example/akkoord", (Text("Het akkoord"),)) in note.content


def test_a_gap_for_a_source_names_the_fact() -> None:
    _, [note] = number_notes((paragraph("Zin.[n1]"),), REFERENCES, LIBRARY)
    assert note.content[0] == Value('feit["n1"].bron', None, "bron", HERE, "n1")


def test_a_value_in_the_text_does_not_move_the_marks() -> None:
    content = (*inline("Op "), Value("veld.dag", "1 jan. 2025. Einde", "dag", HERE), *inline(" dit.[b1] En dat.[v1]"))
    assert numbered(Paragraph(content, HERE))[0] == ["Op 1 jan. 2025. Einde dit.^1 En dat.^2"]


def test_two_sources_with_the_same_short_name_are_told_apart() -> None:
    sources = {
        item.id: item
        for item in (
            source("a", "A", "ministerie van VWS", "2024-01-05", "kamerbrief"),
            source("b", "B", "ministerie van VWS", "2024-02-05", "kamerbrief"),
            source("c", "C", "ministerie van VWS", "2024-03-05", "bericht"),
        )
    }
    references = {name: Reference(name, name) for name in sources}
    text = "Zin.[a] Zin.[b] Zin.[c] Zin.[a] Zin.[b] Zin.[c]"
    _, notes = numbered(paragraph(text), references=references, library=Library(sources=sources))
    shorts = notes[3:]
    assert len(set(shorts)) == 3
    assert shorts[0] == "Ministerie van VWS, kamerbrief 5 januari 2024."
    for full, short in zip(notes, shorts, strict=False):
        assert f"(hierna: {short.removesuffix('.')})".casefold() in full.casefold()


def test_many_sources_of_one_day_are_all_told_apart() -> None:
    sources = {f"s{n}": source(f"s{n}", f"T{n}", "ministerie van VWS", "2024-01-05") for n in range(60)}
    references = {name: Reference(name, name) for name in sources}
    text = " ".join(f"Zin.[{name}]" for name in [*sources, *sources])
    _, notes = numbered(paragraph(text), references=references, library=Library(sources=sources))
    assert len(set(notes[60:])) == 60


IDS = st.sampled_from([*REFERENCES, "zoek"])
WORDS = st.sampled_from(["Woord", " en", ". ", " art. 5", "! ", " 1. "]).map(Text)
CITATIONS = st.lists(IDS, min_size=1, max_size=3).map(lambda ids: Citation(tuple(ids), HERE))
RUNS: st.SearchStrategy[tuple[Inline, ...]] = st.lists(st.one_of(WORDS, CITATIONS), max_size=14).map(tuple)


@given(st.lists(RUNS, max_size=4))
def test_every_citation_that_needs_a_note_has_one_in_its_own_sentence_and_no_word_is_lost(
    runs: list[tuple[Inline, ...]],
) -> None:
    blocks = tuple(Paragraph(run, HERE) for run in runs)
    page, notes = number_notes(blocks, REFERENCES, LIBRARY)
    assert [plain(block.content) for block in page if isinstance(block, Paragraph)] == [plain(run) for run in runs]
    marks = [inline.number for block in page for inline in inlines(block) if isinstance(inline, NoteReference)]
    assert marks == list(range(1, len(notes) + 1))
    cited = {name for run in runs for part in run if isinstance(part, Citation) for name in part.facts}
    assert {name for note in notes for name in note.facts} == {name for name in cited if REFERENCES.get(name)}
