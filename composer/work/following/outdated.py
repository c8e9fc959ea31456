"""Pieces of a letter that are outdated on its reference date, with passages to replace them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from composer.assemble.pieces import AssembledPiece
from composer.check.context import CheckContext
from composer.check.validity import piece_standings
from composer.domain.fact import Fact
from composer.domain.letter import Letter
from composer.domain.snippet import Snippet
from composer.domain.time import Standing
from composer.library.library import Library
from composer.work.documents.making import Reviewed
from composer.work.writing.availability import PassageAvailability, replaced


@dataclass(frozen=True, slots=True)
class Outdated:
    """An outdated piece with its title and the reason; `instead` None when no passage states what is valid now."""

    piece: str
    title: str
    reason: str
    instead: Snippet | None


def outdated(reviewed: Reviewed, rendering: Library, library: Library, today: date) -> tuple[Outdated, ...]:
    """The outdated pieces in the order of the letter; each passage is proposed at most once."""
    context = CheckContext(reviewed.letter, reviewed.assembly, library, today)
    availability = PassageAvailability(reviewed.letter, rendering, library)
    found: list[Outdated] = []
    for piece in context.pieces:
        if standings := [held for held in piece_standings(context, piece) if held.verdict != "onzeker"]:
            taken = {other.instead.id for other in found if other.instead}
            found.append(_outdated(piece, standings, context, availability, taken))
    return tuple(found)


def _outdated(
    piece: AssembledPiece,
    standings: list[Standing],
    context: CheckContext,
    availability: PassageAvailability,
    taken: set[str],
) -> Outdated:
    snippet = availability.rendering.snippets.get(piece.piece.snippet or "")
    wanted = {fact.id for held in standings for fact in _holding(held, context)}
    telling = [s for s in context.library.snippets.values() if s is not snippet and wanted.intersection(s.cited())]
    fitting = [s for s in telling if s.id not in taken and availability.fits(s)]
    title = snippet.title if snippet else "Eigen tekst"
    best = max(fitting, key=lambda other: _likeness(other, snippet, wanted), default=None)
    return Outdated(piece.piece.id, title, standings[0].reason, best)


def _holding(standing: Standing, context: CheckContext) -> Iterator[Fact]:
    """The facts that are valid instead: the state of the same lane on the day, or the sequel."""
    library, day = context.library, context.letter.reference_date
    fact = library.facts.get(standing.fact or "")
    if fact and fact.lane:
        held = library.chronology.lane_value(fact.lane, day, context.assembly.addressee.scopes)
        yield from (held,) if held and held is not fact else ()
    if (successor := library.facts.get(standing.successor or "")) is not None:
        yield successor


def _likeness(other: Snippet, snippet: Snippet | None, wanted: set[str]) -> tuple[object, ...]:
    """The sort key of a candidate: most of the wanted facts, fewest others, same subject, nearest length."""
    cited = set(other.cited())
    same = (other.subject == snippet.subject, other.length == snippet.length) if snippet else (False, False)
    return (*same, len(cited & wanted), -len(cited - wanted))


def all_replaced(letter: Letter, found: Iterable[Outdated]) -> Letter:
    """The letter with every outdated piece replaced by the passage proposed for it."""
    for each in found:
        if each.instead is not None:
            letter = replaced(letter, each.piece, each.instead.id)
    return letter
