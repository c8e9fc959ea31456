"""Numbering of lists: definitions with their levels, and an instance for each list (Part 1, section 17.9)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from composer.ooxml.formatting import TWIPS, number, properties
from composer.ooxml.markup import HEAD, Element, child_value, elements, end_tag, fragment, parse, start_tag, w

LEVELS = 9
INDENT = 357  # twentieths of a point: 6.3 mm, what Word itself indents a list
_BULLETS = ("\u2022", "\u2013", "\u2022")
_FORMATS = ("decimal", "lowerLetter", "lowerRoman")
_TAIL = w("numIdMacAtCleanup")


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list, from 0: how it counts and from where, its mark with % and a number for each count; indents in points."""

    number: int
    form: str
    text: str
    left: float
    hanging: float
    start: int = 1


@dataclass(frozen=True, slots=True)
class Numbering:
    """A numbering part split where instances go: `before` and `after` them, and the first free instance number.

    `bullets` and `numbers` are the definitions that lists of a letter count by, `levels` the levels of each.
    """

    before: str
    after: str
    first: int
    bullets: int
    numbers: int
    levels: Mapping[int, tuple[Level, ...]]


def _level(level: int, form: str, text: str) -> str:
    indent = f'<w:ind w:left="{INDENT * (level + 1)}" w:hanging="{INDENT}"/>'
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr>{indent}</w:pPr></w:lvl>'
    )


def bullet_levels() -> str:
    return "".join(_level(level, "bullet", _BULLETS[level % len(_BULLETS)]) for level in range(LEVELS))


def number_levels() -> str:
    return "".join(_level(level, _FORMATS[level % len(_FORMATS)], f"%{level + 1}.") for level in range(LEVELS))


def abstract_xml(number: int, levels: str) -> str:
    """A definition of many levels, to which instances refer."""
    return f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'


def instance_xml(number: int, abstract: int, level: int | None = None, start: int = 1) -> str:
    """An instance for one list; with a `level` it restarts there at `start` (section 17.9.27)."""
    restart = "" if level is None else (
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
    )  # fmt: skip
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{restart}</w:num>'


def abstract_of_style(root: Element, style: Element) -> int | None:
    """The definition that a paragraph style counts by, when it has more than one level; None otherwise."""
    link = style.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
    if link is None:
        return None
    for instance in root.iter(w("num")):
        if instance.get(w("numId")) == link.get(w("val")):
            return _multilevel(root, instance)
    return None


def _multilevel(root: Element, instance: Element) -> int | None:
    number = child_value(instance, "abstractNumId")
    for definition in root.iter(w("abstractNum")):
        if definition.get(w("abstractNumId")) == number and len(definition.findall(w("lvl"))) > 1:
            return int(number)
    return None


def next_number(root: Element, tag: str, attribute: str) -> int:
    """One more than the highest number in use."""
    return 1 + max((int(str(each.get(w(attribute)))) for each in root.iter(w(tag))), default=0)


def prepare_numbering(data: bytes, styles: Sequence[Element | None]) -> tuple[Element, list[int]]:
    """The numbering root with a definition for bullets and one for numbers: those of the two styles, or added ones."""
    root = parse(data)
    chosen: list[int] = []
    for style, levels in zip(styles, (bullet_levels(), number_levels()), strict=True):
        abstract = None if style is None else abstract_of_style(root, style)
        chosen.append(_add_abstract(root, levels) if abstract is None else abstract)
    return root, chosen


def _add_abstract(root: Element, levels: str) -> int:
    fresh = next_number(root, "abstractNum", "abstractNumId")
    definitions = root.findall(w("abstractNum"))
    place = root.index(definitions[-1]) + 1 if definitions else 0
    root.insert(place, elements(abstract_xml(fresh, levels))[0])
    return fresh


def levels(root: Element, abstract: int) -> tuple[Level, ...]:
    """The levels of a definition; none when it only points at a style that defines it elsewhere."""
    found = (each for each in root.iter(w("abstractNum")) if each.get(w("abstractNumId")) == str(abstract))
    definition = next(found, None)
    return () if definition is None else tuple(_read(level) for level in definition.findall(w("lvl")))


def _read(level: Element) -> Level:
    indents = properties(level.find(w("pPr")))
    left = number(indents, "ind", "left", number(indents, "ind", "start")) / TWIPS
    return Level(
        int(str(level.get(w("ilvl"), 0))),
        child_value(level, "numFmt"),
        child_value(level, "lvlText"),
        left,
        number(indents, "ind", "hanging") / TWIPS,
        int(child_value(level, "start") or 1),
    )


def cut(root: Element, bullets: int, numbers: int) -> Numbering:
    """The part as text, open at the place of instances; the bullets' own instance is the last before it."""
    first = next_number(root, "num", "numId")
    counted = {abstract: levels(root, abstract) for abstract in (bullets, numbers)}
    tails = [fragment(child) for child in root.findall(_TAIL)]
    for child in root.findall(_TAIL):
        root.remove(child)
    before = HEAD + start_tag(root) + "".join(map(fragment, root)) + instance_xml(first, bullets)
    return Numbering(before, "".join(tails) + end_tag(root), first, bullets, numbers, counted)
