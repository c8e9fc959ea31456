"""A letter keeps what it was written from, and says what is different today."""

from pathlib import Path

import pytest

from composer.assemble.letter import assemble
from composer.domain.letter import Letter
from composer.domain.traversal import inline_runs, plain
from composer.library.captured import capture, changed_records, release, restore
from composer.library.letters import read_letter, write_letter
from composer.library.library import Library
from tests.libraries import Shelf, a_letter

USES = {
    "aanleiding": [{"id": "a1", "tekstblok": "alv-aangenomen"}],
    "geld": [
        {"id": "b1", "tekstblok": "spuk-blijft-beschikbaar"},
        {"id": "b2", "tekstblok": "bijdrage"},
        {"id": "b3", "tekst": 'Drie: {{ feit["alv-drie-voorwaarden"].voorwaarden }}.'},
    ],
}


def kept(library: Library) -> Letter:
    return capture(a_letter(secties=USES, id="proef"), library)


def words(letter: Letter, library: Library) -> str:
    document = assemble(letter, library).document
    runs = [plain(run) for block in document.blocks for run in inline_runs(block)]
    return "\n".join([*runs, *(plain(note.content) for note in document.notes)])


def names(letter: Letter) -> dict[str, list[str]]:
    captured = letter.captured
    assert captured is not None
    records = captured.model_dump(by_alias=True)
    return {kind: [entry.get("id") or entry["cbs"] for entry in records[kind]] for kind in records if kind != "sha256"}


def test_what_a_letter_uses_is_kept_and_nothing_else(library: Library) -> None:
    assert names(kept(library)) == {
        "bronnen": ["verslag-2024", "ledenbrief-2025", "vws-bericht-2024"],
        "feiten": ["alv-nam-aan", "spuk-blijft", "bijdrage-2025-gm0001", "alv-drie-voorwaarden"],
        "tekstblokken": ["alv-aangenomen", "spuk-blijft-beschikbaar", "bijdrage"],
        "sjablonen": ["brief"],
        "gemeenten": ["GM0001"],
        "regios": ["kust", "kust-noord", "kustland"],
    }


def test_what_a_letter_no_longer_uses_is_let_go(library: Library) -> None:
    fewer = capture(kept(library).without("b1").without("b2").without("b3"), library)
    assert names(fewer)["tekstblokken"] == ["alv-aangenomen"]
    assert names(fewer)["feiten"] == ["alv-nam-aan"]


def everything_changed(shelf: Shelf) -> Library:
    """The same library a year later: other words, other values, another name, a series and a passage gone."""
    for name, old, new in (
        ("feiten/resolutie.yaml", "waarde: 93, orde: ruim", "waarde: 51"),
        ("feiten/resolutie.yaml", "aantal, waarde: 3", "aantal, waarde: 7"),
        ("feiten/spuk.yaml", "jaar, waarde: 2025}\n    landelijk", "jaar, waarde: 2026}\n    landelijk"),
        ("bronnen/bronnen.yaml", "Verslag van de ledenvergadering", "Notulen"),
        ("gemeenten/kust.yaml", "naam: Bergdam", "naam: Nieuwdam"),
        ("templates/brief.md", "Geachte raad,", "Beste raad,"),
        ("snippets/resolutie/alv-aangenomen.md", "nam de vergadering", "koos de vergadering"),
    ):  # fmt: skip
        path = shelf.path(name)
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
    spuk = shelf.path("feiten/spuk.yaml")
    spuk.write_text(spuk.read_text(encoding="utf-8").split("- reeks")[0], encoding="utf-8")
    shelf.path("snippets/spuk/bijdrage.md").unlink()
    return shelf.load()


def test_a_letter_is_rendered_from_what_it_kept_after_the_library_has_changed(shelf: Shelf) -> None:
    before = shelf.load()
    letter = kept(before)
    text = words(letter, before)
    after = everything_changed(shelf)
    assert words(letter, after) != text
    assert words(letter, restore(letter, after)) == text


