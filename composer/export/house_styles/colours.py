"""An organisation's colours adapted for letters: with enough contrast as text, light enough as a background."""

from composer.export.house_style import Colours

_READABLE = 4.5
_GAP = "FFE9A8"


def colours_of(accent: str, muted: str) -> Colours:
    """From the colour of headings and that of headers; "" is black, or what the neutral house style has."""
    usual = Colours()
    strong = readable(accent) if accent else "000000"
    quiet = readable(muted) if muted and muted != "000000" else usual.muted
    return Colours(accent=strong, muted=quiet, tint=mixed(strong, 0.1), line=mixed(strong, 0.25), gap=_GAP)


def readable(colour: str) -> str:
    """The colour itself, or as much darker as text on white needs (WCAG 2.1, 1.4.3)."""
    darker = [round(part) for part in _parts(colour)]
    while _contrast(darker) < _READABLE:
        darker = [int(part * 0.94) for part in darker]
    return "".join(f"{part:02X}" for part in darker)


def mixed(colour: str, share: float) -> str:
    """The colour with white; `share` from 0 to 1 is how much of it is left."""
    return "".join(f"{round(255 - (255 - part) * share):02X}" for part in _parts(colour))


def _parts(colour: str) -> list[int]:
    return [int(colour[place : place + 2], 16) for place in (0, 2, 4)]


def _contrast(parts: list[int]) -> float:
    """Against white (WCAG 2.1, relative luminance)."""
    linear = [each / 255 / 12.92 if each <= 10 else ((each / 255 + 0.055) / 1.055) ** 2.4 for each in parts]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)
