"""A page with a form: what is filled in, what it comes to beside it, and saving below it."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QScrollArea, QSplitter, QWidget

from composer.domain.dutch import as_sentence, counted, plural
from composer.domain.errors import ComposerError
from composer.domain.revision import Item
from composer.gui.elements import Button, column, ground, line, row, scrolled, text
from composer.gui.forms.context import LibraryContext
from composer.gui.forms.parts import Group
from composer.gui.notices import announce
from composer.gui.settings import NAME
from composer.gui.theme import Theme
from composer.gui.timing import single_shot
from composer.library.yaml import Location
from composer.work.editorial.drafting import Mistake
from composer.work.editorial.inventory import NamedLayer

WIDEST = 760
BESIDE = 420
LOOK_DELAY = 500
"""Milliseconds after the last change before what stands beside a form follows."""


class FormPage(QWidget):
    """`kept` tells what was saved: its item (None for a profile) and words for a notice."""

    kept = Signal(object, str)
    left = Signal()
    kind = "gegeven"
    """What it is, for people."""

    def __init__(self, context: LibraryContext, form: Group, heading: str, about: str, layer: NamedLayer) -> None:
        super().__init__()
        self.context, self.form, self.heading, self.layer = context, form, heading, layer
        ground(self, "panel")
        self._was: Any = None
        self.told = text("", "wrong", wrap=True)
        self.told.hide()
        self.who = QLineEdit()
        self.why = QLineEdit()
        self._lay_out(about)
        self._later = single_shot(self, LOOK_DELAY, self.look)
        form.changed.connect(self._later.start)

    def _lay_out(self, about: str) -> None:
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(1)
        self.split.addWidget(self._scrolled(about))
        layout = column(self, gap=0)
        layout.addWidget(self.split, 1)
        layout.addWidget(line())
        layout.addWidget(self._foot())

    def _scrolled(self, about: str) -> QScrollArea:
        inside = QWidget()
        inside.setProperty("surface", "panel")
        middle = row(inside, margins=(24, 20, 24, 24), gap=0)
        holder = QWidget()
        holder.setMaximumWidth(WIDEST)
        layout = column(holder, gap=12)
        layout.addWidget(text(self.heading, "page", wrap=True))
        if about:
            layout.addWidget(text(about, "secondary", wrap=True))
        layout.addWidget(self.form)
        layout.addStretch(1)
        middle.addWidget(holder, 30)
        middle.addStretch(1)
        area = scrolled(inside, self.heading)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setMinimumWidth(380)
        self._area = area
        return area

    def set_beside(self, beside: QWidget) -> None:
        """What it comes to, at the right."""
        beside.setMinimumWidth(280)
        self.split.addWidget(beside)
        self.split.setStretchFactor(0, 1)
        self.split.setSizes([WIDEST, BESIDE])

    def _foot(self) -> QWidget:
        foot = QWidget()
        ground(foot, "panel")
        layout = column(foot, margins=(24, 10, 24, 10), gap=6)
        layout.addWidget(self.told)
        tools = row(gap=8)
        for field, name in ((self.who, "Uw naam"), (self.why, "Wat is er anders, en waarom? (mag leeg)")):
            field.setPlaceholderText(name)
            field.setAccessibleName(name)
            tools.addWidget(field, 1)
        self.who.setVisible(not self.context.settings.get(NAME))
        self.who.setMaximumWidth(200)
        self.tools = tools
        tools.addWidget(Button("Sluit", "", self.left.emit))
        self.offer_button = Button("Bewaar en bied aan", "", lambda: self.save(offering=True))
        self.offer_button.setToolTip("Bewaart, en zet het in de rij van wat beoordeeld moet worden")
        tools.addWidget(self.offer_button)
        self.save_button = Button("Bewaar", "primary", self.save)
        tools.addWidget(self.save_button)
        layout.addLayout(tools)
        return foot

    def begin(self, record: Any) -> None:
        """Shows what there is; from here on it counts what is changed."""
        self.form.set_value(record)
        self.form.clear_mistakes()
        self._was = self.form.value()
        self.look()

    @property
    def unsaved(self) -> bool:
        return self.form.value() != self._was

    def look(self) -> None:
        """What stands beside the form follows, at once."""
        self._later.stop()
        self.follow()

    def follow(self) -> None:
        """Shows what it comes to, where a form has something beside it."""

    def save(self, *, offering: bool = False) -> bool:
        """Saves when nothing is wrong with it; otherwise says at each field what to do."""
        self.form.clear_mistakes()
        self.told.hide()
        if self.who.text().strip():
            self.context.settings.put(NAME, self.who.text().strip())
        try:
            return self.keep(offering=offering)
        except ComposerError as error:
            self.tell(f"Het is niet bewaard: {error.message}.")
            return False

    def keep(self, *, offering: bool) -> bool:
        """Looks it over and writes it; raises ComposerError when that cannot be done."""
        raise NotImplementedError

    def tell(self, words: str) -> None:
        """What stands in the way of saving, above the buttons."""
        self.told.setText(as_sentence(words))
        self.told.show()
        announce(self, words)

    def show_mistakes(self, mistakes: tuple[Mistake, ...]) -> None:
        """Each at its field; the first one comes into sight."""
        for mistake in mistakes:
            self.form.tell(mistake.place, mistake.message, empty=mistake.empty)
        shown = self.form.mistakes()
        count = len(mistakes)
        self.tell(f"Er {plural(count, 'is', 'zijn')} nog {counted(count, 'ding', 'dingen')} te doen")
        if shown:
            self.in_view(shown[0])
            holder = shown[0].parentWidget()
            if holder is not None:
                holder.setFocus(Qt.FocusReason.OtherFocusReason)

    def in_view(self, part: QWidget) -> None:
        """Scrolls to a part of the form."""
        self._area.ensureWidgetVisible(part, 0, 80)

    def settled(self, item: Item | None, words: str) -> None:
        """It is saved."""
        self._was = self.form.value()
        self.kept.emit(item, words)

    def places(self) -> list[Location]:
        return list(self.form.places())

    def set_theme(self, theme: Theme) -> None:
        """Colours of its own, where a form has them."""

    def close_down(self) -> None:
        """Ends what works beside the window."""
