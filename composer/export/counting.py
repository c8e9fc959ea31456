"""How lists count, the same in every form of the letter: numbers, then letters, then small Roman numerals."""

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def counted(number: int, level: int) -> str:
    """The mark of an item, without its full stop; `level` counts from 0, bulleted lists around it included."""
    match level % 3:
        case 1 if 0 < number <= len(_LETTERS):
            return _LETTERS[number - 1]
        case 2 if number > 0:
            return _roman(number)
        case _:
            return str(number)


def _roman(number: int) -> str:
    text = ""
    for worth, mark in _ROMAN:
        text += mark * (number // worth)
        number %= worth
    return text
