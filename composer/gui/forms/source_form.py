"""The form for a source: a published document on which facts rest."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, get_args

from PySide6.QtWidgets import QWidget

from composer.domain.source import Source, SourceKind
from composer.gui.elements import Button, ElidedLabel, row
from composer.gui.forms.context import LibraryContext
from composer.gui.forms.fields import AreaField, ChoiceField, Field, LineField, MomentField, completer
from composer.gui.forms.item_page import ItemPage
from composer.gui.forms.parts import Beside, Group, Section
from composer.library.front_matter import record_text
from composer.library.store import file_hash
from composer.library.yaml import is_record
from composer.work.editorial.drafting import EditBase
from composer.work.editorial.inventory import NamedLayer
from composer.work.following.evidence import attach

ABOUT = "Een bron is een stuk dat iedereen kan opvragen. Feiten steunen erop en brieven noemen haar in een noot."


class FileField(Field):
    """The document itself, so that the words of facts can be looked up in it."""

    def __init__(self, context: LibraryContext) -> None:
        self._context = context
        self._kept: dict[str, Any] | None = None
        self.chosen: Path | None = None
        holder = QWidget()
        line = row(holder, gap=8)
        self.name = ElidedLabel("Nog geen stuk gekozen", "secondary")
        self.choose_button = Button("Kies het stuk…", "", self.choose)
        line.addWidget(self.choose_button)
        line.addWidget(self.name, 1)
        help = "Een kopie komt in de bibliotheek. Dan kan het programma feiten in de tekst nazoeken."
        super().__init__("bestand", "Het stuk zelf", holder, help)
        self.setFocusProxy(self.choose_button)

    def choose(self) -> None:
        path = self._context.dialogs.source_file(self._context.settings.letters_folder())
        if path is not None:
            self.chosen = path
            self.name.set_words(path.name)
            self.changed.emit()

    def value(self) -> Any:
        if self.chosen is None:
            return self._kept
        return {"naam": self.chosen.name, "sha256": file_hash(self.chosen)}

    def set_value(self, value: Any) -> None:
        self._kept = value if is_record(value) else None
        self.name.set_words(str(self._kept["naam"]) if self._kept else "Nog geen stuk gekozen")


class SourcePage(ItemPage):
    kind = "bron"
    shelved = "bronnen"
    model = Source

    def __init__(
        self, context: LibraryContext, layer: NamedLayer, started: EditBase, record: dict[str, Any] | None = None
    ) -> None:
        kinds = {kind: kind.capitalize() for kind in get_args(SourceKind)}
        publisher = LineField("uitgever", "Uitgever", "Wie het stuk naar buiten bracht.", "Vul in wie het uitgaf")
        publisher.line.setCompleter(completer({s.publisher for s in context.library.sources.values()}, publisher.line))
        self.file = FileField(context)
        self.title = LineField("titel", "Titel", "Zoals die boven het stuk staat.", "Vul de titel in")
        form = Group(
            "",
            Section(
                "Welk stuk is het?",
                "",
                self.title,
                Beside("", publisher, ChoiceField("soort", "Soort", kinds), shares=(3, 2)),
                MomentField("datum", "Datum", fill="Vul de datum van het stuk in"),
            ),
            Section(
                "Waar is het te vinden?",
                "Zonder deze gegevens kan een lezer het stuk moeilijk opvragen.",
                LineField("adres", "Webadres", example="https://…"),
                LineField("kenmerk", "Kenmerk", "Nummer waaronder de uitgever het kent."),
                self.file,
            ),
            AreaField("toelichting", "Toelichting", "Voor collega’s; komt niet in een brief.", lines=2),
            gap=24,
        )
        heading = "Bron wijzigen" if started.before else "Nieuwe bron"
        super().__init__(context, form, heading, ABOUT, layer, started)
        self.begin(record)

    def taken(self) -> Iterable[str]:
        return self.context.library.sources

    def written(self, made: Source) -> str:
        return record_text(made, self.started.before)

    def prepare(self, made: Source) -> None:
        if self.file.chosen is not None:
            attach(made, self.file.chosen, self.layer.folder)
