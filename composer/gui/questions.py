"""The tab with what the council may ask: what the letter leaves open, with passages that say it, and what it answers."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from composer.domain.snippet import Snippet
from composer.gui.elements import (
    Button,
    ElidedLabel,
    Hint,
    clear,
    column,
    line,
    row,
    scrolled,
    show_parts,
    sign_mark,
    text,
)
from composer.gui.session import Session
from composer.work.following.questions import Question, in_lines, open_line, questions
from composer.work.writing.availability import PassageAvailability, added

NONE = "Bij deze soort brief horen nog geen vragen. De redactie schrijft ze bij de onderwerpen van het dossier."
WRITE = "Hier past nu geen tekstblok bij. Schrijf zelf een zin, of houd het antwoord bij de hand."
COPIED = "De vragen zijn gekopieerd, met wat erop te antwoorden is. Plak ze waar u wilt."
SIGNS = {False: ("?", "waarschuwing", "Niet in de brief"), True: ("✓", "goed", "Staat in de brief")}
"""By whether it is answered the sign, its kind, and what it means for who does not see its colour."""


class Asked(QWidget):
    """One question, with what is known and what can be done."""

    piece_requested = Signal(str)
    place_requested = Signal(str)
    wanted = Signal(object)
    """A passage that the letter is to have."""

    def __init__(self, question: Question) -> None:
        super().__init__()
        self.question = question
        sign, kind, meaning = SIGNS[bool(question.pieces)]
        layout = row(self, margins=(16, 14, 16, 12), gap=10)
        layout.addWidget(sign_mark(sign, kind, meaning), 0, Qt.AlignmentFlag.AlignTop)
        words = column(gap=2)
        words.addWidget(text(question.words, "heading", wrap=True))
        self._add_answer(words)
        words.addLayout(self._links())
        layout.addLayout(words, 1)
        self.setAccessibleName(f"{meaning}. {question.words}")

    def _add_answer(self, words: QVBoxLayout) -> None:
        if self.question.answer:
            words.addWidget(text(self.question.answer.statement, "secondary", wrap=True))
        for snippet in self.question.offers:
            words.addLayout(self._offered(snippet))
        if not self.question.pieces and not self.question.offers:
            words.addWidget(text(WRITE, "small", wrap=True))

    def _offered(self, snippet: Snippet) -> QHBoxLayout:
        layout = row(gap=12)
        layout.addWidget(ElidedLabel(snippet.title, "small"), 1)
        layout.addWidget(_link("Voeg toe", snippet.title, lambda: self.wanted.emit(snippet)))
        return layout

    def _links(self) -> QHBoxLayout:
        pieces, fact, words = self.question.pieces, self.question.answer, self.question.words
        links = row(margins=(0, 2, 0, 0), gap=14)
        if pieces:
            links.addWidget(_link("Ga naar de tekst", words, lambda: self.piece_requested.emit(pieces[0])))
        if fact:
            links.addWidget(_link("Toon vindplaats", words, lambda: self.place_requested.emit(fact.id)))
        links.addStretch(1)
        return links


def _link(words: str, about: str, run: Callable[[], object]) -> Button:
    made = Button(words, "link", run)
    made.setAccessibleName(f"{words}: {about}")
    return made


class QuestionPanel(QWidget):
    """Follows the letter while it is in sight."""

    piece_requested = Signal(str)
    place_requested = Signal(str)
    told = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._offer: PassageAvailability | None = None
        self._shown: tuple[Question, ...] | None = None
        self.count = text("", "secondary", wrap=True)
        self.copying = Button("Kopieer", "link", self.copy)
        self.copying.setAccessibleName("Kopieer de vragen en antwoorden")
        self.hint = Hint(NONE)
        self._lay_out()
        session.settled.connect(self._follow_in_sight)

    def _lay_out(self) -> None:
        self._inside = QWidget()
        self._inside.setProperty("surface", "panel")
        self._list = column(self._inside, margins=(0, 0, 0, 16), gap=0)
        self.area = scrolled(self._inside, "Vragen van de raad")
        head = row(margins=(16, 14, 28, 6), gap=12)
        head.addWidget(self.count, 1)
        head.addWidget(self.copying, 0, Qt.AlignmentFlag.AlignTop)
        none = column(margins=(16, 0, 16, 0))
        none.addWidget(self.hint)
        layout = column(self, gap=0)
        layout.addLayout(head)
        layout.addLayout(none)
        layout.addWidget(self.area, 1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.follow()

    def _follow_in_sight(self) -> None:
        if self.isVisible():
            self.follow()

    def questions(self) -> list[Asked]:
        return [found for found in self._inside.findChildren(Asked) if not found.isHidden()]

    def follow(self) -> None:
        """What may be asked of the letter as it is now; left alone while that stays the same."""
        session, review = self._session, self._session.review
        if review is None:
            return
        before = self._offer or PassageAvailability(review.letter, session.rendering, session.library)
        self._offer = before.after(review.letter, session.rendering, session.library)
        found = questions(review, self._offer)
        if found != self._shown:
            self._shown = found
            self._fill(found)

    def _fill(self, found: tuple[Question, ...]) -> None:
        place = self.area.verticalScrollBar().value()
        clear(self._list)
        self.count.setText(open_line(found))
        self.count.setVisible(bool(found))
        self.copying.setVisible(bool(found))
        self.hint.setVisible(not found)
        for question in found:
            self._list.addWidget(self._made(question))
            self._list.addWidget(line())
        self._list.addStretch(1)
        show_parts(self._list)
        self.area.verticalScrollBar().setValue(place)

    def _made(self, question: Question) -> Asked:
        made = Asked(question)
        made.piece_requested.connect(self.piece_requested)
        made.place_requested.connect(self.place_requested)
        made.wanted.connect(self._add)
        return made

    def _add(self, snippet: Snippet) -> None:
        """Puts the passage at the end of the section that fits it, and shows it there."""
        letter = self._session.changeable()
        if letter is None or self._offer is None:
            return
        before = {piece.id for piece in letter.pieces()}
        self._session.change(added(letter, self._offer.template, snippet), "tekstblok invoegen")
        self._session.review_now()
        changed = self._session.letter or letter
        self.piece_requested.emit(next(piece.id for piece in changed.pieces() if piece.id not in before))

    def copy(self) -> None:
        """For who answers in the council: each question with what can be said."""
        QGuiApplication.clipboard().setText(in_lines(self._shown or ()))
        self.told.emit(COPIED)
