"""What happened to a text is added and never changed, and damage to one file costs that file alone."""

from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.domain.revision import Act, Item, Revision
from composer.library.history import folder_of, history, next_moment, record
from composer.library.yaml import read_yaml, write_yaml

ITEM = Item("tekstblokken", "spuk-blijft")
START = datetime(2025, 3, 1, 9, 0, tzinfo=UTC)


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def written(layer: Path, text: str, act: Act = "gewijzigd", who: str = "K. de Boer", *bases: str) -> str:
    past = history(layer, ITEM)
    revision = Revision(
        act=act, who=who, when=next_moment(past, START), why="nieuwe brief", status="concept",
        parents=tuple(digest(base) for base in bases), sha256=digest(text), text=text,
    )  # fmt: skip
    return record(layer, ITEM, revision).name


def test_every_version_can_be_read_again(tmp_path: Path) -> None:
    names = [written(tmp_path, text) for text in ("een\n", "twee\n", "een\n")]
    found = history(tmp_path, ITEM)
    assert [entry.name for entry in found.entries] == names
    assert [entry.revision.text for entry in found.entries] == ["een\n", "twee\n", "een\n"]
    assert found.latest and (found.latest.who, found.latest.why) == ("K. de Boer", "nieuwe brief")


def test_an_event_is_a_plain_file_that_people_can_read(tmp_path: Path) -> None:
    name = written(tmp_path, "---\nid: x\n---\nEen regel.\n")
    text = (folder_of(tmp_path, ITEM) / name).read_text(encoding="utf-8")
    assert name.startswith("20250301T090000") and name.endswith(".yaml")
    assert "wie: K. de Boer\n" in text and "tekst: |\n  ---\n  id: x\n  ---\n  Een regel.\n" in text


def test_events_keep_their_order_when_a_clock_runs_behind(tmp_path: Path) -> None:
    for text in "abc":
        written(tmp_path, text)
    assert [entry.revision.text for entry in history(tmp_path, ITEM).entries] == ["a", "b", "c"]


DAMAGE = {
    "leeg": b"",
    "half": b"formaat: 1\nsoort: gewijz",
    "geen tekst": b"\xff\xfe\x00",
    "geen yaml": b"soort: [",
    "andere sleutels": b"formaat: 1\nsoort: gewijzigd\nonbekend: x\n",
    "nieuwer": b"formaat: 99\n",
}


@pytest.mark.parametrize("damage", [*DAMAGE, "ander woord"])
@pytest.mark.parametrize("at", [0, 1, 2])
def test_damage_to_one_file_costs_that_file_alone_with_a_message(tmp_path: Path, damage: str, at: int) -> None:
    names = [written(tmp_path, text) for text in ("een woord\n", "twee woord\n", "drie woord\n")]
    path = folder_of(tmp_path, ITEM) / names[at]
    path.write_bytes(DAMAGE.get(damage, path.read_bytes().replace(b"woord", b"ander")))
    found = history(tmp_path, ITEM)
    assert [entry.name for entry in found.entries] == [name for name in names if name != names[at]]
    assert [problem.path for problem in found.problems] == [path]
    assert "beschadigd" in found.problems[0].message


HAND_EDITS: dict[str, Callable[[str], str]] = {
    "a remark in the file": lambda text: f"# nagekeken\n{text}# einde\n",
    "ends of lines of Windows": lambda text: "\ufeff" + text.replace("\n", "\r\n"),
    "another reason": lambda text: text.replace("waarom: nieuwe brief", "waarom: 'nieuwe brief, zie bijlage'"),
    "another order": lambda text: "wie: K. de Boer\n" + text.replace("wie: K. de Boer\n", ""),
    "the text on one line": lambda text: text.replace("tekst: |\n  twee\n", 'tekst: "twee\\n"\n'),
}


@pytest.mark.parametrize("edit", HAND_EDITS)
def test_a_file_that_was_edited_by_hand_is_read_as_long_as_its_text_is_the_same(tmp_path: Path, edit: str) -> None:
    names = [written(tmp_path, text) for text in ("een\n", "twee\n")]
    path = folder_of(tmp_path, ITEM) / names[1]
    before = path.read_text(encoding="utf-8")
    path.write_bytes(HAND_EDITS[edit](before).encode())
    assert path.read_text(encoding="utf-8") != before
    found = history(tmp_path, ITEM)
    assert found.problems == () and [entry.revision.text for entry in found.entries] == ["een\n", "twee\n"]


