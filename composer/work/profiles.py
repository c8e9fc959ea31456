"""Questions about a municipality that passages need, and their answers in the user's own layer."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from composer.assemble.names import Addressee, label
from composer.domain.dutch import capitalised
from composer.domain.errors import ComposerError
from composer.domain.municipality import Municipality, Region, RegionKind
from composer.domain.template import Template
from composer.library.library import Library
from composer.library.reading import read_text
from composer.library.store import make_folder, save
from composer.library.yaml import is_list, is_record, read_yaml, write_yaml

QuestionKind = Literal["tekst", "keuze", "regels", "gemeente", "gemeenten"]
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """A value to fill in; `about` is the record that gets it, `place` the keys in that, `answer` the present value."""

    label: str
    text: str
    about: tuple[Literal["gemeenten", "regios"], str]
    place: tuple[str, ...]
    kind: QuestionKind = "tekst"
    choices: tuple[Choice, ...] = ()
    help: str = ""
    answer: str = ""


def question(path: str, who: Addressee, template: Template, library: Library) -> Question | None:
    """The question for a name such as gemeente.adres; None when it cannot be filled in here."""
    holder, _, name = path.partition(".")
    if holder == "gemeente" and who.municipality:
        return _about_municipality(name, who.municipality, label(path, template, library), library)
    if holder == "regio":
        return _about_region(name, who, label(path, template, library), library)
    return None


def _about_municipality(name: str, municipality: Municipality, words: str, library: Library) -> Question:
    about = ("gemeenten", municipality.cbs)
    profile = library.profile_fields.get(name)
    if profile is None:
        kind: QuestionKind = "regels" if name == "college.wethouders" else "tekst"
        text = f"Wat is voor {municipality.name} de {words}?" if kind == "tekst" else _ALDERMEN
        return Question(
            capitalised(words), text, about, tuple(name.split(".")), kind, answer=_given(municipality, name)
        )
    known = municipality.local.get(name)
    return Question(
        label=profile.label,
        text=profile.question or f"Wat is voor {municipality.name} de {words}?",
        about=about,
        place=(name,),
        kind="keuze" if profile.answers else "tekst",
        choices=tuple(Choice(value, capitalised(value.replace("-", " "))) for value in profile.answers),
        help=profile.help or "",
        answer=(known.value or "") if known else "",
    )


_ALDERMEN = "Wie zijn de wethouders? Zet iedere wethouder op een regel: naam, portefeuille."


def _given(municipality: Municipality, name: str) -> str:
    executive = municipality.executive
    given = {
        "adres": municipality.address,
        "college.burgemeester": executive.mayor,
        "college.secretaris": executive.secretary,
        "college.wethouders": "\n".join(
            ", ".join(part for part in (a.name, a.portfolio) if part) for a in executive.aldermen
        ),
    }
    return given.get(name) or ""


def _about_region(name: str, who: Addressee, words: str, library: Library) -> Question | None:
    holder, _, rest = name.rpartition(".")
    kinds: tuple[RegionKind, ...] = _KINDS.get(holder, ("samenwerking", "iza-regio"))
    region = next((region for kind in kinds for region in who.regions if region.kind == kind), None)
    if region is None or rest not in ("leden", "mandaatgemeente"):
        return _which_region(kinds, who, words, library)
    about = ("regios", region.id)
    if rest == "leden":
        text = f"Welke gemeenten horen bij {region.name}? Zet er komma's tussen."
        return Question(capitalised(words), text, about, ("leden",), "gemeenten", answer=_members(region, library))
    return Question(
        capitalised(words), f"Welke gemeente is de mandaatgemeente van {region.name}?", about, ("mandaatgemeente",), "gemeente"
    )  # fmt: skip


_KINDS: Mapping[str, tuple[RegionKind, ...]] = {"subregio": ("subregio",), "iza_regio": ("iza-regio",)}


def _which_region(kinds: tuple[RegionKind, ...], who: Addressee, words: str, library: Library) -> Question | None:
    if who.municipality is None:
        return None
    regions = sorted((r for r in library.regions.values() if r.kind in kinds), key=lambda region: region.name)
    return Question(
        label=capitalised(words),
        text=f"In welke regio werkt {who.municipality.name} samen?",
        about=("gemeenten", who.municipality.cbs),
        place=("regios",),
        kind="keuze",
        choices=tuple(Choice(region.id, region.name) for region in regions),
    )


def _members(region: Region, library: Library) -> str:
    return ", ".join(library.municipalities[cbs].name for cbs in region.members if cbs in library.municipalities)


def answer(asked: Question, text: str, library: Library, layer: Path) -> Path:
    """Writes an answer into the user's own layer, an empty one removes it; raises ComposerError for an invalid one."""
    folder, key = asked.about
    path = layer / folder / f"{key}.yaml"
    record = _read(path, "cbs" if folder == "gemeenten" else "id", key)
    value = _Answer(asked, library).value(text.strip()) if text.strip() else None
    make_folder(path.parent)
    save(path, write_yaml(_with(record, asked.place, value)).encode())
    return path


def _read(path: Path, name: str, key: str) -> Record:
    """The record in the user's layer; empty without one."""
    if not path.exists():
        return {name: key}
    data = read_yaml(read_text(path), path).data
    record = data[0] if is_list(data) and len(data) == 1 else data
    if not is_record(record):
        raise ComposerError("dit bestand bevat meer dan één profiel; vul het daarin zelf aan", path)
    return record


def _with(record: Record, place: tuple[str, ...], value: Any) -> Record:
    """The record with a value at a place; None removes the key."""
    first, *rest = place
    inner = record.get(first)
    if rest:
        value = _with(inner if is_record(inner) else {}, tuple(rest), value) or None
    others = {key: kept for key, kept in record.items() if key != first}
    return others if value is None else {**others, first: value}


@dataclass(frozen=True)
class _Answer:
    """Converts an answer to the form of the file."""

    asked: Question
    library: Library

    def value(self, text: str) -> Any:
        match self.asked.kind, self.asked.place:
            case "keuze", ("regios",):
                return self.memberships(text)
            case "gemeente", _:
                return self.library.find_municipality(text).cbs
            case "gemeenten", _:
                return [self.library.find_municipality(name).cbs for name in text.split(",") if name.strip()]
            case "regels", _:
                return [_alderman(line) for line in text.splitlines() if line.strip()]
            case _, ("college" | "adres", *_):
                return text
            case _:
                return {"waarde": text}

    def memberships(self, region: str) -> list[Record]:
        """All regions of the municipality with one added, since a later layer's list replaces the earlier one."""
        municipality = self.library.municipalities[self.asked.about[1]]
        kept = [membership.record() for membership in municipality.regions if membership.region != region]
        return [*kept, {"regio": region}]


def _alderman(line: str) -> Record:
    name, _, portfolio = (part.strip() for part in line.partition(","))
    return {"naam": name, **({"portefeuille": portfolio} if portfolio else {})}
