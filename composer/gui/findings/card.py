"""One finding: a sign, a few words, one sentence, at most two things to do."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from composer.check.quick_fixes import quick_fixes, to_text
from composer.domain.finding import Action, Finding, Severity
from composer.gui.elements import Button, column, line, row, sign_mark, text

SIGNS: dict[Severity, tuple[str, str]] = {
    "blokkerend": ("!", "Houdt de brief tegen"),
    "waarschuwing": ("?", "Kijk hiernaar"),
    "tip": ("i", "Tip"),
}
"""By severity the sign and what it means, for who does not see its colour."""

Do = Callable[[Action, Finding], object]


class FindingCard(QWidget):
    def __init__(self, finding: Finding, do: Do) -> None:
        super().__init__()
        self.finding = finding
        sign, meaning = SIGNS[finding.severity]
        self.controls: list[Button] = []
        """In the order of the Tab key."""
        layout = row(margins=(16, 14, 16, 12), gap=10)
        layout.addWidget(sign_mark(sign, finding.severity, meaning), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(self._words(finding, do), 1)
        whole = column(self, gap=0)
        whole.addLayout(layout)
        whole.addWidget(line())
        self.setAccessibleName(f"{meaning}. {finding.title or finding.message}. {finding.message}")

    def _words(self, finding: Finding, do: Do) -> QVBoxLayout:
        words = column(gap=2)
        if finding.title:
            words.addWidget(self._heading(finding, do))
        words.addWidget(text(finding.message, "secondary", wrap=True))
        actions = row(margins=(0, 2, 0, 0), gap=14)
        self.buttons = [self._button(action, finding, do) for action in quick_fixes(finding)]
        self.controls += self.buttons
        for button in self.buttons:
            actions.addWidget(button)
        actions.addStretch(1)
        words.addLayout(actions)
        return words

    def _heading(self, finding: Finding, do: Do) -> QWidget:
        """Leads to the text where there is one."""
        way = to_text(finding)
        if way is None:
            return text(finding.title, "heading", wrap=True)
        heading = Button(finding.title, "heading", lambda: do(way, finding))
        heading.setAccessibleName(f"{way.label}: {finding.title}")
        heading.setToolTip(way.label)
        self.controls.append(heading)
        return heading

    def _button(self, action: Action, finding: Finding, do: Do) -> Button:
        button = Button(action.label, "link", lambda: do(action, finding))
        button.setAccessibleName(f"{action.label}: {finding.title or finding.message}")
        return button
