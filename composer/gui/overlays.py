"""Cards over the window: the palette, shortcuts, about, the manual, problems with a file."""

from PySide6.QtWidgets import QWidget

from composer.domain.finding import Problem
from composer.gui.about import About
from composer.gui.actions import ActionSpec, perform
from composer.gui.manual import Manual
from composer.gui.palette import Palette
from composer.gui.popover import Popover
from composer.gui.problem_report import unreadable
from composer.gui.shortcut_sheet import ShortcutSheet


class Overlays:
    """Shows one card at a time over the window."""

    def __init__(self, host: QWidget) -> None:
        self._host = host
        self.card: Popover | None = None
        self.specs: tuple[ActionSpec, ...] = ()

    def open_card(self, content: QWidget, name: str) -> Popover:
        """A new card, not yet opened; the previous one is closed."""
        self.close_card()
        self.card = Popover(self._host, content, name)
        return self.card

    def close_card(self) -> None:
        if self.card is not None:
            self.card.close_card()
            self.card.deleteLater()
            self.card = None

    def open_palette(self) -> None:
        found = Palette(self.specs)
        found.chosen.connect(self._perform)
        self.open_card(found, "Zoek een actie").open_above_middle()

    def _perform(self, spec: ActionSpec) -> None:
        self.close_card()
        perform(spec)

    def open_shortcuts(self) -> None:
        self.open_card(ShortcutSheet(self.specs), "Sneltoetsen").open_above_middle()

    def open_about(self) -> None:
        self.open_card(About(), "Over Raadsbrief").open_above_middle()

    def open_manual(self, topic: str) -> None:
        """Opens the manual at the page about a topic."""
        self.open_card(Manual(topic), "Handleiding").open_above_middle()

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Shows why a letter cannot be opened."""
        self.open_card(unreadable(problems), "Deze brief kan niet worden geopend").open_above_middle()
