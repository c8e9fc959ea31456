"""Values and note marks: words in the document that stand or fall as one."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextFragment

from composer.assemble.runs import Run
from composer.domain.document import Citation, Value
from composer.gui.editor.formats import FormatProperty

SPACE = "\u00a0"
LONGEST_IN_ONE = 48
SPARE = 100
"""So many atoms more than twice those of the letter are remembered before what is gone is forgotten."""


def gap_words(label: str) -> str:
    """What a gap shows, with room for its edge; on one line unless it is long."""
    words = f"{SPACE}nog invullen: {label}{SPACE}"
    return words.replace(" ", SPACE) if len(words) <= LONGEST_IN_ONE else words


@dataclass(frozen=True, slots=True)
class Atom:
    """An atom with its positions in the document, from `start` up to `end`."""

    run: Run
    start: int
    end: int

    @property
    def gap(self) -> Value | None:
        """The value that is not filled in; None for everything else."""
        value = self.run.atom
        return value if isinstance(value, Value) and value.text is None else None

    @property
    def fact(self) -> str | None:
        """The fact that a value is of, or the first that is cited."""
        match self.run.atom:
            case Value(fact=fact):
                return fact
            case Citation(facts=facts):
                return facts[0]
            case _:
                return None


@dataclass
class Atoms:
    """The atoms of a document by the number in their format, with the words that they show."""

    known: dict[int, tuple[Run, str]] = field(default_factory=dict[int, tuple[Run, str]])
    _free: list[int] = field(default_factory=list[int])
    """Numbers to be used again: a document never forgets a format, so there must not be more and more of them."""
    _most: int = SPARE

    def add(self, run: Run, shown: str) -> int:
        number = self._free.pop() if self._free else len(self.known) + 1
        self.known[number] = (run, shown)
        return number

    def clear(self) -> None:
        """Forgets all atoms, for an empty document."""
        self.known.clear()
        self._free.clear()

    def clear_out(self, document: QTextDocument) -> None:
        """Forgets atoms that are no longer in the document, once there are many."""
        if len(self.known) < self._most:
            return
        gone = self.known.keys() - _numbers(document)
        self._free += gone
        for number in gone:
            del self.known[number]
        self._most = 2 * len(self.known) + SPARE

    def of(self, fragment: QTextFragment) -> Atom | None:
        """The atom that a fragment is; None for text, and for an atom whose words were changed."""
        known = self.known.get(fragment.charFormat().intProperty(FormatProperty.ATOM))
        if known is None or known[1] != fragment.text():
            return None
        return Atom(known[0], fragment.position(), fragment.position() + fragment.length())

    def in_block(self, block: QTextBlock) -> Iterator[Atom]:
        for fragment in fragments(block):
            if (atom := self.of(fragment)) is not None:
                yield atom

    def around(self, document: QTextDocument, position: int) -> Atom | None:
        """The atom that has a position inside it, its ends not counted."""
        return next((a for a in self.in_block(document.findBlock(position)) if a.start < position < a.end), None)

    def touching(self, document: QTextDocument, position: int) -> Atom | None:
        """The atom that a position is in or at an end of, the one before it first."""
        return next((a for a in self.in_block(document.findBlock(position)) if a.start <= position <= a.end), None)

    def selected(self, cursor: QTextCursor) -> Atom | None:
        """The atom that is all of the selection."""
        atom = self.touching(cursor.document(), cursor.selectionStart() + 1) if cursor.hasSelection() else None
        bounds = (cursor.selectionStart(), cursor.selectionEnd())
        return atom if atom is not None and (atom.start, atom.end) == bounds else None


def _numbers(document: QTextDocument) -> set[int]:
    """The numbers that formats in the document have."""
    found: set[int] = set()
    block = document.begin()
    while block.isValid():
        found |= {fragment.charFormat().intProperty(FormatProperty.ATOM) for fragment in fragments(block)}
        block = block.next()
    return found


def fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    """The stretches of a block that have one format."""
    iterator = block.begin()
    while not iterator.atEnd():
        yield iterator.fragment()
        iterator += 1


def snap(cursor: QTextCursor, atoms: Atoms, before: int) -> bool:
    """Moves a cursor and its anchor out of any atom, on in the direction it moved; returns whether it did.

    `before` is where it was.
    """
    document, position, anchor = cursor.document(), cursor.position(), cursor.anchor()
    inside = atoms.around(document, position)
    held = atoms.around(document, anchor) if anchor != position else None
    if inside is None and held is None:
        return False
    if held is not None:
        anchor = held.start if anchor < position else held.end
    if inside is not None:
        forward = position > before if before != position else position - inside.start > inside.end - position
        forward = position > anchor if cursor.hasSelection() and held is not None else forward
        position = inside.end if forward else inside.start
    if not cursor.hasSelection():
        anchor = position
    cursor.setPosition(anchor)
    cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
    return True
