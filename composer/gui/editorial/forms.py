"""The form that somebody works on in the library: one at a time, and never lost when it is left unsaved."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from composer.domain.dutch import as_sentence
from composer.domain.errors import ComposerError
from composer.domain.revision import Item
from composer.gui.editorial.library_page import LibraryPage
from composer.gui.forms.context import LibraryContext
from composer.gui.forms.page import FormPage
from composer.gui.notices import NoticeAction

Then = Callable[[Item | None, str], object]
"""What follows on a form: it gets what was saved with words for it, or None when the form was left."""


class Forms(QObject):
    page_changed = Signal(object)
    left = Signal()
    """Back to the letter or home."""
    kept = Signal(object, str, bool)
    """What was saved (None for a profile), words for a notice, and whether that is still to be shown."""

    def __init__(self, context: LibraryContext, room: LibraryPage) -> None:
        super().__init__(room)
        self.context, self.room = context, room
        self._then: Then | None = None
        room.form_left.connect(self.leave)

    def open(self, make: Callable[[], FormPage], then: Then | None = None) -> None:
        """Unless something else is being worked on that is not saved; `then` leads back to where the user came from."""
        form = self.room.form
        if form is not None and form.unsaved:
            self._ask_about(form, lambda: self.open(make, then))
            return
        try:
            opened = make()
        except ComposerError as error:
            self.context.notices.tell(
                as_sentence(f"{error.path.name} {error.message}" if error.path else error.message)
            )
            return
        self._then = then
        opened.kept.connect(self._kept)
        opened.left.connect(self.leave)
        self.page_changed.emit(self.room)
        self.room.open_form(opened)

    def _ask_about(self, form: FormPage, then: Callable[[], object]) -> None:
        self.page_changed.emit(self.room)
        self.context.notices.tell(
            f"U bent nog bezig met “{form.heading.lower()}”.",
            NoticeAction("Ga daarmee verder", self.room.show_form),
            NoticeAction("Laat dat vervallen", lambda: self._drop_and(then)),
        )

    def _drop_and(self, then: Callable[[], object]) -> None:
        self.room.drop_form()
        self.room.hide_form()
        then()

    def leave(self) -> None:
        """Back to the tabs, or to where the user came from; work that is not saved stays within reach."""
        form = self.room.form
        unsaved = form is not None and form.unsaved
        if not unsaved:
            self.room.drop_form()
        self.room.hide_form()
        self._go_back(None, "")
        if unsaved:
            self.context.notices.tell("Dit is nog niet bewaard.", NoticeAction("Ga ermee verder", self._go_on))

    def _go_on(self) -> None:
        self.page_changed.emit(self.room)
        self.room.show_form()

    def _go_back(self, item: Item | None, words: str) -> None:
        if self._then is not None:
            self.left.emit()
            self._then(item, words)

    def _kept(self, item: Item | None, words: str) -> None:
        self.room.drop_form()
        self.room.hide_form()
        self.kept.emit(item, words, self._then is None)
        self._go_back(item, words)

    def may_leave(self) -> bool:
        """Whether what is being filled in may go; asks when it is not saved."""
        form = self.room.form
        if form is None or not form.unsaved:
            return True
        match self.context.dialogs.before_leaving(form.heading):
            case "bewaren":
                return form.save()
            case "niet bewaren":
                return True
            case _:
                return False
