"""What is written back reads the same: for trees of every shape, and for every passage that is shipped."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from composer.assemble.compiled_text import PlaceholderValues, compile_text
from composer.assemble.jinja import parse
from composer.assemble.letter import Assembler
from composer.assemble.markdown import parse_markdown
from composer.assemble.markdown_writer import to_markdown, undecided
from composer.assemble.pieces import assemble_text
from composer.assemble.rendering import render
from composer.assemble.runs import NOWHERE, Run, clean, inlines_of, runs, stripped, tidy
from composer.assemble.text_cache import AssemblyContext, TextCache
from composer.domain.document import (
    Alignment,
    Block,
    Cell,
    Citation,
    Field,
    FieldList,
    Heading,
    Inline,
    LineBreak,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
    Value,
)
from composer.domain.errors import ComposerError
from composer.domain.transform import map_inlines  # fmt: skip
from composer.domain.traversal import plain
from composer.library.library import Library
from composer.work.letters import new_letter
from composer.work.libraries import open_library

Blocks = tuple[Block, ...]
NAMES: dict[str, Any] = {
    "gemeente": {"naam": "Bern*heze", "adres": None, "lijst": ("a", "b")},
    "veld": {"koers": None, "onderwerp": "Zorg"},
    "feit": {"een-feit": {"stelling": "ja", "jaar": 2025}},
}


def read(text: str, names: dict[str, Any] = NAMES) -> Blocks:
    rendered = render(parse(text), names)
    return compile_text(parse_markdown(rendered.text).blocks, PlaceholderValues(rendered, NOWHERE, str)).first.blocks


def plainest(blocks: Blocks) -> Blocks:
    """Origins aside, and each run of inlines in its plainest form."""
    return tuple(
        map_inlines(block, lambda content: inlines_of(runs(content)), lambda origin: NOWHERE) for block in blocks
    )


def value(path: str, names: dict[str, Any] = NAMES) -> Value:
    (block,) = read(f"{{{{ {path} }}}}", names)
    assert isinstance(block, Paragraph)
    (inline,) = block.content
    assert isinstance(inline, Value)
    return inline


VALUES = [
    value(path) for path in ("gemeente.naam", "gemeente.adres", 'feit["een-feit"].jaar', "gemeente.naam | hoofdletter")
]
ADDRESSES = [
    "https://www.vng.nl/a_b?c=1&copy;=2",
    "mailto:griffie@bernheze.nl",
    "https://x.nl/(een)",
    "tel:+31101234567",
]
SIDES: tuple[Alignment, ...] = ("left", "center", "right")
RISKY = [
    *"*_`[]#>|&!+()a.é€‘2{ ",
    *("- ", "1. ", "10) ", "\\", "{{", "{%", "{#", "}}", "&amp;", "<b>", ":a:", "---", "===", "~~~", "  "),
    *("\u00a0", "https://x.nl", "[^een-feit]", "\t"),
]

texts = st.one_of(
    st.lists(st.sampled_from(RISKY), min_size=1, max_size=6).map("".join), st.text(min_size=1, max_size=8)
).map(clean)
words = texts.filter(bool).map(Text)
atoms = st.one_of(
    words,
    words,
    st.sampled_from(VALUES),
    st.lists(st.sampled_from(["een-feit", "ander-feit"]), min_size=1, max_size=2).map(
        lambda f: Citation(tuple(f), NOWHERE)
    ),
)
marked = st.builds(
    Run,
    st.one_of(atoms, st.just(LineBreak())),
    st.booleans(),
    st.booleans(),
    st.sampled_from([None, None, None, *ADDRESSES]),
)


def content_of(rows: list[Run]) -> tuple[Inline, ...]:
    return inlines_of(stripped(tuple(rows)))


rows = st.lists(marked, min_size=1, max_size=5)
content = rows.map(content_of).filter(bool)
unbroken = rows.map(lambda row: content_of([run for run in row if not isinstance(run.atom, LineBreak)]))
filled = unbroken.filter(bool)
paragraphs = st.builds(Paragraph, content, st.just(NOWHERE))
headings = st.builds(Heading, st.integers(1, 6), unbroken, st.just(NOWHERE))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    sides = draw(st.lists(st.sampled_from(SIDES), min_size=1, max_size=3))
    cells = st.tuples(*(unbroken.map(Cell) for _ in sides))
    return Table(draw(cells), tuple(draw(st.lists(cells, max_size=3))), tuple(sides), NOWHERE)


field_lists = st.lists(
    st.builds(Field, filled.filter(lambda line: "\t" not in plain(line)), content), min_size=1, max_size=3
).map(lambda fields: FieldList(tuple(fields), NOWHERE))


def lists(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    items = st.builds(
        ListItem,
        st.tuples(paragraphs, st.lists(inner, max_size=2)).map(lambda parts: (parts[0], *parts[1])),
    )
    many = st.lists(items, min_size=1, max_size=3).map(tuple)
    bullets = st.builds(ListBlock, st.just(False), st.just(1), many, st.just(NOWHERE))
    return st.one_of(bullets, st.builds(ListBlock, st.just(True), st.integers(0, 12), many, st.just(NOWHERE)))


def quotes(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    return st.builds(Quote, st.lists(inner, min_size=1, max_size=2).map(tuple), st.just(NOWHERE))


blocks = st.recursive(
    st.one_of(paragraphs, paragraphs, headings, tables()),
    lambda inner: st.one_of(lists(inner), quotes(inner)),
    max_leaves=6,
)


@settings(max_examples=600)
@given(rows)
def test_a_line_reads_back_with_its_words_values_and_citations(row: list[Run]) -> None:
    line = content_of(row)
    if not line:
        return
    (block,) = read(to_markdown((Paragraph(line, NOWHERE),)))
    assert isinstance(block, Paragraph)
    read_back, written = runs(block.content), runs(line)
    assert bare(read_back) == bare(written)


def bare(row: tuple[Run, ...]) -> tuple[Run, ...]:
    """Without bold and italic, which a value's neighbour may lose."""
    return tidy(Run(run.atom, link=run.link) for run in row)


