"""The names that texts may use, filled for one letter: gemeente, regio, brief, veld, feit and sectie."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from composer.assemble.cache import GenerationCache
from composer.assemble.expressions import BlockSlot
from composer.assemble.jinja import PLACEHOLDER, parse
from composer.assemble.rendering import RenderPlan, render_with_plan
from composer.domain.errors import ComposerError
from composer.domain.fact import Fact
from composer.domain.letter import Letter
from composer.domain.municipality import Executive, Municipality, Region
from composer.domain.template import FieldDefinition, Template
from composer.library.library import Library


class Facts(Mapping[str, Mapping[str, Any]]):
    """`feit`: the values of each fact by its id; of a series, those of the letter's own municipality or region."""

    def __init__(self, library: Library, scopes: frozenset[str], cache: GenerationCache) -> None:
        self._library = library
        self._scopes = scopes
        self._cache = cache

    def __getitem__(self, key: str) -> Mapping[str, Any]:
        fact = self._library.fact_for(key, self._scopes)
        if fact is not None:
            return self._cache.get_or_make_for(fact, "names", lambda: _fact_names(fact))
        series = self._library.series[key]
        return {**dict.fromkeys((*series.values, series.value.name)), "stelling": None, "wie": series.who}

    def __iter__(self) -> Iterator[str]:
        yield from self._library.facts
        yield from self._library.series

    def __len__(self) -> int:
        return len(self._library.facts) + len(self._library.series)


def _fact_names(fact: Fact) -> dict[str, Any]:
    return {"stelling": fact.statement, "wie": fact.who, **fact.values}


@dataclass(frozen=True)
class Addressee:
    """The addressee of a letter: a municipality with its regions, a region, or everyone when both are None."""

    municipality: Municipality | None
    region: Region | None
    regions: tuple[Region, ...]

    @cached_property
    def scopes(self) -> frozenset[str]:
        """The scopes of facts that concern the addressee, besides landelijk."""
        own = {f"gemeente:{self.municipality.cbs}"} if self.municipality else set[str]()
        return frozenset(own | {f"regio:{region.id}" for region in self.regions})

    @property
    def name(self) -> str | None:
        held = self.municipality or self.region
        return held.name if held else None


def addressee(letter: Letter, library: Library) -> Addressee:
    """The municipality or region that the letter names, as the library knows it."""
    if letter.municipality:
        municipality = library.municipalities.get(letter.municipality)
        regions = library.regions_of(municipality) if municipality else ()
        return Addressee(municipality, _main_region(regions), regions)
    region = library.regions.get(letter.region) if letter.region else None
    return Addressee(None, region, (region,) if region else ())


def _main_region(regions: tuple[Region, ...]) -> Region | None:
    """The one that passages call regio: a cooperation before an IZA region; a subregion never."""
    ranked = [region for kind in ("samenwerking", "iza-regio") for region in regions if region.kind == kind]
    return ranked[0] if ranked else None


def letter_names(
    letter: Letter,
    template: Template,
    library: Library,
    who: Addressee | None = None,
    cache: GenerationCache | None = None,
) -> dict[str, Any]:
    """Every name with its value, None where it is not known; unknown names are absent.

    `cache` caches what is the same for other letters.
    """
    who, cache = who or addressee(letter, library), cache or GenerationCache()

    def named(region: Region | None) -> dict[str, Any]:
        return cache.get_or_make_for(region, "names", lambda: _region_names(region, library))

    inner = {"subregio": named(_of_kind(who, "subregio")), "iza_regio": named(_of_kind(who, "iza-regio"))}
    names: dict[str, Any] = {
        "gemeente": _municipality_names(who.municipality, library),
        "regio": named(who.region) | inner,
        "brief": _letter_names(letter),
        "feit": Facts(library, who.scopes, cache),
        "sectie": _section_names(letter, template),
    }
    return {**names, "veld": _field_names(letter, template, names, cache)}


def _section_names(letter: Letter, template: Template) -> dict[str, BlockSlot]:
    filled = {name for name, pieces in letter.sections.items() if pieces}
    return {section.id: _slot(f"sectie.{section.id}", section.id in filled) for section in template.sections}


_slot = lru_cache(maxsize=500)(BlockSlot)  # the same object for every letter


def _of_kind(who: Addressee, kind: str) -> Region | None:
    return next((region for region in who.regions if region.kind == kind), None)


