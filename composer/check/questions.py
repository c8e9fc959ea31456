"""What everything that is read is asked at once, so that a check looks only where there is something to say."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from composer.check.runs import EVERYWHERE, NOTHING, Kind, Run, Sentence, Split, splitting
from composer.check.vocabulary import Vocabulary

T = TypeVar("T", covariant=True)
Answers = Mapping["Question[Any]", tuple[Any, ...]]
"""What there is to say, by question; a question to which there is no answer is not among the keys."""
Questions = Iterable["Question[Any]"]


@dataclass(frozen=True, eq=False)
class Question(Generic[T]):
    """`ask` tells what there is to say of a sentence or a run in text of these `kinds`, mostly nothing."""

    ask: Callable[[Any, Vocabulary], tuple[T, ...]]
    kinds: frozenset[Kind] = EVERYWHERE


class OfSentence(Question[T]):
    """Asked of a sentence; the answer depends on nothing but its words and the library."""


@dataclass(frozen=True, eq=False)
class OfRun(Question[T]):
    """Asked of a run; the answer depends on nothing but its inlines and the library.

    With a `sign` it is asked only where a sentence answers that.
    """

    sign: OfSentence[Any] | None = None


class Asking:
    """The questions with the vocabulary of the library."""

    def __init__(self, questions: Questions, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        of_runs = [each for each in questions if isinstance(each, OfRun)]
        signs = (each.sign for each in of_runs if each.sign)
        self._of_sentences = tuple(dict.fromkeys(each for each in (*questions, *signs) if isinstance(each, OfSentence)))
        self._of_runs = {kind: tuple(each for each in of_runs if kind in each.kinds) for kind in EVERYWHERE}

    def splitting(self) -> Split:
        """A way of splitting whose sentences have been asked."""
        return splitting(self._of_sentence)

    def _of_sentence(self, sentence: Sentence) -> Answers:
        vocabulary = self.vocabulary
        return {q: answer for q in self._of_sentences if (answer := q.ask(sentence, vocabulary))} or NOTHING

    def of_run(self, run: Run) -> Answers:
        """What its sentences say, and the run as a whole."""
        found = together([sentence.answers for sentence in run.sentences if sentence.answers])
        for question in self._of_runs[run.kind]:
            if (question.sign is None or question.sign in found) and (answer := question.ask(run, self.vocabulary)):
                found[question] = answer
        return {question: answer for question, answer in found.items() if run.kind in question.kinds} or NOTHING


def together(answers: Iterable[Answers]) -> dict[Question[Any], tuple[Any, ...]]:
    """All that several have to say, in their order."""
    found: dict[Question[Any], tuple[Any, ...]] = {}
    for each in answers:
        for question, answer in each.items():
            found[question] = found.get(question, ()) + answer
    return found
