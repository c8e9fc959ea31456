"""The library kept for the next start: the same while nothing changed, read again as soon as something did."""

import hashlib
import json
import os
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from composer.library import cache
from composer.library.cache import load_cached
from composer.library.chunks import from_chunks
from composer.library.layers import load
from composer.library.library import Library
from tests.libraries import Shelf

Open = Callable[[], tuple[Library, bool]]


@pytest.fixture
def opened(shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens the library of the shelf, and says whether it had to be read."""
    monkeypatch.setattr(cache, "MTIME_MARGIN", -1)

    def open_it() -> tuple[Library, bool]:
        read: list[Library] = []

        def reading() -> Library:
            read.append(load(shelf.folder))
            return read[0]

        return load_cached(shelf.folder, (), tmp_path / "catalogus", reading), bool(read)

    return open_it


def a_passage(shelf: Shelf) -> Path:
    return next(iter(sorted(shelf.folder.glob("snippets/*/*.md"))))


def test_what_did_not_change_is_not_read_again(opened: Open) -> None:
    first, read = opened()
    second, again = opened()
    assert (read, again) == (True, False)
    assert second == first


def change(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace("titel:", "titel: Ander", 1), encoding="utf-8")


def touch(path: Path) -> None:
    """As many bytes, and the time that it had."""
    known = path.stat()
    path.write_bytes(path.read_bytes().swapcase())
    os.utime(path, ns=(known.st_atime_ns, known.st_mtime_ns))


def rename(path: Path) -> None:
    path.rename(path.with_name("anders.md"))


def remove(path: Path) -> None:
    path.unlink()


def add(path: Path) -> None:
    path.with_name("nieuw.md").write_bytes(path.read_bytes())


ON_WINDOWS = pytest.mark.skipif(os.name == "nt", reason="Windows has no time of the last change of any kind")


@pytest.mark.parametrize("doing", [change, pytest.param(touch, marks=ON_WINDOWS), rename, remove, add])
def test_any_change_of_a_file_has_everything_read_again(
    opened: Open, shelf: Shelf, doing: Callable[[Path], None]
) -> None:
    opened()
    doing(a_passage(shelf))
    library, read = opened()
    assert read
    assert library == load(shelf.folder)
    assert not opened()[1]


def test_what_was_written_a_moment_ago_is_not_kept_yet(
    opened: Open, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second change in the same moment could not be told from the first."""
    monkeypatch.setattr(cache, "MTIME_MARGIN", 3_600_000_000_000)
    a_passage(shelf).touch()
    assert [opened()[1], opened()[1]] == [True, True]


def test_another_version_of_the_program_reads_again(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    opened()
    monkeypatch.setattr(cache, "FORMAT_VERSION", 99)
    assert opened()[1]


class Harm:
    def __reduce__(self) -> tuple[Callable[[str], object], tuple[str]]:
        return eval, ("1",)


def calling(module: str, name: str) -> bytes:
    """What pickle has for a call of this with one word, written by hand: a name may lead through other modules."""
    words = (b"\x8c" + bytes([len(word)]) + word.encode() for word in (module, name, "1"))
    return b"\x80\x04" + b"%b%b\x93%b\x85R." % tuple(words)


HARMFUL = {
    "a function": pickle.dumps(("snippets", Harm())),
    "through a module of ours": calling("composer.domain.figures", "re.enum.bltns.eval"),
    "a function of ours": calling("composer.domain.figures", "figures"),
    "a class that ours only use": calling("composer.domain.figures", "Decimal"),
}


@pytest.mark.parametrize("piece", HARMFUL.values(), ids=HARMFUL)
def test_only_what_a_library_consists_of_is_made(piece: bytes, opened: Open, tmp_path: Path, shelf: Shelf) -> None:
    """Even where the sum is right."""
    with pytest.raises(ValueError, match=r"builtins\.eval|composer\.domain\.figures\."):
        list(from_chunks([piece]))
    opened()
    [kept] = (tmp_path / "catalogus").glob("*.catalogus")
    _, head, *_ = kept.read_bytes().split(b"\n", 2)
    pieces = [(len(piece), hashlib.sha256(piece).hexdigest())]
    head = json.dumps({**json.loads(head), cache.PIECES: pieces}).encode() + b"\n"
    kept.write_bytes(hashlib.sha256(head).hexdigest().encode() + b"\n" + head + piece)
    library, read = opened()
    assert read
    assert library == load(shelf.folder)


def test_a_disk_that_takes_nothing_is_no_hindrance(opened: Open, tmp_path: Path) -> None:
    (tmp_path / "catalogus").write_text("een bestand in de plaats van een map", encoding="utf-8")
    assert opened()[1]
