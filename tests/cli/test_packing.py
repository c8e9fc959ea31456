"""`bibliotheek pak in` and `pak uit` as users run them."""

from pathlib import Path

import pytest

from composer import paths
from composer.cli.commands import run
from composer.library.file_list import library_files
from composer.work.editorial.sharing import share
from tests.libraries import Shelf

TEXT = "---\nid: blok\ntitel: Blok\nonderwerp: spuk\n---\nDe SPUK {}.\n"


def pack(*arguments: str | Path) -> int:
    return run(["bibliotheek", "pak", *(str(argument) for argument in arguments)], lambda _: 0)


@pytest.fixture
def packed(layer: Shelf, tmp_path: Path) -> Path:
    layer.write("snippets/spuk/blok.md", TEXT.format("blijft"))
    target = tmp_path / "b.raadsbibliotheek"
    assert pack("in", layer.folder, "-o", target) == 0
    return target


def test_in_and_out(packed: Path, layer: Shelf, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert pack("uit", packed, "-o", tmp_path / "nieuw") == 0
    assert [path.read_bytes() for path in library_files(tmp_path / "nieuw").values()] == [
        path.read_bytes() for path in library_files(layer.folder).values()
    ]
    assert "1 nieuw" in capsys.readouterr().out


def test_both_sides_are_shown_and_nothing_is_replaced(
    packed: Path, layer: Shelf, capsys: pytest.CaptureFixture[str]
) -> None:
    path = layer.write("snippets/spuk/blok.md", TEXT.format("vervalt"))
    assert pack("uit", packed, "-o", layer.folder) == 1
    assert path.read_text() == TEXT.format("vervalt")
    said = capsys.readouterr().out
    assert "verschil: snippets/spuk/blok.md" in said and "[-vervalt-]{+blijft+}" in said


def test_what_differs_is_taken_over_when_that_is_asked(packed: Path, layer: Shelf) -> None:
    path = layer.write("snippets/spuk/blok.md", TEXT.format("vervalt"))
    assert pack("uit", packed, "-o", layer.folder, "--neem-over", "--naam", "K. de Boer") == 0
    assert path.read_text() == TEXT.format("blijft")
    events = [held.read_text() for held in (layer.folder / "historie/tekstblokken/blok").iterdir()]
    assert any("vervalt" in event for event in events)


def test_work_of_the_road_goes_back_to_the_shared_folder(
    installed: Shelf, layer: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RAADSBRIEF_MAP", str(tmp_path / "gebruiker"))
    presets = tmp_path / "instellingen.ini"
    presets.write_text(f"[bibliotheek]\nmappen = {layer.folder}\n", encoding="utf-8")
    monkeypatch.setattr(paths, "presets", lambda: presets)
    path = layer.write("snippets/spuk/blok.md", TEXT.format("blijft"))

    def update() -> tuple[int, str]:
        return run(["bibliotheek", "bijwerken", "--naam", "K. de Boer"], lambda _: 0), capsys.readouterr().out

    assert update() == (0, "Alles is gelijk.\n")
    layer.folder.rename(tmp_path / "weg")
    code, said = update()
    assert code == 0 and "uw kopie van" in said
    (share(layer.folder).copy / "snippets/spuk/blok.md").write_text(TEXT.format("vervalt"))
    (tmp_path / "weg").rename(layer.folder)
    code, said = update()
    assert code == 0 and "staat weer op de gedeelde map (één bestand)" in said and "vervalt" in path.read_text()
    presets.unlink()
    assert update() == (0, "Er is geen gedeelde map ingesteld.\n")


MISTAKES = [
    (("in", "weg", "-o", "b.raadsbibliotheek"), "niet te lezen"),
    (("in", ".", "-o", "b.zip"), "eindigt op .raadsbibliotheek"),
    (("uit", "weg.raadsbibliotheek", "-o", "x"), "niet te lezen"),
]


@pytest.mark.parametrize(("arguments", "told"), MISTAKES)
def test_what_cannot_be_read_is_one_sentence(
    arguments: tuple[str, ...],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert pack(*arguments) == 2
    said = capsys.readouterr().err
    assert told in said and said.count("\n") == 1
