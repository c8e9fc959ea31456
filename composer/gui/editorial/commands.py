"""The actions about the library, for the menu, the palette and the keys."""

from composer.gui.actions import ActionSpec
from composer.gui.editorial.office import Office
from composer.work.catalogue import Shelved

GROUP = "Bibliotheek"


def library_commands(office: Office) -> tuple[ActionSpec, ...]:
    """In the order of the menu."""
    made: tuple[tuple[Shelved, str, str], ...] = (
        ("tekstblokken", "nieuw-tekstblok", "Maak een tekstblok"),
        ("feiten", "nieuw-feit", "Maak een feit"),
        ("bronnen", "nieuwe-bron", "Maak een bron"),
        ("sjablonen", "nieuw-sjabloon", "Maak een sjabloon"),
        ("huisstijlen", "huisstijl-overnemen", "Neem een huisstijl over uit Word…"),
    )
    return (
        ActionSpec("bibliotheek", "Beheer de bibliotheek", office.show_contents, "Ctrl+Shift+M", GROUP),
        *(ActionSpec(name, words, lambda kind=kind: office.make_new(kind), "", GROUP) for kind, name, words in made),
        ActionSpec("gemeente-gegevens", "Wijzig de gegevens van de gemeente", office.edit_profile, "", GROUP),
    )
