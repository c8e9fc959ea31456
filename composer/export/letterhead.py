"""The values of a letter that are shown around its text, the same in every format."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from composer.domain.document import Block, Document, Field, FieldList, Heading, Properties, Value
from composer.domain.dutch import day_in_words
from composer.domain.traversal import plain
from composer.export.typography import shortened

DRAFT = "CONCEPT"
RUNNING_LENGTH = 76  # characters of 9 points that stand beside "Bladnummer 12 van 34"
_OTHER_NAMES = {
    "veld.kenmerk": "kenmerk",
    "brief.kenmerk": "kenmerk",
    "brief.datum": "datum",
    "brief.peildatum": "peildatum",
}


def printed_title(properties: Properties) -> str:
    """The kind of letter; the subject is one of its fields."""
    return properties.subject or properties.title


def letterhead_values(document: Document) -> Mapping[str, str]:
    """The values for text around the letter, by the tag of the content control: its kind and its fields."""
    properties = document.properties
    return {
        **{name: plain(entry.content) for entry in _header(document.blocks) if (name := _name(entry))},
        "organisatie": properties.author,
        "onderwerp": properties.title,
        "soort": properties.subject,
        "kenmerk": properties.reference,
        "datum": day_in_words(properties.date),
        "peildatum": day_in_words(properties.reference_date),
    }


def running_values(values: Mapping[str, str]) -> Mapping[str, str]:
    """The values for headers and footers, each on one line."""
    return {name: shortened(value, RUNNING_LENGTH) for name, value in values.items()}


def _header(blocks: tuple[Block, ...]) -> list[Field]:
    """The fields above the first heading."""
    first = next((index for index, block in enumerate(blocks) if isinstance(block, Heading)), len(blocks))
    return [entry for block in blocks[:first] if isinstance(block, FieldList) for entry in block.fields]


def _name(entry: Field) -> str:
    match entry.content:
        case (Value(path=path),):
            return _OTHER_NAMES.get(path, path.removeprefix("veld."))
        case _:
            return ""


def without_shown(document: Document, shown: Collection[str]) -> Document:
    """The letter without the fields that the text before it shows already."""
    if not shown:
        return document
    header = _header(document.blocks)
    gone = {id(entry) for entry in header if _name(entry) in shown}
    blocks = tuple(_without(block, gone) if isinstance(block, FieldList) else block for block in document.blocks)
    return replace(document, blocks=blocks)


def _without(block: FieldList, gone: Collection[int]) -> FieldList:
    return replace(block, fields=tuple(entry for entry in block.fields if id(entry) not in gone))
