"""`redactie` as users run it: from draft to approved, without a window."""

import json
from pathlib import Path

import pytest

from composer.library.front_matter import status_of
from composer.work.letters import save_letter
from composer.work.libraries import open_library
from tests.cli.conftest import Run
from tests.libraries import Shelf, a_letter

TEXT = "---\nid: blok\ntitel: Blok\nonderwerp: spuk\n---\nDe SPUK {}.[^spuk-blijft]\n"
KIM, SAM = ("--naam", "K. de Boer"), ("--naam", "S. Yilmaz")


@pytest.fixture
def path(layer: Shelf) -> Path:
    return layer.write("snippets/spuk/blok.md", TEXT.format("blijft"))


@pytest.fixture
def offered(command: Run, layer: Shelf, path: Path) -> Path:
    """Approved once, written anew by hand, and offered by Kim."""
    for step, who in (("bied-aan", KIM), ("stel-vast", SAM)):
        assert command("redactie", step, layer.folder, "blok", *who).code == 0
    path.write_text(path.read_text().replace("blijft.", "blijft in 2025."))
    assert command("redactie", "bied-aan", layer.folder, "blok", *KIM, "--reden", "jaar erbij").code == 0
    return path


def test_what_waits_is_shown(command: Run, layer: Shelf, offered: Path) -> None:
    ran = command("redactie", "wachtrij", layer.folder)
    assert ran.code == 1 and ran.out.startswith("tekstblok blok: Blok\n    wacht op uw oordeel (")
    assert "K. de Boer: jaar erbij" in ran.out and ran.err == ""
    (waiting,) = json.loads(command("redactie", "wachtrij", layer.folder, "--json").out)["wachten"]
    assert (waiting["id"], waiting["reden"], waiting["wie"]) == ("blok", "ter-beoordeling", "K. de Boer")


def test_what_would_change_is_shown_in_running_text(command: Run, layer: Shelf, offered: Path) -> None:
    ran = command("redactie", "verschil", layer.folder, "blok")
    assert "{+ in 2025+}" in ran.out and "feit spuk-blijft: De SPUK blijft in 2025 beschikbaar." in ran.out


def test_the_author_does_not_approve_and_another_does(command: Run, layer: Shelf, offered: Path) -> None:
    refused = command("redactie", "stel-vast", layer.folder, "blok", *KIM)
    assert refused.code == 2 and "laat een ander" in refused.err and status_of(offered.read_text()) == "ter-beoordeling"
    done = command("redactie", "stel-vast", layer.folder, "blok", *SAM, "--herzien-voor", "2024-12-31")
    assert done.code == 0 and done.out.endswith("blok is nu vastgesteld.\n")
    assert status_of(offered.read_text()) == "vastgesteld"
    due = command("redactie", "agenda", layer.folder)
    assert due.code == 1 and "voor 31 december 2024 (te laat): blok: Blok" in due.out
    assert json.loads(command("redactie", "agenda", layer.folder, "--tot", "2024-01-01", "--json").out) == {
        "na_te_lezen": []
    }


def test_what_is_sent_back_needs_a_reason(command: Run, layer: Shelf, offered: Path) -> None:
    assert "wat er anders moet" in command("redactie", "stuur-terug", layer.folder, "blok", *SAM).err
    assert command("redactie", "stuur-terug", layer.folder, "blok", *SAM, "--reden", "welk jaar?").code == 0
    assert status_of(offered.read_text()) == "concept"


def test_the_history_names_each_version_and_one_is_put_back(command: Run, layer: Shelf, offered: Path) -> None:
    record = json.loads(command("redactie", "geschiedenis", layer.folder, "blok", "--json").out)
    assert [event["stap"] for event in record["geschiedenis"]] == [
        "aangetroffen", "ter-beoordeling", "vastgesteld", "aangetroffen", "ter-beoordeling",
    ]  # fmt: skip
    first = record["geschiedenis"][0]["naam"]
    assert first in command("redactie", "geschiedenis", layer.folder, "blok").out
    assert command("redactie", "zet-terug", layer.folder, "blok", first, *SAM).code == 0
    assert "De SPUK blijft.[" in offered.read_text()


def test_a_text_that_was_thrown_away_is_put_back(command: Run, layer: Shelf, offered: Path) -> None:
    record = json.loads(command("redactie", "geschiedenis", layer.folder, "blok", "--json").out)
    offered.unlink()
    assert command("redactie", "zet-terug", layer.folder, "blok", record["geschiedenis"][-1]["naam"], *SAM).code == 0
    assert "in 2025" in offered.read_text()


