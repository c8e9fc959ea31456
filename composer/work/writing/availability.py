"""The availability of passages for one letter: their text in it, whether they may be used, and why not."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from composer.assemble.expressions import Truth, truth
from composer.assemble.jinja import parse_condition
from composer.assemble.names import addressee, letter_names
from composer.assemble.pieces import assemble_text, question
from composer.assemble.text_cache import AssemblyContext, TextCache
from composer.domain.document import Block, Origin
from composer.domain.dutch import day_in_words
from composer.domain.errors import ComposerError
from composer.domain.fact import Fact
from composer.domain.letter import Letter, Piece, new_piece_id
from composer.domain.snippet import Snippet
from composer.domain.template import Section, Template
from composer.domain.time import Standing
from composer.domain.traversal import inline_runs, plain
from composer.library.library import Library
from composer.work.following.timeline import short_day
from composer.work.libraries import standing

OF_TIME = ("nog-niet", "niet-meer")


@dataclass(frozen=True, slots=True)
class Suitability:
    """Whether a passage may be used now; `words` say since when, or why not, `more` what comes of it.

    `unknown` is what has to be known first, `certain` whether its facts surely hold on the day.
    """

    usable: bool
    verdict: str
    words: str
    more: str = ""
    unknown: tuple[str, ...] = ()
    certain: bool = True

    @property
    def proposable(self) -> bool:
        """Whether a template may put it in a letter by itself."""
        return self.usable and self.certain


class _Basis:
    """The inputs on which the text and validity of passages depend, with the results computed from them."""

    def __init__(self, letter: Letter, rendering: Library, library: Library) -> None:
        self._decisive, self.rendering, self.library = _decisive(letter), rendering, library
        self.template = rendering.template(letter.template)
        self.addressee = addressee(letter, rendering)
        names = letter_names(letter, self.template, rendering)
        self.context = AssemblyContext(rendering, self.template, self.addressee, names, TextCache())
        self.suitabilities: dict[str, Suitability] = {}

    def decides(self, letter: Letter, rendering: Library, library: Library) -> bool:
        return rendering is self.rendering and library is self.library and _decisive(letter) == self._decisive


def _decisive(letter: Letter) -> tuple[object, ...]:
    """The parts of a letter that are among these inputs."""
    who = letter.municipality, letter.region, letter.national
    return letter.template, who, letter.date, letter.reference_day, letter.fields


class PassageAvailability:
    """The availability of each passage for a letter, computed at first use and cached.

    Texts are read from `rendering` (with the letter's captured records), their validity from today's `library`.
    """

    def __init__(self, letter: Letter, rendering: Library, library: Library, before: _Basis | None = None) -> None:
        self.letter, self.rendering, self.library = letter, rendering, library
        known = before is not None and before.decides(letter, rendering, library)
        self._basis = before if before and known else _Basis(letter, rendering, library)
        self.template, self.addressee = self._basis.template, self._basis.addressee

    def after(self, letter: Letter, rendering: Library, library: Library) -> "PassageAvailability":
        """The availability for the present letter, with the cache of this one when nothing decisive has changed."""
        return PassageAvailability(letter, rendering, library, self._basis)

    def shares(self, other: "PassageAvailability") -> bool:
        """Whether both share their cache, so that they differ at most in which passages the letter has."""
        return self._basis is other._basis

    @cached_property
    def used(self) -> frozenset[str]:
        """The ids of the passages in the letter."""
        return frozenset(piece.snippet for piece in self.letter.pieces() if piece.snippet)

    def suitability(self, snippet: Snippet) -> Suitability:
        known = self._basis.suitabilities
        if snippet.id not in known:
            known[snippet.id] = self._judged(snippet)
        return known[snippet.id]

    def fits(self, snippet: Snippet) -> bool:
        """Whether a passage is valid, may be used now without a question, and is not in the letter yet."""
        return snippet.id not in self.used and self.suitability(snippet).verdict == "geldig"

    def _judged(self, snippet: Snippet) -> Suitability:
        """The suitability of a passage: an obstacle on any day first, else its validity on the reference date."""
        if snippet.status == "ingetrokken":
            return Suitability(False, "ingetrokken", "ingetrokken door de redactie", "kies een andere tekst")
        if snippet.voice != self.template.voice:
            return Suitability(False, "andere stem", f"geschreven voor {VOICES[snippet.voice]}", _voice(self.template))
        try:
            outcome = self._condition(snippet)
        except ComposerError as error:
            return Suitability(
                False, "fout", "de voorwaarde ervan is niet te lezen", f"meld de redactie: {error.message}"
            )
        if outcome.holds is False:
            who = self.addressee.name or "deze brief"
            return Suitability(False, "niet voor u", f"niet bedoeld voor {who}", "geldt voor andere gemeenten")
        return self._judged_on_day(standing(snippet, self.library, self.letter.reference_date), outcome)

    def _judged_on_day(self, held: Standing, outcome: Truth) -> Suitability:
        if held.verdict in OF_TIME:
            return Suitability(False, held.verdict, *_in_two(held.reason))
        if outcome.holds is None:
            asked = self.question(outcome)
            return Suitability(True, "vraag", "vraagt eerst iets van u", asked, outcome.unknown, held.usable)
        words, more = _in_two(held.reason) if not held.usable else (in_force(held), "")
        return Suitability(True, held.verdict, words, more, certain=held.usable)

    def usable_from(self, snippet: Snippet) -> date | None:
        """A day on which the facts of the passage are valid, when that is the only obstacle; None without one."""
        if self.suitability(snippet).verdict not in OF_TIME:
            return None
        held = standing(snippet, self.library, self.letter.reference_date)
        days = [held.since, held.until - timedelta(days=1) if held.until else None]
        return next((day for day in days if day and standing(snippet, self.library, day).usable), None)

    def _condition(self, snippet: Snippet) -> Truth:
        """The outcome of a passage's condition; raises ComposerError when it cannot be read."""
        if not snippet.condition:
            return Truth(True)
        return truth(parse_condition(snippet.condition), self._basis.context.names)

    def question(self, outcome: Truth) -> str:
        """The first missing value, as a question."""
        return "; ".join(question(path, self._basis.context) for path in outcome.unknown)

    def facts(self, snippet: Snippet) -> tuple[Fact, ...]:
        """The facts that a passage cites, those of series for the addressee."""
        named = (self.rendering.fact_for(name, self.addressee.scopes) for name in snippet.cited())
        return tuple(fact for fact in named if fact)

    def sources(self, snippet: Snippet) -> int:
        """The number of documents that support a passage."""
        return len({item.source for fact in self.facts(snippet) for item in fact.evidence})

    def blocks(self, snippet: Snippet) -> tuple[Block, ...]:
        """The passage as blocks in this letter; an unreadable text as it was written."""
        return assemble_text(snippet.text, Origin("tekstblok", snippet.id, None, snippet.line), self._basis.context)

    def text(self, snippet: Snippet) -> str:
        """The passage in plain words, a line for each paragraph."""
        runs = (plain(run) for block in self.blocks(snippet) for run in inline_runs(block))
        return "\n".join(" ".join(run.split()) for run in runs)


VOICES: Mapping[str, str] = {
    "college": "een brief van het college",
    "vereniging": "een brief van de vereniging",
    "wethouder": "een brief van de wethouder",
    "regio": "een brief van de regio",
}


def _voice(template: Template) -> str:
    return f"dit is {VOICES[template.voice]}"


def _in_two(reason: str) -> tuple[str, str]:
    first, _, second = reason.partition("; ")
    return first, second


def in_force(held: Standing) -> str:
    """From when and until when a passage is valid, in Dutch."""
    if held.since is None:
        return "geldt altijd"
    if held.until is None:
        return f"geldt sinds {day_in_words(held.since)}"
    year = f" {held.since.year}" if held.since.year != held.until.year else ""
    return f"geldt {short_day(held.since)}{year} tot {short_day(held.until)} {held.until.year}"


def fitting_section(letter: Letter, template: Template, subject: str) -> Section | None:
    """The section for a subject: the first that names it, an empty one before a filled one; else the last."""
    fitting = [section for section in template.sections if subject in section.subjects]
    empty = [section for section in fitting if not letter.sections.get(section.id)]
    return next(iter((*empty[:1], *fitting, *template.sections[-1:])), None)


def replaced(letter: Letter, piece_id: str, snippet_id: str) -> Letter:
    """The letter with a piece replaced by another passage."""
    return letter.with_piece(Piece(id=piece_id, snippet=snippet_id))


def added(letter: Letter, template: Template, snippet: Snippet) -> Letter:
    """The letter with the passage at the end of the section that fits it."""
    section = fitting_section(letter, template, snippet.subject)
    if section is None:
        return letter
    return letter.with_inserted(section.id, 10**6, Piece(id=new_piece_id(letter), snippet=snippet.id))
