"""Personal data and unpublished annexes, which must not be published with the letter."""

from collections.abc import Iterator
from functools import lru_cache

from composer.check.context import CheckContext
from composer.check.extractors import SegmentExtractor, SentenceExtractor
from composer.check.personal import Detail, details, may_have_details
from composer.check.segments import Segment, Sentence
from composer.check.vocabulary import Vocabulary
from composer.domain.document import Value
from composer.domain.dutch import capitalised
from composer.domain.finding import Action, Finding, Severity
from composer.domain.municipality import Municipality

CONTACT = ("mailto:", "tel:")
_MAILBOXES = """
info gemeente griffie raadsgriffie raad contact klantcontact klantenservice secretariaat post postbus bestuur
college communicatie woordvoering pers zorg welzijn iza gala azwa privacy fg
"""
MAILBOXES = frozenset(_MAILBOXES.split())
"""The part before the @ of an address that is nobody's own."""


def personal_details(context: CheckContext) -> Iterator[Finding]:
    """`bsn`, `e-mail`, `telefoon`, `iban`, `adres`, `naam`: personal data in the text of a piece."""
    for detail, piece in context.letter_matches(UNSOURCED_PERSONS):
        if not is_known(detail, context):
            yield _detail(detail, piece.piece.id)


def _unsourced(run: Segment, _: Vocabulary) -> tuple[Detail, ...]:
    linked = tuple(_linked(run))
    if not any(PERSONAL_DETAILS in sentence.matches for sentence in run.sentences):
        return linked
    told = (detail for detail in details(run.text) if not _is_sourced(detail, run))
    return tuple(dict.fromkeys((*told, *linked)))


def _linked(run: Segment) -> Iterator[Detail]:
    """Personal data in the address of a link that are not in its words."""
    for link in run.links:
        if link.target.startswith(CONTACT):
            yield from details(link.target.partition(":")[2])


def _pointing(sentence: Sentence, _: Vocabulary) -> tuple[bool, ...]:
    return (True,) if may_have_details(sentence.text, sentence.parts) else ()


PERSONAL_DETAILS = SentenceExtractor(_pointing)
UNSOURCED_PERSONS = SegmentExtractor(_unsourced)


def personal_fields(context: CheckContext) -> Iterator[Finding]:
    """The same in the fields of the letter and the titles of its annexes; names of officials belong there."""
    letter, municipality = context.letter, context.assembly.addressee.municipality
    about = letter.fields, letter.attachments, municipality
    return iter(
        context.analyser.cache.get_or_refresh("personal fields", about, lambda: tuple(_personal_fields(context)))
    )


def _personal_fields(context: CheckContext) -> Iterator[Finding]:
    texts = [(f"{name}: {text}", Action("veld", name, "Pas aan")) for name, text in context.letter.fields.items()]
    texts += [
        (item.title, Action("bijlage", str(number), "Pas aan"))
        for number, item in enumerate(context.letter.attachments)
    ]
    for text, action in texts:
        for detail in _details(text):
            if detail.code != "naam" and not is_known(detail, context):
                yield _detail(detail, None, action)


@lru_cache(maxsize=1_000)
def _details(text: str) -> tuple[Detail, ...]:
    return tuple(details(text))


def is_known(detail: Detail, context: CheckContext) -> bool:
    """Whether the profile says it of the municipality itself, or the name is that of an official in it or in a field."""
    municipality = context.assembly.addressee.municipality
    if municipality is None:
        return False
    if detail.code == "naam":
        named = (*_officials(municipality), *context.letter.fields.values())
        return _compact(detail.words.split()[-1]) in _compact(" ".join(named))
    return _compact(detail.words) in _compact(" ".join(_own(municipality)))


def _is_sourced(detail: Detail, run: Segment) -> bool:
    """Whether a name is printed from a fact, which has a source for it."""
    printed = (inline.text or "" for inline in run.inlines if isinstance(inline, Value) and inline.fact)
    return detail.code == "naam" and detail.words.split()[-1] in " ".join(printed)


def _own(municipality: Municipality) -> Iterator[str]:
    yield from (municipality.address or "", *municipality.letterhead, *municipality.labels.values())
    yield from (value.value or "" for value in municipality.local.values())


def _officials(municipality: Municipality) -> Iterator[str]:
    executive = municipality.executive
    yield from (executive.mayor or "", executive.secretary or "", *(alderman.name for alderman in executive.aldermen))


def _compact(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum() or char == "@")


def _detail(detail: Detail, piece: str | None, action: Action | None = None) -> Finding:
    what, advice = TOLD[detail.code]
    return Finding(
        code=detail.code,
        severity=_severity(detail),
        title=capitalised(what),
        message=f"“{detail.words}” lijkt {ARTICLES.get(detail.code, 'een')} {what}. De brief wordt openbaar.",
        words=detail.words,
        piece=piece,
        advice=advice,
        action=action,
    )


def _severity(detail: Detail) -> Severity:
    if detail.code == "bsn":
        return "blokkerend"
    mailbox = detail.words.partition("@")[0].lower()
    return "tip" if detail.code == "e-mail" and mailbox in MAILBOXES else "waarschuwing"


ARTICLES = {"naam": "de"}
TOLD = {
    "bsn": ("burgerservicenummer", "Haal het nummer weg; het mag nooit in een raadsbrief staan."),
    "e-mail": ("e-mailadres", "Haal het weg, of noem een algemeen adres van de gemeente."),
    "telefoon": ("telefoonnummer", "Haal het weg, of noem het algemene nummer van de gemeente."),
    "iban": ("rekeningnummer", "Haal het weg, tenzij het van de gemeente zelf is."),
    "adres": ("adres van iemand", "Noem de straat of de wijk zonder nummer, of haal het weg."),
    "naam": ("naam van een persoon", "Noem de functie in plaats van de naam, tenzij het een bestuurder is."),
}


def openness(context: CheckContext) -> Iterator[Finding]:
    """`openbaarheid`: an annex of which it is not said whether it is public."""
    for number, attachment in enumerate(context.letter.attachments):
        if attachment.public is None:
            yield Finding(
                code="openbaarheid",
                severity="waarschuwing",
                title="Openbaar of niet?",
                message=f"Bij bijlage “{attachment.title}” staat niet of zij openbaar is.",
                words=attachment.title,
                advice="Kies openbaar of niet openbaar; niet openbaar vraagt een reden uit de Woo.",
                action=Action("bijlage", str(number), "Kies"),
            )
