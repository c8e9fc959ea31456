"""The library that a user works with: the shipped content and the user's layers, with all their mistakes."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from composer import paths
from composer.assemble.names import letter_names
from composer.assemble.survey import shown_sections, survey, survey_condition
from composer.domain.errors import ComposerError
from composer.domain.finding import Problem
from composer.domain.letter import Letter
from composer.domain.snippet import Snippet
from composer.domain.template import Template
from composer.domain.time import Standing
from composer.library.catalogue import finished
from composer.library.layers import load
from composer.library.library import Library
from composer.library.presets import MUNICIPALITY, Presets, read_presets
from composer.library.references import broken_references
from composer.work.editorial.sharing import at_hand
from composer.work.entrance import Entrance


def open_library(folders: Iterable[Path] = ()) -> Library:
    """The shipped content, over it the organisation's layers and those in `folders`.

    `problems` holds every mistake and broken reference.
    """
    return finished(Entrance(folders).opening())


def read_layers(layers: Iterable[Path]) -> Library:
    """All of them anew, with what is broken between them."""
    library = load(paths.content(), layers)
    return replace(library, problems=(*library.problems, *broken_references(library)))


def completed(library: Library, presets: Presets, missing: Iterable[Problem]) -> Library:
    """With what the organisation has set, and what is wrong with that or could not be reached."""
    problems = (*presets.problems, *missing, *library.problems, *_of_presets(presets, library))
    return replace(library, problems=problems, default_house_style=_default_style(presets, library))


def organisation() -> Presets:
    """What the organisation has set beside the program; a file that cannot be read is a problem and sets nothing."""
    try:
        return read_presets(paths.presets())
    except ComposerError as error:
        return Presets(problems=(Problem(error.message, error.path, error.line),))


def within_reach(folders: Iterable[Path]) -> tuple[list[Path], list[Problem]]:
    """The folders, or one's own copies of them while the network is gone; with what the user should know of each."""
    shared: list[Path] = []
    missing: list[Problem] = []
    for folder in folders:
        try:
            place, told = at_hand(folder, datetime.now(UTC))
        except ComposerError as error:
            missing.append(Problem(error.message, error.path, severity="waarschuwing"))
            continue
        shared.append(place)
        missing += [Problem(told, folder, severity="waarschuwing")] if told else []
    return shared, missing


def _default_style(presets: Presets, library: Library) -> str:
    known = presets.house_style in library.house_styles
    return presets.house_style if presets.house_style and known else library.default_house_style


def _of_presets(presets: Presets, library: Library) -> Iterator[Problem]:
    """What is set and does not exist."""
    if presets.house_style and presets.house_style not in library.house_styles:
        known = ", ".join(sorted(library.house_styles))
        yield Problem(f"[huisstijl] naam: “{presets.house_style}” bestaat niet; kies uit {known}", paths.presets())
    code = presets.values.get(MUNICIPALITY)
    if code and code not in library.municipalities:
        message = f"[wie] gemeente: “{code}” is geen cbs-code die we kennen; schrijf bijvoorbeeld GM1721"
        yield Problem(message, paths.presets())


def standing(snippet: Snippet, library: Library, day: date) -> Standing:
    """Whether a passage may be used on `day`, by the facts that it cites; facts of a series count as their series does."""
    cited = [name for known in snippet.cited() for name in _facts(known, library)]
    return library.chronology.passage_standing(cited, _all(snippet.retrospect, library), day)


def _all(names: Iterable[str], library: Library) -> Iterable[str]:
    return [name for known in names for name in _facts(known, library)]


def _facts(name: str, library: Library) -> list[str]:
    """A fact, or one of a series, which are alike in time."""
    if name not in library.series:
        return [name]
    series = library.series[name]
    return [known for key in series.rows if (known := series.fact_id(key)) in library.facts][:1]


def text_problems(library: Library) -> Iterator[Problem]:
    """Mistakes in the texts themselves: names that do not exist, conditions and Markdown that cannot be read."""
    for template in library.templates.values():
        yield from _template_problems(template, library)
    fields = {entry.name: None for template in library.templates.values() for entry in template.fields}
    blank = Template.model_validate({"id": "proef", "titel": "proef", "tekst": "proef"})
    names = letter_names(_nobody(), blank, library) | {"veld": fields}
    for snippet in library.snippets.values():
        yield from _located(survey(snippet.text, names), "Snippet", snippet, library)
        if snippet.condition:
            for error in survey_condition(snippet.condition, names):
                yield _problem(f"voorwaarde: {error.message}", "Snippet", snippet.id, library, None)


def _template_problems(template: Template, library: Library) -> Iterator[Problem]:
    """Those of its text, its headings and the defaults of its fields, and sections that it shows nowhere."""
    names = letter_names(_nobody(), template, library)
    yield from _located(survey(template.text, names), "Template", template, library)
    small = [(f"secties.{section.id}.kop", section.heading, names) for section in template.sections]
    known = {holder: held for holder, held in names.items() if holder != "veld"}
    small += [(f"velden.{entry.name}.standaard", entry.default, known) for entry in template.fields]
    for place, text, allowed in small:
        for error in survey(text or "", allowed):
            yield _problem(f"{place}: {error.message}", "Template", template.id, library, None)
    for section in template.sections:
        if section.id not in shown_sections(template.text):
            message = f"secties.{section.id}: staat nergens; zet {{{{ sectie.{section.id} }}}} op een eigen regel"
            yield _problem(message, "Template", template.id, library, None)


def _nobody() -> Letter:
    """A letter to everyone, so that every name is known and hardly any value is."""
    return Letter.model_validate({"sjabloon": "proef", "landelijk": True, "datum": date(2025, 1, 1)})


def _located(
    errors: Iterable[ComposerError], kind: str, text: Snippet | Template, library: Library
) -> Iterator[Problem]:
    for error in errors:
        yield _problem(error.message, kind, text.id, library, (error.line or 1) + text.line - 1)


def _problem(message: str, kind: str, key: str, library: Library, line: int | None) -> Problem:
    place = library.places.get((kind, key))
    return Problem(message, place.path if place else None, line or (place.line if place else None))
