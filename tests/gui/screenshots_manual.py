"""The pictures of the manual: which parts of which scenes they are, in few colours so that they stay small."""

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from composer.gui.window import Window
from composer.work.program.manual import manual_folder

PICTURES: dict[str, tuple[tuple[str, Callable[[Window], QWidget]], ...]] = {
    "begin": (("begin", lambda window: window),),
    "bureau-pagina": (("venster", lambda window: window), ("pagina", lambda window: window.desk.right)),
    "bureau-bronnen": (("bronnen", lambda window: window.desk.right),),
    "bureau-vragen": (("vragen", lambda window: window.desk.right),),
    "bureau-bijlagen": (("bijlagen", lambda window: window.desk.right),),
    "tekstblok": (("tekstblok", lambda window: window),),
    "acties": (("acties", lambda window: window),),
    "maak": (("maak", lambda window: window),),
    "vraag": (("vraag", lambda window: window),),
    "stuk": (("stuk", lambda window: window),),
    "nieuw-feit": (("nieuw-feit", lambda window: window),),
    "steunt-op": (("steunt-op", lambda window: window),),
    "verantwoording": (("verantwoording", lambda window: window.desk.right),),
    "versies": (("versies", lambda window: window),),
    "toezeggingen": (("toezeggingen", lambda window: window),),
    "verouderd": (("tijdlijn", lambda window: window.desk.timeline),),
    "opmerkingen": (("controle", lambda window: window.desk.right),),
}
"""The pictures of the manual: by scene their names, and the part of the window that is on them."""
IN_BOTH = ("venster",)
"""Pictures of which the manual has a dark one too."""
LARGEST, COLOURS, DISTINCT = 250_000, 180, 24


def in_few_colours(picture: QImage) -> QImage:
    """With the colours that it has most of, and those unlike any of them, so that it stays small."""
    every = range(0, picture.height(), 2), range(0, picture.width(), 2)
    counted = Counter(picture.pixel(x, y) for y in every[0] for x in every[1])
    ranked = [colour for colour, _ in counted.most_common()]
    table = ranked[:COLOURS]
    for colour in ranked[COLOURS:]:
        if len(table) < 256 and all(unlike(colour, other) > DISTINCT for other in table):
            table.append(colour)
    flags = Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither
    return picture.convertToFormat(QImage.Format.Format_Indexed8, table, flags)


def unlike(one: int, other: int) -> int:
    """How far two colours are apart in the channel in which they differ most."""
    return max(abs((one >> shift & 255) - (other >> shift & 255)) for shift in (0, 8, 16))


def for_manual(scene: str, theme: str, window: Window) -> None:
    """Raises ValueError for a picture that is too large to ship."""
    for name, part in PICTURES.get(scene, ()):
        if theme == "licht" or (theme == "donker" and name in IN_BOTH):
            path = manual_folder() / f"{name}-{theme}.png"
            in_few_colours(part(window).grab().toImage()).save(str(path))
            if path.stat().st_size > LARGEST:
                raise ValueError(f"{path.name} is te groot: {path.stat().st_size} bytes")
