"""Menus at the cursor and under the mouse, made of the same actions as everything else."""

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from composer.gui.actions import ActionSpec, perform
from composer.gui.editor.page import Page

IN_TABLE = ("rij-toevoegen", "rij-verwijderen", "kolom-toevoegen", "kolom-verwijderen", "tabel-verwijderen")
ANYWHERE = (
    ("knippen", "kopieren", "plakken", "plakken-als-tekst"),
    ("bron-aanhalen", "link"),
    ("stuk-omhoog", "stuk-omlaag", "toon-wijziging", "zet-terug", "toon-bron", "stuk-verwijderen"),
)


class Menus:
    def __init__(self, page: Page, specs: tuple[ActionSpec, ...]) -> None:
        self.page = page
        self._specs = {spec.id: spec for spec in specs}

    def open_at(self, point: QPoint) -> None:
        """What can be done here, at a point of the screen."""
        groups = (IN_TABLE, *ANYWHERE) if self._specs[IN_TABLE[0]].hindrance() is None else ANYWHERE
        self.made(groups).popup(point)

    def open_for_table(self) -> None:
        self.made((IN_TABLE,)).popup(self.page.viewport().mapToGlobal(self.page.cursorRect().bottomLeft()))

    def made(self, groups: tuple[tuple[str, ...], ...]) -> QMenu:
        """A menu that goes when it is closed."""
        menu = QMenu(self.page)
        for names in groups:
            if not menu.isEmpty():
                menu.addSeparator()
            for name in names:
                self._add(menu, self._specs[name])
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _add(self, menu: QMenu, spec: ActionSpec) -> None:
        action = menu.addAction(spec.text)
        action.setEnabled(spec.hindrance() is None)
        action.triggered.connect(partial(_run, spec))


def _run(spec: ActionSpec, _checked: bool = False) -> None:
    perform(spec)
