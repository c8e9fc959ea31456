"""What is damaged, too new or too old: set aside, left alone or upgraded, with the rest still there."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from composer.domain.errors import ComposerError
from composer.domain.letter import Letter
from composer.library import letters
from composer.library.journal import Journal
from composer.library.letters import letter_text, read_letter, write_letter
from composer.library.library import Library
from composer.library.store import save_beside
from composer.library.versions import DAILY, HOURLY, Versions
from composer.work.program.versions import changes, listed, open_version, put_back
from tests.libraries import a_letter

NOW = datetime(2026, 3, 4, 12, 30)
OLD, NEW = a_letter("Zo stond het er."), a_letter("Zo wordt het nu.")
SPOILED: dict[str, Callable[[bytes], bytes]] = {
    "nothing": lambda good: b"",
    "half": lambda good: good[: len(good) // 2],
    "zeros": lambda good: bytes(len(good)),
    "zeros at the end": lambda good: good[:40] + bytes(len(good)),
    "no text": lambda good: b"\xff\xfe" + good,
    "another kind of file": lambda good: b"PK\x03\x04" + bytes(range(256)),
    "something else": lambda good: b'{"a": [1, 2, {}]}',
    "deep": lambda good: b"[" * 100_000,
}


def two_entries(folder: Path) -> Path:
    """Gives the one that will be damaged; the other is of another letter."""
    Journal(folder).keep(OLD, None, None, NOW)
    Journal(folder).keep(NEW.with_changes(id="ander"), folder / "b.raadsbrief", "abc", NOW)
    return folder / f"{OLD.id}.json"


@pytest.mark.parametrize("kind", SPOILED)
def test_a_damaged_entry_of_the_journal_is_set_aside_and_the_others_are_offered(kind: str, tmp_path: Path) -> None:
    entry = two_entries(tmp_path)
    spoiled = SPOILED[kind](entry.read_bytes())
    entry.write_bytes(spoiled)
    assert [pending.letter.id for pending in Journal(tmp_path).pending()] == ["ander"]
    assert entry.with_suffix(".beschadigd").read_bytes() == spoiled
    Journal(tmp_path).keep(OLD, None, None, NOW)
    assert {pending.letter.id for pending in Journal(tmp_path).pending()} == {"ander", OLD.id}


def test_an_entry_of_a_newer_program_is_left_for_it(tmp_path: Path) -> None:
    entry = two_entries(tmp_path)
    newer = entry.read_bytes().replace(b"formaat: 1", b"formaat: 2")
    entry.write_bytes(newer)
    assert [pending.letter.id for pending in Journal(tmp_path).pending()] == ["ander"]
    assert entry.read_bytes() == newer


@pytest.mark.parametrize("kind", SPOILED)
def test_a_damaged_version_is_set_aside_and_the_others_can_be_put_back(kind: str, tmp_path: Path) -> None:
    versions = Versions(tmp_path)
    versions.keep(OLD, NOW)
    versions.keep(NEW, NOW + timedelta(hours=1))
    latest, earlier = versions.of(OLD.id)
    spoiled = SPOILED[kind](latest.path.read_bytes())
    latest.path.write_bytes(spoiled)
    with pytest.raises(ComposerError, match="opzijgezet"):
        open_version(latest)
    assert latest.path.with_name(f"{latest.path.name}.beschadigd").read_bytes() == spoiled
    assert versions.of(OLD.id) == (earlier,)
    assert put_back(earlier, NEW) == OLD.with_ids()


def test_at_least_twenty_versions_by_the_hour_and_by_the_day_are_kept_and_can_be_read(tmp_path: Path) -> None:
    """Saved every twenty minutes for sixty days."""
    versions, moment = Versions(tmp_path), NOW
    for number in range(60 * 72):
        if number % 7 == 0 or number > 59 * 72:
            versions.keep(OLD.with_field("kenmerk", f"Z-{number}"), moment)
        moment += timedelta(minutes=20)
    kept = versions.of(OLD.id)
    hours = {version.when.replace(minute=0) for version in kept}
    days = {version.when.date() for version in kept}
    assert len(hours & {moment.replace(minute=0) - timedelta(hours=back) for back in range(HOURLY + 1)}) >= 20
    assert len(days) >= 20
    assert len(kept) <= HOURLY + DAILY
    assert [open_version(version).fields["kenmerk"] for version in kept[:3]] == ["Z-4319", "Z-4318", "Z-4315"]


def test_what_became_otherwise_since_a_version_is_read_word_by_word(tmp_path: Path, library: Library) -> None:
    Versions(tmp_path).keep(OLD, NOW)
    [version] = Versions(tmp_path).of(OLD.id)
    [change] = changes(open_version(version), NEW, library)
    assert (change.kind, change.piece) == ("stuk", "a1")
    assert [(stretch.change, stretch.text) for stretch in change.words if stretch.change != "gelijk"]
    assert [each.words for each in listed([version], NOW)] == ["vandaag 12:30"]


def test_a_newer_letter_is_refused_and_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "brief.raadsbrief"
    text = letter_text(OLD).replace("formaat: 1", "formaat: 2")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(
        ComposerError, match="nieuwere versie van Raadsbrief gemaakt; werk het programma bij"
    ) as refused:
        read_letter(path)
    assert (refused.value.path, refused.value.line) == (path, 1)
    assert path.read_text(encoding="utf-8") == text


def renamed(record: dict[str, Any]) -> dict[str, Any]:
    """What a later format might do: `fields` has become `velden`."""
    return {**{key: held for key, held in record.items() if key != "invulling"}, "velden": record.get("invulling", {})}


@pytest.fixture
def second_format(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letters, "FORMAT", 2)
    monkeypatch.setitem(letters.UPGRADES, 1, renamed)


@pytest.mark.usefixtures("second_format")
def test_an_older_letter_is_upgraded_in_memory_and_its_file_stays_when_it_is_saved(tmp_path: Path) -> None:
    path = tmp_path / "brief.raadsbrief"
    older = "formaat: 1\nid: proef\nsjabloon: brief\ngemeente: GM0001\ndatum: 2024-12-20\ninvulling: {kenmerk: Z-1}\n"
    path.write_text(older, encoding="utf-8")
    letter = read_letter(path)
    assert letter.fields == {"kenmerk": "Z-1"}
    assert path.read_text(encoding="utf-8") == older
    for _ in range(2):
        write_letter(letter, path)
    assert path.with_name("brief (formaat 1).raadsbrief").read_text(encoding="utf-8") == older
    assert (path.read_text(encoding="utf-8")[:10], read_letter(path)) == ("formaat: 2", letter)
    assert len(list(tmp_path.iterdir())) == 2


def test_a_letter_of_the_present_format_leaves_no_copies(tmp_path: Path) -> None:
    for letter in (OLD, NEW):
        write_letter(letter, tmp_path / "brief.raadsbrief")
    assert [path.name for path in tmp_path.iterdir()] == ["brief.raadsbrief"]


@pytest.mark.parametrize("kind", SPOILED)
def test_a_damaged_letter_is_refused_with_a_sentence_and_stays_as_it_is(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "brief.raadsbrief"
    write_letter(OLD, path)
    spoiled = SPOILED[kind](path.read_bytes())
    path.write_bytes(spoiled)
    with pytest.raises(ComposerError) as refused:
        read_letter(path)
    assert refused.value.path == path and ";" in str(refused.value)
    assert path.read_bytes() == spoiled


def test_both_letters_of_one_file_can_be_kept(tmp_path: Path) -> None:
    """The names beside it never take the place of one that is there."""
    path = tmp_path / "brief.raadsbrief"
    made = [save_beside(path, "mijn versie", letter_text(letter).encode()) for letter in (OLD, NEW, OLD)]
    assert [each.name for each in made] == [
        "brief (mijn versie).raadsbrief",
        "brief (mijn versie 2).raadsbrief",
        "brief (mijn versie 3).raadsbrief",
    ]
    held: list[Letter] = [read_letter(each) for each in made]
    assert held == [OLD, NEW, OLD]
