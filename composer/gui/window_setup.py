"""Builds and wires the parts of the window that its first paint does not need: session, desk, dialogs, actions."""

from collections.abc import Callable, Iterator
from pathlib import Path

from composer.check.dictionary import warm
from composer.check.vocabulary import language_folder
from composer.gui.choices.bar import ChoiceBar
from composer.gui.commands import commands
from composer.gui.desk.desk import FINDINGS, Desk
from composer.gui.dialogs import Dialogs
from composer.gui.fact_making import FactMaking
from composer.gui.file_association import FileAssociation
from composer.gui.files import Files
from composer.gui.forms.context import LibraryContext
from composer.gui.home.controller import HomeController
from composer.gui.letter_actions import LetterActions
from composer.gui.making import Making
from composer.gui.overlays import Overlays
from composer.gui.panel_state import restore
from composer.gui.publishing import Publishing
from composer.gui.session import Session
from composer.gui.timing import single_shot
from composer.gui.window import Window
from composer.library.library import Library

AT_REST = 500
"""Milliseconds without a key."""


def set_up_window(window: Window, session: Session, load: Callable[[], Library], layer: Path) -> Iterator[None]:
    """Builds the window in steps; `layer` is the user's own layer of the library that `load` reads.

    They are set on the window all at once at the end, since half of them could open a letter and not show it.
    """
    settings, notices = window.settings, window.notices
    over, dialogs = Overlays(window), Dialogs(window)
    files = Files(session, settings, dialogs, notices)
    yield
    desk = Desk(session, settings, window.theme, notices, dialogs, layer)
    yield
    session.setParent(window)
    window.session, window.load, window.layer = session, load, layer
    window.over, window.dialogs, window.files, window.desk = over, dialogs, files, desk
    _put_in(window)
    _wire_session(window)
    _wire_desk(window)
    window.set_commands(commands(window))
    window.reception.take_over()
    _warm_at_rest(window)


def _put_in(window: Window) -> None:
    session, settings, files = window.session, window.settings, window.files
    notices, dialogs, over = window.notices, window.dialogs, window.over
    window.reception = HomeController(session, settings, files, notices, window.home, window.lately)
    window.double_click = FileAssociation(settings, notices)
    window.beside = LetterActions(session, settings, files, dialogs, notices, over)
    window.publishing = Publishing(session, settings, dialogs, notices, over)
    window.context = LibraryContext(session, settings, notices, dialogs, window.layer, lambda: window.theme)
    window.fact_making = FactMaking(lambda: window.office, window.desk.facts)
    window.making = Making(session, files, dialogs, notices, over, window.bar.make)
    window.bar.follow_session(session, ChoiceBar(session, window))
    window.stack.addWidget(window.desk)
    window.desk.set_theme(window.theme)
    restore(window.desk, settings)


def _warm_at_rest(window: Window) -> None:
    """Reads the dictionary when the user is idle, since that blocks for a quarter of a second."""
    warming = single_shot(window, AT_REST, lambda: warm(language_folder()))
    window.home.new.municipality.textEdited.connect(warming.start)
    warming.start()


def _wire_session(window: Window) -> None:
    session = window.session
    session.letter_opened.connect(window.follow_letter)
    for changed in (session.letter_changed, session.reviewed, session.saved):
        changed.connect(window.refresh_soon)
    session.saved.connect(window.double_click.offer_soon)
    session.autosave_failed.connect(window.tell_keeping)
    session.refused.connect(window.notices.tell)
    window.double_click.changed.connect(window.refresh_soon)
    window.files.unreadable.connect(window.over.show_problems)
    window.reception.page_changed.connect(window.show_page)
    window.reception.left.connect(window.follow_letter)


def _wire_desk(window: Window) -> None:
    desk = window.desk
    window.making.findings_requested.connect(lambda: desk.right.show_tab(FINDINGS))
    desk.layout_changed.connect(window.refresh_soon)
    desk.profile_changed.connect(window.reload_library)
    desk.facts.fact_wanted.connect(window.fact_making.begin)
    desk.attachments.promises.register_requested.connect(window.beside.open_register)