def _municipality_names(municipality: Municipality | None, library: Library) -> dict[str, Any]:
    executive = municipality.executive if municipality else Executive()
    known = {name: entry.value for name, entry in municipality.local.items()} if municipality else {}
    return (
        dict.fromkeys(library.local_names)
        | known
        | {
            "cbs": municipality and municipality.cbs,
            "naam": municipality and municipality.name,
            "provincie": municipality and municipality.province,
            "adres": municipality and municipality.address,
            "college": {
                "burgemeester": executive.mayor,
                "secretaris": executive.secretary,
                "wethouders": tuple({"naam": a.name, "portefeuille": a.portfolio} for a in executive.aldermen) or None,
            },
        }
    )


def _region_names(region: Region | None, library: Library) -> dict[str, Any]:
    municipalities = library.municipalities
    lead = municipalities.get(region.lead) if region and region.lead else None
    members = tuple(municipalities[cbs].name for cbs in region.members if cbs in municipalities) if region else ()
    return {
        "id": region and region.id,
        "naam": region and region.name,
        "soort": region and region.kind,
        "mandaatgemeente": lead.name if lead else region and region.lead_organisation,
        "leden": members or None,
    }


def _letter_names(letter: Letter) -> dict[str, Any]:
    return {
        "datum": letter.date,
        "peildatum": letter.reference_date,
        "kenmerk": letter.fields.get("kenmerk"),
        "bijlagen": _slot("brief.bijlagen", bool(letter.attachments)),
    }


def _field_names(letter: Letter, template: Template, names: dict[str, Any], cache: GenerationCache) -> dict[str, Any]:
    filled = dict(letter.fields)
    return {entry.name: _field_value(entry, filled.get(entry.name), names, cache) for entry in template.fields}


def _field_value(entry: FieldDefinition, text: str | None, names: dict[str, Any], cache: GenerationCache) -> Any:
    text = text if text and text.strip() else default(entry, names, cache)
    if text and entry.kind == "datum":
        try:
            return date.fromisoformat(text)
        except ValueError:
            return text
    return text


def default(entry: FieldDefinition, names: dict[str, Any], cache: GenerationCache) -> str | None:
    """The field's default for these names; None without one, or when something in it is not known or not right."""
    if not entry.default or ("{" not in entry.default and entry.default.isprintable()):
        return entry.default or None
    key = ("default", entry.default)
    kept: tuple[list[str], RenderPlan] | None = cache.get(key)
    now = kept[1].read(names, {}) if kept else None
    if kept is not None and now is not None:
        said = [place.printed(value, names).text for place, value in zip(kept[1].slots, now, strict=True)]
        return _joined(kept[0], said)
    try:
        rendered, script = render_with_plan(_parsed(entry.default), names)
    except ComposerError:
        return None
    words = PLACEHOLDER.split(rendered.text)
    if script is not None and not script.guard_count:
        cache.put(key, (words, script))
    return _joined(words, [rendered.printed[int(number)].text for number in words[1::2]])


def _joined(words: list[str], said: list[str | None]) -> str | None:
    """The words with the printed values between them; None when one of those is not known."""
    row = list(words)
    row[1::2] = [text or "" for text in said]
    return None if None in said else "".join(row)


_parsed = lru_cache(maxsize=200)(parse)  # the same few defaults for every letter


LABELS = {
    "gemeente.naam": "naam van de gemeente",
    "gemeente.college.burgemeester": "burgemeester",
    "gemeente.college.secretaris": "gemeentesecretaris",
    "gemeente.college.wethouders": "wethouders",
    "gemeente.adres": "adres van de gemeente",
    "regio.naam": "naam van de regio",
    "regio.leden": "gemeenten in de regio",
    "regio.mandaatgemeente": "mandaatgemeente van de regio",
    "regio.subregio.naam": "naam van de subregio",
    "regio.subregio.leden": "gemeenten in de subregio",
    "regio.iza_regio.naam": "naam van de IZA-regio",
    "regio.iza_regio.mandaatgemeente": "mandaatgemeente van de IZA-regio",
    "brief.kenmerk": "kenmerk",
}


def label(path: str, template: Template, library: Library) -> str:
    """What a gap is called: the label of the field or profile value, else the last word of its name."""
    holder, _, name = path.partition(".")
    if holder == "veld" and (entry := template.field(name)):
        return entry.label[:1].lower() + entry.label[1:]
    if holder == "gemeente" and (profile := library.profile_fields.get(name)):
        return profile.label[:1].lower() + profile.label[1:]
    return LABELS.get(path, path.rpartition(".")[2].replace("_", " ") or path)
