"""The neutral house style, and variants of it with other notes."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from composer import paths
from composer.export.house_style import HouseStyle, load_house_style

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
