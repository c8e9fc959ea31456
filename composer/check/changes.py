"""What of the library has changed since the letter was written from it."""

from collections.abc import Iterator

from composer.check.subject import Subject
from composer.domain.finding import Action, Finding
from composer.library.captured import changed

KINDS = {"tekstblokken": "tekstblok", "feiten": "feit", "sjablonen": "sjabloon"}


def library_changes(subject: Subject) -> Iterator[Finding]:
    """`bibliotheek-gewijzigd`: a passage, fact or template that is now otherwise; the letter keeps what it had."""
    if subject.letter.state == "verzonden":
        return
    for kind, key in changed(subject.letter, subject.library):
        if kind in KINDS:
            yield _changed(kind, key, subject)


def _changed(kind: str, key: str, subject: Subject) -> Finding:
    titles = {
        "tekstblokken": {s.id: s.title for s in subject.library.snippets.values()},
        "sjablonen": {t.id: t.title for t in subject.library.templates.values()},
        "feiten": {f.id: f.statement for f in subject.library.facts.values()},
    }
    gone = key not in titles[kind]
    piece = next((piece.id for piece in subject.letter.pieces() if piece.snippet == key), None)
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
