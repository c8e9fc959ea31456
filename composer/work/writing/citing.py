"""Search for a fact that a letter may cite."""

from dataclasses import dataclass
from functools import cached_property

from composer.assemble.letter import Assembly
from composer.assemble.references import dated, reference
from composer.domain.fact import Fact
from composer.library.library import Library, fold


@dataclass(frozen=True, slots=True)
class Citable:
    """A fact that holds on the letter's reference date: `id` is what a text cites, `source` names what a note will name."""

    id: str
    statement: str
    source: str
    searched: str


@dataclass(frozen=True)
class Citables:
    """The facts that one letter may cite, computed once."""

    assembly: Assembly
    library: Library

    @cached_property
    def all(self) -> tuple[Citable, ...]:
        scopes = {"landelijk", *self.assembly.addressee.scopes}
        day = self.assembly.document.properties.reference_date
        facts = (fact for fact in self.library.facts.values() if fact.scope in scopes)
        return tuple(self._citable(fact) for fact in facts if self.library.chronology.standing(fact, day).usable)

    def _citable(self, fact: Fact) -> Citable:
        source = self._source(fact)
        return Citable(self._id(fact), fact.statement, source, fold(f"{fact.statement} {source} {fact.who} {fact.id}"))

    def _id(self, fact: Fact) -> str:
        """The id to cite: that of its series for a fact of one, so that another municipality gets its own."""
        _, _, key = fact.scope.partition(":")
        name = fact.id.removesuffix(f"-{key.lower()}")
        return name if key and name in self.library.series else fact.id

    def _source(self, fact: Fact) -> str:
        found = reference(fact, self.library, self.assembly.sender, self.assembly.document.properties.date)
        if found is None:
            return "eigen gegeven, zonder noot"
        if found.source is None:
            return found.description or "bron nog te noemen"
        source = self.library.sources[found.source]
        return f"{source.publisher}, {source.title}, {dated(source.date)}"

    def search(self, words: str) -> tuple[Citable, ...]:
        """Those that have every word, in any form of accents and case; all of them when there are no words."""
        wanted = fold(words).split()
        return tuple(citable for citable in self.all if all(word in citable.searched for word in wanted))
