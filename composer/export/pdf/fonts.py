"""The fonts that a PDF is set in: shipped ones and those in the house style's folder, never those of the machine."""

import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from composer import paths
from composer.domain.errors import ComposerError
from composer.export.house_style import SETTINGS_NAME, HouseStyle
from composer.library.glyph_coverage import code_points, shared_code_points

if TYPE_CHECKING:
    from typst import Fonts

TWINS: Mapping[str, str] = {
    "calibri": "Carlito", "calibri light": "Carlito", "carlito": "Carlito", "arial": "Liberation Sans",
    "helvetica": "Liberation Sans", "helvetica neue": "Liberation Sans", "arimo": "Liberation Sans",
    "times new roman": "Liberation Serif", "times": "Liberation Serif", "tinos": "Liberation Serif",
}  # fmt: skip
"""Shipped fonts whose characters are as wide as those of a font of Word's."""
_SERIFS = frozenset({"cambria", "georgia", "garamond", "palatino linotype", "book antiqua", "constantia"})
_USUAL = 1.2
_SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")


@dataclass(frozen=True, slots=True)
class Families:
    """`loaded` are the fonts given to typst; `pitches` the line height of each family in em."""

    loaded: "Fonts"
    pitches: Mapping[str, float]
    characters: Mapping[str, frozenset[int]]
    """The code points that all faces of a family have; none where that is not known."""

    def common(self, used: Iterable[str]) -> frozenset[int] | None:
        """The code points that all of these families have; None when unknown."""
        sets = [found for family in used if (found := self.characters.get(family))]
        return shared_code_points(sets) if sets else None

    def family(self, font: str, style: HouseStyle) -> str:
        """The family for a Word font: itself when available, else the house style's choice, a twin, or a similar one."""
        chosen, text = style.settings.fonts.pdf, style.settings.fonts.text
        if font.casefold() in ("", text.casefold()):
            return chosen
        known = {family.casefold(): family for family in self.pitches}
        return known.get(font.casefold()) or known.get(twin(font).casefold()) or chosen

    def pitch(self, family: str) -> float:
        return self.pitches.get(family, _USUAL)


def twin(font: str) -> str:
    """The shipped family that stands in for a font of Word's; as wide as it when `is_exact`, else merely of its kind."""
    name = font.casefold()
    return TWINS.get(name) or ("Liberation Serif" if name in _SERIFS else "Carlito")


def is_exact(font: str) -> bool:
    """Whether a shipped family has the same widths, so that lines break where Word breaks them."""
    return font.casefold() in TWINS


def families(style: HouseStyle) -> Families:
    """The families for a house style; raises ComposerError when its PDF family is not available."""
    found = _families(_own_fonts(style.folder))
    wanted = style.settings.fonts.pdf
    if wanted not in found.pitches:
        known = ", ".join(sorted(found.pitches))
        message = f"lettertype.pdf: “{wanted}” is er niet; kies uit {known}, of zet de bestanden van het lettertype in deze map"
        raise ComposerError(message, style.folder / SETTINGS_NAME)
    return found


def known_families(folder: Path) -> tuple[str, ...]:
    """The available families, with the fonts of a house style's folder, in alphabetical order."""
    return tuple(sorted(_families(_own_fonts(folder)).pitches))


_FontFile = tuple[Path, int, int]
"""A file with its size and its time."""


def _own_fonts(folder: Path) -> tuple[_FontFile, ...]:
    found = (path for path in sorted(folder.rglob("*")) if path.suffix.lower() in _SUFFIXES)
    return tuple((path, stat.st_size, stat.st_mtime_ns) for path in found for stat in (path.stat(),))


@lru_cache(maxsize=4)
def _families(own: tuple[_FontFile, ...]) -> Families:
    """The shipped families and those in these files."""
    import typst  # deferred: 29 MB that only a PDF needs

    folders = dict.fromkeys((paths.resources() / "lettertypen", *(path.parent for path, _, _ in own)))
    loaded = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(each) for each in folders]
    )
    files = {each.family: each.path for each in loaded.fonts() if each.path}
    faces = [(each.family, code_points(Path(each.path))) for each in loaded.fonts() if each.path]
    known = {family: shared_code_points(held for name, held in faces if name == family) for family in files}
    pitches = {family: _pitch(Path(files[family])) for family in loaded.families() if family in files}
    return Families(loaded, pitches, known)


def _pitch(path: Path) -> float:
    """Ascender, descender and line gap of the hhea table together, in units of the head table's em (OpenType 1.9)."""
    data = path.read_bytes()
    count = int.from_bytes(data[4:6], "big")
    tables: dict[bytes, int] = {}
    for place in range(12, 12 + 16 * count, 16):
        name, _, offset, _ = struct.unpack_from(">4sIII", data, place)
        tables[name] = offset
    if b"hhea" not in tables or b"head" not in tables:
        return _USUAL
    ascender, descender, gap = struct.unpack_from(">hhh", data, tables[b"hhea"] + 4)
    (em,) = struct.unpack_from(">H", data, tables[b"head"] + 18)
    return (ascender - descender + gap) / em if em else _USUAL
