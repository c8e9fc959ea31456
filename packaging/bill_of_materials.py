"""The bill of materials of the folder for laptops (CycloneDX 1.6), the parts that libraries were built from included."""

import hashlib
import json
import re
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from licences import Shipped

NAME = "stuklijst.cdx.json"
_EXPRESSION = re.compile(r"^[A-Za-z0-9.+-]+( (AND|OR|WITH) [A-Za-z0-9.+-]+)*$")

Record = dict[str, Any]


def bill(parts: list[Shipped], moment: datetime) -> Record:
    """The first part is the program itself; the same parts and moment give the same bill."""
    program, *others = parts
    components = [_component(part) for part in others]
    record = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": moment.astimezone(UTC).isoformat().replace("+00:00", "Z"),
            "component": {**_component(program), "type": "application"},
        },
        "components": components,
        "dependencies": [{"ref": _reference(program), "dependsOn": [each["bom-ref"] for each in components]}],
    }
    digest = hashlib.sha256(json.dumps(record, sort_keys=True).encode()).hexdigest()
    return {**record, "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, digest)}"}


def _reference(part: Shipped) -> str:
    return part.address or f"onderdeel:{part.name}"


def _component(part: Shipped) -> Record:
    below = [_below(record, part) for path in part.inside for record in _components(path)]
    described: Record = {
        "type": "library",
        "bom-ref": _reference(part),
        "name": part.name,
        "version": part.version,
        "description": part.purpose,
        "licenses": _licences(part.licence),
        "purl": part.address,
        "components": sorted(below, key=lambda each: each["bom-ref"]),
    }
    return {key: value for key, value in described.items() if value}


def _licences(words: str) -> list[Record]:
    """As an expression of SPDX where it is one."""
    expression = words.replace(" of ", " OR ")
    return [{"expression": expression}] if _EXPRESSION.match(expression) else [{"license": {"name": words}}]


def _components(path: Path) -> Iterable[Record]:
    """What a library was built from; what was only needed to build it is left out."""
    found: list[Record] = json.loads(path.read_text(encoding="utf-8")).get("components", [])
    return [record for record in found if record.get("scope") != "excluded"]


def _below(record: Record, part: Shipped) -> Record:
    kept = {key: record[key] for key in ("type", "name", "version", "licenses", "purl", "hashes") if key in record}
    return {**kept, "bom-ref": f"{part.name}/{record.get('purl') or record['name']}"}


def write(parts: list[Shipped], moment: datetime, target: Path) -> None:
    text = json.dumps(bill(parts, moment), ensure_ascii=False, indent=1)
    target.write_text(text + "\n", encoding="utf-8", newline="\n")
