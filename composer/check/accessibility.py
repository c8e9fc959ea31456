"""Accessibility of headings, tables, links and lists."""

import re
from collections.abc import Iterable, Iterator

from composer.assemble.pieces import AssembledPiece
from composer.check.context import CheckContext
from composer.check.extractors import SegmentExtractor
from composer.check.segments import Kind, Segment
from composer.check.vocabulary import Vocabulary
from composer.domain.document import Block, Cell, Heading, ListBlock, Quote, Table, Text
from composer.domain.finding import Finding
from composer.domain.traversal import plain

EMPTY_WORDS = re.compile(
    r"(?:klik |zie |lees |via )?(?:hier|meer|verder|(?:deze |de )?(?:link|website|site|pagina)|download)[.:…]?",
    re.IGNORECASE,
)
BARE_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>()]+[^\s<>().,;:]", re.IGNORECASE)
BY_HAND = re.compile(r"(?:^|\n)\s*(?:[•●▪◦‣·–—*-]|o(?=\s\s)|\d{1,2}[.)]|[a-z]\))\s+\S")
BULLETS = "•●▪◦‣"
BULLET_WITHIN = re.compile(rf"\s[{BULLETS}]\s")
NUMBERED_WITHIN = re.compile(r"(?:^|\s)1\)\s.+\s2\)\s|(?:^|\s)a\)\s.+\sb\)\s", re.DOTALL)


def heading_order(context: CheckContext) -> Iterator[Finding]:
    """`koppen-volgorde`: a heading that skips a level below the one before it."""
    level = 0
    for block in context.assembly.document.blocks:
        if isinstance(block, Heading):
            if block.level > level + 1:
                yield _skipped(block, level)
            level = block.level


def _skipped(heading: Heading, before: int) -> Finding:
    words = plain(heading.content)
    return Finding(
        code="koppen-volgorde",
        severity="waarschuwing",
        title="Kop slaat een niveau over",
        message=f"“{words}” is een kop van niveau {heading.level}, maar ervoor staat niveau {before or 'geen enkel'}.",
        words=words,
        piece=heading.origin.piece,
        advice=f"Maak er een kop van niveau {before + 1} van: {'#' * (before + 1)} {words}",
    )


def empty_headings(piece: AssembledPiece, context: CheckContext) -> Iterator[Finding]:
    """`kop-leeg`: a heading without words."""
    for block in piece.blocks:
        if isinstance(block, Heading) and not plain(block.content).strip():
            yield Finding(
                code="kop-leeg",
                severity="waarschuwing",
                title="Kop zonder woorden",
                message="Er staat een kop zonder woorden. Een schermlezer leest die als “kop” en verder niets.",
                piece=piece.piece.id,
                advice="Geef de kop woorden, of haal hem weg.",
            )


def headerless_tables(piece: AssembledPiece, context: CheckContext) -> Iterator[Finding]:
    """`tabel-zonder-kop`: a column with an empty header cell."""
    for table in _tables(piece.blocks):
        empty = [number for number, cell in enumerate(table.header, 1) if not _words(cell)]
        if empty:
            yield _headerless(table, empty, piece.piece.id)


def _tables(blocks: Iterable[Block]) -> Iterator[Table]:
    for block in blocks:
        match block:
            case Table():
                yield block
            case Quote():
                yield from _tables(block.blocks)
            case ListBlock():
                for item in block.items:
                    yield from _tables(item.blocks)
            case _:
                pass


def _words(cell: Cell) -> str:
    return plain(cell.content).strip()


def _headerless(table: Table, empty: list[int], piece: str) -> Finding:
    first = next((words for row in (table.header, *table.rows) for cell in row if (words := _words(cell))), "")
    which = "Geen enkele kolom heeft" if len(empty) == len(table.header) else f"Kolom {empty[0]} heeft geen"
    return Finding(
        code="tabel-zonder-kop",
        severity="waarschuwing",
        title="Kolom zonder kop",
        message=f"{which} kop in de tabel met “{first}”. Een schermlezer kan dan niet zeggen wat er staat.",
        words=first,
        piece=piece,
        advice="Zet boven iedere kolom een woord.",
    )


def link_words(piece: AssembledPiece, context: CheckContext) -> Iterator[Finding]:
    """`linktekst`: a link that does not say where it leads, or an address instead of words."""
    for links, loose in context.matches(LINKS, piece):
        for words in links:
            yield from _link(words.strip(), piece.piece.id)
        for address in loose:
            yield _bare(address, piece.piece.id)


def _addresses(run: Segment, _: Vocabulary) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """The words of links, and the addresses in the text that are not links."""
    links = tuple([plain(link.content) for link in run.links])
    if "://" not in run.text and "www." not in run.text.lower():
        return ((links, ()),) if links else ()
    loose = " ".join(inline.text for inline in run.inlines if isinstance(inline, Text))
    bare = (match.group() for match in BARE_ADDRESS.finditer(loose))
    return ((links, tuple(address for address in bare if not any(address in words for words in links))),)


LINKS = SegmentExtractor(_addresses)


def _link(words: str, piece: str) -> Iterator[Finding]:
    if EMPTY_WORDS.fullmatch(words) or not words:
        yield Finding(
            code="linktekst",
            severity="waarschuwing",
            title="Link zegt niet waarheen",
            message=f"De link “{words}” zegt niet waar hij heen gaat.",
            words=words,
            piece=piece,
            advice="Maak de link van woorden die zeggen wat de lezer vindt, zoals de naam van het stuk.",
        )
    elif BARE_ADDRESS.fullmatch(words):
        yield _bare(words, piece)


def _bare(address: str, piece: str) -> Finding:
    return Finding(
        code="linktekst",
        severity="tip",
        title="Adres in plaats van woorden",
        message=f"“{address}” staat als adres in de tekst.",
        words=address,
        piece=piece,
        advice="Schrijf de naam van de pagina tussen [ ] met het adres erachter tussen ( ).",
    )


def lists_by_hand(piece: AssembledPiece, context: CheckContext) -> Iterator[Finding]:
    """`lijst-met-de-hand`: bullets or numbers typed in a paragraph."""
    for words in context.matches(LISTS_BY_HAND, piece):
        yield _by_hand(words, piece.piece.id)


def _listed(run: Segment, _: Vocabulary) -> tuple[str, ...]:
    """The first item of each list that was typed by hand."""
    text = run.text
    match = BY_HAND.match(text) if "\n" not in text else BY_HAND.search(text)
    if match is None and any(map(text.__contains__, BULLETS)):
        match = BULLET_WITHIN.search(text)
    if match is None and ("1)" in text or "a)" in text):
        match = NUMBERED_WITHIN.search(text)
    words = text[match.start() :].strip().split("\n")[0][:60].strip() if match else ""
    return (words,) if words else ()


LISTS_BY_HAND = SegmentExtractor(_listed, frozenset[Kind]({"paragraph"}))


def _by_hand(words: str, piece: str) -> Finding:
    return Finding(
        code="lijst-met-de-hand",
        severity="waarschuwing",
        title="Lijst met de hand getypt",
        message=f"“{words}” ziet eruit als een lijst, maar is gewone tekst. Een schermlezer hoort de lijst niet.",
        words=words,
        piece=piece,
        advice="Laat een regel wit en begin ieder punt op een nieuwe regel met “- ” of “1. ”.",
    )
