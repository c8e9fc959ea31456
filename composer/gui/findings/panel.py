"""The tab with findings: what stops the letter from going out comes first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from composer.check.checking import blocking
from composer.domain.dutch import capitalised, counted, plural
from composer.domain.finding import Finding
from composer.domain.letter import Waiver
from composer.gui.elements import Button, ElidedLabel, Hint, clear, column, row, scrolled, show_parts, text
from composer.gui.findings.card import FindingCard
from composer.gui.notices import announce
from composer.gui.session import Session
from composer.work.writing.waivers import recalled

NOTHING = "Niets op te merken. De brief kan definitief worden."


class FindingPanel(QWidget):
    action_requested = Signal(object, object)
    """What to do, and the finding that it is about."""
    counted = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: tuple[tuple[Finding, ...], tuple[Waiver, ...]] | None = None
        self._remarks: list[FindingCard] = []
        self._said = ""
        self._inside = QWidget()
        self._inside.setProperty("surface", "panel")
        whole = column(self._inside, margins=(0, 4, 0, 16), gap=0)
        self._list, self._below = column(gap=0), column(gap=0)
        whole.addLayout(self._list)
        whole.addLayout(self._below)
        whole.addStretch(1)
        self.area = scrolled(self._inside, "Opmerkingen bij de brief")
        column(self).addWidget(self.area)
        session.reviewed.connect(self.follow)

    def remarks(self) -> list[FindingCard]:
        """The cards shown, from top to bottom."""
        return list(self._remarks)

    def recalls(self) -> list[Button]:
        """What makes a finding that was set aside count again."""
        buttons = (found for found in self._inside.findChildren(Button) if not isinstance(found.parent(), FindingCard))
        return [found for found in buttons if found.isVisibleTo(self._inside)]

    def follow(self) -> None:
        """Shows the findings of the present letter; does nothing while they are equal."""
        review = self._session.review
        if review is None or (review.findings, review.letter.waivers) == self._shown:
            return
        self._shown = (review.findings, review.letter.waivers)
        place = self.area.verticalScrollBar().value()
        self._show(review.findings)
        clear(self._below)
        if not review.findings:
            self._below.addWidget(self._calm())
        self._add_waivers(review.letter.waivers)
        show_parts(self._below)
        self.area.verticalScrollBar().setValue(place)
        self._announce(len(review.findings), len(blocking(review.findings)))
        self.counted.emit(len(review.findings))

    def _show(self, findings: tuple[Finding, ...]) -> None:
        """Reuses the card of a finding that is still there, so that a keystroke only builds cards for new findings."""
        before = {remark.finding: remark for remark in self._remarks}
        self._remarks = [
            before.pop(finding, None) or FindingCard(finding, self.action_requested.emit) for finding in findings
        ]
        for remark in before.values():
            self._list.removeWidget(remark)
            remark.hide()
            remark.deleteLater()
        last: QWidget = self.area
        for place, remark in enumerate(self._remarks):
            item = self._list.itemAt(place)
            if item is None or item.widget() is not remark:
                self._list.insertWidget(place, remark)
                _tab_behind(last, remark)
            last = remark.controls[-1] if remark.controls else last
        show_parts(self._list)

    def _announce(self, count: int, stopping: int) -> None:
        """Announces a change in the number of findings to screen readers."""
        words = in_words(count, stopping)
        if words != self._said:
            self._said = words
            announce(self, words)

    def _calm(self) -> QWidget:
        holder = QWidget()
        column(holder, margins=(16, 4, 16, 4)).addWidget(Hint(NOTHING))
        return holder

    def _add_waivers(self, waivers: tuple[Waiver, ...]) -> None:
        if waivers:
            holder = QWidget()
            words = f"Van {counted(len(waivers), 'opmerking', 'opmerkingen')} afgezien"
            column(holder, margins=(16, 16, 16, 4)).addWidget(text(words, "caption"))
            self._below.addWidget(holder)
        for waiver in waivers:
            self._below.addWidget(self._waiver(waiver))

    def _waiver(self, waiver: Waiver) -> QWidget:
        holder = QWidget()
        layout = row(holder, margins=(16, 4, 12, 6))
        words = column(gap=0)
        words.addWidget(text(waiver.reason, "secondary", wrap=True))
        if waiver.words:
            words.addWidget(ElidedLabel(f"“{waiver.words}”", "small"))
        layout.addLayout(words, 1)
        again = Button("Tel weer mee", "link", lambda: self._recall(waiver))
        again.setAccessibleName(f"Tel weer mee: {waiver.words or waiver.code}")
        layout.addWidget(again, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _recall(self, waiver: Waiver) -> None:
        if letter := self._session.changeable():
            self._session.change(recalled(letter, waiver), "opmerking weer laten meetellen")


def _tab_behind(last: QWidget, remark: FindingCard) -> None:
    """The Tab key goes from `last` through the remark, wherever that came in between."""
    for control in remark.controls:
        QWidget.setTabOrder(last, control)
        last = control


def in_words(count: int, stopping: int) -> str:
    """The number of findings in Dutch, for screen readers."""
    if not count:
        return NOTHING
    many = capitalised(counted(count, "opmerking", "opmerkingen"))
    if not stopping:
        return f"{many}, niets houdt de brief tegen."
    return f"{many}, waarvan {stopping} de brief {plural(stopping, 'tegenhoudt', 'tegenhouden')}."
