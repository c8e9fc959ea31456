"""The words of a letter as sent, each with the content that it stands for in the letter's own text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from composer.assemble.runs import NOWHERE, Run, Runs, runs
from composer.domain.document import Citation, Inline, LineBreak, NoteReference, Paragraph, Text, Value
from composer.domain.transform import map_inlines
from composer.domain.traversal import plain

WORDS = re.compile(r"(\s*)(\w+|[^\w\s])")
NEAR = 3
"""Words that are the same between two that are not, and are taken together with them: a term written out and its abbreviation."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign with the white space before it, or the mark of a note (its key then begins with ^).

    It is word `part` of the `of` that together stand for `whole` in the letter's own text; `after` is the hidden
    content that follows it.
    """

    key: str
    run: Run
    space: str = ""
    part: int = 0
    of: int = 1
    whole: Runs = ()
    after: Runs = ()

    @property
    def is_note(self) -> bool:
        return self.key.startswith("^")


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a run of text, with the citations or marks of notes right behind it."""

    token: Token
    cited: Runs = ()


def sent_tokens(content: tuple[Inline, ...], shown: tuple[Inline, ...], notes: Mapping[int, str]) -> list[Token]:
    """The words as sent: `content` is the letter's own text, `shown` has terms written out and note marks.

    `notes` are the texts of notes by number.
    """
    own, seen = list(_words(content)), list(_words(_as_cited(shown)))
    tokens: list[Token] = []
    for ours, theirs in _pairs(own, seen):
        if len(ours) == len(theirs) and [word.token.key for word in ours] == [word.token.key for word in theirs]:
            for word, other in zip(ours, theirs, strict=True):
                tokens += _with_notes(word.token, word.cited, other.cited, notes)
        else:
            tokens += _as_unit(ours, theirs, notes)
    return tokens


def _words(content: tuple[Inline, ...]) -> Iterator[_Word]:
    """Every word of a run; what stands before the first word and is not seen is left out."""
    held: _Word | None = None
    pending = ""
    for run in runs(content):
        if isinstance(run.atom, Citation) or not (text := plain((run.atom,))):
            held = replace(held, cited=(*held.cited, run)) if held else None
            continue
        fresh, pending = split(text, run, pending) if not isinstance(run.atom, LineBreak) else ([Token("\n", run)], "")
        for token in fresh:
            if held:
                yield held
            held = _Word(token)
    if held:
        yield held


def split(text: str, run: Run, pending: str) -> tuple[list[Token], str]:
    """The words of a text, and the white space at its end, which belongs to the word after it."""
    found = list(WORDS.finditer(text))
    if not found:
        return [], pending + text
    is_value = isinstance(run.atom, Value)
    tokens = [
        Token(
            key=match.group(2),
            run=run if is_value else replace(run, atom=Text(match.group(2))),
            space=(pending if at == 0 else "") + match.group(1),
            part=at if is_value else 0,
            of=len(found) if is_value else 1,
            whole=(run,) if is_value else (),
        )
        for at, match in enumerate(found)
    ]
    return tokens, text[found[-1].end() :]


def _as_cited(shown: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The same inlines with a citation of its number in the place of each mark of a note."""
    held = map_inlines(Paragraph(shown, NOWHERE), lambda content: tuple(_cited(inline) for inline in content))
    assert isinstance(held, Paragraph)
    return held.content


def _cited(inline: Inline) -> Inline:
    if isinstance(inline, NoteReference):
        return Citation((str(inline.number),), NOWHERE)
    content: tuple[Inline, ...] | None = getattr(inline, "content", None)
    return inline if content is None else replace(inline, content=tuple(_cited(inner) for inner in content))  # pyright: ignore


def _pairs(own: Sequence[_Word], seen: Sequence[_Word]) -> Iterator[tuple[Sequence[_Word], Sequence[_Word]]]:
    """Pairs of sequences that are equal word for word, or that stand for each other."""
    matcher = SequenceMatcher(None, [word.token.key for word in own], [word.token.key for word in seen], autojunk=False)
    last = (0, 0)
    for first, second, size in [*matcher.get_matching_blocks()]:
        at_end = (first + size, second + size) == (len(own), len(seen))
        between = (own[last[0] : first], seen[last[1] : second])
        if any(between) and size <= NEAR and not at_end:
            continue  # too few words to tell; they go with what stands around them
        if any(between):
            yield between
        yield own[first : first + size], seen[second : second + size]
        last = (first + size, second + size)


def _as_unit(ours: Sequence[_Word], theirs: Sequence[_Word], notes: Mapping[int, str]) -> Iterator[Token]:
    """Words that are shown for other words, and stand for those as long as all of them are there."""
    whole = tuple(run for word in ours for run in _spelled(word.token))
    cited = tuple(run for word in ours for run in word.cited)
    marks = tuple(run for word in theirs for run in word.cited)
    for part, word in enumerate(theirs):
        token = replace(word.token, part=part, of=len(theirs), whole=whole)
        yield from _with_notes(token, cited, marks, notes) if part == len(theirs) - 1 else (token,)


def _spelled(token: Token) -> Runs:
    space = (replace(token.run, atom=Text(token.space)),) if token.space else ()
    return (*space, *(token.whole if token.part == 0 else ())) if token.whole else (*space, token.run)


def _with_notes(token: Token, cited: Runs, marks: Runs, notes: Mapping[int, str]) -> Iterator[Token]:
    """A word, and behind it the mark of a note for what it cites; without a mark the citation goes with the word unseen."""
    numbers = [int(name) for run in marks if isinstance(run.atom, Citation) for name in run.atom.facts]
    yield token if numbers else replace(token, after=cited)
    for at, number in enumerate(numbers):
        yield Token(f"^{notes.get(number, '')}", Run(Text("")), whole=cited if at == 0 else ())
