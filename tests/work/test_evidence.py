"""The place in a source that a fact rests on, with its words marked, and a source's file attached."""

from pathlib import Path

import pytest

from composer.domain.errors import ComposerError
from composer.library.library import Library
from composer.work.following.evidence import attach, shown
from tests.libraries import source_texts


def test_the_words_are_marked_where_they_stand(library: Library, tmp_path: Path) -> None:
    [found] = shown(library.facts["alv-nam-aan"], library, [source_texts(tmp_path / "bronnen")])
    assert found.verified.outcome == "gevonden"
    assert {found.text[start:end] for start, end in found.marked} == {"29 november 2024", "93%", "resolutie"}


def test_without_the_file_it_says_so(library: Library, tmp_path: Path) -> None:
    [found] = shown(library.facts["alv-nam-aan"], library, [tmp_path])
    assert (found.verified.outcome, found.path, found.text) == ("niet-onderzocht", None, "")


def test_a_file_that_says_something_else_counts_for_nothing(library: Library, tmp_path: Path) -> None:
    folder = source_texts(tmp_path / "bronnen")
    path = folder / "verslag.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("93%", "39%"), encoding="utf-8")
    [found] = shown(library.facts["alv-nam-aan"], library, [folder])
    assert (found.verified.outcome, found.verified.missing) == ("niet-gevonden", ("voor",))


def test_an_attached_file_is_found_again(library: Library, tmp_path: Path) -> None:
    source = library.sources["vws-bericht-2024"]
    file = tmp_path / "zomaar.txt"
    file.write_text("De SPUK blijft.", encoding="utf-8")
    assert attach(source, file, tmp_path / "laag") == tmp_path / "laag" / "bronnen" / "vws-bericht-2024.txt"
    [found] = shown(library.facts["bijdrage-2025-gm0001"], library, [tmp_path / "laag" / "bronnen"])
    assert found.path is not None


def test_a_file_of_another_kind_is_refused(library: Library, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK")
    with pytest.raises(ComposerError, match="kies een bestand dat eindigt op"):
        attach(library.sources["vws-bericht-2024"], tmp_path / "a.xlsx", tmp_path / "laag")
