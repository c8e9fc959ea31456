"""What everything that is read is asked at once, so that a check looks only where there is something to say."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from composer.check.runs import EVERYWHERE, Kind, Run, Sentence
from composer.check.vocabulary import Vocabulary

T = TypeVar("T", covariant=True)
Answers = Mapping["Question[Any]", tuple[Any, ...]]
Questions = tuple["Question[Any]", ...]


@dataclass(frozen=True, eq=False)
class Question(Generic[T]):
    """`ask` tells what there is to say of a sentence or a run in text of these `kinds`, mostly nothing."""

    ask: Callable[[Any, Vocabulary], tuple[T, ...]]
    kinds: frozenset[Kind] = EVERYWHERE


class OfSentence(Question[T]):
    """Asked of a sentence; the answer depends on nothing but its words and the library."""


class OfRun(Question[T]):
    """Asked of a run; the answer depends on nothing but its inlines and the library."""


class Asking:
    """The questions with the vocabulary of the library."""

    def __init__(self, questions: Questions, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.of_sentences = tuple(each for each in questions if isinstance(each, OfSentence))
        of_runs = [each for each in questions if isinstance(each, OfRun)]
        self.of_runs = {kind: tuple(each for each in of_runs if kind in each.kinds) for kind in EVERYWHERE}
        self._nothing: dict[Question[Any], tuple[Any, ...]] = dict.fromkeys(questions, ())

    def answers(self, runs: Iterable[Run]) -> Answers:
        """All that runs have to say; a question that is none of these is not among the keys."""
        found = dict(self._nothing)
        for run in runs:
            for question, answer in run.told(_of_run, self).items():
                found[question] += answer
        return found


def _of_run(run: Run, asking: Asking) -> Answers:
    """The answers that are something."""
    found: dict[Question[Any], tuple[Any, ...]] = {}
    for sentence in run.sentences if asking.of_sentences else ():
        for question, answer in sentence.told(_of_sentence, asking).items():
            if run.kind in question.kinds:
                found[question] = found.get(question, ()) + answer
    for question in asking.of_runs[run.kind]:
        if answer := question.ask(run, asking.vocabulary):
            found[question] = answer
    return found


def _of_sentence(sentence: Sentence, asking: Asking) -> Answers:
    vocabulary = asking.vocabulary
    return {question: answer for question in asking.of_sentences if (answer := question.ask(sentence, vocabulary))}
