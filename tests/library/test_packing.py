"""A library as one file: it comes out as it went in, and whatever no honest one has is refused with its reason."""

import io
import stat
import time
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.domain.errors import ComposerError
from composer.domain.revision import Item
from composer.library import packing
from composer.library.layers import Layer
from composer.library.packing import MANIFEST, pack, unpacked
from composer.library.writing import ChangeNote, act
from composer.library.yaml import write_yaml
from tests.libraries import Shelf

TEXT = "---\nid: blok\ntitel: Blok\nonderwerp: spuk\n---\nTekst.\n"


@pytest.fixture
def packed(layer: Shelf, tmp_path: Path) -> Path:
    layer.write("snippets/spuk/blok.md", TEXT)
    layer.write("feiten/spuk.yaml", "- id: een\n")
    layer.write("bronnen/stuk.pdf", b"%PDF-1.7")
    act(Layer(layer.folder), Item("tekstblokken", "blok"), ChangeNote("ingetrokken", "K. de Boer"))
    target = tmp_path / "bibliotheek.raadsbibliotheek"
    pack(layer.folder, target)
    return target


def test_everything_comes_out_as_it_went_in(packed: Path, layer: Shelf) -> None:
    contents = unpacked(packed)
    assert all((layer.folder / name).read_bytes() == content for name, content in contents.items())
    assert {name.partition("/")[0] for name in contents} == {"snippets", "feiten", "bronnen", "historie"}


def test_what_is_not_of_the_library_stays_out(layer: Shelf, tmp_path: Path) -> None:
    layer.write("snippets/spuk/blok.md", TEXT)
    for name in (
        ".vergrendeling/x.yaml",
        "snippets/.DS_Store",
        "brief.raadsbrief",
        "snippets/spuk/~$blok.md",
        "bronnen/macro.docm",
    ):
        layer.write(name, "x")
    pack(layer.folder, tmp_path / "a.raadsbibliotheek")
    assert list(unpacked(tmp_path / "a.raadsbibliotheek")) == ["snippets/spuk/blok.md"]


def test_the_same_library_gives_the_same_bytes(packed: Path, layer: Shelf, tmp_path: Path) -> None:
    time.sleep(0.01)
    (layer.folder / "feiten/spuk.yaml").touch()
    pack(layer.folder, tmp_path / "nog-eens.raadsbibliotheek")
    assert (tmp_path / "nog-eens.raadsbibliotheek").read_bytes() == packed.read_bytes()


def test_a_file_that_is_there_is_not_replaced(packed: Path, layer: Shelf) -> None:
    with pytest.raises(ComposerError, match="bestaat al"):
        pack(layer.folder, packed)


@pytest.mark.parametrize("target", ["/etc/passwd", "/etc"])
def test_a_link_in_a_folder_is_refused(layer: Shelf, tmp_path: Path, target: str) -> None:
    layer.write("snippets/spuk/blok.md", TEXT)
    (layer.folder / "snippets/spuk/x.md").symlink_to(target)
    with pytest.raises(ComposerError, match="koppeling"):
        pack(layer.folder, tmp_path / "a.raadsbibliotheek")


def archive(path: Path, *entries: tuple[str | zipfile.ZipInfo, bytes], manifest: object = None) -> Path:
    """A package of these entries with a manifest that fits them, or another one."""
    named = {e.filename if isinstance(e, zipfile.ZipInfo) else e: sha256(c).hexdigest() for e, c in entries}
    content = write_yaml({"formaat": 1, "naam": "x", "bestanden": named} if manifest is None else manifest).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(MANIFEST, content)
        for entry, data in entries:
            file.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return path


