"""A new fact from words that were selected in a source: a form of the library, from which one comes back to the source."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from composer.domain.fact import Evidence
from composer.domain.revision import Item
from composer.gui.notices import NoticeAction
from composer.gui.sources.showing import FactShowing

if TYPE_CHECKING:
    from composer.gui.editorial.controller import LibraryController
    from composer.gui.forms.fact_form import FactPage


class FactMaking:
    def __init__(self, office: "Callable[[], LibraryController]", facts: FactShowing) -> None:
        """The office is furnished when it is first asked for."""
        self._office, self._facts = office, facts

    def begin(self, evidence: Evidence) -> None:
        """Words of others may stand only in the user's own layer, so the fact comes there."""
        self._office().open_form(lambda: self._form(evidence), self._come_back)

    def _form(self, evidence: Evidence) -> "FactPage":
        from composer.gui.forms.fact_form import FactPage  # deferred: the window opens without its forms
        from composer.work.editorial.drafting import EditBase

        context = self._office().context
        return FactPage(context, context.writable()[-1], EditBase(), {"bewijs": [evidence.record()]})

    def _come_back(self, item: Item | None, words: str) -> None:
        """To the source, where it was being read."""
        self._facts.read_on()
        if item is not None:
            show = NoticeAction("Toon het feit", lambda: self._facts.show_place(item.id))
            self._office().context.notices.tell(words, show)
