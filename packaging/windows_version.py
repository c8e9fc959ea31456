"""What Windows shows of the programs under their properties, in the form that PyInstaller reads."""

import re
from pathlib import Path

DUTCH, UNICODE = 0x0413, 1200
"""Language and character set of the words."""
WORDS = {
    "CompanyName": "Raadsbrief",
    "FileDescription": "Raadsbrief: raadsinformatiebrieven uit tekstblokken met bronnen",
    "LegalCopyright": "EUPL-1.2",
    "ProductName": "Raadsbrief",
}


def information(name: str, version: str) -> str:
    """Of the program `name`.exe; `version` as 1.2.3, whatever comes after it left out."""
    numbers = [int(number) for number in re.findall(r"\d+", version)[:3]]
    four = (*numbers, *[0] * (4 - len(numbers)))
    words = {**WORDS, "FileVersion": version, "ProductVersion": version, "OriginalFilename": f"{name}.exe"}
    texts = ", ".join(f"StringStruct({key!r}, {value!r})" for key, value in words.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={four}, prodvers={four}, mask=0x3f, flags=0, OS=0x40004, fileType=1),\n"
        f"  kids=[StringFileInfo([StringTable('{DUTCH:04x}{UNICODE:04x}', [{texts}])]),\n"
        f"    VarFileInfo([VarStruct('Translation', [{DUTCH}, {UNICODE}])])])\n"
    )


def written(name: str, version: str, folder: Path) -> Path:
    """The information in a file of that folder."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{name}.versie.txt"
    target.write_text(information(name, version), encoding="utf-8")
    return target
