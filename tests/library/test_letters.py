"""Letter files: read with all their mistakes, written whole."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.domain.errors import ComposerError
from composer.domain.letter import Letter
from composer.library.captured import capture
from composer.library.letters import LetterError, letter_text, read_letter, write_letter
from composer.library.library import Library
from tests.libraries import a_letter

WHOLE = """\
formaat: 1
id: 7f3c
sjabloon: brief
gemeente: GM0001
datum: 2024-12-12
peildatum: 2024-12-10
staat: definitief
vervolg_op: 6e2b
huisstijl: neutraal
velden:
  onderwerp: SPUK
  kenmerk: '0123'
secties:
  aanleiding:
  - id: a1
    tekstblok: alv-aangenomen
  - id: a2
    tekstblok: spuk-eerder
    aangepast: |
      Eerder was dat anders.

      - een
      - twee
  - id: a3
    tekst: 'NO'
  geld: []
bijlagen:
- titel: Resolutie
  openbaar: true
- titel: Notitie
  openbaar: false
toezeggingen:
- stuk: a3
  wat: een brief
  voor: 2025-03
afgezien:
- code: zin-lang
  stuk: a3
  woorden: een zin
  reden: Dat mag hier.
"""


def written(tmp_path: Path, text: str | bytes) -> Path:
    path = tmp_path / "brief.raadsbrief"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_letter_is_read_as_it_was_written(tmp_path: Path) -> None:
    letter = read_letter(written(tmp_path, WHOLE))
    assert (letter.template, letter.municipality, str(letter.reference_date)) == ("brief", "GM0001", "2024-12-10")
    assert dict(letter.fields) == {"onderwerp": "SPUK", "kenmerk": "0123"}
    assert [piece.id for piece in letter.pieces()] == ["a1", "a2", "a3"]
    assert letter.pieces()[2].text == "NO"
    assert letter.sections["geld"] == ()
    assert [attachment.public for attachment in letter.attachments] == [True, False]
    assert (letter.promises[0].due, letter.waivers[0].words) == ("2025-03", "een zin")


def test_a_letter_is_written_as_it_was_read(tmp_path: Path) -> None:
    assert letter_text(read_letter(written(tmp_path, WHOLE))) == WHOLE


SHORT = "sjabloon: brief\ngemeente: GM0001\ndatum: 2024-12-12\n"


def test_a_letter_written_by_hand_may_leave_out_the_format_and_the_ids(tmp_path: Path) -> None:
    letter = read_letter(written(tmp_path, SHORT + "secties:\n  aanleiding:\n    - tekst: Wij schrijven.\n"))
    assert letter.id == "" and letter.pieces()[0].id == ""
    assert letter.reference_date == letter.date


MISTAKES: list[tuple[str, list[str]]] = [
    (SHORT.replace("GM0001", "Bergdam"), ["2: gemeente: “Bergdam” past niet; gebruik een cbs-code, zoals GM1721"]),
    (SHORT.replace("2024-12-12", "12-12-2024"), ["3: datum: “12-12-2024” is geen datum; schrijf jjjj-mm-dd"]),
    (
        SHORT.replace("sjabloon: brief", "sjablon: brief"),
        ["1: sjabloon: ontbreekt", "1: sjablon: onbekende sleutel. Bedoelde u “sjabloon”?"],
    ),
    (SHORT + "regio: kust\n", ["1: een brief is voor één gemeente, één regio of landelijk"]),
    (
        SHORT + "staat: klaar\nvelden: {Onderwerp: x}\nbijlagen: [{openbaar: soms}]\n",
        [
            "4: staat: “klaar” kan hier niet; kies uit concept, definitief of verzonden",
            "5: velden.Onderwerp: “Onderwerp” past niet; gebruik kleine letters",
            "6: bijlagen.nummer 1.titel: ontbreekt; vul dit in",
            "6: bijlagen.nummer 1.openbaar: “soms” is geen ja of nee; schrijf ja of nee",
        ],
    ),
    (
        SHORT + "secties:\n  a:\n    - {id: x, tekst: 1, tekstblok: y}\n    - tekst: goed\n    - {id: z, kleur: rood}\n",
        [
            "6: secties.a.nummer 1: een stuk is óf een tekstblok óf eigen tekst",
            "8: secties.a.nummer 3.kleur: onbekende sleutel. Haal hem weg",
        ],
    ),
    (SHORT + "secties: {a: tekst}\n", ["4: secties.a: hier hoort een lijst"]),
    (SHORT + "secties: [a]\n", ["4: secties: hier horen sleutels met waarden te staan"]),
    (SHORT + "formaat: 2\n", ["4: deze brief is met een nieuwere versie van Raadsbrief gemaakt; werk het programma bij"]),
    (SHORT + "formaat: 0\n", ["4: formaat “0” bestaat niet; schrijf formaat: 1"]),
    (SHORT + "formaat: één\n", ["4: formaat “één” bestaat niet; schrijf formaat: 1"]),
    (SHORT + "formaat: ²\n", ["4: formaat “²” bestaat niet; schrijf formaat: 1"]),
    (SHORT + "formaat: [1]\n", ["4: formaat “['1']” bestaat niet; schrijf formaat: 1"]),
    (SHORT + f"formaat: {'9' * 5000}\n", ["4: deze brief is met een nieuwere versie van Raadsbrief gemaakt"]),
    (SHORT + "id: ../../elders\n", ["4: id: “../../elders” past niet; gebruik letters, cijfers en streepjes"]),
    ("", ["1: dit is geen brief; een brief begint met “formaat: 1”"]),
    ("- a\n", ["1: dit is geen brief; een brief begint met “formaat: 1”"]),
    ("gewone tekst\n", ["1: dit is geen brief; een brief begint met “formaat: 1”"]),
    ("a: b: c\n", ["1: dit is geen geldige YAML"]),
    ("datum: |\n  2024\n  12\n", ["1: sjabloon: ontbreekt", "1: datum: “2024 12 ” is geen datum"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MISTAKES, ids=[repr(text[-40:]) for text, _ in MISTAKES])
def test_all_mistakes_of_a_letter_are_told_at_once_with_their_lines(
    tmp_path: Path, text: str, expected: list[str]
) -> None:
    path = written(tmp_path, text)
    with pytest.raises(ComposerError) as caught:
        read_letter(path)
    problems = caught.value.problems if isinstance(caught.value, LetterError) else (caught.value,)
    told = [str(problem).removeprefix(f"{path}:") for problem in problems]
    assert [line[: len(start)] for line, start in zip(told, expected, strict=True)] == expected
    assert not any("\n" in line for line in told)


UNREADABLE: list[tuple[bytes, str]] = [
    (b"sjabloon: caf\xe9\n", "dit bestand is geen UTF-8"),
    (b"PK\x03\x04\x00", "een stuurteken"),
    (b"a: " + b"x" * 8_000_001, "te groot om te lezen"),
]


@pytest.mark.parametrize(("data", "said"), UNREADABLE)
def test_what_cannot_be_read_at_all_is_told_in_one_line(tmp_path: Path, data: bytes, said: str) -> None:
    with pytest.raises(ComposerError, match=said):
        read_letter(written(tmp_path, data))


def test_a_file_that_is_not_there_and_a_folder_are_told_in_dutch(tmp_path: Path) -> None:
    with pytest.raises(ComposerError, match="het bestand of de map bestaat niet"):
        read_letter(tmp_path / "weg.raadsbrief")
    with pytest.raises(ComposerError, match="dit is een map"):
        read_letter(tmp_path)


def test_a_letter_with_all_that_it_keeps_reads_back_the_same(tmp_path: Path, library: Library) -> None:
    letter = a_letter("Zin.[^spuk-blijft] {{ gemeente.naam }} kreeg dit.[^bijdrage-2025]").with_inserted(
        "geld", 0, a_letter(secties={"geld": [{"id": "b1", "tekstblok": "bijdrage"}]}).pieces()[0]
    )
    path = tmp_path / "brief.raadsbrief"
    write_letter(capture(letter, library), path)
    once = read_letter(path)
    write_letter(once, path)
    assert read_letter(path) == once
    assert once.captured is not None and len(once.captured.facts) == 2


TEXT = st.text(st.characters(codec="utf-8"), max_size=80)
PIECE = st.one_of(
    st.fixed_dictionaries({"tekst": TEXT}),
    st.fixed_dictionaries({"tekstblok": st.just("a"), "aangepast": TEXT}),
)
PIECES = st.lists(PIECE, max_size=3)
RECORDS = st.fixed_dictionaries(
    {
        "sjabloon": st.just("brief"),
        "landelijk": st.just("ja"),
        "datum": st.dates(),
        "peildatum": st.one_of(st.none(), st.dates()),
        "velden": st.dictionaries(st.from_regex(r"[a-z0-9_]{1,8}", fullmatch=True), TEXT, max_size=3),
        "secties": st.dictionaries(st.sampled_from(["a", "b", "c"]), PIECES, max_size=3),
        "bijlagen": st.lists(
            st.fixed_dictionaries({"titel": TEXT, "openbaar": st.sampled_from([None, True, False])}), max_size=2
        ),
        "afgezien": st.lists(
            st.fixed_dictionaries({"code": TEXT, "woorden": TEXT, "reden": TEXT.filter(bool)}), max_size=2
        ),
    }
)


@given(record=RECORDS)
def test_any_letter_reads_back_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, record: dict[str, Any]
) -> None:
    letter = Letter.model_validate(record).with_ids()
    path = tmp_path_factory.getbasetemp() / "willekeurig.raadsbrief"
    write_letter(letter, path)
    assert read_letter(path) == letter
