"""The styles that a letter needs, each with the look that it gets where a house style lacks it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from composer.ooxml.styles import Styles

HEADING_LEVELS = 6
LIST_LEVELS = 3
_NORMAL = "standaard"
_INDENT = 357
_FIELD_INDENT = 2410  # 42.5 mm: "Portefeuillehouder" in bold 11 points and some room
_BUILT_IN = 99


@dataclass(frozen=True, slots=True)
class Look:
    """Colours as six hexadecimal digits; `size` is the body's in half points."""

    accent: str
    muted: str
    tint: str
    line: str
    gap: str
    size: int


@dataclass(frozen=True, slots=True)
class Definition:
    """A style that can be made: `name` is Word's, `based_on` and `following` are kinds, None means none."""

    id: str
    name: str
    kind: str = "paragraph"
    based_on: str | None = None
    following: str | None = None
    paragraph: str = ""
    run: str = ""
    rest: str = ""
    custom: bool = False


def spacing(before: int = 0, after: int = 0, line: int | None = None) -> str:
    """Space around a paragraph in twentieths of a point; `line` in 240ths of a line."""
    pitch = "" if line is None else f' w:line="{line}" w:lineRule="auto"'
    return f'<w:spacing w:before="{before}" w:after="{after}"{pitch}/>'


def size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def colour(value: str) -> str:
    return f'<w:color w:val="{value}"/>'


BOLD, ITALIC, KEEP = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>", "<w:keepNext/><w:keepLines/>"


def _headings(look: Look) -> Iterator[tuple[str, Definition]]:
    sizes = (look.size + 5, look.size + 2, look.size)
    for level in range(1, HEADING_LEVELS + 1):
        before = (340, 260, 220)[min(level, 3) - 1]
        paragraph = f'{KEEP}{spacing(before, 80)}<w:outlineLvl w:val="{level - 1}"/>'
        run = BOLD + (ITALIC if level > 3 else "") + colour(look.accent) + size(sizes[min(level, 3) - 1])
        yield (
            f"kop{level}",
            Definition(f"Heading{level}", f"heading {level}", "paragraph", _NORMAL, "alinea", paragraph, run),
        )


def _lists() -> Iterator[tuple[str, Definition]]:
    tight = f"{spacing(0, 160)}<w:contextualSpacing/>"
    yield "opsomming", Definition("ListBullet", "List Bullet", "paragraph", _NORMAL, None, tight)
    yield "nummering", Definition("ListNumber", "List Number", "paragraph", _NORMAL, None, tight)
    for level in range(1, LIST_LEVELS + 1):
        number = "" if level == 1 else f" {level}"
        paragraph = f'{spacing(0, 160)}<w:ind w:left="{_INDENT * level}"/>'
        name = f"List Continue{number}"
        yield f"lijstvervolg{level}", Definition(name.replace(" ", ""), name, "paragraph", _NORMAL, None, paragraph)


def _paragraphs(look: Look) -> Iterator[tuple[str, Definition]]:
    edge = f'<w:pBdr><w:left w:val="single" w:sz="12" w:space="10" w:color="{look.accent}"/></w:pBdr>'
    tabs = f'<w:tabs><w:tab w:val="left" w:pos="{_FIELD_INDENT}"/></w:tabs>'
    hanging = f'<w:ind w:left="{_FIELD_INDENT}" w:hanging="{_FIELD_INDENT}"/>'
    title = f"{KEEP}{spacing(0, 240)}"
    yield (
        "titel",
        Definition("Title", "Title", "paragraph", _NORMAL, "alinea", title, colour(look.accent) + size(look.size + 18)),
    )
    yield (
        "alinea",
        Definition("BodyText", "Body Text", "paragraph", _NORMAL, None, f"<w:widowControl/>{spacing(0, 160)}"),
    )
    yield (
        "na_tabel",
        Definition("AlineaNaTabel", "Alinea na tabel", "paragraph", "alinea", "alinea", spacing(200, 160), custom=True),
    )
    yield "veld", Definition(
        "Veld", "Veld", "paragraph", _NORMAL, None,
        f"<w:keepLines/>{tabs}{spacing(0, 60)}{hanging}", custom=True,
    )  # fmt: skip
    yield (
        "laatste_veld",
        Definition("LaatsteVeld", "Laatste veld", "paragraph", "veld", "alinea", spacing(0, 320), custom=True),
    )
    yield "citaat", Definition(
        "Quote", "Quote", "paragraph", _NORMAL, "alinea",
        f'{edge}{spacing(80, 200)}<w:ind w:left="357" w:right="357"/>', ITALIC,
    )  # fmt: skip
    yield (
        "voetnoottekst",
        Definition(
            "FootnoteText", "footnote text", "paragraph", _NORMAL, None, spacing(0, 40, 252), size(look.size - 4)
        ),
    )


