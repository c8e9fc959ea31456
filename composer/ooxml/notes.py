"""Footnotes as Word keeps them: a part of their own, separators, and the settings that name these (Part 1, section 17.11)."""

from collections.abc import Collection

from composer.ooxml.markup import HEAD, WORD_NAMESPACES, Element, end_tag, fragment, parse, start_tag, w
from composer.ooxml.settings import put

SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    "<w:r><w:separator/></w:r></w:p></w:footnote>"
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:spacing w:after="0" w:line="240"'
    ' w:lineRule="auto"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)
EMPTY_NOTES = f"{HEAD}<w:footnotes {WORD_NAMESPACES}>{SEPARATORS}</w:footnotes>".encode()


def split_footnotes(data: bytes, kept: Collection[str] = ()) -> tuple[str, str, int]:
    """A footnotes part split where notes go, with its separators and the `kept` notes only; and the first free id."""
    root = parse(data)
    stay = [note for note in root.iter(w("footnote")) if is_separator(note) or note.get(w("id")) in kept]
    first = 1 + max((int(str(note.get(w("id")))) for note in stay), default=0)
    return HEAD + start_tag(root) + "".join(map(fragment, stay)), end_tag(root), max(first, 1)


def is_separator(note: Element) -> bool:
    return note.get(w("type")) not in {None, "normal"}


def declare_separators(settings: Element, notes: bytes, *, restart: bool = False) -> None:
    """Makes the settings name exactly the separators that the notes part has, and sets whether numbers restart on each page."""
    present = settings.find(w("footnotePr"))
    form = "" if present is None else "".join(fragment(each) for each in present.findall(w("numFmt")))
    ids = [str(note.get(w("id"))) for note in parse(notes).iter(w("footnote")) if is_separator(note)]
    named = form + ('<w:numRestart w:val="eachPage"/>' if restart else "")
    named += "".join(f'<w:footnote w:id="{each}"/>' for each in ids)
    put(settings, f"<w:footnotePr>{named}</w:footnotePr>")


def note_xml(number: int, paragraphs: str) -> str:
    return f'<w:footnote w:id="{number}">{paragraphs}</w:footnote>'
