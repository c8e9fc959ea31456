"""Custom XML data in a Word file, which Word preserves (Part 1, section 22.5): an item and its properties."""

from composer.ooxml.markup import HEAD, R, escape
from composer.ooxml.package import Package
from composer.ooxml.relations import Kind, attach

_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
ITEM = Kind(f"{R}/customXml", "application/xml")
_PROPERTIES = Kind(f"{R}/customXmlProps", "application/vnd.openxmlformats-officedocument.customXmlProperties+xml")
_IDENTITY = "{6B0C9B1E-52C4-4D1B-9C0F-7D6A3E5F1A20}"
"""Of our item in any package; Word only asks that no other item in the same package has it."""


def with_data_item(package: Package, main: str, space: str) -> tuple[Package, str]:
    """The package with an empty item in a namespace, related to the main part; and the item's name."""
    number = next(each for each in range(1, len(package.names) + 2) if f"customXml/item{each}.xml" not in package)
    item, properties = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
    package, _ = attach(package, main, item, ITEM, f'{HEAD}<leeg xmlns="{escape(space)}"/>'.encode())
    described = (
        f'{HEAD}<ds:datastoreItem xmlns:ds="{_STORE}" ds:itemID="{_IDENTITY}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{escape(space)}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    package, _ = attach(package, item, properties, _PROPERTIES, described.encode())
    return package, item
