"""What a library that came in would bring: how much is new, and both sides of what differs."""

from pathlib import PurePosixPath

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from composer.gui.diff_view import diff_html, diff_speech, with_context
from composer.gui.elements import Button, WrappedLabel, column, ground, row, surface, text
from composer.gui.form_controls import CheckBox
from composer.gui.theme import Theme
from composer.library.library import Library
from composer.library.merging import Merge, MergeItem
from composer.work.editorial.sharing import difference

MOST = 30
BOTH = "Dit verschilt. Doorgehaald is van u, onderstreept van hen. Wat u niet aanvinkt, blijft zoals het is."


class MergeCard(QFrame):
    wanted = Signal(object)
    """What differs and is to be taken of theirs."""
    dropped = Signal()

    def __init__(self, name: str, plan: Merge, library: Library, theme: Theme) -> None:
        super().__init__()
        self.name, self._plan, self._library = name, plan, library
        self.ticks: dict[str, CheckBox] = {}
        ground(self, "card")
        layout = column(self, margins=(20, 16, 20, 14), gap=10)
        layout.addWidget(text(f"Uit {name}", "heading"))
        layout.addWidget(text(_counted(plan), "", wrap=True))
        differing = plan.of("verschil")
        if differing:
            layout.addWidget(text(BOTH, "secondary", wrap=True))
        for item in differing[:MOST]:
            layout.addWidget(self._differing(item, theme))
        tools = row(gap=8)
        tools.addStretch(1)
        tools.addWidget(Button("Laat maar", "", self.dropped.emit))
        tools.addWidget(Button("Voer uit", "primary", lambda: self.wanted.emit(self.taken())))
        layout.addLayout(tools)

    def _differing(self, item: MergeItem, theme: Theme) -> QWidget:
        """Both sides in one text, and whether theirs is to take the place of ours."""
        holder = surface("card")
        layout = column(holder, margins=(14, 10, 14, 12), gap=6)
        tick = CheckBox(f"Neem die van hen: {self._title(item)}")
        self.ticks[item.label] = tick
        layout.addWidget(tick)
        spans = tuple(with_context(difference(item)))
        label = WrappedLabel(diff_html(spans, theme) or "Dit is geen tekst; bekijk beide bestanden zelf.")
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setAccessibleName(diff_speech(spans))
        layout.addWidget(label)
        return holder

    def _title(self, item: MergeItem) -> str:
        """As the library knows it, else its file."""
        library, name = self._library, item.key or PurePosixPath(item.name).stem
        titled = library.snippets.get(name) or library.templates.get(name) or library.sources.get(name)
        fact = library.facts.get(name)
        return titled.title if titled else fact.statement if fact else item.label

    def taken(self) -> list[MergeItem]:
        """What differs and was ticked."""
        ticked = [label for label, tick in self.ticks.items() if tick.isChecked()]
        return [item for item in self._plan.of("verschil") if item.label in ticked]


def _counted(plan: Merge) -> str:
    counts = (("nieuw", "nieuw"), ("bijgewerkt", "bijgewerkt"), ("gelijk", "gelijk"), ("ouder", "bij u nieuwer"))
    told = [f"{len(plan.of(fate))} {words}" for fate, words in counts if plan.of(fate)]  # pyright: ignore[reportArgumentType]
    differing = len(plan.of("verschil"))
    return ", ".join([*told, f"{differing} verschillend" if differing else "niets verschillend"]).capitalize() + "."
