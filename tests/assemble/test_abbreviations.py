"""An abbreviation is written out where a letter first uses it, and after that no more."""

import pytest

from composer.assemble.abbreviations import write_out
from composer.domain.document import Block, Heading, Origin, Paragraph, Quote, Strong, Text, Value
from composer.domain.dossier import Term
from composer.domain.traversal import plain

TERMS = [
    Term(id="iza", preferred="Integraal Zorgakkoord", abbreviation="IZA"),
    Term(id="spuk-iza", preferred="Specifieke Uitkering Integraal Zorgakkoord", abbreviation="SPUK IZA"),
    Term(id="spuk", preferred="specifieke uitkering", abbreviation="SPUK"),
    Term(id="brede", preferred="Brede SPUK"),
    Term(id="alv", preferred="Algemene Ledenvergadering", abbreviation="ALV"),
    Term(id="vws", preferred="ministerie van Volksgezondheid, Welzijn en Sport", abbreviation="VWS", article="het"),
    Term(id="ggd", preferred="Gemeentelijke Gezondheidsdienst", abbreviation="GGD"),
]
PASSAGE = Origin("tekstblok", "een", "a1")
OWN = Origin("eigen", "", "a2")


def paragraph(text: str, origin: Origin = PASSAGE) -> Paragraph:
    return Paragraph((Text(text),), origin)


def written(*blocks: Block) -> list[str]:
    made = write_out(blocks, TERMS)
    return [plain(block.content) for block in made if isinstance(block, Paragraph | Heading)]


CASES = {
    "Het IZA loopt. Het IZA stopt.": "Het Integraal Zorgakkoord (IZA) loopt. Het IZA stopt.",
    "Het Integraal Zorgakkoord (IZA) loopt. Het IZA stopt.": "Het Integraal Zorgakkoord (IZA) loopt. Het IZA stopt.",
    "Een ALV. De algemene ledenvergadering (ALV).": "Een Algemene Ledenvergadering (ALV). De ALV.",
    "De SPUK IZA is een SPUK bij het IZA.": "De Specifieke Uitkering Integraal Zorgakkoord (SPUK IZA) is een specifieke"
    " uitkering (SPUK) bij het Integraal Zorgakkoord (IZA).",
    "De Brede SPUK blijft.": "De Brede SPUK blijft.",
    "Het ministerie van VWS schrijft.": "Het ministerie van Volksgezondheid, Welzijn en Sport (VWS) schrijft.",
    "De minister van VWS schrijft.": "De minister van Volksgezondheid, Welzijn en Sport (VWS) schrijft.",
    "VWS schrijft.": "Het ministerie van Volksgezondheid, Welzijn en Sport (VWS) schrijft.",
    "Afspraken met VWS en anderen.": "Afspraken met het ministerie van Volksgezondheid, Welzijn en Sport (VWS) en anderen.",
    "De GGD’en en het IZA-geld.": "De GGD’en en het IZA-geld.",
    "De krant schreef “Het IZA stopt”.": "De krant schreef “Het IZA stopt”.",
    "De motie ‘Stop met het IZA nu’ en het IZA.": "De motie ‘Stop met het IZA nu’ en het Integraal Zorgakkoord (IZA).",
    "Over iza en IZAK.": "Over iza en IZAK.",
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=list(CASES))
def test_the_first_use_is_written_out(text: str, expected: str):
    assert written(paragraph(text)) == [expected]


def test_it_holds_over_all_the_blocks_of_a_letter():
    assert written(paragraph("Het IZA."), paragraph("Het IZA.")) == ["Het Integraal Zorgakkoord (IZA).", "Het IZA."]


def test_a_heading_and_the_template_are_left_alone():
    blocks = (Heading(1, (Text("Het IZA"),), PASSAGE), paragraph("Het IZA.", Origin("sjabloon", "brief")))
    assert written(*blocks, paragraph("Het IZA.")) == ["Het IZA", "Het IZA.", "Het Integraal Zorgakkoord (IZA)."]


def test_the_writers_own_words_stay_and_count_when_they_explain():
    assert written(paragraph("Het IZA.", OWN)) == ["Het IZA."]
    own = paragraph("Het akkoord over zorg (IZA).", OWN)
    assert written(own, paragraph("Het IZA.")) == ["Het akkoord over zorg (IZA).", "Het IZA."]


def test_a_quotation_is_left_alone():
    quote = Quote((paragraph("Het IZA."),), PASSAGE)
    assert write_out((quote,), TERMS) == (quote,)


def test_a_meaning_that_is_a_value_is_not_told_twice():
    name = Value("regio.naam", "Integraal Zorgakkoord", "naam", PASSAGE)
    block = Paragraph((Text("Het "), name, Text(" (IZA).")), PASSAGE)
    assert written(block, paragraph("Het IZA.")) == ["Het Integraal Zorgakkoord (IZA).", "Het IZA."]


def test_within_bold_it_goes_on_as_in_one_sentence():
    block = Paragraph((Text("Het "), Strong((Text("IZA"),)), Text(" en het IZA.")), PASSAGE)
    assert written(block) == ["Het Integraal Zorgakkoord (IZA) en het IZA."]


def test_without_terms_the_blocks_are_the_same():
    blocks = (paragraph("Het IZA."),)
    assert write_out(blocks, []) is blocks
