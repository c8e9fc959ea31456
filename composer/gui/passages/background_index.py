"""The search index of a library, built in a thread; a search before it is ready waits for it."""

from functools import partial

from PySide6.QtCore import QObject

from composer.gui.background import Background
from composer.library.library import Library
from composer.library.search import Index, index


class BackgroundIndex(Background):
    """Builds the index of one library at a time."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._library: Library | None = None
        self._index: Index | None = None

    def begin(self, library: Library) -> bool:
        """Starts indexing a library; returns False when it is the present one."""
        if library is self._library:
            return False
        self._library, self._index = library, None
        self.ask(partial(self._make, library))
        return True

    def _make(self, library: Library) -> None:
        made = index(library)
        if library is self._library:
            self._index = made

    def get(self) -> Index:
        """The index; waits until it is built."""
        assert self._library is not None
        if self._index is None:
            self.wait()
        if self._index is None:
            self._index = index(self._library)
        return self._index
