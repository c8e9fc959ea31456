"""Texts to blocks for one letter: passages, adapted passages and the writer's own words."""

from dataclasses import dataclass, field, replace
from typing import Any

from jinja2 import nodes

from composer.assemble import mistakes
from composer.assemble.expressions import Names, truth
from composer.assemble.fill import Blocks, Cast, Filling, Mould, mould, solid
from composer.assemble.jinja import Printed, Rendered, parse, parse_condition
from composer.assemble.markdown import Parsed, Remark, parse_markdown
from composer.assemble.names import Addressee, label
from composer.assemble.recent import Recent
from composer.assemble.rendering import Script, perform
from composer.domain.document import Citation, Origin, Paragraph, Text, Value, inlines
from composer.domain.errors import ComposerError
from composer.domain.finding import Finding
from composer.domain.letter import Piece
from composer.domain.snippet import Snippet
from composer.domain.template import Template
from composer.library.library import Library


@dataclass(frozen=True, slots=True)
class AssembledPiece:
    """A piece with its blocks before notes are numbered; `printed` False when its condition left it out."""

    piece: Piece
    section: str
    blocks: Blocks
    printed: bool = True
    cast: Cast | None = field(default=None, compare=False, repr=False)
    """How the blocks came about; None when nothing is known of it."""

    def cited(self) -> tuple[str, ...]:
        """The ids that its blocks cite, in reading order, each once."""
        citations = (inline for block in self.blocks for inline in inlines(block) if isinstance(inline, Citation))
        return tuple(dict.fromkeys(name for citation in citations for name in citation.facts))


@dataclass(frozen=True, slots=True)
class Read:
    """A text as one letter has it; with `script` and what its places `held`, when only those differ between letters."""

    names: Names
    rendered: Rendered
    mould: Mould
    cast: Cast
    remarks: tuple[Remark, ...] = ()
    script: Script | None = None
    held: tuple[Any, ...] = ()


@dataclass(slots=True)
class _Ways:
    """A text as it is parsed, and the ways in which letters had it: one for each outcome of its conditions."""

    tree: nodes.Template
    reads: list[Read] = field(default_factory=list[Read])


_MOST_WAYS = 8


class Kept:
    """What was made before and need not be made again: by text, and for blocks by what went into them."""

    def __init__(self) -> None:
        self.recent = Recent()
        self.pieces: dict[int, _Before] = {}
        """By the identity of a letter's piece, which it holds."""
        self.labels: dict[tuple[str, str], str] = {}

    def turn(self) -> None:
        """Another letter begins; at times all its pieces are gone through again, so that nothing is kept for ever."""
        if self.recent.turn():
            self.pieces.clear()

    def tree(self, text: str) -> nodes.Template:
        """Raises ComposerError when the text cannot be read."""
        return self.recent.made(("tree", text), lambda: parse(text))

    def markdown(self, text: str) -> Parsed:
        """Values are marks in the text, so it is the same for every municipality."""
        return self.recent.made(("markdown", text), lambda: parse_markdown(text))

    def read(self, text: str, origin: Origin, setting: "Setting") -> Read:
        """The very same as before when nothing of it changed; else only what differs is made anew.

        Raises ComposerError when the text cannot be read.
        """
        ways: _Ways = self.recent.made((text, origin, setting.template.id), lambda: _Ways(self.tree(text)))
        for at, read in enumerate(ways.reads):
            if read.names is setting.names:
                return read
            held = read.script.read(setting.names) if read.script else None
            if held is not None:
                if not all(map(_is_same, held, read.held)):
                    ways.reads[at] = read = self._again(read, held, origin, setting)
                return read
        made = self._anew(ways, origin, setting)
        ways.reads = [made, *(read for read in ways.reads if read.script)][:_MOST_WAYS]
        return made

    def _anew(self, ways: _Ways, origin: Origin, setting: "Setting") -> Read:
        rendered, script = perform(ways.tree, setting.names)
        alike = next((read for read in ways.reads if read.rendered == rendered), None)
        if alike is not None:
            return replace(alike, names=setting.names)
        held = script.read(setting.names) if script else None
        filling = Filling(rendered, origin, setting.label)
        parsed = self.markdown(rendered.text)
        made = mould(parsed.blocks, filling).keeping(self.recent.get(("mould", origin)))
        self.recent.put(("mould", origin), made)
        return Read(
            setting.names, rendered, made, made.first, parsed.remarks, None if held is None else script, held or ()
        )

    def _again(self, read: Read, held: tuple[Any, ...], origin: Origin, setting: "Setting") -> Read:
        assert read.script
        printed = zip(read.rendered.printed, read.held, held, strict=True)
        stays = tuple([said if _is_same(old, new) else None for said, old, new in printed])
        rendered = read.script.rendered(stays, setting.names, setting.known)
        cast = read.mould.cast(Filling(rendered, origin, setting.label))
        return replace(read, names=setting.names, rendered=rendered, cast=cast, held=held)


