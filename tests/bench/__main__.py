"""Measures everything side by side and writes the table and the picture of the manual: python -m tests.bench [DEEL…]."""

import os
import pickle
import subprocess
import sys
import tempfile
from datetime import date
from importlib import import_module
from pathlib import Path

from composer.domain.dutch import day_in_words
from tests.bench.report import inserted, picture, table
from tests.bench.results import Part

PARTS = ("throughput", "starting", "keys", "finding", "growing")
ROOT = Path(__file__).parents[2]
MANUAL = ROOT / "resources" / "handleiding"
PAGE, PICTURE = MANUAL / "14-snelheid.md", MANUAL / "snelheid.svg"
ONE = "--deel"
UNKEPT = "PYTHONDONTWRITEBYTECODE"
"""With it every start would compile what an installation has compiled once."""


def main(arguments: list[str]) -> int:
    """0 when all parts were measured; each in a process of its own, so that none is in the way of another."""
    if arguments[:1] == [ONE]:
        Path(arguments[2]).write_bytes(pickle.dumps(import_module(f"tests.bench.{arguments[1]}").measure()))
        return 0
    wanted = arguments or list(PARTS)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        measured = [part for name in wanted if (part := _measured(name, Path(folder)))]
    made = table(measured, day_in_words(date.today()))
    print(made)
    if wanted == list(PARTS) and len(measured) == len(PARTS):
        PAGE.write_text(inserted(PAGE.read_text(encoding="utf-8"), made), encoding="utf-8")
        PICTURE.write_text(picture(measured[0]), encoding="utf-8")
    return 0 if len(measured) == len(wanted) else 1


def _measured(name: str, folder: Path) -> Part | None:
    print(f"{name}…", file=sys.stderr, flush=True)
    kept = folder / f"{name}.deel"
    own = {
        **{setting: value for setting, value in os.environ.items() if setting != UNKEPT},
        "PYTHONPATH": str(ROOT),
        "RAADSBRIEF_MAP": str(folder / "gebruiker"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    ran = subprocess.run([sys.executable, "-m", "tests.bench", ONE, name, str(kept)], env=own, cwd=ROOT, check=False)
    return pickle.loads(kept.read_bytes()) if ran.returncode == 0 else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
