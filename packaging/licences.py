"""Gathers the licences of all that is in the folder for laptops, from where each part was installed, with a list of the parts."""

import json
import platform
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path, PurePosixPath

from parts import ROOT, VERSION

from composer.work.program.licences import LIST, PURPOSES

TEXTS = Path(__file__).parent / "licence_texts"
RESOURCES = ROOT / "resources"
QT_TEXTS = ("qt.txt", "LGPL-3.0.txt", "GPL-3.0.txt")
NO_TEXT_INSIDE = {"pyside6-essentials": QT_TEXTS, "shiboken6": QT_TEXTS}
"""Distributions that come without their licence, by the name in lower case."""

_REQUIREMENT = re.compile(r"^[A-Za-z0-9._-]+")
_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
_SYSTEM_LIBRARY = re.compile(r"^lib(?!python).*\.so(\.\d+)*$")
_OWNER = re.compile(r"^([^:]+)(?::\w+)?: (?:/usr)?/lib(?:/[\w-]+-linux-gnu)?/[^/]+$")
"""A line of dpkg about a file that stands where the linker looks."""


@dataclass(frozen=True, slots=True)
class Shipped:
    """A part with the files of its licence, each under the name that it gets; `address` is its package URL."""

    name: str
    version: str
    purpose: str
    licence: str
    texts: tuple[tuple[str, Path], ...]
    address: str = ""
    inside: tuple[Path, ...] = ()
    """Bills of materials (CycloneDX) of what was built into it."""


def requirements() -> tuple[Distribution, ...]:
    """The libraries that the program needs, and those that they need, as installed here; in the order of their names."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return closure(project["project"]["dependencies"])


def closure(needed: Iterable[str]) -> tuple[Distribution, ...]:
    """Those for extras are left out, as are those that another system needs and that are not here."""
    found: dict[str, Distribution] = {}
    waiting = list(needed)
    while waiting:
        requirement = waiting.pop()
        match = _REQUIREMENT.match(requirement)
        if match is None or "extra ==" in requirement or _folded(match[0]) in found:
            continue
        try:
            found[_folded(match[0])] = distribution(match[0])
        except PackageNotFoundError:
            continue
        waiting += found[_folded(match[0])].requires or []
    return tuple(found[name] for name in sorted(found))


def _folded(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def shipped(program: Path) -> list[Shipped]:
    """All parts of a folder that was built; raises ValueError when one of them has no licence with it."""
    parts = [
        *needed(),
        _bootloader(),
        *_typefaces(),
        *_system(program),
    ]
    without = [part.name for part in parts if not part.texts]
    if without:
        raise ValueError(f"geen licentietekst van {', '.join(without)}")
    return parts


def needed() -> list[Shipped]:
    """The program itself, Python, and the libraries that it needs, as installed here."""
    return [_ourselves(), _python(), *map(library_part, requirements())]


def _ourselves() -> Shipped:
    return Shipped("Raadsbrief", VERSION, "het programma en zijn teksten", "EUPL-1.2", _named(ROOT / "LICENSE"))


def _named(*files: Path) -> tuple[tuple[str, Path], ...]:
    return tuple((file.name, file) for file in files if file.is_file())


def _python() -> Shipped:
    folders = (
        Path(sysconfig.get_path("stdlib")),
        Path(sys.base_prefix),
        Path(f"/usr/share/doc/python3.{sys.version_info[1]}"),
    )
    names = ("LICENSE.txt", "LICENSE", "copyright")
    found = (folder / name for folder in folders for name in names if (folder / name).is_file())
    version, purpose = sys.version.split()[0], "waarin het programma geschreven is"
    return Shipped("Python", version, purpose, "PSF-2.0", _named(next(found)), f"pkg:generic/python@{version}")


def library_part(library: Distribution) -> Shipped:
    """An installed library; without texts when its licence is not found."""
    name = library.metadata["Name"]
    known = {_folded(each): words for each, words in PURPOSES.items()}
    purpose, licence = known.get(_folded(name), ("", ""))
    texts = _named(*(TEXTS / text for text in NO_TEXT_INSIDE.get(_folded(name), ()))) or tuple(_inside(library))
    bills = tuple(path for path in _files(library) if path.parent.name == "sboms" and path.suffix == ".json")
    return Shipped(name, library.version, purpose, licence, texts, _address("pypi", library), bills)


def _address(kind: str, library: Distribution) -> str:
    return f"pkg:{kind}/{_folded(library.metadata['Name'])}@{library.version}"


def _files(library: Distribution) -> Iterator[Path]:
    for file in library.files or ():
        yield Path(str(library.locate_file(file)))


def _inside(library: Distribution) -> Iterator[tuple[str, Path]]:
    """The licences that stand in a library's own description, by their place in it."""
    for file in library.files or ():
        where = PurePosixPath(file.as_posix())
        if where.parent.name.endswith(".dist-info") and _LICENCE_FILE.match(where.name):
            yield where.name, Path(str(library.locate_file(file)))
        elif len(where.parts) > 2 and where.parts[0].endswith(".dist-info") and where.parts[1] == "licenses":
            yield "/".join(where.parts[2:]), Path(str(library.locate_file(file)))


