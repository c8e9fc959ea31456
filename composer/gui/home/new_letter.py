"""A new letter in three questions: which municipality, what kind of letter, as of when."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from composer.gui.choices.date_field import DateField
from composer.gui.choices.template import TemplateList
from composer.gui.elements import Button, column, row, text
from composer.library.summary import LibrarySummary, fold


class MunicipalityField(QLineEdit):
    """A name that is completed while typing, by other names too."""

    def __init__(self, front: LibrarySummary, cbs: str) -> None:
        super().__init__()
        self._front = front
        self.setPlaceholderText("Typ de naam van een gemeente")
        self.setAccessibleName("Gemeente")
        self.setText(front.name(cbs))
        self.setCompleter(_completer(front, self))

    def cbs(self) -> str | None:
        """The municipality that is named; None when there is none of that name."""
        named = fold(self.text())
        return self._codes.get(named) if named else None

    @cached_property
    def _codes(self) -> Mapping[str, str]:
        return self._front.codes()

    def use_front(self, front: LibrarySummary) -> None:
        self._front = front
        vars(self).pop("_codes", None)


def _completer(front: LibrarySummary, parent: QLineEdit) -> QCompleter:
    names = sorted({name for addressee in front.addressees for name in addressee.names})
    completer = QCompleter(names, parent)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setMaxVisibleItems(8)
    return completer


class NewLetter(QWidget):
    begun = Signal(str, str, object)
    """The id of the kind, the CBS code of the municipality, the day."""

    def __init__(self, front: LibrarySummary, cbs: str, template: str, today: date) -> None:
        super().__init__()
        self._front = front
        self.municipality = MunicipalityField(front, cbs)
        self.templates = TemplateList(front.kinds, template)
        self.day = DateField(today, "Peildatum")
        self.wrong = text("", "wrong", wrap=True)
        self.begin = Button("Begin de brief", "primary", self.make)
        self._lay_out()
        self.municipality.textChanged.connect(self._follow)
        self.municipality.returnPressed.connect(self.make)
        self.day.entered.connect(self.make)
        self.setFocusProxy(self.municipality)
        self._follow()

    def _lay_out(self) -> None:
        layout = column(self, margins=(24, 20, 24, 20), gap=6)
        layout.addWidget(text("Nieuwe brief", "title"))
        layout.addSpacing(6)
        layout.addWidget(text("Voor welke gemeente?", "caption"))
        layout.addWidget(self.municipality)
        layout.addSpacing(8)
        layout.addWidget(text("Wat voor brief?", "caption"))
        layout.addWidget(self.templates)
        layout.addSpacing(8)
        layout.addWidget(text("Wat was bekend en gold op welke dag?", "caption"))
        days = row(gap=10)
        days.addWidget(self.day)
        days.addWidget(text("De brief krijgt teksten die op die dag kloppen.", "secondary", wrap=True), 1)
        layout.addLayout(days)
        layout.addWidget(self.wrong)
        foot = row(margins=(0, 10, 0, 0))
        foot.addStretch(1)
        foot.addWidget(self.begin)
        layout.addLayout(foot)

    def use_front(self, front: LibrarySummary) -> None:
        self._front = front
        self.municipality.use_front(front)
        self.templates.offer(front.kinds)

    def choose_municipality(self, cbs: str) -> None:
        self.municipality.setText(self._front.name(cbs))

    def _follow(self) -> None:
        """Says beside the button what is still needed."""
        named = self.municipality.text().strip()
        known = self.municipality.cbs() is not None
        self.begin.setEnabled(known)
        self.wrong.setVisible(len(named) > 3 and not known and not self._begins(named))
        self.wrong.setText(f"“{named}” is geen gemeente die we kennen.")

    def _begins(self, named: str) -> bool:
        completer = self.municipality.completer()
        completer.setCompletionPrefix(named)
        return completer.completionCount() > 0

    def make(self) -> None:
        """Asks for a letter with the passages that hold on the day."""
        cbs, template = self.municipality.cbs(), self.templates.template()
        if cbs is not None and template is not None:
            self.begun.emit(template, cbs, self.day.day())
