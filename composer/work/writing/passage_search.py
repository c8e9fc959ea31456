"""Search and filters for the list of passages."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from composer.domain.snippet import Length, Snippet, Status
from composer.library.search import Index
from composer.work.writing.availability import PassageAvailability

LAST = 10**6
"""Where subjects come that have no order of their own."""


@dataclass(frozen=True, slots=True)
class PassageQuery:
    """A query for passages; None leaves a criterion open."""

    query: str = ""
    usable: bool = True
    subject: str | None = None
    length: Length | None = None
    status: Status | None = None

    def fits(self, snippet: Snippet) -> bool:
        """Whether a passage meets the criteria, validity left aside."""
        wanted = ((self.subject, snippet.subject), (self.length, snippet.length), (self.status, snippet.status))
        return all(asked is None or asked == given for asked, given in wanted)


@dataclass
class Search:
    """A search in progress: `ids` come in order, `hidden` counts those left out since they cannot be used now."""

    query: PassageQuery
    offer: PassageAvailability
    found: Iterator[Snippet]
    hidden: int = 0
    done: bool = False
    _others: list[str] = field(default_factory=list[str])

    def take(self, enough: Callable[[], bool]) -> tuple[str, ...]:
        """The next ids, until `enough` says so or there are no more; those that cannot be used come last of all."""
        ids: list[str] = []
        for snippet in self.found:
            if self.offer.suitability(snippet).usable:
                ids.append(snippet.id)
            elif self.query.usable:
                self.hidden += 1
            else:
                self._others.append(snippet.id)
            if enough():
                return tuple(ids)
        self.done = True
        others, self._others = self._others, []
        return (*ids, *others)


def search(query: PassageQuery, index: Callable[[], Index], availability: PassageAvailability) -> Search:
    """The passages that fit, first those whose title has the words; without a search in the order of subjects.

    The index is asked for only when there are words to look for.
    """
    snippets = availability.library.snippets
    if query.query.strip():
        found = [snippets[name] for name in index().find(query.query) if name in snippets]
    else:
        order = {subject.id: subject.order for subject in availability.library.subjects.values()}
        found = sorted(snippets.values(), key=lambda snippet: order.get(snippet.subject, LAST))
    return Search(query, availability, (snippet for snippet in found if query.fits(snippet)))
