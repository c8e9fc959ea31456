"""The blocks of a letter as typst source."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from composer.export.pdf.grids import fields, table
from composer.export.pdf.source import (
    Data,
    above,
    array,
    framed,
    inherited,
    is_framed,
    lines,
    paragraph,
    pt,
    quoted,
    spaced,
    styled,
    text_rule,
    words,
)

_UPRIGHT: Data = {"left": 0, "right": 0, "borders": {}, "fill": ""}
_LEVEL: Data = {"mark": "•", "form": "1", "before": "", "after": ".", "left": 18, "hanging": 18}
_NARROWEST_MARK = 6


@dataclass(frozen=True, slots=True)
class Writing:
    """`style` is a house style's data, `notes` the inlines of each note by its number, `contents` the list of headings."""

    style: Data
    notes: Data
    contents: Data | None
    headings: dict[int, Data] = field(default_factory=dict[int, Data])
    """Levels of headings that look as their rule says, each with its look; filled while writing."""

    @property
    def kinds(self) -> Data:
        return self.style["kinds"]

    @property
    def body(self) -> Data:
        return inherited(self.kinds["alinea"])

    def inlines(self, nodes: Sequence[Any]) -> str:
        made, held = list[str](), ""
        for node in nodes:
            if isinstance(node, str):
                held += node
            else:
                made += [words(held), self._inline(*node)]
                held = ""
        return "".join((*made, words(held)))

    def _inline(self, kind: str, held: Any, more: Any = False) -> str:
        match kind:
            case "gap":
                return f"#gap({quoted(held)})"
            case "strong" | "emph":
                return f"#{kind}[{self.inlines(held)}]"
            case "link":
                return f"#reference({quoted(more)})[{self.inlines(held)}]"
            case "break":
                return "#linebreak()"
            case _:
                return self._note(held, again=bool(more)) if held in self.notes else ""

    def _note(self, number: str, *, again: bool) -> str:
        match self.style["notes"]:
            case "voetnoten":
                label = f"<noot-{number}>"
                return (
                    f"#footnote({label})"
                    if again
                    else f"#footnote[#h(0.15em){self.inlines(self.notes[number])}]{label}"
                )
            case "eindlijst":
                return f"#super[#link(<bron-{number}>)[{words(number)}]]"
            case _:
                return ""

    def blocks(self, nodes: Sequence[Data], around: Data, outer: float = 0) -> str:
        """The source of blocks; `outer` is the indent of the list around them."""
        return "\n".join(each for node in nodes for each in self._block(node, around, outer) if each)

    def _block(self, node: Data, around: Data, outer: float) -> Iterator[str]:
        if node.get("contents"):
            yield self._contents(node["contents"], around)
        if node.get("new_page"):
            yield "#pagebreak(weak: true)"
        match node["kind"]:
            case "heading":
                yield self._heading(node, around)
            case "paragraph":
                yield self._paragraph(node, around, outer)
            case "list":
                yield self._list(node, around, outer)
            case "quote":
                yield self._quote(node, around, outer)
            case "fields":
                yield fields(node, self.kinds, self.inlines, around) if node["fields"] else ""
            case _:
                yield table(node, self.style, self.inlines, around)

    def _heading(self, node: Data, around: Data) -> str:
        look, content = self.kinds[node["look"]], self.inlines(node["content"])
        if _is_plain(look):
            self.headings[node["level"]] = look
            return f"{spaced(above(look, node['above']))}#heading(level: {node['level']})[{content}]"
        return headed(look, node["above"], f"heading(level: {node['level']})", content, around)

    def _paragraph(self, node: Data, around: Data, outer: float) -> str:
        look = self.kinds[node["look"]]
        look = {**look, **_UPRIGHT} if node.get("within") else {**look, "left": max(look["left"] - outer, 0)}
        made = paragraph(look, self.inlines(node["content"]), around)
        if node.get("flush"):
            return made
        if node.get("sticky") or is_framed(look) or _has_note(node["content"]):
            sticky = ", sticky: true" if node.get("sticky") else ""
            made = f"#block(width: 100%{sticky})[{framed(look, made)}]"
        return spaced(above(look, node["above"])) + made

    def _list(self, node: Data, around: Data, outer: float) -> str:
        """A list's marks and numbers as the organisation's own numbering has them."""
        look, level = self.kinds[node["look"]], self._level(node)
        inside = {**around, "font": look["font"], "size": look["size"], "leading": look["leading"]}
        common = (
            f"tight: true, indent: {pt(level['left'] - level['hanging'] - outer)}, body-indent: 0pt,"
            f" spacing: {pt(look['leading'] + node['spacing'])}"
        )
        items = "\n".join(f"[{self._item(item, look, inside, level['left'])}]," for item in node["items"])
        made = f"#enum({common}, {_counted(node, level)},\n{items})" if node["ordered"] else (
            f"#list({common}, marker: {_mark(level, quoted(level['mark']))},\n{items})"
        )  # fmt: skip
        if inside != around:
            made = lines({**inside, "side": "left", "first": 0}, made, around)
            made = f"#[#set text(font: {quoted(look['font'])}, size: {pt(look['size'])});{made}]"
        return spaced(above(look, node["above"])) + made

    def _level(self, node: Data) -> Data:
        levels = self.style["numbers" if node["ordered"] else "bullets"]
        return levels[min(node["level"], len(levels) - 1)] if levels else _LEVEL

    def _item(self, blocks: Sequence[Data], look: Data, around: Data, left: float) -> str:
        first = paragraph({**look, "first": 0}, self.inlines(blocks[0]["content"]), around)
        return first + self.blocks(blocks[1:], around, left)

    def _quote(self, node: Data, around: Data, outer: float) -> str:
        """A quotation; its blocks have no lines or indents of their own."""
        look = self.kinds["citaat"]
        held = [{**each, "within": True, "flush": not index} for index, each in enumerate(node["blocks"])]
        inner = f"#quote(block: true)[{self.blocks(held, around, outer)}]"
        return f"{spaced(above(look, node['above']))}#block(width: 100%)[{framed({**look, 'first': 0}, inner)}]"

    def _contents(self, node: Data, around: Data) -> str:
        assert self.contents is not None  # its place is known only when there is one
        first, second, head = self.kinds["inhoud1"], self.kinds["inhoud2"], self.kinds["inhoudkop"]
        title = (
            f"#block(width: 100%, sticky: true)[{framed(head, paragraph(head, words(self.contents['title']), around))}]"
        )
        looks = array(self._entry(look, node["next"], around) for look in (first, second))
        names = array(map(quoted, self.contents["words"]))
        paged = str(self.contents["pages"]).lower()
        below = pt(first["size"] + first["leading"] + node["next"])
        return (
            f"{spaced(above(head, node['heading']))}{title}"
            f"#contents({names}, {self.contents['depth']}, {paged}, {looks})#block(height: {below})"
        )

    def _entry(self, look: Data, space: float, around: Data) -> str:
        """The space above an entry of the list of contents, and its format."""
        body = styled(look, f"#pad(left: {pt(look['left'])}, body)", around)
        return f"({pt(space + look['leading'])}, body => [{body}])"

    def sources(self) -> str:
        """The notes as a list at the end."""
        head, look = self.kinds["kop1"], self.kinds["nummering"]
        level = (self.style["numbers"] or [_LEVEL])[0]
        items = "\n".join(f"[#[{self.inlines(note)}]<bron-{number}>]," for number, note in self.notes.items())
        numbered = (
            f"#enum(tight: true, indent: {pt(level['left'] - level['hanging'])}, body-indent: 0pt, number-align: start + top,"
            f" spacing: {pt(look['leading'])}, numbering: number => box(width: {pt(level['hanging'])},"
            f' align(start, numbering("1.", number))),\n{items})'
        )
        made = lines({**look, "side": "left", "first": 0}, styled(look, numbered, self.body), self.body)
        heading = self._heading(
            {"look": "kop1", "level": 1, "above": head["before"], "content": ["Bronnen"]}, self.body
        )
        return f"{heading}{spaced(above(look, head['after']))}{made}"


