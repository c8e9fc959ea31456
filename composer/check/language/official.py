"""Words of officials that have a plain word beside them."""

from collections.abc import Iterator

from composer.assemble.pieces import AssembledPiece
from composer.check.reader import Run
from composer.check.subject import Subject
from composer.domain.finding import Finding
from composer.library.language import OfficialWord


def official_words(piece: AssembledPiece, subject: Subject) -> Iterator[Finding]:
    """`ambtelijk`: once a piece for each word; within a term of the dossier it is a name."""
    seen: set[str] = set()
    for run in subject.reading(piece).prose:
        for words, official in run.kept("official", lambda run=run: tuple(_found(run, subject))):
            if words.lower() not in seen:
                seen.add(words.lower())
                yield _official(words, official, piece.piece.id)


def _found(run: Run, subject: Subject) -> Iterator[tuple[str, OfficialWord]]:
    found = list(subject.vocabulary.official.find(run.words, run.own))
    if not found:
        return
    terms = list(subject.vocabulary.terms.find(run.words, run.own))
    for start, end, official in found:
        if not any(term.start <= start and end <= term.end for term in terms):
            yield run.text[start:end], official


def _official(words: str, official: OfficialWord, piece: str) -> Finding:
    plain = " of ".join(f"“{choice}”" for choice in official.plain[:3])
    return Finding(
        code="ambtelijk",
        severity="tip",
        title="Ambtelijk woord",
        message=f"“{words}” kan gewoner. {official.explanation}",
        words=words,
        piece=piece,
        advice=f"Schrijf liever {plain}.",
    )
