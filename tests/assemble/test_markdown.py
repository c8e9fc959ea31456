"""The small Markdown dialect: each construct, each thing that it does not have, and nothing of the text lost."""

import re
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from composer.assemble.markdown import parse_markdown
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
    Origin,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
)
from composer.domain.traversal import inline_runs, inlines, plain


def at(line: int) -> Origin:
    return Origin("eigen", line=line)


def paragraph(*content: Inline | str, line: int = 1) -> Paragraph:
    return Paragraph(tuple(Text(part) if isinstance(part, str) else part for part in content), at(line))


def item(*content: Inline | str, line: int) -> ListItem:
    return ListItem((paragraph(*content, line=line),))


def cells(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell((Text(text),) if text else ()) for text in texts)


CONSTRUCTS: list[tuple[str, str, tuple[Block, ...]]] = [
    ("a paragraph", "Eén zin.", (paragraph("Eén zin."),)),
    ("two paragraphs", "Een.\n\nTwee.", (paragraph("Een."), paragraph("Twee.", line=3))),
    ("a line break in the source", "Een\ntwee.", (paragraph("Een twee."),)),
    ("a hard break with a backslash", "Een\\\ntwee.", (paragraph("Een", LineBreak(), "twee."),)),
    ("a hard break with spaces", "Een  \ntwee.", (paragraph("Een", LineBreak(), "twee."),)),
    ("bold", "Een **vet** woord.", (paragraph("Een ", Strong((Text("vet"),)), " woord."),)),
    ("italic", "Een *schuin* woord.", (paragraph("Een ", Emphasis((Text("schuin"),)), " woord."),)),
    ("italic with lines", "Een _schuin_ woord.", (paragraph("Een ", Emphasis((Text("schuin"),)), " woord."),)),
    ("bold within italic", "*a **b***", (paragraph(Emphasis((Text("a "), Strong((Text("b"),))))),)),
    ("an underscore within a word", "a_b_c", (paragraph("a_b_c"),)),
    ("a link", "[vng](https://vng.nl/a?b=c)", (paragraph(Link("https://vng.nl/a?b=c", (Text("vng"),))),)),
    ("a link in brackets", "<https://vng.nl>", (paragraph(Link("https://vng.nl", (Text("https://vng.nl"),))),)),
    ("a mail address", "[mail](mailto:a@b.nl)", (paragraph(Link("mailto:a@b.nl", (Text("mail"),))),)),
    ("a telephone number", "[bel](tel:+31612345678)", (paragraph(Link("tel:+31612345678", (Text("bel"),))),)),
    ("bold in a link", "[**a**](https://b.nl)", (paragraph(Link("https://b.nl", (Strong((Text("a"),)),))),)),
    ("a bare address is text", "https://vng.nl", (paragraph("https://vng.nl"),)),
    ("a citation", "Zin.[^een-feit]", (paragraph("Zin.", Citation(("een-feit",), at(1))),)),
    ("two citations", "Zin.[^a][^b]", (paragraph("Zin.", Citation(("a",), at(1)), Citation(("b",), at(1))),)),
    ("a citation on the next line", "Een\nzin.[^a]", (paragraph("Een zin.", Citation(("a",), at(2))),)),
    ("a citation in bold", "**Zin.[^a]**", (paragraph(Strong((Text("Zin."), Citation(("a",), at(1))))),)),
    ("an escaped citation", "Zin.\\[^a]", (paragraph("Zin.[^a]"),)),
    ("an escaped sign", "\\*geen\\* \\# \\_", (paragraph("*geen* # _"),)),
    ("an entity", "R&amp;D &euro; 5", (paragraph("R&D € 5"),)),
    ("a heading", "# Kop", (Heading(1, (Text("Kop"),), at(1)),)),
    ("a lower heading", "### Kop **vet**", (Heading(3, (Text("Kop "), Strong((Text("vet"),))), at(1)),)),
    ("no heading without a space", "#Kop", (paragraph("#Kop"),)),
    (
        "a list",
        "- een\n- twee",
        (ListBlock(False, 1, (item("een", line=1), item("twee", line=2)), at(1)),),
    ),
    (
        "a numbered list from three",
        "3. drie\n4. vier",
        (ListBlock(True, 3, (item("drie", line=1), item("vier", line=2)), at(1)),),
    ),
    (
        "a list within a list",
        "- een\n  - binnen",
        (
            ListBlock(
                False,
                1,
                (ListItem((paragraph("een"), ListBlock(False, 1, (item("binnen", line=2),), at(2)))),),
                at(1),
            ),
        ),
    ),
    ("a quote", "> Zo is het.", (Quote((paragraph("Zo is het."),), at(1)),)),
    (
        "a table",
        "| a | b | c |\n|---|:-:|--:|\n| 1 | 2 | 3 |",
        (Table(cells("a", "b", "c"), (cells("1", "2", "3"),), ("left", "center", "right"), at(1)),),
    ),
    (
        "a table with a short row",
        "| a | b |\n|---|---|\n| 1 |",
        (Table(cells("a", "b"), (cells("1", ""),), ("left", "left"), at(1)),),
    ),
    (
        "a list of fields",
        ":Aan: de raad\n:Van: het **college**",
        (
            FieldList(
                (
                    Field((Text("Aan"),), (Text("de raad"),)),
                    Field((Text("Van"),), (Text("het "), Strong((Text("college"),)))),
                ),
                at(1),
            ),
        ),
    ),
    ("an empty field", ":Aan:", (FieldList((Field((Text("Aan"),), ()),), at(1)),)),
    ("nothing", "", ()),
    ("only white space", "  \n\n ", ()),
]


