"""Earlier versions of a letter: the list, the diff with the present letter, and restoring one."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from composer.domain.dutch import day_in_words
from composer.domain.errors import ComposerError
from composer.domain.letter import Letter, Piece
from composer.domain.template import Template
from composer.library.captured import restore
from composer.library.letters import SUFFIX
from composer.library.library import Library
from composer.library.versions import Version
from composer.work.editorial.wording import difference
from composer.work.program.letter_summary import addressee_name
from composer.work.program.recent_letters import moment_in_words
from composer.work.writing.diff import DiffSpan, diff_words

Kind = Literal["brief", "veld", "stuk", "bijlage", "toezegging", "afgezien"]
DAMAGED = ".beschadigd"
MOVED = "verplaatst"


@dataclass(frozen=True, slots=True)
class Listed:
    """A version in the list; `words` is its moment, such as vandaag 14:02."""

    version: Version
    words: str


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: where, and the diff of its words."""

    kind: Kind
    place: str
    words: tuple[DiffSpan, ...]
    piece: str | None = None


def listed(versions: Iterable[Version], now: datetime) -> tuple[Listed, ...]:
    """The versions in their order with their moments in words."""
    return tuple(Listed(version, moment_in_words(version.when, now)) for version in versions)


def open_version(version: Version) -> Letter:
    """The letter of a version; a damaged one is renamed, and raises ComposerError."""
    try:
        return version.letter().with_ids()
    except ComposerError as error:
        with suppress(OSError):
            version.path.replace(version.path.with_suffix(f"{SUFFIX}{DAMAGED}"))
        raise ComposerError(
            "deze versie is beschadigd en is opzijgezet; kies een andere, de rest is er nog", version.path
        ) from error


def put_back(version: Version, present: Letter) -> Letter:
    """The version with the id of the present letter; raises ComposerError when that may not change."""
    if present.state == "verzonden":
        raise ComposerError("een verzonden brief verandert niet meer; maak er een vervolgbrief op")
    return open_version(version).with_changes(id=present.id)


def changes(before: Letter, after: Letter, library: Library) -> tuple[Change, ...]:
    """All differences, in the order of the letter; each letter is read with its own captured texts."""
    old, new = _Sheet.of(before, library), _Sheet.of(after, library)
    return (
        *_lines("brief", old.heads, new.heads),
        *_lines("veld", old.fields, new.fields),
        *_pieces(old, new, library),
        *_lines("bijlage", old.attachments, new.attachments),
        *_lines("toezegging", old.promises, new.promises),
        *_lines("afgezien", old.waivers, new.waivers),
    )


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A letter as lines of text by their Dutch name; `texts` and `places` by id of piece."""

    heads: Mapping[str, str]
    fields: Mapping[str, str]
    texts: Mapping[str, str]
    places: Mapping[str, str]
    order: tuple[str, ...]
    attachments: Mapping[str, str]
    promises: Mapping[str, str]
    waivers: Mapping[str, str]

    @classmethod
    def of(cls, letter: Letter, library: Library) -> "_Sheet":
        kept = restore(letter, library)
        template = kept.templates.get(letter.template)
        pieces = [(name, piece) for name, held in letter.sections.items() for piece in held]
        return cls(
            heads=_heads(letter, kept),
            fields={_label(name, template): text for name, text in letter.fields.items()},
            texts={piece.id: _text(piece, kept) for _, piece in pieces},
            places={piece.id: _section(name, template) for name, piece in pieces},
            order=tuple(piece.id for _, piece in pieces),
            attachments={item.title: _openness(item.public) for item in letter.attachments},
            promises={item.what: f"voor {item.due}" if item.due else "" for item in letter.promises},
            waivers={f"{item.code}: {item.words}": item.reason for item in letter.waivers},
        )


def _heads(letter: Letter, library: Library) -> dict[str, str]:
    template = library.templates.get(letter.template)
    return {
        "soort brief": template.title if template else letter.template,
        "voor": addressee_name(letter, library),
        "datum": day_in_words(letter.date),
        "peildatum": day_in_words(letter.reference_date),
        "staat": letter.state,
        "huisstijl": letter.house_style or "",
    }


def _label(name: str, template: Template | None) -> str:
    entry = template.field(name) if template else None
    return entry.label if entry else name.replace("_", " ")


def _section(name: str, template: Template | None) -> str:
    section = template.section(name) if template else None
    heading = section.heading if section else None
    return heading if heading and "{" not in heading else name.replace("_", " ")


def _text(piece: Piece, library: Library) -> str:
    """The text of a piece; for a passage that no longer exists, its id."""
    snippet = library.snippets.get(piece.snippet or "")
    return piece.text or piece.adapted or (snippet.text if snippet else f"[tekstblok {piece.snippet}]")


def _openness(public: bool | None) -> str:
    return {True: "openbaar", False: "niet openbaar", None: ""}[public]


def _lines(kind: Kind, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Change]:
    """The lines that differ, or that only one of the two has."""
    for name in dict.fromkeys((*new, *old)):
        before, after = old.get(name), new.get(name)
        if before != after:
            yield Change(kind, name, diff_words(before or "", after or "") or _bare(name, after is not None))


def _bare(name: str, new: bool) -> tuple[DiffSpan, ...]:
    """The diff of an entry without text of its own, such as an annex without further details."""
    return (DiffSpan("nieuw" if new else "weg", name),)


def _pieces(old: _Sheet, new: _Sheet, library: Library) -> Iterator[Change]:
    """The differences of pieces, in the order of the new letter; removed ones last."""
    moved = _moved(old, new)
    for name in (*new.order, *(name for name in old.order if name not in new.texts)):
        before, after = old.texts.get(name, ""), new.texts.get(name, "")
        place = new.places.get(name) or old.places[name]
        if before != after or (name in new.texts) != (name in old.texts):
            yield Change("stuk", place, _words(before, after, library), name)
        elif name in moved:
            yield Change("stuk", f"{place} ({MOVED})", (DiffSpan("gelijk", after),), name)


def _words(before: str, after: str, library: Library) -> tuple[DiffSpan, ...]:
    return tuple(DiffSpan(passage.kept, passage.shown) for passage in difference(before, after, library))


def _moved(old: _Sheet, new: _Sheet) -> frozenset[str]:
    """The ids of pieces in both that moved to another section, or behind another piece."""
    both = [name for name in new.order if name in old.texts]
    before = _predecessors([name for name in old.order if name in new.texts])
    after = _predecessors(both)
    return frozenset(name for name in both if (old.places[name], before[name]) != (new.places[name], after[name]))


def _predecessors(names: list[str]) -> dict[str, str | None]:
    return dict(zip(names, [None, *names], strict=False))
