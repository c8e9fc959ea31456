"""Relations, styles, notes and numbering, each in a small package."""

import pytest

from composer.ooxml import notes, numbering
from composer.ooxml.markup import HEAD, WORD_NAMESPACES, elements, parse, w
from composer.ooxml.package import CONTENT_TYPES_NAME, Package, stored
from composer.ooxml.relations import (
    DOCUMENT,
    FOOTNOTES,
    PACKAGE_ROOT,
    attach,
    main_part,
    part_name,
    parts_related,
    reachable,
    relations_name,
    relations_of,
    with_only_relations,
)
from composer.ooxml.styles import Styles, heading_level, set_language, style_chain

TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def small() -> Package:
    package = Package((stored(CONTENT_TYPES_NAME, TYPES),))
    package, _ = attach(package, PACKAGE_ROOT, "word/document.xml", DOCUMENT, b"<a/>")
    return attach(package, "word/document.xml", "word/footnotes.xml", FOOTNOTES, notes.EMPTY_NOTES)[0]


def test_attached_parts_are_found_and_declared() -> None:
    package = small()
    assert main_part(package) == "word/document.xml"
    assert parts_related(package, "word/document.xml", FOOTNOTES.relation) == ("word/footnotes.xml",)
    assert FOOTNOTES.content in package.read(CONTENT_TYPES_NAME).decode()
    assert [relation.id for relation in relations_of(package, "word/document.xml")] == ["rId1"]


def test_names_of_parts() -> None:
    assert relations_name(PACKAGE_ROOT) == "_rels/.rels"
    assert relations_name("word/document.xml") == "word/_rels/document.xml.rels"
    assert part_name("word/document.xml", "media/a.png") == "word/media/a.png"
    assert part_name("word/document.xml", "../docProps/a.xml") == "docProps/a.xml"
    assert part_name("word/document.xml", "/word/a.xml") == "word/a.xml"


def test_what_nothing_leads_to_goes() -> None:
    package = with_only_relations(small(), "word/document.xml", ("styles",))
    assert reachable(package).names == (
        CONTENT_TYPES_NAME,
        "word/document.xml",
        "_rels/.rels",
        "word/_rels/document.xml.rels",
    )
    assert "footnotes" not in reachable(package).read(CONTENT_TYPES_NAME).decode()


def test_separators_are_declared_in_their_place() -> None:
    settings = elements("<w:settings><w:zoom/><w:footnotePr/><w:compat/><w:rsids/></w:settings>")[0]
    notes.declare_separators(settings, notes.EMPTY_NOTES)
    assert [str(child.tag).rpartition("}")[2] for child in settings] == ["zoom", "footnotePr", "compat", "rsids"]
    assert [child.get(w("id")) for child in settings[1]] == ["-1", "0"]


def test_old_notes_go_and_separators_stay() -> None:
    data = notes.EMPTY_NOTES.replace(b"</w:footnotes>", b'<w:footnote w:id="7"><w:p/></w:footnote></w:footnotes>')
    before, after, first = notes.split_footnotes(data)
    assert 'w:id="7"' not in before
    assert len(parse((before + notes.note_xml(first, "<w:p/>") + after).encode())) == 3
    assert first == 1


def test_notes_come_after_separators_with_other_numbers() -> None:
    data = notes.EMPTY_NOTES.replace(b'w:id="0"', b'w:id="1"').replace(b'w:id="-1"', b'w:id="0"')
    assert notes.split_footnotes(data)[2] == 2


def test_a_style_of_several_levels_is_used_and_another_is_not() -> None:
    style = elements('<w:style><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>')[0]
    for levels, expected in ((numbering.bullet_levels(), 3), ('<w:lvl w:ilvl="0"/>', None)):
        part = numbering.abstract_xml(3, levels) + numbering.instance_xml(5, 3)
        root = parse(f"{HEAD}<w:numbering {WORD_NAMESPACES}>{part}</w:numbering>".encode())
        assert numbering.abstract_of_style(root, style) == expected


def test_definitions_come_before_instances() -> None:
    old = f"{numbering.abstract_xml(2, '')}{numbering.instance_xml(4, 2)}<w:numIdMacAtCleanup w:val='1'/>"
    root, chosen = numbering.prepare_numbering(
        f"<w:numbering {WORD_NAMESPACES}>{old}</w:numbering>".encode(), [None, None]
    )
    made = numbering.cut(root, *chosen)
    whole = parse((made.before + numbering.instance_xml(made.first + 1, made.numbers, 0, 3) + made.after).encode())
    tags = [str(child.tag).rpartition("}")[2] for child in whole]
    assert tags == ["abstractNum"] * 3 + ["num"] * 3 + ["numIdMacAtCleanup"]
    assert [child.get(w("numId")) for child in whole if child.tag == w("num")] == ["4", "5", "6"]


def test_styles_by_name_in_any_case_and_free_ids() -> None:
    root = elements(
        '<w:styles><w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="character" w:styleId="Kop1"><w:name w:val="heading 1"/></w:style></w:styles>'
    )[0]
    styles = Styles(root)
    assert styles.find("normal", "paragraph") is styles.default("paragraph")
    assert styles.find("Heading 1", "paragraph") is None
    added = styles.add('<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/></w:style>')
    assert added.id == "Kop12"
    assert styles.find("Heading 1", "paragraph") == added


def test_language_is_set_once() -> None:
    root = elements("<w:styles/>")[0]
    assert set_language(root, "nl-NL")
    assert not set_language(root, "nl-NL")
    assert root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}/{w('lang')}") is not None


def test_a_style_is_followed_to_its_bases_until_they_run_in_a_circle() -> None:
    bases = {"a": "b", "b": "c", "c": "a", "d": "weg", "e": ""}
    styles = {name: elements(f'<w:style><w:basedOn w:val="{base}"/></w:style>')[0] for name, base in bases.items()}
    chains = {
        name: [key for each in style_chain(name, styles.get) for key in styles if styles[key] is each] for name in bases
    }
    assert chains == {"a": ["a", "b", "c"], "b": ["b", "c", "a"], "c": ["c", "a", "b"], "d": ["d"], "e": ["e"]}


@pytest.mark.parametrize(
    ("outline", "level"), [("0", 1), ("8", 9), ("9", 0), ("", 0), ("²", 0), ("9" * 5000, 0), ("-1", 0)]
)
def test_only_levels_make_headings(outline: str, level: int) -> None:
    assert heading_level(outline) == level
