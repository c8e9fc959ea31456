"""Words that came back laid beside the words that went out, so that values and citations stay where their words still stand."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from markdown_it.common.normalize_url import normalizeLink

from composer.assemble.runs import NOWHERE, Run, Runs, clean, runs, tidy
from composer.domain.document import Citation, Inline, LineBreak, NoteReference, Text, Value, plain, rewritten
from composer.domain.document import Paragraph as Block
from composer.intake.word_paragraphs import Span

END = "\u00b6"
"""Stands for the end of a paragraph between others."""
MOST_WORDS = 6_000
"""Words of one comparison; beyond it only what is the same at both ends is laid together."""
_WORDS = re.compile(r"(\s*)(\w+|[^\w\s])")
_NOTE = "noot"


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign with the white space before it, word `part` of a value, or a mark; `after` is unseen and follows it."""

    key: str
    run: Run
    space: str = ""
    part: int = 0
    of: int = 1
    after: Runs = ()

    @property
    def is_note(self) -> bool:
        return self.key.startswith("^")


ENDED = Token(END, Run(Text("")))


def sent_tokens(content: tuple[Inline, ...], shown: tuple[Inline, ...], notes: Mapping[int, str]) -> list[Token]:
    """The words of a run as it went out: `content` with its citations, `shown` with the marks of notes, and their texts."""
    marks = _note_places(shown)
    tokens: list[Token] = []
    offset, pending = 0, ""
    for run in runs(content):
        text = plain((run.atom,))
        match run.atom:
            case Citation():
                number = marks.pop(offset, None)
                seen = [Token(f"^{notes.get(number, '')}", run)] if number is not None else []
                tokens = tokens + seen if seen else _followed(tokens, run)
            case LineBreak():
                tokens.append(Token("\n", run))
            case Value() if not text.strip():
                tokens = _followed(tokens, run)
            case _:
                fresh, pending = _split(text, run, pending)
                tokens += fresh
        offset += len(text)
    return tokens


def _note_places(shown: tuple[Inline, ...]) -> dict[int, int]:
    """The numbers of notes by where their marks stand, counted as the words are."""
    held = Block(shown, NOWHERE)
    as_cited = rewritten(held, _cited)
    assert isinstance(as_cited, Block)
    places: dict[int, int] = {}
    offset = 0
    for run in runs(as_cited.content):
        if isinstance(run.atom, Citation):
            places[offset] = int(run.atom.facts[0])
        offset += len(plain((run.atom,)))
    return places


