"""A letter that came back from Word, piece by piece: what was done to it, and taking over what the user wants."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from composer.domain.dutch import as_sentence, capitalised, counted
from composer.domain.template import Template
from composer.gui.diff_view import diff_html, diff_speech
from composer.gui.elements import (
    Button,
    Hint,
    WrappedLabel,
    clear,
    column,
    ground,
    line,
    row,
    scrolled,
    set_kind,
    surface,
    text,
)
from composer.gui.form_controls import CheckBox
from composer.gui.theme import Theme
from composer.intake.returned_word import Comment
from composer.work.returned.result import Back, Outcome, Outside, Returned

WIDTH = 860
OUTCOMES: dict[Outcome, tuple[str, str]] = {
    "ongewijzigd": ("Ongewijzigd", "good"),
    "gewijzigd": ("Gewijzigd", "notice"),
    "verwijderd": ("Verwijderd", "notice"),
    "toegevoegd": ("Toegevoegd", "notice"),
}


class ReturnedPage(QWidget):
    left = Signal()
    taken = Signal(object, object)
    """The keys of the pieces, and the texts of the template (Outside), that are to be taken over."""

    def __init__(self) -> None:
        super().__init__()
        ground(self, "background")
        self.ticks: dict[str, CheckBox] = {}
        self.fields: list[tuple[CheckBox, Outside]] = []
        self.heading, self.told = text("", "page", wrap=True), text("", "secondary", wrap=True)
        self.unchanged = CheckBox("Toon ook wat gelijk bleef")
        self.unchanged.toggled.connect(self._show_unchanged)
        self._same: list[QWidget] = []
        self._pieces: QVBoxLayout = column(gap=10)
        self._lay_out()

    def _lay_out(self) -> None:
        whole = QWidget()
        whole.setProperty("surface", "background")
        inside = QWidget()
        inside.setMaximumWidth(WIDTH)
        layout = column(inside, margins=(24, 20, 24, 24), gap=10)
        for part in (self.heading, self.told, self.unchanged):
            layout.addWidget(part)
        layout.addLayout(self._pieces)
        layout.addStretch(1)
        middle = row(whole, gap=0)
        middle.addStretch(1)
        middle.addWidget(inside, 30)
        middle.addStretch(1)
        area = scrolled(whole, "Wat er terugkwam", across=False)
        page = column(self, gap=0)
        page.addWidget(area, 1)
        page.addWidget(line())
        page.addWidget(self._foot())

    def _foot(self) -> QWidget:
        foot = QWidget()
        ground(foot, "panel")
        tools = row(foot, margins=(24, 10, 24, 10), gap=8)
        self.counted = text("", "secondary")
        tools.addWidget(self.counted, 1)
        tools.addWidget(Button("Terug naar de brief", "", self.left.emit))
        self.take = Button("Neem over wat is aangevinkt", "primary", self._take)
        tools.addWidget(self.take)
        return foot

    def show_returned(self, name: str, returned: Returned, template: Template, theme: Theme) -> None:
        clear(self._pieces)
        self.ticks.clear()
        self.fields.clear()
        self._same.clear()
        self.heading.setText(f"{name} kwam terug")
        self.told.setText(_summary(returned))
        for back in returned.pieces:
            self._pieces.addWidget(self._piece(back, template, theme))
        for outside in returned.outside:
            self._pieces.addWidget(self._outside(outside, theme))
        loose = list(returned.comments)
        if loose:
            self._pieces.addWidget(self._loose(loose))
        if not (returned.pieces or returned.outside):
            self._pieces.addWidget(Hint("In dit document is geen stuk van deze brief herkend."))
        self._show_unchanged(self.unchanged.isChecked())
        self._count()

    def _piece(self, back: Back, template: Template, theme: Theme) -> QWidget:
        card = surface("card")
        layout = column(card, margins=(16, 12, 16, 12), gap=6)
        head = row(gap=8)
        head.addWidget(text(_place(back, template), "small"), 1)
        if back.moved:
            head.addWidget(text("Verplaatst", "chip"))
        words, kind = OUTCOMES[back.outcome]
        chip = text(words, "chip")
        set_kind(chip, kind)
        head.addWidget(chip)
        layout.addLayout(head)
        layout.addWidget(_words(back, theme))
        for part in _beneath(back):
            layout.addWidget(part)
        if back.outcome == "ongewijzigd" and not back.moved:
            self._same.append(card)
        else:
            layout.addWidget(self._tick(back))
        return card

    def _tick(self, back: Back) -> QWidget:
        stuck = back.outcome == "gewijzigd" and back.lines is None
        tick = CheckBox("Neem over")
        tick.setAccessibleName(f"Neem over: {back.words[:60] or back.before[:60]}")
        tick.setChecked(not stuck and not back.doubts)
        tick.setEnabled(not stuck)
        tick.toggled.connect(self._count)
        self.ticks[back.key] = tick
        return tick

    def _outside(self, outside: Outside, theme: Theme) -> QWidget:
        """A text of the template: a field can be filled, the rest is only told."""
        card = surface("card")
        layout = column(card, margins=(16, 12, 16, 12), gap=6)
        layout.addWidget(text("Vaste tekst van de brief", "small"))
        layout.addWidget(text(f"“{outside.before}” werd “{outside.words}”.", "", wrap=True))
        if outside.field:
            tick = CheckBox(f"Vul het veld in met “{outside.value}”")
            tick.setChecked(True)
            tick.toggled.connect(self._count)
            self.fields.append((tick, outside))
            layout.addWidget(tick)
        else:
            layout.addWidget(
                text("Dit staat in het sjabloon; pas het daar aan als het altijd zo moet.", "small", wrap=True)
            )
        return card

    def _loose(self, comments: list[Comment]) -> QWidget:
        card = surface("card")
        layout = column(card, margins=(16, 12, 16, 12), gap=6)
        layout.addWidget(text("Opmerkingen bij de brief", "caption"))
        for comment in comments:
            layout.addWidget(_comment(comment))
        return card

    def _show_unchanged(self, shown: bool) -> None:
        for card in self._same:
            card.setVisible(shown)

    def chosen(self) -> list[str]:
        return [key for key, tick in self.ticks.items() if tick.isChecked()]

    def _count(self) -> None:
        count = len(self.chosen()) + sum(tick.isChecked() for tick, _ in self.fields)
        self.counted.setText(f"{count} aangevinkt" if count else "Niets aangevinkt")
        self.take.setEnabled(count > 0)

    def _take(self) -> None:
        self.taken.emit(self.chosen(), [outside for tick, outside in self.fields if tick.isChecked()])


def _place(back: Back, template: Template) -> str:
    section = template.section(back.section)
    heading = section.heading if section and section.heading and "{" not in section.heading else back.section
    return heading.replace("_", " ").capitalize()


def _words(back: Back, theme: Theme) -> QWidget:
    spans = back.difference
    label = WrappedLabel(diff_html(spans, theme))
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setAccessibleName(diff_speech(spans))
    return label


def _beneath(back: Back) -> Iterator[QWidget]:
    """Who tracked what, what readers remarked, and what the user should look at."""
    people = sorted({change.tracked.author for change in back.tracked if change.tracked.author})
    if people:
        yield text(f"Met wijzigingen bijhouden, door {', '.join(people)}", "small", wrap=True)
    for comment in back.comments:
        yield _comment(comment)
    for doubt in back.doubts:
        yield text(as_sentence(doubt), "notice", wrap=True)


def _comment(comment: Comment) -> QWidget:
    about = f" bij “{comment.about[:60]}”" if comment.about else ""
    return text(f"{comment.author or 'Iemand'}{about}: {comment.text}", "secondary", wrap=True)


def _summary(returned: Returned) -> str:
    changed = len(returned.changed)
    same = len(returned.pieces) - changed
    remarks = len(returned.comments) + sum(len(back.comments) for back in returned.pieces)
    told = [
        capitalised(counted(changed, "stuk is anders", "stukken zijn anders")) if changed else "Niets is gewijzigd",
        f"{same} bleven gelijk",
    ]
    told += (
        [counted(len(returned.outside), "vaste tekst is anders", "vaste teksten zijn anders")]
        if returned.outside
        else []
    )
    told += [counted(remarks, "opmerking", "opmerkingen")] if remarks else []
    told += [f"{returned.pictures} afbeeldingen, die kan een brief niet overnemen"] if returned.pictures else []
    return ", ".join(told) + "."
