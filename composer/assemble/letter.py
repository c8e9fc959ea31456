"""Assembles a letter with a library into a document, incrementally: unchanged texts, pieces and notes are reused."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

from composer.assemble import mistakes
from composer.assemble.body import LetterBody, Pieces, build_body
from composer.assemble.finishing import FinishedBlocks, finish
from composer.assemble.names import Addressee, addressee, letter_names
from composer.assemble.notes import References, citations
from composer.assemble.provenance import Digests, provenance
from composer.assemble.references import Sender, references
from composer.assemble.text_cache import AssemblyContext, TextCache
from composer.domain.document import Citation, Document, Origin, Properties
from composer.domain.finding import Finding
from composer.domain.letter import Letter
from composer.domain.provenance import Provenance
from composer.domain.template import Template
from composer.library.library import Library, fold

ASSOCIATION = ("Vereniging van Nederlandse Gemeenten", "VNG")


@dataclass(frozen=True)
class Assembly:
    """A document with the pieces it is made of, what each citation rests on, and the mistakes met on the way.

    `sections` has the pieces section by section, in the order of the page; the same object as for the previous letter
    while no piece changes.
    """

    document: Document
    pieces: Pieces
    sections: tuple[Pieces, ...]
    references: References
    template: Template
    addressee: Addressee
    sender: Sender
    names: dict[str, Any]
    findings: tuple[Finding, ...] = ()


class Assembler:
    """Assembles letters of one library; caches parsed texts, and pieces whose inputs did not change."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._texts = TextCache()
        self._digests = Digests()
        self._named: tuple[object, Addressee, Sender, dict[str, Any]] | None = None

    def assemble(self, letter: Letter) -> Assembly:
        """Raises ComposerError when the letter's template does not exist."""
        template = self.library.template(letter.template)
        self._texts.next_generation()
        who, speaker, names = self._names(letter, template)
        context = AssemblyContext(self.library, template, who, names, self._texts)
        body = build_body(letter, context)
        references = _references(body, letter, speaker, context)
        printed = finish(body, references, context)
        blocks, prototypes = printed.filled(body)
        pieces = tuple(chain.from_iterable(body.pieces))
        document = Document(
            properties=_properties(letter, speaker, context),
            blocks=blocks,
            notes=printed.notes,
            house_style=_house_style(letter, who) or self.library.default_house_style,
            closing=body.closing,
            sections=tuple(body.sections),
            provenance=self._manifest(printed, pieces, context),
            prototypes=prototypes,
        )
        sections, findings = tuple(body.pieces), tuple(context.findings)
        return Assembly(document, pieces, sections, references, template, who, speaker, names, findings)

    def _manifest(self, printed: FinishedBlocks, pieces: Pieces, context: AssemblyContext) -> Provenance:
        """The provenance, cached while texts and references stay the same."""
        scopes, notes, cache = context.addressee.scopes, printed.notes, self._texts.cache
        texts = cache.map_incrementally(
            pieces, "texts", lambda each: (each.piece.snippet, each.piece.adapted is None, each.printed)
        )
        make = lambda: provenance(context.template, pieces, notes, scopes, self.library, self._digests)  # noqa: E731
        return cache.get_or_refresh("manifest", (texts, notes, printed.references), make)

    def _names(self, letter: Letter, template: Template) -> tuple[Addressee, Sender, dict[str, Any]]:
        """Addressee, sender and names; cached: the same objects as for the previous letter when only pieces differ."""
        filled = tuple([name for name, pieces in letter.sections.items() if pieces])
        days = (letter.date, letter.reference_date)
        about = (template.id, letter.municipality, letter.region, days, letter.fields, bool(letter.attachments), filled)
        if self._named is None or self._named[0] != about:
            who = addressee(letter, self.library)
            names = letter_names(letter, template, self.library, who, self._texts.cache)
            self._named = (about, who, sender(template, who), names)
        return self._named[1:]


def assemble(letter: Letter, library: Library) -> Assembly:
    """The letter as a document; pure: the same letter and library give the same assembly."""
    return Assembler(library).assemble(letter)


def _references(body: LetterBody, letter: Letter, speaker: Sender, context: AssemblyContext) -> References:
    """The reference for each id that blocks cite; an id without a fact becomes a finding and is left out."""
    cache, day = context.texts.cache, letter.date
    cited = cache.map_incrementally(body.prototypes, "cited", lambda mould: citations(mould, cache))
    origins = cache.get_or_refresh("cited", cited, lambda: _origins(chain.from_iterable(cited)))
    about = (origins, context.addressee, speaker, day)
    found, told = cache.get_or_refresh("references", about, lambda: _looked_up(origins, day, speaker, context))
    context.findings += told
    return found


def _origins(cited: Iterable[Citation]) -> Mapping[str, Origin]:
    """The origin of the first citation of each id."""
    return {name: each.origin for each in cited for name in each.facts}


def _looked_up(
    origins: Mapping[str, Origin], day: date, speaker: Sender, context: AssemblyContext
) -> tuple[References, list[Finding]]:
    library, who = context.library, context.addressee
    facts = {name: library.fact_for(name, who.scopes) for name in origins}
    told = [mistakes.unknown_fact(name, origins[name], library, who.name) for name, fact in facts.items() if not fact]
    known = {name: fact for name, fact in facts.items() if fact}
    return references(known, library, speaker, day, context.texts.cache), told


def _properties(letter: Letter, speaker: Sender, context: AssemblyContext) -> Properties:
    return Properties(
        title=str(context.names["veld"].get("onderwerp") or context.template.title),
        author=speaker.name,
        subject=context.template.title,
        date=letter.date,
        reference_date=letter.reference_date,
        letter=letter.id,
        draft=letter.state == "concept",
        reference=letter.fields.get("kenmerk", ""),
    )


def _house_style(letter: Letter, who: Addressee) -> str | None:
    return letter.house_style or (who.municipality.house_style if who.municipality else None)


def sender(template: Template, who: Addressee) -> Sender:
    """Who speaks in a letter: the association, or the municipality or region itself."""
    if template.voice == "vereniging" or not who.name:
        return Sender(ASSOCIATION[0], _folded(ASSOCIATION))
    if who.municipality:
        name = who.municipality.name
        forms = (name, f"gemeente {name}", f"college van burgemeester en wethouders van {name}")
        return Sender(f"Gemeente {name}", _folded(forms), who.scopes)
    return Sender(who.name, _folded((who.name, *(who.region.other_names if who.region else ()))), who.scopes)


def _folded(names: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(name) for name in names)
