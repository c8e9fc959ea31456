"""One way to write each term of the dossier."""

from collections.abc import Iterable, Iterator

from composer.assemble.pieces import AssembledPiece
from composer.check.reader import Run
from composer.check.subject import Subject
from composer.check.vocabulary import Spelling
from composer.domain.dossier import Term
from composer.domain.finding import Action, Finding


def other_spellings(piece: AssembledPiece, subject: Subject) -> Iterator[Finding]:
    """`spelling-begrip`: a way to write a term that its dossier does not prefer."""
    for run in subject.reading(piece).runs:
        for words, spelling in spelled(run, subject):
            if not spelling.right:
                yield _other(words, spelling.term, piece.piece.id)


def spelled(run: Run, subject: Subject) -> tuple[tuple[str, Spelling], ...]:
    """The terms in a run, as they are written there, quotations left out."""

    def find() -> tuple[tuple[str, Spelling], ...]:
        found = subject.vocabulary.terms.find(run.words, run.own)
        return tuple((run.text[start:end], spelling) for start, end, spelling in found)

    return run.kept("terms", find)


def _other(words: str, term: Term, piece: str) -> Finding:
    return Finding(
        code="spelling-begrip",
        severity="waarschuwing",
        title="Ander woord voor een begrip",
        message=f"“{words}” schrijven we als “{term.preferred}”.",
        words=words,
        piece=piece,
        advice=f"Schrijf “{term.preferred}”.",
        action=Action("woorden", term.preferred, "Neem over"),
    )


def mixed_spellings(subject: Subject) -> Iterator[Finding]:
    """`spelling-begrip`, once a letter: a term that is written in several ways, the preferred one among them."""
    found: dict[str, dict[str, str]] = {}
    terms: dict[str, Term] = {}
    for reading in subject.readings:
        for run in reading.prose:
            for words, spelling in spelled(run, subject):
                terms[spelling.term.id] = spelling.term
                found.setdefault(spelling.term.id, {}).setdefault(words, reading.id)
    for name, ways in found.items():
        if _differ(ways, terms[name]):
            yield _mixed(ways, terms[name])


def _differ(ways: Iterable[str], term: Term) -> bool:
    """Whether a reader sees several spellings; a capital at the start of a sentence, or an abbreviation, is no other one."""
    written = {way[:1].lower() + way[1:] for way in ways if way != term.abbreviation}
    return len(written) > 1


def _mixed(ways: dict[str, str], term: Term) -> Finding:
    listed = ", ".join(f"“{way}”" for way in ways if way != term.abbreviation)
    odd = next(way for way in ways if way not in (term.preferred, term.abbreviation))
    return Finding(
        code="spelling-begrip",
        severity="tip",
        title="Verschillend geschreven",
        message=f"In deze brief staan {listed} door elkaar.",
        words=odd,
        piece=ways[odd],
        advice=f"Schrijf overal “{term.preferred}”.",
    )
