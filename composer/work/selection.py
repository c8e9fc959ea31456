"""Which passages the list shows: what is searched for, and what is left out."""

from dataclasses import dataclass

from composer.domain.snippet import Length, Snippet, Status
from composer.library.search import Index
from composer.work.passages import Offer


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user looks for; None leaves a matter open."""

    query: str = ""
    usable: bool = True
    subject: str | None = None
    length: Length | None = None
    status: Status | None = None

    def fits(self, snippet: Snippet) -> bool:
        """Whether a passage has what is asked for, its day left aside."""
        wanted = ((self.subject, snippet.subject), (self.length, snippet.length), (self.status, snippet.status))
        return all(asked is None or asked == given for asked, given in wanted)


@dataclass(frozen=True, slots=True)
class Selection:
    """The ids found, in order; `hidden` is how many more there are that cannot be used now."""

    ids: tuple[str, ...]
    hidden: int = 0


def select(wish: Wish, index: Index, offer: Offer) -> Selection:
    """The passages that fit; without a search in the order of subjects, those that can be used before the others."""
    snippets = offer.library.snippets
    found = [snippets[name] for name in index.find(wish.query) if name in snippets and wish.fits(snippets[name])]
    if not wish.query.strip():
        order = {subject.id: subject.order for subject in offer.library.subjects.values()}
        found.sort(key=lambda snippet: order.get(snippet.subject, len(order) * 1000))
    usable = [snippet.id for snippet in found if offer.suitability(snippet).usable]
    if wish.usable:
        return Selection(tuple(usable), len(found) - len(usable))
    others = [snippet.id for snippet in found if not offer.suitability(snippet).usable]
    return Selection((*usable, *others))