@pytest.mark.parametrize(("text", "blocks"), [case[1:] for case in CONSTRUCTS], ids=[case[0] for case in CONSTRUCTS])
def test_each_construct_of_the_dialect(text: str, blocks: tuple[Block, ...]) -> None:
    parsed = parse_markdown(text)
    assert parsed.blocks == blocks
    assert parsed.remarks == ()


REFUSED = [
    ("a code block", "Een.\n\n```python\nx = 1\n```", 3, "een codeblok", ("python", "x = 1")),
    ("an indented block", "Een.\n\n    ingesprongen tekst", 3, "haal de spaties aan het begin weg", ("ingesprongen tekst",)),
    ("a line", "Een.\n\n***\n\nTwee.", 3, "een streep", ("***",)),
    ("a block of HTML", "Een.\n\n<div>\nbinnen\n</div>", 3, "HTML", ("<div>", "binnen", "</div>")),
    ("HTML in a line", "Een\n<b>vet</b> woord.", 2, "HTML", ("<b>", "vet", "</b>")),
    ("a script", "<script>alert(1)</script>", 1, "HTML", ("<script>", "alert(1)")),
    ("a comment", "Een.\n\n<!-- weg -->", 3, "HTML", ("weg",)),
    ("an image", "Een ![plaatje](https://a.nl/b.png) hier.", 1, "een afbeelding", ("plaatje", "https://a.nl/b.png")),
    ("code", "Een `code` woord.", 1, "code", ("code",)),
    ("an unsafe link", "Klik [hier](javascript:alert(1)).", 1, "een link begint met", ("hier", "javascript:alert(1)")),
    ("a link to a file", "Zie [bijlage](bijlage.pdf).", 1, "een link begint met", ("bijlage", "bijlage.pdf")),
    ("a link to data", "[a](data:text/html,x)", 1, "een link begint met", ("a", "data:text/html,x")),
    ("a title of a link", 'Zie [vng](https://vng.nl "Naar de VNG").', 1, "geen titel", ("vng", "Naar de VNG")),
    ("a footnote of one's own", "Een.[^feit]\n\n[^feit]: eigen *woorden*", 3, "een voetnoot met eigen", ("eigen", "woorden")),
    ("a footnote in a paragraph", "Een.\n[^1]: eigen", 2, "een voetnoot met eigen woorden", ("eigen",)),
    ("a list in a field", ":Aan: de raad\n\n    - een\n    - twee", 3, "achter een veldnaam", ("de raad", "een", "twee")),
    ("a row of a table that is too long", "| a |\n|---|\n| 1 | 2 |", 3, "meer cellen", ("1", "2")),
    ("a quote too deep", "> " * 30 + "diep", 1, "te diep", ("diep",)),
    ("a list too deep", "\n".join("  " * depth + f"- x{depth}" for depth in range(30)), 10, "te diep", ("x0", "x29")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line", "said", "kept"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_what_the_dialect_does_not_have_is_told_with_its_line_and_kept(
    text: str, line: int, said: str, kept: tuple[str, ...]
) -> None:
    parsed = parse_markdown(text)
    assert (parsed.remarks[0].line, said in parsed.remarks[0].message) == (line, True), parsed.remarks
    for words in kept:
        assert words in words_of(parsed.blocks)


def words_of(blocks: tuple[Block, ...]) -> str:
    return "\n".join(plain(content) for block in blocks for content in inline_runs(block))


def test_a_definition_of_a_link_stays_text() -> None:
    assert words_of(parse_markdown("[vng]: https://vng.nl").blocks) == "[vng]: https://vng.nl"


def test_a_definition_of_a_footnote_stays_text_with_a_citation() -> None:
    [block] = parse_markdown("[^a]: zo is het").blocks
    assert block == paragraph(Citation(("a",), at(1)), ": zo is het")


WORD = st.integers(1, 99).map("w{}x".format)
LINE = st.lists(WORD, min_size=1, max_size=4).map(" ".join)
SPANS = st.one_of(
    LINE,
    st.builds("**{}**".format, LINE),
    st.builds("*{}* **{}".format, LINE, LINE),
    st.builds("_{}__ {}_".format, LINE, LINE),
    st.builds("[{}](https://a.nl)".format, LINE),
    st.builds("[{}](<{}>)".format, LINE, LINE),
    st.builds('[{}](https://a.nl "{}")'.format, LINE, LINE),
    st.builds("![{}]({})".format, LINE, WORD),
    st.builds("`{}`".format, LINE),
    st.builds("<b>{}</b>".format, LINE),
    st.builds("<{}@a.nl>".format, WORD),
    st.builds("{}\\\n{}".format, LINE, LINE),
    st.builds("{}  \n{}".format, LINE, LINE),
    st.builds("{} | {}".format, LINE, LINE),
)
BLOCKS = st.one_of(
    SPANS,
    st.builds("{}\n{}".format, SPANS, SPANS),
    st.builds("## {}".format, SPANS),
    st.builds("{}\n---".format, SPANS),
    st.builds("> {}\n> {}".format, SPANS, SPANS),
    st.builds("- {}\n- {}\n\n  {}".format, SPANS, SPANS, SPANS),
    st.builds("7. {}\n\n   > {}".format, SPANS, SPANS),
    st.builds("```{}\n{}\n```".format, WORD, LINE),
    st.builds("~~~{}\n{}".format, WORD, LINE),
    st.builds("    {}".format, LINE),
    st.builds("<div {}>\n{}\n</div>".format, WORD, LINE),
    st.builds("<!-- {}\n{} -->".format, LINE, LINE),
    st.builds(":{}: {}\n  {}\n:{}: {}".format, WORD, SPANS, LINE, WORD, LINE),
    st.builds(":{}: {}\n\n  - {}\n\n  > {}".format, WORD, LINE, LINE, LINE),
    st.builds(":{}:\n\n  - {}".format, WORD, LINE),
    st.builds("| {} | {} |\n|---|---|\n| {} | {} | {} |\n| {} |".format, WORD, WORD, SPANS, LINE, LINE, WORD),
    st.builds("[{}]: https://a.nl '{}'".format, WORD, WORD),
    st.builds("[^{}]: {}".format, WORD, LINE),
    st.builds("* * *\n{}".format, LINE),
)


def words_in(text: str) -> list[str]:
    return re.findall(r"w\d+x", text)


def everything_in(blocks: tuple[Block, ...]) -> str:
    """The words of blocks, the ids that they cite and the targets of their links."""
    found = [words_of(blocks)]
    for block in blocks:
        for inline in inlines(block):
            if isinstance(inline, Citation):
                found += inline.facts
            if isinstance(inline, Link):
                found.append(inline.target)
    return " ".join(found)


@given(st.lists(BLOCKS, min_size=1, max_size=5).map("\n\n".join))
def test_every_word_of_a_text_is_in_what_comes_of_it(text: str) -> None:
    kept = words_in(everything_in(parse_markdown(text).blocks))
    for word in set(words_in(text)):
        assert kept.count(word) >= words_in(text).count(word), word


SIGN = st.sampled_from([*"*_`[]()<>#>-+|:!\\~&=\"'0.1 \n\t", "w1x", "w2x", "  ", "\n\n", "    ", "[^", "](", "| "])
SIGNS = st.lists(SIGN, max_size=50)


@given(SIGNS.map("".join))
@example("`w1x` `` ` ``")
@example("<w1x")
@example("[w1x](<w2x")
@example("|w1x|\n|-|\n|w2x|w1x|")
@example(":w1x:\n\n    w2x")
@example("![w1x](w2x)")
@example("- \n\n  w1x")
@example("&w1x;")
@example("[w1x]()")
def test_no_word_is_lost_whatever_signs_stand_around_it(text: str) -> None:
    kept = words_in(everything_in(parse_markdown(text).blocks))
    for word in set(words_in(text)):
        assert kept.count(word) >= words_in(text).count(word), word


HOSTILE = {
    "stars": "*" * 50_000,
    "opened stars": "*a " * 20_000,
    "brackets": "[" * 50_000,
    "links": "[a](" * 20_000,
    "images": "![" * 20_000,
    "quotes": "> " * 20_000,
    "lists": "- " * 20_000,
    "citations": "[^a]" * 20_000,
    "backticks": "".join("`" * number + " " for number in range(300)),
    "angle brackets": "<" * 50_000,
    "entities": "&" * 50_000,
    "table": "|" * 50_000 + "\n" + "|-" * 20_000,
    "fields": ":a: b\n" * 10_000,
    "hashes": "# " * 20_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_is_read_in_time_that_grows_with_its_length(name: str) -> None:
    begun = time.process_time()
    parse_markdown(HOSTILE[name][:100_000])
    assert time.process_time() - begun < 4
