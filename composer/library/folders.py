"""Folders of content as layers."""

import gc
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

MAX_FILES = 20_000
LISTS = (
    "onderwerpen.yaml",
    "sporen.yaml",
    "begrippen.yaml",
    "profielvelden.yaml",
    "bronnen/*.yaml",
    "feiten/*.yaml",
    "gemeenten/*.yaml",
    "regios/*.yaml",
)
"""Records in the order in which they are read, below the records of a layer."""
TEXTS = ("snippets/*/*.md", "templates/*.md")
"""Below the folder of a layer."""
HOUSE_STYLES = "huisstijlen/*"


@dataclass(frozen=True, slots=True)
class Layer:
    """A folder of content; in the shipped one the records stand under resources/."""

    folder: Path
    shipped: bool = False

    @property
    def records(self) -> Path:
        return self.folder / "resources" if self.shipped else self.folder

    def files(self, pattern: str) -> list[Path]:
        """The records that match, in the order of their names; hidden ones left out."""
        return _matching(self.records, pattern)

    def texts(self, pattern: str) -> list[Path]:
        return _matching(self.folder, pattern)


def _matching(folder: Path, pattern: str) -> list[Path]:
    found = [path for path in folder.glob(pattern) if not path.name.startswith((".", "~"))]
    return sorted(found)[:MAX_FILES]


def layers_of(shipped: Path | None, folders: Iterable[Path]) -> tuple[Layer, ...]:
    """The shipped layer first."""
    layers = [Layer(shipped, shipped=True)] if shipped else []
    return (*layers, *(Layer(folder) for folder in folders))


@contextmanager
def gc_paused() -> Generator[None]:
    """A context in which the garbage collector is off, for building many objects that all stay alive."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