def test_damage_is_told_by_file_and_stops_nothing(command: Run, layer: Shelf, offered: Path) -> None:
    damaged = min((layer.folder / "historie/tekstblokken/blok").glob("*.yaml"))
    damaged.write_bytes(b"rommel")
    for wanted in ("wachtrij", "geschiedenis"):
        ran = command("redactie", wanted, layer.folder, *(["blok"] if wanted == "geschiedenis" else []))
        assert f"{damaged}: dit stuk geschiedenis is beschadigd" in ran.err and "blok" in ran.out + "blok"
    checked = command("bibliotheek", "controleer", "--bibliotheek", layer.folder)
    assert checked.code == 1 and str(damaged) in checked.out
    assert command("redactie", "stel-vast", layer.folder, "blok", *SAM).code == 0


MISTAKES = [
    (("geschiedenis", "MAP", "blokje"), "staat niet in deze map"),
    (("geschiedenis", "MAP", "../blok"), "is geen id"),
    (("stel-vast", "MAP", "blok", "--naam", " "), "vul eerst uw naam in"),
    (("stel-vast", "MAP", "blok", *SAM), "is nu concept"),
    (("zet-terug", "MAP", "blok", "weg.yaml", *SAM), "deze versie is er niet"),
    (("bied-aan", "MAP", "blok"), "dit ontbreekt: --naam"),
]


@pytest.mark.parametrize(("arguments", "told"), MISTAKES)
def test_what_cannot_be_done_is_one_sentence(
    arguments: tuple[str, ...], told: str, command: Run, layer: Shelf, path: Path
) -> None:
    ran = command("redactie", *(layer.folder if argument == "MAP" else argument for argument in arguments))
    assert ran.code == 2 and told in ran.err and ran.err.count("\n") == 1
    assert path.read_text() == TEXT.format("blijft")


def test_an_id_that_two_kinds_have_asks_which(command: Run, layer: Shelf, path: Path) -> None:
    layer.write("templates/blok.md", "---\nid: blok\ntitel: Blok\n---\nGeachte raad,\n")
    ran = command("redactie", "bied-aan", layer.folder, "blok", *KIM)
    assert ran.code == 2 and "--soort: tekstblokken, sjablonen" in ran.err
    assert command("redactie", "bied-aan", layer.folder, "blok", *KIM, "--soort", "sjablonen").code == 0


def test_drafts_get_the_new_text_and_sent_letters_stay(command: Run, layer: Shelf, path: Path, tmp_path: Path) -> None:
    letters = tmp_path / "brieven"
    letters.mkdir()
    for name, state in (("concept", "concept"), ("weg", "verzonden")):
        record = {"id": name, "staat": state, "secties": {"geld": [{"id": "b1", "tekstblok": "blok"}]}}
        save_letter(a_letter(**record), open_library([layer.folder]), letters / f"{name}.raadsbrief")
    options = ("redactie", "gevolgen", layer.folder, "blok", "--brieven", letters)
    assert command(*options).code == 0
    path.write_text(path.read_text().replace("blijft", "blijft ook later"))
    sent = (letters / "weg.raadsbrief").read_bytes()
    told = command(*options)
    assert (
        told.code == 1 and "concept.raadsbrief: is nog niet weg" in told.out and "2 brieven gebruiken dit." in told.out
    )
    record = json.loads(command(*options, "--json").out)
    assert [use["gevolg"] for use in record["brieven"]] == ["aangeboden", "verzonden"]
    assert command(*options, "--neem-over").code == 0 and command(*options).code == 0
    assert "blijft ook later" in (letters / "concept.raadsbrief").read_text()
    assert (letters / "weg.raadsbrief").read_bytes() == sent


def test_the_health_of_a_library(command: Run, layer: Shelf, offered: Path, tmp_path: Path) -> None:
    (tmp_path / "brieven").mkdir()
    (tmp_path / "brieven" / "kapot.raadsbrief").write_text("formaat: [")
    options = ("--bibliotheek", layer.folder, "--brieven", tmp_path / "brieven", "--peildatum", "2024-12-20")
    ran = command("bibliotheek", "stand", *options)
    assert (
        ran.code == 0 and ran.out.startswith("Op 20 december 2024 kan 100%") and "Eén wacht op een oordeel" in ran.out
    )
    assert "kapot.raadsbrief" in ran.err
    record = json.loads(command("bibliotheek", "stand", *options, "--json").out)
    assert record["wachten"] == 1 and "blok" in record["nergens_gebruikt"]
