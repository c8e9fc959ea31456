"""The field with the text of a passage or template: tools to insert names, and what is wrong with it in sentences."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from composer.domain.dutch import as_sentence
from composer.gui.elements import Button, clear, column, row, set_kind, text
from composer.gui.forms.markup import MarkupEdit
from composer.gui.forms.parts import Part
from composer.gui.theme import Theme
from composer.gui.timing import single_shot
from composer.library.yaml import Location
from composer.work.editorial.drafting import Completion, TextProblem, matching

MOST_SLIPS = 4
CHECK_DELAY = 250


class TextField(Part):
    """`look` finds the mistakes of a text, `offered` gives what can be inserted as things are now."""

    def __init__(
        self,
        label: str,
        theme: Theme,
        look: Callable[[str], tuple[TextProblem, ...]],
        offered: Callable[[], tuple[Completion, ...]],
        height: int = 220,
    ) -> None:
        super().__init__()
        self.key = "tekst"
        self._look, self._offered = look, offered
        self.edit = MarkupEdit(label, theme)
        self.edit.setMinimumHeight(height)
        self.edit.set_source(lambda query: matching(query, self._offered()))
        self.slips: tuple[TextProblem, ...] = ()
        self.wrong = text("", "wrong", wrap=True)
        self.wrong.hide()
        self._told = column(gap=2)
        layout = column(self, gap=6)
        caption = text(label, "caption")
        caption.setBuddy(self.edit)
        layout.addWidget(caption)
        layout.addLayout(self._tools())
        layout.addWidget(self.edit, 1)
        layout.addWidget(self.wrong)
        layout.addLayout(self._told)
        self._later = single_shot(self, CHECK_DELAY, self.check)
        self.edit.textChanged.connect(self._follow)
        self.setFocusProxy(self.edit)

    def _tools(self) -> QHBoxLayout:
        tools = row(gap=4)
        self.insert_button = Button("Voeg gegeven of bron in", "", self.offer_all, sign="plus")
        self.insert_button.setToolTip("Of typ @ en een deel van de naam")
        tools.addWidget(self.insert_button)
        for words, name, before, after in (
            ("Vet", "Maak vet", "**", "**"),
            ("Cursief", "Maak cursief", "*", "*"),
            ("Lijst", "Maak een lijst", "\n- ", ""),
            ("Tussenkop", "Maak een tussenkop", "\n## ", "\n"),
        ):
            button = Button(words, "quiet", lambda before=before, after=after: self._around(before, after))
            button.setAccessibleName(name)
            tools.addWidget(button)
        tools.addStretch(1)
        tools.addWidget(text("@ biedt gegevens en bronnen aan", "small"))
        return tools

    def offer_all(self) -> None:
        """The whole list, to be searched by typing on."""
        self.edit.insert("@")

    def _around(self, before: str, after: str) -> None:
        cursor = self.edit.textCursor()
        cursor.insertText(f"{before}{cursor.selectedText()}{after}")
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        self.edit.set_theme(theme)

    def _follow(self) -> None:
        self._later.start()
        self.changed.emit()

    def check(self) -> None:
        """Looks for mistakes now; they stand under their words and in sentences below."""
        self._later.stop()
        words = self.edit.toPlainText()
        self.slips = self._look(words) if words.strip() else ()
        self.edit.show_slips(self.slips)
        clear(self._told)
        for slip in self.slips[:MOST_SLIPS]:
            line = words.count("\n", 0, slip.start) + 1
            button = Button(
                f"Regel {line}: {as_sentence(slip.message)}", "link", lambda slip=slip: self.edit.go_to(slip)
            )
            set_kind(button, "wrong")
            self._told.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def value(self) -> Any:
        return self.edit.toPlainText().strip("\n") or None

    def set_value(self, value: Any) -> None:
        self.edit.setPlainText("" if value is None else str(value))
        self.check()

    def tell(self, place: Location, message: str, *, empty: bool = False) -> None:
        self.wrong.setText("Schrijf de tekst." if empty else as_sentence(message))
        self.wrong.show()

    def clear_mistakes(self) -> None:
        self.wrong.hide()
