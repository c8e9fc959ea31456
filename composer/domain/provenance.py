"""The provenance written into the letter's own file: texts, facts and sources with their hashes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UsedText:
    """A passage or template by its id, with the sha256 of its record; `adapted` when the writer changed its words."""

    id: str
    sha256: str
    adapted: bool = False


@dataclass(frozen=True, slots=True)
class CitedFact:
    """A fact that notes account for, by their numbers."""

    id: str
    sha256: str
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source that notes name; `date` in Dutch, as exact as it is known; `file` is the sha256 of the document itself."""

    id: str
    title: str
    publisher: str
    date: str
    sha256: str
    notes: tuple[int, ...]
    address: str | None = None
    file: str | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """Only what the published letter shows already; what the sender itself knows stays on its accountability sheet."""

    template: UsedText | None = None
    texts: tuple[UsedText, ...] = ()
    facts: tuple[CitedFact, ...] = ()
    sources: tuple[CitedSource, ...] = ()


NO_PROVENANCE = Provenance()
SPACE = "urn:raadsbrief:verantwoording:1"
"""The XML namespace of the provenance inside a letter's file."""
