"""The formats of lines and runs in the document, with properties by which they can be read back."""

from enum import IntEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextLength,
    QTextListFormat,
    QTextTableFormat,
)
from PySide6.QtWidgets import QApplication

from composer.assemble.runs import Run
from composer.domain.document import Alignment, Citation, Value
from composer.gui.theme import BODY, HEADING, Theme
from composer.work.writing.letter_view import Part
from composer.work.writing.lines import Line

INDENT = 22
"""How far each list goes in, in pixels."""
LINE_HEIGHT = 23
"""In pixels, at least."""
FILLER_HEIGHT = 10
SIDES: dict[Alignment, Qt.AlignmentFlag] = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}


class FormatProperty(IntEnum):
    """The custom properties of formats in the document."""

    PART = QTextFormat.Property.UserProperty.value + 1
    KIND = PART + 1
    LEVEL = PART + 2
    ORDERED = PART + 3
    START = PART + 4
    QUOTED = PART + 5
    FILLER = PART + 6
    ATOM = PART + 7
    BOLD = PART + 8
    ITALIC = PART + 9


class TextFormats:
    """The formats of one theme."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.font = QFont(QApplication.font())
        self.font.setPixelSize(BODY)

    def block(self, part: Part, line: Line, *, first: bool) -> QTextBlockFormat:
        """The format of a line; the first of a part stands a little further from what is above it."""
        made = QTextBlockFormat()
        made.setProperty(FormatProperty.PART, part.key)
        made.setProperty(FormatProperty.KIND, line.kind)
        made.setProperty(FormatProperty.LEVEL, line.level)
        made.setProperty(FormatProperty.ORDERED, line.ordered)
        made.setProperty(FormatProperty.START, -1 if line.start is None else line.start)
        made.setProperty(FormatProperty.QUOTED, line.quoted)
        made.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        above, below = _space(part, line, first=first)
        made.setTopMargin(above)
        made.setBottomMargin(below)
        made.setLeftMargin((INDENT * line.level if line.kind == "vervolg" else 0) + (INDENT if line.quoted else 0))
        return made

    def filler(self, part: Part) -> QTextBlockFormat:
        """The empty line that a table needs at its sides when nothing else stands there."""
        made = QTextBlockFormat()
        made.setProperty(FormatProperty.PART, part.key)
        made.setProperty(FormatProperty.KIND, "alinea")
        made.setProperty(FormatProperty.FILLER, True)
        made.setLineHeight(FILLER_HEIGHT, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        return made

    def chars(self, run: Run, part: Part, line: Line | None = None) -> QTextCharFormat:
        """The format of a run, without the number of its atom."""
        made = self.plain(part, line)
        if run.bold:
            made.setProperty(FormatProperty.BOLD, True)
            made.setFontWeight(QFont.Weight.DemiBold)
        if run.italic:
            made.setProperty(FormatProperty.ITALIC, True)
            made.setFontItalic(True)
        if run.link is not None:
            made.setAnchorHref(run.link)
            made.setForeground(self.brush("accent"))
            made.setFontUnderline(True)
        if isinstance(run.atom, Citation):
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
            made.setProperty(QTextFormat.Property.FontPixelSize, BODY + 2)
            made.setForeground(self.brush("accent"))
        if isinstance(run.atom, Value) and run.atom.text is None:
            made.setForeground(self.brush("ink"))
        return made

    def plain(self, part: Part, line: Line | None = None) -> QTextCharFormat:
        """The format of unmarked words in a line of a part."""
        made = QTextCharFormat()
        made.setForeground(self.brush("muted" if part.kind in ("weg", "vast") or part.quiet else "ink"))
        if part.kind == "weg":
            made.setFontItalic(True)
        if line is not None and line.kind == "kop":
            made.setFontWeight(QFont.Weight.DemiBold)
            made.setProperty(QTextFormat.Property.FontPixelSize, HEADING if line.level == 1 else BODY + 1)
        return made

    def cell(self, part: Part, *, header: bool) -> QTextCharFormat:
        """The format of words in a table."""
        made = QTextCharFormat() if header else self.plain(part)
        if header:
            made.setFontWeight(QFont.Weight.DemiBold)
        return made

    def brush(self, role: str) -> QBrush:
        return QBrush(self.theme.colour(role))

    def colour(self, role: str) -> QColor:
        return self.theme.colour(role)

    def list_format(self, line: Line) -> QTextListFormat:
        """Numbers are the document's, bullets are painted with the rest of the paper."""
        made = QTextListFormat()
        style = QTextListFormat.Style.ListDecimal if line.ordered else QTextListFormat.Style.ListStyleUndefined
        made.setStyle(style)
        made.setIndent(line.level)
        made.setStart(line.start if line.start is not None else 1)
        return made

    def table_format(self) -> QTextTableFormat:
        made = QTextTableFormat()
        made.setBorder(1)
        made.setBorderStyle(QTextTableFormat.BorderStyle.BorderStyle_Solid)
        made.setBorderBrush(self.brush("edge"))
        made.setBorderCollapse(True)
        made.setCellPadding(8)
        made.setTopMargin(8)
        made.setBottomMargin(8)
        made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        return made


def _space(part: Part, line: Line, *, first: bool) -> tuple[int, int]:
    """Pixels above and below a line; of what two lines ask between them, the most is taken."""
    if part.kind == "kop":
        return 20, 4
    if line.kind == "kop":
        return 12, 2
    above = (6 if line.level == 1 and line.start is not None else 0) if line.listed else 8
    return (10 if first else above), (2 if line.listed else 8)
