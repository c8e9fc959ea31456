"""What everything that is read is asked at once, so that a check looks only where there is something to say."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from composer.check.segments import EVERYWHERE, NOTHING, Kind, Segment, Sentence, SentenceSplitter, sentence_splitter
from composer.check.vocabulary import Vocabulary

T = TypeVar("T", covariant=True)
Matches = Mapping["Extractor[Any]", tuple[Any, ...]]
"""What there is to say, by question; a question to which there is no answer is not among the keys."""
Extractors = Iterable["Extractor[Any]"]


@dataclass(frozen=True, eq=False)
class Extractor(Generic[T]):
    """`ask` tells what there is to say of a sentence or a run in text of these `kinds`, mostly nothing."""

    extract: Callable[[Any, Vocabulary], tuple[T, ...]]
    kinds: frozenset[Kind] = EVERYWHERE


class SentenceExtractor(Extractor[T]):
    """Asked of a sentence; the answer depends on nothing but its words and the library."""


@dataclass(frozen=True, eq=False)
class SegmentExtractor(Extractor[T]):
    """Asked of a run; the answer depends on nothing but its inlines and the library.

    With a `sign` it is asked only where a sentence answers that.
    """

    sign: SentenceExtractor[Any] | None = None


class ExtractorSet:
    """The questions with the vocabulary of the library."""

    def __init__(self, questions: Extractors, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        of_runs = [each for each in questions if isinstance(each, SegmentExtractor)]
        signs = (each.sign for each in of_runs if each.sign)
        self._of_sentences = tuple(
            dict.fromkeys(each for each in (*questions, *signs) if isinstance(each, SentenceExtractor))
        )
        self._of_segments = {kind: tuple(each for each in of_runs if kind in each.kinds) for kind in EVERYWHERE}

    def sentence_splitter(self) -> SentenceSplitter:
        """A way of splitting whose sentences have been asked."""
        return sentence_splitter(self._of_sentence)

    def _of_sentence(self, sentence: Sentence) -> Matches:
        vocabulary = self.vocabulary
        return {q: answer for q in self._of_sentences if (answer := q.extract(sentence, vocabulary))} or NOTHING

    def of_segment(self, run: Segment) -> Matches:
        """What its sentences say, and the run as a whole."""
        found = merged([sentence.matches for sentence in run.sentences if sentence.matches])
        for question in self._of_segments[run.kind]:
            if (question.sign is None or question.sign in found) and (answer := question.extract(run, self.vocabulary)):
                found[question] = answer
        return {question: answer for question, answer in found.items() if run.kind in question.kinds} or NOTHING


def merged(answers: Iterable[Matches]) -> dict[Extractor[Any], tuple[Any, ...]]:
    """All that several have to say, in their order."""
    found: dict[Extractor[Any], tuple[Any, ...]] = {}
    for each in answers:
        for question, answer in each.items():
            found[question] = found.get(question, ()) + answer
    return found
