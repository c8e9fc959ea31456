"""A fast path for texts of only paragraphs with words and citations, as most are: the same result as the grammar, without it."""

import re
from collections.abc import Iterator

from composer.assemble.jinja import PLACEHOLDER_START
from composer.domain.document import Citation, Inline, Origin, Paragraph, Text

_CITED = re.compile(r"\[\^([\w-]{1,200})\]")
_WORDS = rf"(?:[^\W\d_]|{PLACEHOLDER_START})(?: *+(?:[^\\`*_\[\]<&\s\0]++|(?<!!)\[\^[\w-]{{1,200}}\]))*+"
_PLAIN = re.compile(rf"\n*{_WORDS}(?:\n+{_WORDS})*\n*")
"""Lines that begin with a letter or a value, end without a space, and have no sign of the dialect but citations."""
_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")


def plain_paragraphs(text: str) -> tuple[Paragraph, ...] | None:
    """The blocks of such a text, whose origins give only lines; None for any other."""
    return tuple(_paragraphs(text)) if _PLAIN.fullmatch(text) else None


def _paragraphs(text: str) -> Iterator[Paragraph]:
    for match in _PARAGRAPH.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        yield Paragraph(tuple(_words(match.group(), line)), Origin("eigen", line=line))


def _words(paragraph: str, line: int) -> Iterator[Inline]:
    for at, part in enumerate(_CITED.split(paragraph)):
        line += part.count("\n")
        if at % 2:
            yield Citation((part,), Origin("eigen", line=line))
        elif part:
            yield Text(part.replace("\n", " "))
