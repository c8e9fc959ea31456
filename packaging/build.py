"""Builds the folder for laptops and its zip: python packaging/build.py [--map DIST]

The same sources, Python and libraries give the same bytes. Needed are what pyproject.toml names under `package`, and this
project itself (python -m pip install -c constraints.txt -e ".[package]").
"""

import argparse
import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime, time
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import bill_of_materials
import licences
import weights
from parts import ROOT, VERSION

SPECIFICATION = Path(__file__).parent / "raadsbrief.spec"
BESIDE = Path(__file__).parent / "beside"
SUMS = "SHA256SUMS"
SYSTEMS = {"win32": "windows", "linux": "linux", "darwin": "macos"}
MACHINES = {"amd64": "x64", "x86_64": "x64", "aarch64": "arm64", "arm64": "arm64"}
LARGEST = 200_000_000
"""Bytes of the folder."""


def release_date() -> datetime:
    """Noon of the day on which this version is released, so that a build does not depend on the clock."""
    found = re.search(r'releaseDate: "?(\d{4}-\d\d-\d\d)', (ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    assert found is not None
    return datetime.combine(datetime.fromisoformat(found[1]), time(12), tzinfo=UTC)


def archive_name() -> str:
    """raadsbrief-1.0.0-windows-x64.zip"""
    machine = platform.machine().lower()
    return f"raadsbrief-{VERSION}-{SYSTEMS[sys.platform]}-{MACHINES.get(machine, machine)}.zip"


def built(target: Path) -> Path:
    """The folder with the program, as PyInstaller makes it."""
    fixed = {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": str(int(release_date().timestamp()))}
    options = ["--noconfirm", "--log-level", "WARN", "--distpath", str(target), "--workpath", str(target / "werk")]
    command = [sys.executable, "-m", "PyInstaller", *options, str(SPECIFICATION)]
    subprocess.run(command, check=True, env={**os.environ, **fixed})
    shutil.rmtree(target / "werk")
    return target / "raadsbrief"


def completed(program: Path) -> None:
    """Adds what comes beside the program: licences, bill of materials, words for whoever opens the folder, and sums."""
    for file in BESIDE.iterdir():
        shutil.copyfile(file, program / file.name)
    bill_of_materials.write(licences.gather(program), release_date(), program / bill_of_materials.NAME)
    (program / SUMS).write_text(sums(program), encoding="utf-8", newline="\n")


def files(folder: Path) -> list[Path]:
    """In the order of their names, which is the same on every system."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def sums(folder: Path) -> str:
    """The sha256 of every file but the list itself, as `sha256sum --check` reads it."""
    named = ((path.relative_to(folder).as_posix(), path) for path in files(folder))
    return "".join(f"{_sha256(path)}  {name}\n" for name, path in named if name != SUMS)


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def zipped(folder: Path, target: Path, moment: datetime) -> Path:
    """The folder as one file, with fixed order, times and rights."""
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for path in files(folder):
            name = f"{folder.name}/{path.relative_to(folder).as_posix()}"
            entry = ZipInfo(name, moment.timetuple()[:6])
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 3
            entry.external_attr = (0o755 if os.name == "posix" and os.access(path, os.X_OK) else 0o644) << 16
            archive.writestr(entry, path.read_bytes())
    return target


def main() -> int:
    parser = argparse.ArgumentParser(description="Bouwt de map voor laptops en haar zip.")
    parser.add_argument("--map", type=Path, default=ROOT / "dist", help="waar ze komen")
    target: Path = parser.parse_args().map
    program = built(target)
    completed(program)
    archive = zipped(program, target / archive_name(), release_date())
    archive.with_name(f"{archive.name}.sha256").write_text(f"{_sha256(archive)}  {archive.name}\n", newline="\n")
    weighed = weights.weigh(program, archive)
    print(weights.table(weighed))
    whole = sum(weight.folder for weight in weighed.values())
    if whole > LARGEST:
        print(f"De map is te groot: {whole} bytes, en hoogstens {LARGEST} mag.", file=sys.stderr)
    return int(whole > LARGEST)


if __name__ == "__main__":
    sys.exit(main())
