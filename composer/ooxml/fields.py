"""Fields that Word computes (Part 1, section 17.16): finding them, and flattening them to their results."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from composer.ooxml.markup import Element, w
from composer.ooxml.revisions import remove, unwrap

KEPT = frozenset(
    {
        "PAGE",
        "NUMPAGES",
        "SECTIONPAGES",
        "SECTION",
        "STYLEREF",
        "PAGEREF",
        "NOTEREF",
        "REF",
        "SEQ",
        "HYPERLINK",
        "TOC",
        "=",
    }
)
"""What a field of an organisation's own may go on working out: nothing outside the document, and nobody's name."""
TELLING = frozenset(
    {"AUTHOR", "LASTSAVEDBY", "USERNAME", "USERINITIALS", "USERADDRESS", "FILENAME", "TEMPLATE", "COMMENTS", "EDITTIME"}
)
"""Fields of which the result is as little meant for readers as the field itself."""
_SAFE = ("http://", "https://", "mailto:", "tel:", "\\l")


@dataclass(slots=True)
class Field:
    """`steps` are the elements that make it a field, `result` what it shows; a simple field is its own only step."""

    instruction: str = ""
    steps: list[Element] = field(default_factory=list[Element])
    result: list[Element] = field(default_factory=list[Element])

    @property
    def kind(self) -> str:
        words = self.instruction.split()
        return words[0].upper() if words else ""

    @property
    def argument(self) -> str:
        """The argument after the field's kind, without quotation marks: the name of a property or of a column."""
        quoted = self.instruction.split('"')
        words = self.instruction.split()
        return quoted[1] if len(quoted) > 2 else words[1] if len(words) > 1 else ""

    @property
    def harmless(self) -> bool:
        if self.kind == "HYPERLINK":
            return self.instruction.split(maxsplit=1)[-1].strip().strip('"').casefold().startswith(_SAFE)
        return self.kind in KEPT


def fields(root: Element) -> Iterator[Field]:
    """The fields of a part, each when it ends, so that an inner one comes before the one around it."""
    open_fields: list[Field] = []
    results: list[bool] = []
    for element in root.iter(w("fldSimple"), w("fldChar"), w("instrText"), w("t")):
        if element.tag == w("fldSimple"):
            yield Field(str(element.get(w("instr"), "")), [element], list(element.iter(w("t"))))
        elif element.tag == w("fldChar"):
            yield from _step(element, open_fields, results)
        elif open_fields and element.tag == w("instrText") and not results[-1]:
            open_fields[-1].instruction += element.text or ""
            open_fields[-1].steps.append(element)
        elif open_fields and results[-1]:
            open_fields[-1].result.append(element)


def _step(element: Element, open_fields: list[Field], results: list[bool]) -> Iterator[Field]:
    step = element.get(w("fldCharType"))
    if step == "begin":
        open_fields.append(Field(steps=[element]))
        results.append(False)
    elif open_fields:
        open_fields[-1].steps.append(element)
        results[-1] = True
        if step == "end":
            results.pop()
            yield open_fields.pop()


def flatten(found: Field) -> None:
    """Replaces a field by its result as plain text, or removes one that shows who made the document or where."""
    if found.kind in TELLING:
        for text in found.result:
            remove(text)
    for step in found.steps:
        if step.tag == w("fldSimple"):
            unwrap(step)
        else:
            remove(step)
