"""The main window: the home page or the desk, below the top bar."""

from collections.abc import Callable, Generator, Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QApplication, QMenu, QStackedWidget, QWidget

from composer import paths
from composer.gui.actions import ActionSpec, make_actions, refresh
from composer.gui.elements import column
from composer.gui.home.page import HomePage
from composer.gui.menu import make_menu
from composer.gui.notices import NoticeAction, Notices
from composer.gui.panel_state import remember
from composer.gui.settings import GEOMETRY, THEME, Settings
from composer.gui.staged_window import StagedWindow, deferred
from composer.gui.style import stylesheet
from composer.gui.theme import Theme, chosen_theme, palette
from composer.gui.timing import single_shot
from composer.gui.top_bar import TopBar
from composer.library.summary import LibrarySummary
from composer.work.program.recent_letters import RecentLetters

if TYPE_CHECKING:
    from pathlib import Path

    from composer.gui.desk.desk import Desk
    from composer.gui.dialogs import Dialogs
    from composer.gui.editorial.controller import LibraryController
    from composer.gui.fact_making import FactMaking
    from composer.gui.file_association import FileAssociation
    from composer.gui.files import Files
    from composer.gui.forms.context import LibraryContext
    from composer.gui.home.controller import HomeController
    from composer.gui.letter_actions import LetterActions
    from composer.gui.making import Making
    from composer.gui.overlays import Overlays
    from composer.gui.publishing import Publishing
    from composer.gui.session import Session
    from composer.library.library import Library

SMALLEST = (880, 440)
USUAL = (1440, 900)


