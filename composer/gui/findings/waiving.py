"""Setting a finding aside: never without a reason, and never for good."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from composer.domain.finding import Finding
from composer.gui.elements import Button, column, row, text


class WaivingForm(QWidget):
    """Asks for the reason."""

    reason_given = Signal(str)
    dismissed = Signal()

    def __init__(self, finding: Finding) -> None:
        super().__init__()
        self.setFixedWidth(380)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("Bijvoorbeeld: staat in het collegebesluit")
        self.reason.setAccessibleName("Reden om hiervan af te zien")
        self._keep = Button("Zie hiervan af", "primary", self._give)
        self._keep.setEnabled(False)
        layout = column(self, margins=(20, 16, 20, 16), gap=10)
        layout.addWidget(text(f"Waarom ziet u af van “{finding.title or finding.message}”?", "heading", wrap=True))
        layout.addWidget(self.reason)
        layout.addWidget(text("De reden komt in de verantwoording bij de brief.", "small", wrap=True))
        buttons = row()
        buttons.addStretch(1)
        buttons.addWidget(Button("Annuleren", "", self.dismissed.emit))
        buttons.addWidget(self._keep)
        layout.addLayout(buttons)
        self.setFocusProxy(self.reason)
        self.reason.textChanged.connect(self._follow)
        self.reason.returnPressed.connect(self._give)

    def _follow(self, words: str) -> None:
        self._keep.setEnabled(bool(words.strip()))

    def _give(self) -> None:
        if reason := self.reason.text().strip():
            self.reason_given.emit(reason)
