"""Captures in a letter the texts and facts that it uses, as they were when it was written."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import ValidationError

from composer.domain.fact import Fact
from composer.domain.letter import Captured, Letter
from composer.domain.model import Model
from composer.domain.municipality import Municipality, Region
from composer.domain.snippet import Snippet, cited, printed_facts
from composer.domain.source import Source
from composer.domain.template import Template
from composer.library.library import Library
from composer.library.profiles import record_of

M = TypeVar("M", bound=Model)


def capture(letter: Letter, library: Library) -> Letter:
    """The letter with all records that it uses captured from `library`; those that it no longer uses are left out."""
    templates = _found([letter.template], library.templates)
    snippets = _found([piece.snippet for piece in letter.pieces()], library.snippets)
    municipalities = _found([letter.municipality], library.municipalities)
    regions = [region for held in municipalities for region in library.regions_of(held)]
    regions += _found([letter.region], library.regions)
    own = [piece.adapted or piece.text or "" for piece in letter.pieces()]
    texts = [*(text.text for text in (*templates, *snippets)), *own]
    facts = _facts(texts, _scopes(letter, regions), library)
    captured = Captured(
        sources=_records(_sources(facts, library)),
        facts=_records(facts),
        snippets=_records(snippets),
        templates=_records(templates),
        municipalities=_records(municipalities),
        regions=_records(regions),
    )
    return letter.with_changes(captured=captured.model_copy(update={"hashes": _hashes(captured)}))


def _found(names: Iterable[str | None], records: Mapping[str, M]) -> list[M]:
    return [record for name in dict.fromkeys(names) if name and (record := records.get(name))]


def restore(letter: Letter, library: Library) -> Library:
    """The library with the letter's captured records in place of today's, except records that cannot be read."""
    kept = letter.captured
    if kept is None:
        return library
    return replace(
        library,
        sources={**library.sources, **_models(Source, kept.sources, "id")},
        facts={**library.facts, **_models(Fact, kept.facts, "id")},
        snippets={**library.snippets, **_models(Snippet, kept.snippets, "id")},
        templates={**library.templates, **_models(Template, kept.templates, "id")},
        municipalities={**library.municipalities, **_models(Municipality, kept.municipalities, "cbs")},
        regions={**library.regions, **_models(Region, kept.regions, "id")},
    )


def changed_records(letter: Letter, library: Library) -> tuple[tuple[str, str], ...]:
    """The kind (the key in the file) and id of each captured record that differs in `library` or is gone from it.

    Another status, owner or review date is no change, and records that the letter no longer uses are skipped.
    """
    if letter.captured is None:
        return ()
    today = capture(letter.with_changes(captured=None), library).captured
    assert today is not None
    kept = letter.captured.hashes
    differing = [key for key, digest in kept.items() if today.hashes.get(key) != digest]
    differing = [key for key in differing if key in today.hashes or _is_gone(key, library)]
    before, after = (_records_of(held) if differing else {} for held in (letter.captured, today))
    differing = [key for key in differing if _said(before.get(key)) != _said(after.get(key))]
    return tuple((key.partition("/")[0], key.partition("/")[2]) for key in differing)


def _is_gone(entry: str, library: Library) -> bool:
    kind, _, key = entry.partition("/")
    return key not in getattr(library, _KINDS[kind])


EDITORIAL = frozenset({"status", "eigenaar", "herzien_voor", "gebaseerd_op"})
"""Keys that say who looks after a text, and nothing of what it says."""


def _said(record: Mapping[str, Any] | None) -> object:
    return _plain({name: value for name, value in record.items() if name not in EDITORIAL}) if record else None


def release(letter: Letter, kind: str, key: str) -> Letter:
    """The letter without one captured record, so that today's is used."""
    if letter.captured is None:
        return letter
    name = _KINDS[kind]
    records = tuple(record for record in getattr(letter.captured, name) if _key(record) != key)
    hashes = {entry: digest for entry, digest in letter.captured.hashes.items() if entry != f"{kind}/{key}"}
    return letter.with_changes(captured=letter.captured.model_copy(update={name: records, "hashes": hashes}))


_KINDS = {
    "bronnen": "sources",
    "feiten": "facts",
    "tekstblokken": "snippets",
    "sjablonen": "templates",
    "gemeenten": "municipalities",
    "regios": "regions",
}


def _scopes(letter: Letter, regions: Iterable[Region]) -> frozenset[str]:
    own = {f"gemeente:{letter.municipality}"} if letter.municipality else set[str]()
    return frozenset(own | {f"regio:{region.id}" for region in regions})


def _facts(texts: Iterable[str], scopes: frozenset[str], library: Library) -> list[Fact]:
    names = dict.fromkeys(name for text in texts for name in (*cited(text), *printed_facts(text)))
    found = (library.fact_for(name, scopes) for name in names)
    return [fact for fact in found if fact]


def _sources(facts: Iterable[Fact], library: Library) -> list[Source]:
    named = [item.source for fact in facts for item in fact.evidence]
    named += [fact.via.source for fact in facts if fact.via and fact.via.source]
    return [library.sources[name] for name in dict.fromkeys(named) if name in library.sources]


def _records(models: Iterable[Model]) -> tuple[dict[str, Any], ...]:
    return tuple(record_of(model) for model in dict.fromkeys(models))


def _hashes(captured: Captured) -> dict[str, str]:
    return {key: _digest(record) for key, record in _records_of(captured).items()}


def _records_of(captured: Captured) -> dict[str, Mapping[str, Any]]:
    """The captured records, by kind and key."""
    return {f"{kind}/{_key(record)}": record for kind, name in _KINDS.items() for record in getattr(captured, name)}


def record_hash(record: Model) -> str:
    """The sha256 by which a letter keeps a record, in hexadecimal."""
    return _digest(record_of(record))


def _key(record: Mapping[str, Any]) -> str:
    return str(record.get("id") or record.get("cbs"))


def _digest(record: Mapping[str, Any]) -> str:
    text = json.dumps(_plain(record), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: Any) -> Any:
    """Numbers as text, since a file gives them back as text."""
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}  # pyright: ignore[reportUnknownVariableType]
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]  # pyright: ignore[reportUnknownVariableType]
    return value if value is None else str(value)


def _models(kind: type[M], records: Iterable[Mapping[str, Any]], key: str) -> dict[str, M]:
    models: dict[str, M] = {}
    for record in records:
        try:
            model = kind.model_validate(_thawed(record))
        except ValidationError:
            continue
        models[getattr(model, key)] = model
    return models


def _thawed(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _thawed(item) for key, item in value.items()}  # pyright: ignore[reportUnknownVariableType]
    return value