class Window(StagedWindow):
    """The main window; it shows the home page first, and loads the rest in steps."""

    session: "Session"
    load: "Callable[[], Library]"
    """Reads the library again after a file of it was changed here."""
    layer: "Path"
    """The user's own part of the library."""
    files: "Files"
    dialogs: "Dialogs"
    over: "Overlays"
    reception: "HomeController"
    desk: "Desk"
    beside: "LetterActions"
    publishing: "Publishing"
    context: "LibraryContext"
    fact_making: "FactMaking"
    making: "Making"
    double_click: "FileAssociation"
    menu: QMenu
    specs: "tuple[ActionSpec, ...]"
    actions_by_id: dict[str, QAction]

    def __init__(
        self, front: LibrarySummary, settings: Settings, furnishing: "Callable[[Window], Iterator[None]]", today: date
    ) -> None:
        """`furnishing` sets, a step at a time, all of the above."""
        super().__init__()
        self.settings = settings
        self._furnishing = furnishing
        self._office: LibraryController | None = None
        self.set_theme(chosen_theme(settings.get(THEME)))  # before its parts, which then take their looks once
        self.notices, self.bar = Notices(self), TopBar()
        self.lately = RecentLetters(paths.catalogue() / "brieven.json")
        self.home = HomePage(front, settings, today, self.lately.placeholder)
        self.refresh_soon = single_shot(self, 0, self.refresh_actions).start
        self._lay_out()
        self._wire()
        self.restoreGeometry(QByteArray(settings.get(GEOMETRY)))
        self.home.refresh(datetime.now())
        self.show_page(self.home)
        self.home.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self.setWindowTitle("Raadsbrief")
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.home)
        middle = QWidget()
        middle.setProperty("surface", "background")
        layout = column(middle, gap=0)
        layout.addWidget(self.bar)
        layout.addWidget(self.stack, 1)
        self.setCentralWidget(middle)

    def _wire(self) -> None:
        """What is asked for at home, perhaps before what does it has come in."""
        home, bar = self.home, self.bar
        home.begun.connect(deferred(lambda: self.reception.begin))
        home.letter_requested.connect(deferred(lambda: self.files.open_path))
        home.back_requested.connect(self.follow_letter)
        home.browse_requested.connect(deferred(lambda: self.files.open))
        home.example_requested.connect(deferred(lambda: self.reception.open_example))
        home.welcome.introduced.connect(deferred(lambda: self.reception.introduce))
        bar.menu_requested.connect(self.open_menu)
        bar.search_requested.connect(deferred(lambda: self.over.open_palette))
        bar.make_requested.connect(deferred(lambda: self.making.open_card))

    def steps(self) -> Generator[None]:
        yield from self._furnishing(self)
        self.refresh_actions()

    @property
    def office(self) -> "LibraryController":
        """Where the library is kept up; furnished when it is first asked for, since most days begin with a letter."""
        if self._office is None:
            self._office = self._furnished()
        return self._office

    def _furnished(self) -> "LibraryController":
        from composer.gui.editorial.controller import (
            LibraryController,  # deferred: the first letter does not wait for it
        )

        controller = LibraryController(self.context, self.over)
        controller.page_changed.connect(self.show_page)
        controller.left.connect(self.follow_letter)
        controller.library_changed.connect(self.reload_library)
        controller.letter_requested.connect(self.files.open_path)
        for page in controller.pages:
            self.stack.addWidget(page)
        controller.set_theme(self.theme)
        return controller

    def set_commands(self, specs: tuple[ActionSpec, ...]) -> None:
        """Makes menu, shortcuts and palette from the table of actions."""
        self.specs = self.over.specs = specs
        self.actions_by_id = make_actions(specs, self)
        self.menu = make_menu(specs, self.actions_by_id, self)
        self.refresh_actions()

    def refresh_actions(self) -> None:
        """Actions and the window's title as things are now."""
        refresh(self.specs, self.actions_by_id)
        title = f"{self.bar.title.words()}[*] – Raadsbrief" if self.session.letter else "Raadsbrief"
        self.setWindowTitle(title)
        self.setWindowModified(self.session.unsaved)

    def open_menu(self) -> None:
        self.menu.popup(self.bar.menu.mapToGlobal(QPoint(0, self.bar.menu.height() + 4)))

    def open_manual(self) -> None:
        """About the panel that has the keyboard."""
        topic = self.desk.topic() if self.stack.currentWidget() is self.desk else "begin"
        self.over.open_manual(topic)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        QApplication.setPalette(palette(theme))
        self.setStyleSheet(stylesheet(theme))
        if self.complete:
            self.desk.set_theme(theme)
        if self._office is not None:
            self._office.set_theme(theme)

    def choose_theme(self, choice: str) -> None:
        """`licht`, `donker` or `systeem`."""
        self.settings.put(THEME, choice)
        self.set_theme(chosen_theme(choice))
        self.refresh_soon()

    def follow_letter(self) -> None:
        """The letter that is at hand, or home when there is none."""
        if self.session.letter is None:
            self.reception.show()
            return
        self.show_page(self.desk)
        self.desk.columns.arrange()
        self.desk.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_page(self, page: QWidget) -> None:
        self.stack.setCurrentWidget(page)
        self.bar.show_letter(self.complete and page is self.desk)

    def reload_library(self) -> None:
        """Reads the library again, as after an answer about the municipality."""
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            library = self.load()
        finally:
            QApplication.restoreOverrideCursor()
        self.session.use_library(library)
        self.reception.use_library(library)

    def tell_keeping(self, reason: str) -> None:
        """Shows why autosave fails."""
        self.notices.tell(
            f"Uw werk wordt nu niet tussentijds bewaard: {reason}", NoticeAction("Bewaar zelf", self.files.save)
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        self.stop_loading()
        if self.complete and not self._may_close():
            event.ignore()
            return
        self.settings.put(GEOMETRY, bytes(self.saveGeometry().data()))
        if self.complete:
            self._close_down()
        event.accept()

    def _may_close(self) -> bool:
        return (self._office is None or self._office.may_leave()) and self.files.may_leave()

    def _close_down(self) -> None:
        remember(self.desk, self.settings)
        self.reception.keep_rows()
        self.desk.close_down()
        for busy in (self.making.at_work, self.publishing.at_work):
            busy.close_down()
        if self._office is not None:
            self._office.close_down()
        self.session.rest()

    def changeEvent(self, event: QEvent) -> None:
        """Back in the window: has somebody else changed the letter meanwhile?"""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self.complete:
            self.files.look_for_conflict()
