"""Formatting as plain data: the elements of pPr, rPr and their like, layer over layer (Part 1, section 17.7.2)."""

from collections.abc import Iterator
from dataclasses import dataclass

from composer.ooxml.markup import Element, local_name, w

Properties = dict[str, dict[str, str]]
"""The elements of pPr or rPr by their local name, each as its attributes by theirs."""

TWIPS, HALF_POINTS, EIGHTHS = 20, 2, 8  # in a point
_OFF = frozenset({"0", "false", "off"})
OFF = _OFF | {"none"}
"""What says no in properties, underlines included."""
_ADDED_UP = frozenset({"spacing", "ind", "rFonts"})
_SIDED = {"pBdr": "border", "tblBorders": "border", "tcBorders": "border", "tblCellMar": "margin", "tcMar": "margin"}


@dataclass(frozen=True, slots=True)
class Border:
    """Measures in points; `colour` six hexadecimal digits, "" is automatic."""

    width: float
    space: float
    colour: str = ""


def properties(element: Element | None) -> Properties:
    """Properties as plain data; tabs by their place, borders and margins by their side: tab720, border-top, margin-left."""
    return {} if element is None else dict(_properties(element))


def _properties(element: Element) -> Iterator[tuple[str, dict[str, str]]]:
    for child in element.iterchildren("{*}*"):
        name = local_name(child)
        if name == "tabs":
            for tab in child:
                yield f"tab{tab.get(w('pos'))}", attributes(tab)
        elif name in _SIDED:
            for side in child.iterchildren("{*}*"):
                yield f"{_SIDED[name]}-{local_name(side)}", attributes(side)
        elif name == "numPr":
            yield name, {local_name(part): str(part.get(w("val"))) for part in child}
        else:
            yield name, attributes(child)


def attributes(element: Element) -> dict[str, str]:
    return {str(name).rpartition("}")[2]: str(value) for name, value in element.attrib.items()}


def overlaid(*layers: Properties) -> Properties:
    """Later layers over earlier ones; spacing, indents and fonts attribute by attribute."""
    made: Properties = {}
    for layer in layers:
        for name, values in layer.items():
            kept = made.get(name, {}) if name in _ADDED_UP else {}
            made[name] = {
                **{key: held for key, held in kept.items() if key.removesuffix("Theme") not in values},
                **values,
            }
    return made


def is_on(mark: Element | None) -> bool:
    """Whether a switch is there and not off (section 17.17.4)."""
    return mark is not None and mark.get(w("val"), "1") not in _OFF


def switch(made: Properties, name: str) -> bool:
    return name in made and made[name].get("val", "1") not in OFF


def number(made: Properties, name: str, attribute: str, default: float = 0) -> float:
    """A measure in the unit of the file; the default when it is missing or not a number."""
    try:
        return float(made[name][attribute])
    except (KeyError, ValueError):
        return default


def colour(value: str | None) -> str:
    """Six hexadecimal digits, or "" for automatic and for what is none."""
    text = (value or "").upper()
    return text if len(text) == 6 and all(digit in "0123456789ABCDEF" for digit in text) else ""


def borders(made: Properties) -> tuple[tuple[str, Border], ...]:
    """The lines that are drawn, by their side."""
    drawn = (
        name for name in made if name.startswith("border-") and made[name].get("val", "nil") not in {"nil", "none"}
    )
    return tuple((name.removeprefix("border-"), _border(made, name)) for name in drawn)


def _border(made: Properties, name: str) -> Border:
    return Border(number(made, name, "sz", 4) / EIGHTHS, number(made, name, "space"), colour(made[name].get("color")))
