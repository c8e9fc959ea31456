"""How numbers, days and sentences are written in Dutch."""

from datetime import date
from decimal import Decimal

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
NUMBERS = (
    "nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
    "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig",
)  # fmt: skip
ORDINALS = ("eerste", "tweede", "derde", "vierde")
MAGNITUDES = ((Decimal(10) ** 9, "miljard"), (Decimal(10) ** 6, "miljoen"))


def day_in_words(day: date) -> str:
    """29 november 2024"""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_and_month(day: date) -> str:
    """29 november"""
    return f"{day.day} {MONTHS[day.month - 1]}"


def month_in_words(day: date) -> str:
    """november 2024"""
    return f"{MONTHS[day.month - 1]} {day.year}"


def number(value: int | Decimal) -> str:
    """2.860.000 or 2,86: a dot between thousands, a comma before decimals."""
    text = f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
    return text.replace(",", "\0").replace(".", ",").replace("\0", ".")


def count_in_words(value: int) -> str:
    """Words up to twenty, digits above."""
    return NUMBERS[value] if 0 <= value < len(NUMBERS) else number(value)


def shortened(euros: int) -> str | None:
    """2,86 miljoen; None when two decimals cannot say it exactly."""
    for size, word in MAGNITUDES:
        part = Decimal(euros) / size
        if part >= 1 and part == part.quantize(Decimal("0.01")):
            return f"{number(part.normalize() if part % 1 else part.quantize(Decimal(1)))} {word}"
    return None


def enumeration(names: tuple[str, ...], conjunction: str = "en") -> str:
    """Oss, Boekel en Bernheze"""
    return f" {conjunction} ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def capitalised(text: str) -> str:
    """With a first capital; één becomes Eén."""
    return f"E{text[1:]}" if text.startswith("één") else text[:1].upper() + text[1:]


def as_sentence(text: str) -> str:
    """With a capital, and a full stop where nothing ends it."""
    words = capitalised(text.strip())
    return words if words.endswith((".", "?", "…")) else f"{words}."


def plural(count: int, one: str, many: str) -> str:
    """The words that go with a count: punt staat, punten staan"""
    return one if count == 1 else many


def counted(count: int, one: str, many: str) -> str:
    """één punt, 3 punten"""
    return f"{'één' if count == 1 else count} {plural(count, one, many)}"
