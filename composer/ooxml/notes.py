"""Footnotes as Word keeps them: a part of their own, separators, and the settings that name these (Part 1, section 17.11)."""

from composer.ooxml.markup import HEAD, WORD_NAMESPACES, Element, elements, end_tag, fragment, parse, start_tag, w

SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    "<w:r><w:separator/></w:r></w:p></w:footnote>"
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:spacing w:after="0" w:line="240"'
    ' w:lineRule="auto"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)
EMPTY_NOTES = f"{HEAD}<w:footnotes {WORD_NAMESPACES}>{SEPARATORS}</w:footnotes>".encode()
_AFTER_NOTES = (
    "endnotePr", "compat", "docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang", "clrSchemeMapping",
    "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions", "readModeInkLockDown",
    "smartTagType", "schemaLibrary", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator",
)  # fmt: skip


def opened(data: bytes) -> tuple[str, str, int]:
    """A footnotes part cut open where notes go, with its separators and without its notes; and the first free id."""
    root = parse(data)
    separators = [note for note in root.iter(w("footnote")) if note.get(w("type")) not in {None, "normal"}]
    first = 1 + max((int(str(note.get(w("id")))) for note in separators), default=0)
    return HEAD + start_tag(root) + "".join(map(fragment, separators)), end_tag(root), max(first, 1)


def declare_separators(settings: Element, notes: bytes) -> None:
    """Makes the settings name exactly the separators that the notes part has (section 17.11.9)."""
    for present in settings.findall(w("footnotePr")):
        settings.remove(present)
    ids = [
        str(note.get(w("id")))
        for note in parse(notes).iter(w("footnote"))
        if note.get(w("type")) not in {None, "normal"}
    ]
    named = "".join(f'<w:footnote w:id="{each}"/>' for each in ids)
    settings.insert(_place(settings), elements(f"<w:footnotePr>{named}</w:footnotePr>")[0])


def _place(settings: Element) -> int:
    """Where in the fixed order of settings (section 17.15.1.78) the footnotes' entry belongs."""
    names = [str(child.tag).rpartition("}")[2] for child in settings]
    return next((index for index, name in enumerate(names) if name in _AFTER_NOTES), len(names))


def note_xml(number: int, paragraphs: str) -> str:
    return f'<w:footnote w:id="{number}">{paragraphs}</w:footnote>'
