"""What Dutch typography keeps together on one line, and its quotation marks."""

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


_OPENS_AFTER = re.compile(r"[\s(\[{“‘–—/]")
_CLOSES_BEFORE = re.compile(r"[\s.,;:!?)\]}”’–—]")
_APOSTROPHE = re.compile(r"'(?=(?:[stnmkd]\b|ie\b|\d\d))", re.IGNORECASE)
_QUOTE = re.compile("[\"']")


def curl(text: str) -> str:
    """Text whose straight quotation marks are curly ones; ’s, ’t and ’24 begin with an apostrophe."""
    if '"' not in text and "'" not in text:
        return text
    return _QUOTE.sub(lambda mark: _curled(mark.group(), text, mark.start()), text)


def _curled(mark: str, text: str, at: int) -> str:
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    free = not before or _OPENS_AFTER.match(before) is not None or before in "\"'"
    opens = free and bool(after) and _CLOSES_BEFORE.match(after) is None
    if mark == "'":
        return "‘" if opens and _APOSTROPHE.match(text, at) is None else "’"
    return "“" if opens else "”"


def shortened(text: str, length: int) -> str:
    """At most `length` characters, cut between words and ending in an ellipsis when cut."""
    if len(text) <= length:
        return text
    return text[: length - 1].rpartition(" ")[0].rstrip(" ,;:–-") + "…"
