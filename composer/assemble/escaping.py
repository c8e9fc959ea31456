"""Escapes plain words so that neither Markdown nor Jinja reads anything else in them."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import takewhile

from composer.assemble.jinja import PLACEHOLDER_END, PLACEHOLDER_START

_ALWAYS = re.compile(r"[\\`*_\[\]<|^]")
_ENTITY = re.compile(r"&(?=#?[A-Za-z0-9]+;)")
_BRACE = re.compile(r"\{(?=[{%#]|$)")
_BLOCK_SIGN = re.compile(r"[#>+\-=~:]")
_NUMBER = re.compile(r"(\d{1,9})([.)])")


@dataclass(frozen=True, slots=True)
class Part:
    """Markdown for a run, or a sign around runs; `plain` is what it looks like to the signs beside it, "" for a sign."""

    text: str
    plain: str = ""
    opens: bool = False
    closes: bool = False

    @property
    def sign(self) -> bool:
        return self.opens or self.closes


def words(text: str) -> str:
    """Text as it may stand in the middle of a line: neither Markdown nor Jinja."""
    escaped = _ALWAYS.sub(lambda match: f"\\{match.group()}", _ENTITY.sub("&amp;", text))
    return _BRACE.sub("&#123;", escaped).replace("\u00a0", "&nbsp;")


def line_start(line: str) -> str:
    """A line with the white space at its ends kept, and with no sign at its start that would make it another block."""
    if line and line[0].isspace():
        line = _entity(line[0]) + line[1:]
    if line and line[-1].isspace():
        line = line[:-1] + _entity(line[-1])
    if _BLOCK_SIGN.match(line):
        return f"\\{line}"
    return _NUMBER.sub(r"\1\\\2", line, count=1) if _NUMBER.match(line) else line


def target_of(address: str) -> str:
    """An address as the target of a link, in angle brackets where it needs them."""
    escaped = _BRACE.sub("%7B", _ENTITY.sub("&amp;", address.replace("\\", "%5C")))
    if re.search(r"[\s()<>]", escaped) or not escaped:
        return f"<{escaped.replace('<', '%3C').replace('>', '%3E')}>"
    return escaped


def joined_parts(parts: list[Part], *, guarded: bool = False) -> str:
    """The parts in a row; a letter beside a sign is written as a number where the sign would not count, or wherever `guarded`."""
    return "".join(_settled(part, parts[:at][::-1], parts[at + 1 :], guarded) for at, part in enumerate(parts))


def _settled(part: Part, before: list[Part], after: list[Part], guarded: bool) -> str:
    text = part.text
    if part.sign or part.plain in ("", PLACEHOLDER_START, "["):
        return text
    first = bool(before) and before[0].closes and (guarded or _needs(before, "closes"))
    last = bool(after) and after[0].opens and (guarded or _needs(after, "opens"))
    if first and _ordinary(part.plain[0]):
        text = _entity(part.plain[0]) + text[1:]
    if last and _ordinary(part.plain[-1]) and not (first and len(part.plain) == 1):
        text = text[:-1] + _entity(part.plain[-1])
    return f"{text[:-1]}\\!" if text.endswith("!") and after and after[0].text.startswith("[") else text


def _needs(parts: list[Part], kind: str) -> bool:
    """Whether the signs beside a letter, read away from it, count only if it does not look like one."""
    signs = list(takewhile(lambda part: getattr(part, kind), parts))
    inner = parts[len(signs)] if len(signs) < len(parts) else Part("")
    edge = inner.plain[:1] if kind == "opens" else inner.plain[-1:]
    return len(signs) > 1 or signs[0].text == "_" or not _ordinary(edge)


def _ordinary(char: str) -> bool:
    """Neither white space nor punctuation."""
    return (
        bool(char)
        and not char.isspace()
        and char not in (PLACEHOLDER_START, PLACEHOLDER_END)
        and unicodedata.category(char)[0] not in "PS"
    )


def _entity(char: str) -> str:
    return f"&#{ord(char)};"
