"""Extractors run over every sentence in one pass, so that checks only visit the places where something was found."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from composer.check.segments import EVERYWHERE, NOTHING, Kind, Segment, Sentence, SentenceSplitter, sentence_splitter
from composer.check.vocabulary import Vocabulary

T = TypeVar("T", covariant=True)
Matches = Mapping["Extractor[Any]", tuple[Any, ...]]
"""What was found, by extractor; an extractor that found nothing is not among the keys."""
Extractors = Iterable["Extractor[Any]"]


@dataclass(frozen=True, eq=False)
class Extractor(Generic[T]):
    """`extract(text, vocabulary)` returns what it finds in text of one of these `kinds`; usually an empty tuple."""

    extract: Callable[[Any, Vocabulary], tuple[T, ...]]
    kinds: frozenset[Kind] = EVERYWHERE


class SentenceExtractor(Extractor[T]):
    """Extracts from a `Sentence`; the result depends on nothing but its words and the library."""


@dataclass(frozen=True, eq=False)
class SegmentExtractor(Extractor[T]):
    """Extracts from a `Segment`; the result depends on nothing but its inlines and the library.

    With a `sign` it runs only in segments in which that extractor found something in a sentence.
    """

    sign: SentenceExtractor[Any] | None = None


class ExtractorSet:
    """The extractors, with the vocabulary of the library that they are run with."""

    def __init__(self, extractors: Extractors, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        of_runs = [each for each in extractors if isinstance(each, SegmentExtractor)]
        signs = (each.sign for each in of_runs if each.sign)
        self._of_sentences = tuple(
            dict.fromkeys(each for each in (*extractors, *signs) if isinstance(each, SentenceExtractor))
        )
        self._of_segments = {kind: tuple(each for each in of_runs if kind in each.kinds) for kind in EVERYWHERE}

    def sentence_splitter(self) -> SentenceSplitter:
        """Splits texts into sentences that carry the matches of the sentence extractors."""
        return sentence_splitter(self._of_sentence)

    def _of_sentence(self, sentence: Sentence) -> Matches:
        vocabulary = self.vocabulary
        return {q: answer for q in self._of_sentences if (answer := q.extract(sentence, vocabulary))} or NOTHING

    def of_segment(self, segment: Segment) -> Matches:
        """The matches of the segment's sentences and of the segment as a whole, of the extractors for its kind."""
        found = merged([sentence.matches for sentence in segment.sentences if sentence.matches])
        for extractor in self._of_segments[segment.kind]:
            if (extractor.sign is None or extractor.sign in found) and (
                answer := extractor.extract(segment, self.vocabulary)
            ):
                found[extractor] = answer
        return {extractor: answer for extractor, answer in found.items() if segment.kind in extractor.kinds} or NOTHING


def merged(matches: Iterable[Matches]) -> dict[Extractor[Any], tuple[Any, ...]]:
    """The matches of several texts, those of one extractor one after another in the order of the texts."""
    found: dict[Extractor[Any], tuple[Any, ...]] = {}
    for each in matches:
        for extractor, answer in each.items():
            found[extractor] = found.get(extractor, ()) + answer
    return found
