"""The window: home or the desk below the top bar, and what lies over it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QCloseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QStackedWidget, QWidget

from composer.check.dictionary import warm
from composer.check.vocabulary import language_folder
from composer.gui.actions import ActionSpec, make_actions, refresh
from composer.gui.asking import Asking
from composer.gui.beside_letter import BesideLetter
from composer.gui.desk.desk import FINDINGS, Desk
from composer.gui.double_click import DoubleClick
from composer.gui.elements import column
from composer.gui.fact_making import FactMaking
from composer.gui.files import Files
from composer.gui.forms.bench import Bench
from composer.gui.home.reception import Reception
from composer.gui.making import Making
from composer.gui.menu import make_menu
from composer.gui.notices import Notices, Step
from composer.gui.over_window import OverWindow
from composer.gui.publishing import Publishing
from composer.gui.remembering import remember, restore
from composer.gui.session import Session
from composer.gui.settings import THEME, Settings
from composer.gui.style import stylesheet
from composer.gui.theme import Theme, chosen_theme, palette
from composer.gui.timing import single_shot
from composer.gui.top_bar import TopBar
from composer.library.library import Library

if TYPE_CHECKING:
    from composer.gui.editorial.office import Office

SMALLEST = (900, 560)
USUAL = (1440, 900)
AT_REST = 200
"""Milliseconds after the first paint: time to read the dictionary before anybody types."""


class Window(QMainWindow):
    """`load` reads the library again after a file of it was changed here; `layer` is the user's own part of it."""

    def __init__(self, session: Session, settings: Settings, load: Callable[[], Library], layer: Path) -> None:
        super().__init__()
        self.session, self.settings, self._load = session, settings, load
        self.specs: tuple[ActionSpec, ...] = ()
        self.actions_by_id: dict[str, QAction] = {}
        self.menu = QMenu(self)
        self.theme = chosen_theme(settings.get(THEME))
        self.notices, self.over, self.asking = Notices(self), OverWindow(self), Asking(self)
        self.files = Files(session, settings, self.asking, self.notices)
        self.reception = Reception(session, settings, self.files, self.notices)
        self.bar = TopBar(session, self)
        self.desk = Desk(session, settings, self.theme, self.notices, self.asking, layer)
        self.beside = BesideLetter(session, settings, self.files, self.asking, self.notices, self.over)
        self.publishing = Publishing(session, settings, self.asking, self.notices, self.over)
        bench = Bench(session, settings, self.notices, self.asking, layer, lambda: self.theme)
        self.fact_making = FactMaking(bench, self.over, self.desk.facts.show_place)
        self.making = Making(session, self.files, self.asking, self.notices, self.over, self.bar.make)
        self._bench = bench
        self._office: Office | None = None
        self._refresh = single_shot(self, 0, self.refresh_actions)
        self._warming = single_shot(self, AT_REST, lambda: warm(language_folder()))
        self._told_of_conflict = False
        self.double_click = DoubleClick(settings, self.notices)
        self._lay_out()
        self._wire()
        restore(self, self.desk, settings)
        self.set_theme(self.theme)
        self.reception.show()

    def _lay_out(self) -> None:
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        self.stack = QStackedWidget()
        for page in (*self.reception.pages, self.desk):
            self.stack.addWidget(page)
        middle = QWidget()
        middle.setProperty("surface", "background")
        layout = column(middle, gap=0)
        layout.addWidget(self.bar)
        layout.addWidget(self.stack, 1)
        self.setCentralWidget(middle)

    def _wire(self) -> None:
        session, bar = self.session, self.bar
        session.letter_opened.connect(self._follow_letter)
        for changed in (session.letter_changed, session.reviewed, session.saved):
            changed.connect(self._refresh.start)
        session.saved.connect(self.double_click.offer_soon)
        self.double_click.changed.connect(self._refresh.start)
        session.keeping_failed.connect(self._tell_keeping)
        session.refused.connect(self.notices.tell)
        self.files.unreadable.connect(self.over.show_problems)
        self.reception.page_changed.connect(self._show_page)
        self.reception.left.connect(self._follow_letter)
        bar.menu_asked.connect(self.open_menu)
        bar.search_asked.connect(self.over.open_palette)
        bar.make_asked.connect(self.making.open_card)
        self.making.findings_asked.connect(lambda: self.desk.right.show_tab(FINDINGS))
        self.desk.layout_changed.connect(self._refresh.start)
        self.desk.profile_changed.connect(self.reload_library)
        self.desk.facts.fact_wanted.connect(self.fact_making.begin)
        self.fact_making.library_changed.connect(self.reload_library)
        self.desk.attachments.promises.register_asked.connect(self.beside.open_register)

    @property
    def office(self) -> "Office":
        """Where the library is kept up; furnished when it is first asked for, since most days begin with a letter."""
        if self._office is None:
            self._office = self._furnished()
        return self._office

    def _furnished(self) -> "Office":
        from composer.gui.editorial.office import Office  # deferred: the first letter does not wait for it

        office = Office(self._bench, self.over)
        office.page_changed.connect(self._show_page)
        office.left.connect(self._follow_letter)
        office.library_changed.connect(self.reload_library)
        office.letter_asked.connect(self.files.open_path)
        for page in office.pages:
            self.stack.addWidget(page)
        office.set_theme(self.theme)
        return office

    def set_commands(self, specs: tuple[ActionSpec, ...]) -> None:
        """Makes the menu, the shortcuts and the palette from the table."""
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
        self.desk.set_theme(theme)
        if self._office is not None:
            self._office.set_theme(theme)

    def choose_theme(self, choice: str) -> None:
        """`licht`, `donker` or `systeem`."""
        self.settings.put(THEME, choice)
        self.set_theme(chosen_theme(choice))
        self._refresh.start()

    def _follow_letter(self) -> None:
        self._told_of_conflict = False
        if self.session.letter is None:
            self.reception.show()
            return
        self._show_page(self.desk)
        self.desk.columns.arrange()
        self.desk.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_page(self, page: QWidget) -> None:
        self.stack.setCurrentWidget(page)
        self.bar.show_letter(page is self.desk)

    def reload_library(self) -> None:
        """Reads the library again, as after an answer about the municipality."""
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            library = self._load()
        finally:
            QApplication.restoreOverrideCursor()
        self.session.use_library(library)
        self.reception.use_library(library)

    def _tell_keeping(self, reason: str) -> None:
        self.notices.tell(f"Uw werk wordt nu niet tussentijds bewaard: {reason}", Step("Bewaar zelf", self.files.save))

    def left_shown(self) -> bool:
        return not self.desk.left.folded

    def right_shown(self) -> bool:
        return not self.desk.right.folded

    def timeline_shown(self) -> bool:
        return not self.desk.timeline.isHidden()

    def toggle_left(self) -> None:
        self.desk.columns.want(self.desk.left, self.desk.left.folded)

    def toggle_right(self) -> None:
        self.desk.columns.want(self.desk.right, self.desk.right.folded)

    def toggle_timeline(self) -> None:
        self.desk.show_timeline(self.desk.timeline.isHidden())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._warming.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not (self._office is None or self._office.may_leave()) or not self.files.may_leave():
            event.ignore()
            return
        remember(self, self.desk, self.settings)
        self._warming.stop()
        self.desk.close_down()
        if self._office is not None:
            self._office.close_down()
        self.session.rest()
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Back in the window: has somebody else changed the letter meanwhile?"""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.look_for_conflict()

    def look_for_conflict(self) -> None:
        """Tells once that the letter's file has changed; saving will ask which one stays."""
        path = self.session.path
        if path is None or self._told_of_conflict or not self.session.changed_elsewhere:
            return
        self._told_of_conflict = True
        self.notices.tell(
            f"{path.name} is door iemand anders veranderd.",
            Step("Open hun brief", lambda: self.files.open_path(path)),
            Step("Bewaar de mijne als…", self.files.save_as),
        )
