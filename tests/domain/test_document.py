"""The tree that every writer reads."""

import pytest

from composer.domain.document import (
    Block,
    Cell,
    Citation,
    Emphasis,
    Field,
    FieldList,
    Heading,
    Inline,
    LineBreak,
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
from composer.domain.transform import map_inlines
from composer.domain.traversal import flatten, inline_runs, inlines, plain

HERE, THERE = Origin("eigen", "", "a1", 1), Origin("tekstblok", "x", "a2", 9)
GAP = Value("veld.x", None, "naam", HERE)
NAME = Value("veld.x", "Oss", "naam", HERE)


def paragraph(text: str) -> Paragraph:
    return Paragraph((Text(text),), HERE)


def item(*blocks: Block) -> ListItem:
    return ListItem(blocks)


BLOCKS: dict[str, tuple[Block, list[str]]] = {
    "heading": (Heading(1, (Text("a"),), HERE), ["a"]),
    "paragraph": (paragraph("a"), ["a"]),
    "list": (ListBlock(True, 3, (item(paragraph("a"), paragraph("b")), item(paragraph("c"))), HERE), ["a", "b", "c"]),
    "nested list": (
        ListBlock(False, 1, (item(paragraph("a"), ListBlock(False, 1, (item(paragraph("b")),), HERE)),), HERE),
        ["a", "b"],
    ),
    "quote": (Quote((paragraph("a"), Heading(2, (Text("b"),), HERE)), HERE), ["a", "b"]),
    "table": (
        Table((Cell((Text("a"),)), Cell((Text("b"),))), ((Cell((Text("c"),)), Cell(())),), ("left", "right"), HERE),
        ["a", "b", "c", ""],
    ),
    "fields": (FieldList((Field((Text("a"),), (Text("b"),)), Field((Text("c"),), ())), HERE), ["a", "b", "c", ""]),
}


@pytest.mark.parametrize("kind", BLOCKS)
def test_the_runs_of_a_block_come_in_the_order_of_reading(kind: str) -> None:
    block, texts = BLOCKS[kind]
    assert [plain(run) for run in inline_runs(block)] == texts


@pytest.mark.parametrize("kind", BLOCKS)
def test_a_block_is_rewritten_in_every_run_and_keeps_its_shape(kind: str) -> None:
    block, texts = BLOCKS[kind]
    changed = map_inlines(block, lambda content: (*content, Text("!")), lambda _: THERE)
    assert [plain(run) for run in inline_runs(changed)] == [f"{text}!" for text in texts]
    assert changed.origin == THERE
    assert map_inlines(block, lambda content: content) == block


PLAIN: list[tuple[tuple[Inline, ...], str]] = [
    ((), ""),
    ((Text("a "), Strong((Text("b"),)), Emphasis((Text(" c"),))), "a b c"),
    ((Link("https://a.nl", (Text("a"), Strong((Text("b"),)))),), "ab"),
    ((Text("a"), LineBreak(), Text("b")), "a\nb"),
    ((Text("a"), Citation(("f",), HERE), NoteReference(1)), "a"),
    ((NAME, Text(" en "), GAP), "Oss en [nog invullen: naam]"),
    ((Strong((GAP,)),), "[nog invullen: naam]"),
]


@pytest.mark.parametrize(("content", "text"), PLAIN)
def test_the_plain_words_of_a_run(content: tuple[Inline, ...], text: str) -> None:
    assert plain(content) == text


def test_a_gap_reads_as_the_writer_wants() -> None:
    assert plain((GAP,), "…{label}…") == "…naam…"
    assert plain((GAP,), "") == ""


def test_what_is_held_comes_after_what_holds_it() -> None:
    inner, outer = Text("a"), Strong((Text("a"),))
    assert list(flatten((Link("https://a.nl", (outer,)), NAME))) == [Link("https://a.nl", (outer,)), outer, inner, NAME]


def test_all_inlines_of_a_block_are_found() -> None:
    block, _ = BLOCKS["table"]
    assert [part.text for part in inlines(block) if isinstance(part, Text)] == ["a", "b", "c"]
