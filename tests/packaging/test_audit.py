"""The libraries are held against known vulnerabilities without a network, and each has a lowest version."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import audit
import pytest
from audit import ADVISORIES, Advisory, Held, advisories, brought_up_to_date, complaints, floors, installed, pins
from build import release_date
from licences import requirements
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.libraries import ROOT

PATIENCE = 120
"""Days before a release within which somebody must have looked at what is known."""


def test_nothing_that_we_allow_pin_or_have_is_known_to_be_vulnerable() -> None:
    known = advisories()
    held = [*floors(), *pins(), *installed()]
    assert complaints(held, known) == []
    assert len(known) > 15 and len(held) > 60


def test_every_library_that_is_named_has_a_lowest_version() -> None:
    assert [each.package for each in floors() if each.version is None] == []


def test_every_library_that_is_needed_has_its_exact_version() -> None:
    pinned = {each.package for each in pins()}
    assert [name for each in requirements() if (name := canonicalize_name(each.metadata["Name"])) not in pinned] == []


def test_an_advisory_is_about_something_that_we_use() -> None:
    used = {each.package for each in (*floors(), *pins())}
    assert [each.name for each in advisories() if each.package not in used] == []


def test_somebody_looked_at_what_is_known_before_the_release() -> None:
    assert (release_date().date() - brought_up_to_date()).days < PATIENCE
    assert brought_up_to_date() <= date.today()


OLD = Advisory("lxml", "CVE-1", Version("6.1.0"), "iets")
CASES = [(Version("6.0.9"), 1), (Version("6.1.0rc1"), 1), (None, 1), (Version("6.1.0"), 0), (Version("6.10"), 0)]


@pytest.mark.parametrize(("version", "number"), CASES)
def test_a_version_before_the_one_that_mends_it_is_told(version: Version | None, number: int) -> None:
    found = complaints([Held("lxml", version, "constraints.txt"), Held("jinja2", Version("1"), "x")], [OLD])
    assert len(found) == number
    assert all("CVE-1" in words and "verholpen in 6.1.0" in words for words in found)


def test_the_step_works_without_a_network_and_writes_the_bill_of_materials(tmp_path: Path) -> None:
    target = tmp_path / "map" / "stuklijst.cdx.json"
    ran = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "audit.py"), "--stuklijst", str(target)],
        cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout + ran.stderr
    record = json.loads(target.read_text(encoding="utf-8"))
    assert (record["bomFormat"], record["specVersion"]) == ("CycloneDX", "1.6")
    named = {canonicalize_name(each["name"]) for each in record["components"]}
    assert {canonicalize_name(each.metadata["Name"]) for each in requirements()} <= named


def test_a_vulnerable_version_ends_the_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    later = ADVISORIES.read_text(encoding="utf-8").replace("verholpen: 6.1.0", "verholpen: 600.0")
    (tmp_path / "advisories.yaml").write_text(later, encoding="utf-8")
    monkeypatch.setattr(audit, "ADVISORIES", tmp_path / "advisories.yaml")
    monkeypatch.setattr(sys, "argv", ["audit.py"])
    assert audit.main() == 1
