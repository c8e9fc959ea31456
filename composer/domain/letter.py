"""The letter as a frozen value: the user's choices and own words."""

import datetime
import uuid
from typing import Annotated, Any, Literal

from immutabledict import immutabledict
from pydantic import Field, model_validator

from composer.domain.model import EMPTY, OWN_ID_PATTERN, Cbs, Day, Dutch, FrozenMap, Id, Model, Name, YesNo, invalid

FORMAT = 1
State = Literal["concept", "definitief", "verzonden"]


class Piece(Model):
    """A passage of the library, that passage with the writer's changes, or the writer's own words."""

    id: str = ""
    snippet: Annotated[Id | None, Dutch("tekstblok")] = None
    adapted: Annotated[str | None, Dutch("aangepast")] = None
    text: Annotated[str | None, Dutch("tekst")] = None

    @model_validator(mode="after")
    def _one_kind(self) -> "Piece":
        if (self.snippet is None) == (self.text is None):
            raise invalid("een stuk is óf een tekstblok óf eigen tekst; schrijf “tekstblok:” of “tekst:”")
        if self.adapted is not None and self.snippet is None:
            raise invalid("“aangepast” hoort bij een tekstblok; noem het tekstblok of schrijf “tekst:”")
        return self


class Attachment(Model):
    title: Annotated[str, Dutch("titel")]
    public: Annotated[YesNo | None, Dutch("openbaar")] = None
    file: Annotated[str | None, Dutch("bestand")] = None


class Promise(Model):
    """What this letter promises the council; `due` is a day, month or quarter as the writer put it."""

    piece: Annotated[str | None, Dutch("stuk")] = None
    what: Annotated[str, Dutch("wat")]
    due: Annotated[str | None, Dutch("voor")] = None
    kept: Annotated[str | None, Dutch("nagekomen")] = None


class Waiver(Model):
    """A finding that the writer sets aside, bound to the words that it was about."""

    code: str
    piece: Annotated[str | None, Dutch("stuk")] = None
    words: Annotated[str, Dutch("woorden")] = ""
    reason: Annotated[str, Field(alias="reden", min_length=1)]


class Captured(Model):
    """The content as it was used: records under their files' keys, with the sha256 of each text by kind and id."""

    sources: Annotated[tuple[FrozenMap[str, Any], ...], Dutch("bronnen")] = ()
    facts: Annotated[tuple[FrozenMap[str, Any], ...], Dutch("feiten")] = ()
    snippets: Annotated[tuple[FrozenMap[str, Any], ...], Dutch("tekstblokken")] = ()
    templates: Annotated[tuple[FrozenMap[str, Any], ...], Dutch("sjablonen")] = ()
    municipalities: Annotated[tuple[FrozenMap[str, Any], ...], Dutch("gemeenten")] = ()
    regions: Annotated[tuple[FrozenMap[str, Any], ...], Dutch("regios")] = ()
    hashes: Annotated[FrozenMap[str, str], Dutch("sha256")] = EMPTY


