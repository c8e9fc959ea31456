"""Where sentences end; in each case a bar stands between two sentences."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.domain.sentences import boundaries, sentences

CASES = """
Dit is één zin.
Dit is één zin zonder punt
Eerste zin.|Tweede zin.
Eerste zin!|Tweede zin?|Derde zin.
Dit besluit viel op 29 november jl. in Utrecht.
Op 29 november jl. stemde de vergadering.
De vergadering was op 29 november jl.|De raad is toen geïnformeerd.
Uw brief d.d. 3 december 2024 hebben wij ontvangen.
De brief dd. 3 december is ontvangen.
Zie art. 5 van de wet.
Zie artt. 5 en 6.
Op grond van art. 169 Gemeentewet informeren wij u.
Dat volgt uit art. Zeven.
Het gaat om 150 mln. euro.
Het gaat om € 150 mln.|Dat is minder dan vorig jaar.
Het gaat om € 2,86 mln. per jaar.
Het gaat om 1,5 mld. euro.
Wij kregen € 3,5 mln.|Dit is te weinig.
Van 1 t/m 5 december is het loket dicht.
De begroting 2025 t/m 2028 ligt voor.
De motie nr. 12 is aangenomen.
De moties nrs. 12 en 13 zijn aangenomen.
Wij doen dat bijv. Met de regio.
Wij doen dat bijv. in de regio.
Dat kost ca. 10 euro per inwoner.
Dat kost ca. Tien euro.
De gemeenten Oss, Uden e.a. deden mee.
Oss, Uden e.a.|De regio volgt later.
Wij werken aan preventie, sport e.d. in de wijk.
Er is geld voor sport, spel enz.|Daarnaast is er geld voor zorg.
Er is geld voor sport, spel etc. en voor zorg.
Wij doen dit i.v.m. de wet.
Wij doen dit i.o.m. de GGD en de zorgverzekeraar.
Wij doen dit i.s.m. Zorgverzekeraar VGZ.
De wethouder is m.i.v. 1 januari 2025 in dienst.
Dit geldt m.u.v. Texel.
Het gaat o.a. Om geld.
Het gaat o.a. om geld.
Wij vragen dat d.w.z. Niet vandaag.
Het overleg is onder leiding van dhr. De Vries.
Het overleg met mevr. Jansen ging door.
Dr. Jansen en prof. Visser spraken.
Mr. drs. P. de Boer tekende.
De heer J. Jansen tekende.
De heer J.P. Jansen tekende.
De heer J. P. Jansen tekende.
Wethouder A.B. van den Berg tekende.|Daarna sprak de burgemeester.
Burgemeester M. 't Hart opende de vergadering.
1. Inleiding
1. De raad neemt kennis van de brief.
1. De raad neemt kennis.|2. De raad stemt in.
Wij vragen u:|x
De raad stemde in 2024.|Daarna volgde de uitvoering.
De raad stemde in december 2024.|In 2025 volgt meer.
Wij kregen 93% van de stemmen.|Dat is veel.
Het aandeel is 93,5%.|Dat is veel.
Het bedrag is 1.150 euro.
Het bedrag is 1.150.000 euro.|Dat is veel.
Versie 2.1 is klaar.
Versie 2.1.|Daarna komt 2.2.
Zie paragraaf 4.2 van de nota.
Zie par. 4 van de nota.
Zie blz. 12 van de nota.
Zie p. 12 van de nota.
De website www.vng.nl is bijgewerkt.
Mail naar info@bernheze.nl.|Wij antwoorden snel.
Kijk op vng.nl.|Daar staat meer.
Het besluit volgt in ’s-Hertogenbosch.|’s-Hertogenbosch is de hoofdstad.
De vergadering is daar.|'s-Hertogenbosch doet mee.
De vergadering is daar.|'s Avonds is er een borrel.
De vergadering is daar.|’s Middags is er een borrel.
De vergadering is daar.|'t Veld hoort erbij.
De vergadering is daar.|'t Is goed zo.
De vergadering is daar.|Ék doe mee.
De vergadering is daar.|Één gemeente stemde tegen.
Hij zei: “Wij doen mee.”|Daarna stemde hij.
Hij zei: ‘Wij doen mee.’|Daarna stemde hij.
Hij zei "Wij doen mee."|Daarna stemde hij.
Hij zei “Wij doen mee!” en ging zitten.
“Doen wij mee?” vroeg de voorzitter.
“Wij doen mee.” “Wij ook.”
Hij zei: “Het gaat om geld enz.”|Bernheze zweeg.
Dat is zo (zie de bijlage).|Wij komen daarop terug.
Dat is zo.|(Zie ook de bijlage.)|Wij komen daarop terug.
Dat is zo (zie art. 5 e.v.) en blijft zo.
Wij wachten…|Dan volgt meer.
Wij wachten… en dan volgt meer.
Wij wachten...|Dan volgt meer.
Wij wachten... en dan volgt meer.
Wat nu?!|Wij weten het niet.
Hoera!|Hoera!
Het IZA is er.|Het AZWA volgt.
De afspraak geldt voor de VNG.|Wij delen die.
De SPUK IZA 2025.|De SPUK IZA 2026.
De Staatscourant (Stcrt.) meldt dat.
Dit is vastgesteld in de raad van 5 dec. 2024.
Op 5 dec. stemde de raad.
Op 5 febr. stemde de raad.
De cijfers van jan. Tot en met mrt. ontbreken.
Het college van B. en W. besloot dat.
Het college van B.|x
Het college van b. en w. van Bernheze besloot.
De directeur van Zorg B.V. tekende.
De directeur van Zorg B.V.|De raad volgt.
De directeur van Zorg b.v.|De raad volgt.
De stichting St. Anna sprak.
De wet van 1 jan. 2015.|Deze wet geldt nog.
De stemming was om 20.30 uur.|Daarna was er koffie.
De stemming was om 20.30 u. in de zaal.
Het tarief is € 12,50 p.p. per dag.
Het tarief is € 12,50 p.p.|Het college vindt dat veel.
De datum is 17-12-2024.|Daarna volgt het besluit.
Wij verwijzen naar bijlage 2A.|Die ligt ter inzage.
Wij verwijzen naar bijl. 2 bij deze brief.
Vgl. de brief van de minister.
De minister c.q. De staatssecretaris tekent.
N.B. De brief is openbaar.
P.S. Wij horen graag van u.
De VNG (incl. Het bestuur) stemde in.
Het plan van de regio N.O. Brabant is klaar.
Het plan van Noord-Oost Brabant is klaar.|Utrecht volgt.
iPads zijn besteld.|iPhones niet.
Het loket sluit.|020 is het netnummer.
Er waren 3 voorstellen.|2 daarvan haalden het.
De wet (Wmo 2015) geldt.|Ook de Jeugdwet geldt.
Dit is zin een.  Dit is zin twee.
"""

# what the notation above cannot say: cases that hold a colon at a line's end or two spaces are written out
SPECIAL = {
    "Wij vragen u:|x": ("Wij vragen u: x",),
    "Het college van B.|x": ("Het college van B. x",),
    "Dit is zin een.  Dit is zin twee.": ("Dit is zin een.", "Dit is zin twee."),
    "“Wij doen mee.” “Wij ook.”": ("“Wij doen mee.”", "“Wij ook.”"),
}


def cases() -> list[tuple[str, tuple[str, ...]]]:
    found: list[tuple[str, tuple[str, ...]]] = []
    for line in CASES.strip().splitlines():
        expected = SPECIAL.get(line, tuple(line.split("|")))
        found.append((line.replace("|", " "), expected))
    return found


@pytest.mark.parametrize(("text", "expected"), cases(), ids=[text for text, _ in cases()])
def test_sentences_end_where_a_reader_says(text: str, expected: tuple[str, ...]) -> None:
    assert sentences(text) == expected


def test_there_are_at_least_a_hundred_cases() -> None:
    assert len(cases()) >= 100


@pytest.mark.parametrize("text", ["", " ", "\n", "."])
def test_what_has_no_words_has_at_most_one_sentence(text: str) -> None:
    assert sentences(text) == tuple(part for part in [text.strip()] if part)


def test_a_line_break_separates_as_a_space_does() -> None:
    assert sentences("Eerste zin.\nTweede zin.") == ("Eerste zin.", "Tweede zin.")


WORDS = st.lists(st.sampled_from([*"Aa.,1 \n“”'(!?…", "art. ", "De ", "J. ", "2024"]), max_size=60).map("".join)


@given(WORDS)
def test_sentences_together_are_the_whole_text(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


@given(WORDS)
def test_boundaries_rise_and_the_last_is_the_end(text: str) -> None:
    found = list(boundaries(text))
    assert found == sorted(set(found))
    assert not found or found[-1] == len(text)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_any_text_has_sentences(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    "text", ["a." * 50_000, "A. " * 30_000, "." * 100_000 + "a", ".”" * 50_000, "1. " * 30_000, " " * 100_000]
)
def test_a_hostile_text_is_read_within_two_seconds(text: str) -> None:
    begun = time.process_time()
    sentences(text)
    assert time.process_time() - begun < 2
