"""Which pieces of a letter are not right on its reference date, and which passages could take their places."""

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
    """A piece with what it is called and why it is not right; `instead` None when no passage tells what holds now."""

    piece: str
    title: str
    reason: str
    instead: Snippet | None


def outdated(reviewed: Reviewed, rendering: Library, library: Library, today: date) -> tuple[Outdated, ...]:
    """In the order of the letter; a passage is proposed once."""
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
    fitting = [
        s for s in context.library.snippets.values() if _fits(s, snippet, wanted, availability) and s.id not in taken
    ]
    title = snippet.title if snippet else "Eigen tekst"
    best = max(fitting, key=lambda other: _likeness(other, snippet, wanted), default=None)
    return Outdated(piece.piece.id, title, standings[0].reason, best)


def _holding(standing: Standing, context: CheckContext) -> Iterator[Fact]:
    """What holds instead: the state of the same lane on the day, or the sequel."""
    library, day = context.library, context.letter.reference_date
    fact = library.facts.get(standing.fact or "")
    if fact and fact.lane:
        held = library.chronology.lane_value(fact.lane, day, context.assembly.addressee.scopes)
        yield from (held,) if held and held is not fact else ()
    if (successor := library.facts.get(standing.successor or "")) is not None:
        yield successor


def _fits(other: Snippet, snippet: Snippet | None, wanted: set[str], availability: PassageAvailability) -> bool:
    """A passage that tells what holds, is no part of the letter yet, and may be used without a question."""
    if other is snippet or other.id in availability.used or not wanted & set(other.cited()):
        return False
    return availability.suitability(other).verdict == "geldig"


def _likeness(other: Snippet, snippet: Snippet | None, wanted: set[str]) -> tuple[object, ...]:
    """Tells the most of what is wanted and the least besides, on the same subject, of the same length."""
    cited = set(other.cited())
    same = (other.subject == snippet.subject, other.length == snippet.length) if snippet else (False, False)
    return (*same, len(cited & wanted), -len(cited - wanted))


def all_replaced(letter: Letter, found: Iterable[Outdated]) -> Letter:
    """The letter with every passage that is proposed in its place."""
    for each in found:
        if each.instead is not None:
            letter = replaced(letter, each.piece, each.instead.id)
    return letter
