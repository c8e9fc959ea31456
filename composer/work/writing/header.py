"""The field block of a letter: the content of each field, and the letter after typing in it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from composer.assemble.compiled_text import Blocks
from composer.assemble.letter import Assembly
from composer.domain import reference_number
from composer.domain.document import Field, FieldList, Inline, Paragraph, Value
from composer.domain.dutch import day_in_words
from composer.domain.letter import Letter
from composer.domain.template import FieldDefinition
from composer.domain.traversal import flatten, plain
from composer.work.writing.choices import with_date
from composer.work.writing.days import day_from

RowKind = Literal["tekst", "lang", "datum", "keuze", "getal", "vast"]
LETTER_DATE = "brief.datum"


@dataclass(frozen=True, slots=True)
class Row:
    """A field with its label ("" for one that stands by itself, as the salutation); `name` is "" for what is not a field.

    `default` is printed while nothing is filled in; `gap` is the path of a missing value.
    """

    path: str
    label: str
    kind: RowKind
    text: str
    default: str = ""
    required: bool = False
    gap: str = ""
    choices: tuple[str, ...] = ()
    help: str = ""
    example: str = ""
    """What could stand in it here."""
    extra: bool = False
    """Not in the letter's own header, may stay empty and is: only shown to who wants to see it."""

    @property
    def name(self) -> str:
        return self.path.removeprefix("veld.") if self.path.startswith("veld.") else ""

    @property
    def shown(self) -> str:
        return self.text or self.default

    @property
    def shape(self) -> tuple[object, ...]:
        """The part of the row that determines its widget, apart from the words in it."""
        return (
            self.path,
            self.label,
            self.kind,
            self.choices,
            self.help,
            self.example,
            self.kind == "vast" and bool(self.gap),
        )


def rows(header: Blocks, letter: Letter, assembly: Assembly) -> tuple[Row, ...]:
    """The labelled fields of the header in its order, the template's other fields, then what stands by itself."""
    labelled = [
        _labelled(entry, letter, assembly) for block in header if isinstance(block, FieldList) for entry in block.fields
    ]
    alone = [_alone(block.content, letter, assembly) for block in header if isinstance(block, Paragraph)]
    shown = {row.path for row in (*labelled, *alone)}
    others = [
        _extra(_field(entry, entry.label, letter, assembly))
        for entry in assembly.template.fields
        if f"veld.{entry.name}" not in shown
    ]
    return (*labelled, *others, *alone)


def _labelled(entry: Field, letter: Letter, assembly: Assembly) -> Row:
    return _row(plain(entry.label), entry.content, letter, assembly)


def _alone(content: tuple[Inline, ...], letter: Letter, assembly: Assembly) -> Row:
    return _row("", content, letter, assembly)


def _row(label: str, content: tuple[Inline, ...], letter: Letter, assembly: Assembly) -> Row:
    match content:
        case (Value(path="brief.datum", text=text),):
            return Row(LETTER_DATE, label, "datum", text or "", required=True)
        case (Value(path=path),) if definition := assembly.template.field(path.removeprefix("veld.")):
            return _field(definition, label, letter, assembly)
        case _:
            gaps = (inline.path for inline in flatten(content) if isinstance(inline, Value) and inline.text is None)
            return Row(f"vast:{label}", label, "vast", plain(content, "nog invullen: {label}"), gap=next(gaps, ""))


def _field(definition: FieldDefinition, label: str, letter: Letter, assembly: Assembly) -> Row:
    own = letter.fields.get(definition.name, "")
    known = assembly.names["veld"].get(definition.name)
    default = "" if own or known is None else _words(known)
    return Row(
        f"veld.{definition.name}",
        label,
        definition.kind,
        _in_words(own) if definition.kind == "datum" else own,
        default,
        definition.required,
        f"veld.{definition.name}" if definition.required and not (own or default) else "",
        definition.choices,
        definition.help or "",
        _example(definition.name, letter, assembly),
    )


def _example(name: str, letter: Letter, assembly: Assembly) -> str:
    municipality = assembly.addressee.municipality
    if name != "kenmerk" or municipality is None or municipality.reference_pattern is None:
        return ""
    return reference_number.example(municipality.reference_pattern, letter.date)


def _extra(row: Row) -> Row:
    return replace(row, extra=not row.text and not row.gap)


def _words(value: object) -> str:
    return day_in_words(value) if isinstance(value, date) else str(value)


def _in_words(text: str) -> str:
    try:
        return day_in_words(date.fromisoformat(text))
    except ValueError:
        return text


def filled_in(letter: Letter, row: Row, text: str) -> Letter:
    """The letter with these words in a field; raises ComposerError for what is not a date where one belongs."""
    text = text.strip()
    if row.kind == "datum" and text:
        day = day_from(text)
        return with_date(letter, day) if row.path == LETTER_DATE else letter.with_field(row.name, day.isoformat())
    if not row.name:
        return letter
    return letter.with_field(row.name, "" if text == row.default else text)
