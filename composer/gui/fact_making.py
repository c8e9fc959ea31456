"""A new fact from words that were selected in a source: the form with its evidence filled in, over the window."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Signal

from composer.domain.fact import Evidence
from composer.domain.revision import Item
from composer.gui.forms.bench import Bench
from composer.gui.notices import Step
from composer.gui.over_window import OverWindow

if TYPE_CHECKING:
    from composer.gui.forms.fact_form import FactPage

SIZE = QSize(1040, 660)


class FactMaking(QObject):
    library_changed = Signal()
    """The user's own layer has a fact more."""

    def __init__(self, bench: Bench, over: OverWindow, show: Callable[[str], object]) -> None:
        """`show` shows a fact with its places."""
        super().__init__(bench.notices.host)
        self._bench, self._over, self._show = bench, over, show
        self.page: FactPage | None = None

    def begin(self, evidence: Evidence) -> None:
        """Words of others may stand only in the user's own layer, so the fact comes there."""
        from composer.gui.forms.fact_form import FactPage  # deferred: the window opens without its forms
        from composer.work.editorial.drafting import Started

        own = self._bench.writable()[-1]
        self.page = FactPage(self._bench, own, Started(), {"bewijs": [evidence.record()]})
        self.page.left.connect(self._over.put_away)
        self.page.kept.connect(self._keep)
        self.page.setMinimumSize(SIZE)
        self._over.lay(self.page, "Nieuw feit").open_above_middle()

    def _keep(self, item: Item, words: str) -> None:
        self._over.put_away()
        self.page = None
        self.library_changed.emit()
        self._bench.notices.tell(words, Step("Toon het feit", lambda: self._show(item.id)))
