"""A diff as HTML and as words for a screen reader."""

from collections.abc import Iterable, Iterator
from html import escape

from composer.gui.theme import Theme
from composer.work.writing.diff import DiffSpan


def diff_html(spans: Iterable[DiffSpan], theme: Theme) -> str:
    """The diff as HTML: deletions struck through, insertions underlined."""
    styles = {
        "gelijk": "",
        "weg": f"color:{theme.colours['wrong']};text-decoration:line-through",
        "nieuw": f"color:{theme.colours['good']};text-decoration:underline",
    }
    return "".join(
        f'<span style="{styles[stretch.change]}">{escape(stretch.text).replace(chr(10), "<br>")}</span>'
        for stretch in spans
    )


def diff_speech(spans: Iterable[DiffSpan]) -> str:
    """The diff in words: (weg: …) and (nieuw: …)."""
    words = {"gelijk": "{}", "weg": "(weg: {})", "nieuw": "(nieuw: {})"}
    return " ".join(words[stretch.change].format(stretch.text.strip()) for stretch in spans if stretch.text.strip())


AROUND = 90
"""Characters before and after a change that are shown of a long text."""


def with_context(spans: Iterable[DiffSpan]) -> Iterator[DiffSpan]:
    """The changes with some words of context; the rest is replaced by …"""
    shown = list(spans)
    for at, stretch in enumerate(shown):
        if stretch.change != "gelijk":
            yield stretch
            continue
        before = stretch.text[-AROUND:] if at + 1 < len(shown) else ""
        after = stretch.text[:AROUND] if at else ""
        whole = len(stretch.text) <= len(before) + len(after) + 3
        yield stretch if whole else DiffSpan("gelijk", f"{after} … {before}".strip(" "))
