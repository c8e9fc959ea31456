"""Commands for documents: a Word file judged, a letter made ready for publication, a house style taken over."""

import hashlib
import json
import re
import shutil
from pathlib import Path

import pytest

from composer.ooxml.reading import read_package
from tests.cli.conftest import LETTER, Run
from tests.export.houses import content_controls, dutch_letterhead, with_macros
from tests.libraries import ROOT, Shelf

COMMENT = b'<w:p><w:r><w:commentReference w:id="1"/></w:r></w:p></w:body>'


@pytest.fixture(autouse=True)
def fonts(installed: Shelf) -> None:
    """A PDF is set in the shipped fonts."""
    folder = installed.folder / "resources" / "lettertypen"
    folder.mkdir()
    for path in (ROOT / "resources" / "lettertypen").glob("Carlito-*.ttf"):
        shutil.copy(path, folder)


@pytest.fixture
def made(command: Run, letter: Path, tmp_path: Path) -> Path:
    """A letter's Word file."""
    path = tmp_path / "brief.docx"
    assert command("maak", letter, "-o", path).code == 0
    return path


def broken(path: Path) -> Path:
    """The same with a remark in its margin."""
    package = read_package(path.read_bytes())
    name = "word/document.xml"
    other = path.with_name("kapot.docx")
    other.write_bytes(package.with_part(name, package.read(name).replace(b"</w:body>", COMMENT)).to_bytes())
    return other


def test_a_sound_file_is_in_order(command: Run, made: Path) -> None:
    ran = command("keur", made)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("In orde")
    assert json.loads(command("keur", made, "--json").out) == {"bestand": str(made), "in_orde": True, "bevindingen": []}


def test_a_fault_is_named_with_its_place(command: Run, made: Path) -> None:
    ran = command("keur", broken(made), "--json")
    told = json.loads(ran.out)
    assert ran.code == 1
    assert told["in_orde"] is False
    assert {each["code"] for each in told["bevindingen"]} >= {"sporen"}
    assert set(told["bevindingen"][0]) == {"code", "melding", "plaats", "woorden", "onderdeel"}
    assert "opmerkingen in de kantlijn" in command("keur", broken(made)).out


def test_what_is_no_word_file_is_told(command: Run, tmp_path: Path) -> None:
    text, nonsense = tmp_path / "brief.txt", tmp_path / "brief.docx"
    text.write_text("x")
    nonsense.write_text("x")
    assert command("keur", text).code == 2
    assert command("keur", tmp_path / "weg.docx").code == 2
    assert json.loads(command("keur", nonsense, "--json").out)["bevindingen"][0]["code"] == "bestand"


def with_annexes(folder: Path, *annexes: str) -> Path:
    path = folder / "brief.raadsbrief"
    path.write_text(LETTER + "bijlagen:\n" + "".join(f"- {{{each}}}\n" for each in annexes), encoding="utf-8")
    return path


