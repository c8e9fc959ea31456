"""The commands over the small library, in this process."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from composer.cli.commands import run
from tests.libraries import Shelf


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left: its exit code and what it wrote."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def command(installed: Shelf, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Carries out `raadsbrief` with these arguments; paths may be given as they are."""
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)

    def ran(*arguments: object) -> Ran:
        try:
            code = run([str(argument) for argument in arguments], lambda _: 77)
        except SystemExit as ended:
            code = int(ended.code or 0)
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return ran


LETTER = """\
formaat: 1
id: proef
sjabloon: brief
gemeente: GM0001
datum: 2024-12-20
velden: {portefeuillehouder: C. Bakker}
secties:
  aanleiding:
  - {id: a1, tekstblok: alv-aangenomen}
"""


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A letter in whose way nothing stands."""
    path = tmp_path / "brief.raadsbrief"
    path.write_text(LETTER, encoding="utf-8")
    return path


@pytest.fixture
def unfinished(tmp_path: Path) -> Path:
    """A letter with a gap and an empty section."""
    path = tmp_path / "onaf.raadsbrief"
    path.write_text("sjabloon: brief\ngemeente: GM0003\ndatum: 2024-12-20\n", encoding="utf-8")
    return path
