"""The manual and the README say what is true of files and commands."""

import re
from pathlib import Path

import pytest

from composer.cli.commands import COMMANDS
from tests.libraries import ROOT

PAGES = [*sorted((ROOT / "resources" / "handleiding").glob("*.md")), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
LINK = re.compile(r"\]\(([^)#]+?)(?:#[^)]*)?\)")
PICTURE = re.compile(r"!\[([^\]]*)\]")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_links_to_is_there(page: Path) -> None:
    targets = (target for target in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in target)
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_picture_says_what_is_on_it(page: Path) -> None:
    assert all(len(words.split()) > 2 for words in PICTURE.findall(page.read_text(encoding="utf-8")))


def test_the_manual_has_a_page_with_one_title_for_each_number() -> None:
    pages = [page for page in PAGES if page.parent.name == "handleiding"]
    assert [int(page.name[:2]) for page in pages] == list(range(1, len(pages) + 1))
    assert all(page.read_text(encoding="utf-8").startswith("# ") for page in pages)


def test_every_command_is_explained() -> None:
    told = (ROOT / "resources" / "handleiding" / "11-opdrachten.md").read_text(encoding="utf-8")
    assert [command for command in COMMANDS if f"`raadsbrief {command}" not in told] == []
