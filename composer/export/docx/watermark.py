"""The watermark of a draft, as Word draws it."""

from composer.ooxml.markup import escape

WATERMARK = "watermerk"
_VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
_W10 = 'xmlns:w10="urn:schemas-microsoft-com:office:word"'


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
