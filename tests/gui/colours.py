"""How well one colour can be told from another (WCAG 2, 1.4.3)."""

from PySide6.QtGui import QColor


def luminance(colour: QColor) -> float:
    channels = ((value / 255) for value in (colour.red(), colour.green(), colour.blue()))
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast_of(one: QColor, other: QColor) -> float:
    """From 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
