"""Scans a file that is to be published for hidden content and personal data."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from composer.check.personal import Detail, details
from composer.check.publication import ARTICLES, TOLD
from composer.domain.errors import ComposerError
from composer.intake.annex import Annex, look_into


@dataclass(frozen=True, slots=True)
class Leak:
    """Hidden content or personal data in a file; a `grave` leak blocks publication."""

    file: str
    code: str
    message: str
    words: str = ""
    grave: bool = False


@dataclass(frozen=True, slots=True)
class Scan:
    """The leaks of a file; `examined` is False for a kind of file that cannot be read."""

    leaks: tuple[Leak, ...]
    examined: bool = True


def scan(name: str, data: bytes, is_known: Callable[[Detail], bool], maker: str = "") -> Scan:
    """Scans a file of this name; details that are known (`is_known`) and the name of its `maker` are not leaks."""
    try:
        held = look_into(name, data)
    except ComposerError as error:
        return Scan((Leak(name, "bestand", error.message, grave=True),))
    if held is None:
        return Scan((), examined=False)
    return Scan(tuple(dict.fromkeys(_leaks(name, held, is_known, maker))))


def _leaks(name: str, held: Annex, is_known: Callable[[Detail], bool], maker: str) -> Iterator[Leak]:
    for each in held.hidden:
        yield Leak(name, each.code, f"er zitten {each.words} in", grave=each.grave)
    for author in map(str.strip, held.makers):
        if author not in {"", maker}:
            yield Leak(name, "auteur", f"in de eigenschappen staat “{author}” als maker", author)
    for text in held.texts:
        yield from (_personal(name, detail) for detail in details(text) if not is_known(detail))


def _personal(name: str, detail: Detail) -> Leak:
    what = f"{ARTICLES.get(detail.code, 'een')} {TOLD[detail.code][0]}"
    return Leak(name, detail.code, f"“{detail.words}” lijkt {what}", detail.words, detail.code == "bsn")
