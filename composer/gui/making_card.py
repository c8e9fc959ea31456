"""Making the document: in which form, for whom, and where it comes."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QWidget

from composer.check.checking import blocking
from composer.domain.dutch import counted
from composer.gui.dialogs import PDF, WORD, Dialogs
from composer.gui.elements import Button, column, row, text
from composer.gui.form_controls import RadioButton
from composer.gui.session import Session

FORMS = ((".docx", "Word-document"), (".pdf", "PDF"))
KINDS = {".docx": WORD, ".pdf": PDF}


class MakingCard(QWidget):
    made_requested = Signal(object, bool)
    """The file, and whether it is final."""
    findings_requested = Signal()

    def __init__(self, session: Session, dialogs: Dialogs, folder: Path, name: str) -> None:
        super().__init__()
        self._session, self._dialogs = session, dialogs
        self.setFixedWidth(420)
        self.forms = [RadioButton(words) for _, words in FORMS]
        self.draft, self.final = RadioButton("Concept"), RadioButton("Definitief")
        self.target = QLineEdit(str(folder / f"{name}.docx"))
        self.target.setAccessibleName("Bestand")
        self.told = text("", "small", wrap=True)
        self._lay_out()
        self.forms[0].setChecked(True)
        self._weigh()
        for button in self.forms:
            button.toggled.connect(self._rename)
        self.target.textChanged.connect(self._tell)
        self.setFocusProxy(self.make)
        self._tell()

    def _lay_out(self) -> None:
        layout = column(self, margins=(20, 16, 20, 16), gap=6)
        layout.addWidget(text("Maak document", "title"))
        layout.addSpacing(4)
        layout.addLayout(_choice(self, *self.forms))
        layout.addLayout(_choice(self, self.draft, self.final))
        self.hindrance = text("", "notice", wrap=True)
        self.show_findings = Button("Toon wat in de weg staat", "link", self.findings_requested.emit)
        layout.addWidget(self.hindrance)
        layout.addWidget(self.show_findings)
        layout.addSpacing(4)
        place = row(gap=8)
        place.addWidget(self.target, 1)
        place.addWidget(Button("Kies…", "", self.choose))
        layout.addLayout(place)
        layout.addWidget(self.told)
        foot = row(margins=(0, 8, 0, 0))
        foot.addStretch(1)
        self.make = Button("Maak", "primary", self._make)
        foot.addWidget(self.make)
        layout.addLayout(foot)

    def _weigh(self) -> None:
        """A final document when nothing stands in its way, else a draft."""
        review = self._session.review
        count = len(blocking(review.findings)) if review else 0
        self.final.setEnabled(count == 0)
        (self.final if count == 0 else self.draft).setChecked(True)
        self.hindrance.setVisible(count > 0)
        self.show_findings.setVisible(count > 0)
        points = counted(count, "punt staat", "punten staan")
        self.hindrance.setText(
            f"Definitief kan nog niet: {points} de brief in de weg. Op een concept staat dat het een concept is."
        )

    @property
    def suffix(self) -> str:
        return FORMS[0 if self.forms[0].isChecked() else 1][0]

    def path(self) -> Path:
        """The file that is named, with the suffix of its form."""
        path = Path(self.target.text().strip()).expanduser()
        return path if path.suffix.lower() == self.suffix else path.with_name(path.name + self.suffix)

    def _rename(self) -> None:
        path = Path(self.target.text())
        if path.suffix.lower() in KINDS:
            self.target.setText(str(path.with_suffix(self.suffix)))

    def choose(self) -> None:
        """Asks for another place."""
        if path := self._dialogs.name_for_document(self.path(), KINDS[self.suffix]):
            self.target.setText(str(path))

    def _tell(self) -> None:
        """What will happen to a file that is there already."""
        named = bool(self.target.text().strip())
        there = named and self.path().exists()
        folder = named and self.path().parent.is_dir()
        self.make.setEnabled(bool(folder))
        if not folder:
            self.told.setText("Deze map bestaat niet; kies een andere." if named else "Kies waar het document komt.")
        else:
            self.told.setText("Dit document bestaat al en wordt vervangen." if there else "")
        self.told.setVisible(bool(self.told.text()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter makes it, wherever the keyboard is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._make()
        else:
            super().keyPressEvent(event)

    def _make(self) -> None:
        if self.make.isEnabled():
            self.made_requested.emit(self.path(), self.final.isChecked())


def _choice(parent: QWidget, *buttons: RadioButton) -> QHBoxLayout:
    group = QButtonGroup(parent)
    layout = row(gap=16)
    for button in buttons:
        group.addButton(button)
        layout.addWidget(button)
    layout.addStretch(1)
    return layout
