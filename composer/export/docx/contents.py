"""A table of contents field (Part 1, section 17.16.5.68), with its results filled in."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from composer.domain.document import Document, Heading
from composer.domain.traversal import plain
from composer.export.additions import CONTENTS_DEPTH, CONTENTS_TITLE, ContentsList
from composer.export.docx.base import Base
from composer.export.docx.inlines import run
from composer.export.docx.paragraphs import field as word_field
from composer.export.docx.paragraphs import field_end, field_start, paragraph

_FIRST_BOOKMARK = 10_000  # above the numbers that notes use


@dataclass(frozen=True, slots=True)
class Contents:
    """`entries` are level and words by the index of the heading; `pages` the page of each where those are shown."""

    place: int = -1
    entries: Mapping[int, tuple[int, str]] = field(default_factory=dict[int, tuple[int, str]])
    pages: Mapping[int, int] = field(default_factory=dict[int, int])


NONE = Contents()


def marked_headings(
    document: Document, wanted: ContentsList | None, pages: Mapping[int, int] | None = None
) -> Contents:
    """The entries of the list; empty for a letter without one."""
    if wanted is None:
        return NONE
    found = {index: document.blocks[index] for index in wanted.headings}
    entries = {i: (each.level, plain(each.content)) for i, each in found.items() if isinstance(each, Heading)}
    return Contents(wanted.place, entries, pages or {})


def bookmarked(index: int, markup: str, contents: Contents) -> str:
    """A heading's runs within the bookmark that the list links to."""
    if index not in contents.entries:
        return markup
    number = _FIRST_BOOKMARK + index
    return f'<w:bookmarkStart w:id="{number}" w:name="{anchor(index)}"/>{markup}<w:bookmarkEnd w:id="{number}"/>'


def anchor(index: int) -> str:
    return f"_Toc{_FIRST_BOOKMARK + index}"


def contents_xml(contents: Contents, base: Base) -> str:
    """The title, and an entry for each heading; as in Word, the field ends in an empty paragraph below them."""
    hidden = "" if contents.pages else " \\n"
    start = field_start(f'TOC \\o "1-{CONTENTS_DEPTH}" \\h \\z \\u{hidden}')
    lines = [
        _entry(index, contents, base, start if number == 0 else "") for number, index in enumerate(contents.entries)
    ]
    title = paragraph(base.styles["inhoudkop"], run(CONTENTS_TITLE, base))
    return title + "".join(lines) + paragraph(base.styles["inhoud1"], field_end())


def _entry(index: int, contents: Contents, base: Base, before: str) -> str:
    level, words = contents.entries[index]
    link = f'<w:hyperlink w:anchor="{anchor(index)}" w:history="1">{run(words, base)}{_page(index, contents)}</w:hyperlink>'
    return paragraph(base.styles[f"inhoud{level}"], before + link)


def _page(index: int, contents: Contents) -> str:
    if index not in contents.pages:
        return ""
    number = word_field(f"PAGEREF {anchor(index)} \\h", f"<w:t>{contents.pages[index]}</w:t>")
    return f"<w:r><w:tab/></w:r>{number}"
