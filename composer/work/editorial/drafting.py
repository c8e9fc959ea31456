"""Validation of forms and texts for the library before they are saved, with mistakes at the field or the words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from composer.assemble.lint import lint_condition, lint_text
from composer.assemble.names import LABELS, letter_names
from composer.domain.dutch import capitalised
from composer.domain.errors import ComposerError, did_you_mean
from composer.domain.fact import Fact, FactSeries
from composer.domain.letter import Letter
from composer.domain.model import Model
from composer.domain.revision import Item
from composer.domain.snippet import CITATION, Snippet
from composer.domain.template import FieldDefinition, Template
from composer.domain.values import written
from composer.library.items import stored_item
from composer.library.layers import Layer
from composer.library.library import Library, fold
from composer.library.passages import text_hash
from composer.library.reading import explain
from composer.library.yaml import Location, Marked, is_list, is_record

M = TypeVar("M", bound=Model)
_PREFIX = re.compile(r"^(?:[\wë]+|nummer \d+)(?:\.(?:[\wë]+|nummer \d+))*: ")


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake in a field, by its path of keys; () is the form as a whole, `empty` means that it has to be filled in."""

    place: Location
    message: str
    empty: bool = False


def checked(kind: type[M], record: Mapping[str, Any], asked: Iterable[Location] = ()) -> M | tuple[Mistake, ...]:
    """The record as a model, or every mistake in it; `asked` are the places of fields, which may all be empty."""
    try:
        return kind.model_validate(record)
    except ValidationError as error:
        return tuple(_mistakes(error, kind, record, asked))


def _mistakes(
    error: ValidationError, kind: type[BaseModel], record: Mapping[str, Any], asked: Iterable[Location]
) -> Iterator[Mistake]:
    """The mistakes of a validation error, in the words used for files; indexes in place of line numbers."""
    places = list(dict.fromkeys(((), *asked, *_places(record))))
    marked = Marked(dict(record), {place: number for number, place in enumerate(places)})
    for problem in explain(error, kind, marked, (), None):
        place = places[problem.line or 0]
        message = _PREFIX.sub("", problem.message) if place else problem.message
        yield Mistake(place, message, message.startswith(("ontbreekt", "is leeg")))


def _places(data: Any, at: Location = ()) -> Iterator[Location]:
    pairs = data.items() if is_record(data) else enumerate(data) if is_list(data) else ()
    for step, value in pairs:
        yield (*at, step)
        yield from _places(value, (*at, step))


@dataclass(frozen=True, slots=True)
class TextProblem:
    """A mistake in a text, with the offsets of the words that it concerns."""

    start: int
    end: int
    message: str


_QUOTED = re.compile(r"“([^”]+)”")


def text_problems(text: str, library: Library, template: Template | None = None) -> tuple[TextProblem, ...]:
    """The mistakes in the text of a passage, or of a template, in reading order."""
    found = [_slip(text, error) for error in lint_text(text, _names(library, template))]
    return tuple(sorted((*found, *_unknown_facts(text, library)), key=lambda slip: slip.start))


def condition_mistake(condition: str, library: Library) -> str | None:
    """The mistake in a condition; None when it is correct."""
    found = lint_condition(condition, _names(library, None)) if condition.strip() else ()
    return next((error.message for error in found), None)


def _names(library: Library, template: Template | None) -> dict[str, Any]:
    """Every name that a text may use; a passage may ask for the fields of all templates."""
    nobody = Letter.model_validate({"sjabloon": "proef", "landelijk": True, "datum": date(2025, 1, 1)})
    blank = Template.model_validate({"id": "proef", "titel": "proef", "tekst": "proef"})
    names = letter_names(nobody, template or blank, library)
    return names if template else names | {"veld": dict.fromkeys(entry.name for entry in _fields(library))}


def _fields(library: Library) -> list[FieldDefinition]:
    named = {entry.name: entry for template in library.templates.values() for entry in template.fields}
    return list(named.values())


def _slip(text: str, error: ComposerError) -> TextProblem:
    """The problem at the words that the message quotes from its line; at the whole line when it quotes none."""
    lines = text.split("\n")
    number = min(max(error.line or 1, 1), len(lines)) - 1
    start = sum(len(line) + 1 for line in lines[:number])
    for quoted in _QUOTED.findall(error.message):
        for words in (quoted, quoted.replace('"', "'")):
            if (at := text.find(words, start)) >= 0:
                return TextProblem(at, at + len(words), error.message)
    return TextProblem(start, start + max(len(lines[number]), 1), error.message)


