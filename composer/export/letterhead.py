"""What a letter shows of itself around its text, the same in every form."""

from collections.abc import Mapping

from composer.domain.document import Properties
from composer.domain.dutch import day_in_words
from composer.export.typography import shortened

DRAFT = "CONCEPT"
RUNNING_LENGTH = 80  # characters of 9 points that stand beside "Pagina 12 van 34"


def printed_title(properties: Properties) -> str:
    """The kind of letter; what it is about stands in its fields."""
    return properties.subject or properties.title


def running_values(properties: Properties) -> Mapping[str, str]:
    """What headers and footers may show, by the tag of the content control."""
    return {
        "organisatie": properties.author,
        "onderwerp": shortened(properties.title, RUNNING_LENGTH),
        "soort": properties.subject,
        "kenmerk": properties.reference,
        "datum": day_in_words(properties.date),
        "peildatum": day_in_words(properties.reference_date),
    }
