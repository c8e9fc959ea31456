"""Invisible and bidirectional control characters: which they are, and how they are shown."""

import re
from typing import Literal

Harm = Literal["keert", "stuurt", "verbergt", "onbekend"]

_TURNING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufff9-\ufffb"
_UNSEEN = (
    "\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\ufe00-\ufe0e\ufeff\uffa0"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_WITHOUT_MEANING = (
    "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(1, 15))
)  # fmt: skip

_KINDS: tuple[tuple[Harm, str], ...] = (
    ("keert", _TURNING),
    ("stuurt", _CONTROLS),
    ("verbergt", _UNSEEN),
    ("onbekend", _WITHOUT_MEANING),
)
HIDDEN = re.compile(f"[{_TURNING}{_CONTROLS}{_UNSEEN}{_WITHOUT_MEANING}]")
"""Tabs, line ends and spaces of every width are no hidden characters; a picture's own variant sign (U+FE0F) neither."""

DESCRIPTIONS: dict[Harm, str] = {
    "keert": "een teken dat de leesrichting omkeert",
    "stuurt": "een stuurteken",
    "verbergt": "een onzichtbaar teken",
    "onbekend": "een teken zonder vaste betekenis",
}


def harm(char: str) -> Harm:
    """The kind of harm that a hidden character does."""
    return next(kind for kind, signs in _KINDS if re.match(f"[{signs}]", char))


def code(char: str) -> str:
    """Its number as Unicode writes it: U+202E."""
    return f"U+{ord(char):04X}"


def shown(text: str) -> str:
    """The text with each hidden character as its number in brackets."""
    return HIDDEN.sub(lambda match: f"[{code(match.group())}]", text)
