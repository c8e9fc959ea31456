"""The way into the library: what is seen of it is there at once, its records when they are wanted."""

from collections.abc import Generator, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from composer import paths
from composer.library.catalogue import Catalogue, finished
from composer.library.front import Front, front_from

if TYPE_CHECKING:
    from composer.domain.finding import Problem
    from composer.library.library import Library
    from composer.library.presets import Presets


class Entrance:
    """To the shipped content, over it the organisation's layers and those in `folders`."""

    def __init__(self, folders: Iterable[Path] = ()) -> None:
        self._library: Library | None = None
        self._presets = set_by_organisation()
        self._missing: tuple[Problem, ...] = ()
        self._layers = (*self._shared(), *folders)
        self._catalogue = Catalogue(paths.content(), self._layers, paths.catalogue(), self._read, _seen)

    def _shared(self) -> tuple[Path, ...]:
        if self._presets is None or not self._presets.folders:
            return ()
        from composer.work.organisation import within_reach  # deferred: only where folders are shared

        shared, missing = within_reach(self._presets.folders)
        self._missing = tuple(missing)
        return tuple(shared)

    def front(self) -> Front:
        """From the catalogue, without its records; of what is not there, or has changed since, by reading it."""
        try:
            return front_from(self._catalogue.seen)
        except (LookupError, TypeError, ValueError):
            return _seen(finished(self.opening()))

    def opening(self) -> "Generator[None, None, Library]":
        """Gives the library in the end, with every mistake in its `problems`; in between leaves time for others."""
        if self._library is None:
            library = yield from self._catalogue.opening()
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


def _seen(library: "Library") -> Front:
    from composer.work.overview import front_of  # deferred, as above

    return front_of(library)


def set_by_organisation() -> "Presets | None":
    """What the organisation has set beside the program; None when there is no such file."""
    if not paths.presets().is_file():
        return None
    from composer.work.organisation import organisation  # deferred: most have none

    return organisation()
