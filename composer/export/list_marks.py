"""How lists count, the same in every form of the letter: numbers, then letters, then small Roman numerals."""

from composer.ooxml.counting import letters, roman

_FORMS = (str, letters, roman)


def list_mark(number: int, level: int) -> str:
    """The mark of an item, without its full stop; `level` counts from 0, bulleted lists around it included."""
    return _FORMS[level % len(_FORMS)](number)