def test_a_half_written_file_is_not_seen(tmp_path: Path) -> None:
    written(tmp_path, "een")
    (folder_of(tmp_path, ITEM) / ".20250301.yaml.abc.tmp").write_bytes(b"form")
    assert len(history(tmp_path, ITEM).entries) == 1 and not history(tmp_path, ITEM).problems


def test_versions_that_came_about_side_by_side_are_seen(tmp_path: Path) -> None:
    written(tmp_path, "a")
    written(tmp_path, "b", "gewijzigd", "K. de Boer", "a")
    written(tmp_path, "c", "gewijzigd", "S. Yilmaz", "a")
    assert [entry.revision.text for entry in history(tmp_path, ITEM).unmerged_heads(digest("c"))] == ["b"]
    written(tmp_path, "d", "gewijzigd", "S. Yilmaz", "c", "b")
    assert history(tmp_path, ITEM).unmerged_heads(digest("d")) == ()


def test_what_stands_beside_when_the_present_version_was_written_by_hand(tmp_path: Path) -> None:
    written(tmp_path, "a")
    written(tmp_path, "b", "gewijzigd", "K. de Boer", "a")
    assert history(tmp_path, ITEM).unmerged_heads(digest("met de hand")) == (), (
        "it follows on the only version there is"
    )
    written(tmp_path, "a", "hersteld", "K. de Boer", "b")
    assert [entry.revision.text for entry in history(tmp_path, ITEM).heads] == ["a"]
    written(tmp_path, "c", "gewijzigd", "S. Yilmaz", "b")
    beside = history(tmp_path, ITEM).unmerged_heads(digest("met de hand"))
    assert [entry.revision.text for entry in beside] == ["a", "c"], "nobody knows which of both it follows on"


@pytest.mark.parametrize("damage", ["ander woord", "half"])
def test_damage_in_the_middle_makes_no_version_stand_beside_the_present_one(tmp_path: Path, damage: str) -> None:
    written(tmp_path, "een\n")
    name = written(tmp_path, "twee woord\n", "gewijzigd", "K. de Boer", "een\n")
    written(tmp_path, "drie\n", "gewijzigd", "K. de Boer", "twee woord\n")
    path = folder_of(tmp_path, ITEM) / name
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"woord", b"ander") if damage == "ander woord" else whole[:-20])
    found = history(tmp_path, ITEM)
    assert len(found.problems) == 1 and len(found.entries) == 2 and found.unmerged_heads(digest("drie\n")) == ()


AUTHORS: list[tuple[list[tuple[Act, str]], tuple[str, ...]]] = [
    ([], ()),
    ([("aangemaakt", "A")], ("A",)),
    ([("aangemaakt", "A"), ("gewijzigd", "B"), ("ter-beoordeling", "B")], ("A", "B")),
    ([("aangemaakt", "A"), ("ter-beoordeling", "A"), ("gewijzigd", "B")], ("A",)),
    ([("aangemaakt", "A"), ("ter-beoordeling", "A"), ("vastgesteld", "B"), ("gewijzigd", "C")], ("C",)),
    ([("aangetroffen", ""), ("ter-beoordeling", "A")], ("A",)),
]


@pytest.mark.parametrize(("acts", "authors"), AUTHORS)
def test_who_wrote_what_waits_for_approval(
    tmp_path: Path, acts: list[tuple[Act, str]], authors: tuple[str, ...]
) -> None:
    for number, (act, who) in enumerate(acts):
        written(tmp_path, str(number), act, who)
    assert history(tmp_path, ITEM).authors() == authors


TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n \t#:-|>'\""), max_size=60)


@given(TEXTS)
def test_any_text_comes_back_as_it_was(text: str) -> None:
    assert read_yaml(write_yaml({"tekst": text, "eind": "x"})).data == {"tekst": text, "eind": "x"}
