"""The provenance of a letter as custom XML in its Word file, which Word preserves."""

from collections.abc import Iterable

from composer.assemble.cache import GenerationCache
from composer.domain.document import Document
from composer.domain.provenance import SPACE, CitedFact, CitedSource, Provenance, UsedText
from composer.ooxml.markup import HEAD, escape


def provenance_xml(document: Document, cache: GenerationCache) -> bytes:
    """The provenance as XML: the letter's dates, its texts, and the facts and sources that its notes account for."""
    properties, provenance = document.properties, document.provenance
    days = {"datum": properties.date.isoformat(), "peildatum": properties.reference_date.isoformat()}
    head = _attributes({"brief": properties.letter, **days, "staat": "concept" if properties.draft else "definitief"})
    start = f'{HEAD}<verantwoording xmlns="{SPACE}"{head}>'
    return start.encode() + cache.get_or_make_for(provenance, "provenance", lambda: _told(provenance).encode())


def _told(provenance: Provenance) -> str:
    texts = "".join(_text("sjabloon", text) for text in (provenance.template,) if text)
    texts += "".join(_text("tekstblok", text) for text in provenance.texts)
    facts = "".join(map(_fact, provenance.facts))
    sources = "".join(map(_source, provenance.sources))
    return f"<teksten>{texts}</teksten><feiten>{facts}</feiten><bronnen>{sources}</bronnen></verantwoording>"


def _attributes(values: dict[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in values.items())


def _numbers(notes: Iterable[int]) -> str:
    return " ".join(map(str, notes))


def _text(tag: str, text: UsedText) -> str:
    adapted = {"aangepast": "ja"} if text.adapted else {}
    return f"<{tag}{_attributes({'id': text.id, 'sha256': text.sha256, **adapted})}/>"


def _fact(fact: CitedFact) -> str:
    return f"<feit{_attributes({'id': fact.id, 'sha256': fact.sha256, 'noten': _numbers(fact.notes)})}/>"


def _source(source: CitedSource) -> str:
    known = {"adres": source.address or "", "bestand": source.file or ""}
    values = {
        "id": source.id,
        "sha256": source.sha256,
        "noten": _numbers(source.notes),
        "uitgever": source.publisher,
        "datum": source.date,
        **{name: value for name, value in known.items() if value},
    }
    return f"<bron{_attributes(values)}>{escape(source.title)}</bron>"
