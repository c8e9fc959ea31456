"""The components of the program, each with its licence and the licence text where shipped."""

import json
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from composer import paths
from composer.domain.errors import ComposerError
from composer.library.reading import read_text
from composer.library.yaml import is_list, is_record

LIST = "onderdelen.json"
"""The list of parts in the folder of licences."""

PURPOSES = {
    "PySide6-Essentials": ("het venster", "LGPL-3.0-only"),
    "shiboken6": ("het venster, verbinding met Python", "LGPL-3.0-only"),
    "Jinja2": ("invullen van teksten", "BSD-3-Clause"),
    "MarkupSafe": ("hoort bij Jinja2", "BSD-3-Clause"),
    "markdown-it-py": ("opmaak van teksten", "MIT"),
    "mdit-py-plugins": ("opmaak van teksten", "MIT"),
    "mdurl": ("hoort bij markdown-it-py", "MIT"),
    "pydantic": ("controle van gegevens", "MIT"),
    "pydantic_core": ("hoort bij pydantic", "MIT"),
    "annotated-types": ("hoort bij pydantic", "MIT"),
    "typing_extensions": ("hoort bij pydantic", "PSF-2.0"),
    "typing-inspection": ("hoort bij pydantic", "MIT"),
    "PyYAML": ("lezen van bestanden", "MIT"),
    "python-docx": ("lezen van Word-documenten", "MIT"),
    "lxml": ("Word-documenten", "BSD-3-Clause"),
    "typst": ("PDF-documenten", "Apache-2.0"),
    "pypdfium2": ("bladzijden op het scherm", "Apache-2.0 of BSD-3-Clause"),
    "chunspell": ("spelling (Hunspell)", "MIT; Hunspell: MPL-1.1, GPL-2.0 of LGPL-2.1"),
    "immutabledict": ("waarden die vaststaan", "MIT"),
    "platformdirs": ("mappen van de gebruiker", "MIT"),
}
"""For each library that the program needs: what it is there for, and its licence."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the program; `texts` are the files with its licence, empty where they are not shipped."""

    name: str
    version: str
    purpose: str
    licence: str
    texts: tuple[Path, ...] = ()


def parts() -> tuple[Part, ...]:
    """The components as shipped, or else as installed here."""
    return _shipped(paths.licences()) or tuple(
        Part(name, _version(name), purpose, licence) for name, (purpose, licence) in PURPOSES.items()
    )


def _shipped(folder: Path) -> tuple[Part, ...]:
    try:
        records: Any = json.loads(read_text(folder / LIST))
    except (ComposerError, ValueError):
        return ()
    return tuple(_part(record, folder) for record in records if is_record(record)) if is_list(records) else ()


def _part(record: dict[str, Any], folder: Path) -> Part:
    words = (str(record.get(key, "")) for key in ("naam", "versie", "doel", "licentie"))
    return Part(*words, texts=tuple(folder / str(name) for name in record.get("teksten", ())))


def licence_text(part: Part) -> str:
    """The licence in full, its files one after another."""
    return "\n\n\n".join(f"{path.name}\n\n{_text(path)}" for path in part.texts)


def _text(path: Path) -> str:
    """The text of a licence file; bytes that are not UTF-8 are replaced, an unreadable file becomes a Dutch remark."""
    try:
        return path.read_bytes().decode("utf-8", errors="replace").replace("\r\n", "\n").strip()
    except OSError:
        return "(deze tekst is niet te lezen; hij staat in de map licenties)"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
