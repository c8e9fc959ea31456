"""The manual as the window shows it: its pages in order, searched and found by topic."""

import re
from dataclasses import dataclass
from pathlib import Path

from composer import paths
from composer.library.library import fold


@dataclass(frozen=True, slots=True)
class ManualPage:
    """A page by the name of its file; `text` is Markdown with its pictures beside it."""

    name: str
    title: str
    text: str


def manual_folder() -> Path:
    return paths.resources() / "handleiding"


def manual() -> tuple[ManualPage, ...]:
    """All pages, by the numbers of their names."""
    return tuple(_page(path) for path in sorted(manual_folder().glob("*.md")))


def _page(path: Path) -> ManualPage:
    text = path.read_text("utf-8")
    heading = re.search(r"^# (.+)$", text, re.MULTILINE)
    return ManualPage(path.stem, heading.group(1) if heading else path.stem, text)


def with_words(pages: tuple[ManualPage, ...], words: str) -> tuple[ManualPage, ...]:
    """The pages that have all of the words, those with one in the title first."""
    wanted = fold(words).split()
    found = [page for page in pages if all(word in fold(page.text) for word in wanted)]
    return tuple(sorted(found, key=lambda page: not any(word in fold(page.title) for word in wanted)))


def about(pages: tuple[ManualPage, ...], topic: str) -> ManualPage | None:
    """The page for a topic: the first whose name has it, else the one that mentions it most; None without a manual."""
    named = next((page for page in pages if topic in page.name), None)
    return named or max(pages, key=lambda page: fold(page.text).count(fold(topic)), default=None)
