"""The index of a library, made beside the window; who searches before it is there waits for it."""

from threading import Thread

from composer.library.library import Library
from composer.library.search import Index, index


class BackgroundIndex:
    """Of one library at a time."""

    def __init__(self) -> None:
        self._library: Library | None = None
        self._index: Index | None = None
        self._thread: Thread | None = None

    def begin(self, library: Library) -> bool:
        """Starts on another library; False when it is the one at hand already."""
        if library is self._library:
            return False
        self.end()
        self._library, self._index = library, None
        self._thread = Thread(target=self._make, args=(library,), daemon=True)
        self._thread.start()
        return True

    def _make(self, library: Library) -> None:
        made = index(library)
        if library is self._library:
            self._index = made

    def get(self) -> Index:
        """The index, once it is there."""
        self.end()
        assert self._library is not None
        if self._index is None:
            self._index = index(self._library)
        return self._index

    def end(self) -> None:
        """Waits for what is being made."""
        if self._thread is not None:
            self._thread.join()
            self._thread = None
