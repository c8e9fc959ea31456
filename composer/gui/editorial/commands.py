"""The actions about the library and about Word, for the menu, the palette and the keys."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from composer.gui.actions import ActionSpec
from composer.gui.editorial.tabs import AGENDA, HEALTH, REVIEW, SHARING

if TYPE_CHECKING:
    from composer.gui.editorial.controller import LibraryController  # it is furnished when it is first needed
    from composer.gui.editorial.sharing_page import SharingPage
    from composer.work.editorial.inventory import Made


GROUP = "Bibliotheek"
MADE: "tuple[tuple[Made, str, str], ...]" = (
    ("tekstblokken", "nieuw-tekstblok", "Maak een tekstblok"),
    ("feiten", "nieuw-feit", "Maak een feit"),
    ("reeksen", "nieuwe-reeks", "Maak een reeks feiten"),
    ("bronnen", "nieuwe-bron", "Maak een bron"),
    ("sjablonen", "nieuw-sjabloon", "Maak een sjabloon"),
    ("huisstijlen", "huisstijl-overnemen", "Neem een huisstijl over uit Word…"),
)
SHOWN: tuple[tuple[str, str, str, str], ...] = (
    (REVIEW, "beoordeel", "Beoordeel wat wacht", "Ctrl+Shift+J"),
    (AGENDA, "agenda", "Toon wat nagelezen moet worden", ""),
    (HEALTH, "stand", "Toon de stand van de bibliotheek", ""),
    (SHARING, "delen", "Deel de bibliotheek", ""),
)


def library_commands(controller: "Callable[[], LibraryController]") -> tuple[ActionSpec, ...]:
    """In the order of the menu."""
    return (
        ActionSpec("bibliotheek", "Beheer de bibliotheek", lambda: controller().show_contents(), "Ctrl+Shift+M", GROUP),
        *(
            ActionSpec(name, words, lambda tab=tab: controller().show(tab), keys, GROUP)
            for tab, name, words, keys in SHOWN
        ),
        *(
            ActionSpec(name, words, lambda kind=kind: controller().make_new(kind), "", GROUP)
            for kind, name, words in MADE
        ),
        ActionSpec(
            "gemeente-gegevens", "Wijzig de gegevens van de gemeente", lambda: controller().edit_profile(), "", GROUP
        ),
        ActionSpec("pak-in", "Pak de bibliotheek in…", lambda: _shared(controller()).pack(), "", GROUP),
        ActionSpec("pak-uit", "Pak een bibliotheek uit…", lambda: _shared(controller()).unpack(), "", GROUP),
    )


def _shared(controller: "LibraryController") -> "SharingPage":
    """From anywhere: the page that shows what happens comes first."""
    controller.show(SHARING)
    return controller.sharing


def word_commands(
    controller: "Callable[[], LibraryController]", needed: Callable[[], str | None], proposed: Callable[[], Path]
) -> tuple[ActionSpec, ...]:
    """`needed` says why there is no letter, `proposed` is the letter's own file name."""
    group = "Word"
    return (
        ActionSpec(
            "leeskopie",
            "Maak een leeskopie…",
            lambda: controller().word.make_copy(copy_name(proposed())),
            "",
            group,
            needed,
        ),
        ActionSpec(
            "terug-uit-word",
            "Open een brief die terugkwam uit Word…",
            lambda: controller().word.open_returned(),
            "",
            group,
            needed,
        ),
    )


def copy_name(letter: Path) -> Path:
    """brief.raadsbrief becomes brief-leeskopie.docx"""
    return letter.with_name(f"{letter.stem}-leeskopie.docx")