def _cited(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return tuple(_as_citation(inline) for inline in content)


def _as_citation(inline: Inline) -> Inline:
    if isinstance(inline, NoteReference):
        return Citation((str(inline.number),), NOWHERE)
    return replace(inline, content=_cited(inline.content)) if hasattr(inline, "content") else inline  # pyright: ignore


def _followed(tokens: list[Token], run: Run) -> list[Token]:
    """The unseen goes with the word before it; before any word it cannot be kept."""
    return [*tokens[:-1], replace(tokens[-1], after=(*tokens[-1].after, run))] if tokens else tokens


def _split(text: str, run: Run, pending: str) -> tuple[list[Token], str]:
    """The words of a run, and the white space at its end."""
    found = list(_WORDS.finditer(text))
    is_value = isinstance(run.atom, Value)
    tokens = [
        Token(
            match.group(2),
            run if is_value else replace(run, atom=Text(match.group(2))),
            (pending if at == 0 else "") + match.group(1),
            at if is_value else 0,
            len(found) if is_value else 1,
        )
        for at, match in enumerate(found)
    ]
    rest = text[found[-1].end() :] if found else pending + text
    return tokens, rest


def returned_tokens(spans: Iterable[Span], notes: Mapping[str, str], plain_marks: bool = False) -> list[Token]:
    """The words of a paragraph that came back; `plain_marks` where its style makes all of it bold or italic."""
    tokens: list[Token] = []
    pending = ""
    for span in spans:
        marks = Run(Text(""), *((False, False) if plain_marks else (span.bold, span.italic)), _link(span.link))
        if span.note is not None:
            tokens.append(Token(f"^{notes.get(span.note, span.note)}", Run(Text(""))))
            continue
        for at, line in enumerate(clean_lines(span.text)):
            if at:
                tokens.append(Token("\n", Run(LineBreak())))
            fresh, pending = _split(line, replace(marks, atom=Text(line)), pending)
            tokens += fresh
    return tokens


def clean_lines(text: str) -> list[str]:
    """The lines of a text without what a letter cannot have; spaces that do not break are spaces again."""
    return [clean(line.replace("\u00a0", " ").replace("\u2011", "-").replace("\t", " ")) for line in text.split("\n")]


def _link(target: str | None) -> str | None:
    return normalizeLink(target) if target and re.match(r"(https?://|mailto:|tel:)", target, re.IGNORECASE) else None


def aligned(sent: Sequence[Token], returned: Sequence[Token]) -> list[int | None]:
    """For each token that came back the number of the one that went out, None for what is new."""
    places: list[int | None] = [None] * len(returned)
    if len(sent) + len(returned) > 2 * MOST_WORDS:
        for at, number in _at_ends(sent, returned):
            places[at] = number
        return places
    matcher = SequenceMatcher(None, [t.key for t in sent], [t.key for t in returned], autojunk=False)
    for first, second, size in matcher.get_matching_blocks():
        places[second : second + size] = range(first, first + size)
    return places


def _at_ends(sent: Sequence[Token], returned: Sequence[Token]) -> Iterator[tuple[int, int]]:
    limit = min(len(sent), len(returned))
    head = next((at for at in range(limit) if sent[at].key != returned[at].key), limit)
    yield from ((at, at) for at in range(head))
    tail = next((at for at in range(limit - head) if sent[-1 - at].key != returned[-1 - at].key), limit - head)
    yield from ((len(returned) - 1 - at, len(sent) - 1 - at) for at in range(tail))


def same(sent: Sequence[Token], returned: Sequence[Token], plain_marks: bool = False) -> bool:
    """Whether nothing was done to the words and their marks; how much white space there is does not count."""
    if [token.key for token in sent] != [token.key for token in returned]:
        return False
    pairs = [(old.run, new.run) for old, new in zip(sent, returned, strict=True) if not old.is_note]
    return plain_marks or all(old.marks == new.marks for old, new in pairs)


def rebuilt(
    sent: Sequence[Token], returned: Sequence[Token], places: Sequence[int | None], known: Mapping[str, tuple[str, ...]],
    *, plain_marks: bool = False,
) -> Runs:  # fmt: skip
    """The runs of words that came back; `known` gives the facts of a note by its text, for a mark that was carried along."""
    row: list[Run] = []
    at = 0
    while at < len(returned):
        token, number = returned[at], places[at]
        old = sent[number] if number is not None else None
        size = _whole(sent, places, at)
        row += _spaced(token, old) if row else []
        if old is None:
            row += _fresh(token, known)
        else:
            row.append(_kept(old, token, whole=size == old.of, plain_marks=plain_marks))
            row += sent[(number or 0) + size - 1].after
        at += size
    return tidy(row)


def _whole(sent: Sequence[Token], places: Sequence[int | None], at: int) -> int:
    """How many tokens from `at` on are one value, all of its words there; else 1."""
    number = places[at]
    if number is None or sent[number].of == 1 or sent[number].part:
        return 1
    wanted = list(range(number, number + sent[number].of))
    return len(wanted) if list(places[at : at + len(wanted)]) == wanted else 1


def _spaced(token: Token, old: Token | None) -> list[Run]:
    """The white space before a word, as it went out where there still is some."""
    if not token.space:
        return []
    space = old.space if old and old.space else token.space
    marks = old.run if old else token.run
    return [replace(marks, atom=Text(space))]


def _kept(old: Token, token: Token, *, whole: bool, plain_marks: bool) -> Run:
    if old.is_note or isinstance(old.run.atom, LineBreak):
        return old.run
    bold, italic, link = old.run.marks if plain_marks else token.run.marks
    atom = old.run.atom if whole or not isinstance(old.run.atom, Value) else Text(old.key)
    return Run(atom, bold, italic, link)


def _fresh(token: Token, known: Mapping[str, tuple[str, ...]]) -> list[Run]:
    """New words as they are; the mark of a note that is known cites its facts here too."""
    if not token.is_note:
        return [token.run]
    facts = known.get(token.key.removeprefix("^"))
    return [Run(Citation(facts, NOWHERE))] if facts else []
