"""What goes out holds what the writer put in, and nothing of the computer or the person it was made by."""

import getpass
import io
import re
import socket
import zipfile
from pathlib import Path

import pypdfium2  # pyright: ignore[reportMissingTypeStubs]
import pytest

from composer.library.captured import capture
from composer.library.library import Library
from composer.work.documents.making import make, review
from composer.work.letters import save_letter
from tests.libraries import DAY, a_letter

FOLDER = "Map-van-Annelies-7f3a"
FORMS = (".docx", ".pdf", ".html", ".txt")


def everything(path: Path) -> str:
    """All that a document holds, unpacked."""
    data = path.read_bytes()
    match path.suffix:
        case ".docx":
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                return "\n".join(f"{name} {archive.read(name).decode('latin-1')}" for name in archive.namelist())
        case ".pdf":
            with pypdfium2.PdfDocument(data) as document:
                told = str(document.get_metadata_dict())
                texts = [str(page.get_textpage().get_text_bounded()) for page in document]  # pyright: ignore[reportUnknownMemberType]
            return "\n".join([data.decode("latin-1"), told, *texts])
        case _:
            return data.decode()


def of_this_computer(text: str, folder: Path) -> list[str]:
    """What is known of it that stands in a text, as whole words."""
    known = {FOLDER, str(folder), str(Path.home()), socket.gethostname(), getpass.getuser(), "annelies"}
    known = {each for each in known if len(each) > 3}
    return [each for each in sorted(known) if re.search(rf"(?<!\w){re.escape(each)}(?!\w)", text, re.IGNORECASE)]


@pytest.mark.parametrize("suffix", FORMS)
def test_nothing_of_this_computer_is_in_a_document(
    suffix: str, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("USER", "annelies")
    monkeypatch.setenv("LOGNAME", "annelies")
    folder = tmp_path / FOLDER
    folder.mkdir()
    letter = capture(a_letter("Dit schrijven wij."), library)
    make(review(letter, library, library, DAY), library, folder / f"brief{suffix}")
    text = everything(folder / f"brief{suffix}")
    assert of_this_computer(text, folder) == []
    assert "Dit schrijven wij" in text


def test_nothing_of_this_computer_is_in_a_letter_that_is_passed_on(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / FOLDER
    folder.mkdir()
    save_letter(a_letter("Dit schrijven wij."), library, folder / "brief.raadsbrief")
    assert of_this_computer((folder / "brief.raadsbrief").read_text(encoding="utf-8"), folder) == []


def test_what_is_looked_for_is_found_when_it_is_there(tmp_path: Path) -> None:
    assert of_this_computer(f"bewaard in {tmp_path} door Annelies.", tmp_path) != []


@pytest.mark.parametrize("suffix", [".docx", ".pdf"])
def test_a_document_says_which_municipality_made_it_and_no_person(
    suffix: str, library: Library, tmp_path: Path
) -> None:
    make(review(a_letter("Zo."), library, library, DAY), library, tmp_path / f"brief{suffix}")
    if suffix == ".pdf":
        with pypdfium2.PdfDocument(tmp_path / "brief.pdf") as document:
            author = document.get_metadata_value("Author")  # pyright: ignore[reportUnknownMemberType]
    else:
        found = re.search(r"<dc:creator>([^<]*)<", everything(tmp_path / "brief.docx"))
        author = found[1] if found else ""
    assert author == "Gemeente Bergdam"
