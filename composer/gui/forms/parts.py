"""What a form is made of: parts with a key, that give and take what a file has under it and show what is wrong with it."""

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from composer.gui.elements import Button, column, row, sign_button, surface, text
from composer.library.yaml import Location, is_list, is_record


class Part(QWidget):
    """`key` is where its value stands in the record around it; with "" its own keys stand there."""

    changed = Signal()
    key: str = ""

    def value(self) -> Any:
        """Plain data as a file has it; None for nothing."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        raise NotImplementedError

    def places(self) -> Iterator[Location]:
        """Where its fields stand, from its own key on."""
        yield (self.key,)

    def tell(self, place: Location, message: str, *, empty: bool = False) -> None:
        """Shows a mistake at the field that `place` leads to, or at this part itself."""
        raise NotImplementedError

    def clear_mistakes(self) -> None:
        raise NotImplementedError


class Group(Part):
    """Parts below each other that make one record; what is wrong with the whole stands on top."""

    holds = True
    """Whether the record is its own, and not a part of that of the group around it."""

    def __init__(self, key: str, *parts: Part, gap: int = 14) -> None:
        super().__init__()
        self.key = key
        self.parts = parts
        self._rest: dict[str, Any] = {}
        self.wrong = text("", "wrong", wrap=True)
        self.wrong.hide()
        self.body = column(self, gap=gap)
        self.body.addWidget(self.wrong)
        for part in parts:
            part.changed.connect(self.changed)
            if isinstance(part, Group) and not part.key:
                part.holds = False
        self.lay_out()

    def lay_out(self) -> None:
        for part in self.parts:
            self.body.addWidget(part)

    def value(self) -> dict[str, Any] | None:
        found: dict[str, Any] = dict(self._rest)
        for part in self.parts:
            value = part.value()
            if part.key:
                found |= {part.key: value} if value is not None else {}
            else:
                found |= value or {}
        return found or None

    def set_value(self, value: Any) -> None:
        """What it has no field for is kept as it is, by the group that has the record."""
        record = value if is_record(value) else {}
        known = {place[0] for part in self.parts for place in part.places()}
        self._rest = {key: held for key, held in record.items() if key not in known} if self.holds else {}
        for part in self.parts:
            part.set_value(record.get(part.key) if part.key else record)

    def places(self) -> Iterator[Location]:
        for part in self.parts:
            yield from (((self.key,) if self.key else ()) + place for place in part.places())

    def tell(self, place: Location, message: str, *, empty: bool = False) -> None:
        part = self._part(place[0]) if place else None
        if part is not None:
            part.tell(place[1:] if part.key else place, message, empty=empty)
        else:
            self._tell_here(message)

    def _part(self, step: str | int) -> Part | None:
        named = next((part for part in self.parts if part.key and part.key == step), None)
        loose = (part for part in self.parts if not part.key and step in [place[0] for place in part.places()])
        return named or next(loose, None)

    def _tell_here(self, message: str) -> None:
        words = sentence(message)
        self.wrong.setText("\n".join(part for part in (self.wrong.text(), words) if part))
        self.wrong.show()

    def clear_mistakes(self) -> None:
        self.wrong.setText("")
        self.wrong.hide()
        for part in self.parts:
            part.clear_mistakes()

    def mistakes(self) -> list[QLabel]:
        """The messages that are shown now, from top to bottom."""
        labels = (found for found in self.findChildren(QLabel) if found.property("text-role") == "wrong")
        return [found for found in labels if found.isVisibleTo(self) and found.text()]


class Beside(Group):
    """Short fields beside each other; `shares` are their widths to each other."""

    def __init__(self, key: str, *parts: Part, shares: tuple[int, ...] = ()) -> None:
        self._shares = shares or (1,) * len(parts)
        super().__init__(key, *parts, gap=4)

    def lay_out(self) -> None:
        line = row(gap=12)
        for part, share in zip(self.parts, self._shares, strict=True):
            holder = column(gap=0)
            holder.addWidget(part)
            holder.addStretch(1)
            line.addLayout(holder, share)
        self.body.addLayout(line)


class Section(Group):
    """Fields that belong together under a heading, with a sentence about them."""

    def __init__(self, heading: str, about: str, *parts: Part, key: str = "") -> None:
        self._heading, self._about = heading, about
        super().__init__(key, *parts)

    def lay_out(self) -> None:
        head = column(gap=2)
        head.addWidget(text(self._heading, "title"))
        if self._about:
            head.addWidget(text(self._about, "secondary", wrap=True))
        self.body.insertLayout(0, head)
        super().lay_out()


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
            self.wrong.setText(f"Voeg een {self._name} toe." if empty else sentence(message))
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


def sentence(message: str) -> str:
    """With a capital and a full stop."""
    words = message.strip()
    return f"{words[:1].upper()}{words[1:]}{'' if words.endswith(('.', '?', '…')) else '.'}"
