"""Preflight of any Word file."""

from pathlib import Path
from typing import Any

from composer.domain.dutch import as_sentence, counted
from composer.domain.errors import ComposerError
from composer.export.validation import FileProblem, validate_word
from composer.library.reading import read_bytes
from composer.library.store import reason

SUFFIXES = (".docx", ".dotx", ".docm", ".dotm")
MAX_BYTES = 50_000_000


def judge(path: Path) -> tuple[FileProblem, ...]:
    """The problems in a file; raises ComposerError when it does not exist or is not a Word file by its name."""
    if path.suffix.lower() not in SUFFIXES:
        raise ComposerError(f"dit is geen Word-bestand; kies een bestand op {', '.join(SUFFIXES)}", path)
    try:
        return validate_word(read_bytes(path, MAX_BYTES))
    except OSError as error:
        raise ComposerError(f"is niet te lezen ({reason(error)}); kijk of het er nog staat", path) from error


def record(path: Path, remarks: tuple[FileProblem, ...]) -> dict[str, Any]:
    """The problems as plain data under Dutch keys."""
    return {"bestand": str(path), "in_orde": not remarks, "bevindingen": list(map(_remark, remarks))}


def _remark(remark: FileProblem) -> dict[str, str]:
    return {
        "code": remark.code,
        "melding": remark.message,
        "plaats": remark.place,
        "woorden": remark.words,
        "onderdeel": remark.part,
    }


def lines(remarks: tuple[FileProblem, ...]) -> list[str]:
    """The problems in Dutch, a line for each."""
    told = [f"{remark.place}: {remark.message} ({remark.code})" for remark in remarks]
    count = as_sentence(counted(len(remarks), "bevinding", "bevindingen"))
    return [*told, count if remarks else "In orde: niets gevonden dat Word weigert of een lezer hindert."]
