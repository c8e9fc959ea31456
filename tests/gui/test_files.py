"""Opening and saving, with what can go wrong."""

from pathlib import Path

from composer.domain.letter import Letter
from composer.gui.window import Window
from composer.library.letters import read_letter, write_letter
from tests.gui.conftest import answers


def changed_by_somebody_else(window: Window, path: Path) -> None:
    letter = read_letter(path)
    write_letter(letter.with_field("kenmerk", "Z-999"), path)


def saved(window: Window, path: Path) -> Letter:
    window.session.save(path)
    letter = window.session.letter
    assert letter is not None
    window.session.change(letter.with_field("kenmerk", "Z-1"), "kenmerk invullen")
    return letter


def test_a_name_is_asked_only_the_first_time(desk: Window, tmp_path: Path) -> None:
    answers(desk).path = tmp_path / "brief.raadsbrief"
    assert desk.files.save()
    assert desk.files.save()
    assert answers(desk).asked == 1
    assert desk.notices.words == "Bewaard als brief.raadsbrief"


def test_a_name_is_proposed_from_the_letter(desk: Window) -> None:
    assert desk.files.proposed().name.startswith("bernheze-")
    assert desk.files.proposed().suffix == ".raadsbrief"


def test_a_file_that_somebody_else_changed_is_never_replaced_unasked(desk: Window, tmp_path: Path) -> None:
    path = tmp_path / "brief.raadsbrief"
    saved(desk, path)
    changed_by_somebody_else(desk, path)
    assert not desk.files.save()
    assert read_letter(path).fields["kenmerk"] == "Z-999"


def test_the_user_may_replace_it(desk: Window, tmp_path: Path) -> None:
    path = tmp_path / "brief.raadsbrief"
    saved(desk, path)
    changed_by_somebody_else(desk, path)
    answers(desk).conflict = "vervangen"
    assert desk.files.save()
    assert read_letter(path).fields["kenmerk"] == "Z-1"
    assert read_letter(tmp_path / "brief (van een ander).raadsbrief").fields["kenmerk"] == "Z-999"
    assert desk.notices.words == "Bewaard. De brief van een ander staat ernaast, als brief (van een ander).raadsbrief"


def test_the_user_may_keep_both(desk: Window, tmp_path: Path) -> None:
    path, other = tmp_path / "brief.raadsbrief", tmp_path / "mijn.raadsbrief"
    saved(desk, path)
    changed_by_somebody_else(desk, path)
    answers(desk).conflict, answers(desk).path = "andere naam", other
    assert desk.files.save()
    assert read_letter(path).fields["kenmerk"] == "Z-999"
    assert read_letter(other).fields["kenmerk"] == "Z-1"


def test_the_user_may_take_theirs(desk: Window, tmp_path: Path) -> None:
    path = tmp_path / "brief.raadsbrief"
    saved(desk, path)
    changed_by_somebody_else(desk, path)
    answers(desk).conflict = "opnieuw openen"
    assert desk.files.save()
    assert desk.session.letter is not None
    assert desk.session.letter.fields["kenmerk"] == "Z-999"
    assert read_letter(tmp_path / "brief (mijn versie).raadsbrief").fields["kenmerk"] == "Z-1"
    assert desk.notices.words == "Dit is hun brief. De uwe staat ernaast, als brief (mijn versie).raadsbrief"


def test_coming_back_to_the_window_tells_of_a_changed_file_once(desk: Window, tmp_path: Path) -> None:
    path = tmp_path / "brief.raadsbrief"
    saved(desk, path)
    changed_by_somebody_else(desk, path)
    desk.files.look_for_conflict()
    assert "door iemand anders veranderd" in desk.notices.words
    desk.notices.words = ""
    desk.files.look_for_conflict()
    assert desk.notices.words == ""


def test_a_folder_that_is_gone_is_told_and_nothing_is_lost(desk: Window, tmp_path: Path) -> None:
    answers(desk).path = tmp_path / "weg" / "brief.raadsbrief"
    assert not desk.files.save()
    assert desk.notices.words.startswith("De brief is niet bewaard:")
    assert desk.session.unsaved


def test_a_letter_that_cannot_be_opened_leaves_the_one_at_hand(desk: Window, tmp_path: Path, letter: Letter) -> None:
    bad = tmp_path / "kapot.raadsbrief"
    bad.write_text("formaat: [", encoding="utf-8")
    assert not desk.files.open_path(bad)
    assert desk.session.letter is not None
    assert desk.session.letter.id == letter.id
    assert not desk.files.open_path(tmp_path / "bestaat-niet.raadsbrief")


def test_turning_back_changes_nothing(desk: Window) -> None:
    answers(desk).leaving = "annuleren"
    before = desk.session.letter
    assert not desk.files.open()
    assert not desk.files.save()
    assert not desk.files.close()
    assert desk.session.letter == before


def test_unsaved_work_comes_back_after_a_crash(desk: Window) -> None:
    assert desk.session.autosave is not None
    letter = desk.session.letter
    assert letter is not None
    desk.session.change(letter.with_field("kenmerk", "Z-7"), "kenmerk invullen")
    desk.session.autosave_now()
    (pending,) = desk.session.autosave.pending()
    answers(desk).leaving = "niet bewaren"
    desk.session.close()
    desk.reception.recover(pending)
    assert desk.session.letter is not None
    assert desk.session.letter.fields["kenmerk"] == "Z-7"
    assert desk.session.unsaved


def test_unsaved_work_can_be_let_go(desk: Window) -> None:
    assert desk.session.autosave is not None
    desk.session.autosave_now()
    (pending,) = desk.session.autosave.pending()
    desk.session.close()
    desk.reception.drop(pending)
    assert desk.session.autosave.pending() == ()
