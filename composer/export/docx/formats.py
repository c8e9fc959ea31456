"""The format of runs: one character style each, with direct formatting on top."""

from collections.abc import Mapping

BOLD, ITALIC, LINK, GAP, DIRECT, LABEL = 1, 2, 4, 8, 16, 32
_ALL = 64


def run_properties(styles: Mapping[str, str]) -> tuple[str, ...]:
    """The properties of a run by the sum of its marks.

    A run has one character style (Part 1, section 17.3.2.29): the most telling one, and the marks besides it are written
    out. With DIRECT all are, since in bold headings a bold style would undo the boldness (section 17.7.3).
    """
    return tuple(_properties(marks, styles) for marks in range(_ALL))


def _properties(marks: int, styles: Mapping[str, str]) -> str:
    style = _style(marks)
    bold = marks & BOLD and style != "sterk"
    italic = marks & ITALIC and style != "nadruk"
    parts = (
        f'<w:rStyle w:val="{styles[style]}"/>' if style else "",
        "<w:b/><w:bCs/>" if bold else "",
        "<w:i/><w:iCs/>" if italic else "",
    )
    return f"<w:rPr>{''.join(parts)}</w:rPr>" if any(parts) else ""


def _style(marks: int) -> str | None:
    if marks & GAP:
        return "open_plek"
    if marks & LINK:
        return "koppeling"
    if marks & LABEL:
        return "veldnaam"
    if marks & DIRECT:
        return None
    return "sterk" if marks & BOLD else "nadruk" if marks & ITALIC else None
