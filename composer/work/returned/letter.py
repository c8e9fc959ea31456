"""Reads a returned letter: the changes per piece, for the user to apply or not."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from composer.assemble.bookmarks import bookmarks_of, parse_bookmark
from composer.assemble.letter import Assembly
from composer.intake.returned_word import Comment, ReturnedWord, View, ViewParagraph
from composer.work.returned.blocks import ReturnedBlock, ReturnedBlocks
from composer.work.returned.lines import Readers, Shape, numbered_again, shape
from composer.work.returned.matching import STALE, Group, Matching
from composer.work.returned.notes import ANY, facts_by_note, note_keys, note_texts, shuffled
from composer.work.returned.outside import outside
from composer.work.returned.result import Back, Change, Returned
from composer.work.returned.sent_runs import SentRun, sent_runs
from composer.work.writing.diff import readable
from composer.work.writing.lines import blocks_of

OUR_AUTHOR = "Raadsbrief"
ONLY_SOURCE = "de opmaak van dit stuk is alleen in de bron te wijzigen; neem de woorden zelf over"


@dataclass(frozen=True)
class _Reading:
    """The context of reading back: the assembly as sent and the returned file."""

    assembly: Assembly
    word: ReturnedWord
    seen: tuple[ViewParagraph, ...]
    sent: tuple[SentRun, ...]
    shapes: dict[str, Shape]

    def section(self, piece: str) -> str:
        return next((held.section for held in self.assembly.pieces if held.piece.id == piece), "")

    def before(self, piece: str) -> str:
        return next((readable(held.blocks) for held in self.assembly.pieces if held.piece.id == piece), "")


def house_style_texts(sent: ReturnedWord) -> frozenset[str]:
    """The texts of a file as sent that come from its house style, not from the letter."""
    seen = sent.view("aanvaard")
    return frozenset(
        " ".join(held.text.split()) for held in seen if not any(parse_bookmark(name) for name in held.marks())
    )


def read_back(
    assembly: Assembly, word: ReturnedWord, view: View = "aanvaard", around: frozenset[str] = frozenset()
) -> Returned:
    """What was done to a letter since it went out as `assembly` has it; `around` is what its house style puts around it."""
    seen, sent = word.view(view), sent_runs(assembly)
    groups = Matching(sent, seen, around).groups()
    readers = _readers(assembly, word, seen, groups)
    shapes = {piece.piece.id: shape(piece) for piece in assembly.pieces if piece.printed}
    reading = _Reading(assembly, word, seen, sent, shapes)
    blocks = _owned(list(ReturnedBlocks(seen, groups, shapes, readers, around).all()))
    order = list(dict.fromkeys(block.owner for block in blocks if block.owner))
    astray = _astray(blocks, reading)
    in_place = _in_place([name for name in order if name not in astray], [piece.piece.id for piece in assembly.pieces])
    moved = set(order) - in_place
    found = (replace(back, moved=back.key in moved) for back in _pieces(blocks, moved, reading))
    pieces = (*found, *(_removed(name, reading) for name in _sent_pieces(sent) if name not in order))
    told = {comment.id for back in pieces for comment in back.comments}
    loose = tuple(comment for comment in _remarks(word) if comment.id not in told)
    return Returned(pieces, tuple(outside(blocks, seen, assembly)), loose, word.pictures, view)


def _readers(
    assembly: Assembly, word: ReturnedWord, paragraphs: Sequence[ViewParagraph], groups: Sequence[Group]
) -> Readers:
    """The context for reading words: notes by their texts, or by their places when those were shuffled."""
    texts = note_texts(assembly)
    keys = note_keys(texts, word.notes, (span.note for paragraph in paragraphs for span in paragraph.spans))
    if shuffled(groups, paragraphs, texts, keys):
        return Readers(dict.fromkeys(texts, ANY), dict.fromkeys(keys, ANY), {})
    return Readers(texts, keys, facts_by_note(assembly, texts))


def _owned(blocks: list[ReturnedBlock]) -> list[ReturnedBlock]:
    """The blocks in which new text between two blocks of one piece belongs to that piece."""
    for at, block in enumerate(blocks):
        before, after = _owner(blocks[:at][::-1]), _owner(blocks[at + 1 :])
        if block.owner is None and before and before == after:
            blocks[at] = replace(block, owner=before)
    return blocks


def _owner(blocks: Sequence[ReturnedBlock]) -> str | None:
    return next((block.owner for block in blocks if block.owner is not None), None)


def _sent_pieces(sent: Sequence[SentRun]) -> list[str]:
    return list(dict.fromkeys(run.piece for run in sent if run.piece))


def _pieces(blocks: Sequence[ReturnedBlock], moved: Collection[str], reading: _Reading) -> Iterator[Back]:
    """Each piece at the place of its first part, and text that was added between them."""
    place = _Place(_headings(reading.assembly))
    fresh: list[ReturnedBlock] = []
    done: set[str] = set()
    for at, block in enumerate(blocks):
        if block.owner is None:
            fresh.append(block)
            if at + 1 == len(blocks) or blocks[at + 1].owner is not None:
                yield _added(fresh, place, reading)
                fresh = []
        elif block.owner and block.owner not in done:
            done.add(block.owner)
            if block.owner not in moved:
                place.section = reading.section(block.owner)
            yield _came_back([e for e in blocks if e.owner == block.owner], place, reading)
            place.after = block.owner
        else:
            place.pass_heading(block)


@dataclass
class _Place:
    """The position of reading: under which heading, and behind which piece."""

    headings: Mapping[int, str]
    section: str = ""
    after: str | None = None

    def pass_heading(self, block: ReturnedBlock) -> None:
        self.section = next(
            (self.headings[run.order] for run in block.sent_runs if run.order in self.headings), self.section
        )


def _headings(assembly: Assembly) -> dict[int, str]:
    """The sections by the run of text, counted over the letter, that is their heading; those without one left out."""
    blocks, template = assembly.document.blocks, assembly.template
    headed = (
        (name, index) for name, index in assembly.document.sections if (s := template.section(name)) and s.heading
    )
    return {len(bookmarks_of(blocks[:index])): name for name, index in headed}


def _astray(blocks: Sequence[ReturnedBlock], reading: _Reading) -> set[str]:
    """The pieces that came back under the heading of another section than their own."""
    headings = _headings(reading.assembly)
    place = _Place(headings)
    found: dict[str, str] = {}
    for block in blocks:
        if block.owner:
            found.setdefault(block.owner, place.section)
        else:
            place.pass_heading(block)
    own = {name: reading.section(name) for name in found}
    return {name for name, there in found.items() if there and own[name] != there and own[name] in headings.values()}


def _came_back(blocks: Sequence[ReturnedBlock], place: _Place, reading: _Reading) -> Back:
    name = blocks[0].owner or ""
    sent = {run.order for run in reading.sent if run.piece == name}
    here = [run.order for block in blocks for run in block.sent_runs if run.piece == name]
    touched = any(block.touched for block in blocks) or set(here) != sent or here != sorted(here)
    kept = reading.shapes[name]
    made = [pair for block in blocks for pair in block.lines]
    lines = numbered_again([line for line, _ in made], [origin for _, origin in made], kept.lines)
    before = reading.before(name)
    stale = any(block.stale for block in blocks)
    return Back(
        key=name,
        piece=name,
        section=place.section or reading.section(name),
        outcome="gewijzigd" if touched else "ongewijzigd",
        before=before,
        words=readable(blocks_of(lines)) if touched else before,
        lines=lines if touched and kept.fits else None,
        after=place.after,
        doubts=tuple(_doubts(blocks, stale=stale, stuck=touched and not kept.fits)),
        tracked=_tracked(blocks, reading),
        comments=_comments(blocks, reading),
    )


def _doubts(blocks: Sequence[ReturnedBlock], *, stale: bool, stuck: bool) -> Iterator[str]:
    yield from dict.fromkeys(doubt for block in blocks for doubt in block.warnings)
    yield from (STALE,) if stale else ()
    yield from (ONLY_SOURCE,) if stuck else ()


def _added(blocks: Sequence[ReturnedBlock], place: _Place, reading: _Reading) -> Back:
    """Added text, as a new piece."""
    lines = tuple(line for block in blocks for line, _ in block.lines)
    lines = numbered_again(lines, [None] * len(lines), ())
    return Back(
        key=f"nieuw-{blocks[0].numbers[0]}",
        piece=None,
        section=place.section,
        outcome="toegevoegd",
        before="",
        words=readable(blocks_of(lines)),
        lines=lines,
        after=place.after,
        doubts=tuple(_doubts(blocks, stale=False, stuck=False)),
        tracked=_tracked(blocks, reading),
        comments=_comments(blocks, reading),
    )


def _removed(name: str, reading: _Reading) -> Back:
    """A removed piece, with who deleted it where that was tracked."""
    marks = {run.place.name for run in reading.sent if run.piece == name}
    struck = tuple(
        Change(span.deleted, span.text)
        for _, span in reading.word.tracked()
        if span.deleted and marks & set(span.marks)
    )
    comments = tuple(comment for comment in _remarks(reading.word) if marks & set(comment.marks))
    return Back(
        name, name, reading.section(name), "verwijderd", reading.before(name), "", (), tracked=struck, comments=comments
    )


def _tracked(blocks: Sequence[ReturnedBlock], reading: _Reading) -> tuple[Change, ...]:
    numbers = {at for block in blocks for number in block.numbers for at in reading.seen[number].paragraphs}
    found = (
        (span, held) for at, span in reading.word.tracked() if at in numbers for held in (span.inserted, span.deleted)
    )
    return tuple(Change(held, span.text) for span, held in found if held)


def _comments(blocks: Sequence[ReturnedBlock], reading: _Reading) -> tuple[Comment, ...]:
    numbers = {at for block in blocks for number in block.numbers for at in reading.seen[number].paragraphs}
    return tuple(comment for comment in _remarks(reading.word) if comment.paragraph in numbers)


def _remarks(word: ReturnedWord) -> tuple[Comment, ...]:
    """The readers' comments; those of the program itself are left out."""
    return tuple(comment for comment in word.comments if comment.author != OUR_AUTHOR)


def _in_place(order: Sequence[str], sent: Sequence[str]) -> set[str]:
    """The most pieces that still stand in the order in which they went out: the others were moved."""
    places = [sent.index(name) for name in order]
    chains: list[list[int]] = []
    for at, place in enumerate(places):
        shorter = [chain for before, chain in enumerate(chains) if places[before] < place]
        chains.append([*(max(shorter, key=len) if shorter else ()), at])
    return {order[at] for at in (max(chains, key=len) if chains else ())}
