"""Holds the libraries against known vulnerabilities, without a network: python packaging/audit.py [--stuklijst FILE]

Looked at are the lowest versions that pyproject.toml allows, those of constraints.txt and those that the program has here; the
vulnerabilities are in advisories.yaml beside this file. With --stuklijst a bill of materials (CycloneDX) of the program and
the libraries that it needs is written as well. The exit code is 1 when something is vulnerable.
"""

import argparse
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import bill_of_materials
import yaml
from build import release_date
from licences import needed, requirements
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version
from parts import ROOT

ADVISORIES = Path(__file__).parent / "advisories.yaml"
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;]+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Advisory:
    """A vulnerability of a package, and the first version without it."""

    package: str
    name: str
    fixed: Version
    words: str


@dataclass(frozen=True, slots=True)
class Held:
    """A version of a package that may be used, and where that is said; None when any version may be."""

    package: str
    version: Version | None
    where: str


def advisories() -> list[Advisory]:
    records: list[dict[str, Any]] = _read()["kwetsbaarheden"]
    return [Advisory(each["pakket"], each["id"], Version(str(each["verholpen"])), each["wat"]) for each in records]


def brought_up_to_date() -> date:
    """The day on which somebody last looked what there is to know."""
    return _read()["bijgewerkt"]


def _read() -> dict[str, Any]:
    return yaml.safe_load(ADVISORIES.read_text(encoding="utf-8"))


def floors() -> Iterator[Held]:
    """The lowest version that pyproject.toml allows of each package that it names."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for line in (
        *project["dependencies"],
        *(each for group in project["optional-dependencies"].values() for each in group),
    ):
        requirement = Requirement(line)
        lowest = [Version(each.version) for each in requirement.specifier if each.operator in (">=", "==", "~=")]
        yield Held(canonicalize_name(requirement.name), max(lowest, default=None), "pyproject.toml")


def pins() -> Iterator[Held]:
    for name, number in _PIN.findall((ROOT / "constraints.txt").read_text(encoding="utf-8")):
        yield Held(canonicalize_name(name), Version(number), "constraints.txt")


def installed() -> Iterator[Held]:
    """What the program needs, as it is here."""
    for library in requirements():
        yield Held(canonicalize_name(library.metadata["Name"]), Version(library.version), "geïnstalleerd")


def complaints(held: Iterable[Held], known: Iterable[Advisory]) -> list[str]:
    """What is vulnerable, a line each."""
    known = list(known)
    return [
        f"{each.package} {each.version or 'iedere versie'} ({each.where}): {advisory.name}, {advisory.words}; "
        f"verholpen in {advisory.fixed}"
        for each in held
        for advisory in known
        if each.package == advisory.package and (each.version is None or each.version < advisory.fixed)
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description="Ziet de onderdelen na op bekende kwetsbaarheden, zonder netwerk.")
    parser.add_argument("--stuklijst", type=Path, help="waar de stuklijst (CycloneDX) komt")
    target: Path | None = parser.parse_args().stuklijst
    known = advisories()
    held = [*floors(), *pins(), *installed()]
    found = complaints(held, known)
    print(*found, sep="\n", end="\n" if found else "")
    print(
        f"{len(found)} kwetsbaar, van {len(held)} versies; {len(known)} kwetsbaarheden bekend op {brought_up_to_date()}"
    )
    if target:
        target.parent.mkdir(parents=True, exist_ok=True)
        bill_of_materials.write(needed(), release_date(), target)
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
