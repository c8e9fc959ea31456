"""Choosing the kind of letter."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from composer.domain.template import Template
from composer.gui.elements import Button, column, text
from composer.library.library import Library
from composer.work.passages import VOICES


class TemplateButton(Button):
    """A kind of letter with what it is for."""

    def __init__(self, template: Template) -> None:
        super().__init__("", "row")
        self.template = template
        self.setCheckable(True)
        self.setAccessibleName(template.title)
        self.setAccessibleDescription(template.description or "")
        layout = column(self, margins=(12, 8, 12, 8), gap=2)
        layout.addWidget(text(template.title, "heading"))
        layout.addWidget(text(template.description or f"{VOICES[template.voice]}".capitalize(), "secondary", wrap=True))
        self.setMinimumHeight(layout.heightForWidth(320) if layout.hasHeightForWidth() else 56)


class TemplatePicker(QWidget):
    chosen = Signal(str)

    def __init__(self, library: Library, template_id: str | None = None) -> None:
        super().__init__()
        self.setFixedWidth(360)
        layout = column(self, margins=(8, 8, 8, 8), gap=2)
        self.buttons = [TemplateButton(template) for template in offered(library)]
        for button in self.buttons:
            layout.addWidget(button)
            button.clicked.connect(lambda _=False, name=button.template.id: self._choose(name))
        self.show_choice(template_id)

    def show_choice(self, template_id: str | None) -> None:
        for button in self.buttons:
            button.setChecked(button.template.id == template_id)

    def _choose(self, template_id: str) -> None:
        self.show_choice(template_id)
        self.chosen.emit(template_id)


def offered(library: Library) -> list[Template]:
    """The kinds of letter that can be made now, by title."""
    return sorted((t for t in library.templates.values() if t.status != "ingetrokken"), key=lambda t: t.title)