def _unknown_facts(text: str, library: Library) -> Iterator[TextProblem]:
    names = (*library.facts, *library.series)
    for match in CITATION.finditer(text):
        if not library.knows_fact(name := match.group(1)):
            message = f"feit “{name}” staat niet in de bibliotheek.{did_you_mean(name, names)} Kies een ander feit"
            yield TextProblem(*match.span(), message)


@dataclass(frozen=True, slots=True)
class Completion:
    """A completion for a text: its label, a description, and the text to insert."""

    label: str
    more: str
    text: str
    words: str


def completions(library: Library, template: Template | None = None) -> tuple[Completion, ...]:
    """Fields first, then facts: their citation, and each of their values with the citation behind it left to the writer."""
    return (*_field_insertables(library, template), *_fact_insertables(library))


def matching(query: str, offered: Iterable[Completion], most: int = 40) -> tuple[Completion, ...]:
    """The completions with all words of the query; those that begin with it first."""
    wanted = fold(query).split()
    fitting = [entry for entry in offered if all(word in entry.words for word in wanted)]
    return tuple(sorted(fitting, key=lambda entry: not fold(entry.label).startswith(fold(query)))[:most])


def _made(label: str, more: str, text: str) -> Completion:
    return Completion(capitalised(label), more, text, fold(f"{label} {more} {text}"))


_OF_LETTER = {"brief.datum": "datum van de brief", "brief.peildatum": "peildatum", "gemeente.provincie": "provincie"}


def _field_insertables(library: Library, template: Template | None) -> Iterator[Completion]:
    for path, label in ({**LABELS, **_OF_LETTER}).items():
        yield _made(label, "gegeven van de brief", f"{{{{ {path} }}}}")
    for profile in library.profile_fields.values():
        yield _made(profile.label, "gegeven van de gemeente", f"{{{{ gemeente.{profile.id} }}}}")
    for entry in template.fields if template else _fields(library):
        yield _made(entry.label, "veld van het sjabloon", f"{{{{ veld.{entry.name} }}}}")
    for section in template.sections if template else ():
        yield _made(
            section.heading or section.id, "sectie: hier komen de tekstblokken", f"{{{{ sectie.{section.id} }}}}"
        )


def _fact_insertables(library: Library) -> Iterator[Completion]:
    series = {series.fact_id(key) for series in library.series.values() for key in series.rows}
    for fact in library.facts.values():
        if fact.id not in series:
            yield _made(fact.statement, "bron bij deze zin", f"[^{fact.id}]")
            for name, value in fact.values.items():
                yield _made(f"{written(value)} ({name})", fact.statement, f'{{{{ feit["{fact.id}"].{name} }}}}')
    for one in library.series.values():
        yield _made(one.statement, "bron bij deze zin", f"[^{one.series}]")
        for name in (*one.values, one.value.name):
            yield _made(f"{name} van de gemeente", one.statement, f'{{{{ feit["{one.series}"].{name} }}}}')


def proposed_id(title: str, taken: Iterable[str]) -> str:
    """An id made from a title that is not `taken` yet."""
    words = re.findall(r"[a-z0-9]+", fold(title))
    base = "-".join(words)[:50].strip("-") or "nieuw"
    known = set(taken)
    return next(
        name for number in range(1, 10_000) if (name := base if number == 1 else f"{base}-{number}") not in known
    )


@dataclass(frozen=True, slots=True)
class EditBase:
    """The text and version on which an edit is based; None for something new."""

    item: Item | None = None
    before: str | None = None
    expected: str | None = None


def started(layer: Layer, item: Item) -> EditBase:
    """The base of an edit: the present text of an item in a layer; raises ComposerError when its file cannot be read."""
    now = stored_item(layer, item)
    return EditBase(item, now.text, now.version) if now else EditBase(item)


def own_version(text: Snippet | Template) -> dict[str, Any]:
    """The record of a text of an earlier layer, to be changed in a later one that says on which text it is based."""
    return {**text.record(), "status": "concept", "gebaseerd_op": text_hash(text.text)}


def unknown_evidence(fact: Fact | FactSeries, library: Library) -> tuple[Mistake, ...]:
    """The pieces of evidence whose source the library does not have."""
    return tuple(
        Mistake(("bewijs", at, "bron"), "deze bron kennen we niet; kies er een uit de lijst of maak haar eerst")
        for at, place in enumerate(fact.evidence)
        if place.source not in library.sources
    )
