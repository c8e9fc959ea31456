"""The categories of information that governments publish of their own accord (Woo, article 3.3; TOOI list of values)."""

from dataclasses import dataclass

from composer.domain.errors import ComposerError, did_you_mean

_THESAURUS = "https://identifier.overheid.nl/tooi/def/thes/kern/"


@dataclass(frozen=True, slots=True)
class Category:
    """`part` is where article 3.3 has it: paragraph and letter, 2c; `name` is that of the list of values."""

    code: str
    part: str
    name: str

    @property
    def address(self) -> str:
        return _THESAURUS + self.code


CATEGORIES = (
    Category("c_139c6280", "1a", "wetten en algemeen verbindende voorschriften"),
    Category("c_aab6bfc7", "1b", "overige besluiten van algemene strekking"),
    Category("c_759721e2", "1c", "ontwerpen van wet- en regelgeving met adviesaanvraag"),
    Category("c_40a05794", "1d", "organisatie en werkwijze"),
    Category("c_89ee6784", "1e", "bereikbaarheidsgegevens"),
    Category("c_8c840238", "2a", "bij vertegenwoordigende organen ingekomen stukken"),
    Category("c_c76862ab", "2b", "vergaderstukken Staten-Generaal"),
    Category("c_db4862c3", "2c", "vergaderstukken decentrale overheden"),
    Category("c_3a248e3a", "2d", "agenda's en besluitenlijsten bestuurscolleges"),
    Category("c_99a836c7", "2e", "adviezen"),
    Category("c_8fc2335c", "2f", "convenanten"),
    Category("c_c6cd1213", "2g", "jaarplannen en jaarverslagen"),
    Category("c_cf268088", "2h", "subsidieverplichtingen anders dan met beschikking"),
    Category("c_3baef532", "2i", "Woo-verzoeken en -besluiten"),
    Category("c_fdaee95e", "2j", "onderzoeksrapporten"),
    Category("c_46a81018", "2k", "beschikkingen"),
    Category("c_a870c43d", "2l", "klachtoordelen"),
)
USUAL = "c_db4862c3"
"""What a letter to a council is, unless the griffie says otherwise."""


def category(named: str) -> Category:
    """By its code, its place in the article or its name; raises ComposerError for what is none of these."""
    known = {name.casefold(): each for each in CATEGORIES for name in (each.code, each.part, each.name)}
    found = known.get(named.strip().casefold())
    if found is None:
        hint = did_you_mean(named, known) or f" Kies uit {', '.join(each.part for each in CATEGORIES)}."
        raise ComposerError(f"Woo-categorie “{named}” bestaat niet.{hint}")
    return found
