"""The letter as a Word document for colleagues: a comment with each piece, and bookmarks that identify every text."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from composer.assemble.bookmarks import bookmarks_of, words_of
from composer.domain.document import Block, Document, Field, FieldList, Inline, NoteReference
from composer.domain.transform import map_inlines
from composer.domain.traversal import flatten
from composer.export.house_style import HouseStyle
from composer.export.to_docx import to_docx
from composer.ooxml.markup import HEAD, WORD_NAMESPACES, elements, escape, local_name, parse, serialise, w
from composer.ooxml.package import Package
from composer.ooxml.reading import read_package
from composer.ooxml.relations import COMMENTS, SETTINGS, attach, main_part, parts_related

AUTHOR, INITIALS = "Raadsbrief", "RB"
FIRST_ID = 1_000_000
"""Above the ids that the letter's own bookmarks have."""
FIRST_MARK = 1_000_000
"""Above the numbers that notes have."""
_BEFORE_TRACKING = (
    "writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime", "doNotDisplayPageBoundaries",
    "displayBackgroundShape", "printPostScriptOverText", "printFractionalCharacterWidth", "printFormsData",
    "embedTrueTypeFonts", "embedSystemFonts", "saveSubsetFonts", "saveFormsData", "mirrorMargins",
    "alignBordersAndEdges", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop",
    "hideSpellingErrors", "hideGrammaticalErrors", "activeWritingStyle", "proofState", "formsDesign",
    "attachedTemplate", "linkStyles", "stylePaneFormatFilter", "stylePaneSortMethod", "documentType", "mailMerge",
    "revisionView",
)  # fmt: skip


def to_review_copy(document: Document, house_style: HouseStyle, remarks: Mapping[str, str]) -> bytes:
    """The Word file, with change tracking on; `remarks` are the comments by piece, a line for each paragraph."""
    marked = _Marks(document, remarks)
    data = to_docx(marked.document(), house_style, marked.xml)
    package = read_package(data)
    main = main_part(package)
    package = _with_tracking(package, main)
    if marked.comments:
        name = f"{main.rpartition('/')[0]}/comments.xml".lstrip("/")
        package, _ = attach(package, main, name, COMMENTS, _comments_xml(marked.comments, document))
    return package.to_bytes()


class _Marks:
    """The document with a mark at both ends of every run that has words, and the markup of each mark.

    A mark is a note reference with a number of its own, for which the writer inserts this markup.
    """

    def __init__(self, document: Document, remarks: Mapping[str, str]) -> None:
        self.source = document
        self.xml: dict[int, str] = {}
        self.comments: dict[int, str] = {}
        self._hosts = _hosts(document, remarks)
        self._places = enumerate(bookmarks_of(document.blocks))

    def document(self) -> Document:
        return replace(self.source, blocks=tuple(self._block(block) for block in self.source.blocks))

    def _block(self, block: Block) -> Block:
        if not isinstance(block, FieldList):
            return map_inlines(block, self._run)
        return replace(block, fields=tuple(self._field(entry) for entry in block.fields))

    def _field(self, entry: Field) -> Field:
        """A field with marks around its label only: writers look at the form of its content."""
        label = self._run(entry.label)
        next(self._places)
        return replace(entry, label=label)

    def _run(self, content: tuple[Inline, ...]) -> tuple[Inline, ...]:
        order, (place, _) = next(self._places)
        if not words_of(content):
            return content
        number = FIRST_ID + len(self.xml)
        start = f'<w:bookmarkStart w:id="{number}" w:name="{place.name}"/>'
        end = f'<w:bookmarkEnd w:id="{number}"/>'
        for text in self._hosts.get(order, ()):
            comment = len(self.comments)
            self.comments[comment] = text
            start += f'<w:commentRangeStart w:id="{comment}"/>'
            end += f'<w:commentRangeEnd w:id="{comment}"/><w:r><w:commentReference w:id="{comment}"/></w:r>'
        return self._mark(start), *content, self._mark(end)

    def _mark(self, markup: str) -> NoteReference:
        number = FIRST_MARK + len(self.xml)
        self.xml[number] = markup
        return NoteReference(number)


def _hosts(document: Document, remarks: Mapping[str, str]) -> dict[int, list[str]]:
    """The comments by the index of their run: the first run of each piece.

    Never the run with the first note: LibreOffice 7.4 then shuffles the texts of the notes; the run before it is taken.
    """
    runs = [
        (order, place, content)
        for order, (place, content) in enumerate(bookmarks_of(document.blocks))
        if words_of(content)
    ]
    noted = (
        order for order, _, content in runs if any(isinstance(inline, NoteReference) for inline in flatten(content))
    )
    shunned = next(noted, -1)
    hosts: dict[int, list[str]] = {}
    for piece, text in remarks.items():
        first = next((order for order, place, _ in runs if place.piece == piece), None)
        if first is not None:
            others = [order for order, _, _ in runs if order != shunned]
            hosts.setdefault(_nearest(first, others), []).append(text)
    return hosts


def _nearest(wanted: int, orders: list[int]) -> int:
    """The order itself when it is among them, else the nearest one, the earlier one first."""
    return min(orders, key=lambda order: (abs(order - wanted), order), default=wanted)


def _comments_xml(comments: Mapping[int, str], document: Document) -> bytes:
    """The part with the comments (Part 1, section 17.13.4.6)."""
    day = document.properties.date.isoformat()
    shown = (
        f'<w:comment w:id="{number}" w:author="{AUTHOR}" w:initials="{INITIALS}" w:date="{day}T00:00:00Z">'
        f"{''.join(_paragraphs(text))}</w:comment>"
        for number, text in comments.items()
    )
    return f"{HEAD}<w:comments {WORD_NAMESPACES}>{''.join(shown)}</w:comments>".encode()


def _paragraphs(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        yield f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>'


def _with_tracking(package: Package, main: str) -> Package:
    """The settings with changes tracked, in their fixed order (section 17.15.1.78)."""
    name = parts_related(package, main, SETTINGS.relation)[0]
    root = parse(package.read(name))
    before = [at for at, child in enumerate(root) if local_name(child) in _BEFORE_TRACKING]
    if root.find(w("trackRevisions")) is None:
        root.insert(max(before, default=-1) + 1, elements("<w:trackRevisions/>")[0])
    return package.with_part(name, serialise(root))
