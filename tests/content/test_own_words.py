"""Nothing that is shipped holds a sentence of someone else: no ten words in a row are those of a source.

Names are not anybody's sentences: a title of a document, the name of a body or of a region, an address, and the text of
a fact of soort tekst count as one word each, here and in the source.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from composer.domain.values import TextValue
from composer.library.library import Library
from composer.work.libraries import open_library
from tests.libraries import ROOT

RUN = 10
SOURCES = ROOT.parent / "shared" / "bronnen"
FOLDERS = ("snippets", "templates", "resources", ".github", "packaging", "composer")
SUFFIXES = {".md", ".yaml", ".yml", ".raadsbrief", ".txt", ".cff", ".py"}
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+")
MARKUP = re.compile(r"\[\^[^\]]*\]|\{%.*?%\}", re.DOTALL)
ID = re.compile(r"\b[a-z0-9]+(?:-[a-z0-9]+){2,}\b")
"""The ids of facts and passages, which are no sentences."""
WORD = re.compile(r"\w+")
NAME = "§"

pytestmark = pytest.mark.skipif(not SOURCES.is_dir(), reason="the texts of the sources are not beside this repository")


def content_files() -> list[Path]:
    """What is written for readers: content, and whatever stands at the top."""
    below = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.suffix in SUFFIXES]
    return sorted([*below, *(path for path in ROOT.iterdir() if path.suffix in SUFFIXES)])


@pytest.fixture(scope="module")
def names() -> re.Pattern[str]:
    """Names of more than two words, the longest first."""
    found = sorted({name for name in _names(open_library()) if len(WORD.findall(name)) > 2}, key=len, reverse=True)
    return re.compile("|".join(r"\W+".join(map(re.escape, WORD.findall(name))) for name in found), re.IGNORECASE)


def _names(library: Library) -> Iterator[str]:
    for source in library.sources.values():
        yield from (
            source.title,
            source.title.partition(": ")[2],
            source.publisher,
            source.publisher.partition(" (")[0],
        )
    for term in library.terms.values():
        yield from (term.preferred, *term.wrong)
    for region in library.regions.values():
        yield from (region.name, *region.other_names)
    for fact in library.facts.values():
        yield from (value.value for value in fact.values.values() if isinstance(value, TextValue))
        yield fact.who or ""


def words(text: str, names: re.Pattern[str]) -> list[str]:
    """The words of a text, folded; a name is one."""
    plain = ID.sub(f" {NAME} ", ADDRESS.sub(f" {NAME} ", MARKUP.sub(" ", text)))
    shortened = names.sub(f" {NAME} ", plain)
    return re.findall(rf"\w+|{NAME}", shortened.casefold())


def runs(found: list[str]) -> Iterable[tuple[str, ...]]:
    return (tuple(found[at : at + RUN]) for at in range(len(found) - RUN + 1))


@pytest.fixture(scope="module")
def theirs(names: re.Pattern[str]) -> dict[tuple[str, ...], str]:
    """Every run of words of the sources, with the file it stands in."""
    texts = {path.name: path.read_text(encoding="utf-8", errors="replace") for path in SOURCES.glob("*.txt")}
    return {run: name for name, text in texts.items() for run in runs(words(text, names))}


def test_the_sources_are_there_and_their_own_words_would_be_found(
    names: re.Pattern[str], theirs: dict[tuple[str, ...], str]
) -> None:
    assert len(theirs) > 1_000
    for path in SOURCES.glob("*.txt"):
        text = path.read_text(encoding="utf-8", errors="replace")
        middle = text[len(text) // 2 : len(text) // 2 + 400]
        assert any(run in theirs for run in runs(words(f"Wij schrijven: {middle}", names)))


def test_no_run_of_ten_words_is_that_of_a_source(names: re.Pattern[str], theirs: dict[tuple[str, ...], str]) -> None:
    taken = [
        f"{path.relative_to(ROOT)}: {' '.join(run)} ({theirs[run]})"
        for path in content_files()
        for run in runs(words(path.read_text(encoding="utf-8"), names))
        if run in theirs
    ]
    assert taken == []
