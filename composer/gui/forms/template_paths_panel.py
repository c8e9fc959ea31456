"""A template whichever way its conditions fall, one way at a time, and what its fields are used for."""

from PySide6.QtWidgets import QComboBox, QWidget

from composer.domain.dutch import as_sentence
from composer.domain.template import Template
from composer.gui.background import Background, Outcome
from composer.gui.elements import Hint, clear, column, ground, scrolled, text
from composer.gui.form_controls import ComboBox
from composer.gui.reading_label import reading_label
from composer.library.library import Library
from composer.work.editorial.template_paths import FieldUsage, TemplateReport, explore_template


class PathsPanel(QWidget):
    def __init__(self) -> None:
        super().__init__()
        ground(self, "background")
        self._surveyed: TemplateReport | None = None
        self._background = Background(self)
        self._background.done.connect(self._take)
        self.choice = ComboBox()
        self.choice.setAccessibleName("Welke weg door het sjabloon")
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.currentIndexChanged.connect(self._show)
        self.hint = Hint("")
        self._words = column(gap=8)
        inside = QWidget()
        inside.setProperty("surface", "background")
        layout = column(inside, margins=(20, 20, 16, 20), gap=10)
        layout.addWidget(text("Zo ziet de brief eruit", "heading"))
        layout.addWidget(self.choice)
        layout.addWidget(self.hint)
        layout.addLayout(self._words)
        layout.addStretch(1)
        area = scrolled(inside, "De brief volgens dit sjabloon", across=False)
        column(self).addWidget(area)
        self.say("")

    def say(self, words: str) -> None:
        """Why there is nothing to see."""
        self._background.forget()
        self._surveyed = None
        self.hint.tell(words)
        self.hint.setVisible(bool(words))
        self.choice.hide()
        clear(self._words)

    def show_template(self, template: Template, library: Library) -> None:
        self._background.ask(lambda: explore_template(template, library))

    def _take(self, outcome: Outcome[TemplateReport]) -> None:
        found = outcome.value
        if found is None or found.mistakes:
            told = found.mistakes[0].message if found else outcome.failure
            self.say(f"Verbeter eerst de tekst: {as_sentence(told)}")
            return
        self._surveyed = found
        self.hint.hide()
        chosen = self.choice.currentIndex()
        self.choice.blockSignals(True)
        self.choice.clear()
        for path in found.paths:
            self.choice.addItem("; ".join(path.decisions) or "Altijd zo")
        self.choice.setCurrentIndex(min(max(chosen, 0), self.choice.count() - 1))
        self.choice.blockSignals(False)
        self.choice.setVisible(len(found.paths) > 1)
        self._show()

    def _show(self) -> None:
        clear(self._words)
        found, at = self._surveyed, self.choice.currentIndex()
        if found is None or not 0 <= at < len(found.paths):
            return
        self._words.addWidget(reading_label(found.paths[at].blocks))
        if found.fields:
            self._words.addWidget(text("Velden", "caption"))
        for asked in found.fields:
            self._words.addWidget(text(_told(asked), "small", wrap=True))

    def paths(self) -> int:
        """How many ways there are to choose from."""
        return len(self._surveyed.paths) if self._surveyed else 0

    def close_down(self) -> None:
        self._background.close()


def _told(asked: FieldUsage) -> str:
    places = [f"{asked.used} keer in deze tekst"] if asked.used else []
    places += [f"in {asked.passages} tekstblokken"] if asked.passages else []
    return f"{asked.field.label}: {', '.join(places) or 'wordt nog nergens gebruikt'}"
