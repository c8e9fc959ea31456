"""Facts of one letter held against each other, their lanes and the weight of their sources."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import permutations

from composer.assemble.body import Pieces
from composer.assemble.pieces import AssembledPiece
from composer.check.context import CheckContext
from composer.check.rephrasing import CitedSentence, cited_sentences
from composer.domain.dutch import day_in_words
from composer.domain.fact import Fact
from composer.domain.finding import Action, Finding
from composer.domain.time import Chronology

STALE_AFTER = timedelta(days=183)
"""Six months without a new source in a lane."""

ATTRIBUTED = frozenset({"standpunt", "verwachting", "eis", "voornemen", "risico"})
"""What somebody thinks, expects or wants: a letter says who."""

TELLS_APART = re.compile(
    r"\b(?:volgens|verschil\w*|anders|terwijl|maar|echter|daarentegen|tegenspraak)\b", re.IGNORECASE
)
CITATION = re.compile(r"\[\^[^\]]*\]")


def conflicts(context: CheckContext) -> Iterator[Finding]:
    """`feiten-strijdig`: two facts that contradict each other, both cited, and nothing that tells them apart."""
    told = list(context.by_section("conflicting", lambda pieces: _conflicting(pieces, context), context.scopes))
    if not told:
        return
    cited = {fact.id: fact for piece in context.pieces for fact in context.facts(piece)}
    explaining = [piece for piece in context.pieces if _tells_apart(piece)]
    explained = {pair for piece in explaining for pair in permutations((fact.id for fact in context.facts(piece)), 2)}
    for fact, piece in told:
        for conflict in fact.conflicts:
            if conflict.fact in cited and (fact.id, conflict.fact) not in explained:
                yield _conflict(fact, cited[conflict.fact], conflict.reason, piece)


def _tells_apart(piece: AssembledPiece) -> bool:
    """Whether a piece may cite contradicting facts: own words only when they say that these differ, or who says which."""
    own = piece.piece.text
    return own is None or bool(TELLS_APART.search(CITATION.sub("", own)))


def _conflicting(pieces: Pieces, context: CheckContext) -> Iterator[tuple[Fact, AssembledPiece]]:
    """The facts that contradict another one, each with its piece."""
    return ((fact, piece) for piece in pieces for fact in context.facts(piece) if fact.conflicts)


def _conflict(first: Fact, second: Fact, reason: str, piece: AssembledPiece) -> Finding:
    return Finding(
        code="feiten-strijdig",
        severity="waarschuwing",
        title="Twee bronnen spreken elkaar tegen",
        message=f"“{first.statement}” en “{second.statement}” staan allebei in de brief, maar: {reason}",
        words=first.statement,
        piece=piece.piece.id,
        facts=(first.id, second.id),
        advice="Kies er één, of leg in de brief het verschil uit.",
        action=Action("stuk", piece.piece.id, "Ga naar de tekst"),
    )


def stale_states(piece: AssembledPiece, context: CheckContext) -> Iterator[Finding]:
    """`stand-verouderd`: a state whose lane has had no new source for six months before the letter's date."""
    chronology, day, facts = context.library.chronology, context.letter.date, context.facts(piece)
    for fact, latest in context.analyser.cached(facts, ("latest", day), lambda: _outdated(facts, chronology, day)):
        yield _stale(fact, latest, piece)


def _outdated(facts: tuple[Fact, ...], chronology: Chronology, day: date) -> tuple[tuple[Fact, date], ...]:
    """The facts whose newest source is too old on a day, each with the day of that source."""
    dated = ((fact, latest_source(fact, chronology, day)) for fact in facts)
    return tuple((fact, latest) for fact, latest in dated if latest and day - latest > STALE_AFTER)


def latest_source(fact: Fact, chronology: Chronology, day: date) -> date | None:
    """The day of the newest source, up to `day`, of the lane that a state belongs to; None for what is in no lane."""
    if fact.nature == "gebeurtenis" or not fact.lane or fact.validity.end:
        return None
    states = chronology.lanes.get(fact.lane, ())
    dates = [
        chronology.sources[item.source].date.latest
        for state in states
        for item in state.evidence
        if item.source in chronology.sources
    ]
    dates += [known.latest for state in states if (known := chronology.known(state))]
    return max((latest for latest in dates if latest <= day), default=None)


def _stale(fact: Fact, latest: date, piece: AssembledPiece) -> Finding:
    return Finding(
        code="stand-verouderd",
        severity="waarschuwing",
        title="Stand is oud",
        message=f"“{fact.statement}” Hierover is na {day_in_words(latest)} geen nieuwe bron bekend. Klopt het nog?",
        words=fact.statement,
        piece=piece.piece.id,
        facts=(fact.id,),
        advice="Vraag de stand na en voeg de nieuwe bron toe, of schrijf de datum van deze stand erbij.",
        action=Action("bron", fact.id, "Toon het feit"),
    )


def unattributed(piece: AssembledPiece, context: CheckContext) -> Iterator[Finding]:
    """`niet-toegeschreven`: what somebody thinks, expects or wants, stated without saying who, in the writer's own words."""
    if piece.piece.snippet and piece.piece.adapted is None:
        return
    if not any(fact.strength in ATTRIBUTED for fact in context.facts(piece)):
        return
    for sentence in cited_sentences(piece, context):
        for fact in sentence.facts:
            if fact.strength in ATTRIBUTED and fact.who and not _names(sentence, fact.who, context):
                yield _unattributed(sentence, fact, piece)
                break


def _names(sentence: CitedSentence, who: str, context: CheckContext) -> bool:
    """Whether the sentence says who, by name, by abbreviation, or as the sender itself."""
    text = sentence.text.casefold()
    if re.search(r"\b(volgens|wij|ons|onze)\b", text):
        return True
    words = [
        word
        for word in re.findall(r"[\w-]+", who.casefold())
        if len(word) > 2 and word not in ("van", "het", "een", "gemeente", "ministerie")
    ]
    spelled = [
        t.abbreviation.casefold()
        for t in context.library.terms.values()
        if t.abbreviation and t.preferred.casefold() in who.casefold()
    ]
    return any(re.search(rf"\b{re.escape(word)}", text) for word in [*words, *spelled])


def _unattributed(sentence: CitedSentence, fact: Fact, piece: AssembledPiece) -> Finding:
    return Finding(
        code="niet-toegeschreven",
        severity="waarschuwing",
        title="Wie zegt dit?",
        message=f"“{sentence.text}” is een {fact.strength} van {fact.who}. Zeg dat erbij.",
        words=sentence.text,
        piece=piece.piece.id,
        facts=(fact.id,),
        advice=f"Schrijf bijvoorbeeld: volgens {fact.who} …",
        action=Action("stuk", piece.piece.id, "Ga naar de zin"),
    )
