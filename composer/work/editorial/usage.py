"""The use of library items in letters, and updates of drafts after a change; sent letters stay as they are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from composer.domain.errors import ComposerError
from composer.domain.fact import row_id
from composer.domain.finding import Problem
from composer.domain.letter import Letter
from composer.domain.revision import Item
from composer.domain.snippet import Snippet, cited, printed_facts
from composer.library.captured import changed_records, release, restore
from composer.library.letters import SUFFIX, read_letter
from composer.library.library import Library
from composer.library.store import file_hash
from composer.work.letters import open_letter, save_letter
from composer.work.libraries import standing
from composer.work.program.autosave import user_autosave

MOST_LETTERS = 5_000
Effect = Literal["verzonden", "al-zo", "aangeboden", "aangepast"]
EFFECTS: dict[Effect, str] = {
    "verzonden": "verzonden en blijft zoals zij is; noem het zo nodig in een vervolgbrief",
    "al-zo": "heeft deze versie al",
    "aangeboden": "is nog niet weg; neem de nieuwe tekst over als die beter is",
    "aangepast": "heeft een eigen wijziging van deze tekst; vergelijk die met de nieuwe",
}


@dataclass(frozen=True, slots=True)
class Use:
    """A letter that uses an item, in which pieces (none for its template), and the effect of a change."""

    path: Path
    letter: Letter
    pieces: tuple[str, ...]
    effect: Effect


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters in some folders with their files, and those that cannot be read."""

    found: tuple[tuple[Path, Letter], ...]
    problems: tuple[Problem, ...] = ()


def letters_in(folders: Iterable[Path]) -> Letters:
    """All letters in the folders and those below them."""
    found: list[tuple[Path, Letter]] = []
    problems: list[Problem] = []
    paths = dict.fromkeys(path for folder in folders for path in sorted(folder.rglob(f"*{SUFFIX}")) if path.is_file())
    for path in list(paths)[:MOST_LETTERS]:
        try:
            found.append((path, read_letter(path).with_ids()))
        except ComposerError as error:
            problems.append(Problem(error.message, error.path or path, error.line, "waarschuwing"))
    return Letters(tuple(found), tuple(problems))


def uses(item: Item, letters: Letters, library: Library) -> tuple[Use, ...]:
    """The letters that use a passage, fact, source or template."""
    found = ((path, letter, _pieces(item, letter, library)) for path, letter in letters.found)
    return tuple(Use(path, letter, p, _effect(item, letter, p, library)) for path, letter, p in found if p is not None)


def _pieces(item: Item, letter: Letter, library: Library) -> tuple[str, ...] | None:
    """The pieces in which a letter uses something; None when it does not."""
    if item.kind == "sjablonen":
        return () if letter.template == item.id else None
    names = _cited_names(item, library)
    using = (
        piece.id
        for piece in letter.pieces()
        if item.id == piece.snippet or names & _facts_in(letter, piece.id, library)
    )
    return tuple(using) or None


def _cited_names(item: Item, library: Library) -> set[str]:
    """The ids that a text cites when it uses a fact, or any fact of a source."""
    if item.kind == "feiten":
        return {item.id, *(name for name in library.series if item.id.startswith(f"{name}-"))}
    if item.kind == "bronnen":
        claims = [(fact.id, fact.evidence) for fact in library.facts.values()]
        claims += [(series.series, series.evidence) for series in library.series.values()]
        return {name for name, evidence in claims if any(place.source == item.id for place in evidence)}
    return set()


def _facts_in(letter: Letter, piece_id: str, library: Library) -> set[str]:
    """The facts that the text of a piece cites or prints; of a passage, the captured text."""
    piece = letter.piece(piece_id)
    assert piece is not None
    text = piece.text or piece.adapted or _kept_text(letter, piece.snippet or "", library)
    return {*cited(text), *printed_facts(text)}


def _kept_text(letter: Letter, snippet: str, library: Library) -> str:
    kept = letter.captured.snippets if letter.captured else ()
    texts = (str(record["tekst"]) for record in kept if record.get("id") == snippet and "tekst" in record)
    return next(texts, library.snippets[snippet].text if snippet in library.snippets else "")


def _effect(item: Item, letter: Letter, pieces: tuple[str, ...], library: Library) -> Effect:
    if letter.state == "verzonden":
        return "verzonden"
    if item.kind == "tekstblokken" and any((p := letter.piece(name)) and p.adapted is not None for name in pieces):
        return "aangepast"
    otherwise = {key for kind, key in changed_records(letter, library) if kind == item.kind}
    return "aangeboden" if otherwise & _kept(letter, item) else "al-zo"


def _kept(letter: Letter, item: Item) -> set[str]:
    """The ids under which a letter captures an item: its own, and for a series that of the letter's row."""
    held = letter.captured.facts if letter.captured and item.kind == "feiten" else ()
    rows = {row_id(item.id, str(fact.get("reikwijdte", "")).partition(":")[2]) for fact in held}
    return {item.id} | {str(fact.get("id")) for fact in held if fact.get("id") in rows}


def with_current_text(letter: Letter, item: Item) -> Letter:
    """The letter with today's text of a passage, fact or template; raises ComposerError for a sent letter."""
    if letter.state == "verzonden":
        raise ComposerError("deze brief is verzonden en ligt vast; maak een vervolgbrief")
    for key in _kept(letter, item):
        letter = release(letter, item.kind, key)
    return letter


def update_draft(path: Path, item: Item, library: Library) -> Letter:
    """Saves a draft with today's text of one item; the previous state is added to its versions.

    Raises ComposerError for a sent letter, or one that someone else changed meanwhile.
    """
    digest = file_hash(path)
    before, _ = open_letter(path, library)
    letter = with_current_text(before, item)
    user_autosave().versions.keep(before, datetime.now())
    return save_letter(letter, restore(letter, library), path, digest)[0]


@dataclass(frozen=True, slots=True)
class OutdatedPassage:
    """A passage that is no longer valid, with the fact that caused it; `source` is the document of that fact."""

    snippet: Snippet
    fact: str
    reason: str
    sources: tuple[str, ...]


def outdated_passages(library: Library, day: date, by: Iterable[Item] = ()) -> tuple[OutdatedPassage, ...]:
    """The passages in use that a newer fact has overtaken on `day`; `by` narrows it to some facts or sources."""
    wanted = {item.id for item in by}
    found = (held for snippet in library.snippets.values() if (held := _overtaken(snippet, library, day)))
    return tuple(held for held in found if not wanted or wanted & {held.fact, *held.sources})


def _overtaken(snippet: Snippet, library: Library, day: date) -> OutdatedPassage | None:
    held = standing(snippet, library, day)
    if snippet.status == "ingetrokken" or held.verdict != "niet-meer" or held.successor is None:
        return None
    fact = library.facts[held.successor]
    return OutdatedPassage(snippet, fact.id, held.reason, tuple(place.source for place in fact.evidence))


def unused(library: Library, letters: Letters) -> Iterator[Snippet]:
    """The passages that no template proposes and no letter has."""
    proposed = {name for t in library.templates.values() for section in t.sections for name in section.defaults}
    had = {piece.snippet for _, letter in letters.found for piece in letter.pieces()}
    for snippet in library.snippets.values():
        if snippet.id not in proposed | had and snippet.status != "ingetrokken":
            yield snippet
