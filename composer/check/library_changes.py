"""Records of the library that changed since the letter was written with them."""

from collections.abc import Iterator

from composer.check.context import CheckContext
from composer.domain.finding import Action, Finding
from composer.domain.snippet import cited, printed_facts
from composer.library.captured import changed_records

KINDS = {"tekstblokken": "tekstblok", "feiten": "feit", "sjablonen": "sjabloon"}


def library_changes(context: CheckContext) -> Iterator[Finding]:
    """`bibliotheek-gewijzigd`: a passage, fact or template that is now otherwise; the letter keeps what it had."""
    if context.letter.state == "verzonden" or context.letter.captured is None:
        return
    for kind, key in _differing(context):
        if kind in KINDS:
            yield _changed(kind, key, context)


def _differing(context: CheckContext) -> tuple[tuple[str, str], ...]:
    """The changed records, cached while the letter uses the same passages and facts."""
    letter = context.letter
    own = [piece.adapted or piece.text or "" for piece in letter.pieces()]
    facts = frozenset([name for text in own for name in (*cited(text), *printed_facts(text))])
    snippets = frozenset([piece.snippet for piece in letter.pieces()])
    about = ("changed", letter.template, letter.municipality, letter.region, snippets, facts)
    return context.analyser.cached(letter.captured, about, lambda: changed_records(letter, context.library))


def _changed(kind: str, key: str, context: CheckContext) -> Finding:
    titles = {
        "tekstblokken": {s.id: s.title for s in context.library.snippets.values()},
        "sjablonen": {t.id: t.title for t in context.library.templates.values()},
        "feiten": {f.id: f.statement for f in context.library.facts.values()},
    }
    gone = key not in titles[kind]
    piece = next((piece.id for piece in context.letter.pieces() if piece.snippet == key), None)
    state = (
        "staat niet meer in de bibliotheek" if gone else "is in de bibliotheek veranderd sinds u deze brief bewaarde"
    )
    return Finding(
        code="bibliotheek-gewijzigd",
        severity="waarschuwing",
        title="Bibliotheek is veranderd",
        message=f"Het {KINDS[kind]} “{titles[kind].get(key, key)}” {state}. De brief houdt de tekst die hij had.",
        words=key,
        piece=piece,
        facts=(key,) if kind == "feiten" else (),
        advice="Bekijk het verschil en neem de nieuwe tekst over als die beter is.",
        action=None if gone else Action("vernieuw", f"{kind}/{key}", "Neem de nieuwe tekst over"),
    )
