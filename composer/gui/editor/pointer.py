"""What the mouse is over: a value, a note mark, the mark of a piece."""

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QTextEdit

from composer.domain.document import Value
from composer.gui.editor.atoms import Atom
from composer.gui.editor.document_sync import DocumentSync
from composer.gui.editor.margin import Margin
from composer.gui.editor.painting import atom_rects, stretch_at


class Pointer(QObject):
    """`hovered` is the key of the piece whose mark is under the mouse."""

    fact_hovered = Signal(str, QPoint)

    def __init__(self, view: QTextEdit, writing: DocumentSync, margin: Margin) -> None:
        super().__init__(view)
        self.view = view
        self.writing = writing
        self.margin = margin
        self.hovered = ""
        self.touched: Atom | None = None
        """The value or note mark under the mouse."""
        self._fact = ""

    def hover(self, point: QPoint) -> None:
        """The mouse is at a point of the viewport; outside of it when it has left."""
        inside = self.view.viewport().rect().contains(point)
        held = inside and self.margin.holds(point)
        stretch = stretch_at(self.view, self.writing, point.y()) if held else None
        atom = self.atom(point) if inside else None
        self._mark(stretch.part.key if stretch else "", atom)
        self._tell((atom.fact if atom else None) or "", point)
        self.view.viewport().setCursor(self._shape(bool(stretch), atom))

    def _mark(self, key: str, atom: Atom | None) -> None:
        if (key, atom) != (self.hovered, self.touched):
            self.hovered, self.touched = key, atom
            self.view.viewport().update()

    def _tell(self, fact: str, point: QPoint) -> None:
        if fact != self._fact:
            self._fact = fact
            self.fact_hovered.emit(fact, self.view.viewport().mapToGlobal(point))

    def _shape(self, handle: bool, atom: Atom | None) -> Qt.CursorShape:
        if handle:
            return Qt.CursorShape.OpenHandCursor
        gap = atom is not None and atom.gap is not None
        return Qt.CursorShape.PointingHandCursor if gap else Qt.CursorShape.IBeamCursor

    def atom(self, point: QPoint) -> Atom | None:
        """The value or note mark under a point."""
        block = self.view.cursorForPosition(point).block()
        atoms = self.writing.atoms.in_block(block)
        return next((a for a in atoms if any(rect.contains(point) for rect in atom_rects(self.view, a))), None)

    def hint(self, point: QPoint) -> str:
        """What the mouse tells: in the margin where a piece comes from, on a gap what to do."""
        if self.margin.holds(point):
            stretch = stretch_at(self.view, self.writing, point.y())
            return f"{stretch.part.words}\nSleep om te verplaatsen" if stretch else ""
        atom = self.atom(point)
        if atom is not None and atom.gap is not None:
            return "Klik om in te vullen"
        return _origin(atom.run.atom.path) if atom is not None and isinstance(atom.run.atom, Value) else ""


ORIGINS = {
    "gemeente": "Uit het profiel van de gemeente",
    "regio": "Uit het profiel van de regio",
    "brief": "Een gegeven van de brief",
}


def _origin(path: str) -> str:
    """Where a value comes from; nothing for a fact, which is shown by itself."""
    holder, _, name = path.partition(".")
    return f"Uit het veld {name.replace('_', ' ')}" if holder == "veld" else ORIGINS.get(holder, "")
