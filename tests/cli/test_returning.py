"""`leeskopie` and `lees-terug` as users run them."""

import json
from pathlib import Path

import pytest

from composer.library.letters import read_letter
from composer.work.program.autosave import user_autosave
from tests.cli.conftest import Run
from tests.work.word_edits import WordFile

LETTER = """\
formaat: 1
id: rondgang
sjabloon: brief
gemeente: GM0001
datum: 2024-12-20
secties:
  aanleiding:
  - {id: a1, tekst: "De raad krijgt deze brief ter informatie."}
  - {id: a2, tekst: "Wij houden u op de hoogte."}
  geld:
  - {id: b1, tekstblok: spuk-blijft-beschikbaar}
"""


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "brief.raadsbrief"
    path.write_text(LETTER, encoding="utf-8")
    return path


@pytest.fixture
def word(command: Run, letter: Path) -> WordFile:
    """The letter as it went round, open in Word with changes tracked."""
    target = letter.with_suffix(".docx")
    made = command("leeskopie", letter, "-o", target)
    assert (made.code, made.err) == (0, "")
    return WordFile(target)


def back(word: WordFile, letter: Path) -> Path:
    return word.save(letter.with_name("terug.docx"))


def test_what_was_done_is_told(command: Run, word: WordFile, letter: Path) -> None:
    word.replace("krijgt", "leest")
    word.remove_paragraph("Wij houden u")
    before = letter.read_bytes()
    ran = command("lees-terug", letter, back(word, letter))
    assert ran.code == 1 and letter.read_bytes() == before
    assert "a1: gewijzigd (Aanleiding)" in ran.out and "De raad [-krijgt-]{+leest+} deze brief" in ran.out
    assert "a2: verwijderd" in ran.out and "verwijderd door C. Bakker" in ran.out


def test_the_same_for_programs(command: Run, word: WordFile, letter: Path) -> None:
    word.replace("krijgt", "leest")
    record = json.loads(command("lees-terug", letter, back(word, letter), "--json").out)
    (a1,) = (piece for piece in record["stukken"] if piece["uitkomst"] != "ongewijzigd")
    assert (a1["sleutel"], a1["na"]) == ("a1", "De raad leest deze brief ter informatie.")
    assert {change["wie"] for change in a1["wijzigingen"]} == {"C. Bakker"}


def test_everything_is_taken_over_and_the_letter_of_before_is_kept(command: Run, word: WordFile, letter: Path) -> None:
    word.replace("krijgt", "leest")
    word.remove_paragraph("Wij houden u")
    ran = command("lees-terug", letter, back(word, letter), "--neem-over", "alles")
    assert ran.code == 0 and "is bijgewerkt" in ran.err
    after = read_letter(letter)
    assert [piece.text for piece in after.sections["aanleiding"]] == ["De raad leest deze brief ter informatie.\n"]
    (earlier,) = user_autosave().versions.of("rondgang")
    assert "krijgt" in str(earlier.letter().pieces())


def test_one_thing_is_taken_over(command: Run, word: WordFile, letter: Path) -> None:
    word.replace("krijgt", "leest")
    word.remove_paragraph("Wij houden u")
    assert command("lees-terug", letter, back(word, letter), "--neem-over", "a1").code == 1
    assert [piece.id for piece in read_letter(letter).sections["aanleiding"]] == ["a1", "a2"]


def test_a_field_that_was_filled_in_comes_along_with_everything(command: Run, word: WordFile, letter: Path) -> None:
    word.replace("[nog invullen: portefeuillehouder]", "C. Bakker")
    assert "veld portefeuillehouder werd “C. Bakker”" in command("lees-terug", letter, back(word, letter)).out
    assert command("lees-terug", letter, back(word, letter), "--neem-over", "alles").code == 0
    assert read_letter(letter).fields["portefeuillehouder"] == "C. Bakker"


def test_a_fact_that_is_told_otherwise_is_remarked(command: Run, word: WordFile, letter: Path) -> None:
    word.replace("2025", "2026")
    ran = command("lees-terug", letter, back(word, letter), "--neem-over", "b1")
    assert "wijkt-af-van-feit" in ran.err


def test_changes_may_be_read_as_not_made(command: Run, word: WordFile, letter: Path) -> None:
    word.replace("krijgt", "leest")
    ran = command("lees-terug", letter, back(word, letter), "--zonder-wijzigingen")
    assert (ran.code, ran.out) == (0, "Er is niets veranderd.\n")


MISTAKES = [
    (("lees-terug", "BRIEF", "weg.docx"), "niet te lezen"),
    (("lees-terug", "BRIEF", "BRIEF"), ""),
    (("lees-terug", "BRIEF", "WORD", "--neem-over", "z9"), "“z9” is niet veranderd teruggekomen"),
    (("leeskopie", "BRIEF", "-o", "uit.pdf"), "kies een naam op .docx"),
    (("leeskopie", "BRIEF", "-o", "WORD"), "bestaat al"),
]


@pytest.mark.parametrize(("arguments", "told"), MISTAKES)
def test_what_cannot_be_done_is_one_sentence(
    arguments: tuple[str, ...], told: str, command: Run, word: WordFile, letter: Path
) -> None:
    files = {"BRIEF": letter, "WORD": back(word, letter)}
    before = letter.read_bytes()
    ran = command(*(files.get(argument, argument) for argument in arguments))
    assert ran.code == 2 and told in ran.err and ran.err.count("\n") == 1
    assert letter.read_bytes() == before


def test_a_sent_letter_takes_nothing_over(command: Run, word: WordFile, letter: Path) -> None:
    word.replace("krijgt", "leest")
    letter.write_text(LETTER.replace("secties:", "staat: verzonden\nsecties:"), encoding="utf-8")
    ran = command("lees-terug", letter, back(word, letter), "--neem-over", "alles")
    assert ran.code == 2 and "vervolgbrief" in ran.err
