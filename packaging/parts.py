"""What goes into the folder for laptops, and what stays out: tables for the specification, and the rules that read them."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).parent.parent
VERSION = re.findall(r'__version__ = "(.+)"', (ROOT / "composer" / "__init__.py").read_text(encoding="utf-8"))[0]
CONTENT = ("templates", "snippets", "resources")
"""Folders of the content; in the program they stand in composer/inhoud."""

EXCLUDED = (
    "tkinter", "_tkinter", "turtle", "idlelib", "lib2to3", "pydoc", "pydoc_data", "unittest", "doctest", "test", "ensurepip",
    "sqlite3", "xmlrpc", "curses", "readline", "distutils", "setuptools", "pkg_resources", "pip",
    "_codecs_cn", "_codecs_hk", "_codecs_jp", "_codecs_kr", "_codecs_tw", "_codecs_iso2022",
    "ssl", "_ssl", "_hashlib", "http.server", "ftplib", "smtplib", "imaplib", "poplib", "nntplib", "telnetlib",
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtNetwork", "PySide6.QtSql", "PySide6.QtTest", "PySide6.QtSvg",
    "PySide6.QtDBus", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtPrintSupport", "PySide6.QtXml",
    "PIL", "numpy", "hypothesis", "pytest", "_pytest", "rich", "IPython", "email_validator", "dotenv", "mypy", "bs4", "html5lib",
    "pydantic.v1", "pydantic.mypy", "pydantic.deprecated", "pydantic._hypothesis_plugin",
    "lxml.objectify", "lxml.html", "lxml.isoschematron", "lxml.sax", "lxml.builder", "lxml.ElementInclude",
    "lxml.cssselect", "lxml.pyclasslookup", "lxml.usedoctest", "lxml.doctestcompare",
    "pypdfium2_cli", "markdown_it.cli", "linkify_it",
)  # fmt: skip
"""Modules that some library can use and this program does not. Without ssl there is no secure connection to make."""

PLUGINS = {
    "platforms": {"qwindows", "qxcb", "qwayland", "qcocoa", "qoffscreen"},
    "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},
    "wayland-shell-integration": {"xdg-shell"},
    "wayland-decoration-client": {"bradient"},
    "imageformats": {"qjpeg"},
}
"""Of each kind of Qt's plugins, those that are kept: the screen, letters with accents, frames, pictures of house styles."""

TRANSLATIONS = {"qtbase_nl.qm"}
UNUSED_DATA = ("docx/templates/default-docx-template/", "docx/py.typed", "lxml/isoschematron/")

Entry = tuple[str, str, str]
"""Where a file comes in the folder, where it is now, and what it is, as PyInstaller lists them."""
Imports = Callable[[str], Iterable[str]]
"""The file names of the libraries that a library is linked with."""


def content_data() -> list[tuple[str, str]]:
    """The content, what modules of the program read beside themselves, and the program's own licence, with where each comes."""
    content = [(str(ROOT / name), f"composer/inhoud/{name}") for name in CONTENT]
    beside = [
        (str(path), path.parent.relative_to(ROOT).as_posix())
        for path in sorted((ROOT / "composer").rglob("*"))
        if path.is_file() and path.suffix not in (".py", ".pyc") and "inhoud" not in path.parts
    ]
    return [*content, *beside, (str(ROOT / "LICENSE"), ".")]


def kept(name: str) -> bool:
    """Whether a file that PyInstaller found is used here, by where it comes in the folder."""
    path = PurePosixPath(name.replace("\\", "/"))
    if any(str(path).startswith(unused) for unused in UNUSED_DATA):
        return False
    if "PySide6" not in path.parts:
        return True
    if "plugins" in path.parts:
        return _stem(path.name) in PLUGINS.get(path.parent.name, set())
    if "translations" in path.parts:
        return path.name in TRANSLATIONS
    return not _stem(path.name).startswith(("opengl32sw", "d3dcompiler"))


def _stem(name: str) -> str:
    """A plugin's name as it is on every system: libqxcb.so and qxcb.dll are both qxcb."""
    return name.lower().split(".")[0].removeprefix("lib")


def trimmed(binaries: Iterable[Entry], imports: Imports) -> list[Entry]:
    """The binaries that are kept, without the shared libraries that none of them is linked with, directly or through others."""
    chosen = [entry for entry in binaries if kept(entry[0]) and entry[2] != "SYMLINK"]
    needed = [entry for entry in chosen if not _is_library(entry[0])]
    libraries = {_file(entry[0]): entry for entry in chosen if _is_library(entry[0])}
    waiting = list(needed)
    while waiting:
        for name in imports(waiting.pop()[1]):
            if found := libraries.pop(name.lower(), None):
                needed.append(found)
                waiting.append(found)
    return sorted(needed)


def _file(name: str) -> str:
    return PurePosixPath(name.replace("\\", "/")).name.lower()


_LIBRARY = re.compile(r"(\.so(\.\d+)*|\.dll|\.dylib)$")
_LOADED_BY_NAME = re.compile(r"^(lib)?(python\d|pdfium)|^_|\.abi3\.|\.cpython-")


def _is_library(name: str) -> bool:
    """Whether a file is only there because others are linked with it; plugins and extension modules are loaded by name."""
    file = _file(name)
    return "plugins" not in name and bool(_LIBRARY.search(file)) and not _LOADED_BY_NAME.search(file)
