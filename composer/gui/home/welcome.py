"""The first start: who you are and for which municipality, asked once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from composer.gui.elements import Button, column, row, text
from composer.gui.home.new_letter import MunicipalityField
from composer.library.library import Library


class Welcome(QWidget):
    introduced = Signal(str, str)
    """The name, and the CBS code or nothing."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.setFixedWidth(480)
        self.name = QLineEdit()
        self.name.setAccessibleName("Uw naam")
        self.municipality = MunicipalityField(library, "")
        layout = column(self, margins=(28, 24, 28, 24), gap=6)
        layout.addWidget(text("Welkom bij Raadsbrief", "page"))
        layout.addWidget(
            text("Twee vragen, die we maar één keer stellen. U kunt ze ook later beantwoorden.", "secondary", wrap=True)
        )
        layout.addSpacing(12)
        layout.addWidget(text("Hoe heet u?", "caption"))
        layout.addWidget(self.name)
        layout.addSpacing(8)
        layout.addWidget(text("Voor welke gemeente schrijft u?", "caption"))
        layout.addWidget(self.municipality)
        foot = row(margins=(0, 16, 0, 0))
        foot.addWidget(Button("Sla over", "quiet", lambda: self.introduced.emit("", "")))
        foot.addStretch(1)
        foot.addWidget(Button("Aan de slag", "primary", self._tell))
        layout.addLayout(foot)
        self.setFocusProxy(self.name)
        self.municipality.returnPressed.connect(self._tell)

    def _tell(self) -> None:
        self.introduced.emit(self.name.text().strip(), self.municipality.cbs() or "")
