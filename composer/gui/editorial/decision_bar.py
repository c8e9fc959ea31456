"""The decision about a submitted text: approve, send back with a reason, or improve; or why this user cannot."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from composer.domain.dutch import as_sentence
from composer.domain.errors import ComposerError
from composer.gui.elements import Button, column, ground, row, text
from composer.work.editorial.review_case import Case

AGAIN = "Nalezen voor: 2027-06-30"


class DecisionBar(QWidget):
    approved = Signal(str, object)
    """The reason, and the day before which it is to be looked at again or None."""
    sent_back = Signal(str)
    improve_requested = Signal()
    taken_up = Signal()
    """What was changed outside the program is offered for review."""
    kept = Signal()
    """Of two versions the present one stays."""

    def __init__(self) -> None:
        super().__init__()
        ground(self, "panel")
        self.told = text("", "notice", wrap=True)
        self.why = QLineEdit()
        self.why.setPlaceholderText("Wat vindt u ervan? Bij terugsturen nodig")
        self.why.setAccessibleName("Wat u ervan vindt")
        self.again = QLineEdit()
        self.again.setPlaceholderText(AGAIN)
        self.again.setAccessibleName("Opnieuw nalezen voor welke dag")
        self.again.setFixedWidth(220)
        self.approve = Button("Stel vast", "primary", self._approve)
        self.back = Button("Stuur terug", "", self._send_back)
        self.improve = Button("Verbeter…", "", self.improve_requested.emit)
        self.take_up = Button("Zet in de rij om te beoordelen", "primary", self.taken_up.emit)
        self.keep = Button("Houd deze versie", "primary", self.kept.emit)
        layout = column(self, margins=(20, 10, 20, 12), gap=8)
        layout.addWidget(self.told)
        fields = row(gap=8)
        fields.addWidget(self.why, 1)
        fields.addWidget(self.again)
        layout.addLayout(fields)
        tools = row(gap=8)
        tools.addStretch(1)
        for button in (self.improve, self.back, self.approve, self.take_up, self.keep):
            tools.addWidget(button)
        layout.addLayout(tools)

    def show_case(self, case: Case | None, reason: str) -> None:
        """Shows the actions for a case, given the reason why it waits."""
        offered = case is not None and reason == "ter-beoordeling"
        for part in (self.why, self.approve, self.back, self.improve):
            part.setVisible(offered)
        self.again.setVisible(offered and case is not None and case.item.kind == "tekstblokken")
        self.take_up.setVisible(reason == "buiten-het-programma")
        self.keep.setVisible(reason == "naast-elkaar")
        self.why.clear()
        self.again.clear()
        against = case.against if case and offered else None
        self.approve.setEnabled(against is None)
        self.improve.setEnabled(against is None)
        self.say(as_sentence(against) if against else "")
        self.setVisible(case is not None)

    def say(self, words: str) -> None:
        """What stands in the way."""
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def day(self) -> date | None:
        """The review date; None when empty. Raises ComposerError for invalid text."""
        written = self.again.text().strip()
        if not written:
            return None
        try:
            return date.fromisoformat(written)
        except ValueError:
            raise ComposerError(f"“{written}” is geen datum; schrijf jjjj-mm-dd, bijvoorbeeld 2026-12-31") from None

    def _approve(self) -> None:
        try:
            self.approved.emit(self.why.text(), self.day())
        except ComposerError as error:
            self.say(as_sentence(error.message))
            self.again.setFocus()

    def _send_back(self) -> None:
        if not self.why.text().strip():
            self.say("Schrijf erbij wat er anders moet; dan weet de schrijver wat te doen.")
            self.why.setFocus()
        else:
            self.sent_back.emit(self.why.text())
