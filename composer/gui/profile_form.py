"""A question about the municipality, asked where the letter needs the answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from composer.gui.elements import Button, column, row, text
from composer.gui.form_controls import RadioButton
from composer.work.profiles import Question

MOST_BUTTONS = 6
"""With more choices a list takes the place of buttons."""


class ProfileForm(QWidget):
    answered = Signal(object, str)
    """The question and its answer; an empty one when the user does not know."""
    dismissed = Signal()

    def __init__(self, question: Question) -> None:
        super().__init__()
        self._question = question
        self.setFixedWidth(420)
        self.wrong = text("", "wrong", wrap=True)
        self.wrong.hide()
        layout = column(self, margins=(20, 16, 20, 16), gap=8)
        layout.addWidget(text(question.text, "heading", wrap=True))
        if question.help:
            layout.addWidget(text(question.help, "secondary", wrap=True))
        self.field = self._make_field()
        layout.addSpacing(2)
        layout.addWidget(self.field)
        layout.addWidget(self.wrong)
        layout.addWidget(text("Dit geldt voor al uw brieven aan deze gemeente.", "small", wrap=True))
        layout.addLayout(self._buttons())
        self.setFocusProxy(self._first())

    def _make_field(self) -> QWidget:
        question = self._question
        if question.kind == "keuze":
            return self._choices() if len(question.choices) <= MOST_BUTTONS else self._list()
        if question.kind in ("regels", "gemeenten"):
            area = QPlainTextEdit(question.answer)
            area.setFixedHeight(96)
            area.setTabChangesFocus(True)
            area.setAccessibleName(question.label)
            return area
        field = QLineEdit(question.answer)
        field.setAccessibleName(question.label)
        return field

    def _choices(self) -> QWidget:
        holder = QWidget()
        layout = column(holder, gap=2)
        self._group = QButtonGroup(holder)
        for choice in self._question.choices:
            button = RadioButton(choice.label)
            button.setProperty("value", choice.value)
            button.setChecked(choice.value == self._question.answer)
            self._group.addButton(button)
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return holder

    def _list(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self._question.label)
        for choice in self._question.choices:
            box.addItem(choice.label, choice.value)
        box.setCurrentIndex(max(box.findData(self._question.answer), 0))
        return box

    def _first(self) -> QWidget:
        radio = self.field.findChild(RadioButton)
        return radio if isinstance(radio, RadioButton) else self.field

    def _buttons(self) -> QHBoxLayout:
        buttons = row(margins=(0, 6, 0, 0))
        buttons.addStretch(1)
        buttons.addWidget(Button("Weet ik niet", "", self.dismissed.emit))
        buttons.addWidget(Button("Bewaar", "primary", self.give))
        return buttons

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter gives the answer: what was typed, or the choice that the keyboard is at."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        if isinstance(focused := self.focusWidget(), RadioButton):
            focused.setChecked(True)
        self.give()

    def answer(self) -> str:
        """What was filled in, as the file will have it."""
        match self.field:
            case QLineEdit():
                return self.field.text()
            case QPlainTextEdit():
                return self.field.toPlainText()
            case QComboBox():
                return str(self.field.currentData())
            case _:
                checked = self._group.checkedButton()
                return str(checked.property("value")) if checked else ""

    def give(self) -> None:
        """Tells the answer; without one says what to do."""
        if self.answer().strip():
            self.answered.emit(self._question, self.answer())
        else:
            self.refuse("Kies of typ een antwoord, of klik op “Weet ik niet”.")

    def refuse(self, words: str) -> None:
        """Says what is wrong with the answer; the form stays."""
        self.wrong.setText(words)
        self.wrong.show()
