"""Modal questions, all in one class so that tests can answer them."""

from pathlib import Path
from typing import Literal

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from composer.library.letters import SUFFIX

LETTERS = f"Brieven (*{SUFFIX})"
WORD, PDF = "Word-documenten (*.docx)", "PDF-documenten (*.pdf)"
ANY_WORD = "Word-documenten (*.docx *.dotx *.docm *.dotm)"
Leaving = Literal["bewaren", "niet bewaren", "annuleren"]
Conflict = Literal["andere naam", "vervangen", "opnieuw openen", "annuleren"]


class Dialogs:
    """Modal dialogs; they return None or "annuleren" when the user cancels."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def letter_to_open(self, folder: Path) -> Path | None:
        name, _ = QFileDialog.getOpenFileName(self._parent, "Open een brief", str(folder), LETTERS)
        return Path(name) if name else None

    def name_for_letter(self, proposed: Path) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(self._parent, "Bewaar de brief", str(proposed), LETTERS)
        return Path(name).with_suffix(SUFFIX) if name else None

    def name_for_document(self, proposed: Path, kind: str) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(self._parent, "Waar komt het document", str(proposed), kind)
        return Path(name) if name else None

    def file_to_open(self, title: str, kinds: str, folder: Path) -> Path | None:
        name, _ = QFileDialog.getOpenFileName(self._parent, title, str(folder), kinds)
        return Path(name) if name else None

    def folder_to_use(self, title: str, folder: Path) -> Path | None:
        name = QFileDialog.getExistingDirectory(self._parent, title, str(folder))
        return Path(name) if name else None

    def source_file(self, folder: Path) -> Path | None:
        kinds = "Stukken (*.pdf *.docx *.txt *.html)"
        name, _ = QFileDialog.getOpenFileName(self._parent, "Kies het stuk zelf", str(folder), kinds)
        return Path(name) if name else None

    def folder_of_letters(self, folder: Path) -> Path | None:
        name = QFileDialog.getExistingDirectory(self._parent, "Kies de map met brieven", str(folder))
        return Path(name) if name else None

    def before_leaving(self, title: str) -> Leaving:
        """Asks what to do with unsaved changes."""
        box = _box(self._parent, f"Wilt u “{title}” bewaren?", "Anders gaan de laatste wijzigingen verloren.")
        keep = box.addButton("Bewaren", QMessageBox.ButtonRole.AcceptRole)
        drop = box.addButton("Niet bewaren", QMessageBox.ButtonRole.DestructiveRole)
        box.addButton("Annuleren", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.exec()
        return (
            "bewaren" if box.clickedButton() is keep else "niet bewaren" if box.clickedButton() is drop else "annuleren"
        )

    def about_conflict(self, name: str) -> Conflict:
        """Asks what to do when someone else has changed the letter's file."""
        box = _box(
            self._parent,
            f"“{name}” is intussen door iemand anders veranderd.",
            "Bewaar uw brief onder een andere naam, of kies welke van de twee deze naam houdt. De andere komt ernaast te staan.",
        )
        other = box.addButton("Andere naam…", QMessageBox.ButtonRole.AcceptRole)
        mine = box.addButton("Vervang door mijn brief", QMessageBox.ButtonRole.DestructiveRole)
        theirs = box.addButton("Open hun brief", QMessageBox.ButtonRole.DestructiveRole)
        box.addButton("Annuleren", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(other)
        box.exec()
        clicked = box.clickedButton()
        for button, answer in _answers(other, mine, theirs):
            if clicked is button:
                return answer
        return "annuleren"


def _answers(*buttons: object) -> list[tuple[object, Conflict]]:
    answers: tuple[Conflict, ...] = ("andere naam", "vervangen", "opnieuw openen")
    return list(zip(buttons, answers, strict=True))


def _box(parent: QWidget, words: str, more: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setWindowTitle("Raadsbrief")
    box.setText(words)
    box.setInformativeText(more)
    return box
