"""Packages as values, and the zip that they make."""

import io
import zipfile

import pytest

from composer.ooxml.package import Package, deflated, stored

PARTS = (stored("[Content_Types].xml", b"<Types/>"), deflated("word/a.xml", b"<a>" + b"x" * 5000 + b"</a>"))


def opened(data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(data))


def test_zip_is_one_that_others_read() -> None:
    archive = opened(Package(PARTS).to_bytes({"word/é.xml": "één".encode(), "leeg": b""}))
    assert archive.testzip() is None
    assert archive.namelist() == ["[Content_Types].xml", "word/a.xml", "word/é.xml", "leeg"]
    assert archive.read("word/é.xml").decode() == "één"
    assert archive.read("word/a.xml") == PARTS[1].data


def test_same_parts_same_bytes_at_any_time() -> None:
    archive = opened(Package(PARTS).to_bytes())
    assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert {info.create_system for info in archive.infolist()} == {0}
    assert Package(PARTS).to_bytes() == Package(PARTS).to_bytes({})


def test_what_is_added_in_passing_equals_what_is_added_for_good() -> None:
    package = Package(PARTS)
    assert package.to_bytes({"b": b"1"}) == package.with_part("b", b"1").to_bytes()


def test_a_package_does_not_change() -> None:
    package = Package(PARTS)
    other = package.with_part("word/a.xml", b"<b/>").with_part("c", b"2").without("[Content_Types].xml")
    assert other.names == ("word/a.xml", "c")
    assert other.read("word/a.xml") == b"<b/>"
    assert package.names == ("[Content_Types].xml", "word/a.xml")
    assert package.read("word/a.xml") == PARTS[1].data


def test_kept_parts_stay_packed() -> None:
    package = Package(PARTS).with_part("c", b"2")
    assert package.parts[1] is PARTS[1]


def test_unknown_part() -> None:
    with pytest.raises(KeyError):
        Package(PARTS).read("niets")
