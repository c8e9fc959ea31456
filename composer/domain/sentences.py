"""Where Dutch sentences end, around abbreviations, numbers and initials."""

import re
from collections.abc import Iterator

_ABBREVIATIONS = """
a.d a.h.w a.i a.m a.s a.u.b afd afb alg art artt b.d b.g.g bijl bijv blz b.v bv ca cf cie conf d.d dd d.i d.m.v
dhr dr drs d.w.z e.a e.d e.e.a e.o e.v ed enz etc evt excl fig gem gebr h.o i.c i.c.m i.e.g i.h.b i.h.k.v i.o
i.o.m i.p.v i.s.m i.t.t i.v.m incl ing inz ir jhr jl jr k.k ltd m.a.w m.b.t m.b.v m.i m.i.v m.n m.u.v max mej mevr
mgr min mln mld mr mw n.a.v n.b n.o.t n.v.t nl nr nrs o.a o.b.v o.g.v o.i.d o.l.v o.m o.v.v p.a p.j p.m p.p par
pag plm prof q.q r.k red resp r.o sr st s.v.p t.a.v t.b.v t.g.v t.h.v t.k.v t.n.v t.o.v t.w.v t.z.t tel th v.a
v.chr v.h v.w.b vgl vlg vnl vs w.o w.v.t.t.k zgn z.g.a.n z.i z.o.z
"""
ABBREVIATIONS = frozenset(_ABBREVIATIONS.split())
_NEVER_LAST = """
art artt nr nrs blz par pag bijv mw mevr dhr drs dr mr ir ing prof d.d dd ca c.q vgl resp incl excl afd bijl fig t.a.v
m.b.t i.v.m o.a d.w.z zgn vnl evt max min n.b p.s jan feb febr mrt apr aug sep sept okt nov dec
"""
NEVER_LAST = frozenset(_NEVER_LAST.split())

_END = re.compile(
    r"""([.!?…](?<![.!?…][.!?…])((?<=[A-Za-z]{5}.))?[.!?…]*)(["'”’»)\]]*)"""
    r"""(?=\s+["'“‘„«(\[]*([A-ZÀ-ÖØ-Þ0-9]|['’][a-z](?:-|\s+)[A-Z]|[a-z][A-Z]))"""
)
"""Marks with what closes behind them, before a capital or digit, 's Avonds, 's-Hertogenbosch or iPad.

The second group is there behind five letters: no abbreviation ends in so many.
"""
_WORD = re.compile(r"[\w.’'-]*$")
_DOTTED = re.compile(r"([a-z]{1,2}\.)+[a-z]{1,3}")
_LONGEST = 40
"""Characters before a full stop that are looked at; no abbreviation is longer."""


def boundaries(text: str) -> Iterator[int]:
    """The offsets at which sentences end, closing marks included; the end of the text is always the last."""
    last = 0
    for match in _END.finditer(text):
        if _ends(text, match):
            last = match.end()
            yield last
    if text[last:].strip():
        yield len(text)


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a paragraph, without white space around them."""
    found: list[str] = []
    start = 0
    for end in boundaries(text):
        found.append(text[start:end].strip())
        start = end
    return tuple(found)


def _ends(text: str, match: re.Match[str]) -> bool:
    marks, clear, closing, opening = match.groups()
    if clear is not None or marks != "." or closing:
        return True
    word = _word_before(text, match.start())
    if word in NEVER_LAST or (len(word) == 1 and word.isalpha()):
        return False
    if word in ABBREVIATIONS or _DOTTED.fullmatch(word):
        return not opening[0].isdigit() and _starts_clearly(text, match.end())
    return not (word.isdigit() and _is_list_number(text, match.start(), word))


def _word_before(text: str, place: int) -> str:
    """In lower case; "" for none."""
    last = text[max(0, place - _LONGEST) : place].rpartition(" ")[2]
    found = last if last.isalpha() else _WORD.search(last)
    return found.lower() if isinstance(found, str) else found.group().lower() if found else ""


def _starts_clearly(text: str, position: int) -> bool:
    """Whether what follows an abbreviation reads as a new sentence: a common first word."""
    word = _FIRST_WORD.match(text, position)
    return bool(word) and word.group(1) in _OPENERS


_FIRST_WORD = re.compile(r"""[\s"'“‘(]*([\w’']+)""")


_OPENING_WORDS = """
De Het Een Dit Deze Die Dat Er Op In Voor Bij Met Na Om Als Wij U Ook Daarom Daarnaast Daarmee Hierbij Hiermee Nu
Zij Hij Wat Wie Hoe Zo Toch Verder Vanaf Volgens Tot Door Omdat Wanneer Dan Alle Onze Ons Uw Zodra Aan Naar
Tijdens
"""
_OPENERS = frozenset(_OPENING_WORDS.split())


def _is_list_number(text: str, position: int, word: str) -> bool:
    """A number of one or two digits that opens the text or stands after a sentence: 1. Inleiding."""
    if len(word) > 2:
        return False
    before = text[: position - len(word)].rstrip()
    return not before or before[-1] in ".:;!?"
