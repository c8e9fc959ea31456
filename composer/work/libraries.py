"""The library that a user works with: the shipped content and the user's layers, with all their mistakes."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from composer.domain.errors import ComposerError
from composer.domain.snippet import Snippet
from composer.domain.time import Standing
from composer.library.cache import run_to_end
from composer.library.library import Library
from composer.work.library_loader import LibraryLoader


def open_library(folders: Iterable[Path] = ()) -> Library:
    """The shipped content, over it the organisation's layers and those in `folders`.

    `problems` holds every mistake and broken reference.
    """
    return run_to_end(LibraryLoader(folders).load_steps())


def require_folders(folders: Iterable[Path]) -> None:
    """Raises ComposerError for a named folder that does not exist; one in the settings may be unreachable for a while."""
    for folder in folders:
        if not folder.is_dir():
            raise ComposerError("deze map bestaat niet; noem de map van een bibliotheek", folder)


def standing(snippet: Snippet, library: Library, day: date) -> Standing:
    """Whether a passage may be used on `day`, by the facts that it cites; facts of a series count as their series does."""
    cited = [name for known in snippet.cited() for name in _facts(known, library)]
    return library.chronology.passage_standing(cited, _all(snippet.retrospect, library), day)


def _all(names: Iterable[str], library: Library) -> Iterable[str]:
    return [name for known in names for name in _facts(known, library)]


def _facts(name: str, library: Library) -> list[str]:
    """The id of a fact, or of one fact of a series, which all have the same validity."""
    if name not in library.series:
        return [name]
    series = library.series[name]
    return [known for key in series.rows if (known := series.fact_id(key)) in library.facts][:1]
