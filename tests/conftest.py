"""The small library, once to read from and anew to change; all tests run without a network."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from composer import paths
from composer.library.library import Library
from tests.libraries import Shelf, small_library
from tests.safe.network import forbid
from tests.screens import without_plugin, without_window

sys.addaudithook(forbid)
settings.register_profile("raadsbrief", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
settings.load_profile("raadsbrief")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--lang", action="store_true", help="de lange vorm van de proeven in tests/safe: uren werk, in minuten"
    )


def pytest_plugin_registered(plugin: object, plugin_name: str, manager: pytest.PytestPluginManager) -> None:
    without_plugin(plugin_name, plugin, manager)


def pytest_collect_directory(path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    return without_window(path, parent)


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    return without_window(module_path, parent)


@pytest.fixture(scope="session", autouse=True)
def own_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The user's own folder is one of the tests', unless a test names another."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("gebruiker")
        patch.setenv("RAADSBRIEF_MAP", str(folder))
        yield folder


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Only to read."""
    return small_library(tmp_path_factory.mktemp("bibliotheek") / "inhoud").load()


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """The files of a small library, for one test to change."""
    return small_library(tmp_path / "inhoud")


@pytest.fixture
def layer(tmp_path: Path) -> Shelf:
    """An empty folder of the user's own."""
    folder = tmp_path / "laag"
    folder.mkdir()
    return Shelf(folder)


@pytest.fixture
def installed(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shelf]:
    """The small library as the content that the program comes with."""
    monkeypatch.setattr(paths, "content", lambda: shelf.folder)
    yield shelf
