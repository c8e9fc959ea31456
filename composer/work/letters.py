"""Creating, opening and saving letters."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from composer.domain.errors import ComposerError, did_you_mean
from composer.domain.letter import Letter, Piece
from composer.domain.template import Section, Template
from composer.library.captured import capture, restore
from composer.library.letters import read_letter, write_letter
from composer.library.library import Library
from composer.library.reading import read_text
from composer.work.writing.availability import PassageAvailability


def new_letter(
    library: Library,
    template_id: str,
    municipality: str | None,
    reference_date: date,
    *,
    day: date | None = None,
    fields: Mapping[str, str] | None = None,
) -> Letter:
    """A draft with the passages that its template proposes and that hold on the reference date.

    `municipality` is a CBS code or a name, None for a letter to all. Raises ComposerError for what does not exist.
    """
    template = library.template(template_id)
    _known_fields(template, fields or {})
    cbs = library.find_municipality(municipality).cbs if municipality else None
    letter = Letter.model_validate(
        {
            "sjabloon": template.id,
            "gemeente": cbs,
            "landelijk": cbs is None,
            "datum": day or reference_date,
            "peildatum": reference_date if day and day != reference_date else None,
            "velden": dict(fields or {}),
        }
    )
    return propose(letter, template, library).with_ids()


def _known_fields(template: Template, fields: Mapping[str, str]) -> None:
    known = [entry.name for entry in template.fields]
    for name in fields:
        if name not in known:
            near = did_you_mean(name, known)
            raise ComposerError(f"sjabloon “{template.id}” heeft geen veld “{name}”.{near} Kies uit {', '.join(known)}")


def propose(letter: Letter, template: Template, library: Library) -> Letter:
    """The letter with each section's proposed passages that may be used; those with an unanswered question stay."""
    availability = PassageAvailability(letter, library, library)

    def proposed(section: Section) -> tuple[Piece, ...]:
        named = filter(None, map(library.snippets.get, section.defaults))
        may = [snippet for snippet in named if availability.suitability(snippet).proposable]
        return tuple(Piece.model_validate({"tekstblok": snippet.id}) for snippet in may)

    return letter.with_changes(sections={section.id: proposed(section) for section in template.sections})


def open_letter(path: Path, library: Library) -> tuple[Letter, Library]:
    """A letter with ids, and the library that it is rendered from: today's, with the letter's captured records."""
    letter = read_letter(path).with_ids()
    rendering = restore(letter, library)
    try:
        rendering.template(letter.template)
    except ComposerError as error:
        raise ComposerError(error.message, path, line_of("sjabloon:", path)) from error
    return letter, rendering


def line_of(key: str, path: Path) -> int:
    """The line of a letter on which a key stands."""
    lines = read_text(path).splitlines()
    return next((number for number, line in enumerate(lines, start=1) if line.startswith(key)), 1)


def save_letter(
    letter: Letter, rendering: Library, path: Path, expected: str | None = None, *, replace: bool = True
) -> tuple[Letter, str]:
    """Captures the records that the letter uses and saves it; returns the letter and the sha256 of its file."""
    captured = capture(letter.with_ids(), rendering)
    return captured, write_letter(captured, path, expected, replace=replace)
