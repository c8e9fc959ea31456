"""Published documents and the places in them."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from composer.domain.model import ADDRESS_PATTERN, FILE_NAME_PATTERN, Dutch, Id, Model, invalid
from composer.domain.uncertain_date import UncertainDate

SourceKind = Literal[
    "akkoord", "wet", "kamerbrief", "ledenbrief", "raadsinformatiebrief", "notitie", "dataset", "bericht", "resolutie", "motie"
]  # fmt: skip


class SourceFile(Model):
    """The document's own file, looked up by name; `sha256` tells whether it is still the one that was read."""

    name: Annotated[str, Field(alias="naam", pattern=FILE_NAME_PATTERN)]
    sha256: str | None = None


class Source(Model):
    """A published document; an uncertain date stays an interval."""

    id: Id
    title: Annotated[str, Dutch("titel")]
    publisher: Annotated[str, Dutch("uitgever")]
    kind: Annotated[SourceKind, Dutch("soort")]
    date: Annotated[UncertainDate, Dutch("datum")]
    address: Annotated[str | None, Field(alias="adres", pattern=ADDRESS_PATTERN)] = None
    file: Annotated[SourceFile | None, Dutch("bestand")] = None
    reference: Annotated[str | None, Dutch("kenmerk")] = None
    remark: Annotated[str | None, Dutch("toelichting")] = None


class Locator(Model):
    """The place in a source: heading and paragraph, page, annex, article; `lines` are those of its text file, from 1."""

    heading: Annotated[str | None, Dutch("kop")] = None
    paragraph: Annotated[int | None, Field(alias="alinea", ge=1)] = None
    lines: Annotated[tuple[int, int] | None, Dutch("regels")] = None
    page: Annotated[int | None, Field(alias="pagina", ge=1)] = None
    annex: Annotated[str | None, Dutch("bijlage")] = None
    article: Annotated[str | None, Dutch("artikel")] = None
    part: Annotated[str | None, Dutch("onderdeel")] = None

    @model_validator(mode="after")
    def _lines_ordered(self) -> "Locator":
        if self.lines and not 1 <= self.lines[0] <= self.lines[1]:
            raise invalid("“regels” noemt de eerste en de laatste regel, van 1 af; schrijf bijvoorbeeld [12, 14]")
        return self

    def printed_heading(self) -> str | None:
        """The heading as it stands in the source; None for our own word in brackets, which stands nowhere."""
        return None if self.heading is None or self.heading.startswith("(") else self.heading

    def written(self) -> str:
        """The place as a note names it: par. Vervolgstappen, alinea 2; empty when nothing is known."""
        named = self.printed_heading()
        parts = (
            self.part,
            self.annex and f"bijlage {self.annex}",
            self.article and f"artikel {self.article}",
            f"par. {named}" if named else self.heading and self.heading.strip("()"),
            self.paragraph and f"alinea {self.paragraph}",
            self.page and f"p. {self.page}",
        )
        return ", ".join(part for part in parts if part)


NO_PLACE = Locator.model_construct()
"""Not by validation, which would have its machinery made whenever the program starts."""
