"""Reads untrusted PDFs in a process of their own, which is ended when it takes too long or too much memory."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from composer.domain.errors import ComposerError
from composer.intake.subprocess_option import READ_PDF

if sys.platform != "win32":
    import resource

MAX_PAGES = 2_000
PATIENCE = 30.0
"""Seconds until the process is ended."""
MOST_SECONDS, MOST_MEMORY = 20, 800_000_000
"""Of processor time, and bytes of address space, where the system can bound them."""
_HARMLESS_MARKS = frozenset({2, 20})
"""Links and fields of forms (ISO 32000-1, table 169)."""
_TOO_MUCH = "deze pdf kost te veel tijd of geheugen om te lezen; vraag om een eenvoudiger versie"
_UNREADABLE = "dit is geen leesbare pdf; is zij beveiligd met een wachtwoord?"
_TOO_LONG = "deze pdf heeft te veel bladzijden om te doorzoeken"


@dataclass(frozen=True, slots=True)
class ReadPdf:
    """The lines of each page, its maker, how many files are in it, and whether someone wrote or marked something on it."""

    pages: tuple[tuple[str, ...], ...]
    author: str
    attachments: int
    marked: bool


def read_pdf(data: bytes) -> ReadPdf:
    """The content of a PDF; raises ComposerError when it is not one, or takes too much time or memory."""
    with TemporaryDirectory(prefix="raadsbrief-", ignore_cleanup_errors=True) as folder:
        source, target = Path(folder) / "stuk.pdf", Path(folder) / "stuk.json"
        try:
            source.write_bytes(data)
            _ask(source, target)
            found: dict[str, Any] = json.loads(target.read_text(encoding="utf-8"))
        except (OSError, ValueError, subprocess.SubprocessError) as error:
            raise ComposerError(_TOO_MUCH) from error
    if message := found.get("fout"):
        raise ComposerError(message)
    return ReadPdf(tuple(map(tuple, found["pages"])), found["author"], found["attachments"], found["marked"])


def _ask(source: Path, target: Path) -> None:
    """Runs the reading process; raises SubprocessError when it fails."""
    own = [sys.executable] if hasattr(sys, "frozen") else [sys.executable, "-P", "-m", "composer"]
    subprocess.run(
        [*own, READ_PDF, str(source), str(target)],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        timeout=PATIENCE,
        check=True,
    )


def read_and_end(source: str, target: str) -> int:
    """The body of the reading process: writes what was found to `target` and returns the exit code."""
    _bound()
    Path(target).write_text(json.dumps(looked_into(Path(source))), encoding="utf-8")
    return 0


def _bound() -> None:
    if sys.platform != "win32":
        for kind, most in ((resource.RLIMIT_CPU, MOST_SECONDS), (resource.RLIMIT_AS, MOST_MEMORY)):
            with suppress(OSError, ValueError):
                resource.setrlimit(kind, (most, most))


def looked_into(path: Path) -> dict[str, Any]:
    """The fields of `ReadPdf` for a PDF; or the reason of refusal under `fout`."""
    import pypdfium2  # pyright: ignore[reportMissingTypeStubs]  # deferred: only the other process needs it

    try:
        with pypdfium2.PdfDocument(path) as document:
            if len(document) > MAX_PAGES:
                return {"fout": _TOO_LONG}
            marks = {mark for page in document for mark in _marks(page)}
            return {
                "pages": [_lines(page) for page in document],
                "author": document.get_metadata_dict().get("Author", ""),
                "attachments": document.count_attachments(),
                "marked": not marks <= _HARMLESS_MARKS,
            }
    except pypdfium2.PdfiumError:
        return {"fout": _UNREADABLE}


def _lines(page: Any) -> list[str]:
    return page.get_textpage().get_text_bounded().splitlines()


def _marks(page: Any) -> Iterator[int]:
    """The kinds of the annotations on a page."""
    from pypdfium2 import raw  # pyright: ignore[reportMissingTypeStubs]  # deferred, as above

    for number in range(raw.FPDFPage_GetAnnotCount(page)):
        mark = raw.FPDFPage_GetAnnot(page, number)
        yield raw.FPDFAnnot_GetSubtype(mark)
        raw.FPDFPage_CloseAnnot(mark)