def _characters(look: Look) -> Iterator[tuple[str, Definition]]:
    def style(name: str, run: str, *, custom: bool = False) -> Definition:
        return Definition(name.title().replace(" ", ""), name, "character", "tekens", None, "", run, custom=custom)

    yield "voetnootmarkering", style("footnote reference", '<w:vertAlign w:val="superscript"/>')
    yield "koppeling", style("Hyperlink", f'{colour(look.accent)}<w:u w:val="single"/>')
    yield "sterk", style("Strong", BOLD)
    yield "nadruk", style("Emphasis", ITALIC)
    yield "veldnaam", style("Veldnaam", BOLD, custom=True)
    yield "open_plek", style("Open plek", f'<w:shd w:val="clear" w:color="auto" w:fill="{look.gap}"/>', custom=True)


def _tables(look: Look) -> Iterator[tuple[str, Definition]]:
    yield (
        "tabeltekst",
        Definition(
            "Tabeltekst", "Tabeltekst", "paragraph", _NORMAL, None, spacing(40, 40), size(look.size - 1), custom=True
        ),
    )
    yield (
        "tabelkop",
        Definition(
            "Tabelkop",
            "Tabelkop",
            "paragraph",
            "tabeltekst",
            None,
            "<w:keepNext/>",
            BOLD + colour(look.accent),
            custom=True,
        ),
    )
    yield (
        "tabel",
        Definition(
            "RaadsbriefTabel", "Raadsbrief tabel", "table", "tabelbasis", None, rest=_table_rest(look), custom=True
        ),
    )


def _table_rest(look: Look) -> str:
    def line(side: str, thickness: int, shade: str) -> str:
        return f'<w:{side} w:val="single" w:sz="{thickness}" w:space="0" w:color="{shade}"/>'

    borders = line("top", 8, look.accent) + line("bottom", 8, look.accent) + line("insideH", 4, look.line)
    margins = '<w:left w:w="100" w:type="dxa"/><w:right w:w="100" w:type="dxa"/>'
    header = (
        f"<w:tcPr><w:tcBorders>{line('bottom', 8, look.accent)}</w:tcBorders>"
        f'<w:shd w:val="clear" w:color="auto" w:fill="{look.tint}"/></w:tcPr>'
    )
    return (
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        f'<w:tblStylePr w:type="firstRow">{header}</w:tblStylePr>'
    )


def definitions(look: Look) -> dict[str, Definition]:
    """Every kind of style that a letter uses, those that others build on first."""
    paragraphs = dict(_paragraphs(look))
    return {**paragraphs, **dict(_headings(look)), **dict(_lists()), **dict(_characters(look)), **dict(_tables(look))}


def style_xml(definition: Definition, ids: Mapping[str, str]) -> str:
    """The style's text (Part 1, section 17.7.4.17); `ids` are the ids of the kinds that it may refer to."""
    based = f'<w:basedOn w:val="{ids[definition.based_on]}"/>' if definition.based_on in ids else ""
    following = f'<w:next w:val="{ids[definition.following]}"/>' if definition.following in ids else ""
    paragraph = f"<w:pPr>{definition.paragraph}</w:pPr>" if definition.paragraph else ""
    run = f"<w:rPr>{definition.run}</w:rPr>" if definition.run else ""
    custom = ' w:customStyle="1"' if definition.custom else ""
    return (
        f'<w:style w:type="{definition.kind}"{custom} w:styleId="{definition.id}"><w:name w:val="{definition.name}"/>'
        f'{based}{following}<w:uiPriority w:val="{_BUILT_IN if definition.kind != "paragraph" else 1}"/><w:qFormat/>'
        f"{paragraph}{run}{definition.rest}</w:style>"
    )


def style_ids(styles: Styles, names: Mapping[str, str], look: Look) -> dict[str, str]:
    """The id of each kind's style by its Word name in `names`, or by its usual name; missing ones are added."""
    ids = _default_ids(styles)
    for kind, definition in definitions(look).items():
        name = names.get(kind, definition.name)
        found = styles.find(name, definition.kind) or styles.add(style_xml(replace(definition, name=name), ids))
        ids[kind] = found.id
    return ids


def _default_ids(styles: Styles) -> dict[str, str]:
    kinds = {_NORMAL: "paragraph", "tekens": "character", "tabelbasis": "table"}
    defaults = {name: styles.default(kind) for name, kind in kinds.items()}
    return {name: style.id for name, style in defaults.items() if style is not None}
