"""Fields of forms: a label, what is meant, the control itself, and what is wrong with it."""

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QPlainTextEdit, QWidget

from composer.domain.dutch import as_sentence
from composer.gui.elements import column, set_kind, text
from composer.gui.form_controls import CheckBox, ComboBox
from composer.gui.forms.parts import Part
from composer.library.library import fold
from composer.library.yaml import Location, is_list, is_record


class Field(Part):
    """A control under its label; `fill` says what to do when it is left empty."""

    def __init__(self, key: str, label: str, control: QWidget, help: str = "", fill: str = "") -> None:
        super().__init__()
        self.key, self.label, self.control = key, label, control
        self._fill = fill or f"Vul “{label.lower()}” in"
        self._help = help
        control.setAccessibleName(label)
        control.setAccessibleDescription(help)
        self.wrong = text("", "wrong", wrap=True)
        self.wrong.hide()
        layout = column(self, gap=4)
        if not isinstance(control, CheckBox):
            caption = text(label, "caption")
            caption.setBuddy(control)
            layout.addWidget(caption)
        layout.addWidget(control)
        if help:
            layout.addWidget(text(help, "small", wrap=True))
        layout.addWidget(self.wrong)
        self.setFocusProxy(control)

    def tell(self, place: Location, message: str, *, empty: bool = False) -> None:
        words = as_sentence(self._fill if empty else message)
        self.wrong.setText(words)
        self.wrong.show()
        self.control.setAccessibleDescription(f"{words} {self._help}".strip())
        set_kind(self.control, "wrong")

    def clear_mistakes(self) -> None:
        self.wrong.hide()
        self.control.setAccessibleDescription(self._help)
        set_kind(self.control, "")


class LineField(Field):
    """One line of text."""

    def __init__(self, key: str, label: str, help: str = "", fill: str = "", example: str = "") -> None:
        self.line = QLineEdit()
        self.line.setPlaceholderText(example)
        super().__init__(key, label, self.line, help, fill)
        self.line.textChanged.connect(self.changed)

    def value(self) -> Any:
        return self.line.text().strip() or None

    def set_value(self, value: Any) -> None:
        self.line.setText("" if value is None else str(value))
        self.line.setCursorPosition(0)


class NumberField(LineField):
    """A whole number, without anything around it; what is no number is left for the check to tell."""

    def value(self) -> Any:
        written = self.line.text().strip()
        return int(written) if written.isdigit() else written or None


class WordsField(LineField):
    """Words with commas between them."""

    def value(self) -> Any:
        return [part.strip() for part in self.line.text().split(",") if part.strip()] or None

    def set_value(self, value: Any) -> None:
        super().set_value(", ".join(str(part) for part in value) if is_list(value) else value)


class AreaField(Field):
    """A few lines of text."""

    def __init__(self, key: str, label: str, help: str = "", fill: str = "", lines: int = 3) -> None:
        self.area = QPlainTextEdit()
        self.area.setTabChangesFocus(True)
        self.area.ensurePolished()
        self.area.setFixedHeight(QFontMetrics(self.area.font()).lineSpacing() * lines + 24)
        super().__init__(key, label, self.area, help, fill)
        self.area.textChanged.connect(self.changed)

    def value(self) -> Any:
        return self.area.toPlainText().strip() or None

    def set_value(self, value: Any) -> None:
        self.area.setPlainText("" if value is None else str(value))


class LinesField(AreaField):
    """A thing on each line."""

    def value(self) -> Any:
        return [line.strip() for line in self.area.toPlainText().splitlines() if line.strip()] or None

    def set_value(self, value: Any) -> None:
        super().set_value("\n".join(str(part) for part in value) if is_list(value) else value)


class ChoiceField(Field):
    """One out of a short list; the first is chosen unless `optional`, then nothing is."""

    def __init__(
        self, key: str, label: str, choices: Mapping[str, str], help: str = "", *, optional: str | None = None
    ) -> None:
        """`choices` are words by value; `optional` are the words for nothing."""
        self.box = ComboBox()
        if optional is not None:
            self.box.addItem(optional, None)
        for value, words in choices.items():
            self.box.addItem(words, value)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(8)
        super().__init__(key, label, self.box, help)
        self.box.currentIndexChanged.connect(lambda: self.changed.emit())

    def value(self) -> Any:
        return self.box.currentData()

    def set_value(self, value: Any) -> None:
        self.box.setCurrentIndex(max(self.box.findData(value), 0))


class PickField(Field):
    """Something that the library has, found by typing a part of its name; what is not in it stays as it was typed."""

    def __init__(self, key: str, label: str, options: Mapping[str, str], help: str = "", fill: str = "") -> None:
        """`options` are names by id."""
        self.line = QLineEdit()
        self.line.setPlaceholderText("Typ een deel van de naam")
        super().__init__(key, label, self.line, help, fill)
        self._names: Mapping[str, str] = {}
        self.offer(options)
        self.line.textChanged.connect(self.changed)

    def offer(self, options: Mapping[str, str]) -> None:
        self._names = options
        self._ids = {fold(name): key for key, name in options.items()} | {fold(key): key for key in options}
        self.line.setCompleter(completer(options.values(), self.line))

    def value(self) -> Any:
        typed = self.line.text().strip()
        return self._ids.get(fold(typed), typed) or None

    def set_value(self, value: Any) -> None:
        self.line.setText(self._names.get(str(value), "" if value is None else str(value)))
        self.line.setCursorPosition(0)


def completer(names: Iterable[str], parent: QLineEdit) -> QCompleter:
    """Completes by any part of a name, in any case."""
    made = QCompleter(sorted(names), parent)
    made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    made.setFilterMode(Qt.MatchFlag.MatchContains)
    made.setMaxVisibleItems(8)
    return made


class TickField(Field):
    """Yes or no; no is left out of the file."""

    def __init__(self, key: str, label: str, help: str = "") -> None:
        self.box = CheckBox(label)
        super().__init__(key, label, self.box, help)
        self.box.toggled.connect(lambda: self.changed.emit())

    def value(self) -> Any:
        return "ja" if self.box.isChecked() else None

    def set_value(self, value: Any) -> None:
        self.box.setChecked(value in (True, "ja"))


class MomentField(Field):
    """A day, a month, a year, or the days between which something lies."""

    def __init__(self, key: str, label: str, help: str = "", fill: str = "") -> None:
        self.line = QLineEdit()
        self.line.setPlaceholderText("2024-11-29")
        more = "Ook een maand (2024-11), een jaar (2024) of een periode waarin het ligt (2024-12-18 tot 2025-02-28)."
        super().__init__(key, label, self.line, help or more, fill or f"Vul “{label.lower()}” in")
        self.line.textChanged.connect(self.changed)

    def value(self) -> Any:
        first, between, last = self.line.text().strip().partition(" tot ")
        return {"niet_voor": first.strip(), "uiterlijk": last.strip()} if between else first or None

    def set_value(self, value: Any) -> None:
        between = f"{value.get('niet_voor')} tot {value.get('uiterlijk')}" if is_record(value) else value
        self.line.setText("" if between is None else str(between))
