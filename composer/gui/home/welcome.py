"""The first start: who you are and for which municipality, on a card that does not stand in the way."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit

from composer.gui.elements import Button, column, ground, row, text
from composer.gui.home.new_letter import MunicipalityField
from composer.library.summary import LibrarySummary

WORDS = (
    "Vertel wie u bent, dan staat dat voortaan klaar. Het hoeft niet: begin gerust meteen een brief, "
    "of probeer een voorbeeld."
)


class Welcome(QFrame):
    introduced = Signal(str, str)
    """The name, and the CBS code or nothing."""

    def __init__(self, front: LibrarySummary) -> None:
        super().__init__()
        ground(self, "card")
        self.name = QLineEdit()
        self.name.setAccessibleName("Uw naam")
        self.municipality = MunicipalityField(front, "")
        self.municipality.setAccessibleName("Uw gemeente")
        layout = column(self, margins=(24, 20, 24, 20), gap=6)
        layout.addWidget(text("Welkom bij Raadsbrief", "title"))
        layout.addWidget(text(WORDS, "secondary", wrap=True))
        layout.addSpacing(6)
        for words, field in (("Hoe heet u?", self.name), ("Voor welke gemeente schrijft u?", self.municipality)):
            layout.addWidget(text(words, "caption"))
            layout.addWidget(field)
            layout.addSpacing(4)
        foot = row(gap=8)
        foot.addWidget(Button("Onthoud dit", "", self._tell))
        foot.addWidget(Button("Niet nu", "", lambda: self.introduced.emit("", "")))
        foot.addStretch(1)
        layout.addLayout(foot)
        for field in (self.name, self.municipality):
            field.returnPressed.connect(self._tell)

    def _tell(self) -> None:
        self.introduced.emit(self.name.text().strip(), self.municipality.cbs() or "")
