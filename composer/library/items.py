"""The place of an item's text in a layer: a file, some lines of a list, or a folder."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from composer.domain.errors import ComposerError
from composer.domain.revision import Item, Kind, version_digest
from composer.library import file_names
from composer.library.editing_yaml import records, with_record
from composer.library.layers import Layer
from composer.library.reading import FENCE, read_front_matter, read_text
from composer.library.store import file_hash, save
from composer.library.yaml import is_record, read_yaml

LISTS: Mapping[Kind, str] = {"feiten": "feiten", "bronnen": "bronnen"}
"""The folder of the lists that hold a kind."""
HOUSE_STYLES = "huisstijlen"
HOUSE_STYLE_FILES = ("basis.docx", "*.png", "*.jpg", "*.jpeg", "*.svg")
HOUSE_STYLE_TEXT = "huisstijl.yaml"


@dataclass(frozen=True, slots=True)
class StoredItem:
    """The present text of an item with its file; `digest` is of that file, `files` are a house style's other files."""

    text: str
    path: Path
    digest: str | None
    files: Mapping[str, Path] = field(default_factory=dict[str, Path])

    @property
    def version(self) -> str:
        """The sha256 that identifies this version."""
        return version_digest(self.text, {name: file_hash(path) or "" for name, path in self.files.items()})


def stored_item(layer: Layer, item: Item) -> StoredItem | None:
    """The present text of an item in a layer; None when there is none. Raises ComposerError when its file cannot be read."""
    match item.kind:
        case "tekstblokken" | "sjablonen":
            path = _text_path(layer, item)
            return StoredItem(read_text(path), path, file_hash(path)) if path else None
        case "feiten" | "bronnen":
            return next(_in_lists(layer, item), None)
        case "huisstijlen":
            return _house_style(layer.records / HOUSE_STYLES / item.id)


def _text_path(layer: Layer, item: Item) -> Path | None:
    pattern = f"snippets/*/{item.id}.md" if item.kind == "tekstblokken" else f"templates/{item.id}.md"
    return next(iter(layer.texts(pattern)), None)


def _in_lists(layer: Layer, item: Item) -> Iterator[StoredItem]:
    """The records with the item's key in lists of the layer; a list that cannot be read is skipped, and reported elsewhere."""
    for path in layer.files(f"{LISTS[item.kind]}/*.yaml"):
        digest, text = file_hash(path), read_text(path)
        if item.id in text and item.id in (found := _records(text, path)):
            yield StoredItem(found[item.id], path, digest)


def _records(text: str, path: Path) -> dict[str, str]:
    try:
        return records(text, path)
    except ComposerError:
        return {}


def _house_style(folder: Path) -> StoredItem | None:
    path = folder / HOUSE_STYLE_TEXT
    if not path.is_file():
        return None
    files = {found.name: found for pattern in HOUSE_STYLE_FILES for found in sorted(folder.glob(pattern))}
    return StoredItem(read_text(path), path, file_hash(path), files)


def place(layer: Layer, item: Item, text: str) -> Path:
    """The file for a new item; raises ComposerError for an id that cannot be a file name."""
    if reason := file_names.why_invalid(item.id):
        raise ComposerError(f"het id “{item.id}” {reason}; kies een ander id")
    match item.kind:
        case "tekstblokken":
            return layer.folder / "snippets" / _subject(text) / f"{item.id}.md"
        case "sjablonen":
            return layer.folder / "templates" / f"{item.id}.md"
        case "feiten":
            return layer.records / "feiten" / f"{_subject(text)}.yaml"
        case "bronnen":
            return layer.records / "bronnen" / "bronnen.yaml"
        case "huisstijlen":
            return layer.records / HOUSE_STYLES / item.id / HOUSE_STYLE_TEXT


def _subject(text: str) -> str:
    """The folder or file for a text's subject, as far as it can name one."""
    head = read_front_matter(text)[0] if text.startswith(FENCE) else read_yaml(text)
    name = str(head.data.get("onderwerp", "")) if is_record(head.data) else ""
    return "overig" if file_names.why_invalid(name) or "/" in name else name


def as_read(item: Item, text: str) -> str:
    """A text as it reads back from its file; raises ComposerError for a record that would not."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if item.kind not in LISTS:
        return text
    found = records(with_record("", item.id, text))
    if item.id not in found:
        raise ComposerError(f"het id van deze tekst is een ander; laat “id: {item.id}” staan", None, 1)
    return found[item.id]


def put(layer: Layer, item: Item, text: str, was: StoredItem | None) -> Path:
    """Writes a version in the place of `was`, never over a file that changed since; raises ComposerError."""
    path = was.path if was else place(layer, item, text)
    path.parent.mkdir(parents=True, exist_ok=True)
    if item.kind not in LISTS:
        save(path, text.encode(), was.digest if was else None, replace=was is not None)
        return path
    digest = file_hash(path)
    if was and digest != was.digest:
        raise ComposerError("dit bestand is intussen door iemand anders veranderd; kijk eerst wat er nu staat", path)
    before = read_text(path) if digest else ""
    save(path, with_record(before, item.id, text, path).encode(), digest)
    return path
