"""The content of a header, a footer or a text box as plain values; measures in points."""

from dataclasses import dataclass
from typing import Literal

from composer.ooxml.computed_formats import ParagraphFormat, RunFormat, Side
from composer.ooxml.formatting import Border

Reference = Literal["page", "margin", "text"]
Upright = Literal["top", "center", "bottom"]


@dataclass(frozen=True, slots=True)
class Words:
    text: str
    look: RunFormat


@dataclass(frozen=True, slots=True)
class Mark:
    """A tab, the end of a line, or the number of this page or of all pages."""

    kind: Literal["tab", "line", "page", "pages"]
    look: RunFormat


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The mark of a note of the base itself, by id."""

    note: str
    look: RunFormat


@dataclass(frozen=True, slots=True)
class Picture:
    """`part` is the name of the picture's part; `alternative` says what it shows, "" when nothing does.

    `crop` is the share of the picture that is not shown at its left, top, right and bottom.
    """

    part: str
    width: float
    height: float
    alternative: str = ""
    crop: tuple[float, float, float, float] = (0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled or outlined rectangle, or a line when it has no height or width."""

    width: float
    height: float
    fill: str = ""
    line: Border | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """The position of a floating object along one axis: an offset from, or a side of, its reference."""

    reference: Reference
    offset: float = 0
    side: Side | Upright | None = None


@dataclass(frozen=True, slots=True)
class Floating:
    """A floating object; `padding` is that of a text box: top, right, bottom, left."""

    across: Place
    down: Place
    width: float
    height: float
    content: "Picture | Shape | tuple[Block, ...]"
    padding: tuple[float, float, float, float] = (0, 0, 0, 0)


Piece = Words | Mark | NoteMark | Picture


@dataclass(frozen=True, slots=True)
class StoryParagraph:
    """`mark` is the look of the paragraph's end, which gives an empty one its height."""

    look: ParagraphFormat
    pieces: tuple[Piece, ...]
    mark: RunFormat
    floating: tuple[Floating, ...] = ()
    style: str = ""


@dataclass(frozen=True, slots=True)
class StoryCell:
    """`columns` and `rows` are how many it spans; `padding` is top, right, bottom, left."""

    blocks: "tuple[Block, ...]"
    columns: int = 1
    rows: int = 1
    side: Upright = "top"
    shade: str = ""
    borders: tuple[tuple[str, Border], ...] = ()
    padding: tuple[float, float, float, float] = (0, 5.4, 0, 5.4)


@dataclass(frozen=True, slots=True)
class StoryTable:
    """`heights` of rows are the least ones, 0 is by content; `left` is where it begins, counted from the margin."""

    widths: tuple[float, ...]
    rows: tuple[tuple[StoryCell, ...], ...]
    heights: tuple[float, ...]
    side: Side = "left"
    left: float = 0


Block = StoryParagraph | StoryTable
Story = tuple[Block, ...]


def paragraphs(story: Story) -> tuple[StoryParagraph, ...]:
    """All paragraphs in reading order, those in tables and text boxes included."""
    found: list[StoryParagraph] = []
    for block in story:
        if isinstance(block, StoryTable):
            for row in block.rows:
                for cell in row:
                    found += paragraphs(cell.blocks)
            continue
        for box in block.floating:
            found += paragraphs(box.content) if isinstance(box.content, tuple) else ()
        found.append(block)
    return tuple(found)


def pictures(story: Story) -> tuple[Picture, ...]:
    found: list[Picture] = []
    for paragraph in paragraphs(story):
        found += [piece for piece in paragraph.pieces if isinstance(piece, Picture)]
        found += [box.content for box in paragraph.floating if isinstance(box.content, Picture)]
    return tuple(found)


def words(story: Story) -> str:
    """The words of a story, paragraphs on lines of their own, tabs as tabs, page numbers as [pagina] and [aantal]."""
    return "\n".join(filter(None, (_line(paragraph).strip() for paragraph in paragraphs(story))))


_SHOWN = {"tab": "\t", "line": "\n", "page": "[pagina]", "pages": "[aantal]"}


def _line(paragraph: StoryParagraph) -> str:
    return "".join(
        piece.text if isinstance(piece, Words) else _SHOWN[piece.kind] if isinstance(piece, Mark) else ""
        for piece in paragraph.pieces
    )