def test_a_kit_has_all_that_goes_out(command: Run, tmp_path: Path) -> None:
    (tmp_path / "verslag.txt").write_text("De raad vergaderde.", encoding="utf-8")
    letter = with_annexes(
        tmp_path,
        "titel: Geheim stuk, openbaar: nee, bestand: geheim.txt",
        "titel: Het verslag, openbaar: ja, bestand: verslag.txt",
    )
    kit = tmp_path / "kit"
    ran = command("publiceer", letter, "-o", kit)
    assert (ran.code, ran.err) == (0, "")
    assert sorted(path.name for path in kit.iterdir()) == [
        "bijlage-2-het-verslag.txt", "brief.docx", "brief.pdf", "bronnen.json", "lekscan.json", "metadata.json",
    ]  # fmt: skip
    told = json.loads((kit / "metadata.json").read_text(encoding="utf-8"))
    assert told["woo"]["code"] == "c_db4862c3"
    assert told["woo"]["categorie"] == "vergaderstukken decentrale overheden"
    assert (told["datum"], told["afzender"]["gemeente"]) == ("2024-12-20", "GM0001")
    for each in told["bestanden"]:
        data = (kit / each["naam"]).read_bytes()
        assert (each["bytes"], each["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
    assert [(each["nummer"], each["openbaar"], each["bestand"]) for each in told["bijlagen"]] == [
        (1, "nee", None), (2, "ja", "bijlage-2-het-verslag.txt"),
    ]  # fmt: skip
    sources = json.loads((kit / "bronnen.json").read_text(encoding="utf-8"))["bronnen"]
    assert [each["id"] for each in sources] == ["verslag-2024"]
    assert b"CONCEPT" not in (kit / "brief.docx").read_bytes()


def test_the_griffie_may_choose_another_category(command: Run, letter: Path, tmp_path: Path) -> None:
    assert command("publiceer", letter, "-o", tmp_path / "kit", "--woo", "2a").code == 0
    told = json.loads((tmp_path / "kit" / "metadata.json").read_text(encoding="utf-8"))
    assert told["woo"]["code"] == "c_8c840238"
    assert "bestaat niet" in command("publiceer", letter, "-o", tmp_path / "ander", "--woo", "9z").err


def test_what_is_not_ready_is_not_published(command: Run, unfinished: Path, tmp_path: Path) -> None:
    ran = command("publiceer", unfinished, "-o", tmp_path / "kit")
    assert ran.code == 1
    assert "niets klaargezet" in ran.err
    assert not (tmp_path / "kit").exists()


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("bijlage.txt", b"Burgerservicenummer 111222333.", "bsn"),
        ("bijlage.docx", b"geen Word", "bestand"),
        ("bijlage.pdf", b"geen pdf", "bestand"),
    ],
)
def test_a_leak_in_an_annex_stops_the_kit(command: Run, name: str, content: bytes, code: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    letter = with_annexes(tmp_path, f"titel: Stuk, openbaar: ja, bestand: {name}")
    ran = command("publiceer", letter, "-o", tmp_path / "kit", "--json")
    told = json.loads(ran.out)
    assert (ran.code, told["gemaakt"]) == (1, False)
    assert [(each["code"], each["ernst"]) for each in told["lekken"]] == [(code, "blokkerend")]
    assert not (tmp_path / "kit").exists()


def test_remarks_changes_and_hidden_text_in_an_annex_stop_the_kit(command: Run, made: Path, tmp_path: Path) -> None:
    for markup, code in (
        ('<w:p><w:r><w:commentReference w:id="1"/></w:r></w:p>', "opmerkingen"),
        ('<w:p><w:ins w:id="1" w:author="A"><w:r><w:t>x</w:t></w:r></w:ins></w:p>', "wijzigingen"),
        ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r></w:p>", "verborgen"),
    ):
        package = read_package(made.read_bytes())
        text = package.read("word/document.xml").decode().replace("<w:body>", f"<w:body>{markup}")
        (tmp_path / "stuk.docx").write_bytes(package.with_part("word/document.xml", text.encode()).to_bytes())
        letter = with_annexes(tmp_path, "titel: Stuk, openbaar: ja, bestand: stuk.docx")
        told = json.loads(command("publiceer", letter, "-o", tmp_path / "kit", "--json").out)
        assert code in {each["code"] for each in told["lekken"] if each["ernst"] == "blokkerend"}


def test_a_lesser_leak_is_told_and_its_words_stay_out_of_the_kit(command: Run, tmp_path: Path) -> None:
    (tmp_path / "stuk.txt").write_text("Mail naar a.jansen@voorbeeld.nl.", encoding="utf-8")
    letter = with_annexes(tmp_path, "titel: Stuk, openbaar: ja, bestand: stuk.txt")
    ran = command("publiceer", letter, "-o", tmp_path / "kit")
    assert ran.code == 0
    assert "a.jansen@voorbeeld.nl" in ran.err
    scan = (tmp_path / "kit" / "lekscan.json").read_text(encoding="utf-8")
    assert "e-mail" in scan
    assert "jansen" not in scan


def test_what_the_checks_found_in_the_letter_is_told_too(command: Run, letter: Path, tmp_path: Path) -> None:
    text = letter.read_text(encoding="utf-8") + "  - {id: a2, tekst: Bel mevrouw Jansen op 06 1234 5678.}\n"
    letter.write_text(text, encoding="utf-8")
    ran = command("publiceer", letter, "-o", tmp_path / "kit", "--json")
    told = json.loads(ran.out)["lekken"]
    assert {(each["bestand"], each["code"]) for each in told} >= {("brief.docx", "telefoon"), ("brief.pdf", "telefoon")}
    assert ran.code == 0


@pytest.mark.parametrize(
    ("annex", "told"),
    [
        ("titel: Stuk, bestand: stuk.txt", "openbaar"),
        ("titel: Stuk, openbaar: ja, bestand: ../elders.txt", "niet bij de brief"),
        ("titel: Stuk, openbaar: ja, bestand: weg.txt", "niet te lezen"),
    ],
)
def test_an_annex_that_cannot_be_is_told(command: Run, annex: str, told: str, tmp_path: Path) -> None:
    folder = tmp_path / "map"
    folder.mkdir()
    (tmp_path / "elders.txt").write_text("x")
    ran = command("publiceer", with_annexes(folder, annex), "-o", tmp_path / "kit")
    assert ran.code == 2
    assert told in ran.err
    assert not (tmp_path / "kit").exists()


def test_a_house_style_is_looked_through_and_taken_over(command: Run, letter: Path, tmp_path: Path) -> None:
    template, layer = tmp_path / "sjabloon.docx", tmp_path / "laag"
    template.write_bytes(dutch_letterhead())
    told = json.loads(command("huisstijl", "bekijk", template, "--json").out)
    assert told["lettertype"]["tekst"] == "Arial"
    assert [each["vult"] for each in told["plaatsen"]] == ["kenmerk", "datum"]
    ran = command("huisstijl", "importeer", template, "--id", "oeverland", "-o", layer, "--naam", "Oeverland")
    assert ran.code == 0
    letter.write_text(letter.read_text(encoding="utf-8") + "huisstijl: oeverland\n", encoding="utf-8")
    target = tmp_path / "brief.docx"
    assert command("maak", letter, "-o", target, "--bibliotheek", layer).code == 0
    package = read_package(target.read_bytes())
    headers = [package.read(name).decode() for name in package.names if re.fullmatch(r"word/header\d\.xml", name)]
    assert any("Gemeente Oeverland" in header for header in headers)
    assert "bestaat al" in command("huisstijl", "importeer", template, "--id", "oeverland", "-o", layer).err


def test_choices_come_along(command: Run, tmp_path: Path) -> None:
    template, layer = tmp_path / "sjabloon.docx", tmp_path / "laag"
    template.write_bytes(content_controls())
    ran = command(
        "huisstijl", "importeer", template, "--id", "x", "-o", layer, "--houd-tekst", "--noten", "eindlijst",
        "--inhoudsopgave", 6, "--bronnenpagina", "--stijl", "citaat=Intense Quote", "--plaats", "word/document.xml#0=datum",
    )  # fmt: skip
    assert ran.code == 0
    settings = (layer / "huisstijlen" / "x" / "huisstijl.yaml").read_text(encoding="utf-8")
    for line in ("noten: eindlijst", "vanaf: 6", "bronnenpagina: ja", "citaat: Intense Quote"):
        assert line in settings
    body = read_package((layer / "huisstijlen" / "x" / "basis.docx").read_bytes()).read("word/document.xml").decode()
    assert body.count('w:tag w:val="datum"') == 2


def test_what_is_taken_out_is_told(command: Run, tmp_path: Path) -> None:
    template = tmp_path / "sjabloon.docm"
    template.write_bytes(with_macros())
    assert "Gaat eruit: macro’s" in command("huisstijl", "bekijk", template).out


def test_a_trial_letter_shows_it_at_once(command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()  # the trial is the first of the shipped examples, over the shipped library
    template, trial = tmp_path / "sjabloon.docx", tmp_path / "proef.pdf"
    template.write_bytes((ROOT / "resources" / "huisstijlen" / "neutraal" / "basis.docx").read_bytes())
    assert command("huisstijl", "bekijk", template, "--proef", trial).code == 0
    assert trial.read_bytes().startswith(b"%PDF")
