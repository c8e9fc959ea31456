"""Words that turn a claim round or make it weaker or stronger, so that two wordings of one fact can be compared."""

import re
from collections import Counter
from dataclasses import dataclass


def _any(words: str, *phrases: str) -> re.Pattern[str]:
    """One of the words, in which * stands for an ending, or of the phrases, as a whole."""
    alternatives = [*(word.replace("*", r"\w*") for word in words.split()), *phrases]
    return re.compile(rf"\b(?:{'|'.join(alternatives)})\b", re.IGNORECASE)


NEGATIONS = _any("niet geen nooit niets niemand zonder evenmin noch onvoldoende ontbreekt ontbreken")

OPPOSITES = (
    (
        _any(
            "aangenomen ingestemd instemmen steunde*",
            r"n[ae]m(?:en|t)?\b.*\baan",
            r"stem(?:t|de|den)\b.*\bin",
            r"haald?en? het",
            r"haald?en?\b.*\bmeerderheid",
        ),
        _any(
            "verworpen verwierp* verwerp* afgewezen weggestemd",
            r"wees\b.*\baf",
        ),
    ),
    (
        _any("", r"stem(?:t|de|den)\b[^,;]*?\bvoor", "(?:was|waren) voor"),
        _any("", r"stem(?:t|de|den)\b[^,;]*?\btegen", "(?:was|waren) tegen"),
    ),
    (_any("steun steunt steunde* steunen gesteund voorstander*"), _any("tegenstander* bestreed", r"wees\b.*\baf")),
    (
        _any("hervat* opnieuw", r"weer deel\w*", "weer van kracht"),
        _any("stopt* gestopt stoppen opgeschort opschort* beëindig* uitgestapt uitgetreden", r"schort\w*\b.*\bop"),
    ),
    (
        _any("beschikbaar blijft blijven bleef behouden"),
        _any("vervalt vervallen verviel wegvalt wegvallen weggevallen ingetrokken"),
    ),
    (_any("verhoog* stijg* steeg stegen toename groei*"), _any("verlaag* daal* daling afname krimp*")),
    (_any("verplicht* moet moeten"), _any("vrijwillig mag mogen")),
    (_any("goedgekeurd goedkeur*"), _any("afgekeurd afkeur*")),
    (_any("structureel structurele"), _any("tijdelijk* incidenteel incidentele")),
)
"""Each pair: words for one side of a matter, words for the other."""

HEDGES = _any(
    "mogelijk* waarschijnlijk vermoedelijk verwacht* zou zouden kan kunnen wil willen vraag* verzoek* voorstel* streeft beoogt "
    "voornemen* volgens vindt vinden risico onzeker* hoopt hopen lijkt grotendeels merendeel deels gedeeltelijk voorlopig "
    "vooralsnog concept* indicatie* pleit* wens*",
    "naar verwachting",
    r"stelde?\b.*\bvoor",
    "van plan",
    "nog niet",
)
"""Words that keep a claim from being certain."""

CERTAINTIES = _any(
    "besloot besloten besluit afgesproken toegezegd gegarandeerd garandeert vastgelegd veiliggesteld zeker zekerheid definitief "
    "vaststaat altijd alle volledig geheel",
    "staat vast",
)


@dataclass(frozen=True, slots=True)
class Polarity:
    """The polarity of a sentence: its negations, its side in each pair of opposites, its hedges and certainties."""

    negations: int
    sides: tuple[int, ...]
    hedges: Counter[str]
    certainties: Counter[str]


def polarity(sentence: str) -> Polarity:
    """The side of a pair is 1 for its first words, -1 for its second, 0 for neither or both."""
    sides = tuple(bool(left.search(sentence)) - bool(right.search(sentence)) for left, right in OPPOSITES)
    return Polarity(
        len(NEGATIONS.findall(sentence)),
        sides,
        Counter(word.lower() for word in HEDGES.findall(sentence)),
        Counter(word.lower() for word in CERTAINTIES.findall(sentence)),
    )


def opposed(first: Polarity, second: Polarity) -> bool:
    """Whether the two stand on opposite sides of some matter, a negation turning a side round."""
    one, other = _turned(first), _turned(second)
    return any(left * right == -1 for left, right in zip(one, other, strict=True))


def _turned(given: Polarity) -> tuple[int, ...]:
    sign = -1 if given.negations % 2 else 1
    return tuple(side * sign for side in given.sides)


def negation_lost(before: Polarity, after: Polarity) -> bool:
    """Whether a negation came or went, and no word of the opposite side makes up for it."""
    if (before.negations == 0) == (after.negations == 0):
        return False
    return not any(left * right == -1 for left, right in zip(before.sides, after.sides, strict=True))


def strengthened(before: Polarity, after: Polarity) -> bool:
    """Whether a hedged claim is now stated without a hedge, or with a certainty that was not there."""
    lost_hedge = bool(before.hedges) and not after.hedges
    return lost_hedge or (bool(before.hedges) and bool(after.certainties - before.certainties))
