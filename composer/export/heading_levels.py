"""Headings that a screen reader can follow: no level skipped on the way down."""

from dataclasses import replace
from operator import is_

from composer.domain.document import Block, Heading


def normalise_heading_levels(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, each heading one level below the heading it stands under (PDF/UA-1 section 7.4.2)."""
    above: list[int] = []
    made = tuple([_outlined(block, above) if isinstance(block, Heading) else block for block in blocks])
    return blocks if all(map(is_, made, blocks)) else made


def _outlined(heading: Heading, above: list[int]) -> Heading:
    """`above` holds the levels, as written, of the headings that are open; it changes."""
    while above and above[-1] >= heading.level:
        above.pop()
    above.append(heading.level)
    return heading if heading.level == len(above) else replace(heading, level=len(above))
