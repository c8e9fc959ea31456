"""House styles: the neutral one, variants of it with other notes, and those of organisations."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from composer import paths
from composer.export.house_style import HouseStyle, load_house_style
from composer.export.house_styles.inspection import proposed
from composer.work.documents import house_styles
from tests.export.houses import HOUSES, KEPT, SUFFIXES

NEUTRAL = paths.resources() / "huisstijlen" / "neutraal"


@pytest.fixture(scope="session")
def neutral() -> HouseStyle:
    return load_house_style(NEUTRAL)


@pytest.fixture
def with_settings(tmp_path: Path) -> Callable[[str, str], HouseStyle]:
    """The neutral house style with words of its huisstijl.yaml replaced."""

    def changed(old: str, new: str) -> HouseStyle:
        folder = tmp_path / "huisstijl"
        shutil.copytree(NEUTRAL, folder)
        path = folder / "huisstijl.yaml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        return load_house_style(folder)

    return changed


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The file of each organisation."""
    folder = tmp_path_factory.mktemp("sjablonen")
    made = {kind: folder / f"{kind}{SUFFIXES.get(kind, '.docx')}" for kind in HOUSES}
    for kind, path in made.items():
        path.write_bytes(HOUSES[kind]())
    return made


@pytest.fixture(scope="session")
def adopted(templates: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, HouseStyle]:
    """Each as a house style, with its own text around the letter where it has some to keep."""
    layer = tmp_path_factory.mktemp("laag")
    styles: dict[str, HouseStyle] = {}
    for kind, path in templates.items():
        inspection = house_styles.inspect(path)
        choices = replace(proposed(inspection), keep_text=kind in KEPT)
        styles[kind] = load_house_style(house_styles.adopt(inspection, choices, layer, kind.replace("_", "-")))
    return styles
