"""Every library that the program needs is named with its licence, and its licence comes along."""

import re
from importlib.metadata import Distribution

import pytest
from bill_of_materials import bill
from build import release_date
from licences import library_part, requirements

from composer.work.program.licences import PURPOSES

NEEDED = requirements()


def name_of(library: Distribution) -> str:
    return re.sub(r"[-_.]+", "-", library.metadata["Name"]).lower()


def test_the_table_names_exactly_what_is_needed() -> None:
    assert {name_of(library) for library in NEEDED} == {re.sub(r"[-_.]+", "-", name).lower() for name in PURPOSES}


@pytest.mark.parametrize("library", NEEDED, ids=name_of)
def test_a_library_has_a_purpose_a_licence_and_its_text(library: Distribution) -> None:
    part = library_part(library)
    assert part.purpose
    assert max(source.stat().st_size for _, source in part.texts) > 500
    stated = library.metadata.json.get("license_expression")
    assert stated in (None, part.licence.replace(" of ", " OR "))


def test_the_bill_of_materials_names_each_with_its_version_and_address() -> None:
    parts = [library_part(library) for library in NEEDED]
    record = bill(parts, release_date())
    assert (record["bomFormat"], record["specVersion"]) == ("CycloneDX", "1.6")
    named = [record["metadata"]["component"], *record["components"]]
    assert [(each["name"], each["version"]) for each in named] == [(part.name, part.version) for part in parts]
    assert all(each["purl"].startswith("pkg:pypi/") and each["licenses"] for each in named)
    below = [each["bom-ref"] for component in named for each in component.get("components", ())]
    references = [*(each["bom-ref"] for each in named), *below]
    assert len(set(references)) == len(references)


def test_the_same_parts_give_the_same_bill() -> None:
    parts = [library_part(library) for library in NEEDED]
    first, second = bill(parts, release_date()), bill(parts, release_date())
    assert first == second
    assert bill(parts[1:], release_date())["serialNumber"] != first["serialNumber"]
