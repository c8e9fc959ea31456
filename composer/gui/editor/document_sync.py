"""Two-way synchronisation of the text document and the letter."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

from composer.domain.errors import ComposerError
from composer.domain.letter import Letter
from composer.gui.editor.document_reader import DocumentReader, Extent, blocks, extent_around, extents, part_key
from composer.gui.editor.formats import FormatProperty, TextFormats
from composer.gui.editor.positions import keeping_place
from composer.gui.editor.typesetting import Typesetter, reads_otherwise
from composer.gui.session import Session
from composer.gui.timing import single_shot
from composer.work.writing import editing
from composer.work.writing.letter_view import Blank, LetterView, Part, source_of
from composer.work.writing.letter_view_builder import LetterViewBuilder
from composer.work.writing.lines import EMPTY, Lines, cites, normalised

TYPING = "tekst wijzigen"


class DocumentSync(QObject):
    """Synchronises the document with the session's letter; the only writer of parts, which it has in `parts` by key."""

    laid_out = Signal()
    """Parts were written into the document, or the letter's header changed."""
    told = Signal()
    """What the writer did has reached the letter."""
    hindered = Signal(str)
    """Something could not be done; the reason in Dutch."""

    def __init__(self, session: Session, look: TextFormats, view: QTextEdit) -> None:
        super().__init__(view)
        self.session = session
        self.view = view
        self.document = view.document()
        self.typesetter = Typesetter(self.document, look)
        self.atoms = self.typesetter.atoms
        self.reader = DocumentReader(self.document, self.atoms)
        self.sheets = LetterViewBuilder(session.rendering)
        self.sheet: LetterView | None = None
        self.parts: dict[str, Part] = {}
        self.blank: Blank | None = None
        self._dirty: set[str] = set()
        self._busy = 0
        self._run = 0
        self._lines = 0
        self.document.contentsChange.connect(self._note)
        self._later = single_shot(self, 0, self.flush)
        for needed in (session, self.document):
            needed.destroyed.connect(self._later.stop)

    @property
    def letter(self) -> Letter:
        assert self.session.letter is not None
        return self.session.letter

    @contextmanager
    def busy(self) -> Generator[None]:
        """A context in which changes of the document do not count as typing."""
        self._busy += 1
        try:
            yield
        finally:
            self._busy -= 1

    @property
    def working(self) -> bool:
        return self._busy > 0

    def _note(self, position: int, removed: int, added: int) -> None:
        """Remembers which parts were typed in."""
        if self._busy:
            return
        block = self.document.findBlock(position)
        self._dirty.add(part_key(block))
        self._later.start()
        while (block := block.next()).isValid() and block.position() < position + added:
            self._dirty.add(part_key(block))

    def new_run(self) -> None:
        """Starts a new undo step for what is typed next."""
        self._run += 1

    def flush(self, words: str = TYPING) -> None:
        """Writes what was typed into the letter; only the parts that were typed in are read."""
        self._later.stop()
        keys, self._dirty = self._dirty, set[str]()
        pieces = sorted(key for key in keys if key in self.parts and self.parts[key].kind in ("stuk", "leeg"))
        if not (self._whole() and all(self._intact(key) for key in keys.difference(pieces))):
            self.session.review_now()
            self.rebuild()
            return
        letter = self.letter
        for key in pieces:
            letter = self._taken(letter, key)
        self._commit(letter, words, f"schrijven:{self._run}")

    def _whole(self) -> bool:
        """Whether all parts are still there; looked at only when there are fewer lines than before."""
        before, self._lines = self._lines, self.document.blockCount()
        return self._lines >= before or list(extents(self.document)) == list(self.parts)

    def _intact(self, key: str) -> bool:
        """Whether words that are not the writer's still stand as they did; if not, everything is put back as it was."""
        where = extents(self.document)
        return key in self.parts and key in where and self.reader.lines(where[key]) == self.parts[key].lines

    def _commit(self, letter: Letter, words: str, merge: str | None = None) -> None:
        with self.busy():
            self.session.change(letter, words, merge)
        self.told.emit()

    def change(self, letter: Letter, words: str, merge: str | None = None) -> None:
        """Changes the letter and shows it at once."""
        self.new_run()
        self._commit(letter, words, merge)
        self.session.review_now()

    def _taken(self, letter: Letter, key: str) -> Letter:
        """The letter with the present text of a part."""
        part, extent = self.parts[key], self.extent(key)
        self._fill_out(part, extent)
        lines = self.reader.lines(extent)
        try:
            return self._told(letter, part, extent, lines)
        except ComposerError as error:
            self.hindered.emit(str(error))
            self.put_back(key)
            return letter

    def _fill_out(self, part: Part, extent: Extent) -> None:
        """Lines beside a table that have got words are lines like others."""
        for block in blocks(self.document, extent):
            if block.length() > 1:
                self.open_up(block, part)

    def open_up(self, block: QTextBlock, part: Part) -> None:
        """Makes an ordinary line of one that only stands beside a table."""
        if block.blockFormat().boolProperty(FormatProperty.FILLER):
            with self.busy():
                QTextCursor(block).setBlockFormat(self.typesetter.look.block(part, EMPTY, first=False))

    def _told(self, letter: Letter, part: Part, extent: Extent, lines: Lines) -> Letter:
        words = normalised(lines)
        if part.kind == "leeg":
            if not words:
                return letter
            letter, name = editing.insert_own_text(letter, part.section, self.blank_after(part), lines)
            self._became(part, extent, Part(f"stuk:{name}", "stuk", part.section, name, words, "eigen", "Eigen tekst"))
            return letter
        original = self.original(part) if words else None
        changed = editing.with_lines(letter, part.piece, words, original)
        if (piece := changed.piece(part.piece)) is None:
            self.blank = Blank(part.section, editing.piece_before(letter, part.section, part.piece))
            self._became(part, extent, Part(self.blank.key, "leeg", part.section, lines=lines))
        else:
            numbers = self.reader.numbers(extent) if part.numbers or cites(words) else ()
            self.parts[part.key] = replace(part, lines=words, source=source_of(piece), numbers=numbers)
        return changed

    def blank_after(self, part: Part) -> str:
        """The piece that an empty place stands behind, "" when it is the first of its section."""
        return part.key.rpartition(":")[2]

    def _became(self, part: Part, extent: Extent, other: Part) -> None:
        """Assigns the blocks of a part to another part."""
        if self.blank and part.key == self.blank.key:
            self.blank = None
        with self.busy():
            for block in blocks(self.document, extent):
                memo = block.blockFormat()
                memo.setProperty(FormatProperty.PART, other.key)
                QTextCursor(block).setBlockFormat(memo)
        self.parts = {
            (other.key if key == part.key else key): (other if key == part.key else p) for key, p in self.parts.items()
        }

    def original(self, part: Part) -> Lines | None:
        """How the passage of a piece reads in this letter, settled; None for the writer's own words."""
        piece = self.letter.piece(part.piece)
        snippet = self.session.rendering.snippets.get(piece.snippet) if piece and piece.snippet else None
        if snippet is None or self.session.review is None:
            return None
        return self.sheets.lines(snippet.text, self.session.review.assembly)

    def extent(self, key: str) -> Extent:
        """Where a part stands; that of the cursor is found without looking through the letter."""
        here = self.view.textCursor().block()
        return extent_around(here) if part_key(here) == key else extents(self.document)[key]

    def part_at(self, block: QTextBlock) -> Part | None:
        return self.parts.get(part_key(block))

    def rewrite(self, key: str, lines: Lines, words: str) -> None:
        """Other lines for a piece or an empty place, as formatting makes them; the cursor keeps its place in the part."""
        part, extent = self.parts[key], self.extent(key)
        numbers = self.reader.numbers(extent)
        self.new_run()
        with keeping_place(self.view), self.busy():
            self.typesetter.replace(extent.first, extent.last, [replace(part, lines=lines, numbers=numbers)])
        self._dirty.add(key)
        self.flush(words)
        self.new_run()

    def put_back(self, key: str) -> None:
        """Restores a part as it was before typing."""
        extent = self.extent(key)
        with keeping_place(self.view), self.busy():
            self.typesetter.replace(extent.first, extent.last, [self.parts[key]])

    def refresh(self, *, keep_blank: bool = False) -> None:
        """Updates the document to the session's review; only parts that differ are rewritten."""
        review = self.session.review
        if review is None:
            return
        if self.blank and not keep_blank and part_key(self.view.textCursor().block()) != self.blank.key:
            self.blank = None
        if self.sheets.library is not self.session.rendering:
            self.sheets = LetterViewBuilder(self.session.rendering)
        self.sheet = self.sheets.sheet(review, self.blank)
        shown = tuple(self.parts.values())
        if reads_otherwise(shown, self.sheet.parts):
            with keeping_place(self.view), self.busy():
                self.typesetter.lay_out(shown, self.sheet.parts)
        self.parts = {part.key: part for part in self.sheet.parts}
        self._lines = self.document.blockCount()
        self.laid_out.emit()

    def rebuild(self) -> None:
        """Rewrites the whole document, as for another letter or theme."""
        self._dirty.clear()
        self.parts = {}
        self.refresh()
