"""Which organisation says wij: the names that only it uses, and the acts that only it does."""

import re
from dataclasses import dataclass

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
    """Words that do so in a section about `subject`."""
    subject: re.Pattern[str] = NOTHING
    acts: tuple[re.Pattern[str], ...] = ()
    """What a clause with wij says."""
    own_acts: re.Pattern[str] = NOTHING
    """What no one else does, whoever else is in the clause."""
    spared: re.Pattern[str] = NOTHING
    """Clauses in which it is not wij who does it, or that have another partner."""

    def says(self, clause: str) -> bool:
        """Whether wij, in a clause that has it, is the subject of an act that only this speaker does."""
        if not self.acts:
            return False
        if self.own_acts.search(clause):
            return True
        return not self.spared.search(clause) and any(act.search(clause) for act in self.acts)


def _pattern(text: str) -> re.Pattern[str]:
    """Spaces in a pattern stand for any white space."""
    return re.compile(text.replace(" ", r"\s+"), re.IGNORECASE)


ACCORD = r"(?:IZA|AZWA|(?:zorg|welzijns)akkoord|(?:nieuwe?|aanvullende?|bredere?|landelijke?) (?:\w+ )?akkoord)"
"""What the association negotiates; a region has its own akkoord."""
ALL = r"(?:de |alle )?gemeenten(?! (?:in|uit|van|binnen)\b)"
"""Those of the whole country, and not of a region."""

ASSOCIATION = Speaker(
    who="de VNG",
    instead="Schrijf wie het zegt, bijvoorbeeld: volgens de VNG …, of: de VNG gaat …",
    voices=frozenset({"vereniging"}),
    names=_pattern(
        r"\b(?:ons|onze)(?: \w+)? (?:leden|lidgemeenten|achterban|ledenvergadering|B?ALV|ledenbrief\w*|vereniging"
        r"|verenigingsbestuur|VNG[\w-]*|onderhandelaars|propositie)\b"
        rf"|{WE}(?: \w+){{0,3}} als (?:de )?(?:VNG|vereniging)\b|\bals (?:de )?(?:VNG|vereniging)(?: \w+){{0,2}} {WE}"
        rf"|\bnamens (?:de VNG|het VNG-bestuur|het bestuur van de VNG|de vereniging)(?: \w+){{0,2}} (?:{WE}|ik\b)"
        r"|\b(?:met|in) deze ledenbrief\b|\bons(?: \w+)? [‘’'“”\"]?bod\b(?! op\b)"
        r"|(?<=\baan.)onze(?: \w+)? (?:rand)?voorwaarden\b(?=.*\bvoldaan\b)"
        r"|(?<=\bvoldaan.aan.)onze(?: \w+)? (?:rand)?voorwaarden\b"
    ),
    matters=_pattern(
        r"\b(?:ons|onze)(?: (?:\w+e|eigen))?(?: en \w+)? (?:(?:rand)?voorwaarden?|eisen|resolutie|voorbehoud"
        r"|handtekening|bestuur|onderhandeling(?:en)?)\b(?! voor (?:\w+ )?(?:verhuur|huur|subsidies?)\b)"
        rf"|{WE}(?: \w+){{0,4}} (?:nieuwe werkelijkheid|(?:oude|huidige) (?:zorg)?(?:stelsel|systeem))\b"
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
        _pattern(r"\bafspraken\b.*\bover een gezamenlijke$"),
        _pattern(rf"\b(?:stoppen|stopten|schorten)\b.*\b(?:gesprekken|{ACCORD})\b|\b(?:stappen|stapten) uit het IZA\b"),
    ),
    own_acts=_pattern(
        rf"\b(?:informeren|betrekken|adviseren|vragen|roepen) {WE} {ALL}\b|{WE} gemeenten informeren\b"
        rf"|{WE}(?: \w+)? (?:informeren|betrekken|adviseren|roepen) {ALL}\b"
        rf"|\bnamens {ALL}\b.*\b(?:akkoord|{ACCORD}|onderhandel\w*|gesprekken|(?:onder)?teken\w*)\b"
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

MUNICIPALITIES = Speaker(
    who="meer gemeenten samen",
    instead="Schrijf welke gemeenten het zeggen, of wat uw college ervan vindt.",
    voices=frozenset({"vereniging", "regio", "wethouder"}),
    names=_pattern(
        rf"{WE}(?: \w+)? als (?:regio)?gemeenten\b(?! (?:er|dat|dit|niet)\b)"
        rf"|\bals (?:regio)?gemeenten (?!en\b|of\b|er\b)\w+ {WE}"
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

SPEAKERS = (ASSOCIATION, MUNICIPALITIES, OTHERS, ALDERMAN, COLLEGE)
