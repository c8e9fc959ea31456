"""The structure of a dossier: subjects, lanes of states, terms."""

from typing import Annotated, Literal

from composer.domain.fact import Evidence
from composer.domain.model import Dutch, Id, Model


class Subject(Model):
    """The subject of passages and facts; `question` is what a council asks about it."""

    id: Id
    title: Annotated[str, Dutch("titel")]
    order: Annotated[int, Dutch("volgorde")] = 0
    question: Annotated[str | None, Dutch("vraag")] = None


class Lane(Model):
    """A thing that has one state at a time within a scope; a row of the timeline. Its state answers `question`."""

    id: Id
    title: Annotated[str, Dutch("titel")]
    subject: Annotated[Id, Dutch("onderwerp")]
    order: Annotated[int, Dutch("volgorde")] = 0
    question: Annotated[str | None, Dutch("vraag")] = None


class Term(Model):
    """A word of the field: `preferred` is written out, `wrong` are spellings to be replaced by it.

    `article` is given where the abbreviation stands without one: VWS is het ministerie van …
    """

    id: Id
    preferred: Annotated[str, Dutch("voorkeur")]
    abbreviation: Annotated[str | None, Dutch("afkorting")] = None
    article: Annotated[Literal["de", "het"] | None, Dutch("lidwoord")] = None
    wrong: Annotated[tuple[str, ...], Dutch("andere_spellingen")] = ()
    explanation: Annotated[str | None, Dutch("uitleg")] = None
    evidence: Annotated[tuple[Evidence, ...], Dutch("bewijs")] = ()