@settings(max_examples=400)
@given(st.lists(st.tuples(words, st.booleans(), st.booleans()), min_size=1, max_size=5))
def test_bold_and_italic_words_read_back_exactly(row: list[tuple[Text, bool, bool]]) -> None:
    line = content_of([Run(*parts) for parts in row])
    if line:
        assert plainest(read(to_markdown((Paragraph(line, NOWHERE),)))) == (Paragraph(line, NOWHERE),)


@settings(max_examples=150)
@given(st.lists(blocks, max_size=4).map(tuple))
def test_blocks_read_back_as_they_were(tree: Blocks) -> None:
    tree = _unmarked(tree)
    text = to_markdown(tree)
    assert plainest(read(text)) == plainest(tree), text


@settings(max_examples=200)
@given(field_lists)
def test_field_lists_read_back(block: FieldList) -> None:
    tree = _unmarked((block,))
    assert plainest(read(to_markdown(tree))) == plainest(tree), to_markdown(tree)


def _unmarked(tree: Blocks) -> Blocks:
    def bared(line: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return inlines_of(bare(runs(line)))

    return tuple(map_inlines(block, bared) for block in tree)


@settings(max_examples=60)
@given(st.lists(blocks, max_size=3).map(tuple))
def test_a_second_time_writes_the_same(tree: Blocks) -> None:
    once = to_markdown(tree)
    assert to_markdown(read(once)) == once


@pytest.fixture(scope="module")
def shipped() -> Library:
    return open_library()


@pytest.mark.parametrize("municipality", ["Bernheze", "Beverwijk", "Noordoostpolder", "Haarlem"])
def test_every_shipped_passage_reads_back(shipped: Library, municipality: str) -> None:
    letter = new_letter(shipped, "raadsinformatiebrief", municipality, date(2025, 6, 1))
    assembly = Assembler(shipped).assemble(letter)
    context = AssemblyContext(shipped, assembly.template, assembly.addressee, assembly.names, TextCache())
    for snippet in shipped.snippets.values():
        written = assemble_text(snippet.text, NOWHERE, context)
        if undecided(written):
            with pytest.raises(ComposerError):
                to_markdown(written)
            continue
        again = assemble_text(to_markdown(written), NOWHERE, context)
        assert plainest(again) == plainest(written), snippet.id
        assert [finding.message for finding in context.findings] == [], snippet.id


def test_readable_text_stays_readable() -> None:
    text = "Op {{ gemeente.naam }} _stemde_ **de raad**.[^een-feit] Kosten: € 2 (mln).\n\n- een\n- twee\n  1. diep\n"
    assert to_markdown(read(text)) == text


def test_a_branch_that_was_taken_stays_as_it_is_shown() -> None:
    text = "{% if gemeente.naam is bekend %}\nVoor {{ gemeente.naam }}.\n{% else %}\nVoor u.\n{% endif %}\n"
    assert to_markdown(read(text)) == "Voor {{ gemeente.naam }}.\n"


def test_an_open_choice_cannot_be_written_and_says_what_to_fill_in() -> None:
    tree = read('Wij {% if veld.koers == "x" %}gaan{% else %}blijven{% endif %}.')
    gap = undecided(tree)
    assert gap is not None and gap.path == "veld.koers"
    with pytest.raises(ComposerError, match=r"veld\.koers"):
        to_markdown(tree)


def test_words_of_a_repetition_become_words() -> None:
    text = "{% for naam in gemeente.lijst %}\n- {{ naam }}\n{% endfor %}"
    assert to_markdown(read(text)) == "- a\n- b\n"


def test_words_that_look_like_markup_or_names_stay_words() -> None:
    tree = (Paragraph((Text("{{ gemeente.naam }} **niet** [^x] {% if %}"),), NOWHERE),)
    assert plainest(read(to_markdown(tree))) == tree


def test_bold_around_other_things_is_put_in_its_plainest_form() -> None:
    tree = (
        Paragraph(
            (Strong((Text(" let op "), Citation(("een-feit",), NOWHERE))), Link("https://x.nl", (Text("x"),))), NOWHERE
        ),
    )
    assert to_markdown(tree) == "&#32;**let op** [^een-feit][x](https://x.nl)\n"


def test_no_blocks_are_no_text() -> None:
    assert to_markdown(()) == ""
