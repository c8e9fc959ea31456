"""Files in the user's folder that associate letters with the program on a Linux desktop (freedesktop.org)."""

import os
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

from composer.library.letters import SUFFIX
from composer.library.store import make_folder, save

KIND = "application/x-raadsbrief"
PROGRAM, KINDS = Path("applications/raadsbrief.desktop"), Path("mime/packages/raadsbrief.xml")
PICTURE = Path("icons/hicolor/256x256/apps/raadsbrief.png")


def data_folder() -> Path:
    """The user's data folder (XDG Base Directory)."""
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def program_entry(program: tuple[str, ...]) -> str:
    """The program as a menu shows it (Desktop Entry Specification)."""
    start = " ".join(_quoted(part) for part in program)
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        "Name=Raadsbrief",
        "Comment=Raadsinformatiebrieven uit tekstblokken met bronnen",
        f"Exec={start} %f",
        "Icon=raadsbrief",
        f"MimeType={KIND};",
        "Categories=Office;WordProcessor;",
        "Terminal=false",
        "StartupWMClass=raadsbrief",
    )
    return "\n".join(lines) + "\n"


def _quoted(part: str) -> str:
    """Quoted for Exec, and then as a string of the file: a backslash is written four times."""
    for mark in ("\\", '"', "`", "$"):
        part = part.replace(mark, f"\\{mark}")
    return '"' + part.replace("\\", "\\\\").replace("%", "%%") + '"'


def kind_entry() -> str:
    """A letter as a kind of file (Shared MIME-info Database)."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">\n'
        f'  <mime-type type="{KIND}">\n'
        "    <comment>Brief van Raadsbrief</comment>\n"
        '    <icon name="raadsbrief"/>\n'
        '    <sub-class-of type="text/plain"/>\n'
        f'    <glob pattern="*{SUFFIX}"/>\n'
        "  </mime-type>\n"
        "</mime-info>\n"
    )


def write(program: tuple[str, ...], picture: Path) -> None:
    """Writes the entries; raises ComposerError when the user's folder cannot be written."""
    files = {
        PROGRAM: program_entry(program).encode(),
        KINDS: kind_entry().encode(),
        PICTURE: picture.read_bytes(),
    }
    for name, content in files.items():
        make_folder((data_folder() / name).parent)
        save(data_folder() / name, content)
    _tell()


def remove() -> None:
    for name in (PROGRAM, KINDS, PICTURE):
        (data_folder() / name).unlink(missing_ok=True)
    _tell()


def is_written(program: tuple[str, ...]) -> bool:
    with suppress(OSError):
        return (data_folder() / PROGRAM).read_text(encoding="utf-8") == program_entry(program)
    return False


def _tell() -> None:
    """Updates the desktop's databases, where their programs exist."""
    for teller, folder in (("update-mime-database", "mime"), ("update-desktop-database", "applications")):
        found = shutil.which(teller)
        if found and (data_folder() / folder).is_dir():
            subprocess.run([found, str(data_folder() / folder)], capture_output=True, check=False)
