"""House styles from an organisation's own Word documents: inspection, trial on a letter, and saving in a layer."""

from collections.abc import Iterator
from itertools import dropwhile
from pathlib import Path

from composer import paths
from composer.assemble.letter import Assembler
from composer.domain.document import Document
from composer.domain.errors import ComposerError, did_you_mean
from composer.domain.finding import Problem
from composer.export.docx.headers import TAGS
from composer.export.docx.surrounding_text import LETTER
from composer.export.house_style import BASE_NAME, SETTINGS_NAME, HouseStyle, Settings, load_house_style
from composer.export.house_styles import builder, inspector
from composer.export.house_styles.inspection import Choices, Inspection
from composer.export.house_styles.names import LABELS
from composer.export.pdf.fonts import known_families
from composer.library.file_names import why_invalid
from composer.library.library import Library
from composer.library.reading import read_bytes
from composer.library.store import reason, save
from composer.work.documents.files import writer_for
from composer.work.examples import example_letters
from composer.work.letters import open_letter

SUFFIXES = (".docx", ".dotx", ".docm", ".dotm")
FOLDER = "huisstijlen"
MAX_BYTES = 50_000_000
PLACES = (*TAGS, LETTER)
"""What a place in the document can be filled with; that of the letter itself counts for text that is kept."""


def inspect(path: Path) -> Inspection:
    """The inspection of a Word document; raises ComposerError, with the reason, for a file that is refused."""
    if path.suffix.lower() not in SUFFIXES:
        raise ComposerError(f"dit is geen Word-document; kies een bestand op {', '.join(SUFFIXES)}", path)
    try:
        return inspector.inspect(read_bytes(path, MAX_BYTES), path.stem)
    except OSError as error:
        raise ComposerError(f"is niet te lezen ({reason(error)}); kijk of het er nog staat", path) from error
    except ComposerError as error:
        raise ComposerError(error.message, path) from error


def adopt(inspection: Inspection, choices: Choices, layer: Path, style_id: str) -> Path:
    """Writes the house style into a layer, in a new folder, and returns that; raises ComposerError when it is there already."""
    folder = _new_folder(layer, style_id)
    require_known(inspection, choices)
    files = builder.build_files(inspection, choices)
    _tried(builder.trial(inspection, choices, neutral()))
    folder.mkdir(parents=True)
    for name in sorted(files, key=(SETTINGS_NAME, BASE_NAME).count):  # the file that makes it a house style comes last
        save(folder / name, files[name], replace=False)
    return folder


def _new_folder(layer: Path, style_id: str) -> Path:
    if why := why_invalid(style_id) or ("heeft een map erin" if "/" in style_id else None):
        raise ComposerError(f"het id “{style_id}” {why}; kies een ander id")
    folder = layer / FOLDER / style_id
    if folder.exists():
        raise ComposerError("deze huisstijl bestaat al; kies een ander id", folder)
    return folder


def require_known(inspection: Inspection, choices: Choices) -> None:
    """Raises ComposerError for a kind, style, place or filling that the document or the program does not have."""
    keys = [place.key for place in inspection.places]
    asked = (
        ("soort tekst", choices.styles, LABELS),
        ("stijl", choices.styles.values(), style_names(inspection)),
        ("plaats", choices.places, keys),
        ("invulling", filter(None, choices.places.values()), PLACES),
    )
    for what, given, known in asked:
        for name in given:
            if name not in known:
                hint = did_you_mean(name, known) or f" Kies uit {', '.join(known) or 'niets'}."
                raise ComposerError(f"{what} “{name}” is er niet.{hint}")


def style_names(inspection: Inspection) -> tuple[str, ...]:
    """Word's names of the document's own styles, for whoever chooses another than was recognised."""
    return inspector.style_names(inspection.package)


def _tried(style: HouseStyle) -> None:
    """Raises ComposerError when no letter can be written in it."""
    _ = style.base


def copied(style: HouseStyle, layer: Path, style_id: str) -> Path:
    """A new folder in a layer with all files of a house style; raises ComposerError when it is there already."""
    folder = _new_folder(layer, style_id)
    files = {path.name: read_bytes(path, MAX_BYTES) for path in style.folder.iterdir() if path.is_file()}
    told = dropwhile(
        lambda line: not line.strip() or line.startswith("#"), files.pop(SETTINGS_NAME).decode().split("\n")
    )
    choices = "\n".join((f"# Gemaakt naar het voorbeeld van de huisstijl “{style.settings.name}”.", *told))
    folder.mkdir(parents=True)
    for name, data in {**files, SETTINGS_NAME: choices.encode()}.items():  # what makes it a house style comes last
        save(folder / name, data, replace=False)
    return folder


def document_styles(style: HouseStyle) -> tuple[str, ...]:
    """Word's names of the styles in its base document."""
    return inspector.style_names(style.package)


def unusable(library: Library) -> Iterator[Problem]:
    """What is missing or wrong in house styles that no letter can be written in, one for each."""
    for folder in library.house_styles.values():
        try:
            style = load_house_style(folder)
            _tried(style)
            _ = style.logo
        except ComposerError as error:
            yield Problem(error.message, error.path or folder, error.line)


def font_families(style: HouseStyle) -> tuple[str, ...]:
    """The fonts that a PDF can be set in: the shipped ones and those in its folder."""
    return known_families(style.folder)


def fault(style: HouseStyle, settings: Settings) -> str | None:
    """Why no letter can be written with these choices; None when it can."""
    try:
        _tried(HouseStyle(style.folder, settings, style.package))
    except ComposerError as error:
        return error.message
    return None


def written_in(style: HouseStyle, settings: Settings, library: Library, suffix: str = ".pdf") -> bytes:
    """An example letter with other settings for a house style, in the format of a suffix; nothing is written."""
    return writer_for(suffix)(example_document(library), HouseStyle(style.folder, settings, style.package))


def neutral() -> HouseStyle:
    return load_house_style(paths.resources() / FOLDER / "neutraal")


def preview(inspection: Inspection, choices: Choices, library: Library, suffix: str = ".pdf") -> bytes:
    """An example letter in the new house style, in the format of a suffix; nothing is written."""
    return writer_for(suffix)(example_document(library), builder.trial(inspection, choices, neutral()))


def example_document(library: Library) -> Document:
    """The first of the shipped example letters, as a draft."""
    letter, rendering = open_letter(example_letters()[0], library)
    return Assembler(rendering).assemble(letter).document
