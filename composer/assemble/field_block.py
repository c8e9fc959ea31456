"""The field block as the municipality has it: its own labels, its order, and what may not be left out."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from composer.assemble.names import label
from composer.assemble.text_cache import AssemblyContext
from composer.domain.document import Field, FieldList, Origin, Text, Value
from composer.domain.dutch import day_in_words
from composer.domain.municipality import Municipality
from composer.domain.template import FieldDefinition
from composer.domain.traversal import plain


def arrange_fields(block: FieldList, context: AssemblyContext) -> FieldList:
    """The fields that the profile names first, in its order and with a gap for what is missing; then the others."""
    municipality = context.addressee.municipality
    if municipality is None or not (municipality.labels or municipality.letterhead):
        return block
    entries = tuple(_ordered(block, municipality, context))
    return FieldList(tuple(_labelled(entry, municipality) for entry in entries), block.origin)


def _ordered(block: FieldList, municipality: Municipality, context: AssemblyContext) -> Iterator[Field]:
    present = {_key(plain(entry.label)): entry for entry in block.fields}
    standard = {_key(own): _key(usual) for usual, own in municipality.labels.items()}
    wanted = [standard.get(_key(name), _key(name)) for name in municipality.letterhead]
    for name in dict.fromkeys(wanted):
        entry = present.pop(name, None) or _added(name, context, block.origin)
        if entry:
            yield entry
    yield from present.values()


def _added(name: str, context: AssemblyContext, origin: Origin) -> Field | None:
    """A field of the template that the block does not show; None when the template has no such field."""
    definition = next((entry for entry in _fields(context) if _key(entry.label) == name), None)
    if definition is None:
        return None
    path = f"veld.{definition.name}"
    known = _words(context.names["veld"].get(definition.name))
    value = Value(path, known, label(path, context.template, context.library), origin, expression=path)
    return Field((Text(definition.label),), (value,))


def _fields(context: AssemblyContext) -> Iterable[FieldDefinition]:
    return context.template.fields


def _words(value: Any) -> str | None:
    return day_in_words(value) if isinstance(value, date) else str(value) if value else None


def _labelled(entry: Field, municipality: Municipality) -> Field:
    own = {_key(usual): own for usual, own in municipality.labels.items()}.get(_key(plain(entry.label)))
    return Field((Text(own),), entry.content) if own else entry


def _key(text: str) -> str:
    return text.strip().rstrip(":").casefold()
