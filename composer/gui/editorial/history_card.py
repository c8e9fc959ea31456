"""The history of a text: who did what when and why, what was different, and putting an earlier version back."""

from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QScrollArea, QWidget

from composer.domain.dutch import capitalised
from composer.domain.revision import ACT_LABELS
from composer.gui.diff_view import diff_html, diff_speech
from composer.gui.elements import Button, ElidedLabel, Hint, WrappedLabel, clear, column, line, row, scrolled, text
from composer.gui.theme import Theme
from composer.library.history import History, HistoryEntry
from composer.library.library import Library
from composer.work.editorial.review_case import words_to_read
from composer.work.editorial.wording import difference
from composer.work.program.recent_letters import moment_in_words
from composer.work.writing.diff import DiffSpan

SIZE = QSize(860, 560)


class HistoryCard(QWidget):
    restore_requested = Signal(str)
    """The name of the event whose version is to be put back."""

    def __init__(self, name: str, past: History, present: str, library: Library, theme: Theme) -> None:
        """`present` is the text as it stands there now."""
        super().__init__()
        self._past, self._present, self._library, self._theme = past, present, library, theme
        self._group = QButtonGroup(self)
        layout = column(self, margins=(24, 18, 24, 16), gap=8)
        layout.addWidget(text("Geschiedenis", "title"))
        layout.addWidget(text(name, "secondary", wrap=True))
        for problem in past.problems:
            layout.addWidget(text(problem.message, "wrong", wrap=True))
        body = row(gap=16)
        body.addWidget(self._events(), 2)
        body.addWidget(line(upright=True))
        body.addWidget(self._shown(), 3)
        layout.addLayout(body, 1)
        buttons = self.buttons()
        if buttons:
            buttons[0].click()
            self.setFocusProxy(buttons[0])

    def sizeHint(self) -> QSize:
        return SIZE

    def _events(self) -> QScrollArea:
        inside = QWidget()
        inside.setProperty("surface", "clear")
        layout = column(inside, margins=(0, 0, 8, 0), gap=2)
        for recorded in reversed(self._past.entries):
            layout.addWidget(self._event(recorded))
        if not self._past.entries:
            layout.addWidget(Hint("Hier is nog niets mee gebeurd sinds het er staat."))
        layout.addStretch(1)
        return scrolled(inside, "Wat er gebeurde", across=False)

    def _event(self, recorded: HistoryEntry) -> Button:
        revision = recorded.revision
        when = moment_in_words(revision.when.astimezone(), datetime.now().astimezone())
        button = Button("", "row", lambda: self._show(recorded))
        button.setCheckable(True)
        self._group.addButton(button)
        words, beneath = (
            capitalised(ACT_LABELS[revision.act]),
            " · ".join(part for part in (revision.who, when) if part),
        )
        button.setAccessibleName(f"{words}, {beneath}. {revision.why}".strip())
        inside = column(button, margins=(12, 7, 12, 7), gap=1)
        lines = [ElidedLabel(words), ElidedLabel(beneath, "small")]
        lines += [ElidedLabel(revision.why, "secondary")] if revision.why else []
        for part in lines:
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            inside.addWidget(part)
        button.setMinimumHeight(18 + 20 * len(lines))
        return button

    def buttons(self) -> list[Button]:
        """The events, the last one first."""
        return [button for button in self._group.buttons() if isinstance(button, Button)]

    def _shown(self) -> QWidget:
        inside = QWidget()
        inside.setProperty("surface", "clear")
        self._body = column(inside, margins=(0, 4, 8, 0), gap=8)
        return scrolled(inside, "De versie", across=False)

    def _show(self, recorded: HistoryEntry) -> None:
        """What has become otherwise since, and the way back."""
        clear(self._body)
        item = self._past.item
        before, after = words_to_read(item, recorded.revision.text), words_to_read(item, self._present)
        spans = [DiffSpan(held.kept, held.shown) for held in difference(before, after, self._library)]
        same = all(stretch.change == "gelijk" for stretch in spans)
        told = (
            "Dit is de tekst zoals hij er nu staat."
            if same
            else "Doorgehaald stond er toen; onderstreept kwam er later bij."
        )
        self._body.addWidget(text(told, "small", wrap=True))
        label = WrappedLabel(diff_html(spans, self._theme))
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setAccessibleName(diff_speech(spans))
        self._body.addWidget(label)
        if not same:
            button = Button("Zet deze versie terug", "", lambda: self.restore_requested.emit(recorded.name))
            self._body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._body.addStretch(1)
