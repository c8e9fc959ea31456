"""Colours by role and measures on a grid of four pixels, in one table for light and dark."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette, QPen

ROLES: dict[str, tuple[str, str]] = {
    "background": ("#f4f5f7", "#161a20"),
    "panel": ("#ffffff", "#1e242c"),
    "paper": ("#ffffff", "#232a33"),
    "ink": ("#1b2430", "#e8ecf1"),
    "muted": ("#5b6675", "#a3adba"),
    "line": ("#dde1e7", "#323a45"),
    "accent": ("#0b5cad", "#6db3f5"),
    "accent-soft": ("#e6f0fa", "#1d3348"),
    "good": ("#1c7a45", "#6fcf97"),
    "good-soft": ("#e4f4ea", "#193526"),
    "notice": ("#8a5a00", "#f2c15d"),
    "notice-soft": ("#fff3d6", "#3a2f16"),
    "wrong": ("#b3261e", "#ff8a80"),
    "wrong-soft": ("#fde8e6", "#431f1c"),
    "gap": ("#ffe9a8", "#5c4a14"),
    "adapted": ("#b45309", "#f0a868"),
    "own": ("#6b4fbb", "#b7a2ff"),
    "on-accent": ("#ffffff", "#0d1218"),
    "accent-strong": ("#084a8c", "#8cc4fa"),
    "edge": ("#7d8898", "#75818f"),
    "hover": ("#eef1f5", "#2a323c"),
    "field": ("#f4f5f7", "#161a20"),
    "shadow": ("#0b1b33", "#000000"),
}
"""Role: light, dark. `edge` outlines what is typed in; `field` fills it; `accent-strong` is the accent under the mouse."""

CORNER_CONTROL, CORNER_CARD = 8, 10
BODY, SECONDARY, SMALL, HEADING = 14, 13, 12, 16
"""Type sizes in pixels at 100%."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one appearance, by role."""

    dark: bool
    colours: Mapping[str, str]

    def colour(self, role: str) -> QColor:
        return QColor(self.colours[role])

    def paper_edge(self) -> QPen:
        """A line around paper that is as light or dark as what it lies on; none where the eye sees it without."""
        same = self.colours["paper"] == self.colours["background"]
        return QPen(self.colour("line")) if same else QPen(Qt.PenStyle.NoPen)


LIGHT = Theme(False, {role: light for role, (light, _) in ROLES.items()})
DARK = Theme(True, {role: dark for role, (_, dark) in ROLES.items()})


_STRONG = {
    "muted": ("#1b2430", "#e8ecf1"),
    "ink": ("#000000", "#ffffff"),
    "background": ("#ffffff", "#000000"),
    "panel": ("#ffffff", "#000000"),
    "paper": ("#ffffff", "#000000"),
    "field": ("#ffffff", "#000000"),
    "line": ("#5b6675", "#a3adba"),
    "edge": ("#000000", "#ffffff"),
    "accent": ("#003c7a", "#9ccfff"),
    "accent-strong": ("#002650", "#c4e2ff"),
    "good": ("#0b4d26", "#9be7b8"),
    "notice": ("#5a3a00", "#ffd98a"),
    "wrong": ("#8a100b", "#ffb3ac"),
    "adapted": ("#7a3600", "#ffc79a"),
    "own": ("#44308a", "#d2c5ff"),
    "on-accent": ("#ffffff", "#000000"),
}
"""What is darker on light, and lighter on dark, for who needs more contrast."""

STRONG_LIGHT = Theme(False, {**LIGHT.colours, **{role: light for role, (light, _) in _STRONG.items()}})
STRONG_DARK = Theme(True, {**DARK.colours, **{role: dark for role, (_, dark) in _STRONG.items()}})


def system_theme() -> Theme:
    """What the user's system asks for, more contrast where it says so."""
    hints = QGuiApplication.styleHints()
    asks = hasattr(hints, "accessibility")  # from Qt 6.10 on
    strong = asks and hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
    return _BY_SYSTEM[hints.colorScheme() == Qt.ColorScheme.Dark, strong]


def chosen_theme(choice: str) -> Theme:
    """The theme for `licht`, `donker`, `contrast` (as dark as the system is) or, by anything else, the system's."""
    if choice == "contrast":
        return STRONG_DARK if system_theme().dark else STRONG_LIGHT
    return {"licht": LIGHT, "donker": DARK}.get(choice) or system_theme()


_BY_SYSTEM = {
    (False, False): LIGHT,
    (True, False): DARK,
    (False, True): STRONG_LIGHT,
    (True, True): STRONG_DARK,
}
"""By whether it is dark, and asks for more contrast."""


def palette(theme: Theme) -> QPalette:
    """What Qt paints by itself, in the colours of the theme."""
    made = QPalette()
    for role, name in _PALETTE.items():
        made.setColor(role, theme.colour(name))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("edge"))
    return made


_PALETTE = {
    QPalette.ColorRole.Window: "panel",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "panel",
    QPalette.ColorRole.AlternateBase: "background",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "panel",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "wrong",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on-accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "panel",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Light: "hover",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Shadow: "shadow",
    QPalette.ColorRole.Accent: "accent",
}
