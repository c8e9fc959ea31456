"""The library: all content that letters are made from, as one frozen value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from composer.domain.dossier import Lane, Subject, Term
from composer.domain.errors import ComposerError, did_you_mean
from composer.domain.fact import Fact, FactSeries, row_id
from composer.domain.finding import Problem
from composer.domain.municipality import Municipality, ProfileField, Region
from composer.domain.snippet import Snippet
from composer.domain.source import Source
from composer.domain.template import Template
from composer.domain.time import Chronology
from composer.library.summary import MunicipalityNames, by_name, fold


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands: its file and line, from 1."""

    path: Path
    line: int


@dataclass(frozen=True)
class Library:
    """Records by id (municipalities by CBS code); `places` by the model's name and id; `problems` of reading them."""

    sources: Mapping[str, Source] = field(default_factory=dict[str, Source])
    facts: Mapping[str, Fact] = field(default_factory=dict[str, Fact])
    series: Mapping[str, FactSeries] = field(default_factory=dict[str, FactSeries])
    snippets: Mapping[str, Snippet] = field(default_factory=dict[str, Snippet])
    templates: Mapping[str, Template] = field(default_factory=dict[str, Template])
    municipalities: Mapping[str, Municipality] = field(default_factory=dict[str, Municipality])
    regions: Mapping[str, Region] = field(default_factory=dict[str, Region])
    subjects: Mapping[str, Subject] = field(default_factory=dict[str, Subject])
    lanes: Mapping[str, Lane] = field(default_factory=dict[str, Lane])
    terms: Mapping[str, Term] = field(default_factory=dict[str, Term])
    profile_fields: Mapping[str, ProfileField] = field(default_factory=dict[str, ProfileField])
    house_styles: Mapping[str, Path] = field(default_factory=dict[str, Path])
    places: Mapping[tuple[str, str], Place] = field(default_factory=dict[tuple[str, str], Place])
    problems: tuple[Problem, ...] = ()
    default_house_style: str = "neutraal"
    """Of letters that name none and whose municipality has none."""

    @cached_property
    def chronology(self) -> Chronology:
        return Chronology(self.facts, self.sources)

    @cached_property
    def local_names(self) -> frozenset[str]:
        """The local values that passages may name: declared, or given by some municipality."""
        given = {name for municipality in self.municipalities.values() for name in municipality.local}
        return frozenset(self.profile_fields) | given

    @cached_property
    def _names(self) -> Mapping[str, str]:
        """CBS codes by every folded name of a municipality; its official name goes before other names."""
        return by_name(self.addressees)

    @property
    def addressees(self) -> tuple[MunicipalityNames, ...]:
        """The municipalities by all their names."""
        return tuple(MunicipalityNames(m.cbs, (m.name, *m.other_names)) for m in self.municipalities.values())

    def find_municipality(self, name: str) -> Municipality:
        """By CBS code or any of its names, in any case; raises ComposerError with the nearest name."""
        wanted = name.strip()
        cbs = wanted.upper() if wanted.upper() in self.municipalities else self._names.get(fold(wanted))
        if cbs is None:
            names = {folded: self.municipalities[code].name for folded, code in self._names.items()}
            near = did_you_mean(fold(wanted), names)
            readable = next((f" Bedoelde u “{shown}”?" for folded, shown in names.items() if f"“{folded}”" in near), "")
            raise ComposerError(f"“{name}” is geen gemeente die we kennen.{readable} Schrijf de naam of de cbs-code")
        return self.municipalities[cbs]

    def template(self, template_id: str) -> Template:
        """Raises ComposerError with the nearest id when there is no such template."""
        if template_id not in self.templates:
            near = did_you_mean(template_id, self.templates)
            raise ComposerError(
                f"sjabloon “{template_id}” bestaat niet.{near} Kies uit {', '.join(sorted(self.templates))}"
            )
        return self.templates[template_id]

    def regions_of(self, municipality: Municipality) -> tuple[Region, ...]:
        """The regions that its profile names or whose members include it, in that order."""
        named = [membership.region for membership in municipality.regions]
        listed = self._regions_by_member.get(municipality.cbs, ())
        return tuple(self.regions[name] for name in dict.fromkeys((*named, *listed)) if name in self.regions)

    @cached_property
    def _regions_by_member(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for region in self.regions.values():
            for cbs in region.members:
                found.setdefault(cbs, []).append(region.id)
        return found

    def fact_for(self, name: str, scopes: frozenset[str]) -> Fact | None:
        """A fact by its id; by the id of a series, the one of a municipality or region in `scopes`.

        The series itself is not needed: a letter captures the facts of a series, not the series.
        """
        if name in self.facts:
            return self.facts[name]
        rows = (self.facts.get(row_id(name, scope.partition(":")[2])) for scope in sorted(scopes))
        return next((fact for fact in rows if fact and fact.scope in scopes), None)

    def knows_fact(self, name: str) -> bool:
        return name in self.facts or name in self.series
