"""The three choices as buttons in the top bar; each opens a card and changes the letter at once."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from composer.domain.dutch import day_in_words
from composer.domain.letter import Letter
from composer.gui.choices.dates import DatePicker
from composer.gui.choices.municipality import MunicipalityPicker
from composer.gui.choices.template import TemplatePicker
from composer.gui.elements import row, text
from composer.gui.icons import draw
from composer.gui.popover import Popover
from composer.gui.session import Session
from composer.work.following.timeline import short_day
from composer.work.overview import kinds
from composer.work.program.letter_summary import addressee_name
from composer.work.writing import choices

MOST, MOST_TIGHT = 260, 130
"""Pixels for the words of a choice."""


class Chevron(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(QSize(12, 12))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw(painter, "down", self.rect().toRectF(), self.palette().placeholderText().color())
        painter.end()


class ChoiceButton(QPushButton):
    """What is chosen, with the name of the choice before it where there is room."""

    def __init__(self, name: str, run: Callable[[], object]) -> None:
        super().__init__()
        self._name = name
        self._words = ("", "")
        self._tight = False
        self.label = text(name, "secondary")
        self.value = text("", "heading")
        layout = row(self, margins=(12, 8, 10, 8), gap=7)
        for part in (self.label, self.value, Chevron()):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(part)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: run())

    def show_value(self, words: str, short: str = "") -> None:
        self._words = (words, short or words)
        self._write()
        self.setAccessibleName(f"{self._name}: {words}")
        self.setToolTip(f"{self._name}: {words}. Klik om te veranderen.")

    def set_compact(self, compact: bool, *, tight: bool) -> None:
        self.label.setVisible(not compact)
        self._tight = tight
        self._write()

    def _write(self) -> None:
        most = MOST_TIGHT if self._tight else MOST
        words = self._words[self._tight]
        self.value.setText(self.value.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, most))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class ChoiceBar(QWidget):
    """Gemeente, soort, peildatum."""

    def __init__(self, session: Session, host: QWidget) -> None:
        super().__init__()
        self._session, self._host = session, host
        self.card: Popover | None = None
        self.municipality = ChoiceButton("Gemeente", self.open_municipality)
        self.template = ChoiceButton("Soort", self.open_template)
        self.day = ChoiceButton("Peildatum", self.open_dates)
        layout = row(self, gap=10)
        for button in (self.municipality, self.template, self.day):
            layout.addWidget(button)
        session.letter_changed.connect(self.follow)

    def follow(self) -> None:
        letter, library = self._session.letter, self._session.rendering
        if letter is None:
            return
        template = library.templates.get(letter.template)
        day = letter.reference_date
        self.municipality.show_value(addressee_name(letter, library))
        self.template.show_value(template.title if template else letter.template)
        self.day.show_value(day_in_words(day), f"{short_day(day)} {day.year}")

    def set_compact(self, compact: bool, *, tight: bool) -> None:
        """Without the names of the choices, and if need be with short words, for a narrow window."""
        for button in (self.municipality, self.template, self.day):
            button.set_compact(compact, tight=tight)

    def _open(self, content: QWidget, anchor: QWidget, name: str) -> None:
        if self.card is not None:
            self.card.close_card()
            self.card.deleteLater()
        self.card = Popover(self._host, content, name)
        self.card.open_below(anchor)

    def _change(self, change: Callable[[Letter], Letter], words: str) -> None:
        if letter := self._session.changeable():
            self._session.change(change(letter), words)

    def _close(self) -> None:
        if self.card is not None:
            self.card.close_card()

    def open_municipality(self) -> None:
        letter = self._session.letter
        picker = MunicipalityPicker(self._session.library, letter.municipality if letter else None)
        picker.chosen.connect(self._take_municipality)
        self._open(picker, self.municipality, "Kies een gemeente")

    def _take_municipality(self, cbs: str) -> None:
        self._close()
        self._change(lambda letter: choices.with_municipality(letter, cbs), "andere gemeente kiezen")

    def open_template(self) -> None:
        letter = self._session.letter
        picker = TemplatePicker(kinds(self._session.library), letter.template if letter else None)
        picker.chosen.connect(self._take_template)
        self._open(picker, self.template, "Kies een soort brief")

    def _take_template(self, name: str) -> None:
        self._close()
        library = self._session.library
        template = library.template(name)
        self._change(lambda letter: choices.with_template(letter, template, library), "ander soort brief kiezen")

    def open_dates(self) -> None:
        letter = self._session.letter
        if letter is None:
            return
        picker = DatePicker(letter.reference_date, letter.date)
        picker.calendar.set_colours(self.palette().windowText().color(), self.palette().placeholderText().color())
        picker.reference_date_chosen.connect(self.set_reference_date)
        picker.date_chosen.connect(self._take_date)
        self._open(picker, self.day, "Kies de peildatum")

    def set_reference_date(self, day: date) -> None:
        self._change(lambda letter: choices.with_reference_date(letter, day), "peildatum verzetten")

    def _take_date(self, day: date) -> None:
        self._change(lambda letter: choices.with_date(letter, day), "datum van de brief veranderen")
