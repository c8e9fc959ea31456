"""What is drawn under the words: the paper, the marks in its margin, the edges of gaps, hints in empty places."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextBlock, QTextLine
from PySide6.QtWidgets import QTextEdit

from composer.gui.editor.atoms import Atom
from composer.gui.editor.document_reader import Extent, line_shape, part_key
from composer.gui.editor.document_sync import DocumentSync
from composer.gui.popover import paint_shadow
from composer.gui.theme import Theme
from composer.work.writing.letter_view import Part, Source

PAPER, PADDING = 620, 44
"""The paper's greatest width and the room at its sides, in pixels."""
SHADOW, GROUND = 8, 14
BULLET = 11
BAR, BAR_PLACE = 3, 18
"""How wide the mark of a piece is, and how far left of the words it stands."""
ROLES: dict[Source, str] = {"tekstblok": "accent", "aangepast": "adapted", "eigen": "own", "": "line"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a part is on the screen; `rect` runs from its first to its last line, as wide as the words."""

    part: Part
    rect: QRect


def paper_width(view: QTextEdit) -> int:
    return min(PAPER, view.viewport().width() - 2 * GROUND)


def paper_left(view: QTextEdit) -> int:
    return max((view.viewport().width() - paper_width(view)) // 2, 0)


def visible_blocks(view: QTextEdit) -> Iterator[QTextBlock]:
    """The blocks on the screen, the first one perhaps only in part."""
    block = view.cursorForPosition(QPoint(paper_left(view) + PADDING, 0)).block()
    height = view.viewport().height()
    while block.isValid() and block_rect(view, block).top() <= height:
        yield block
        block = block.next()


def block_rect(view: QTextEdit, block: QTextBlock) -> QRect:
    """Where a block is in the viewport."""
    layout = view.document().documentLayout()
    scrolled = QPointF(-view.horizontalScrollBar().value(), -view.verticalScrollBar().value())
    return layout.blockBoundingRect(block).translated(scrolled).toRect()


def bring_into_view(view: QTextEdit, extent: Extent) -> None:
    """Scrolls a part to near the top of the screen, unless it can be seen already."""
    rect = block_rect(view, view.document().findBlockByNumber(extent.first))
    if rect.top() < 0 or rect.bottom() > view.viewport().height() - 40:
        bar = view.verticalScrollBar()
        bar.setValue(bar.value() + rect.top() - 24)


def stretches(view: QTextEdit, writing: DocumentSync) -> list[Stretch]:
    """The parts on the screen, from top to bottom."""
    found: dict[str, QRect] = {}
    for block in visible_blocks(view):
        key = part_key(block)
        found[key] = found.get(key, QRect()).united(block_rect(view, block))
    return [Stretch(writing.parts[key], rect) for key, rect in found.items() if key in writing.parts]


def stretch_at(view: QTextEdit, writing: DocumentSync, height: int) -> Stretch | None:
    """The piece at a height of the screen."""
    at = (s for s in stretches(view, writing) if s.part.piece and s.rect.top() <= height <= s.rect.bottom())
    return next(at, None)


def bar_rect(view: QTextEdit, stretch: Stretch) -> QRectF:
    """The mark of a piece in the margin."""
    left = paper_left(view) + PADDING - BAR_PLACE
    return QRectF(left, stretch.rect.top(), BAR, max(stretch.rect.height() + 2, 16))


def paint_paper(painter: QPainter, view: QTextEdit, theme: Theme, height: int) -> None:
    """Paper of `height` pixels, its top just out of sight above, with its shadow on the ground."""
    painter.fillRect(view.viewport().rect(), theme.colour("background"))
    top = -view.verticalScrollBar().value()
    paper = QRectF(paper_left(view), top - SHADOW, paper_width(view), height + SHADOW)
    paint_shadow(painter, paper, theme.colour("shadow"), SHADOW)
    painter.setPen(theme.paper_edge())
    painter.setBrush(theme.colour("paper"))
    painter.drawRoundedRect(paper, 3, 3)


def paint_bars(painter: QPainter, view: QTextEdit, writing: DocumentSync, theme: Theme, hovered: str) -> None:
    """A mark for each piece; under the mouse with a handle to drag it by."""
    painter.setPen(Qt.PenStyle.NoPen)
    for stretch in stretches(view, writing):
        if not stretch.part.piece:
            continue
        rect = bar_rect(view, stretch)
        colour = QColor(theme.colour(ROLES[stretch.part.source] if stretch.part.kind == "stuk" else "edge"))
        colour.setAlphaF(1 if hovered == stretch.part.key else 0.6)
        painter.setBrush(colour)
        painter.drawRoundedRect(rect, BAR / 2, BAR / 2)
        if hovered == stretch.part.key:
            _paint_handle(painter, rect, theme.colour("muted"))


def _paint_handle(painter: QPainter, bar: QRectF, colour: QColor) -> None:
    painter.setBrush(colour)
    for row in range(3):
        for column in range(2):
            painter.drawEllipse(QPointF(bar.left() - 12 + 4 * column, bar.top() + 5 + 4 * row), 1.2, 1.2)


def paint_gaps(painter: QPainter, view: QTextEdit, writing: DocumentSync, theme: Theme) -> None:
    """A dashed edge around each value that is not filled in."""
    painter.setPen(QPen(theme.colour("notice"), 1, Qt.PenStyle.DashLine))
    painter.setBrush(theme.colour("gap"))
    for block in visible_blocks(view):
        for atom in writing.atoms.in_block(block):
            if atom.gap is not None:
                for rect in atom_rects(view, atom):
                    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


def paint_touched(painter: QPainter, view: QTextEdit, atom: Atom | None, theme: Theme) -> None:
    """A soft ground below the value or note mark under the mouse: it is one thing."""
    last = view.document().characterCount()
    if atom is None or atom.gap is not None or atom.end >= last:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent-soft"))
    for rect in atom_rects(view, atom):
        painter.drawRoundedRect(rect.adjusted(-1, 0, 1, 0), 3, 3)


def atom_rects(view: QTextEdit, atom: Atom) -> list[QRectF]:
    """A rectangle around the words of an atom for each line that it is on."""
    block = view.document().findBlock(atom.start)
    layout, corner = block.layout(), block_rect(view, block).topLeft()
    first, last = atom.start - block.position(), atom.end - block.position()
    found: list[QRectF] = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        begin, stop = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
        if begin < stop:
            left, right = _x(line, begin), _x(line, stop)
            top = corner.y() + line.y() - 1
            found.append(QRectF(corner.x() + left, top, right - left, line.height() + 2))
    return found


def _x(line: QTextLine, position: int) -> float:
    """Where a position of a line is; the binding gives the position with it."""
    found = cast("float | tuple[float, int]", line.cursorToX(position))
    return found[0] if isinstance(found, tuple) else found


def paint_bullets(painter: QPainter, view: QTextEdit, theme: Theme) -> None:
    """A point before each item of a list without numbers, open in every second depth."""
    pen = QPen(theme.colour("ink"), 1.2)
    for block in visible_blocks(view):
        shape = line_shape(block.blockFormat())
        if shape.kind != "item" or shape.ordered or block.layout().lineCount() == 0:
            continue
        rect, line = block_rect(view, block), block.layout().lineAt(0)
        height = rect.top() + line.y() + line.ascent() - view.fontMetrics().xHeight() / 2
        middle = QPointF(rect.left() + line.x() - BULLET, height)
        painter.setPen(pen if shape.level % 2 == 0 else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("ink") if shape.level % 2 else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, 2.1, 2.1)


def paint_hints(painter: QPainter, view: QTextEdit, writing: DocumentSync, theme: Theme) -> None:
    """What may be written in a place that is empty."""
    painter.setPen(theme.colour("muted"))
    font = QFont(writing.typesetter.look.font)
    painter.setFont(font)
    for block in visible_blocks(view):
        part = writing.part_at(block)
        if part is not None and part.hint and block.length() == 1 and part.kind == "leeg":
            rect = block_rect(view, block)
            width = paper_width(view) - 2 * PADDING
            text = painter.fontMetrics().elidedText(part.hint, Qt.TextElideMode.ElideRight, width)
            line = block.layout().lineAt(0)
            painter.drawText(QPointF(rect.left(), rect.top() + line.y() + line.ascent()), text)
