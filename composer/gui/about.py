"""The components of the program with their licences."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QStackedWidget, QWidget

from composer import __version__
from composer.gui.elements import Button, column, row, scrolled, text
from composer.work.program.licences import Part, licence_text, parts

WORDS = "Raadsinformatiebrieven uit tekstblokken met bronnen, voor één gemeente en één peildatum."
OURS = (
    "Licentie: EUPL-1.2. Het lettertype Carlito valt onder de SIL Open Font License 1.1, de woordenlijst van OpenTaal "
    "onder BSD-3 of CC-BY 3.0."
)


class About(QStackedWidget):
    """The list of parts, and behind it the licence of one of them."""

    def __init__(self) -> None:
        super().__init__()
        self._overview = scrolled(_overview(parts(), self.show_licence), "Onderdelen en licenties")
        self.addWidget(self._overview)
        self.setAccessibleName("Over Raadsbrief")

    def sizeHint(self) -> QSize:
        return QSize(640, 520)

    def show_licence(self, part: Part) -> None:
        """Shows the full licence of a component."""
        page = _licence_page(part, lambda: self.show_parts(page))
        self.addWidget(page)
        self.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_parts(self, page: QWidget) -> None:
        """Shows the list again instead of a licence."""
        self.setCurrentWidget(self._overview)
        self.removeWidget(page)
        page.deleteLater()
        self._overview.setFocus(Qt.FocusReason.OtherFocusReason)


def _overview(shown: tuple[Part, ...], open_licence: Callable[[Part], object]) -> QWidget:
    inside = QWidget()
    inside.setProperty("surface", "clear")
    layout = column(inside, margins=(24, 18, 24, 18), gap=8)
    layout.addWidget(text(f"Raadsbrief {__version__}", "title"))
    layout.addWidget(text(WORDS, "", wrap=True))
    layout.addWidget(text(OURS, "secondary", wrap=True))
    layout.addSpacing(8)
    layout.addWidget(text("Gemaakt met", "caption"))
    layout.addLayout(_table(shown, open_licence))
    layout.addStretch(1)
    return inside


def _table(shown: tuple[Part, ...], open_licence: Callable[[Part], object]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    for number, part in enumerate(shown):
        grid.addWidget(text(f"{part.name} {part.version}".strip(), "small"), number, 0)
        grid.addWidget(text(part.purpose, "small", wrap=True), number, 1)
        grid.addWidget(_licence(part, open_licence), number, 2)
    return grid


def _licence(part: Part, open_licence: Callable[[Part], object]) -> QWidget:
    if not part.texts:
        return text(part.licence, "small")
    button = Button(part.licence, "link", lambda: open_licence(part))
    button.setAccessibleName(f"Licentie van {part.name}: {part.licence}")
    return button


def _licence_page(part: Part, back: Callable[[], object]) -> QWidget:
    page = QWidget()
    page.setProperty("surface", "clear")
    layout = column(page, margins=(24, 18, 24, 18), gap=8)
    head = row()
    head.addWidget(text(f"Licentie van {part.name}", "title"), 1)
    head.addWidget(Button("Terug", "", back))
    layout.addLayout(head)
    words = QPlainTextEdit(licence_text(part))
    words.setReadOnly(True)
    words.setAccessibleName(f"De licentie van {part.name}")
    layout.addWidget(words, 1)
    page.setFocusProxy(words)
    return page
