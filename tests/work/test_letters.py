"""New letters with what may be said on their day, and letters opened and saved."""

from datetime import date
from pathlib import Path

import pytest

from composer.domain.errors import ComposerError
from composer.domain.letter import Letter
from composer.library.library import Library
from composer.work.letters import new_letter, open_letter, save_letter
from tests.libraries import Shelf, a_letter

TEMPLATE = """\
titel: Voorstel
secties:
  - id: a
    standaard: [alv-aangenomen, spuk-blijft-beschikbaar, spuk-eerder, motie-gesteund, bijdrage, weg, oud, verteld]
---
{{ sectie.a }}
"""


@pytest.fixture
def proposing(shelf: Shelf) -> Library:
    """With a template that proposes everything."""
    shelf.template("voorstel", TEMPLATE)
    shelf.passage("spuk/oud", "titel: Oud\nonderwerp: spuk\nstatus: ingetrokken\n---\nTekst.\n")
    shelf.passage("spuk/verteld", "titel: Verteld\nonderwerp: spuk\nstem: vereniging\n---\nTekst.\n")
    return shelf.load()


def proposed(letter: Letter) -> list[str | None]:
    return [piece.snippet for piece in letter.pieces()]


DAYS = [
    ("2024-11-28", "GM0001", ["motie-gesteund"]),
    ("2024-12-10", "GM0001", ["alv-aangenomen", "spuk-eerder", "motie-gesteund"]),
    (
        "2024-12-17",
        "GM0001",
        ["alv-aangenomen", "spuk-blijft-beschikbaar", "spuk-eerder", "motie-gesteund", "bijdrage"],
    ),
    ("2026-01-01", "GM0001", ["alv-aangenomen", "spuk-blijft-beschikbaar", "spuk-eerder", "motie-gesteund"]),
    ("2024-12-10", "GM0002", ["alv-aangenomen", "spuk-eerder"]),
    ("2024-12-10", "GM0003", ["alv-aangenomen", "spuk-eerder", "motie-gesteund"]),
]


@pytest.mark.parametrize(("day", "cbs", "names"), DAYS)
def test_a_new_letter_has_what_is_proposed_and_may_be_told_on_its_day(
    proposing: Library, day: str, cbs: str, names: list[str]
) -> None:
    assert proposed(new_letter(proposing, "voorstel", cbs, date.fromisoformat(day))) == names


def test_a_new_letter_has_ids_and_every_section_of_its_template(library: Library) -> None:
    letter = new_letter(library, "brief", "Bergdam", date(2024, 12, 20))
    assert letter.id
    assert [piece.id for piece in letter.pieces()] == ["a1", "a2"]
    assert list(letter.sections) == ["aanleiding", "geld", "vervolg"]


def test_the_date_is_the_reference_date_unless_it_is_given(library: Library) -> None:
    same = new_letter(library, "brief", "GM0001", date(2024, 12, 20))
    assert (same.date, same.reference_day) == (date(2024, 12, 20), None)
    later = new_letter(library, "brief", "GM0001", date(2024, 12, 20), day=date(2025, 1, 10))
    assert (later.date, later.reference_date) == (date(2025, 1, 10), date(2024, 12, 20))


def test_a_letter_to_all_has_no_municipality(library: Library) -> None:
    letter = new_letter(library, "brief", None, date(2024, 12, 20))
    assert (letter.municipality, letter.national) == (None, True)


UNKNOWN = [
    ({"template_id": "brif"}, "sjabloon “brif” bestaat niet"),
    ({"municipality": "Bergdm"}, "Bedoelde u “Bergdam”"),
    ({"fields": {"onderwrp": "x"}}, "geen veld “onderwrp”. Bedoelde u “onderwerp”"),
]


@pytest.mark.parametrize(("changes", "said"), UNKNOWN)
def test_a_new_letter_of_what_does_not_exist_is_refused(
    library: Library, changes: dict[str, object], said: str
) -> None:
    given: dict[str, object] = {"template_id": "brief", "municipality": "GM0001", "reference_date": date(2024, 12, 20)}
    with pytest.raises(ComposerError) as caught:
        new_letter(library, **(given | changes))  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    assert said in caught.value.message


def test_a_letter_without_ids_gets_them_when_it_is_opened_and_keeps_them_when_it_is_saved(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "brief.raadsbrief"
    path.write_text("sjabloon: brief\ngemeente: GM0001\ndatum: 2024-12-20\nsecties: {aanleiding: [{tekst: Zin.}]}\n")
    letter, rendering = open_letter(path, library)
    save_letter(letter, rendering, path)
    again, _ = open_letter(path, library)
    assert letter.id == again.id
    assert [piece.id for piece in again.pieces()] == ["a1"]
    assert again.captured is not None


def test_a_saved_letter_opens_as_it_was_after_the_library_has_changed(shelf: Shelf, tmp_path: Path) -> None:
    path = tmp_path / "brief.raadsbrief"
    before = shelf.load()
    save_letter(new_letter(before, "brief", "GM0001", date(2024, 12, 20)), before, path)
    shelf.passage("resolutie/alv-aangenomen", "titel: Nieuw\nonderwerp: resolutie\n---\nNieuwe tekst.\n")
    _, rendering = open_letter(path, shelf.load())
    assert rendering.snippets["alv-aangenomen"].text == before.snippets["alv-aangenomen"].text


def test_saving_gives_the_hash_that_the_next_saving_expects(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "brief.raadsbrief"
    letter, digest = save_letter(a_letter("Een."), library, path)
    letter, digest = save_letter(letter.with_field("kenmerk", "Z-1"), library, path, digest)
    path.write_text("iets anders")
    with pytest.raises(ComposerError, match="door iemand anders veranderd"):
        save_letter(letter, library, path, digest)
