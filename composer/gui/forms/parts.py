"""What a form is made of: parts with a key, that give and take what a file has under it and show what is wrong with it."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from composer.domain.dutch import as_sentence
from composer.gui.elements import column, row, text
from composer.library.yaml import Location, is_record


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
        words = as_sentence(message)
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