class Letter(Model):
    """A council letter as its writer chose and wrote it; sections and fields may be fewer than the template's."""

    format: Annotated[int, Dutch("formaat")] = FORMAT
    id: Annotated[str, Field(pattern=OWN_ID_PATTERN)] = ""
    template: Annotated[Id, Dutch("sjabloon")]
    municipality: Annotated[Cbs | None, Dutch("gemeente")] = None
    region: Annotated[Id | None, Dutch("regio")] = None
    national: Annotated[YesNo, Dutch("landelijk")] = False
    date: Annotated[Day, Dutch("datum")]
    reference_day: Annotated[Day | None, Dutch("peildatum")] = None
    state: Annotated[State, Dutch("staat")] = "concept"
    follows: Annotated[str | None, Dutch("vervolg_op")] = None
    house_style: Annotated[Id | None, Dutch("huisstijl")] = None
    fields: Annotated[FrozenMap[Name, str], Dutch("velden")] = EMPTY
    sections: Annotated[FrozenMap[Name, tuple[Piece, ...]], Dutch("secties")] = EMPTY
    attachments: Annotated[tuple[Attachment, ...], Dutch("bijlagen")] = ()
    promises: Annotated[tuple[Promise, ...], Dutch("toezeggingen")] = ()
    waivers: Annotated[tuple[Waiver, ...], Dutch("afgezien")] = ()
    captured: Annotated[Captured | None, Dutch("vastgelegd")] = None

    @model_validator(mode="after")
    def _one_addressee(self) -> "Letter":
        if [self.municipality is not None, self.region is not None, self.national].count(True) != 1:
            raise invalid(
                "een brief is voor één gemeente, één regio of landelijk; schrijf “gemeente:”, “regio:” of “landelijk: ja”"
            )
        return self

    @model_validator(mode="after")
    def _ids_differ(self) -> "Letter":
        seen: set[str] = set()
        placed = [(piece.id, name, at) for name, held in self.sections.items() for at, piece in enumerate(held)]
        for own, section, index in placed:
            if own and own in seen:
                message = f"het id “{own}” staat bij twee stukken; geef ieder stuk een eigen id"
                raise invalid(message, ("secties", section, index, "id"))
            seen.add(own)
        return self

    @property
    def reference_date(self) -> datetime.date:
        """The day as of which the letter speaks; the letter's own date when it names none."""
        return self.reference_day or self.date

    def pieces(self) -> tuple[Piece, ...]:
        """All pieces, section by section."""
        return tuple(piece for pieces in self.sections.values() for piece in pieces)

    def piece(self, piece_id: str) -> Piece | None:
        return next((piece for piece in self.pieces() if piece.id == piece_id), None)

    def section_of(self, piece_id: str) -> str | None:
        """The section that holds a piece; None when no piece has that id."""
        return next((name for name, pieces in self.sections.items() if any(p.id == piece_id for p in pieces)), None)

    def with_changes(self, **changes: object) -> "Letter":
        """This letter with other values, validated; the captured content stays."""
        return Letter.model_validate({**{name: getattr(self, name) for name in Letter.model_fields}, **changes})

    def with_field(self, name: str, value: str) -> "Letter":
        """An empty value takes the field away, so that the template's default counts again."""
        others = {key: text for key, text in self.fields.items() if key != name}
        return self.with_changes(fields={**others, name: value} if value else others)

    def with_section(self, name: str, pieces: tuple[Piece, ...]) -> "Letter":
        return self.with_changes(sections={**self.sections, name: pieces})

    def with_piece(self, changed: Piece) -> "Letter":
        """The letter with the piece of the same id replaced, all other objects shared; raises KeyError when there is none."""
        section = self.section_of(changed.id)
        if section is None:
            raise KeyError(changed.id)
        pieces = tuple([changed if piece.id == changed.id else piece for piece in self.sections[section]])
        return self.model_copy(update={"sections": immutabledict({**self.sections, section: pieces})})

    def with_inserted(self, section: str, index: int, piece: Piece) -> "Letter":
        """The piece at `index` of the section, the last place when it is beyond the end."""
        pieces = self.sections.get(section, ())
        return self.with_section(section, (*pieces[:index], piece, *pieces[index:]))

    def without(self, piece_id: str) -> "Letter":
        section = self.section_of(piece_id)
        if section is None:
            return self
        return self.with_section(section, tuple(p for p in self.sections[section] if p.id != piece_id))

    def with_moved(self, piece_id: str, section: str, index: int) -> "Letter":
        """The piece taken out and put at `index` (counted without it) of the section."""
        piece = self.piece(piece_id)
        return self if piece is None else self.without(piece_id).with_inserted(section, index, piece)

    def with_ids(self) -> "Letter":
        """Ids for the letter and the pieces that have none."""
        taken = {piece.id for piece in self.pieces()}
        sections = {name: tuple(_named(piece, taken) for piece in pieces) for name, pieces in self.sections.items()}
        return self.with_changes(id=self.id or uuid.uuid4().hex, sections=sections)


def new_piece_id(letter: Letter) -> str:
    """The first free of a1, a2, …"""
    return _free({piece.id for piece in letter.pieces()})


def _named(piece: Piece, taken: set[str]) -> Piece:
    if piece.id:
        return piece
    name = _free(taken)
    taken.add(name)
    return piece.model_copy(update={"id": name})


def _free(taken: set[str]) -> str:
    return next(name for number in range(1, len(taken) + 2) if (name := f"a{number}") not in taken)
