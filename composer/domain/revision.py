"""Events in the history of a text: who changed, submitted, approved or withdrew which version, when and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from composer.domain.fact import Quotation
from composer.domain.model import EMPTY, Dutch, FrozenMap, Model
from composer.domain.snippet import Status

FORMAT = 1
Kind = Literal["tekstblokken", "sjablonen", "feiten", "bronnen", "huisstijlen"]
Act = Literal[
    "aangetroffen", "aangemaakt", "gewijzigd", "ter-beoordeling", "teruggestuurd", "vastgesteld", "ingetrokken", "hersteld"
]  # fmt: skip
"""What was done; `aangetroffen` is a version that came about outside the program and was found."""
ACT_LABELS: Mapping[Act, str] = {
    "aangetroffen": "stond zo in het bestand",
    "aangemaakt": "gemaakt",
    "gewijzigd": "gewijzigd",
    "ter-beoordeling": "aangeboden ter beoordeling",
    "teruggestuurd": "teruggestuurd",
    "vastgesteld": "vastgesteld",
    "ingetrokken": "ingetrokken",
    "hersteld": "eerdere versie teruggezet",
}

WRITING: frozenset[Act] = frozenset({"aangemaakt", "gewijzigd", "hersteld"})
"""The acts that make someone an author of a version."""
FROM: Mapping[Act, frozenset[Status]] = {
    "ter-beoordeling": frozenset({"concept"}),
    "teruggestuurd": frozenset({"ter-beoordeling"}),
    "vastgesteld": frozenset({"ter-beoordeling"}),
    "ingetrokken": frozenset({"concept", "ter-beoordeling", "vastgesteld"}),
}
"""The states in which an act is possible; an act that is not here always is."""
RESULT: Mapping[Act, Status] = {
    "aangemaakt": "concept",
    "gewijzigd": "concept",
    "ter-beoordeling": "ter-beoordeling",
    "teruggestuurd": "concept",
    "vastgesteld": "vastgesteld",
    "ingetrokken": "ingetrokken",
    "hersteld": "concept",
}
"""The state after an act."""

Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


def version_digest(text: str, files: Mapping[str, str] = EMPTY) -> str:
    """The sha256 by which a version is known: of its text, for a house style with the names and hashes of its other files."""
    listed = "".join(f"\0{name}\0{digest}" for name, digest in sorted(files.items()))
    return sha256(f"{text}{listed}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Item:
    """Something with a history: a kind and an id."""

    kind: Kind
    id: str


class Revision(Model):
    """One event with the full text of the version that it left; `parents` are the versions that it was made from.

    `files` are the other files of a house style, by name, with the sha256 under which each is kept.
    """

    format: Annotated[int, Field(alias="formaat", ge=1, le=FORMAT)] = FORMAT
    act: Annotated[Act, Dutch("soort")]
    who: Annotated[str, Dutch("wie")]
    when: Annotated[AwareDatetime, Dutch("wanneer")]
    why: Annotated[str, Dutch("waarom")] = ""
    status: Status
    parents: Annotated[tuple[Digest, ...], Dutch("gebaseerd_op")] = ()
    sha256: Digest
    files: Annotated[FrozenMap[str, Digest], Dutch("bestanden")] = EMPTY
    text: Annotated[str, Dutch("tekst")]

    @property
    def sound(self) -> bool:
        """Whether text and files still have the recorded hash."""
        return version_digest(self.text, self.files) == self.sha256


class Remark(Model):
    """A comment about words of a text, in reply to another, or with `done` to mark the other as settled."""

    format: Annotated[int, Field(alias="formaat", ge=1, le=FORMAT)] = FORMAT
    who: Annotated[str, Dutch("wie")]
    when: Annotated[AwareDatetime, Dutch("wanneer")]
    words: Annotated[str, Dutch("opmerking")] = ""
    about: Annotated[Quotation | None, Dutch("citaat")] = None
    reply_to: Annotated[str | None, Dutch("antwoord_op")] = None
    done: Annotated[str | None, Dutch("afgehandeld")] = None


def same_person(one: str, other: str) -> bool:
    """Names compared as people type them."""
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())


def at(when: datetime) -> str:
    """A moment as the beginning of a file name: sortable, and without characters that a file system refuses."""
    return when.strftime("%Y%m%dT%H%M%S%fZ")
