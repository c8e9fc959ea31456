"""Reads files with front matter and text (passages and templates); a later layer replaces those of an earlier one."""

import hashlib
from pathlib import Path

from composer.domain.errors import ComposerError
from composer.domain.finding import Problem
from composer.domain.snippet import Snippet
from composer.domain.template import Template
from composer.library.builder import LibraryBuilder
from composer.library.library import Place
from composer.library.reading import read_front_matter, read_model, read_text
from composer.library.yaml import is_record

_OF_THE_TEXT = {"tekst", "regel"}
"""Keys that hold what stands below the head."""


def read_passage(path: Path, kind: type[Snippet | Template], builder: LibraryBuilder) -> None:
    marked, text, line = read_front_matter(read_text(path), path)
    if not is_record(marked.data):
        raise ComposerError("het kopje is leeg; vul ten minste id en titel in", path, 1)
    for key in _OF_THE_TEXT & marked.data.keys():
        message = f"{key}: dit hoort niet in het kopje; haal het weg"
        builder.problems.append(Problem(message, path, marked.line((key,))))
    body = text.strip("\n")
    leading = len(text) - len(text.lstrip("\n"))
    marked.data |= {"tekst": body, "regel": str(line + leading)}
    marked.lines[("tekst",)] = line
    record = read_model(kind, marked, (), path, builder.problems)
    if record is None:
        return
    if record.id != path.stem:
        builder.problems.append(
            Problem(f"id: “{record.id}” is anders dan de bestandsnaam; maak ze gelijk", path, marked.line(("id",)))
        )
    _place_text(record, Place(path, marked.line(("id",)) or 1), builder)


def _place_text(record: Snippet | Template, place: Place, builder: LibraryBuilder) -> None:
    """Adds a text; one with the id of an earlier layer's text replaces it, with `based_on` that text's sha256."""
    kind = type(record)
    earlier = builder.of(kind).get(record.id)
    if earlier is not None and record.based_on != text_hash(earlier.text):
        told = "is intussen veranderd" if record.based_on else "staat ook in een eerdere laag"
        message = f"gebaseerd_op: “{record.id}” {told}; vergelijk de teksten en schrijf gebaseerd_op: {text_hash(earlier.text)}"
        builder.problems.append(Problem(message, place.path, place.line, "waarschuwing"))
    builder.of(kind)[record.id] = record
    builder.places[kind.__name__, record.id] = place


def text_hash(text: str) -> str:
    """The sha256, in hexadecimal, of a passage's or template's text."""
    return hashlib.sha256(text.encode()).hexdigest()
