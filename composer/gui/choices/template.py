"""Choosing the kind of letter."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from composer.gui.elements import Button, ElidedLabel, clear, column, text
from composer.library.summary import LetterKind

WIDTH = 420


class TemplateButton(Button):
    """A kind of letter with what it is for in one line."""

    def __init__(self, kind: LetterKind) -> None:
        super().__init__("", "row")
        self.kind = kind
        self.setCheckable(True)
        self.setAccessibleName(kind.title)
        self.setAccessibleDescription(kind.about)
        self.setToolTip(kind.about)
        layout = column(self, margins=(12, 6, 12, 6), gap=1)
        for part in (text(kind.title, "heading"), ElidedLabel(kind.about, "small")):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(part)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 50)


class TemplateList(QWidget):
    """The kinds of letter below each other, one of them chosen."""

    chosen = Signal(str)

    def __init__(self, kinds: tuple[LetterKind, ...], template_id: str | None = None) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._layout = column(self, gap=2)
        self.buttons: list[TemplateButton] = []
        self.offer(kinds, template_id)

    def offer(self, kinds: tuple[LetterKind, ...], template_id: str | None = None) -> None:
        """Other kinds; the same one stays chosen unless another is named."""
        before = template_id or self.template()
        clear(self._layout)
        self.buttons = [TemplateButton(kind) for kind in kinds]
        for button in self.buttons:
            self._group.addButton(button)
            self._layout.addWidget(button)
            button.clicked.connect(lambda _=False, name=button.kind.id: self.chosen.emit(name))
        self.choose(before)

    def choose(self, template_id: str | None) -> None:
        """The kind of that id; with another the first."""
        known = [button for button in self.buttons if button.kind.id == template_id]
        for button in (*known, *self.buttons)[:1]:
            button.setChecked(True)
            self.setFocusProxy(button)

    def template(self) -> str | None:
        """The id of the kind that is chosen."""
        return next((button.kind.id for button in self.buttons if button.isChecked()), None)


class TemplatePicker(QWidget):
    """The list on a card of its own."""

    def __init__(self, kinds: tuple[LetterKind, ...], template_id: str | None = None) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self.list = TemplateList(kinds, template_id)
        self.chosen = self.list.chosen
        column(self, margins=(8, 8, 8, 8)).addWidget(self.list)
        self.setFocusProxy(self.list)
