"""The fact that the words at the cursor rest on."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor

from composer.gui.editor.atoms import Atom
from composer.gui.editor.editor import LetterEditor


def fact_at_cursor(editor: LetterEditor) -> tuple[str, QPoint] | None:
    """A fact and where on the screen its mark is: at the cursor, else the next in its paragraph, else the last before it."""
    cursor = editor.page.textCursor()
    atoms = [atom for atom in editor.writing.atoms.in_block(cursor.block()) if atom.fact]
    atom = _nearest(atoms, cursor.position())
    if atom is None or atom.fact is None:
        return None
    place = QTextCursor(editor.page.document())
    place.setPosition(atom.start)
    return atom.fact, editor.page.viewport().mapToGlobal(editor.page.cursorRect(place).bottomLeft())


def _nearest(atoms: Iterable[Atom], position: int) -> Atom | None:
    found = list(atoms)
    ahead = (atom for atom in found if atom.end >= position)
    return next(ahead, found[-1] if found else None)