def test_so_is_a_letter_that_was_saved_and_read_again(shelf: Shelf, tmp_path: Path) -> None:
    before = shelf.load()
    write_letter(kept(before), tmp_path / "brief.raadsbrief")
    text = words(kept(before), before)
    letter = read_letter(tmp_path / "brief.raadsbrief")
    after = everything_changed(shelf)
    assert words(letter, restore(letter, after)) == text


def test_everything_that_a_letter_keeps_reads_back_as_it_was(library: Library) -> None:
    letter = kept(library)
    empty = restore(letter, Library())
    for kind, ids in (
        ("facts", "feiten"),
        ("sources", "bronnen"),
        ("snippets", "tekstblokken"),
        ("templates", "sjablonen"),
    ):
        for name in names(letter)[ids]:
            assert getattr(empty, kind)[name].record() == getattr(library, kind)[name].record()
    assert empty.facts["alv-nam-aan"] == library.facts["alv-nam-aan"]
    assert empty.facts["bijdrage-2025-gm0001"] == library.facts["bijdrage-2025-gm0001"]
    assert empty.municipalities["GM0001"] == library.municipalities["GM0001"]


def test_a_letter_without_anything_kept_is_rendered_from_today(library: Library) -> None:
    letter = a_letter(secties=USES)
    assert restore(letter, library) is library
    assert changed_records(letter, library) == ()
    assert release(letter, "feiten", "alv-nam-aan") == letter


def test_nothing_has_changed_while_the_library_is_the_same(library: Library, tmp_path: Path) -> None:
    letter = kept(library)
    write_letter(letter, tmp_path / "brief.raadsbrief")
    assert changed_records(letter, library) == ()
    assert changed_records(read_letter(tmp_path / "brief.raadsbrief"), library) == ()


def test_what_has_changed_is_told_by_kind_and_id(shelf: Shelf, tmp_path: Path) -> None:
    write_letter(kept(shelf.load()), tmp_path / "brief.raadsbrief")
    letter = read_letter(tmp_path / "brief.raadsbrief")
    assert set(changed_records(letter, everything_changed(shelf))) == {
        ("bronnen", "verslag-2024"),
        ("feiten", "alv-nam-aan"),
        ("feiten", "spuk-blijft"),
        ("feiten", "bijdrage-2025-gm0001"),
        ("feiten", "alv-drie-voorwaarden"),
        ("tekstblokken", "alv-aangenomen"),
        ("tekstblokken", "bijdrage"),
        ("sjablonen", "brief"),
        ("gemeenten", "GM0001"),
    }


RELEASED = [
    ("tekstblokken", "alv-aangenomen", "nam de vergadering", "koos de vergadering"),
    ("feiten", "alv-nam-aan", "Ruim 93%", "51%"),
    ("gemeenten", "GM0001", "Bergdam krijgt", "Nieuwdam krijgt"),
    ("sjablonen", "brief", "Geachte raad", "Beste raad"),
    ("bronnen", "verslag-2024", "Verslag van de ledenvergadering", "Notulen"),
]


@pytest.mark.parametrize(("kind", "key", "old", "new"), RELEASED)
def test_what_is_released_is_as_the_library_has_it_today(shelf: Shelf, kind: str, key: str, old: str, new: str) -> None:
    letter = kept(shelf.load())
    after = everything_changed(shelf)
    freed = release(letter, kind, key)
    assert old in words(letter, restore(letter, after))
    text = words(freed, restore(freed, after))
    assert old not in text and new in text
    assert (kind, key) not in changed_records(freed, after)
    assert len(changed_records(freed, after)) == len(changed_records(letter, after)) - 1


def test_a_kept_record_that_cannot_be_read_is_todays(library: Library) -> None:
    letter = kept(library)
    assert letter.captured is not None
    broken = tuple({**record, "stelling": ""} for record in letter.captured.facts)
    odd = letter.with_changes(captured=letter.captured.model_copy(update={"facts": broken}))
    assert restore(odd, library).facts["alv-nam-aan"] == library.facts["alv-nam-aan"]


def test_capturing_again_gives_the_same(library: Library) -> None:
    assert capture(kept(library), library) == kept(library)
