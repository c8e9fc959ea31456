"""Headers, footers and kept text of the base as plain data, with placeholders for a letter's values."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, assert_never

from composer.export.docx.headers import CLOSE, OPEN
from composer.export.house_style import HouseStyle
from composer.export.pdf.fonts import Families
from composer.export.pdf.looks import between, borders_data, paragraph_data, pitch, run_data
from composer.export.pdf.pictures import picture_svg
from composer.ooxml.computed_formats import ParagraphFormat, RunFormat
from composer.ooxml.story import (
    Block,
    Floating,
    Mark,
    NoteMark,
    Picture,
    Piece,
    Place,
    Shape,
    Story,
    StoryCell,
    StoryParagraph,
    StoryTable,
    Words,
)

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class StoryData:
    """Turns stories into data; collects their `pictures` by part name, and their old `notes`."""

    style: HouseStyle
    families: Families
    notes: Mapping[str, Story] = field(default_factory=dict[str, Story])
    pictures: dict[str, str] = field(default_factory=dict[str, str])

    def story(self, story: Story) -> Data:
        """The blocks, each with the space above it, and the space below the last."""
        blocks: list[Data] = []
        before: StoryParagraph | None = None
        below = 0.0
        for block in story:
            above, below, before = _spaces(block, before, below, added=self.style.base.adds_space)
            blocks.append(self._block(block) | {"above": above})
        return {"blocks": blocks, "below": below}

    def _block(self, block: Block) -> Data:
        match block:
            case StoryParagraph():
                return self._paragraph(block)
            case StoryTable():
                return self._table(block)
            case _:
                assert_never(block)

    def _paragraph(self, block: StoryParagraph) -> Data:
        pieces = [data for piece in block.pieces if (data := self._piece(piece, block.look))]
        return {
            "kind": "paragraph",
            "asks": _asked(block),
            **paragraph_data(block.look),
            "pieces": pieces,
            "tabs": [[tab.position, tab.side] for tab in block.look.tabs],
            "middle": block.look.middle,
            "floating": [data for floating in block.floating if (data := self._floating(floating))],
            **self._run(block.mark, block.look),
        }

    def _run(self, run: RunFormat, paragraph: ParagraphFormat) -> Data:
        family = self.families.family(run.font, self.style)
        return {**run_data(run, family), "leading": pitch(paragraph, run.size, self.families.pitch(family)) - run.size}

    def _piece(self, piece: Piece, paragraph: ParagraphFormat) -> Data | None:
        match piece:
            case Words():
                return {"kind": "words", "text": piece.text, **self._run(piece.look, paragraph)}
            case Mark():
                return {"kind": piece.kind, **self._run(piece.look, paragraph)}
            case NoteMark():
                held = self.notes.get(piece.note, ())
                return {"kind": "note", "story": self.story(held)}
            case Picture():
                return self._picture(piece)
            case _:
                assert_never(piece)

    def _picture(self, picture: Picture) -> Data | None:
        """None for a kind of picture that a PDF cannot hold."""
        name = "|".join(map(str, (picture.part, *picture.crop)))
        if name not in self.pictures:
            made = (
                picture_svg(self.style.package.read(picture.part), picture)
                if picture.part in self.style.package
                else ""
            )
            if not made:
                return None
            self.pictures[name] = made
        logo = self.style.settings.logo
        told = picture.alternative or (logo.alternative if logo else "Beeldmerk")
        return {"kind": "picture", "name": name, "width": picture.width, "height": picture.height, "told": told}

    def _floating(self, floating: Floating) -> Data | None:
        content = self._content(floating.content)
        if content is None:
            return None
        return {
            "across": _place(floating.across),
            "down": _place(floating.down),
            "width": floating.width,
            "height": floating.height,
            "padding": list(floating.padding),
            "content": content,
        }

    def _content(self, content: Picture | Shape | Story) -> Data | None:
        match content:
            case Picture():
                return self._picture(content)
            case Shape():
                line = borders_data((("top", content.line),)).get("top") if content.line else None
                return {"kind": "shape", "fill": f"#{content.fill}" if content.fill else "", "line": line}
            case _:
                return {"kind": "story", "story": self.story(content)}

    def _table(self, table: StoryTable) -> Data:
        return {
            "kind": "table",
            "widths": list(table.widths),
            "heights": list(table.heights),
            "side": table.side,
            "left": table.left,
            "rows": [[self._cell(cell) for cell in row] for row in table.rows],
        }

    def _cell(self, cell: StoryCell) -> Data:
        return {
            "columns": cell.columns,
            "rows": cell.rows,
            "side": cell.side,
            "fill": f"#{cell.shade}" if cell.shade else "",
            "borders": borders_data(cell.borders),
            "padding": list(cell.padding),
            "story": self.story(cell.blocks),
        }


_ASKED = re.compile(f"{OPEN}(.*?){CLOSE}")


def _asked(block: StoryParagraph) -> list[str]:
    """The names of the values that a paragraph shows."""
    return [name for piece in block.pieces if isinstance(piece, Words) for name in _ASKED.findall(piece.text)]


def _spaces(
    block: Block, before: StoryParagraph | None, below: float, *, added: bool
) -> tuple[float, float, StoryParagraph | None]:
    """The space above a block, the space it asks below it, and its paragraph."""
    if isinstance(block, StoryTable):
        return below, 0.0, None
    look = block.look
    same = before is not None and before.style == block.style
    kept = 0.0 if same and before is not None and before.look.close else below
    return between(kept, 0 if same and look.close else look.before, added=added), look.after, block


def _place(place: Place) -> Data:
    return {"reference": place.reference, "offset": place.offset, "side": place.side or ""}
