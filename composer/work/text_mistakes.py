"""Mistakes in the texts of a library."""

from collections.abc import Iterable, Iterator
from datetime import date

from composer.assemble.lint import lint_condition, lint_text, shown_sections
from composer.assemble.names import letter_names
from composer.domain.errors import ComposerError
from composer.domain.finding import Problem
from composer.domain.letter import Letter
from composer.domain.snippet import Snippet
from composer.domain.template import Template
from composer.library.library import Library


def text_problems(library: Library) -> Iterator[Problem]:
    """Mistakes in the texts themselves: names that do not exist, conditions and Markdown that cannot be read."""
    for template in library.templates.values():
        yield from _template_problems(template, library)
    fields = {entry.name: None for template in library.templates.values() for entry in template.fields}
    blank = Template.model_validate({"id": "proef", "titel": "proef", "tekst": "proef"})
    names = letter_names(_nobody(), blank, library) | {"veld": fields}
    for snippet in library.snippets.values():
        yield from _located(lint_text(snippet.text, names), "Snippet", snippet, library)
        if snippet.condition:
            for error in lint_condition(snippet.condition, names):
                yield _problem(f"voorwaarde: {error.message}", "Snippet", snippet.id, library, None)


def _template_problems(template: Template, library: Library) -> Iterator[Problem]:
    """The mistakes in its text, headings and field defaults, and the sections that it never prints."""
    names = letter_names(_nobody(), template, library)
    yield from _located(lint_text(template.text, names), "Template", template, library)
    small = [(f"secties.{section.id}.kop", section.heading, names) for section in template.sections]
    known = {holder: held for holder, held in names.items() if holder != "veld"}
    small += [(f"velden.{entry.name}.standaard", entry.default, known) for entry in template.fields]
    for place, text, allowed in small:
        for error in lint_text(text or "", allowed):
            yield _problem(f"{place}: {error.message}", "Template", template.id, library, None)
    for section in template.sections:
        if section.id not in shown_sections(template.text):
            message = f"secties.{section.id}: staat nergens; zet {{{{ sectie.{section.id} }}}} op een eigen regel"
            yield _problem(message, "Template", template.id, library, None)


def _nobody() -> Letter:
    """An empty letter to everyone, so that every name is known and hardly any value is."""
    return Letter.model_validate({"sjabloon": "proef", "landelijk": True, "datum": date(2025, 1, 1)})


def _located(
    errors: Iterable[ComposerError], kind: str, text: Snippet | Template, library: Library
) -> Iterator[Problem]:
    for error in errors:
        yield _problem(error.message, kind, text.id, library, (error.line or 1) + text.line - 1)


def _problem(message: str, kind: str, key: str, library: Library, line: int | None) -> Problem:
    place = library.places.get((kind, key))
    return Problem(message, place.path if place else None, line or (place.line if place else None))
