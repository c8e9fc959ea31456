"""What a letter rests on."""

from datetime import date

from composer.library.library import Library
from composer.work.documents.making import review
from composer.work.writing.cited import Cited, cited, described
from tests.libraries import DAY, a_letter

TEXT = "De vergadering nam de resolutie aan.[^alv-nam-aan] Wij steunden de motie.[^bergdam-steunde-motie]"


def facts_of(library: Library, text: str = TEXT, **changes: object) -> dict[str, Cited]:
    letter = a_letter(text, **changes)
    return {item.fact.id: item for item in cited(review(letter, library, library, DAY), library)}


def test_a_cited_fact_has_its_note_source_and_place(library: Library) -> None:
    fact = facts_of(library)["alv-nam-aan"]
    assert fact.note == 1
    assert fact.title == "Verslag van de ledenvergadering"
    assert fact.origin == "2 december 2024 · Vereniging van Nederlandse Gemeenten (VNG)"
    assert fact.place == "par. Besluiten, alinea 2"
    assert fact.pieces == ("a1",)
    assert fact.verdict == "geldt sinds 2 december 2024"


def test_the_senders_own_facts_come_last_without_a_note(library: Library) -> None:
    names = list(facts_of(library))
    assert names[-1] == "bergdam-steunde-motie"
    assert facts_of(library)[names[-1]].note is None


def test_what_no_longer_holds_says_so(library: Library) -> None:
    fact = facts_of(library, "De SPUK vervalt.[^spuk-vervalt]")["spuk-vervalt"]
    assert not fact.standing.usable
    assert "geldt niet meer" in fact.verdict


def test_the_first_of_a_note_leads(library: Library) -> None:
    found = facts_of(library, "Er werd besloten.[^alv-nam-aan][^alv-drie-voorwaarden]")
    assert [fact.leads for fact in found.values()] == [True, False]


def test_a_source_that_is_younger_is_described(library: Library) -> None:
    fact = facts_of(library, "De SPUK blijft.[^spuk-blijft]", datum=date(2024, 12, 17))["spuk-blijft"]
    assert fact.title in ("vws-bericht-2024", "Bericht over de SPUK")


def test_a_fact_by_itself_has_the_first_of_its_sources(library: Library) -> None:
    fact = described(library.facts["spuk-blijft"], library, DAY)
    assert (fact.title, fact.place) == ("Ledenbrief: de SPUK blijft", "par. 4. SPUK, alinea 1")
