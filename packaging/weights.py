"""What each part of the folder for laptops weighs, and why it is there."""

from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile


@dataclass(frozen=True, slots=True)
class Weight:
    """Bytes in the folder and in the zip."""

    folder: int = 0
    zip: int = 0

    def __add__(self, other: "Weight") -> "Weight":
        return Weight(self.folder + other.folder, self.zip + other.zip)


KINDS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("typst", "zet de PDF: toegankelijk, en geschikt om te bewaren", ("_internal/typst/",)),
    ("ICU", "waar Qt op Linux letters en tijdzones mee vergelijkt; alleen Nederlands en Engels", ("libicu",)),
    ("Qt: invoegsels", "scherm van Windows, X11 of Wayland, letters met accenten, foto's", ("/plugins/",)),
    ("Qt: Nederlands", "knoppen en vensters van Qt zelf", ("/translations/",)),
    ("Qt: bibliotheken", "het venster", ("libqt6", "/qt6")),
    ("Qt voor Python", "het venster, vanuit Python", ("_internal/pyside6/", "_internal/shiboken6/")),
    ("pdfium", "toont de bladzijden op het scherm", ("pypdfium2",)),
    ("lxml", "leest en schrijft Word-documenten", ("_internal/lxml/", "_internal/docx/")),
    ("pydantic", "controleert wat in bestanden staat", ("pydantic",)),
    ("Hunspell en woordenlijst", "spelling", ("hunspell", "/resources/taal/")),
    ("lettertypen", "in de PDF", ("/lettertypen/",)),
    ("teksten en feiten", "de bibliotheek, de handleiding, de huisstijl", ("_internal/composer/", "instellingen", "leesmij")),
    ("licenties", "van alle onderdelen, met stuklijst en controlegetallen", ("licenties/", "license", ".cdx.json", "sha256")),
    ("Python", "waarin het programma geschreven is", ("python", "base_library", "vcruntime", "ucrtbase", "_internal/yaml")),
    ("het programma zelf", "alle modules, in één bestand", ("raadsbrief",)),
    ("bibliotheken van het systeem", "die niet op iedere computer staan", ("",)),
)  # fmt: skip
"""Name, why it is there, and what stands in the name of its files; the first that fits."""


def kind_of(name: str) -> str:
    folded = name.lower()
    return next(kind for kind, _, marks in KINDS if any(mark in folded for mark in marks))


def weigh(folder: Path, archive: Path | None = None) -> dict[str, Weight]:
    """By kind of part; `archive` is the folder zipped."""
    packed = _packed(archive) if archive else {}
    found: dict[str, Weight] = {}
    for path in folder.rglob("*"):
        if path.is_file():
            name = path.relative_to(folder).as_posix()
            found[kind_of(name)] = found.get(kind_of(name), Weight()) + Weight(path.stat().st_size, packed.get(name, 0))
    return found


def _packed(archive: Path) -> dict[str, int]:
    with ZipFile(archive) as opened:
        return {info.filename.partition("/")[2]: info.compress_size for info in opened.infolist()}


def table(weights: dict[str, Weight]) -> str:
    """In Markdown, the heaviest first, in MB of a million bytes."""
    reasons = {kind: why for kind, why, _ in KINDS}
    rows = sorted(weights.items(), key=lambda item: -item[1].folder)
    whole = sum(weights.values(), Weight())
    lines = [f"| {kind} | {_mb(weight.folder)} | {_mb(weight.zip)} | {reasons[kind]} |" for kind, weight in rows]
    head = ["| onderdeel | map (MB) | zip (MB) | waarvoor |", "|---|---:|---:|---|"]
    return "\n".join([*head, *lines, f"| **samen** | **{_mb(whole.folder)}** | **{_mb(whole.zip)}** | |"])


def _mb(size: int) -> str:
    return f"{size / 1e6:.1f}".replace(".", ",")
