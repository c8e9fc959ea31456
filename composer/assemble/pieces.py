"""Texts to blocks for one letter: passages, adapted passages and the writer's own words."""

from dataclasses import dataclass, field, replace
from typing import Any

from jinja2 import nodes

from composer.assemble import mistakes
from composer.assemble.expressions import Names, truth
from composer.assemble.fill import Filling, Form, form
from composer.assemble.jinja import Printed, Rendered, parse, parse_condition
from composer.assemble.markdown import Parsed, parse_markdown
from composer.assemble.names import Addressee, label
from composer.assemble.recent import Recent
from composer.assemble.rendering import Plain, plain, render
from composer.domain.document import Block, Citation, Origin, Paragraph, Text, Value, inlines
from composer.domain.errors import ComposerError
from composer.domain.finding import Finding
from composer.domain.letter import Piece
from composer.domain.snippet import Snippet
from composer.domain.template import Template
from composer.library.library import Library

Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class AssembledPiece:
    """A piece with its blocks before notes are numbered; `printed` False when its condition left it out."""

    piece: Piece
    section: str
    blocks: Blocks
    printed: bool = True

    def cited(self) -> tuple[str, ...]:
        """The ids that its blocks cite, in reading order, each once."""
        citations = (inline for block in self.blocks for inline in inlines(block) if isinstance(inline, Citation))
        return tuple(dict.fromkeys(name for citation in citations for name in citation.facts))


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

    def rendered(self, text: str, names: Names, known: dict[str, Printed]) -> Rendered:
        """As `render` does with the text's tree; `known` are the values of these names by their expression."""
        last: tuple[Names, Rendered] | None = self.recent.get(("rendered", text))
        if last is None or last[0] is not names:
            last = self.recent.put(("rendered", text), (names, self._rendered(text, names, known)))
        return last[1]

    def _rendered(self, text: str, names: Names, known: dict[str, Printed]) -> Rendered:
        before: Plain | None = self.recent.get(("plain", text))
        if before is not None:
            return before.render(names, known)
        tree = self.tree(text)
        rendered = render(tree, names)
        if (made := plain(tree, rendered)) is not None:
            self.recent.put(("plain", text), made)
        return rendered

    def markdown(self, text: str) -> Parsed:
        """Values are marks in the text, so it is the same for every municipality."""
        return self.recent.made(("markdown", text), lambda: parse_markdown(text))

    def blocks(self, filling: Filling) -> Blocks:
        """The same tuple as before when nothing of it changed, and the same block wherever no value comes in it."""
        rendered = filling.rendered
        key = ("blocks", rendered.text, filling.origin)
        before: tuple[Rendered, Form, Blocks] | None = self.recent.get(key)
        if before is not None and (before[0] is rendered or before[0] == rendered):
            self.recent.get(("markdown", rendered.text))
            return before[2]
        reusable = before is not None and before[0].lines == rendered.lines
        made = before[1] if before and reusable else form(self.markdown(rendered.text).blocks, filling)
        return self.recent.put(key, (rendered, made, made.filled(filling)))[2]


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
    text, origin = _source(piece, snippet)
    return AssembledPiece(piece, section, assemble_text(text, origin, setting)[1])


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
    try:
        rendered = setting.kept.rendered(text, setting.names, setting.known)
    except ComposerError as error:
        setting.findings.append(mistakes.unreadable(error, origin, setting.library))
        return Rendered("", (), (1,)), _as_written(text, origin)
    filling = Filling(rendered, origin, setting.label)
    for remark in setting.kept.markdown(rendered.text).remarks:
        place = filling.at(replace(origin, line=remark.line))
        setting.findings.append(mistakes.unknown_markup(remark.message, place, setting.library))
    return rendered, setting.kept.blocks(filling)


def _as_written(text: str, origin: Origin) -> Blocks:
    paragraphs = (" ".join(part.split()) for part in text.split("\n\n"))
    return tuple(Paragraph((Text(paragraph),), origin) for paragraph in paragraphs if paragraph)
