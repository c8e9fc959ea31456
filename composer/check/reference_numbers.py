"""The letter's reference number: the same everywhere, in the form that the municipality uses."""

import re
from collections.abc import Iterable

from composer.check.context import CheckContext
from composer.check.extractors import SentenceExtractor
from composer.check.segments import Sentence
from composer.check.vocabulary import Vocabulary
from composer.domain.finding import Action, Finding
from composer.domain.reference_number import example, has_form

REFERENCE = re.compile(
    r"(?<!uw )\b(?:ons kenmerk|kenmerk|zaaknummer|registratienummer|documentnummer)\b[\s:]*(?:is\s+|van deze brief is\s+)?"
    r"(?P<number>(?=[\w./-]*\d)[\w./-]*\w)",
    re.IGNORECASE,
)


REFERENCE_SIGNS = frozenset({"kenmerk", "zaaknummer", "registratienummer", "documentnummer"})


def reference_numbers(context: CheckContext) -> Iterable[Finding]:
    """`kenmerk-verschilt`: a reference number in the text that is not the one in the field."""
    own = context.letter.fields.get("kenmerk", "").strip()
    for (words, number), piece in context.letter_matches(REFERENCE_NUMBERS):
        if number.casefold() != own.casefold():
            yield _other_number(words, own, piece.piece.id)


def _numbered(sentence: Sentence, _: Vocabulary) -> tuple[tuple[str, str], ...]:
    """The words that name a reference number, with the number."""
    if REFERENCE_SIGNS.isdisjoint(sentence.word_set):
        return ()
    return tuple((match.group(), match["number"]) for match in REFERENCE.finditer(sentence.unquoted))


REFERENCE_NUMBERS = SentenceExtractor(_numbered)


def _other_number(words: str, own: str, piece: str) -> Finding:
    held = f"maar bovenaan staat “{own}”" if own else "maar bovenaan staat geen kenmerk"
    return Finding(
        code="kenmerk-verschilt",
        severity="waarschuwing",
        title="Twee kenmerken",
        message=f"In de tekst staat “{words}”, {held}.",
        words=words,
        piece=piece,
        advice="Maak ze gelijk, of schrijf van wie het andere kenmerk is.",
        action=Action("veld", "kenmerk", "Vul het kenmerk in"),
    )


def reference_form(context: CheckContext) -> Iterable[Finding]:
    """`kenmerk-vorm`: a reference number that is not written as the municipality writes them."""
    who, own = context.assembly.addressee, context.letter.fields.get("kenmerk", "").strip()
    pattern = who.municipality.reference_pattern if who.municipality else None
    if own and pattern and not has_form(own, pattern):
        yield Finding(
            code="kenmerk-vorm",
            severity="waarschuwing",
            title="Kenmerk ziet er anders uit",
            message=f"Het kenmerk “{own}” heeft niet de vorm die {who.name} gebruikt: {pattern}.",
            words=own,
            advice=f"Schrijf het zoals {example(pattern, context.letter.date)}.",
            action=Action("veld", "kenmerk", "Pas het kenmerk aan"),
        )
