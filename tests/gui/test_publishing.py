"""The publication kit of a letter, and any Word file looked at, from the window."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from composer.gui.problem_report import ProblemReport
from composer.gui.window import Window
from composer.work.documents.publishing import publish
from tests.gui.conftest import answers, finished
from tests.gui.test_letter_actions import content, press
from tests.gui.test_making import slowly


def test_the_kit_of_a_finished_letter_is_put_in_a_folder(desk: Window, tmp_path: Path) -> None:
    assert desk.publishing.why_not() == "Bewaar eerst de brief"
    desk.session.save(tmp_path / "brief.raadsbrief")
    answers(desk).path = tmp_path / "kit"
    press(desk, "publiceer")
    finished(desk.publishing.at_work)
    names = {path.name for path in (tmp_path / "kit").iterdir()}
    assert {"brief.docx", "brief.pdf", "metadata.json", "bronnen.json", "lekscan.json"} <= names


def test_a_kit_that_takes_long_can_be_called_off(
    desk: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """Then there is no folder, however far it had come."""
    desk.session.save(tmp_path / "brief.raadsbrief")
    answers(desk).path = tmp_path / "kit"
    monkeypatch.setattr("composer.gui.publishing.publish", slowly(publish))
    press(desk, "publiceer")
    qtbot.waitUntil(lambda: desk.notices.words == "De bestanden worden klaargezet…")
    next(found for found in desk.notices.buttons() if found.text() == "Breek af").click()
    desk.publishing.at_work.close_down()
    assert not (tmp_path / "kit").exists()
    assert desk.notices.words == "Afgebroken. Er is niets gemaakt."


def test_what_stands_in_the_way_is_told_and_nothing_is_made(desk: Window, tmp_path: Path) -> None:
    assert desk.session.letter is not None
    desk.session.save(tmp_path / "brief.raadsbrief")
    desk.session.change(desk.session.letter.with_field("portefeuillehouder", ""), "veld leegmaken")
    desk.session.save()
    answers(desk).path = tmp_path / "kit"
    press(desk, "publiceer")
    finished(desk.publishing.at_work)
    assert isinstance(content(desk), ProblemReport)
    assert not (tmp_path / "kit").exists()


def test_a_word_file_is_looked_at(desk: Window, tmp_path: Path) -> None:
    desk.session.export(tmp_path / "brief.docx")
    answers(desk).path = tmp_path / "brief.docx"
    press(desk, "keur")
    assert desk.notices.words.startswith("brief.docx is in orde")
    (tmp_path / "stuk.docx").write_bytes((tmp_path / "brief.docx").read_bytes()[:2000])
    answers(desk).path = tmp_path / "stuk.docx"
    press(desk, "keur")
    card = content(desk)
    assert isinstance(card, ProblemReport)
    assert card.accessibleName() == "“stuk.docx” is niet in orde"
