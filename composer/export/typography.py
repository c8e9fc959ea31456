"""What Dutch typography keeps together on one line."""

import re

_BEFORE = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    "|miljoen|miljard|procent|euro|uur"
)
_AFTER = (
    "art.", "nr.", "blz.", "p.", "par.", "artikel", "paragraaf", "alinea", "lid", "bijlage", "pagina",
)  # fmt: skip
# The space comes first, so that the scan stops at spaces only; look-behinds stand apart because each has its own width.
_WORDS = "|".join(rf"(?<=\b[{word[0].upper()}{word[0]}]{re.escape(word[1:])} )" for word in _AFTER)
_BOUND = re.compile(rf" (?:(?<=\d )(?=(?:{_BEFORE})\b|%)|(?=\d|$)(?:(?<=€ )|{_WORDS}))")
NO_BREAK_SPACE = "\u00a0"


def bind(text: str) -> str:
    """Text whose amounts, days and references do not break; one that ends in "art. " expects its number to follow."""
    return _BOUND.sub(NO_BREAK_SPACE, text)


def shortened(text: str, length: int) -> str:
    """At most `length` characters, cut between words and ending in an ellipsis when cut."""
    if len(text) <= length:
        return text
    return text[: length - 1].rpartition(" ")[0].rstrip(" ,;:–-") + "…"
