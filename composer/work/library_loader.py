"""The way into the library: what is seen of it is there at once, its records when they are wanted."""

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
    """To the shipped content, over it the organisation's layers and those in `folders`."""

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
        """From the catalogue, without its records; of what is not there, or has changed since, by reading it."""
        try:
            return summary_from_json(self._catalogue.summary)
        except (LookupError, TypeError, ValueError):
            return _seen(run_to_end(self.load_steps()))

    def load_steps(self) -> "Generator[None, None, Library]":
        """Gives the library in the end, with every mistake in its `problems`; in between leaves time for others."""
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
    """What the organisation has set beside the program; None when there is no such file."""
    if not paths.presets().is_file():
        return None
    from composer.work.organisation import organisation  # deferred: most have none

    return organisation()
