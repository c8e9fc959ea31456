"""The window: home or the desk below the top bar, and what lies over it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from composer.domain.errors import ComposerError
from composer.domain.letter import Letter
from composer.gui.actions import ActionSpec, make_actions, refresh
from composer.gui.asking import Asking
from composer.gui.desk.desk import FINDINGS, Desk
from composer.gui.elements import column
from composer.gui.files import Files
from composer.gui.home.page import HomePage
from composer.gui.home.welcome import Welcome
from composer.gui.making import Making
from composer.gui.menu import make_menu
from composer.gui.notices import Notices, Step
from composer.gui.over_window import OverWindow
from composer.gui.session import Session
from composer.gui.settings import (
    GEOMETRY,
    LEFT_SHOWN,
    MUNICIPALITY,
    NAME,
    PANELS,
    RIGHT_SHOWN,
    THEME,
    TIMELINE,
    TIMELINE_SHOWN,
    WELCOMED,
    Settings,
)
from composer.gui.style import stylesheet
from composer.gui.theme import Theme, chosen_theme, palette
from composer.gui.timing import single_shot
from composer.gui.top_bar import TopBar
from composer.library.journal import Pending
from composer.library.library import Library
from composer.work.letters import open_letter

SMALLEST = (900, 560)
USUAL = (1440, 900)


class Window(QMainWindow):
    """`load` reads the library again after a file of it was changed here."""

    def __init__(self, session: Session, settings: Settings, load: Callable[[], Library], layer: Path) -> None:
        super().__init__()
        self.session, self.settings, self._load = session, settings, load
        self.specs: tuple[ActionSpec, ...] = ()
        self.actions_by_id: dict[str, QAction] = {}
        self.theme = chosen_theme(settings.get(THEME))
        self.notices, self.over, self.asking = Notices(self), OverWindow(self), Asking(self)
        self.files = Files(session, settings, self.asking, self.notices)
        self.bar = TopBar(session, self)
        self.desk = Desk(session, settings, self.theme, self.notices, self.asking, layer)
        self.home = HomePage(session.library, settings, session.today)
        self.welcome = Welcome(session.library)
        self.making = Making(session, self.files, self.asking, self.notices, self.over, self.bar.make)
        self._refresh = single_shot(self, 0, self.refresh_actions)
        self._told_of_conflict = False
        self._lay_out()
        self._wire()
        self._restore()
        self.set_theme(self.theme)
        self.show_home()

    def _lay_out(self) -> None:
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        self.stack = QStackedWidget()
        for page in (self.home, _centred(self.welcome), self.desk):
            self.stack.addWidget(page)
        middle = QWidget()
        middle.setProperty("surface", "background")
        layout = column(middle, gap=0)
        layout.addWidget(self.bar)
        layout.addWidget(self.stack, 1)
        self.setCentralWidget(middle)

    def _wire(self) -> None:
        session, home, bar = self.session, self.home, self.bar
        session.letter_opened.connect(self._follow_letter)
        for changed in (session.letter_changed, session.reviewed, session.saved):
            changed.connect(self._refresh.start)
        session.keeping_failed.connect(self._tell_keeping)
        self.files.unreadable.connect(self.over.show_problems)
        home.letter_made.connect(self.files.start)
        home.letter_asked.connect(self.files.open_path)
        home.example_asked.connect(self.open_example)
        home.browse_asked.connect(self.files.open)
        home.pending_asked.connect(self.recover)
        home.pending_dropped.connect(self.drop_pending)
        self.welcome.introduced.connect(self.introduce)
        bar.menu_asked.connect(self.open_menu)
        bar.search_asked.connect(self.over.open_palette)
        bar.make_asked.connect(self.making.open_card)
        self.making.findings_asked.connect(lambda: self.desk.right.show_tab(FINDINGS))
        self.desk.layout_changed.connect(self._refresh.start)
        self.desk.profile_changed.connect(self.reload_library)

    def set_commands(self, specs: tuple[ActionSpec, ...]) -> None:
        """Makes the menu, the shortcuts and the palette from the table."""
        self.specs = self.over.specs = specs
        self.actions_by_id = make_actions(specs, self)
        self.menu = make_menu(specs, self.actions_by_id, self)
        self.refresh_actions()

    def refresh_actions(self) -> None:
        """Actions and the window's title as things are now."""
        refresh(self.specs, self.actions_by_id)
        letter = self.session.letter
        self.setWindowTitle(f"{self.bar.title.words()}[*] – Raadsbrief" if letter else "Raadsbrief")
        self.setWindowModified(self.session.unsaved)

    def open_menu(self) -> None:
        self.menu.popup(self.bar.menu.mapToGlobal(QPoint(0, self.bar.menu.height() + 4)))

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        QApplication.setPalette(palette(theme))
        self.setStyleSheet(stylesheet(theme))
        self.desk.set_theme(theme)

    def choose_theme(self, choice: str) -> None:
        """`licht`, `donker` or `systeem`."""
        self.settings.put(THEME, choice)
        self.set_theme(chosen_theme(choice))
        self._refresh.start()

    def show_home(self) -> None:
        """The first time the welcome; a letter that is open stays open behind it."""
        if not self.settings.get(WELCOMED):
            self.stack.setCurrentIndex(1)
            self.welcome.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        keeping = self.session.keeping
        self.home.refresh(keeping.pending() if keeping and not self.session.letter else (), datetime.now())
        self.stack.setCurrentWidget(self.home)

    def go_home_for_new(self) -> None:
        self.show_home()
        self.home.new.municipality.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def introduce(self, name: str, cbs: str) -> None:
        """Who the user is, asked once."""
        self.settings.put(NAME, name)
        self.settings.put(MUNICIPALITY, cbs)
        self.settings.put(WELCOMED, True)
        self.home.new.choose_municipality(cbs)
        self.show_home()

    def _follow_letter(self) -> None:
        self._told_of_conflict = False
        if self.session.letter is None:
            self.show_home()
            return
        self.stack.setCurrentWidget(self.desk)
        self.desk.columns.arrange()
        self.desk.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_letter(self) -> None:
        self.files.close()

    def open_example(self, path: Path) -> None:
        """An example as a new letter of the user's own."""
        try:
            letter, _ = open_letter(path, self.session.library)
        except ComposerError as error:
            self.notices.tell(f"Dit voorbeeld kan niet worden geopend: {error.message}.")
            return
        self.files.start(letter.having(id="").with_ids())

    def recover(self, pending: Pending) -> None:
        if self.files.may_leave():
            self.session.recover(pending)
            self.notices.tell("Uw werk is terug. Bewaar de brief om het te houden.", Step("Bewaar", self.files.save))

    def drop_pending(self, pending: Pending) -> None:
        if self.session.keeping:
            self.session.keeping.journal.drop(pending.letter)
        self.show_home()

    def start_letter(self, letter: Letter) -> None:
        self.files.start(letter)

    def reload_library(self) -> None:
        """Reads the library again, as after an answer about the municipality."""
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            library = self._load()
        finally:
            QApplication.restoreOverrideCursor()
        self.session.use_library(library)
        self.home.use_library(library)

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

    def _restore(self) -> None:
        """The window as it was left."""
        get, columns = self.settings.get, self.desk.columns
        self.restoreGeometry(QByteArray(get(GEOMETRY)))
        columns.wanted = {self.desk.left: get(LEFT_SHOWN), self.desk.right: get(RIGHT_SHOWN)}
        columns.set_widths(get(PANELS))
        self.desk.rows.restoreState(QByteArray(get(TIMELINE)))
        self.desk.show_timeline(get(TIMELINE_SHOWN))

    def _remember(self) -> None:
        put, columns = self.settings.put, self.desk.columns
        put(GEOMETRY, bytes(self.saveGeometry().data()))
        put(PANELS, columns.widths())
        put(TIMELINE, bytes(self.desk.rows.saveState().data()))
        put(LEFT_SHOWN, columns.wanted[self.desk.left])
        put(RIGHT_SHOWN, columns.wanted[self.desk.right])
        put(TIMELINE_SHOWN, self.timeline_shown())

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.files.may_leave():
            event.ignore()
            return
        self._remember()
        self.desk.close_down()
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


def _centred(content: QWidget) -> QWidget:
    holder = QWidget()
    holder.setProperty("surface", "background")
    layout = column(holder)
    layout.addStretch(2)
    layout.addWidget(content, 0, Qt.AlignmentFlag.AlignHCenter)
    layout.addStretch(3)
    return holder
