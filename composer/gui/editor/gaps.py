"""From one value that is not filled in to the next: first the fields of the header, then the words."""

from composer.gui.editor.atoms import Atom
from composer.gui.editor.document_reader import blocks, extents
from composer.gui.editor.fields import Fields
from composer.gui.editor.page import Page
from composer.gui.editor.positions import set_cursor
from composer.work.writing.letter_view import Part


class Gaps:
    def __init__(self, page: Page, fields: Fields) -> None:
        self.page = page
        self.fields = fields

    def in_words(self) -> list[Atom]:
        """The gaps on the paper, from top to bottom."""
        found: list[Atom] = []
        block = self.page.document().begin()
        while block.isValid():
            found += [atom for atom in self.page.writing.atoms.in_block(block) if atom.gap is not None]
            block = block.next()
        return found

    def first_in(self, part: Part) -> str | None:
        """The path of the first gap of a part."""
        extent = extents(self.page.document())[part.key]
        atoms = (a for block in blocks(self.page.document(), extent) for a in self.page.writing.atoms.in_block(block))
        return next((atom.gap.path for atom in atoms if atom.gap is not None), None)

    def step(self, forward: bool) -> bool:
        """To the next gap, or the one before; after the last comes the first. False when there is none."""
        places: list[str | Atom] = [*self.fields.gaps(), *self.in_words()]
        if not places:
            return False
        ahead = [place for place in places if self._is_ahead(place, forward)]
        if forward:
            self._go_to(ahead[0] if ahead else places[0])
        else:
            self._go_to(ahead[-1] if ahead else places[-1])
        return True

    def _is_ahead(self, place: str | Atom, forward: bool) -> bool:
        """Whether a gap comes after, or before, where the writer is now."""
        focused = self.fields.focused()
        order = [row.path for row in self.fields.rows]
        if isinstance(place, str):
            if not focused:
                return not forward
            here, there = order.index(focused), order.index(place)
            return there > here if forward else there < here
        if focused:
            return forward
        cursor = self.page.textCursor()
        return place.start >= cursor.selectionEnd() if forward else place.end <= cursor.selectionStart()

    def _go_to(self, place: str | Atom) -> None:
        if isinstance(place, str):
            self.fields.go_to(place)
            self.page.verticalScrollBar().setValue(0)
            return
        self.page.setFocus()
        set_cursor(self.page, place.start, place.end)
        self.page.ensureCursorVisible()
