"""Imports run one way: the contract holds for the program as it is, and is broken by each import that it forbids."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.libraries import ROOT

CHECK = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"


def checked(folder: Path) -> subprocess.CompletedProcess[str]:
    """The contract of the project file in a folder, held against the composer there."""
    return subprocess.run(
        [sys.executable, "-c", CHECK], cwd=folder, env={**os.environ, "PYTHONPATH": str(folder)}, capture_output=True,
        text=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The program and its project file in a folder of their own."""
    shutil.copytree(ROOT / "composer", tmp_path / "composer", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_contract_holds() -> None:
    ran = checked(ROOT)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "0 broken" in ran.stdout


FORBIDDEN = [
    ("domain/time.py", "import composer.library.library"),
    ("domain/time.py", "import jinja2"),
    ("domain/time.py", "import PySide6.QtCore"),
    ("library/library.py", "import composer.gui"),
    ("library/library.py", "import composer.assemble.letter"),
    ("assemble/letter.py", "import composer.check.checking"),
    ("assemble/letter.py", "import composer.work.letters"),
    ("check/checking.py", "import composer.export.to_docx"),
    ("export/to_docx.py", "import composer.check.checking"),
    ("intake/verification.py", "import composer.export.to_docx"),
    ("work/letters.py", "import composer.cli.commands"),
    ("work/letters.py", "import PySide6.QtCore"),
    ("cli/commands.py", "import PySide6.QtWidgets"),
    ("cli/commands.py", "import composer.gui"),
    ("gui/__init__.py", "import composer.cli.commands"),
    ("ooxml/package.py", "import composer.domain.document"),
    ("ooxml/package.py", "import composer.paths"),
    ("domain/time.py", "import composer.ooxml.package"),
    ("library/library.py", "import composer.ooxml.package"),
    ("check/checking.py", "import composer.ooxml.package"),
    ("paths.py", "import composer.domain.errors"),
    ("work/letters.py", "import composer.app"),
    ("work/letters.py", "import composer.ooxml.package"),
    ("__main__.py", "import PySide6.QtCore"),
]


@pytest.mark.parametrize(("module", "line"), FORBIDDEN, ids=[f"{module}: {line}" for module, line in FORBIDDEN])
def test_a_forbidden_import_breaks_the_contract(copy: Path, module: str, line: str) -> None:
    path = copy / "composer" / module
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")
    ran = checked(copy)
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert line.removeprefix("import ").split(".")[0] in ran.stdout


def test_a_new_package_must_be_given_its_place(copy: Path) -> None:
    (copy / "composer" / "nieuw").mkdir()
    (copy / "composer" / "nieuw" / "__init__.py").write_text('"""Nergens genoemd."""\n', encoding="utf-8")
    ran = checked(copy)
    assert ran.returncode == 1
    assert "nieuw" in ran.stdout


def test_the_contract_makes_no_exceptions() -> None:
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    for part in contract["contracts"]:
        assert not {"ignore_imports", "exhaustive_ignores", "unmatched_ignore_imports_alerting"} & set(part)
    assert any(part.get("exhaustive") for part in contract["contracts"])
