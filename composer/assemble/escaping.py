"""What plain words need so that they are read as plain words and nothing else."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from composer.assemble.jinja import END, START

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


def joined_parts(parts: list[Part]) -> str:
    """The parts in a row; a letter beside a sign is written as a number where the sign would not count otherwise."""
    text = ""
    for position, part in enumerate(parts):
        before = parts[position - 1] if position else None
        after = parts[position + 1] if position + 1 < len(parts) else None
        text += _settled(part, before, after, parts, position)
    return text


def _settled(part: Part, before: Part | None, after: Part | None, parts: list[Part], position: int) -> str:
    text = part.text
    if part.sign or part.plain in ("", START, "["):
        return text
    if after and after.opens and _ordinary(part.plain[-1]) and _needs(parts[position + 1 :], "opens"):
        text = text[: -len(part.plain[-1])] + _entity(part.plain[-1])
    if before and before.closes and _ordinary(part.plain[0]) and _needs(parts[:position][::-1], "closes"):
        text = _entity(part.plain[0]) + text[1:]
    if after and after.text.startswith("[") and text.endswith("!"):
        text = f"{text[:-1]}\\!"
    return text


def _needs(parts: Iterable[Part], kind: str) -> bool:
    """Whether signs beside a letter count only if that letter does not look like one."""
    signs = 0
    for part in parts:
        if not getattr(part, kind):
            edge = part.plain[:1] if kind == "opens" else part.plain[-1:]
            return signs > 1 or not _ordinary(edge)
        signs += 1
        if part.text == "_":
            return True
    return True


def _ordinary(char: str) -> bool:
    """Neither white space nor punctuation."""
    return bool(char) and not char.isspace() and char not in (START, END) and unicodedata.category(char)[0] not in "PS"


def _entity(char: str) -> str:
    return f"&#{ord(char)};"
