"""Headers and footers as text with places to fill: content controls by their tag, and the watermark of a draft."""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from composer.ooxml.markup import HEAD, Element, elements, end_tag, escape, fragment, parse, start_tag, w

TAGS = ("organisatie", "onderwerp", "soort", "kenmerk", "datum", "peildatum")
WATERMARK = "watermerk"
_OPEN, _CLOSE = "\ue000", "\ue001"
_VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
_W10 = 'xmlns:w10="urn:schemas-microsoft-com:office:word"'


@dataclass(frozen=True, slots=True)
class Running:
    """A header or footer part whose text has the places named in `places`."""

    name: str
    text: str
    places: tuple[str, ...]

    def filled(self, values: Mapping[str, str]) -> bytes:
        """The part with each place holding the markup given for it."""
        text = self.text
        for place in self.places:
            text = text.replace(_place(place), values[place])
        return text.encode()


def _place(name: str) -> str:
    return f"{_OPEN}{name}{_CLOSE}"


def opened(name: str, data: bytes) -> Running:
    """The part with its content controls opened into places and, in a header, one for the watermark."""
    root = parse(data)
    places: list[str] = []
    for control in list(root.iter(w("sdt"))):
        tag = control.find(f"{w('sdtPr')}/{w('tag')}")
        if tag is not None and tag.get(w("val")) in TAGS:
            places.append(str(tag.get(w("val"))))
            _open(control, places[-1])
    if root.tag == w("hdr"):
        places.append(WATERMARK)
        _add_watermark_place(root)
    return Running(name, HEAD + start_tag(root) + "".join(map(fragment, root)) + end_tag(root), tuple(places))


def _open(control: Element, place: str) -> None:
    """Puts the control's content in its stead, its first run holding the place and the others gone."""
    content = control.find(w("sdtContent"))
    parent = control.getparent()
    if content is None or parent is None:
        return
    for run in list(content.iter(w("r")))[1:]:
        _remove(run)
    for run in content.iter(w("r")):
        _fill(run, place)
    for child in list(content):
        control.addprevious(child)
    parent.remove(control)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _fill(run: Element, place: str) -> None:
    for child in list(run):
        if child.tag != w("rPr"):
            run.remove(child)
    for placeholder in run.findall(f"{w('rPr')}/{w('rStyle')}"):
        _remove(placeholder)  # Word's grey style for text still to be filled in
    run.append(elements(f'<w:t xml:space="preserve">{_place(place)}</w:t>')[0])


def _add_watermark_place(root: Element) -> None:
    paragraph = root.find(w("p"))
    if paragraph is None:
        paragraph = etree.SubElement(root, w("p"))
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        paragraph.insert(0, properties)
    properties.tail = _place(WATERMARK)


def watermark(text: str, number: int) -> str:
    """A run with a word across the page behind the text, as Word writes it; `number` makes its ids the header's own."""
    path = '<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/>'
    formulas = "".join(f'<v:f eqn="{each}"/>' for each in _FORMULAS)
    place = (
        "position:absolute;margin-left:0;margin-top:0;width:430pt;height:104pt;rotation:315;z-index:-251658752;"
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        "mso-position-vertical:center;mso-position-vertical-relative:margin"
    )
    return (
        f"<w:r><w:rPr><w:noProof/></w:rPr><w:pict {_VML} {_W10}>"
        '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">'
        f"<v:formulas>{formulas}</v:formulas>{path}</v:shapetype>"
        f'<v:shape id="Watermerk{number}" o:spid="_x0000_s{2048 + number}" type="#_x0000_t136" alt="{escape(text)}"'
        f' style="{place}" o:allowincell="f" fillcolor="#d9d9d9" stroked="f"><v:fill opacity=".5"/>'
        f'<v:textpath style="font-family:&quot;Calibri&quot;;font-size:1pt" string="{escape(text)}"/>'
        '<w10:wrap anchorx="margin" anchory="margin"/></v:shape></w:pict></w:r>'
    )


# The geometry of text that fits its shape, the same in every watermark that Word writes.
_FORMULAS = (
    "sum #0 0 10800", "prod #0 2 1", "sum 21600 0 @1", "sum 0 0 @2", "sum 21600 0 @3", "if @0 @3 0",
    "if @0 21600 @1", "if @0 0 @2", "if @0 @4 21600", "mid @5 @6", "mid @8 @5", "mid @7 @8", "mid @6 @7", "sum @6 0 @5",
)  # fmt: skip
