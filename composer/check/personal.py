"""Personal data in a text: numbers by their own check, addresses and names by their form."""

import re
from collections.abc import Iterator
from typing import NamedTuple

E_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
PHONE = re.compile(
    r"(?<![\w.,/-])(?:(?:\+|00)31[\s-]?(?:\(0\)[\s-]?)?[1-9]|0[1-9])(?:[\s.-]{0,3}\(?\d\)?){8}(?![\w/-]|[.,]\d)"
    r"|(?<![\w.,/-])\(0\d{2,3}\)[\s-]?(?:\d[\s-]?){6,7}(?![\w/-])"
)
IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:[\s.]?[A-Z0-9]{4}){2,7}(?:[\s.]?[A-Z0-9]{1,3})?\b")
SMALL_IBAN = re.compile(r"\b[a-z]{2}\d{2}[a-z0-9]{11,30}\b")
"""Without spaces only: between words in small letters its end would not be seen."""
REFERENCE = re.compile(
    r"\b(?:kenmerk|zaak(?:nummer)?|dossier(?:nummer)?|(?:registratie|document|besluit)nummer)(?:\s+(?:is|luidt|nummer|nr\.))?\W{0,3}$",
    re.IGNORECASE,
)
"""Before a number that is neither a telephone number nor a citizen's number."""
NINE_DIGITS = re.compile(
    r"(?<![\w.,€-])(?:\d{9}|(?=(?:\d[.\s-]?){9}(?!\d))\d{2,4}([.\s-])\d{2,4}(?:\1\d{2,4}){1,2})"
    r"(?![\w-]|[.,]\d|\s(?:euro|miljoen))"
)
"""In one, or in three or four groups with the same sign between them."""
AMOUNT = re.compile(r"(?:€|eur|euro|bedrag\w*(?: van)?)\s*$", re.IGNORECASE)
POSTCODE = re.compile(r"\b[1-9]\d{3}\s?(?!SA|SD|SS)[A-Z]{2}\b")
HOUSE = re.compile(
    r"\b[A-Z][\w’'-]{0,40}(?:straat|laan|weg|plein|dijk|kade|singel|gracht|pad|hof|dreef|steeg|baan|ring|park|plantsoen|markt|erf|wal|veld|kamp|akker)"
    r"\s\d{1,3}\s?[a-zA-Z]?\b"
)
P_O_BOX = re.compile(r"\b(?:postbus|antwoordnummer)\s\d+", re.IGNORECASE)
PARTICLES = r"(?:(?:van|de|der|den|ten|ter|te|het|’t|'t|in|op|el|al|la|le|di|von)\s){0,6}"
SURNAME = rf"{PARTICLES}[A-Z][\w’'-]{{1,40}}"
TITLED = re.compile(
    r"\b(?:[Mm]evrouw|[Mm]eneer|[Dd]e heer|[Mm]w\.|[Mm]evr\.|[Dd]hr\.|[Ff]amilie)\s(?:[A-Z]\.\s?){0,8}"
    rf"{SURNAME}(?:\s{SURNAME}){{0,4}}"
)
INITIALED = re.compile(
    rf"(?<!\w)(?:(?:[A-Z]\.\s?){{2,8}}|[A-Z]\.\s(?=(?:van|de|der|den|ten|ter)\s)){PARTICLES}[A-Z][a-zà-ÿ’'-]{{1,40}}"
)
BSN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


FIGURE = re.compile(r"\d")
FEWEST = 8
"""Figures in a telephone number; a citizen's number has one more."""
TITLES = frozenset({"mevrouw", "meneer", "heer", "mw", "mevr", "dhr", "familie"})
INITIAL = re.compile(r"\b[A-Z]\.")


class Detail(NamedTuple):
    """Personal data with what kind it is: the code of its finding."""

    code: str
    words: str


def may_have_details(text: str, words: frozenset[str]) -> bool:
    """Whether a sentence of these words, in lower case, has something of what personal data have."""
    if "@" in text or not TITLES.isdisjoint(words) or (1 in map(len, words) and INITIAL.search(text)):
        return True
    if FIGURE.search(text) is None:
        return False
    return len(FIGURE.findall(text)) >= FEWEST or any(sign.search(text) for sign in (IBAN, HOUSE, POSTCODE))


def details(text: str) -> Iterator[Detail]:
    """What in a text may point at a person, each once."""
    found = tuple(dict.fromkeys(_details(text)))
    for detail in found:
        if not any(detail.words in other.words for other in found if other != detail and other.code == detail.code):
            yield detail


def _details(text: str) -> Iterator[Detail]:
    if "@" in text:
        yield from (Detail("e-mail", match.group().rstrip(".")) for match in E_MAIL.finditer(text))
    if FIGURE.search(text):
        yield from _numbers(text)
        yield from (Detail("adres", words) for words in _addresses(text))
    for pattern in (TITLED, INITIALED):
        yield from (Detail("naam", match.group().strip()) for match in pattern.finditer(text))


def _numbers(text: str) -> Iterator[Detail]:
    """Account numbers first, then telephone numbers, so that what is left can be a citizen's number."""
    ibans = [*IBAN.finditer(text), *SMALL_IBAN.finditer(text)]
    yield from (Detail("iban", match.group().strip()) for match in ibans if is_iban(match.group()))
    rest = _without(text, ibans)
    phones = [
        match
        for match in PHONE.finditer(rest)
        if not REFERENCE.search(rest[max(0, match.start() - 40) : match.start()])
    ]
    yield from (Detail("telefoon", match.group().strip()) for match in phones)
    yield from (Detail("bsn", words) for words in _citizen_numbers(_without(rest, phones)))


def _without(text: str, matches: list[re.Match[str]]) -> str:
    for match in matches:
        text = text[: match.start()] + " " * len(match.group()) + text[match.end() :]
    return text


def _citizen_numbers(text: str) -> Iterator[str]:
    for match in NINE_DIGITS.finditer(text):
        before = text[max(0, match.start() - 40) : match.start()]
        if is_citizen_number(match.group()) and not AMOUNT.search(before) and not REFERENCE.search(before):
            yield match.group()


def _addresses(text: str) -> Iterator[str]:
    """A postcode, or a street with a house number; not a post office box."""
    for match in HOUSE.finditer(text):
        yield match.group().strip()
    for match in POSTCODE.finditer(text):
        if not P_O_BOX.search(text[max(0, match.start() - 40) : match.start()]):
            yield match.group()


def is_citizen_number(number: str) -> bool:
    """Whether nine digits pass the eleven-test (elfproef) of a burgerservicenummer."""
    digits = [int(char) for char in number if char.isdigit()]
    total = sum(weight * digit for weight, digit in zip(BSN_WEIGHTS, digits, strict=True))
    return any(digits) and total % 11 == 0


def is_iban(number: str) -> bool:
    """Whether the check digits are right (ISO 13616: first four characters at the end, letters as 10 to 35, modulo 97 is 1)."""
    compact = re.sub(r"[\s.]", "", number)
    moved = compact[4:] + compact[:4]
    return len(compact) >= 15 and int("".join(str(int(char, 36)) for char in moved)) % 97 == 1
