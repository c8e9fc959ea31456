"""The page of the library: its tabs, and over them a form while somebody works on something."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from composer.gui.desk.side import Tab
from composer.gui.elements import Button, column, ground, line, row, sign_button, text
from composer.gui.forms.page import FormPage
from composer.gui.tab_count import set_tab_count

HEAD = 44
"""Pixels of its head, the same with a form as with the tabs."""


class LibraryPage(QWidget):
    left = Signal()
    """Back to where the user came from."""
    form_left = Signal()
    tab_shown = Signal(str)

    def __init__(self, tabs: Sequence[Tab]) -> None:
        super().__init__()
        self.tabs = tuple(tabs)
        self.form: FormPage | None = None
        ground(self, "background")
        self.bar = QTabBar()
        self.bar.setExpanding(False)
        self.bar.setDrawBase(False)
        self.bar.setAccessibleName("Onderdelen van de bibliotheek")
        self.stack = QStackedWidget()
        for tab in self.tabs:
            at = self.bar.addTab(tab.name)
            self.bar.setAccessibleTabName(at, tab.name)
            self.stack.addWidget(tab.panel)
        self.back = sign_button("left", "Terug", self.go_back)
        self.title = text("Bibliotheek", "title")
        self.busy = Button("", "link", self.show_form)
        self._lay_out()
        self.bar.currentChanged.connect(self._show_tab)

    def _lay_out(self) -> None:
        head = QWidget()
        ground(head, "panel")
        head.setFixedHeight(HEAD)
        tools = row(head, margins=(12, 2, 16, 0), gap=8)
        tools.addWidget(self.back)
        tools.addWidget(self.title)
        tools.addSpacing(20)
        tools.addWidget(self.bar)
        tools.addStretch(1)
        tools.addWidget(self.busy)
        layout = column(self, gap=0)
        layout.addWidget(head)
        layout.addWidget(line())
        layout.addWidget(self.stack, 1)
        self.busy.hide()

    def _show_tab(self, at: int) -> None:
        self.stack.setCurrentIndex(at)
        self._tell_busy()
        self.tab_shown.emit(self.tabs[at].id)
        if not self.bar.hasFocus():
            self.tabs[at].panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_tab(self, name: str) -> None:
        at = next(number for number, tab in enumerate(self.tabs) if tab.id == name)
        self.bar.setVisible(True)
        if at == self.bar.currentIndex():
            self._show_tab(at)
        self.bar.setCurrentIndex(at)

    def current(self) -> str:
        return self.tabs[self.bar.currentIndex()].id

    def set_count(self, name: str, count: int) -> None:
        """How many things wait behind a tab."""
        at, tab = next((number, tab) for number, tab in enumerate(self.tabs) if tab.id == name)
        set_tab_count(self.bar, at, tab.name, count)

    def open_form(self, form: FormPage) -> None:
        """Takes the place of the tabs until it is left."""
        self.drop_form()
        self.form = form
        self.stack.addWidget(form)
        self.show_form()

    @property
    def form_shown(self) -> bool:
        return self.form is not None and self.stack.currentWidget() is self.form

    def show_form(self) -> None:
        if self.form is None:
            return
        self.stack.setCurrentWidget(self.form)
        self.bar.hide()
        self.busy.hide()
        self.form.form.parts[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def hide_form(self) -> None:
        """To the tabs; what is not saved stays within reach."""
        self.bar.show()
        self._show_tab(self.bar.currentIndex())

    def _tell_busy(self) -> None:
        self.busy.setVisible(self.form is not None and self.form.unsaved)
        self.busy.setText(f"Verder met: {self.form.heading.lower()}" if self.form else "")

    def drop_form(self) -> None:
        if self.form is not None:
            self.form.close_down()
            self.stack.removeWidget(self.form)
            self.form.deleteLater()
            self.form = None

    def go_back(self) -> None:
        """From a form to the tabs, from the tabs to the letter or home."""
        if self.form_shown:
            self.form_left.emit()
        else:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)
