"""The PDF writer: judged by a validator and read back."""

import json
import re
from collections.abc import Callable
from dataclasses import replace

import pypdfium2  # pyright: ignore[reportMissingTypeStubs]
import pytest

from composer.domain.errors import ComposerError
from composer.domain.provenance import CitedSource, Provenance
from composer.export.house_style import Contents, HouseStyle
from composer.export.pdf.data import data
from composer.export.to_pdf import to_pdf
from composer.export.typography import curl
from tests.export.documents import bullets, document, fields, h, item, letter, note, numbers, p, quote, table
from tests.export.judges import pdf_complaints
from tests.export.tagged import tagged


def words(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in pages)


@pytest.mark.parametrize("draft", [True, False], ids=["concept", "definitief"])
@pytest.mark.parametrize("notes", ["voetnoten", "eindlijst", "geen"])
def test_validator_finds_nothing(notes: str, draft: bool, with_settings: Callable[[str, str], HouseStyle]) -> None:
    style = with_settings("noten: voetnoten", f"noten: {notes}")
    assert pdf_complaints(to_pdf(letter(draft=draft), style)) == []


def test_small_and_odd_letters_are_sound(neutral: HouseStyle) -> None:
    odd = (
        document(),
        document(h(3, "begint laag"), h(1, "en stijgt"), h(9, "diep")),
        document(table("a^1 | b", "c | d"), notes=(note(1, "in een kopcel"),)),
        document(bullets(item(table("a", "b")), item(), item(quote("x"), numbers("y", start=4)))),
        document(p("a^1 b^1"), notes=(note(1, "twee keer"),)),
        document(p("verweesd^7")),
        document(p("slot"), closing=0),
    )
    for each in odd:
        assert pdf_complaints(to_pdf(each, neutral)) == []


def test_same_letter_same_bytes(neutral: HouseStyle) -> None:
    assert to_pdf(letter(), neutral) == to_pdf(letter(), neutral)


def test_says_what_it_is(neutral: HouseStyle) -> None:
    told = pypdfium2.PdfDocument(to_pdf(letter(), neutral)).get_metadata_dict()
    assert told["Title"] == "Stand van zaken Integraal Zorgakkoord en de resolutie van de VNG"
    assert told["Author"] == "Gemeente Bernheze"
    assert told["CreationDate"].startswith("D:20241212120000")


def test_holds_the_words_and_the_notes(neutral: HouseStyle) -> None:
    found = " ".join(words(to_pdf(letter(), neutral)).split())
    for expected in (
        "Gemeente Bernheze", "Raadsinformatiebrief", "[nog invullen: portefeuillehouder]", "Wat is er besloten?",
        "VNG 2024, par. 2, alinea 1.", "Bladnummer 2 van 3", "Z/24/104512", "M.A.H. Moorman",
    ):  # fmt: skip
        assert expected in found
    assert "CONCEPT" not in found
    assert "CONCEPT" in words(to_pdf(letter(draft=True), neutral))


@pytest.mark.parametrize(
    "nasty",
    [
        "#panic()",
        '"; #read("/etc/passwd")',
        '\\" + panic()',
        "]#panic()[",
        "a\\",
        "$x$ *a* `c` @d <e>",
        "= kop",
        "- lijst",
        "//",
    ],
)
def test_text_is_never_code(nasty: str, neutral: HouseStyle) -> None:
    made = document(p(nasty), h(1, nasty), table(nasty.replace("|", ""), "x"), p("^1"), notes=(note(1, "."),))
    assert "".join(curl(nasty).split()) in "".join(words(to_pdf(made, neutral)).split())


def test_data_is_plain(neutral: HouseStyle) -> None:
    made = data(letter(), neutral)
    assert json.loads(json.dumps(made)) == made


def test_a_font_that_is_not_there_is_told(with_settings: Callable[[str, str], HouseStyle]) -> None:
    with pytest.raises(ComposerError, match="lettertype") as caught:
        to_pdf(letter(), with_settings("pdf: Carlito", "pdf: Comic Sans"))
    assert caught.value.path is not None


def test_long_letters_flow(neutral: HouseStyle) -> None:
    long = document(*(p(f"Alinea {number}. " + "Tekst. " * 60) for number in range(120)))
    assert len(pypdfium2.PdfDocument(to_pdf(long, neutral))) > 8


@pytest.mark.parametrize("lead", range(6))
def test_no_last_line_stands_alone_because_of_its_note(lead: int, neutral: HouseStyle) -> None:
    """Paragraphs of three lines stay whole, also where there is room for their lines but not for their notes."""
    blocks = [p("Regel.") for _ in range(lead)]
    for number in range(1, 37, 3):
        first, middle = f"Alinea. Woorden in een zin.^{number} ", f"{'Woorden in de zin. ' * 5}Midden.^{number + 1} "
        blocks.append(p(f"{first}{middle}{'Woorden in een zin. ' * 5}Slot.^{number + 2}"))
    made = document(*blocks, notes=tuple(note(number, "Een noot van een regel.") for number in range(1, 37)))
    texts = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(to_pdf(made, neutral))]
    assert len(texts) > 1
    assert all(text.index("Alinea") < text.index("Slot.") for text in texts)


def test_no_stream_ends_where_its_line_end_could_begin(neutral: HouseStyle) -> None:
    """Sixty letters, so that some stream ends in CR by itself."""
    assert not any(b"\r\nendstream" in to_pdf(document(p(f"Nummer {number}.")), neutral) for number in range(60))


def test_a_list_of_contents_and_a_page_of_sources_are_accessible(neutral: HouseStyle) -> None:
    source = CitedSource("bron", "De resolutie", "VNG", "29 november 2024", "0" * 64, (1,), "https://vng.nl/x")
    settings = neutral.settings.model_copy(update={"contents": Contents(from_headings=3), "sources_page": True})
    made = replace(letter(), provenance=Provenance(sources=(source,)))
    pdf = to_pdf(made, HouseStyle(neutral.folder, settings, neutral.package))
    assert pdf_complaints(pdf) == []
    assert {"TOC", "TOCI"} <= {each.kind for page in tagged(pdf) for each in page.found("TOC", "TOCI")}
    assert "Bronnen en peildatum" in words(pdf)


def test_a_label_never_runs_into_its_value(with_settings: Callable[[str, str], HouseStyle]) -> None:
    made = document(fields(("Een heel lang en breed etiket voor een veld", "waarde"), ("Aan", "de raad")))
    found = words(to_pdf(made, with_settings("grootte: 11", "grootte: 16")))
    assert re.search(r"veld\s+waarde", found)
