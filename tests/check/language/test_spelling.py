"""`spelfout`: words that no dictionary has."""

import time
from datetime import date

import pytest

from composer.assemble.letter import assemble
from composer.check.analyser import segments_of
from composer.check.context import CheckContext
from composer.check.dictionary import Dictionary
from composer.check.language.spelling import doubtful, misspellings
from composer.check.vocabulary import Vocabulary
from composer.domain.document import Block
from composer.domain.snippet import Snippet
from composer.library.library import Library
from composer.work.letters import new_letter
from tests.check.remarks import remarked, words
from tests.libraries import Shelf, a_letter

WRONG = {
    "Het college heeft dit behandld.": ("behandld", "behandeld"),
    "Wij informeeren de raad.": ("informeeren", "informeren"),
    "De gemente gaat door.": ("gemente", "gemeente"),
    "Dit is een goeed plan.": ("goeed", "goede"),
    "Er is veel verandered aan de aanpak.": ("verandered", "veranderde"),
    "De zorgverzekraar betaalt.": ("zorgverzekraar", "zorgverzekeraar"),
    "Er is xqvwrt gevonden.": ("xqvwrt", None),
    "Dit heeft gevolegn voor ons.": ("gevolegn", "gevolgen"),
    "Wij verwachtten een reaktie.": ("reaktie", "reactie"),
    "Beteknt dit iets?": ("Beteknt", "Betekent"),
}
RIGHT = [
    "Het college heeft dit behandeld.",
    "De raadsinformatiebrief gaat over het IZA, het AZWA en de SPUK.",
    "De transformatieplannen van de mandaatgemeente en de zorgverzekeraars.",
    "Onze inwoners in ’s-Waterhuizen en Bergdam.",
    "Het onderhandelaarsakkoord en de standaardfunctionaliteiten.",
    "Volgens Skipr stapt de VNG eruit.",
    "Skipr meldt dat de VNG eruit stapt.",
    "Zo’n plan, vóór 1 juli, is één van de foto’s.",
    "De eerstelijnszorg en de wijkverpleging werken domeinoverstijgend.",
    "Kijk op https://vng.nl/onderwrp of mail x@gemeentee.nl.",
    "De krant schreef: “Dit is helemaal verkeert geschreeven.”",
    "Het gezondheidsnetwerk en de procesregisseur.",
]


@pytest.mark.parametrize(("text", "word"), WRONG.items(), ids=list(WRONG))
def test_an_unknown_word_is_a_tip_with_what_was_meant(text: str, word: tuple[str, str | None], library: Library):
    [finding] = remarked("spelfout", text, library)
    assert (finding.words, finding.severity) == (word[0], "tip")
    assert (finding.action.target if finding.action else None) == word[1]


@pytest.mark.parametrize("text", RIGHT)
def test_words_of_the_field_and_names_are_known(text: str, library: Library):
    assert words("spelfout", text, library) == []


def test_the_librarys_own_words_are_known(shelf: Shelf):
    shelf.write("begrippen.yaml", "- {id: kwx, voorkeur: kwartelkwotum}")
    assert words("spelfout", "Het kwartelkwotum stijgt.", shelf.load()) == []


def test_a_suggestion_takes_no_longer_than_a_blink(library: Library):
    dictionary = Vocabulary(library).dictionary
    taken = [_seconds(dictionary, word) for word in ("xqvwrtzgemeentq", "bestuursrapportagqw", "verantwoordelijkhied")]
    assert min(taken) < 0.15


def _seconds(dictionary: Dictionary, word: str) -> float:
    dictionary.knows("warm")
    started = time.perf_counter()
    dictionary.nearest(word)
    return time.perf_counter() - started


def test_shipped_passages_are_spelled_right(shipped: Library):
    assembled = ((snippet, _blocks(snippet, shipped)) for snippet in shipped.snippets.values())
    dictionary = Vocabulary(shipped).dictionary
    wrong = {
        (snippet.id, word.text)
        for snippet, blocks in assembled
        for run in segments_of(blocks)
        for word in doubtful(run, dictionary)
        if word.text[0].islower()
    }
    assert sorted(wrong) == []


def _blocks(snippet: Snippet, library: Library) -> tuple[Block, ...]:
    letter = a_letter(snippet.text, sjabloon="raadsinformatiebrief", gemeente="GM1721")
    return assemble(letter, library).pieces[0].blocks


def test_a_shipped_passage_is_not_looked_up_again(shipped: Library):
    letter = new_letter(shipped, "raadsinformatiebrief", "GM1721", date(2024, 12, 20))
    context = CheckContext(letter, assemble(letter, shipped), shipped, date(2024, 12, 20))
    assert [finding for piece in context.pieces for finding in misspellings(piece, context)] == []
