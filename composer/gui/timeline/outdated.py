"""The list beside the timeline of pieces that are outdated on the reference date, with their replacements."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from composer.domain.dutch import capitalised, counted, day_in_words
from composer.gui.elements import Button, ElidedLabel, clear, column, row, scrolled, show_parts, text
from composer.gui.notices import announce
from composer.gui.session import Session
from composer.work.following.outdated import Outdated, all_replaced, outdated
from composer.work.writing.availability import replaced

WIDTH, BESIDE = 340, 108
"""Pixels, and those of them that a title does not get."""
RIGHT = "Versleep de streep en u ziet wat er dan niet meer klopt."


class OutdatedList(QWidget):
    """Always as wide, so that the timeline stays in its place while the line is dragged."""

    piece_requested = Signal(str)
    other_requested = Signal(str)
    """A piece for which the user wants to choose another passage."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._found: tuple[Outdated, ...] | None = None
        self.setFixedWidth(WIDTH)
        self.head = text("", "caption")
        self.all = Button("Vervang alle", "link", self.replace_all)
        self._inside = QWidget()
        self._inside.setProperty("surface", "panel")
        self._list = column(self._inside, margins=(0, 0, 4, 4), gap=2)
        self.area = scrolled(self._inside, "Stukken die op de peildatum niet kloppen")
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        top = row()
        top.addWidget(self.head, 1)
        top.addWidget(self.all)
        top.setContentsMargins(0, 0, 12, 0)
        layout = column(self, margins=(16, 9, 8, 0), gap=2)
        layout.addLayout(top)
        layout.addWidget(self.area, 1)
        session.settled.connect(self.follow)
        session.library_changed.connect(self._forget)

    @property
    def found(self) -> tuple[Outdated, ...]:
        return self._found or ()

    def _forget(self) -> None:
        self._found = None

    def follow(self) -> None:
        """What is not right in the letter as it is now; left alone while that stays the same."""
        session, review = self._session, self._session.review
        if review is None:
            return
        found = outdated(review, session.rendering, session.library, session.today)
        self.head.setText(_head(len(found)))
        self.head.setAccessibleName(f"{self.head.text()} op {day_in_words(review.letter.reference_date)}")
        if found == self._found:
            return
        if self._found is not None and len(found) != len(self._found):
            announce(self, self.head.accessibleName())
        self._found = found
        self._fill(found)

    def _fill(self, found: tuple[Outdated, ...]) -> None:
        clear(self._list)
        many = sum(each.instead is not None for each in found)
        self.all.setVisible(many > 1)
        self.all.setText(f"Vervang alle {many}")
        for each in found:
            self._list.addWidget(self._row(each))
        if not found:
            self._list.addWidget(text(RIGHT, "small", wrap=True))
        self._list.addStretch(1)
        show_parts(self._list)

    def _row(self, each: Outdated) -> QWidget:
        holder = QWidget()
        layout = row(holder, gap=8)
        words = column(gap=0)
        title = Button("", "row-link", lambda: self.piece_requested.emit(each.piece))
        title.setAccessibleName(f"Toon in de brief: {each.title}")
        title.setToolTip(f"{each.title}\n{each.reason}")
        title.ensurePolished()
        title.setText(title.fontMetrics().elidedText(each.title, Qt.TextElideMode.ElideRight, WIDTH - BESIDE))
        words.addWidget(title)
        words.addWidget(ElidedLabel(f"→ {each.instead.title}" if each.instead else each.reason, "small"))
        layout.addLayout(words, 1)
        layout.addWidget(self._button(each), 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _button(self, each: Outdated) -> Button:
        if each.instead is None:
            button = Button("Kies…", "link", lambda: self.other_requested.emit(each.piece))
            button.setAccessibleName(f"Kies een andere tekst voor {each.title}")
            return button
        button = Button("Vervang", "link", lambda: self.replace(each))
        button.setAccessibleName(f"Vervang {each.title} door {each.instead.title}")
        return button

    def replace(self, each: Outdated) -> None:
        """Puts the passage that is proposed in the place of a piece."""
        letter = self._session.changeable()
        if letter and letter.piece(each.piece) and each.instead:
            self._session.change(replaced(letter, each.piece, each.instead.id), "tekstblok vervangen")
            self._session.review_now()

    def why_nothing(self) -> str | None:
        """What stands in the way of replacing all."""
        return None if any(each.instead for each in self.found) else "Er is niets dat vervangen kan worden"

    def replace_all(self) -> None:
        """Every passage that is proposed, as one step."""
        if letter := self._session.changeable():
            self._session.change(all_replaced(letter, self.found), "verouderde stukken vervangen")
            self._session.review_now()


def _head(count: int) -> str:
    if not count:
        return "Alles klopt"
    return capitalised(counted(count, "stuk klopt niet meer", "stukken kloppen niet meer"))
