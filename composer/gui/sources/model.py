"""The facts that the letter cites, by their notes."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from composer.gui.row_model import SPOKEN, TITLE, TOOLTIP, RowModel
from composer.work.writing.cited import Cited


class SourceModel(RowModel[Cited]):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            parent, {TITLE: lambda cited: cited.title, TOOLTIP: lambda cited: cited.fact.statement, SPOKEN: _read_out}
        )

    def show(self, rows: Sequence[Cited]) -> None:
        """Other facts; what stays the same is not drawn anew."""
        if rows != self._rows:
            super().show(rows)


def _read_out(cited: Cited) -> str:
    note = f"Noot {cited.note}" if cited.note else "Zonder noot"
    return f"{note}. {cited.title}. {cited.origin}. {cited.fact.statement} {cited.verdict}"
