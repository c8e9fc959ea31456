"""What was said about a text: a remark at the words that are selected, replies, and what is settled."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from composer.gui.elements import Button, clear, column, row, surface, text
from composer.work.editorial.remarks import Placed
from composer.work.program.recent_letters import moment_in_words

NOTHING, ALL = "over de hele tekst", "over de geselecteerde woorden"


class RemarksPanel(QWidget):
    added = Signal(str)
    replied = Signal(str, str)
    """The remark's name, and the reply."""
    settled = Signal(str)
    asked = Signal(object)
    """The remark whose words are to be shown."""

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setPlaceholderText("Uw opmerking")
        self.line.setAccessibleName("Uw opmerking")
        self.about = text(NOTHING, "small", wrap=True)
        self._list: QVBoxLayout = column(gap=8)
        layout = column(self, gap=8)
        layout.addWidget(text("Opmerkingen", "heading"))
        adding = row(gap=8)
        adding.addWidget(self.line, 1)
        adding.addWidget(Button("Plaats", "", self._add))
        layout.addLayout(adding)
        layout.addWidget(self.about)
        layout.addLayout(self._list)
        self.line.returnPressed.connect(self._add)

    def _add(self) -> None:
        if words := self.line.text().strip():
            self.line.clear()
            self.added.emit(words)

    def say_about(self, words: str) -> None:
        """About which words the next remark will be; "" for the text as a whole."""
        short = words if len(words) <= 60 else f"{words[:60]}…"
        self.about.setText(f"Over: “{short}”" if words else "Selecteer woorden om er iets bij te zeggen.")

    def show_remarks(self, remarks: tuple[Placed, ...]) -> None:
        """Those that need something first; settled ones only counted."""
        clear(self._list)
        open_ones = [placed for placed in remarks if not placed.done]
        for placed in open_ones:
            self._list.addWidget(self._card(placed))
        done = len(remarks) - len(open_ones)
        if done:
            self._list.addWidget(text(f"{done} afgehandeld", "small"))

    def _card(self, placed: Placed) -> QWidget:
        card = surface("card")
        layout = column(card, margins=(12, 10, 12, 8), gap=4)
        when = moment_in_words(placed.remark.when.astimezone(), datetime.now().astimezone())
        layout.addWidget(text(f"{placed.remark.who} · {when}", "small"))
        if placed.remark.about:
            words = placed.remark.about.exact
            shown = Button(
                f"“{words if len(words) < 40 else words[:40] + '…'}”", "link", lambda: self.asked.emit(placed)
            )
            shown.setAccessibleName(f"Toon de woorden: {words}")
            layout.addWidget(shown, 0, Qt.AlignmentFlag.AlignLeft)
        if placed.loose:
            layout.addWidget(text("Deze woorden staan er niet meer.", "notice", wrap=True))
        layout.addWidget(text(placed.remark.words, "", wrap=True))
        for reply in placed.replies:
            layout.addWidget(text(f"{reply.who}: {reply.words}", "secondary", wrap=True))
        layout.addLayout(self._answer(placed))
        return card

    def _answer(self, placed: Placed) -> QVBoxLayout:
        line = QLineEdit()
        line.setPlaceholderText("Antwoord")
        line.setAccessibleName(f"Antwoord aan {placed.remark.who}")
        line.returnPressed.connect(
            lambda: self.replied.emit(placed.name, line.text().strip()) if line.text().strip() else None
        )
        holder = column(gap=2)
        tools = row(gap=6)
        tools.addWidget(line, 1)
        tools.addWidget(Button("Afgehandeld", "quiet", lambda: self.settled.emit(placed.name)))
        holder.addLayout(tools)
        return holder
