"""Assembles the pieces of one letter: passages, adapted passages and the writer's own words."""

from dataclasses import dataclass, field, replace

from composer.assemble import mistakes
from composer.assemble.compiled_text import Blocks, FilledText, PlaceholderValues, unshared
from composer.assemble.expressions import Names, truth
from composer.assemble.jinja import parse_condition
from composer.assemble.text_cache import AssemblyContext, RenderedText, unreadable_text
from composer.domain.document import Citation, Origin, Paragraph, Text, Value
from composer.domain.errors import ComposerError
from composer.domain.finding import Finding
from composer.domain.letter import Piece
from composer.domain.snippet import Snippet
from composer.domain.traversal import inlines


@dataclass(frozen=True, slots=True)
class AssembledPiece:
    """A piece with its blocks before notes are numbered; `printed` False when its condition left it out."""

    piece: Piece
    section: str
    blocks: Blocks
    printed: bool = True
    cast: FilledText | None = field(default=None, compare=False, repr=False)
    """How the blocks came about; None when nothing is known of it."""

    def cited(self) -> tuple[str, ...]:
        """The ids that its blocks cite, in reading order, each once."""
        citations = (inline for block in self.blocks for inline in inlines(block) if isinstance(inline, Citation))
        return tuple(dict.fromkeys(name for citation in citations for name in citation.facts))


@dataclass(slots=True)
class _Before:
    """A cached piece: its text, its assembly with these names, and the findings about it.

    One that is `settled` asks for no value, and is the same whatever the names are.
    """

    piece: Piece
    section: str
    snippet: Snippet | None
    source: tuple[str, Origin] | None
    names: Names | None = None
    made: AssembledPiece | None = None
    findings: tuple[Finding, ...] = ()
    settled: bool = False

    def holds(self, piece: Piece, section: str, snippet: Snippet | None) -> bool:
        return self.piece is piece and self.section == section and self.snippet is snippet


def assemble_piece(piece: Piece, section: str, context: AssemblyContext) -> AssembledPiece:
    """A piece with its blocks, none when it is meant for others; what is wrong with it is among the findings.

    Cached: the same object when the letter has the same piece and names (by identity).
    """
    snippet = context.library.snippets.get(piece.snippet) if piece.snippet else None
    before: _Before | None = context.texts.pieces.get(id(piece))
    if before is None or not before.holds(piece, section, snippet):
        before = context.texts.pieces[id(piece)] = _Before(piece, section, snippet, _source(piece, snippet))
    if before.made is None or not (before.settled or before.names is context.names):
        told = len(context.findings)
        before.made = _assembled(before, context)
        before.names, before.findings = context.names, tuple(context.findings[told:])
    else:
        context.findings.extend(before.findings)
    return before.made


def _assembled(before: _Before, context: AssemblyContext) -> AssembledPiece:
    piece, section, snippet = before.piece, before.section, before.snippet
    if before.source is None:
        context.findings.append(mistakes.lost_snippet(piece, context.library))
        return AssembledPiece(piece, section, _lost(piece))
    if snippet and snippet.condition and not _applies(piece, snippet, context):
        return AssembledPiece(piece, section, (), printed=False)
    read = render_text(*before.source, context)
    before.settled = read.asks_nothing and not (snippet and snippet.condition)
    if before.made and before.made.cast is read.filled:
        return before.made
    return AssembledPiece(piece, section, read.filled.blocks, cast=read.filled)


def _source(piece: Piece, snippet: Snippet | None) -> tuple[str, Origin] | None:
    """The text of a piece, and where it comes from; None for a passage that is not there."""
    if piece.text is not None:
        return piece.text, Origin("eigen", "", piece.id)
    if piece.adapted is not None:
        return piece.adapted, Origin("aangepast", piece.snippet or "", piece.id)
    if snippet is None:
        return None
    return snippet.text, Origin("tekstblok", snippet.id, piece.id, snippet.line)


def _applies(piece: Piece, snippet: Snippet, context: AssemblyContext) -> bool:
    assert snippet.condition
    try:
        outcome = truth(parse_condition(snippet.condition), context.names)
    except ComposerError as error:
        context.findings.append(mistakes.unreadable_condition(error, piece, snippet.title))
        return False
    if outcome.holds is None:
        questions = tuple(question(path, context) for path in outcome.unknown)
        context.findings.append(mistakes.unanswered(questions, outcome.unknown[0], piece, snippet.title))
    elif not outcome.holds:
        context.findings.append(mistakes.not_for(context.addressee.name, piece, snippet.title))
    return bool(outcome.holds)


def question(path: str, context: AssemblyContext) -> str:
    """How the window asks for a value of the profile."""
    holder, _, name = path.partition(".")
    profile = context.library.profile_fields.get(name) if holder == "gemeente" else None
    return profile.question if profile and profile.question else context.label(path)


def _lost(piece: Piece) -> Blocks:
    origin = Origin("tekstblok", piece.snippet or "", piece.id)
    gap = Value(f"tekstblok.{piece.snippet}", None, f"tekstblok {piece.snippet}", origin)
    return (Paragraph((gap,), origin),)


def assemble_text(text: str, origin: Origin, context: AssemblyContext) -> Blocks:
    """The blocks of a text; one that cannot be read is kept as it was written, with a finding."""
    return render_text(text, origin, context).filled.blocks


def render_text(text: str, origin: Origin, context: AssemblyContext) -> RenderedText:
    """As `assemble_text`, with the compiled text from which the blocks were filled."""
    try:
        read = context.texts.read(text, origin, context)
    except ComposerError as error:
        context.findings.append(mistakes.unreadable(error, origin, context.library))
        return unreadable_text(unshared(_as_written(text, origin)), context.names)
    for remark in read.remarks:
        place = PlaceholderValues(read.rendered, origin, context.label).origin_at(replace(origin, line=remark.line))
        context.findings.append(mistakes.unknown_markup(remark.message, place, context.library))
    return read


def _as_written(text: str, origin: Origin) -> Blocks:
    paragraphs = (" ".join(part.split()) for part in text.split("\n\n"))
    return tuple(Paragraph((Text(paragraph),), origin) for paragraph in paragraphs if paragraph)
