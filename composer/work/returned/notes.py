"""Identifies the notes of a returned letter: by their texts, or by their places when those were shuffled."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from composer.assemble.bookmarks import words_of
from composer.assemble.letter import Assembly
from composer.domain.document import NoteReference
from composer.domain.traversal import flatten
from composer.intake.returned_word import ViewParagraph
from composer.work.returned.matching import Group

MOSTLY = 0.7
"""The share of notes that must have kept their texts."""


def facts_by_note(assembly: Assembly, texts: Mapping[int, str]) -> dict[str, tuple[str, ...]]:
    """The facts that each note accounts for, by the note's text; a text that stands for more than one note is left out."""
    found: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for note in assembly.document.notes:
        found[texts[note.number]].add(note.facts)
    return {text: next(iter(facts)) for text, facts in found.items() if len(facts) == 1}


def note_texts(assembly: Assembly) -> dict[int, str]:
    """The words of each note by its number."""
    return {note.number: words_of(note.content) for note in assembly.document.notes}


ANY = "een noot"
"""What every note is called where their texts cannot tell them apart."""


def note_keys(texts: Mapping[int, str], notes: Mapping[str, str], marks: Iterable[str | None]) -> dict[str, str]:
    """The text of the note for each returned mark: its own note, or the one that it refers to."""
    keys: dict[str, str] = {}
    for mark in marks:
        if mark and mark.startswith("noot:") and mark[5:].isdigit():
            keys[mark] = texts.get(int(mark[5:]), mark)
        elif mark:
            keys[mark] = notes.get(mark, mark)
    return keys


def shuffled(
    groups: Iterable[Group], paragraphs: Sequence[ViewParagraph], texts: Mapping[int, str], keys: Mapping[str, str]
) -> bool:
    """Whether notes returned under other marks than they were sent with, as some versions of LibreOffice do."""
    same = total = 0
    for group in groups:
        sent = [texts[i.number] for run in group.leaves for i in flatten(run.shown) if isinstance(i, NoteReference)]
        back = [keys[span.note] for at in group.paragraphs for span in paragraphs[at].spans if span.note]
        if len(sent) == len(back):
            same += sum(one == other for one, other in zip(sent, back, strict=True))
            total += len(sent)
    return total > 1 and same < total * MOSTLY
