"""The words that checks know: a library's terms with their spellings, official words, and the dictionary."""

import re
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from composer import paths
from composer.check.dictionary import Dictionary
from composer.check.memo import Memoised
from composer.check.phrases import Phrases, parts_of, words_of
from composer.domain.dossier import Term
from composer.domain.fact import Fact
from composer.library.language import OfficialWord, known_words, official_words
from composer.library.library import Library


class Spelling(NamedTuple):
    """A way to write a term; `right` when it is the preferred one or its abbreviation."""

    term: Term
    right: bool


class Overstated(NamedTuple):
    """An overstatement: a sentence that has all `words`, in the order of `pattern`, says more than `fact`."""

    words: frozenset[str]
    pattern: re.Pattern[str]
    fact: Fact


class Vocabulary(Memoised):
    """The vocabulary of one library; each part is computed at first use."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library

    @cached_property
    def terms(self) -> Phrases[Spelling]:
        return Phrases(pair for term in self._library.terms.values() for pair in _spellings(term))

    @cached_property
    def official(self) -> Phrases[OfficialWord]:
        return shipped_official_words(language_folder())

    @cached_property
    def overstated(self) -> tuple[Overstated, ...]:
        """The overstatements that the library's facts name."""
        said = ((words, fact) for fact in self._library.facts.values() for words in fact.overstated)
        return tuple(Overstated(_needed(words), _in_order(words), fact) for words, fact in said)

    @cached_property
    def abbreviations(self) -> dict[str, Term]:
        """The terms by their abbreviation."""
        return {term.abbreviation: term for term in self._library.terms.values() if term.abbreviation}

    @cached_property
    def terms_in_full(self) -> tuple[str, ...]:
        return tuple(term.preferred for term in self._library.terms.values())

    @cached_property
    def shipped(self) -> frozenset[str]:
        """The ids of the passages that came with the program: a test looks after their spelling."""
        places, content = self._library.places.items(), paths.content()
        return frozenset(
            name for (kind, name), place in places if kind == "Snippet" and place.path.is_relative_to(content)
        )

    @cached_property
    def dictionary(self) -> Dictionary:
        """The Dutch dictionary with the library's own words and names added."""
        names = (word.lower for text in self._texts() for word in words_of(text))
        folder = language_folder()
        return Dictionary(folder, shipped_known_words(folder) | frozenset(names))

    def _texts(self) -> Iterator[str]:
        library = self._library
        for term in library.terms.values():
            yield from (term.preferred, term.abbreviation or "", term.explanation or "")
        for place in (*library.municipalities.values(), *library.regions.values()):
            yield from (place.name, *place.other_names)
        yield from (source.publisher for source in library.sources.values())
        for executive in (municipality.executive for municipality in library.municipalities.values()):
            yield from (executive.mayor or "", executive.secretary or "", *(a.name for a in executive.aldermen))


def _needed(words: str) -> frozenset[str]:
    return parts_of(words.replace("_", " ")) - {"procent"}


def _in_order(words: str) -> re.Pattern[str]:
    """Words that stand in a sentence in this order; _ joins what follows at once, procent may be written as %."""
    return re.compile(".*".join(_anywhere(word) for word in words.split()), re.IGNORECASE)


def _anywhere(word: str) -> str:
    parts = (
        r"\s*(?:%|\bprocent\b)" if part.lower() == "procent" else rf"\b{re.escape(part)}\b" for part in word.split("_")
    )
    return r"\s*".join(parts)


def _spellings(term: Term) -> Iterator[tuple[str, Spelling]]:
    others = (form for form in term.wrong if form.lower() != term.preferred.lower())
    yield from ((form, Spelling(term, False)) for form in others)
    yield term.preferred, Spelling(term, True)
    if term.abbreviation and len(words_of(term.abbreviation)) > 1:
        yield term.abbreviation, Spelling(term, True)


def language_folder() -> Path:
    return paths.resources() / "taal"


@cache
def shipped_official_words(folder: Path) -> Phrases[OfficialWord]:
    """The official words of resources/taal with their forms, cached for the life of the process."""
    return Phrases((form, word) for word in official_words(folder) for form in (word.word, *word.forms))


@cache
def shipped_known_words(folder: Path) -> frozenset[str]:
    return frozenset(word.lower() for word in known_words(folder))
