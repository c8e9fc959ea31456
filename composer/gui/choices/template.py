"""Choosing the kind of letter."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from composer.domain.template import Template
from composer.gui.elements import Button, ElidedLabel, clear, column, text
from composer.library.library import Library
from composer.work.writing.passages import VOICES

WIDTH = 420


class TemplateButton(Button):
    """A kind of letter with what it is for in one line."""

    def __init__(self, template: Template) -> None:
        super().__init__("", "row")
        self.template = template
        self.setCheckable(True)
        self.setAccessibleName(template.title)
        self.setAccessibleDescription(_about(template))
        self.setToolTip(_about(template))
        layout = column(self, margins=(12, 6, 12, 6), gap=1)
        for part in (text(template.title, "heading"), ElidedLabel(_about(template), "small")):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(part)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 50)


def _about(template: Template) -> str:
    about = template.description or VOICES[template.voice]
    return about[:1].upper() + about[1:]


class TemplateList(QWidget):
    """The kinds of letter below each other, one of them chosen."""

    chosen = Signal(str)

    def __init__(self, library: Library, template_id: str | None = None) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._layout = column(self, gap=2)
        self.buttons: list[TemplateButton] = []
        self.use_library(library, template_id)

    def use_library(self, library: Library, template_id: str | None = None) -> None:
        """The kinds of another library; the same one stays chosen unless another is named."""
        before = template_id or self.template()
        clear(self._layout)
        self.buttons = [TemplateButton(template) for template in offered(library)]
        for button in self.buttons:
            self._group.addButton(button)
            self._layout.addWidget(button)
            button.clicked.connect(lambda _=False, name=button.template.id: self.chosen.emit(name))
        self.choose(before)

    def choose(self, template_id: str | None) -> None:
        """The kind of that id; with another the first."""
        known = [button for button in self.buttons if button.template.id == template_id]
        for button in (*known, *self.buttons)[:1]:
            button.setChecked(True)
            self.setFocusProxy(button)

    def template(self) -> str | None:
        """The id of the kind that is chosen."""
        return next((button.template.id for button in self.buttons if button.isChecked()), None)


class TemplatePicker(QWidget):
    """The list on a card of its own."""

    def __init__(self, library: Library, template_id: str | None = None) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self.list = TemplateList(library, template_id)
        self.chosen = self.list.chosen
        column(self, margins=(8, 8, 8, 8)).addWidget(self.list)
        self.setFocusProxy(self.list)


def offered(library: Library) -> list[Template]:
    """The kinds of letter that can be made now, by title."""
    return sorted((t for t in library.templates.values() if t.status != "ingetrokken"), key=lambda t: t.title)
