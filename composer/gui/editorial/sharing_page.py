"""Sharing the library: the folders it is read from, packing it into one file, and a file of somebody else's beside one's own."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from composer.domain.dutch import as_sentence
from composer.domain.errors import ComposerError
from composer.gui.background import Background, Outcome
from composer.gui.editorial.merge_card import MergeCard
from composer.gui.elements import Button, clear, column, ground, row, scrolled, surface, text
from composer.gui.form_controls import ComboBox
from composer.gui.forms.context import LibraryContext
from composer.gui.settings import LIBRARIES, NAME
from composer.gui.theme import Theme
from composer.library.merge_apply import apply_merge
from composer.library.merging import Merge, MergeItem
from composer.library.packing import SUFFIX
from composer.work.editorial.inventory import SHIPPED, NamedLayer
from composer.work.editorial.sharing import planned, put_in, share, used_folder

PACKED = f"Bibliotheken (*{SUFFIX})"
WIDTH = 980


class SharingPage(QWidget):
    library_changed = Signal()

    def __init__(self, context: LibraryContext) -> None:
        super().__init__()
        self.context = context
        self.plan: Merge | None = None
        self.card: MergeCard | None = None
        ground(self, "background")
        self._background = Background(self)
        self._background.done.connect(self._tell_share)
        self.folders: QVBoxLayout = column(gap=8)
        self.target = ComboBox()
        self.target.setAccessibleName("Welke map u inpakt of aanvult")
        self.merge: QVBoxLayout = column(gap=8)
        self._lay_out()

    def _lay_out(self) -> None:
        whole = QWidget()
        whole.setProperty("surface", "background")
        inside = QWidget()
        inside.setMaximumWidth(WIDTH)
        layout = column(inside, margins=(24, 20, 24, 24), gap=12)
        layout.addWidget(text("Delen", "page"))
        layout.addWidget(self._folder_card())
        layout.addWidget(self._file_card())
        layout.addLayout(self.merge)
        layout.addStretch(1)
        middle = row(whole, gap=0)
        middle.addWidget(inside, 30)
        middle.addStretch(1)
        area = scrolled(whole, "De bibliotheek delen", across=False)
        column(self).addWidget(area)
        self.setFocusProxy(self.target)

    def _folder_card(self) -> QWidget:
        card = surface("card")
        layout = column(card, margins=(20, 16, 20, 14), gap=8)
        layout.addWidget(text("Mappen", "heading"))
        words = "Een latere map vult de eerdere aan. Collega’s die dezelfde map kiezen, werken met dezelfde teksten."
        layout.addWidget(text(words, "secondary", wrap=True))
        layout.addLayout(self.folders)
        layout.addWidget(Button("Voeg een gedeelde map toe…", "link", self.add_folder), 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _file_card(self) -> QWidget:
        card = surface("card")
        layout = column(card, margins=(20, 16, 20, 14), gap=8)
        layout.addWidget(text("Als één bestand", "heading"))
        words = (
            "Zo gaat een bibliotheek mee op een stick of in een bericht. Bij het uitpakken gaat niets van u verloren."
        )
        layout.addWidget(text(words, "secondary", wrap=True))
        tools = row(gap=8)
        tools.addWidget(self.target, 1)
        tools.addWidget(Button("Pak in…", "", self.pack))
        tools.addWidget(Button("Pak uit…", "", self.unpack))
        layout.addLayout(tools)
        return card

    def refresh(self) -> None:
        clear(self.folders)
        for layer in self.context.layers():
            self.folders.addWidget(self._folder(layer))
        chosen = self.target.currentData()
        self.target.clear()
        for layer in self.context.writable():
            self.target.addItem(layer.name, str(layer.folder))
        self.target.setCurrentIndex(max(self.target.findData(chosen), 0))

    def _folder(self, layer: NamedLayer) -> QWidget:
        holder = QWidget()
        layout = row(holder, gap=12)
        names = column(gap=0)
        names.addWidget(text(layer.name))
        about = "De teksten die bij het programma horen" if layer.name == SHIPPED else str(layer.folder)
        names.addWidget(text(about, "small", wrap=True))
        layout.addLayout(names, 1)
        if str(layer.folder) in self.context.settings.get(LIBRARIES):
            for words, run in (("Werk bij", self._synchronise), ("Haal van de lijst", self._forget)):
                button = Button(words, "link", lambda run=run: run(layer))
                button.setAccessibleName(f"{words}: {layer.name}")
                layout.addWidget(button)
        return holder

    def add_folder(self) -> None:
        """A folder that colleagues use too."""
        folder = self.context.dialogs.folder_to_use("Kies de gedeelde map", self.context.settings.letters_folder())
        if folder is not None:
            others = [name for name in self.context.settings.get(LIBRARIES) if name != str(folder)]
            self.context.settings.put(LIBRARIES, (*others, str(folder)))
            self.library_changed.emit()
            self.refresh()

    def _forget(self, layer: NamedLayer) -> None:
        """The folder itself stays as it is."""
        others = tuple(name for name in self.context.settings.get(LIBRARIES) if name != str(layer.folder))
        self.context.settings.put(LIBRARIES, others)
        self.library_changed.emit()
        self.refresh()

    def _synchronise(self, layer: NamedLayer) -> None:
        who = self.context.settings.get(NAME)
        self._background.ask(lambda: used_folder(share(layer.folder), who)[1])

    def _tell_share(self, outcome: Outcome[str]) -> None:
        words = (
            as_sentence(outcome.failure)
            if outcome.failure
            else outcome.value or "Uw kopie en de gedeelde map zijn gelijk."
        )
        self.context.notices.tell(words)
        self.library_changed.emit()

    def _folder_chosen(self) -> Path:
        return Path(str(self.target.currentData()))

    def pack(self) -> None:
        """One file of all that a folder holds."""
        folder = self._folder_chosen()
        proposed = self.context.settings.letters_folder() / f"{folder.name}{SUFFIX}"
        target = self.context.dialogs.name_for_document(proposed, PACKED)
        if target is None:
            return
        try:
            count = put_in(folder, target)
        except ComposerError as error:
            self.context.notices.tell(f"Niet ingepakt: {as_sentence(error.message)}")
            return
        self.context.notices.tell(f"{count} bestanden ingepakt in {target.name}.")

    def unpack(self) -> None:
        """Shows what a packed library would bring; nothing is written yet."""
        file = self.context.dialogs.file_to_open(
            "Kies een ingepakte bibliotheek", PACKED, self.context.settings.letters_folder()
        )
        if file is None:
            return
        try:
            self.plan = planned(file, self._folder_chosen())
        except ComposerError as error:
            self.context.notices.tell(f"Dit bestand kan niet worden uitgepakt: {as_sentence(error.message)}")
            return
        self._show_plan(file.name, self.plan)

    def _show_plan(self, name: str, plan: Merge) -> None:
        clear(self.merge)
        self.card = MergeCard(name, plan, self.context.library, self.context.theme())
        self.card.dropped.connect(self.drop_plan)
        self.card.wanted.connect(self.carry_out)
        self.merge.addWidget(self.card)

    def drop_plan(self) -> None:
        self.plan = self.card = None
        clear(self.merge)

    def carry_out(self, taken: list[MergeItem]) -> None:
        """Brings in what is new, and of what differs what was ticked."""
        plan = self.plan
        if plan is None:
            return
        try:
            apply_merge(plan, self.context.settings.get(NAME), taken)
        except ComposerError as error:
            self.context.notices.tell(f"Niet uitgepakt: {as_sentence(error.message)}")
            return
        self.drop_plan()
        self.library_changed.emit()
        left = len(plan.of("verschil")) - len(taken)
        self.context.notices.tell(
            f"Uitgepakt.{f' {left} verschillen zijn gelaten zoals ze bij u zijn.' if left else ''}"
        )

    def set_theme(self, theme: Theme) -> None:
        """The words of a difference are drawn again."""
        if self.plan is not None and self.card is not None:
            self._show_plan(self.card.name, self.plan)

    def close_down(self) -> None:
        self._background.close()
