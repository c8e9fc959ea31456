"""Whether the facts that a letter cites were valid and known on its reference date."""

from collections.abc import Iterable
from datetime import date

from composer.assemble.pieces import AssembledPiece
from composer.check.context import CheckContext
from composer.domain.dutch import day_in_words
from composer.domain.fact import Fact
from composer.domain.finding import Action, Finding
from composer.domain.time import Standing


def validity(piece: AssembledPiece, context: CheckContext) -> Iterable[Finding]:
    """`feit-niet-geldig`, `feit-nog-niet-bekend`, `feit-onzeker`: a cited fact that may not be stated on the reference date."""
    return [_finding(piece, standing, context) for standing in piece_standings(context, piece)]


def piece_standings(context: CheckContext, piece: AssembledPiece) -> Iterable[Standing]:
    """The standings, other than valid, of what a piece cites."""
    day, facts = context.letter.reference_date, context.facts(piece)
    if not facts:
        return ()
    snippet = context.library.snippets.get(piece.piece.snippet or "")
    told = [context.fact(name) for name in (snippet.retrospect if snippet else ())]
    retrospect = frozenset([fact.id for fact in told if fact])
    about = ("standings", day, retrospect)
    return context.analyser.cached(facts, about, lambda: _standings(context, day, retrospect, facts))


def _standings(context: CheckContext, day: date, retrospect: frozenset[str], facts: tuple[Fact, ...]) -> list[Standing]:
    chronology, cited = context.library.chronology, [fact.id for fact in facts]
    standings = (chronology.passage_standing((name,), retrospect & {name}, day, cited) for name in cited)
    return [standing for standing in standings if not standing.usable]


def late_reference_date(context: CheckContext) -> Iterable[Finding]:
    """`peildatum-na-datum`: a letter that speaks of a day later than its own."""
    letter = context.letter
    if letter.reference_date > letter.date:
        speaking, dated = day_in_words(letter.reference_date), day_in_words(letter.date)
        yield Finding(
            code="peildatum-na-datum",
            severity="waarschuwing",
            title="Peildatum na de datum",
            message=f"De peildatum, {speaking}, ligt na de datum van de brief, {dated}.",
            words=speaking,
            advice="Kies een peildatum op of vóór de datum van de brief, of verander de datum.",
        )


def _finding(piece: AssembledPiece, standing: Standing, context: CheckContext) -> Finding:
    code, title = _CODES[standing.verdict]
    fact = context.library.facts[standing.fact] if standing.fact else None
    successor = context.library.facts[standing.successor] if standing.successor else None
    return Finding(
        code=code,
        severity="blokkerend" if standing.verdict != "onzeker" else "waarschuwing",
        title=title,
        message=f"“{fact.statement if fact else ''}” {standing.reason.removesuffix('.')}.",
        words=fact.statement if fact else "",
        piece=piece.piece.id,
        facts=tuple(item.id for item in (fact, successor) if item),
        advice=f"Kies een tekst die op {day_in_words(context.letter.reference_date)} klopt, of verander de peildatum.",
        action=Action("vervang", piece.piece.id, "Kies een andere tekst"),
    )


_CODES = {
    "niet-meer": ("feit-niet-geldig", "Geldt niet meer"),
    "nog-niet": ("feit-nog-niet-bekend", "Nog niet bekend"),
    "onzeker": ("feit-onzeker", "Onzeker op de peildatum"),
    "geldig": ("", ""),
}
