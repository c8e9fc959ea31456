"""What changed in a text, for the eye and for a screen reader."""

from collections.abc import Iterable
from html import escape

from composer.gui.theme import Theme
from composer.work.differences import Stretch


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
