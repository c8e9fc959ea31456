"""Changes of municipality, template and reference date, without losing what was written."""

from datetime import date

from composer.domain.letter import Letter, Piece
from composer.domain.municipality import Municipality
from composer.domain.template import Template
from composer.library.library import Library, fold
from composer.work.letters import propose
from composer.work.writing.availability import fitting_section


def with_municipality(letter: Letter, cbs: str) -> Letter:
    return letter.with_changes(municipality=cbs, region=None, national=False)


def with_reference_date(letter: Letter, day: date) -> Letter:
    """The letter with another reference date, absent when it is the letter's own date."""
    return letter.with_changes(reference_day=None if day == letter.date else day)


def with_date(letter: Letter, day: date) -> Letter:
    """The letter with another date; the reference date stays the same."""
    return letter.with_changes(date=day, reference_day=None if day == letter.reference_date else letter.reference_date)


def with_template(letter: Letter, template: Template, library: Library) -> Letter:
    """The letter of another kind: sections of the same name keep their pieces, others go where their subject fits.

    A section that stays empty gets what the template proposes.
    """
    known = {section.id for section in template.sections}
    kept = letter.with_changes(template=template.id, sections={n: p for n, p in letter.sections.items() if n in known})
    for name, pieces in letter.sections.items():
        for piece in pieces if name not in known else ():
            kept = _placed(kept, piece, template, library)
    proposed = propose(kept, template, library)
    filled = {name: kept.sections.get(name) or pieces for name, pieces in proposed.sections.items()}
    return kept.with_changes(sections=filled).with_ids()


def _placed(letter: Letter, piece: Piece, template: Template, library: Library) -> Letter:
    snippet = library.snippets.get(piece.snippet or "")
    section = fitting_section(letter, template, snippet.subject if snippet else "")
    return letter.with_inserted(section.id, 10**6, piece) if section else letter


def matching(query: str, library: Library) -> tuple[Municipality, ...]:
    """The municipalities with a name, or another name, that has the words typed; those that begin with them first."""
    wanted = fold(query)
    ranked = [(rank, m.name, m) for m in library.municipalities.values() if (rank := _rank(wanted, m)) is not None]
    return tuple(municipality for _, _, municipality in sorted(ranked, key=lambda item: item[:2]))


def _rank(wanted: str, municipality: Municipality) -> int | None:
    """0 begins with it, 1 another name does, 2 a later word does, 3 it is somewhere inside; None without a match."""
    name = fold(municipality.name)
    others = [fold(other) for other in municipality.other_names]
    if name.startswith(wanted):
        return 0
    if any(other.startswith(wanted) for other in others) or municipality.cbs.lower() == wanted:
        return 1
    if any(f" {wanted}" in text for text in (name, *others)):
        return 2
    return 3 if any(wanted in text for text in (name, *others)) else None
