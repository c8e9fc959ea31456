"""The styles that a letter needs, each with its default format where a house style lacks it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from composer.ooxml.computed_formats import Cascade, ParagraphFormat
from composer.ooxml.markup import escape
from composer.ooxml.styles import Styles

HEADING_LEVELS = 6
LIST_LEVELS, CONTENT_LEVELS = 3, 2
_NORMAL = "standaard"
_INDENT = 357
_FIELD_INDENT = 2410  # 42.5 mm: "Portefeuillehouder" in bold 11 points of Calibri or Arial, and some room
_FIELD_SIZE, _FIELD_SHARE = 22, 0.45
_LEFT = '<w:jc w:val="left"/>'
_BUILT_IN = 99
AFTER = 160  # 8 points
EDGE = 9072  # the width of the text on A4 with margins of 25 mm


@dataclass(frozen=True, slots=True)
class StyleDefaults:
    """Colours as six hexadecimal digits; `size` is the body's in half points, `after` the space below it in twentieths.

    `breadth` is how wide its letters are, Calibri's and Arial's being 1. `edge` is where the text ends on the right.
    `pitch` is written in larger text where the body's lines have a height of their own; None leaves the body's.
    """

    accent: str
    muted: str
    tint: str
    line: str
    gap: str
    size: int
    after: int = AFTER
    edge: int = EDGE
    pitch: int | None = None
    breadth: float = 1


@dataclass(frozen=True, slots=True)
class Definition:
    """The definition of a style: `name` is Word's, `kind` its type; `based_on` and `following` are our kinds or None."""

    name: str
    kind: str = "paragraph"
    paragraph: str = ""
    run: str = ""
    based_on: str | None = _NORMAL
    following: str | None = None
    custom: bool = False
    rest: str = ""

    @property
    def id(self) -> str:
        return self.name.title().replace(" ", "")


def spacing(before: int = 0, after: int = 0, line: int | None = None) -> str:
    """Space around a paragraph in twentieths of a point; `line` in 240ths of a line."""
    pitch = "" if line is None else f' w:line="{line}" w:lineRule="auto"'
    return f'<w:spacing w:before="{before}" w:after="{after}"{pitch}/>'


def size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def colour(value: str) -> str:
    return f'<w:color w:val="{value}"/>'


BOLD, ITALIC, KEEP = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>", "<w:keepNext/><w:keepLines/>"


def _headings(look: StyleDefaults) -> Iterator[tuple[str, Definition]]:
    sizes = (look.size + 5, look.size + 2, look.size)
    for level in range(1, HEADING_LEVELS + 1):
        rank = min(level, len(sizes)) - 1
        paragraph = f'{KEEP}{spacing((340, 260, 220)[rank], 80, look.pitch)}<w:outlineLvl w:val="{level - 1}"/>'
        run = BOLD + (ITALIC if level > len(sizes) else "") + colour(look.accent) + size(sizes[rank])
        yield f"kop{level}", Definition(f"heading {level}", paragraph=paragraph, run=run, following="alinea")


def _lists(look: StyleDefaults) -> Iterator[tuple[str, Definition]]:
    tight = f"{spacing(0, look.after)}<w:contextualSpacing/>"
    yield "opsomming", Definition("List Bullet", paragraph=tight)
    yield "nummering", Definition("List Number", paragraph=tight)
    for level in range(1, LIST_LEVELS + 1):
        paragraph = f'{spacing(0, look.after)}<w:ind w:left="{_INDENT * level}"/>'
        yield f"lijstvervolg{level}", Definition(f"List Continue {level}".removesuffix(" 1"), paragraph=paragraph)


def _paragraphs(look: StyleDefaults) -> Iterator[tuple[str, Definition]]:
    edge = f'<w:pBdr><w:left w:val="single" w:sz="12" w:space="10" w:color="{look.accent}"/></w:pBdr>'
    quoted = f'{edge}{spacing(80, 200)}<w:ind w:left="{_INDENT}" w:right="{_INDENT}"/>'
    title = colour(look.accent) + size(look.size + 18)
    yield "titel", Definition("Title", paragraph=KEEP + spacing(0, 240, look.pitch), run=title, following="alinea")
    yield "alinea", Definition("Body Text", paragraph=f"<w:widowControl/>{spacing(0, look.after)}")
    yield (
        "na_tabel",
        Definition(
            "Alinea na tabel", paragraph=spacing(200, look.after), based_on="alinea", following="alinea", custom=True
        ),
    )
    yield "citaat", Definition("Quote", paragraph=quoted, run=ITALIC, following="alinea")
    yield "ondertekening", Definition("Signature", paragraph=f"<w:keepLines/>{spacing(720, look.after)}")
    yield "voetnoottekst", Definition("footnote text", paragraph=spacing(0, 40, 252), run=size(look.size - 4))


def _fields(look: StyleDefaults) -> Iterator[tuple[str, Definition]]:
    indent = min(round(_FIELD_INDENT * max(look.size * look.breadth / _FIELD_SIZE, 1)), round(look.edge * _FIELD_SHARE))
    tabs = f'<w:tabs><w:tab w:val="left" w:pos="{indent}"/></w:tabs>'
    hanging = f'<w:ind w:left="{indent}" w:hanging="{indent}"/>'
    paragraph = f"<w:keepLines/>{tabs}{spacing(0, 60)}{hanging}"
    yield "veld", Definition("Veld", paragraph=paragraph, custom=True)
    yield (
        "laatste_veld",
        Definition("Laatste veld", paragraph=spacing(0, 320), based_on="veld", following="alinea", custom=True),
    )


