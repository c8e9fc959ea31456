"""The message when no passage is found, with a first step."""

from datetime import date

from composer.domain.dutch import day_in_words, plural

NONE = "De bibliotheek heeft nog geen tekstblokken. Schrijf in de brief zelf, of maak er een in de bibliotheek."
WIDER, ALL = "Toon ook wat nu niet kan", "Toon alle tekstblokken"


def empty_result(query: str, hidden: int, day: date) -> tuple[str, str]:
    """The message and the label of the step; `hidden` is the number of matches that cannot be used on the reference date."""
    words = f"Geen tekstblok gevonden voor “{query}”." if query else "Geen tekstblok past bij deze keuze."
    if not hidden:
        return words, ALL
    unusable = f"{hidden} die op {day_in_words(day)} niet bruikbaar {plural(hidden, 'is', 'zijn')}"
    return f"{words} Wel {unusable}.", WIDER
