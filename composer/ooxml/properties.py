"""The properties of a file (ECMA-376 Part 2 section 8, Part 1 sections 22.2 and 22.3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from composer.ooxml.markup import HEAD, escape

_CUSTOM_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_PROPERTY = 2  # 0 and 1 are reserved (Part 1, section 22.3.2.2)
_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"


@dataclass(frozen=True, slots=True)
class Core:
    """The core properties; `day` is when the document was made, written as noon so that no time zone makes it another day."""

    title: str
    creator: str
    subject: str
    day: date
    language: str
    status: str


def core_xml(core: Core) -> str:
    moment = f'xsi:type="dcterms:W3CDTF">{core.day.isoformat()}T12:00:00Z'
    return (
        f"{HEAD}<cp:coreProperties {_CORE}><dc:title>{escape(core.title)}</dc:title>"
        f"<dc:subject>{escape(core.subject)}</dc:subject><dc:creator>{escape(core.creator)}</dc:creator>"
        f"<dcterms:created {moment}</dcterms:created><dcterms:modified {moment}</dcterms:modified>"
        f"<dc:language>{escape(core.language)}</dc:language><cp:contentStatus>{escape(core.status)}</cp:contentStatus>"
        "</cp:coreProperties>"
    )


def custom_xml(properties: Mapping[str, str]) -> str:
    """Custom properties, all of them text."""
    entries = "".join(
        f'<property fmtid="{_CUSTOM_SET}" pid="{number}" name="{escape(name)}"><vt:lpwstr>{escape(value)}</vt:lpwstr></property>'
        for number, (name, value) in enumerate(properties.items(), _FIRST_PROPERTY)
    )
    namespaces = f'xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes"'
    return f"{HEAD}<Properties {namespaces}>{entries}</Properties>"


def extended_xml(application: str) -> str:
    named = f"<Application>{escape(application)}</Application>"
    return f'{HEAD}<Properties xmlns="{_OFFICE}/extended-properties">{named}</Properties>'
