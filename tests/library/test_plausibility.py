"""What can be read and can hardly be meant is told with its line, and read all the same."""

import pytest

from composer.library.plausibility import unlikely_records
from tests.libraries import Shelf

FACT = """\
- id: nieuw
  onderwerp: spuk
  aard: toestand
  stelling: Iets is zo.
  kracht: besluit
  bewijs: [{bron: verslag-2024}]
  waarden:
    getal: {soort: %s, waarde: %s}
"""

VALUES = [
    ("bedrag", "-5000", "-5.000 is minder dan niets; schrijf het getal zonder min"),
    ("aantal", "-1", "-1 is minder dan niets"),
    ("percentage", "-2.5", "-2,5 is minder dan niets"),
    (
        "percentage",
        "100.5",
        "100,5% is meer dan het geheel; verbeter het, of leg in “toelichting” uit waarom het klopt",
    ),
]


@pytest.mark.parametrize(("kind", "value", "said"), VALUES)
def test_a_value_out_of_bounds_is_remarked_unless_the_fact_explains_it(
    shelf: Shelf, layer: Shelf, kind: str, value: str, said: str
) -> None:
    path = layer.write("feiten/a.yaml", FACT % (kind, value))
    library = shelf.load(layer)
    [problem] = unlikely_records(library)
    assert str(problem).startswith(f"{path}:8: waarden.getal: {said}")
    assert (problem.severity, str(library.facts["nieuw"].values["getal"].value)) == ("waarschuwing", value)
    layer.write("feiten/a.yaml", f"{FACT % (kind, value)}  toelichting: De bron meldt een daling of een veelvoud.\n")
    assert list(unlikely_records(shelf.load(layer))) == []


@pytest.mark.parametrize(
    ("kind", "value"), [("percentage", "100"), ("percentage", "0"), ("bedrag", "0"), ("aantal", "5000")]
)
def test_values_within_bounds_are_not_remarked(shelf: Shelf, layer: Shelf, kind: str, value: str) -> None:
    layer.write("feiten/a.yaml", FACT % (kind, value))
    assert list(unlikely_records(shelf.load(layer))) == []


def test_a_row_of_a_series_is_told_at_its_line(shelf: Shelf, layer: Shelf) -> None:
    text = (
        "- reeks: nieuw\n  per: gemeente\n  onderwerp: spuk\n  aard: toestand\n  stelling: x\n  kracht: besluit\n"
        "  waarde: {naam: geld, soort: bedrag}\n  bewijs: [{bron: verslag-2024}]\n  rijen:\n    GM0001: 1\n    GM0002: -2\n"
    )
    path = layer.write("feiten/a.yaml", text)
    [problem] = unlikely_records(shelf.load(layer))
    assert str(problem).startswith(f"{path}:11: waarden.geld: -2 is minder dan niets")


def test_an_answer_that_is_none_of_the_choices_is_told(shelf: Shelf, layer: Shelf) -> None:
    path = layer.write("gemeenten/a.yaml", "cbs: GM0001\nsteunde_motie: zomaar\nplanstatus: wat ik wil\n")
    library = shelf.load(layer)
    assert [str(problem) for problem in unlikely_records(library)] == [
        f"{path}:2: steunde_motie: “zomaar” kan hier niet; kies uit ja of nee"
    ]
    assert library.municipalities["GM0001"].local["steunde_motie"].value == "zomaar"
    layer.write("gemeenten/a.yaml", "cbs: GM0001\nsteunde_motie:\n")
    assert list(unlikely_records(shelf.load(layer))) == []


def test_a_key_that_no_profile_field_has_is_told_once_with_the_nearest(shelf: Shelf, layer: Shelf) -> None:
    path = layer.write(
        "gemeenten/a.yaml", "- cbs: GM0001\n  steunde_moties: ja\n- cbs: GM0002\n  steunde_moties: nee\n"
    )
    library = shelf.load(layer)
    [problem] = unlikely_records(library)
    assert str(problem) == (
        f"{path}:2: steunde_moties: geen profielveld heet zo. Bedoelde u “steunde_motie”? "
        "Verbeter de naam of zet hem in profielvelden.yaml"
    )
    assert library.municipalities["GM0002"].local["steunde_moties"].value == "nee"
    layer.write("profielvelden.yaml", "- {id: steunde_moties, label: Moties}\n")
    assert list(unlikely_records(shelf.load(layer))) == []


def test_a_misspelt_key_of_the_profile_itself_is_recognised(shelf: Shelf, layer: Shelf) -> None:
    layer.write("gemeenten/a.yaml", "cbs: GM0001\nadress: Dam 1\n")
    [problem] = unlikely_records(shelf.load(layer))
    assert "Bedoelde u “adres”?" in problem.message


def test_a_whole_library_has_nothing_to_remark(shelf: Shelf) -> None:
    assert list(unlikely_records(shelf.load())) == []
