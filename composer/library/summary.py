"""The summary of a library that is shown before its records are loaded: municipalities, kinds of letter, examples, problems."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from composer.domain.dutch import counted


class MunicipalityNames(NamedTuple):
    """A municipality by its CBS code, with all its names; the official one first."""

    cbs: str
    names: tuple[str, ...]


class LetterKind(NamedTuple):
    """A kind of letter that can be made, and what it is for in a line."""

    id: str
    title: str
    about: str


class Example(NamedTuple):
    """A shipped letter by the name of its file."""

    file: str
    title: str
    addressee: str


class LibrarySummary(NamedTuple):
    """Plain tuples that load without the models; `troubled` are the paths of files with blocking problems."""

    addressees: tuple[MunicipalityNames, ...] = ()
    kinds: tuple[LetterKind, ...] = ()
    examples: tuple[Example, ...] = ()
    passages: int = 0
    waiting: int = 0
    troubled: tuple[str, ...] = ()

    def codes(self) -> Mapping[str, str]:
        """CBS codes by every folded name of a municipality, and by the codes themselves."""
        return by_name((cbs, (*names, cbs)) for cbs, names in self.addressees)

    def name(self, cbs: str) -> str:
        """The official name; empty for what is no municipality."""
        return next((known.names[0] for known in self.addressees if known.cbs == cbs), "")

    def state(self) -> str:
        """The number of passages, of texts to review and of files with mistakes, in Dutch."""
        files = len(set(self.troubled))
        parts = [counted(self.passages, "tekstblok", "tekstblokken")]
        parts += [f"{self.waiting} te beoordelen"] if self.waiting else []
        parts += [f"{counted(files, 'bestand', 'bestanden')} met een fout"] if files else []
        return f"Bibliotheek: {', '.join(parts)}"


def summary_from_json(record: Any) -> LibrarySummary:
    """The summary from its JSON lists; raises LookupError, TypeError or ValueError for anything else."""
    addressees, kinds, examples, passages, waiting, troubled = record
    return LibrarySummary(
        tuple(MunicipalityNames(cbs, tuple(names)) for cbs, names in addressees),
        tuple(LetterKind(*kind) for kind in kinds),
        tuple(Example(*example) for example in examples),
        passages,
        waiting,
        tuple(troubled),
    )


def by_name(named: Iterable[tuple[str, Sequence[str]]]) -> dict[str, str]:
    """Keys by every folded name of what they stand for; the first of its names, the official one, goes before those of others."""
    known = tuple(named)
    others = {fold(name): key for key, names in known for name in names[1:]}
    return others | {fold(names[0]): key for key, names in known}


def fold(text: str) -> str:
    """Lower case without accents and apostrophes, for comparing what people type."""
    kept = text.casefold()
    if not kept.isascii():
        kept = _BEYOND_ASCII.sub(_without_accents, unicodedata.normalize("NFKD", kept))
    return " ".join(kept.replace("’", "").replace("'", "").replace("-", " ").split())


_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")


def _without_accents(found: re.Match[str]) -> str:
    return "".join(char for char in found.group() if not unicodedata.combining(char))
