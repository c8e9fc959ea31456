"""House styles that are used again and again: read once, and anew as soon as a file is another."""

import gc
import shutil
import weakref
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from composer import paths
from composer.domain.document import Document
from composer.domain.errors import ComposerError
from composer.export.house_style import HouseStyle, load_house_style
from composer.export.pdf import page_setup
from composer.library.library import Library
from composer.work.documents import files
from composer.work.documents.files import HouseStyles, render_document
from tests.export.documents import letter

NEUTRAL = paths.resources() / "huisstijlen" / "neutraal"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(NEUTRAL, tmp_path / "ons-huis"))


@pytest.fixture
def library(folder: Path) -> Library:
    return Library(house_styles={"ons-huis": folder})


@pytest.fixture
def counts(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """How often a house style was read, and its pages were worked out."""
    counted = {"read": 0, "pages": 0}

    def counting(name: str, real: Callable[..., object]) -> Callable[..., object]:
        def count(given: object) -> object:
            counted[name] += 1
            return real(given)

        return count

    monkeypatch.setattr(files, "load_house_style", counting("read", files.load_house_style))
    monkeypatch.setattr(page_setup, "_page_setup", counting("pages", vars(page_setup)["_page_setup"]))
    return counted


def written(styles: HouseStyles, library: Library, suffix: str, document: Document | None = None) -> bytes:
    return render_document(document or letter(), styles.find(library, "ons-huis"), suffix)


def test_it_is_read_once_for_many_documents(library: Library, counts: dict[str, int]) -> None:
    styles = HouseStyles()
    first = [written(styles, library, suffix) for suffix in (".docx", ".pdf")]
    again = [written(styles, replace(library), suffix) for suffix in (".docx", ".pdf")]
    assert first == again
    assert counts == {"read": 1, "pages": 1}


def recoloured(folder: Path) -> None:
    """Gaps in another colour, in a file that is as long."""
    path = folder / "huisstijl.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("FFE9A8", "C00000"), encoding="utf-8")


def rebased(folder: Path) -> None:
    """On a base whose heading styles are larger."""
    base = load_house_style(folder).package
    styles = base.read("word/styles.xml")
    larger = styles.replace(b'<w:sz w:val="24"/>', b'<w:sz w:val="40"/>')
    assert larger != styles
    (folder / "basis.docx").write_bytes(base.with_part("word/styles.xml", larger).to_bytes())


@pytest.mark.parametrize("change", [recoloured, rebased])
def test_another_file_is_used_at_once(library: Library, folder: Path, change: Callable[[Path], None]) -> None:
    styles = HouseStyles()
    before = [written(styles, library, suffix) for suffix in (".docx", ".pdf")]
    change(folder)
    after = [written(styles, library, suffix) for suffix in (".docx", ".pdf")]
    assert after == [written(HouseStyles(), library, suffix) for suffix in (".docx", ".pdf")]
    assert before != after


def test_a_style_that_is_gone_is_not_used_any_more(library: Library, folder: Path) -> None:
    styles = HouseStyles()
    styles.find(library, "ons-huis")
    shutil.rmtree(folder)
    with pytest.raises(ComposerError, match="is niet te lezen"):
        styles.find(library, "ons-huis")


def test_of_styles_that_are_gone_nothing_is_kept(library: Library, folder: Path) -> None:
    styles = HouseStyles()
    begun = len(vars(page_setup)["_SETUPS"])
    gone: list[weakref.ref[HouseStyle]] = []
    for _ in range(5):
        written(styles, library, ".pdf")
        gone.append(weakref.ref(styles.find(library, "ons-huis")))
        shutil.copy2(folder / "huisstijl.yaml", folder / "ander.yaml")
        (folder / "ander.yaml").replace(folder / "huisstijl.yaml")
    styles.find(Library(house_styles={"neutraal": NEUTRAL}), "neutraal")
    gc.collect()
    assert [each() for each in gone] == [None] * 5
    assert len(vars(page_setup)["_SETUPS"]) <= begun


def test_threads_write_in_one_style_what_each_writes_alone(library: Library) -> None:
    documents = [letter(draft=draft) for draft in (True, False)] * 10
    alone = [written(HouseStyles(), library, ".docx", each) for each in documents]
    styles = HouseStyles()

    def write(document: Document) -> bytes:
        return written(styles, library, ".docx", document)

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(write, documents)) == alone
