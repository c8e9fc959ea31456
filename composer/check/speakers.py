"""Which organisation says wij: the names that only it uses, and the acts that only it does."""

import re
from dataclasses import dataclass
from functools import cached_property

from composer.domain.snippet import Voice

NOTHING = re.compile(r"(?!)")
WE = r"\b(?:wij|we)\b"


@dataclass(frozen=True)
class Speaker:
    """An organisation whose words may leak into a letter; they belong only in letters of one of `voices`."""

    who: str
    instead: str
    voices: frozenset[Voice]
    names: re.Pattern[str]
    """Words that give the speaker away by themselves."""
    matters: re.Pattern[str] = NOTHING
    """Words that do so where `subject` is what the sentences before are about."""
    subject: re.Pattern[str] = NOTHING
    acts: tuple[re.Pattern[str], ...] = ()
    """What a clause with wij as its subject says."""
    spared: re.Pattern[str] = NOTHING
    """Clauses in which it is not wij who does it, or that have another partner."""

    @cached_property
    def _we(self) -> re.Pattern[str]:
        return _pattern(WE)

    def says(self, clause: str) -> bool:
        """Whether wij is the subject of an act that only this speaker does."""
        if not self.acts or not self._we.search(clause) or self.spared.search(clause):
            return False
        return any(act.search(clause) for act in self.acts)


def _pattern(text: str) -> re.Pattern[str]:
    """Spaces in a pattern stand for any white space."""
    return re.compile(text.replace(" ", r"\s+"), re.IGNORECASE)


ACCORD = r"(?:IZA|AZWA|(?:zorg|welzijns)akkoord|(?:nieuwe?|aanvullende?|bredere?|landelijke?) (?:\w+ )?akkoord)"
"""What the association negotiates; a region has its own akkoord."""

