"""Every promise has a test that keeps it, and every test that is named is there."""

import ast
import re
from pathlib import Path

import pytest

from tests.libraries import ROOT

MANUAL, POLICY = ROOT / "resources" / "handleiding" / "12-beloften.md", ROOT / "SECURITY.md"
_TEST = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")
_PROMISE = re.compile(r"^(\d+)\. \*\*", re.MULTILINE)
_ROW = re.compile(r"^\| (\d+) \| `(tests/[^`]+)` \|$", re.MULTILINE)


def functions(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("page", [MANUAL, POLICY], ids=lambda page: page.name)
def test_every_test_that_is_named_is_there(page: Path) -> None:
    named = _TEST.findall(page.read_text(encoding="utf-8"))
    assert len(named) > 10
    assert [path for path, _ in named if not (ROOT / path).is_file()] == []
    assert [f"{path}::{name}" for path, name in named if name and name not in functions(ROOT / path)] == []


def test_every_promise_is_kept_by_a_test() -> None:
    text = MANUAL.read_text(encoding="utf-8")
    promises = [int(number) for number in _PROMISE.findall(text)]
    assert promises == list(range(1, len(promises) + 1)) and len(promises) > 10
    assert [number for number, _ in _ROW.findall(text)] == sorted((n for n, _ in _ROW.findall(text)), key=int)
    assert {int(number) for number, _ in _ROW.findall(text)} == set(promises)