NAMES = [
    "../snippets/a.md", "snippets/../../a.md", "/snippets/a.md", "C:/snippets/a.md", "snippets\\spuk\\a.md",
    "snippets/spuk/con.md",
    "snippets/spuk/aux.md", "snippets/spuk/a.md.", "snippets/spuk /a.md", "snippets/spuk/a\u202e.md",
    "snippets/spuk/a\n.md", "snippets//a.md", "./snippets/a.md", "snippets/" + "x" * 200 + ".md", "snippets/a?.md",
    "snippets/e\u0301.md",
    "programma.exe", "snippets/spuk/a.exe", "bronnen/macro.docm", "bronnen/a.lnk", "bronnen/desktop.ini", ".git/config",
    "snippets/.verborgen.md", ".vergrendeling/schrijven.yaml", "onbekend/a.md", "huisstijlen/x/a.svgz", "a/b/c/d/e/f/g/h/i/j.md",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_does_not_belong_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ComposerError, match="geweigerd"):
        unpacked(archive(tmp_path / "a.raadsbibliotheek", (name, b"x")))


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFDIR, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFSOCK])
def test_what_is_no_file_is_refused(tmp_path: Path, kind: int) -> None:
    entry = zipfile.ZipInfo("snippets/spuk/a.md")
    entry.external_attr = (kind | 0o777) << 16
    with pytest.raises(ComposerError, match="koppeling of een map"):
        unpacked(archive(tmp_path / "a.raadsbibliotheek", (entry, b"/etc/passwd")))


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    "names",
    [("bronnen/Stuk.pdf", "bronnen/stuk.pdf"), ("bronnen/a.pdf", "Bronnen/b.pdf"), ("feiten/a.yaml", "feiten/a.yaml")],
)
def test_names_that_windows_cannot_tell_apart_are_refused(tmp_path: Path, names: tuple[str, ...]) -> None:
    with pytest.raises(ComposerError, match="geweigerd"):
        unpacked(archive(tmp_path / "a.raadsbibliotheek", *((name, b"x") for name in names)))


BAD = "beschadigd of geen bibliotheek"
MANIFESTS: list[tuple[object, str]] = [
    ("tekst", BAD), ([], BAD), ({}, "nieuwere versie"), ({"formaat": 2, "bestanden": {}}, "nieuwere versie"),
    ({"formaat": 1, "bestanden": {}}, BAD), ({"formaat": 1, "bestanden": {"feiten/b.yaml": "0" * 64}}, BAD),
    ({"formaat": 1, "bestanden": {"feiten/a.yaml": "0" * 64}}, "onderweg veranderd"),
    ({"formaat": 1, "bestanden": {"feiten/a.yaml": "geen som"}}, BAD), ({"formaat": 1, "vreemd": 1, "bestanden": {}}, BAD),
]  # fmt: skip


@pytest.mark.parametrize(("manifest", "reason"), MANIFESTS)
def test_what_the_list_of_contents_does_not_say_is_refused(tmp_path: Path, manifest: object, reason: str) -> None:
    with pytest.raises(ComposerError, match=reason):
        unpacked(archive(tmp_path / "a.raadsbibliotheek", ("feiten/a.yaml", b"- id: a\n"), manifest=manifest))


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.raadsbibliotheek", ("feiten/a.yaml", b"\0" * 50_000_000))
    started = time.monotonic()
    with pytest.raises(ComposerError, match="buitensporig"):
        unpacked(path)
    assert time.monotonic() - started < 0.5


@pytest.mark.parametrize(("name", "bound"), [("MOST_FILES", 2), ("TOTAL", 1000), ("LARGEST", 50)])
def test_the_bounds_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, bound: int) -> None:
    path = archive(tmp_path / "a.raadsbibliotheek", *((f"feiten/{n}.yaml", b"x" * 400) for n in range(3)))
    monkeypatch.setattr(packing, name, bound)
    with pytest.raises(ComposerError):
        unpacked(path)


def test_a_size_that_the_directory_tells_wrong_is_refused(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.raadsbibliotheek", ("feiten/a.yaml", b"x" * 1000))
    data = path.read_bytes()
    path.write_bytes(data.replace((1000).to_bytes(4, "little"), (100).to_bytes(4, "little")))
    with pytest.raises(ComposerError, match=BAD):
        unpacked(path)


def test_a_file_that_is_encrypted_or_packed_strangely_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.raadsbibliotheek"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as file:
        file.writestr("feiten/a.yaml", b"x")
    with pytest.raises(ComposerError, match="vreemd ingepakt"):
        unpacked(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ComposerError, match="niet te lezen"):
        unpacked(tmp_path / "weg.raadsbibliotheek")


@given(st.binary(max_size=300), st.integers(0, 400), st.integers(0, 255))
def test_any_other_bytes_are_refused_with_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, junk: bytes, at: int, byte: int
) -> None:
    folder = tmp_path_factory.mktemp("rommel")
    good = archive(folder / "goed.raadsbibliotheek", ("feiten/a.yaml", b"- id: a\n")).read_bytes()
    for content in (junk, good[:at] + bytes([byte]) + good[at + 1 :], good[:at], io.BytesIO(good).read() + junk):
        (folder / "a.raadsbibliotheek").write_bytes(content)
        try:
            assert set(unpacked(folder / "a.raadsbibliotheek").values()) == {b"- id: a\n"}
        except ComposerError as error:
            assert error.message
