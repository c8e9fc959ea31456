"""The style sheet of a letter as a web page, in the house style's colours."""

import re

from composer.export.house_style import Settings


def style_sheet(settings: Settings) -> str:
    """The colours, font and margins of the house style, then what is the same in every one."""
    margins = settings.margins
    values = {
        **{name: f"#{shade}" for name, shade in settings.colours.model_dump().items()},
        "lettertype": f"{_named(settings.fonts.text)}, {_named(settings.fonts.pdf)}, sans-serif",
        "grootte": f"{settings.fonts.size}pt",
    }
    own = " ".join(f"--{name}: {value};" for name, value in values.items())
    page = f"@page {{ size: A4; margin: {margins.top}mm {margins.right}mm {margins.bottom}mm {margins.left}mm; }}"
    return f"\n:root {{ color-scheme: light; {own} }}\n{page}\n{_SHEET}"


def _named(font: str) -> str:
    """A font's name that cannot be anything else."""
    return '"' + re.sub(r"[^\w .-]", "", font) + '"'


_SHEET = """\
body { font: var(--grootte)/1.45 var(--lettertype);
  color: #000; background: #fff; max-width: 42rem; margin: 0 auto; padding: 2rem 1.5rem; overflow-wrap: break-word; }
header { display: flex; align-items: center; gap: 1rem; border-bottom: 1px solid var(--accent);
  padding-bottom: .8rem; margin-bottom: 2rem; font-size: 1.5em; color: var(--accent); }
header p { margin: 0; }
h1, h2, h3, h4, h5, h6 { color: var(--accent); line-height: 1.25; break-after: avoid; }
h1 { font-size: 1.8em; font-weight: normal; margin: 0 0 1rem; }
h2 { font-size: 1.2em; margin: 1.5em 0 .3em; }
h3 { font-size: 1.1em; margin: 1.3em 0 .3em; }
h4, h5, h6 { font-size: 1em; margin: 1.2em 0 .3em; }
p { margin: 0 0 .75em; orphans: 2; widows: 2; }
a { color: var(--accent); }
dl { display: grid; grid-template-columns: minmax(8rem, auto) 1fr; gap: .25rem 1rem; margin: 0 0 1.5rem; }
dt { font-weight: bold; }
dd { margin: 0; }
ul, ol { margin: 0 0 .75em; padding-left: 1.6em; }
li > ul, li > ol { margin: 0; }
li ol { list-style-type: lower-alpha; }
li li ol { list-style-type: lower-roman; }
blockquote { margin: 0 0 .75em; padding-left: 1em; border-left: 3px solid var(--accent); font-style: italic; }
table { border-collapse: collapse; width: 100%; margin: 0 0 1.2em; font-size: .95em; border-block: 2px solid var(--accent); }
th { background: var(--tint); color: var(--accent); border-bottom: 1px solid var(--accent); }
th, td { text-align: left; vertical-align: top; padding: .3em .5em; }
td { border-top: 1px solid var(--line); }
tr { break-inside: avoid; }
.center { text-align: center; }
.right { text-align: right; }
.open-plek { background: var(--gap); color: #000; padding: 0 .15em; outline: 1px dashed #8a5a00; }
.verborgen::before { content: "[" attr(data-teken) "]"; background: var(--gap); color: #000; }
.waarde { white-space: pre-line; }
.concept { color: var(--muted); letter-spacing: .2em; }
.noten { margin-top: 2rem; padding-top: .5rem; border-top: 1px solid var(--line); font-size: .85em; }
sup { line-height: 0; }
:target { background: var(--tint); }
.afsluiting { break-inside: avoid; }
.afsluiting > p ~ p ~ p { margin-top: 3.5em; }
@media print { body { max-width: none; padding: 0; } a { text-decoration: none; } }
"""
