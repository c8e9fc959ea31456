"""A new letter in three questions: which municipality, what kind of letter, as of when."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from composer.domain.errors import ComposerError
from composer.gui.choices.dates import DateField
from composer.gui.choices.template import TemplateList
from composer.gui.elements import Button, column, row, text
from composer.library.library import Library
from composer.work.letters import new_letter


class MunicipalityField(QLineEdit):
    """A name that is completed while typing, by other names too."""

    def __init__(self, library: Library, cbs: str) -> None:
        super().__init__()
        self._library = library
        self.setPlaceholderText("Typ de naam van een gemeente")
        self.setAccessibleName("Gemeente")
        municipality = library.municipalities.get(cbs)
        self.setText(municipality.name if municipality else "")
        self.setCompleter(_completer(library, self))

    def cbs(self) -> str | None:
        """The municipality that is named; None when there is none of that name."""
        try:
            return self._library.find_municipality(self.text()).cbs if self.text().strip() else None
        except ComposerError:
            return None


def _completer(library: Library, parent: QLineEdit) -> QCompleter:
    names = sorted({name for m in library.municipalities.values() for name in (m.name, *m.other_names)})
    completer = QCompleter(names, parent)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setMaxVisibleItems(8)
    return completer


class NewLetter(QWidget):
    letter_made = Signal(object)

    def __init__(self, library: Library, cbs: str, template: str, today: date) -> None:
        super().__init__()
        self._library = library
        self.municipality = MunicipalityField(library, cbs)
        self.templates = TemplateList(library, template)
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

    def use_library(self, library: Library) -> None:
        self._library = library
        self.templates.use_library(library)

    def choose_municipality(self, cbs: str) -> None:
        municipality = self._library.municipalities.get(cbs)
        self.municipality.setText(municipality.name if municipality else "")

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
        """Makes the letter with the passages that hold on the day."""
        cbs, template = self.municipality.cbs(), self.templates.template()
        if cbs is None or template is None:
            return
        self.letter_made.emit(new_letter(self._library, template, cbs, self.day.day()))