def _contents(look: StyleDefaults) -> Iterator[tuple[str, Definition]]:
    heading = f"{KEEP}{spacing(240, 80, look.pitch)}"
    yield (
        "inhoudkop",
        Definition(
            "TOC Heading", paragraph=heading, run=BOLD + colour(look.accent) + size(look.size + 2), following="alinea"
        ),
    )
    for level in range(1, CONTENT_LEVELS + 1):
        paragraph = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{look.edge}"/></w:tabs>{spacing(0, 40)}'
        indent = f'<w:ind w:left="{_INDENT * (level - 1)}"/>'
        yield f"inhoud{level}", Definition(f"toc {level}", paragraph=paragraph + indent, following="alinea")


def _characters(look: StyleDefaults) -> Iterator[tuple[str, Definition]]:
    def style(name: str, run: str, *, custom: bool = False) -> Definition:
        return Definition(name, "character", run=run, based_on="tekens", custom=custom)

    yield "voetnootmarkering", style("footnote reference", '<w:vertAlign w:val="superscript"/>')
    yield "koppeling", style("Hyperlink", f'{colour(look.accent)}<w:u w:val="single"/>')
    yield "sterk", style("Strong", BOLD)
    yield "nadruk", style("Emphasis", ITALIC)
    yield "veldnaam", style("Veldnaam", BOLD, custom=True)
    yield "open_plek", style("Open plek", f'<w:shd w:val="clear" w:color="auto" w:fill="{look.gap}"/>', custom=True)


def _tables(look: StyleDefaults) -> Iterator[tuple[str, Definition]]:
    header = BOLD + colour(look.accent)
    rest = _table_rest(look)
    yield (
        "tabeltekst",
        Definition("Tabeltekst", paragraph=spacing(40, 40) + _LEFT, run=size(look.size - 1), custom=True),
    )
    yield "tabelkop", Definition("Tabelkop", "paragraph", "<w:keepNext/>", header, based_on="tabeltekst", custom=True)
    yield "tabel", Definition("Raadsbrief tabel", "table", based_on="tabelbasis", custom=True, rest=rest)


def _table_rest(look: StyleDefaults) -> str:
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


def definitions(look: StyleDefaults) -> dict[str, Definition]:
    """The definitions by kind, those that others are based on first."""
    families = (
        _paragraphs(look),
        _fields(look),
        _headings(look),
        _lists(look),
        _contents(look),
        _characters(look),
        _tables(look),
    )
    return dict(pair for family in families for pair in family)


def style_xml(definition: Definition, ids: Mapping[str, str]) -> str:
    """The style's text (Part 1, section 17.7.4.17); `ids` are the ids of the kinds that it may refer to."""
    based = _reference("basedOn", definition.based_on, ids)
    following = _reference("next", definition.following, ids)
    paragraph = f"<w:pPr>{definition.paragraph}</w:pPr>" if definition.paragraph else ""
    run = f"<w:rPr>{definition.run}</w:rPr>" if definition.run else ""
    custom = ' w:customStyle="1"' if definition.custom else ""
    return (
        f'<w:style w:type="{definition.kind}"{custom} w:styleId="{definition.id}"><w:name w:val="{escape(definition.name)}"/>'
        f'{based}{following}<w:uiPriority w:val="{_BUILT_IN if definition.kind != "paragraph" else 1}"/><w:qFormat/>'
        f"{paragraph}{run}{definition.rest}</w:style>"
    )


def _reference(tag: str, kind: str | None, ids: Mapping[str, str]) -> str:
    return f'<w:{tag} w:val="{ids[kind]}"/>' if kind is not None and kind in ids else ""


def style_ids(styles: Styles, names: Mapping[str, str], look: StyleDefaults) -> dict[str, str]:
    """The id of each kind's style by its Word name in `names`, or by its usual name; missing ones are added."""
    ids = _default_ids(styles, names)
    for kind, definition in definitions(look).items():
        name = names.get(kind, definition.name)
        found = styles.find(name, definition.kind) or styles.add(style_xml(replace(definition, name=name), ids))
        ids[kind] = found.id
    return ids


def _default_ids(styles: Styles, names: Mapping[str, str]) -> dict[str, str]:
    """The ids that added styles are based on: the defaults, or the style that the house style names as `standaard`."""
    kinds = {_NORMAL: "paragraph", "tekens": "character", "tabelbasis": "table"}
    defaults = {name: styles.default(kind) for name, kind in kinds.items()}
    own = styles.find(names.get(_NORMAL, ""), "paragraph")
    found = {name: style.id for name, style in defaults.items() if style is not None}
    return {**found, _NORMAL: own.id} if own else found


def added_directly(ids: Mapping[str, str], cascade: Cascade) -> dict[str, tuple[str, str]]:
    """The properties that the base's own heading styles lack: keep with next, and the outline level for screen readers.

    The first comes at the beginning of a paragraph's properties, the second at their end.
    """
    wanted = {f"kop{level}": level - 1 for level in range(1, HEADING_LEVELS + 1)}
    looks = {kind: cascade.paragraph(ids[kind]) for kind in wanted}
    return {kind: _lacking(looks[kind], outline) for kind, outline in wanted.items()}


def _lacking(look: ParagraphFormat, outline: int) -> tuple[str, str]:
    level = "" if look.outline == outline else f'<w:outlineLvl w:val="{outline}"/>'
    return "" if look.keep_next else "<w:keepNext/>", level