def headed(look: Data, space: float, make: str, content: str, around: Data) -> str:
    """A heading or title: `make` is the structure element, whose default format is overridden."""
    inner = lines(look, f"#{make}[#{text_rule(look)};{styled(look, content, look)}]", around)
    return f"{spaced(above(look, space))}#block(width: 100%, sticky: true, breakable: false)[{framed(look, inner)}]"


def _has_note(content: Sequence[Any]) -> bool:
    """Whether content has notes; typst then needs a rule against a single line on the next page."""
    return any(node[0] == "note" for node in content if not isinstance(node, str))


def _is_plain(look: Data) -> bool:
    """Whether a heading of this format needs no more than rules for its text and leading."""
    marked = look["caps"] or look["small"] or look["underline"] or look["shade"] or look["raised"]
    return not (marked or is_framed(look) or look["first"] or look["side"] != "left")


def _mark(level: Data, body: str) -> str:
    return f"box(width: {pt(max(level['hanging'], _NARROWEST_MARK))}, align(start, {body}))"


def _counted(node: Data, level: Data) -> str:
    number = f"{quoted(level['before'])} + numbering({quoted(level['form'])}, number) + {quoted(level['after'])}"
    return f"start: {node['start']}, number-align: start + top, numbering: number => {_mark(level, number)}"
