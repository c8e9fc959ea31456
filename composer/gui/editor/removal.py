"""What deleting takes away: words within a piece, whole pieces when they are wholly selected, never a heading."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from composer.gui.editor.document_reader import Extent, extents
from composer.gui.editor.document_sync import DocumentSync
from composer.gui.editor.positions import end, set_cursor, start
from composer.work.writing import editing
from composer.work.writing.letter_view import Part


class Removal:
    """Deletes in the document of `writing`, as far as its parts allow."""

    def __init__(self, writing: DocumentSync, view: QTextEdit) -> None:
        self.writing = writing
        self.view = view

    def selection(self, *, typing: bool = False) -> None:
        """Deletes what is selected; when the writer types over a piece, its place stays for what is typed."""
        cursor = self.view.textCursor()
        if not cursor.hasSelection():
            return
        touched = self.touched(cursor)
        if typing:
            _without_last_end(cursor)
        if len(touched) == 1 and (typing or not self.whole(cursor, touched[0][1])):
            self.within(cursor, *touched[0])
        else:
            self.across(cursor, touched)

    def touched(self, cursor: QTextCursor) -> list[tuple[Part, Extent]]:
        """The parts that the selection has something of, from top to bottom."""
        first, last = cursor.selectionStart(), cursor.selectionEnd()
        document = self.writing.document
        found = [
            (self.writing.parts[key], extent)
            for key, extent in extents(document).items()
            if key in self.writing.parts and start(document, extent) <= last and end(document, extent) >= first
        ]
        inner = [(part, extent) for part, extent in found if self.overlaps(cursor, extent)]
        return inner or found[:1]

    def overlaps(self, cursor: QTextCursor, extent: Extent) -> bool:
        """Whether more than an end of a part is selected."""
        document = self.writing.document
        first = max(cursor.selectionStart(), start(document, extent))
        return first < min(cursor.selectionEnd(), end(document, extent))

    def whole(self, cursor: QTextCursor, extent: Extent) -> bool:
        document = self.writing.document
        return cursor.selectionStart() <= start(document, extent) and cursor.selectionEnd() >= end(document, extent)

    def within(self, cursor: QTextCursor, part: Part, extent: Extent) -> None:
        """What is selected of one part, and not the line's end that keeps it from the next."""
        if (reason := why_not(part)) is not None:
            self.writing.hindered.emit(reason)
            return
        first = max(cursor.selectionStart(), start(self.writing.document, extent))
        last = min(cursor.selectionEnd(), end(self.writing.document, extent))
        cursor.setPosition(min(first, last))
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self.view.setTextCursor(cursor)

    def across(self, cursor: QTextCursor, touched: list[tuple[Part, Extent]]) -> None:
        """Parts of pieces and whole pieces in one step; from the last to the first, so that places stay right."""
        letter, document, at = self.writing.letter, self.writing.document, cursor.selectionStart()
        kept: set[str] = set()
        for part, extent in reversed(touched):
            if part.piece and self.whole(cursor, extent):
                letter = letter.without(part.piece)
            elif why_not(part) is None and part.piece:
                self.cut(
                    max(cursor.selectionStart(), start(document, extent)),
                    min(cursor.selectionEnd(), end(document, extent)),
                )
                kept.add(part.key)
        for key in kept:
            part = self.writing.parts[key]
            lines = self.writing.reader.lines(self.writing.extent(key))
            letter = editing.with_lines(letter, part.piece, lines, self.writing.original(part))
        self.writing.change(letter, "stuk verwijderen" if not kept else "tekst verwijderen")
        set_cursor(self.view, self.place_near(at))

    def place_near(self, position: int) -> int:
        """A position, or behind it the first where something can be written."""
        document = self.writing.document
        block = document.findBlock(min(position, document.characterCount() - 1))
        if why_not(self.writing.part_at(block)) is None:
            return position
        while block.isValid() and why_not(self.writing.part_at(block)) is not None:
            block = block.next()
        return block.position() if block.isValid() else position

    def cut(self, first: int, last: int) -> None:
        cursor = QTextCursor(self.writing.document)
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        with self.writing.busy():
            cursor.removeSelectedText()

    def atom(self, position: int, *, before: bool) -> bool:
        """Deletes the atom that ends, or begins, at a position; False when none does."""
        atom = self.writing.atoms.touching(self.writing.document, position + (0 if before else 1))
        if atom is None or (atom.end if before else atom.start) != position:
            return False
        cursor = self.view.textCursor()
        cursor.setPosition(atom.start)
        cursor.setPosition(atom.end, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self.view.setTextCursor(cursor)
        return True


def _without_last_end(cursor: QTextCursor) -> None:
    """Leaves the end of the last line out of a selection, so that what is typed over it does not join the next."""
    first, last = cursor.selectionStart(), cursor.selectionEnd()
    block = cursor.document().findBlock(last)
    if block.position() == last and first < last - 1:
        cursor.setPosition(first)
        cursor.setPosition(last - 1, QTextCursor.MoveMode.KeepAnchor)


FIXED = {
    "kop": "Deze kop hoort bij het sjabloon. Schrijf eronder.",
    "vast": "Dit staat in het sjabloon en is in elke brief gelijk.",
    "weg": "Dit tekstblok staat niet in de brief. Vul eerst in wat gevraagd wordt, of haal het weg.",
}


def why_not(part: Part | None) -> str | None:
    """Why nothing can be written in a part; None when it can."""
    if part is None:
        return FIXED["vast"]
    return part.hindrance or FIXED.get(part.kind)
