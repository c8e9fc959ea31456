"""Notes at the foot of the page or in a list at the end, as the house style has it."""

from composer.domain.document import Document, Inline, Text
from composer.export.docx.base import Base
from composer.export.docx.blocks import notes_heading
from composer.export.docx.body import Body
from composer.export.docx.inlines import Runs, runs
from composer.export.docx.paragraphs import field, paragraph
from composer.ooxml.notes import note_xml
from composer.ooxml.numbering import instance_xml

LIST_HEADING: tuple[Inline, ...] = (Text("Bronnen"),)


def footnote_marks(document: Document, base: Base) -> dict[int, str]:
    """The reference of each note by its number (Part 1, section 17.11.14)."""
    style = base.styles["voetnootmarkering"]
    return {
        note.number: f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr><w:footnoteReference w:id="{note_id}"/></w:r>'
        for note_id, note in enumerate(document.notes, base.first_note)
    }


def footnotes_xml(document: Document, part: Runs) -> str:
    styles = part.base.styles
    mark = f'<w:r><w:rPr><w:rStyle w:val="{styles["voetnootmarkering"]}"/></w:rPr><w:footnoteRef/></w:r>'
    space = '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
    return "".join(
        note_xml(note_id, paragraph(styles["voetnoottekst"], mark + space + runs(note.content, part)))
        for note_id, note in enumerate(document.notes, part.base.first_note)
    )


def list_marks(document: Document, base: Base) -> dict[int, str]:
    """A raised number that leads to the note's place in the list at the end."""
    style = base.styles["voetnootmarkering"]
    return {
        note.number: f'<w:hyperlink w:anchor="{_anchor(note.number)}" w:history="1"><w:r><w:rPr>'
        f'<w:rStyle w:val="{style}"/></w:rPr><w:t>{note.number}</w:t></w:r></w:hyperlink>'
        for note in document.notes
    }


def list_xml(document: Document, body: Body) -> str:
    """The heading and the counted list of notes, each with the place that its mark leads to."""
    if not document.notes:
        return ""
    numbering = body.runs.base.numbering
    number = numbering.first + 1 + len(body.lists)
    body.lists.append(instance_xml(number, numbering.numbers, 0, 1))
    place = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    entries = [
        paragraph(
            body.style("nummering"),
            f'<w:bookmarkStart w:id="{note.number}" w:name="{_anchor(note.number)}"/>'
            f'{runs(note.content, body.runs)}<w:bookmarkEnd w:id="{note.number}"/>',
            place,
        )
        for note in document.notes
    ]
    return notes_heading(LIST_HEADING, body) + "".join(entries)


def with_repeats(text: bytes, part: Runs) -> bytes:
    """The text with each further reference to a note as a cross-reference: a footnote has one reference (section 17.16.5.43)."""
    if len(set(part.marked)) == len(part.marked):
        return text
    markup = text.decode()
    for number in sorted({each for each in part.marked if part.marked.count(each) > 1 and each in part.marks}):
        mark, name = part.marks[number], f"_Noot{number}"
        first, _, rest = markup.partition(mark)
        start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{mark}<w:bookmarkEnd w:id="{number}"/>'
        markup = first + start + rest.replace(mark, _repeat(number, name, mark))
    return markup.encode()


def _repeat(number: int, name: str, mark: str) -> str:
    properties = mark.partition("<w:footnoteReference")[0].removeprefix("<w:r>")
    return field(f"NOTEREF {name} \\f \\h", f"<w:t>{number}</w:t>", properties)


def _anchor(number: int) -> str:
    return f"_Bron{number}"
