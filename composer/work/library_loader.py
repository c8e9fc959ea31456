"""Loads the library in two stages: a summary for the home page at once, the records in steps when they are needed."""

from collections.abc import Generator, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from composer import paths
from composer.library.cache import LibraryCache, run_to_end
from composer.library.summary import LibrarySummary, summary_from_json

if TYPE_CHECKING:
    from composer.domain.finding import Problem
    from composer.library.library import Library
    from composer.library.presets import Presets


class LibraryLoader:
    """Loads the shipped content with the organisation's layers and those in `folders` on top."""

    def __init__(self, folders: Iterable[Path] = ()) -> None:
        self._library: Library | None = None
        self._presets = set_by_organisation()
        self._missing: tuple[Problem, ...] = ()
        self._layers = (*self._shared(), *folders)
        self._catalogue = LibraryCache(paths.content(), self._layers, paths.catalogue(), self._read, _seen)

    def _shared(self) -> tuple[Path, ...]:
        if self._presets is None or not self._presets.folders:
            return ()
        from composer.work.organisation import within_reach  # deferred: only where folders are shared

        shared, missing = within_reach(self._presets.folders)
        self._missing = tuple(missing)
        return tuple(shared)

    def summary(self) -> LibrarySummary:
        """The summary from the cache file; without a valid one, by reading the library."""
        try:
            return summary_from_json(self._catalogue.summary)
        except (LookupError, TypeError, ValueError):
            return _seen(run_to_end(self.load_steps()))

    def load_steps(self) -> "Generator[None, None, Library]":
        """A generator that loads in steps and returns the library, with every mistake in its `problems`."""
        if self._library is None:
            library = yield from self._catalogue.load_steps()
            self._library = self._completed(library)
        return self._library

    def _completed(self, library: "Library") -> "Library":
        if self._presets is None:
            return library
        from composer.work.organisation import completed  # deferred: only where an organisation has set something

        return completed(library, self._presets, self._missing)

    def _read(self) -> "Library":
        from composer.work.organisation import read_layers  # deferred: only when the catalogue does not hold

        return read_layers(self._layers)


def _seen(library: "Library") -> LibrarySummary:
    from composer.work.overview import front_of  # deferred, as above

    return front_of(library)


def set_by_organisation() -> "Presets | None":
    """The organisation's presets; None when there is no such file."""
    if not paths.presets().is_file():
        return None
    from composer.work.organisation import organisation  # deferred: most have none

    return organisation()
