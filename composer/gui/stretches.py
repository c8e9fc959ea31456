"""What changed in a text, for the eye and for a screen reader."""

from collections.abc import Iterable, Iterator
from html import escape

from composer.gui.theme import Theme
from composer.work.writing.differences import Stretch


def marked(stretches: Iterable[Stretch], theme: Theme) -> str:
    """As HTML: what went struck, what is new underlined."""
    styles = {
        "gelijk": "",
        "weg": f"color:{theme.colours['wrong']};text-decoration:line-through",
        "nieuw": f"color:{theme.colours['good']};text-decoration:underline",
    }
    return "".join(
        f'<span style="{styles[stretch.kept]}">{escape(stretch.text).replace(chr(10), "<br>")}</span>'
        for stretch in stretches
    )


def spoken(stretches: Iterable[Stretch]) -> str:
    """In words: (weg: …) and (nieuw: …)."""
    words = {"gelijk": "{}", "weg": "(weg: {})", "nieuw": "(nieuw: {})"}
    return " ".join(words[stretch.kept].format(stretch.text.strip()) for stretch in stretches if stretch.text.strip())


AROUND = 90
"""Characters before and after a change that are shown of a long text."""


def around(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """What changed with a little of what stands around it; the rest is left out as …"""
    shown = list(stretches)
    for at, stretch in enumerate(shown):
        if stretch.kept != "gelijk":
            yield stretch
            continue
        before = stretch.text[-AROUND:] if at + 1 < len(shown) else ""
        after = stretch.text[:AROUND] if at else ""
        whole = len(stretch.text) <= len(before) + len(after) + 3
        yield stretch if whole else Stretch("gelijk", f"{after} … {before}".strip(" "))
