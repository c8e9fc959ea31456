"""Several records of one kind in a form, each on a card; or behind a link that says how many there are."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from composer.domain.dutch import as_sentence
from composer.gui.elements import Button, column, row, sign_button, surface, text
from composer.gui.forms.parts import Group, Part
from composer.library.yaml import Location, is_list


class Rows(Part):
    """As many records of one kind as there are, each on a card that can be taken away, moved and added."""

    def __init__(self, key: str, name: str, about: str, make: Callable[[], Group], *, ordered: bool = False) -> None:
        """`name` is what one of them is called, such as vindplaats."""
        super().__init__()
        self.key, self._name, self._make, self._ordered = key, name, make, ordered
        self.rows: list[Group] = []
        self._cards: dict[Group, QWidget] = {}
        self.wrong = text("", "wrong", wrap=True)
        self.wrong.hide()
        layout = column(self, gap=8)
        if about:
            layout.addWidget(text(about, "secondary", wrap=True))
        layout.addWidget(self.wrong)
        self._holder: QVBoxLayout = column(gap=8)
        layout.addLayout(self._holder)
        self.add_button = Button(f"Voeg een {name} toe", "link", self.add, sign="plus")
        foot = row()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        layout.addLayout(foot)

    def add(self) -> Group:
        """Another one, empty, with the keyboard in its first field."""
        made = self._append()
        made.parts[0].setFocus()
        self.changed.emit()
        return made

    def _append(self, value: Any = None) -> Group:
        group = self._make()
        if value is not None:
            group.set_value(value)
        self.rows.append(group)
        self._cards[group] = self._card(group)
        self._holder.addWidget(self._cards[group])
        group.changed.connect(self.changed)
        return group

    def _card(self, group: Group) -> QWidget:
        card = surface("card")
        inside = row(card, margins=(14, 12, 6, 12), gap=6)
        inside.addWidget(group, 1)
        tools = column(gap=2)
        if self._ordered:
            tools.addWidget(sign_button("up", f"Zet deze {self._name} hoger", lambda: self._move(group, -1)))
            tools.addWidget(sign_button("down", f"Zet deze {self._name} lager", lambda: self._move(group, 1)))
        tools.addWidget(sign_button("close", f"Haal deze {self._name} weg", lambda: self._remove(group)))
        tools.addStretch(1)
        inside.addLayout(tools)
        return card

    def _remove(self, group: Group) -> None:
        card = self._cards.pop(group)
        self.rows.remove(group)
        self._holder.removeWidget(card)
        card.hide()
        card.deleteLater()
        self.add_button.setFocus()
        self.changed.emit()

    def _move(self, group: Group, step: int) -> None:
        at, card = self.rows.index(group), self._cards[group]
        to = min(max(at + step, 0), len(self.rows) - 1)
        self.rows.insert(to, self.rows.pop(at))
        self._holder.removeWidget(card)
        self._holder.insertWidget(to, card)
        self.changed.emit()

    def value(self) -> Any:
        found = [value for group in self.rows if (value := group.value()) is not None]
        return found or None

    def set_value(self, value: Any) -> None:
        for group in list(self.rows):
            self._remove(group)
        for item in value if is_list(value) else []:
            self._append(item)

    def tell(self, place: Location, message: str, *, empty: bool = False) -> None:
        filled = [group for group in self.rows if group.value() is not None]
        if place and isinstance(place[0], int) and place[0] < len(filled):
            filled[place[0]].tell(place[1:], message, empty=empty)
        else:
            self.wrong.setText(f"Voeg een {self._name} toe." if empty else as_sentence(message))
            self.wrong.show()

    def clear_mistakes(self) -> None:
        self.wrong.hide()
        for group in self.rows:
            group.clear_mistakes()


class Folded(Part):
    """A part behind a link that says how many there are in it."""

    def __init__(self, words: str, inner: Rows) -> None:
        super().__init__()
        self.key, self._words, self.inner = inner.key, words, inner
        layout = column(self, gap=4)
        self.link = Button("", "link", self.unfold)
        head = row()
        head.addWidget(self.link)
        head.addStretch(1)
        layout.addLayout(head)
        layout.addWidget(inner)
        inner.hide()
        inner.changed.connect(self.changed)
        self._say()

    def _say(self) -> None:
        count = len(self.inner.rows)
        self.link.setText(f"{self._words}{f' ({count})' if count else ''}")

    def unfold(self) -> None:
        """Shows it; without anything in it, with a first one to fill in."""
        self.link.hide()
        self.inner.show()
        if not self.inner.rows:
            self.inner.add()

    def value(self) -> Any:
        return self.inner.value()

    def set_value(self, value: Any) -> None:
        self.inner.set_value(value)
        self._say()

    def tell(self, place: Location, message: str, *, empty: bool = False) -> None:
        self.unfold()
        self.inner.tell(place, message, empty=empty)

    def clear_mistakes(self) -> None:
        self.inner.clear_mistakes()
