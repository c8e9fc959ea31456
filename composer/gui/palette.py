"""Every action by typing a part of its name."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from composer.gui.actions import ActionSpec
from composer.gui.elements import line
from composer.gui.picker import PickerCard, PickerWords
from composer.gui.row_model import ROW, SPOKEN, TITLE, Index, RowModel
from composer.gui.text_lines import sized
from composer.gui.theme import SMALL
from composer.library.library import fold

Offered = tuple[ActionSpec, str | None]
"""An action, and what stands in its way now."""
WORDS = PickerWords("Wat wilt u doen?", "Zoek een actie", "Acties", "Geen actie gevonden. Probeer een ander woord.")


class ActionModel(RowModel[Offered]):
    """What cannot be done now cannot be selected."""

    def __init__(self) -> None:
        super().__init__(
            roles={
                TITLE: lambda row: row[0].words() if row[0].words else row[0].text,
                SPOKEN: lambda row: f"{row[0].text}. {row[1] or row[0].shortcut}",
            }
        )

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row(index)
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEnabled if row[1] is None else flags


def offered(query: str, specs: tuple[ActionSpec, ...]) -> list[Offered]:
    """The actions that fit what was typed; those that can be done now first."""
    wanted = fold(query).split()
    found = [(spec, spec.hindrance()) for spec in specs if _fits(spec, wanted)]
    return sorted(found, key=lambda item: (item[1] is not None, not _begins(item[0], query)))


def _fits(spec: ActionSpec, wanted: list[str]) -> bool:
    words = fold(f"{spec.text} {spec.group}")
    return all(part in words for part in wanted)


def _begins(spec: ActionSpec, query: str) -> bool:
    return fold(spec.text).startswith(fold(query))


class ActionDelegate(QStyledItemDelegate):
    """The name of an action, and beside it its keys or what stands in its way."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, 36)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        row: Offered | None = index.data(ROW)
        if row is None:
            return
        painter.save()
        painter.setFont(sized(option.font, SMALL))
        painter.setPen(option.palette.placeholderText().color())
        beside = row[1] or keys_in_words(row[0].shortcut)
        place = option.rect.adjusted(200, 0, -12, 0)
        words = option.fontMetrics.elidedText(beside, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
        painter.restore()


KEYS = (("Return", "Enter"), ("Del", "Delete"), ("Up", "↑"), ("Down", "↓"), ("Left", "←"), ("Right", "→"))


def keys_in_words(shortcut: str) -> str:
    """Ctrl+K, with the names and signs that stand on the keys."""
    words = QKeySequence(shortcut).toString()
    for english, shown in KEYS:
        words = words.replace(english, shown)
    return words


class Palette(PickerCard[Offered]):
    """`chosen` tells the action."""

    def __init__(self, specs: tuple[ActionSpec, ...]) -> None:
        super().__init__(ActionModel(), lambda query: offered(query, specs), WORDS, ActionDelegate(), (line(),))

    def sizeHint(self) -> QSize:
        return QSize(560, 420)

    def search_now(self, words: str) -> None:
        super().search_now(words)
        self.list.show()

    def take(self, row: Offered) -> None:
        if row[0].hindrance() is None:
            self.chosen.emit(row[0])
