"""A field for several things of the library, in an order of one's own."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from composer.gui.elements import ElidedLabel, clear, column, row, sign_button
from composer.gui.forms.fields import Field, completer
from composer.library.library import fold
from composer.library.yaml import is_list


class ManyField(Field):
    """What is chosen stands below each other; typing a part of a name and Enter adds one."""

    def __init__(
        self, key: str, label: str, options: Mapping[str, str], help: str = "", *, ordered: bool = False
    ) -> None:
        """`options` are names by id."""
        self._options, self._ordered = options, ordered
        self._ids = {fold(name): key for key, name in options.items()} | {fold(key): key for key in options}
        self._chosen: list[str] = []
        holder = QWidget()
        layout = column(holder, gap=4)
        self._list = column(gap=2)
        layout.addLayout(self._list)
        self.line = QLineEdit()
        self.line.setPlaceholderText("Typ een deel van de naam en druk op Enter")
        self.line.setAccessibleName(f"{label}: voeg toe")
        found = completer(options.values(), self.line)
        self.line.setCompleter(found)
        layout.addWidget(self.line)
        super().__init__(key, label, holder, help)
        self.setFocusProxy(self.line)
        self.line.returnPressed.connect(self.add)
        found.activated.connect(lambda: self.add())

    def add(self) -> None:
        """What was typed, when it is the name of something that is not chosen yet."""
        key = self._ids.get(fold(self.line.text()))
        if key is None:
            if self.line.text().strip():
                self.tell((), f"“{self.line.text().strip()}” kennen we niet; kies uit de lijst")
            return
        self.clear_mistakes()
        self.line.clear()
        if key not in self._chosen:
            self._chosen.append(key)
            self._show()
            self.changed.emit()

    def _show(self) -> None:
        clear(self._list)
        for key in self._chosen:
            self._list.addWidget(self._row(key))

    def _row(self, key: str) -> QWidget:
        name = self._options.get(key, key)
        holder = QWidget()
        line = row(holder, margins=(8, 0, 0, 0), gap=2)
        line.addWidget(ElidedLabel(name), 1)
        if self._ordered:
            line.addWidget(sign_button("up", f"Zet {name} hoger", lambda: self._move(key, -1)))
            line.addWidget(sign_button("down", f"Zet {name} lager", lambda: self._move(key, 1)))
        line.addWidget(sign_button("close", f"Haal {name} weg", lambda: self._remove(key)))
        return holder

    def _move(self, key: str, step: int) -> None:
        at = self._chosen.index(key)
        self._chosen.insert(min(max(at + step, 0), len(self._chosen) - 1), self._chosen.pop(at))
        self._show()
        self.changed.emit()

    def _remove(self, key: str) -> None:
        self._chosen.remove(key)
        self._show()
        self.line.setFocus()
        self.changed.emit()

    def value(self) -> Any:
        return list(self._chosen) or None

    def set_value(self, value: Any) -> None:
        self._chosen = [str(key) for key in value] if is_list(value) else []
        self._show()
