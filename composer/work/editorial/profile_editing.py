"""Writes changes of municipality and region profiles into a layer, leaving every other line as it was."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from composer.domain.municipality import Municipality, Region
from composer.library.editing_yaml import plain, records, with_record, with_values
from composer.library.profiles import record_of
from composer.library.reading import read_text
from composer.library.store import file_hash, make_folder, save
from composer.library.yaml import is_list, read_yaml, write_yaml

Profile = Municipality | Region


def changes(profile: Profile, wanted: Mapping[str, Any]) -> dict[str, Any]:
    """The keys whose wanted value differs from the profile's; None to remove one."""
    was = record_of(profile)
    return {key: value for key, value in wanted.items() if value != was.get(key)}


def save_profile(profile: Profile, changed: Mapping[str, Any], layer: Path) -> Path:
    """Writes what changed into the layer's own record of a profile; raises ComposerError when its file cannot be written."""
    folder, name, key = _kept_at(profile)
    for path in sorted((layer / folder).glob("*.yaml")):
        text = read_text(path)
        if key in text and (written := _rewritten(text, key, name, changed, path)) is not None:
            save(path, written.encode(), file_hash(path))
            return path
    path = layer / folder / f"{key}.yaml"
    make_folder(path.parent)
    kept = {name: key, **{field: value for field, value in changed.items() if value is not None}}
    save(path, write_yaml(plain(kept)).encode(), replace=False)
    return path


def _kept_at(profile: Profile) -> tuple[str, str, str]:
    """The folder, the key that names a record, and the record's name."""
    return ("gemeenten", "cbs", profile.cbs) if isinstance(profile, Municipality) else ("regios", "id", profile.id)


def _rewritten(text: str, key: str, name: str, changed: Mapping[str, Any], path: Path) -> str | None:
    """The file with other values in the record of a key; None when it has no such record."""
    data = read_yaml(text, path).data
    if not is_list(data):
        return with_values(text, changed) + "\n" if str(data.get(name)) == key else None
    held = records(text, path)
    return with_record(text, key, with_values(held[key], changed), path) if key in held else None