def _is_same(value: Any, before: Any) -> bool:
    """Whether it is printed alike; values that are merely equal may be written in two ways."""
    return value is before or (isinstance(value, str) and value == before)


@dataclass
class Setting:
    """One letter on its way: what its texts may name, and the findings so far."""

    library: Library
    template: Template
    addressee: Addressee
    names: dict[str, Any]
    kept: Kept
    findings: list[Finding] = field(default_factory=list[Finding])
    known: dict[str, Printed] = field(default_factory=dict[str, Printed])
    """What its texts printed so far, by expression."""

    def label(self, path: str) -> str:
        key, labels = (self.template.id, path), self.kept.labels
        if key not in labels:
            labels[key] = label(path, self.template, self.library)
        return labels[key]


@dataclass(frozen=True, slots=True)
class _Before:
    """A piece as it was made with these names, and what was wrong with it."""

    names: Names
    made: AssembledPiece
    findings: tuple[Finding, ...]


def assemble_piece(piece: Piece, section: str, setting: Setting) -> AssembledPiece:
    """A piece with its blocks, none when it is meant for others; what is wrong with it is among the findings.

    The very same as before when its letter has the very same piece and names.
    """
    before = setting.kept.pieces.get(id(piece))
    if before and before.made.piece is piece and before.names is setting.names and before.made.section == section:
        setting.findings.extend(before.findings)
        return before.made
    told = len(setting.findings)
    made = _assembled(piece, section, setting)
    setting.kept.pieces[id(piece)] = _Before(setting.names, made, tuple(setting.findings[told:]))
    return made


def _assembled(piece: Piece, section: str, setting: Setting) -> AssembledPiece:
    snippet = setting.library.snippets.get(piece.snippet) if piece.snippet else None
    if piece.snippet and snippet is None and piece.adapted is None:
        setting.findings.append(mistakes.lost_snippet(piece, setting.library))
        return AssembledPiece(piece, section, _lost(piece))
    if snippet and snippet.condition and not _applies(piece, snippet, setting):
        return AssembledPiece(piece, section, (), printed=False)
    _, cast = cast_text(*_source(piece, snippet), setting)
    make = lambda: AssembledPiece(piece, section, cast.blocks, cast=cast)  # noqa: E731
    return setting.kept.recent.of(cast, section, make)


def _source(piece: Piece, snippet: Snippet | None) -> tuple[str, Origin]:
    """The text of a piece, and where it comes from."""
    if piece.text is not None:
        return piece.text, Origin("eigen", "", piece.id)
    if piece.adapted is not None:
        return piece.adapted, Origin("aangepast", piece.snippet or "", piece.id)
    assert snippet is not None
    return snippet.text, Origin("tekstblok", snippet.id, piece.id, snippet.line)


def _applies(piece: Piece, snippet: Snippet, setting: Setting) -> bool:
    assert snippet.condition
    try:
        outcome = truth(parse_condition(snippet.condition), setting.names)
    except ComposerError as error:
        setting.findings.append(mistakes.unreadable_condition(error, piece, snippet.title))
        return False
    if outcome.holds is None:
        questions = tuple(question(path, setting) for path in outcome.unknown)
        setting.findings.append(mistakes.unanswered(questions, outcome.unknown[0], piece, snippet.title))
    elif not outcome.holds:
        setting.findings.append(mistakes.not_for(setting.addressee.name, piece, snippet.title))
    return bool(outcome.holds)


def question(path: str, setting: Setting) -> str:
    """How the window asks for a value of the profile."""
    holder, _, name = path.partition(".")
    profile = setting.library.profile_fields.get(name) if holder == "gemeente" else None
    return profile.question if profile and profile.question else setting.label(path)


def _lost(piece: Piece) -> Blocks:
    origin = Origin("tekstblok", piece.snippet or "", piece.id)
    gap = Value(f"tekstblok.{piece.snippet}", None, f"tekstblok {piece.snippet}", origin)
    return (Paragraph((gap,), origin),)


def assemble_text(text: str, origin: Origin, setting: Setting) -> tuple[Rendered, Blocks]:
    """The blocks of a text; one that cannot be read stands there as it was written, and is told."""
    rendered, cast = cast_text(text, origin, setting)
    return rendered, cast.blocks


def cast_text(text: str, origin: Origin, setting: Setting) -> tuple[Rendered, Cast]:
    """The same, with the moulds of the blocks."""
    try:
        read = setting.kept.read(text, origin, setting)
    except ComposerError as error:
        setting.findings.append(mistakes.unreadable(error, origin, setting.library))
        return Rendered("", (), (1,)), solid(_as_written(text, origin))
    for remark in read.remarks:
        place = Filling(read.rendered, origin, setting.label).at(replace(origin, line=remark.line))
        setting.findings.append(mistakes.unknown_markup(remark.message, place, setting.library))
    return read.rendered, read.cast


def _as_written(text: str, origin: Origin) -> Blocks:
    paragraphs = (" ".join(part.split()) for part in text.split("\n\n"))
    return tuple(Paragraph((Text(paragraph),), origin) for paragraph in paragraphs if paragraph)
