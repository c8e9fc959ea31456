"""Small tables: making one, going through it, its rows and columns."""

from collections.abc import Callable

from PySide6.QtGui import QTextTable

from composer.gui.editor.document_reader import Cell, extent_around, table_at
from composer.gui.editor.formatting import Formatting
from composer.gui.editor.positions import line_position, set_cursor
from composer.work.writing import line_changes
from composer.work.writing.lines import Line, Lines, TableLine

Change = Callable[[TableLine, Cell], TableLine | None]


class Tables:
    """Works on the table at the cursor."""

    def __init__(self, formatting: Formatting) -> None:
        self.formatting = formatting
        self.page = formatting.page
        self.writing = formatting.writing

    def insert(self) -> None:
        """An empty table behind the line of the cursor, or in its place when that is empty."""

        def change(lines: Lines, first: int, last: int) -> Lines:
            line = lines[last] if lines else Line()
            keep = last + 1 if isinstance(line, TableLine) or line.row else last
            return (*lines[:keep], line_changes.new_table(), *lines[last + 1 :])

        found = self.formatting.chosen()
        self.formatting.reshape(change, "tabel invoegen")
        if found is not None:
            self._into_table(found[3])

    def _into_table(self, near: int) -> None:
        extent = extent_around(self.page.textCursor().block())
        lines = self.writing.reader.lines(extent)
        at = next((n for n in range(near, len(lines)) if isinstance(lines[n], TableLine)), None)
        if at is not None:
            set_cursor(self.page, line_position(self.writing.document, extent, at, Cell(0, 0)))

    def at_cursor(self) -> tuple[QTextTable, Cell] | None:
        """The table at the cursor and the cell that it is in."""
        cursor = self.page.textCursor()
        table = table_at(cursor.block())
        if table is None:
            return None
        cell = table.cellAt(cursor)
        return table, Cell(cell.row(), cell.column())

    def change(self, change: Change, words: str, down: int = 0, right: int = 0) -> None:
        """Another table in the place of the one at the cursor, which goes so many cells down and to the right."""
        found, chosen = self.at_cursor(), self.formatting.chosen()
        if found is None or chosen is None:
            return
        cell, at = found[1], chosen[2]
        extent = chosen[1]
        lines = self.writing.reader.lines(extent)
        line = lines[at]
        assert isinstance(line, TableLine)
        changed = change(line, cell)
        self.writing.rewrite(chosen[0].key, line_changes.with_table(lines, at, changed), words)
        extent = extent_around(self.writing.document.findBlockByNumber(extent.first))
        target = Cell(max(cell.row + down, 0), max(cell.column + right, 0))
        set_cursor(self.page, line_position(self.writing.document, extent, at, target))

    def next_cell(self, *, forward: bool) -> None:
        found = self.at_cursor()
        if found is None:
            return
        table, cell = found
        at = cell.row * table.columns() + cell.column + (1 if forward else -1)
        if at >= table.rows() * table.columns():
            self.add_row(right=-cell.column)
        elif at >= 0:
            self._go_to(table, Cell(at // table.columns(), at % table.columns()))

    def next_row(self) -> None:
        """Enter goes down a row, and makes one below the last."""
        found = self.at_cursor()
        if found is None:
            return
        table, cell = found
        if cell.row + 1 < table.rows():
            self._go_to(table, Cell(cell.row + 1, cell.column))
        else:
            self.add_row()

    def _go_to(self, table: QTextTable, cell: Cell) -> None:
        set_cursor(self.page, table.cellAt(cell.row, cell.column).lastPosition())

    def add_row(self, right: int = 0) -> None:
        self.change(lambda table, cell: line_changes.with_row(table, cell.row), "rij toevoegen", 1, right)

    def remove_row(self) -> None:
        self.change(lambda table, cell: line_changes.without_row(table, cell.row), "rij verwijderen")

    def add_column(self) -> None:
        self.change(lambda table, cell: line_changes.with_column(table, cell.column), "kolom toevoegen", 0, 1)

    def remove_column(self) -> None:
        self.change(lambda table, cell: line_changes.without_column(table, cell.column), "kolom verwijderen")

    def remove(self) -> None:
        self.change(lambda table, cell: None, "tabel verwijderen")
