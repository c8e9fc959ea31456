"""Templates: the fields, sections and proposed passages of a kind of letter."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from composer.domain.model import Day, Dutch, Id, Model, Name, YesNo, invalid
from composer.domain.snippet import Status, Voice

FieldKind = Literal["tekst", "lang", "datum", "keuze", "getal"]


class FieldDefinition(Model):
    """A question that the writer answers; `default` is Jinja that may name gemeente, regio and brief."""

    name: Annotated[Name, Dutch("naam")]
    label: str
    kind: Annotated[FieldKind, Dutch("soort")] = "tekst"
    required: Annotated[YesNo, Dutch("verplicht")] = False
    help: Annotated[str | None, Dutch("hulp")] = None
    choices: Annotated[tuple[str, ...], Dutch("keuzes")] = ()
    default: Annotated[str | None, Dutch("standaard")] = None


class Section(Model):
    """A place for passages; `defaults` are proposed in this order when they hold on the letter's reference date."""

    id: Name
    heading: Annotated[str | None, Dutch("kop")] = None
    subjects: Annotated[tuple[Id, ...], Dutch("onderwerpen")] = ()
    required: Annotated[YesNo, Dutch("verplicht")] = False
    defaults: Annotated[tuple[Id, ...], Dutch("standaard")] = ()
    help: Annotated[str | None, Dutch("hulp")] = None


class Template(Model):
    """The skeleton in Markdown and Jinja, in which `{{ sectie.x }}` is where section x comes."""

    id: Id
    title: Annotated[str, Dutch("titel")]
    description: Annotated[str | None, Dutch("omschrijving")] = None
    voice: Annotated[Voice, Dutch("stem")] = "college"
    status: Annotated[Status, Dutch("status")] = "concept"
    owner: Annotated[str | None, Dutch("eigenaar")] = None
    review_before: Annotated[Day | None, Dutch("herzien_voor")] = None
    fields: Annotated[tuple[FieldDefinition, ...], Dutch("velden")] = ()
    sections: Annotated[tuple[Section, ...], Dutch("secties")] = ()
    based_on: Annotated[str | None, Dutch("gebaseerd_op")] = None
    text: Annotated[str, Field(alias="tekst", min_length=1)]
    line: Annotated[int, Field(alias="regel", exclude=True)] = 1

    @model_validator(mode="after")
    def _names_once(self) -> "Template":
        for names in ([entry.name for entry in self.fields], [section.id for section in self.sections]):
            if twice := {name for name in names if names.count(name) > 1}:
                raise invalid(
                    f"{', '.join(sorted(twice))} staat er twee keer; geef ieder veld en iedere sectie een eigen naam"
                )
        return self

    def field(self, name: str) -> FieldDefinition | None:
        return next((entry for entry in self.fields if entry.name == name), None)

    def section(self, name: str) -> Section | None:
        return next((section for section in self.sections if section.id == name), None)