def _bootloader() -> Shipped:
    maker = distribution("pyinstaller")
    licence = "GPL-2.0-or-later, met uitzondering voor wat ermee gemaakt is"
    return Shipped(
        "PyInstaller", maker.version, "start het programma", licence, tuple(_inside(maker)), _address("pypi", maker)
    )


def _typefaces() -> Iterator[Shipped]:
    faces, language = RESOURCES / "lettertypen", RESOURCES / "taal"
    yield Shipped("Carlito", "", "lettertype van de PDF", "OFL-1.1", _named(faces / "OFL.txt"))
    if (other := faces / "OFL-Liberation.txt").is_file():
        yield Shipped("Liberation", "", "lettertypen van de PDF", "OFL-1.1", _named(other))
    words = _named(language / "LICENTIE-OpenTaal.txt")
    yield Shipped("OpenTaal", "", "woordenlijst van de spelling", "BSD-3-Clause of CC-BY-3.0", words)


def _system(program: Path) -> Iterator[Shipped]:
    """The libraries of the system that were put in: those of the distribution on Linux, Microsoft's runtime on Windows."""
    inside = [path for path in sorted(program.rglob("*")) if path.is_file()]
    if any(path.name.lower().startswith(("vcruntime", "msvcp")) for path in inside):
        text = _named(TEXTS / "vcruntime.txt")
        yield Shipped("Visual C++ Runtime", "", "hoort bij Windows", "herdistribueerbaar", text)
    if shutil.which("dpkg") is None:
        return
    maker = platform.freedesktop_os_release()["ID"]
    system = [path.name for path in inside if path.parent.name == "_internal" and _SYSTEM_LIBRARY.match(path.name)]
    for package, version in sorted({found for name in system if (found := _package(name))}):
        text = Path("/usr/share/doc") / package / "copyright"
        address = f"pkg:deb/{maker}/{package}@{version}"
        yield Shipped(package, version, "bibliotheek van het systeem", "zie de tekst", _named(text), address)


def _package(library: str) -> tuple[str, str] | None:
    """The Debian package that a library of the system is from, with its version; None for one that is not the system's."""
    found = subprocess.run(["dpkg", "-S", f"*/{library}"], capture_output=True, text=True, check=False).stdout
    packages = [match[1] for line in found.splitlines() if (match := _OWNER.match(line))]
    if not packages:
        return None
    package = packages[0]
    asked = ["dpkg-query", "-W", "-f", "${Version}\n", package]
    return package, subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split("\n")[0]


def gather(program: Path) -> list[Shipped]:
    """Puts the licences and the list of parts in the folder of the program."""
    parts, target = shipped(program), program / "licenties"
    shutil.rmtree(target, ignore_errors=True)
    for part in parts:
        for name, source in part.texts:
            place = target / part.name / name
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, place)
    records = [_record(part) for part in parts]
    (target / LIST).write_text(json.dumps(records, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    return parts


def _record(part: Shipped) -> dict[str, str | list[str]]:
    texts = [f"{part.name}/{name}" for name, _ in part.texts]
    return {
        "naam": part.name, "versie": part.version, "doel": part.purpose, "licentie": part.licence, "teksten": texts,
    }  # fmt: skip
