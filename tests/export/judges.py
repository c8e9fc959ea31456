"""What others say of our files: two Word validators, a PDF validator, python-docx and LibreOffice's text."""

import io
import zipfile
from pathlib import Path

import page
from lxml import etree
from ooxml_integrity import check
from openxml_audit import OpenXmlValidator  # pyright: ignore[reportMissingTypeStubs]

from composer.ooxml.preflight import preflight
from composer.ooxml.reading import read_package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)


def complaints(data: bytes, folder: Path) -> list[str]:
    """All that the validators and our own preflight find in a Word file."""
    path = folder / "oordeel.docx"
    path.write_bytes(data)
    audit = OpenXmlValidator().validate(path)
    return [
        *(f"openxml-audit: {error.description}" for error in audit.errors),
        *(f"ooxml-integrity: {finding}" for finding in check(path)),
        *(f"preflight: {fault}" for fault in preflight(read_package(data))),
    ]


def pdf_complaints(data: bytes) -> list[str]:
    reports = [page.validate_pdf_bytes(data, profile=profile) for profile in PROFILES]
    return [str(report) for report in reports if not report.is_compliant]


def part(data: bytes, name: str) -> etree._Element:  # pyright: ignore[reportPrivateUsage]
    """The root of one part of a Word file."""
    return etree.fromstring(text(data, name).encode())


def text(data: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


def names(data: bytes) -> list[str]:
    return zipfile.ZipFile(io.BytesIO(data)).namelist()


def words(root: etree._Element) -> str:  # pyright: ignore[reportPrivateUsage]
    return "".join(str(element.text) for element in root.iter(f"{W}t"))


def paragraphs(root: etree._Element) -> list[tuple[str, str]]:  # pyright: ignore[reportPrivateUsage]
    """Each paragraph as the id of its style and its words."""
    return [(_style(paragraph), words(paragraph)) for paragraph in root.iter(f"{W}p")]


def _style(paragraph: etree._Element) -> str:  # pyright: ignore[reportPrivateUsage]
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(f"{W}val"))