ASSOCIATION = Speaker(
    who="de VNG",
    instead="Schrijf wie het zegt, bijvoorbeeld: volgens de VNG …, of: de VNG gaat …",
    voices=frozenset({"vereniging"}),
    names=_pattern(
        r"\b(?:ons|onze)(?: \w+)? (?:leden|lidgemeenten|achterban|ledenvergadering|B?ALV|ledenbrief\w*|vereniging"
        r"|verenigingsbestuur|VNG[\w-]*|onderhandelaars|propositie)\b"
        rf"|{WE}(?: \w+){{0,3}} als (?:de )?(?:VNG|vereniging)\b|\bals (?:de )?(?:VNG|vereniging)(?: \w+){{0,2}} {WE}"
        rf"|\bnamens (?:de VNG|het VNG-bestuur|het bestuur van de VNG|de vereniging)(?: \w+){{0,2}} (?:{WE}|ik\b)"
        r"|\b(?:met|in) deze ledenbrief\b|\b(?:ons|onze) [‘’'“”\"]bod\b"
        r"|(?<=\baan.)onze(?: \w+)? (?:rand)?voorwaarden\b(?=.*\bvoldaan\b)"
        r"|(?<=\bvoldaan.aan.)onze(?: \w+)? (?:rand)?voorwaarden\b"
    ),
    matters=_pattern(
        r"\b(?:ons|onze)(?: (?:\w+e|eigen))?(?: en \w+)? (?:(?:rand)?voorwaarden?|‘?bod|eisen|resolutie|voorbehoud"
        r"|handtekening|bestuur|onderhandeling(?:en)?)\b"
    ),
    subject=_pattern(rf"\b(?:VNG[\w-]*|ALV|VWS|ledenvergadering|resolutie|kabinet|{ACCORD})\b"),
    acts=(
        _pattern(rf"\bin gesprek\b.*\b{ACCORD}\b|\b{ACCORD}\b.*\bin gesprek\b"),
        _pattern(rf"\b(?:praten|praatten)\b.*\bover\b.*\b{ACCORD}\b"),
        _pattern(rf"{WE} onderhandel(?:en|den)\b|\bonderhandel(?:en|den) {WE}"),
        _pattern(rf"(?:\b(?:leggen|legden) {WE}|{WE} (?:leggen|legden)\b).*\b(?:leden|ALV|ledenvergadering)\b"),
        _pattern(r"\b(?:leden|ALV|ledenvergadering)\b.*\b(?:voorgelegd|voorleggen)\b"),
        _pattern(rf"(?<!te.)\bhervat(?:ten)?\b.*\b(?:deelname|gesprekken|{ACCORD})\b"),
        _pattern(rf"\b(?:deelname|gesprekken|{ACCORD})\b.*(?<!te.)\bhervat(?:ten)?\b"),
        _pattern(rf"\b(?:onder)?teken(?:en|den|d)\b.*\b(?:{ACCORD}|voor afspraken)\b"),
        _pattern(rf"\b{ACCORD}\b.*\b(?:onder|ge)teken(?:en|den|d)\b"),
        _pattern(r"\b(?:ALV|ledenvergadering)\b.*\bbijeen|\broepen\b.*\b(?:ALV|ledenvergadering|leden)\b"),
        _pattern(r"\bafspraken\b.*\b(?:gelijkwaardige? (?:start|positie)|bekrachtig\w+)|\bbekrachtig\w+.*\bafspraken\b"),
        _pattern(rf"\b(?:stoppen|stopten|schorten)\b.*\b(?:gesprekken|{ACCORD})\b|\b(?:stappen|stapten) uit het IZA\b"),
        _pattern(rf"\b(?:informeren|betrekken|adviseren|vragen|roepen) {WE} (?:de |alle )?gemeenten\b"),
        _pattern(rf"{WE}(?: \w+)? (?:informeren|betrekken|adviseren|roepen) (?:de |alle )?gemeenten\b"),
        _pattern(rf"{WE} gemeenten informeren\b"),
    ),
    spared=_pattern(
        r"\b(?:de VNG|VNG-bestuur|het bestuur van de VNG|de minister|dat zij)\b|(?<!met.)\bhet (?:Rijk|kabinet)\b"
        r"|\b(?:aan|met) (?:u|uw raad|de raad|raadsleden|inwoners)\b|\bmet (?!het (?:Rijk|kabinet|ministerie)\b|VWS\b|ZN\b"
        r"|de (?:minister|VNG|gesprekken|deelname|onderhandelingen|uitbreiding)\b|zorgverzekeraars\b|zorgpartijen\b)"
    ),
)  # fmt: skip

ALDERMAN = Speaker(
    who="één persoon",
    instead="Schrijf wij of het college, of noem wie het zegt.",
    voices=frozenset({"wethouder"}),
    names=_pattern(r"(?<!-)\b(?:ik|mijn|mij)\b(?!-)(?!.*\?$)"),
)

COLLEGE = Speaker(
    who="het college van een gemeente",
    instead="Schrijf welk college het zegt.",
    voices=frozenset({"college", "wethouder"}),
    names=_pattern(
        rf"\b(?:ons college|onze (?:gemeente)?raad|onze wethouders?|onze burgemeester)\b|{WE} als college\b"
    ),
)

OTHER = r"(?:zorgverzekeraars?|ministerie|kabinet|zorgaanbieders?|huisartsen)"

OTHERS = Speaker(
    who="een andere organisatie",
    instead="Schrijf welke organisatie het zegt.",
    voices=frozenset(),
    names=_pattern(
        r"\b(?:ons|onze)(?: \w+)? (?:ministerie|kabinet|verzekerden|patiënten|cliënten|zorgkantoor|ziekenhuis|polishouders"
        rf"|huisartsenpraktijk|behandelaars)\b|{WE} als {OTHER}\b|\bals {OTHER}(?: \w+){{0,2}} {WE}"
    ),
)

SPEAKERS = (ASSOCIATION, OTHERS, ALDERMAN, COLLEGE)
