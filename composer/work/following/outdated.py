"""Which pieces of a letter are not right on its reference date, and which passages could take their places."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from composer.assemble.pieces import AssembledPiece
from composer.check.facts import piece_standings
from composer.check.subject import Subject
from composer.domain.fact import Fact
from composer.domain.letter import Letter
from composer.domain.snippet import Snippet
from composer.domain.time import Standing
from composer.library.library import Library
from composer.work.documents.making import Reviewed
from composer.work.writing.passages import Offer, replaced


@dataclass(frozen=True, slots=True)
class Outdated:
    """A piece with what it is called and why it is not right; `instead` None when no passage tells what holds now."""

    piece: str
    title: str
    reason: str
    instead: Snippet | None


def outdated(reviewed: Reviewed, rendering: Library, library: Library, today: date) -> tuple[Outdated, ...]:
    """In the order of the letter; a passage is proposed once."""
    subject = Subject(reviewed.letter, reviewed.assembly, library, today)
    offer = Offer(reviewed.letter, rendering, library)
    found: list[Outdated] = []
    for piece in subject.pieces:
        if standings := [held for held in piece_standings(subject, piece) if held.verdict != "onzeker"]:
            taken = {other.instead.id for other in found if other.instead}
            found.append(_outdated(piece, standings, subject, offer, taken))
    return tuple(found)


def _outdated(
    piece: AssembledPiece, standings: list[Standing], subject: Subject, offer: Offer, taken: set[str]
) -> Outdated:
    snippet = offer.rendering.snippets.get(piece.piece.snippet or "")
    wanted = {fact.id for held in standings for fact in _holding(held, subject)}
    fitting = [s for s in subject.library.snippets.values() if _fits(s, snippet, wanted, offer) and s.id not in taken]
    title = snippet.title if snippet else "Eigen tekst"
    best = max(fitting, key=lambda other: _likeness(other, snippet, wanted), default=None)
    return Outdated(piece.piece.id, title, standings[0].reason, best)


def _holding(standing: Standing, subject: Subject) -> Iterator[Fact]:
    """What holds instead: the state of the same lane on the day, or the sequel."""
    library, day = subject.library, subject.letter.reference_date
    fact = library.facts.get(standing.fact or "")
    if fact and fact.lane:
        held = library.chronology.lane_value(fact.lane, day, subject.assembly.addressee.scopes)
        yield from (held,) if held and held is not fact else ()
    if (successor := library.facts.get(standing.successor or "")) is not None:
        yield successor


def _fits(other: Snippet, snippet: Snippet | None, wanted: set[str], offer: Offer) -> bool:
    """A passage that tells what holds, is no part of the letter yet, and may be used without a question."""
    if other is snippet or other.id in offer.used or not wanted & set(other.cited()):
        return False
    return offer.suitability(other).verdict == "geldig"


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
