"""Reusable passages, and which facts they rest on."""

import re
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from composer.domain.model import Day, Dutch, Id, Model

Voice = Literal["college", "vereniging", "wethouder", "regio"]
Status = Literal["concept", "ter-beoordeling", "vastgesteld", "ingetrokken"]
STATUS_LABELS: Mapping[Status, str] = {
    "concept": "concept",
    "ter-beoordeling": "ter beoordeling",
    "vastgesteld": "vastgesteld",
    "ingetrokken": "ingetrokken",
}
Length = Literal["zin", "alinea", "lang"]

CITATION = re.compile(r"\[\^([^\]\s]+)\]")
FACT_VALUE = re.compile(r"""feit\[\s*["']([^"']+)["']\s*\]""")


class Snippet(Model):
    """A passage of Markdown with Jinja; `based_on` is the sha256 of the text of the earlier layer that it replaces."""

    id: Id
    title: Annotated[str, Dutch("titel")]
    subject: Annotated[Id, Dutch("onderwerp")]
    voice: Annotated[Voice, Dutch("stem")] = "college"
    status: Status = "concept"
    owner: Annotated[str | None, Dutch("eigenaar")] = None
    review_before: Annotated[Day | None, Dutch("herzien_voor")] = None
    length: Annotated[Length, Dutch("lengte")] = "alinea"
    condition: Annotated[str | None, Dutch("voorwaarde")] = None
    retrospect: Annotated[tuple[Id, ...], Dutch("terugblik")] = ()
    based_on: Annotated[str | None, Dutch("gebaseerd_op")] = None
    text: Annotated[str, Field(alias="tekst", min_length=1)]
    line: Annotated[int, Field(alias="regel", exclude=True)] = 1
    """The line of its file on which `text` begins."""

    def cited(self) -> tuple[str, ...]:
        """The ids of facts that the text cites, in reading order, each once."""
        return cited(self.text)


def cited(text: str) -> tuple[str, ...]:
    """The ids in `[^id]` citations of a passage's text, in reading order, each once."""
    return tuple(dict.fromkeys(CITATION.findall(text)))


def printed_facts(text: str) -> tuple[str, ...]:
    """The ids of facts whose values a passage's text prints or tests, each once."""
    return tuple(dict.fromkeys(FACT_VALUE.findall(text)))
