"""The grammar of the small Markdown dialect: text to a syntax tree, bounded, with fact citations of our own."""

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_block.table import escapedSplit
from markdown_it.rules_inline import StateInline
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.field_list import fieldlist_plugin

from composer.assemble.jinja import PLACEHOLDER_START

CITATION = re.compile(r"\[\^([^\]\s]{1,200})\]")
MAX_BRACKETS = 4_000
"""Beyond any text; the time that unclosed ones take grows with their square."""


class _Dialect(MarkdownIt):
    """CommonMark without definitions, with tables, field lists and citations; every link is a link, to be judged later."""

    def __init__(self) -> None:
        super().__init__("commonmark", {"maxNesting": 40})
        self.enable("table").disable("reference").use(fieldlist_plugin)
        self.inline.ruler.before("link", "citation", _cite)

    def validateLink(self, url: str) -> bool:
        return True

    def normalizeLink(self, url: str) -> str:
        """As it is when a value comes in it: the name of a host would be rewritten with our marks in it."""
        return url if PLACEHOLDER_START in url else super().normalizeLink(url)

    def normalizeLinkText(self, link: str) -> str:
        return link if PLACEHOLDER_START in link else super().normalizeLinkText(link)


def _cite(state: StateInline, silent: bool) -> bool:
    """An inline rule: `[^id]` becomes a token of type citation, whether or not there is such a fact."""
    if state.src[state.pos] != "[" or not (match := CITATION.match(state.src, state.pos)):
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.content = match.group(1)
    state.pos = match.end()
    return True


_DIALECT = _Dialect()


def syntax_tree(text: str) -> Sequence[SyntaxTreeNode] | None:
    """The nodes of a text; None when it has too many brackets to be read."""
    return None if text.count("[") > MAX_BRACKETS else SyntaxTreeNode(_DIALECT.parse(text)).children


def surplus(row: str, width: int) -> list[str]:
    """The texts of the cells that a line of a table has beyond `width`, which its grammar drops."""
    line = row.strip().lstrip("> \t")
    cells = escapedSplit(line)
    cells = cells[1:] if cells[0].strip() == "" else cells
    cells = cells[:-1] if cells and cells[-1].strip() == "" else cells
    return [cell.strip() for cell in cells[width:]]
