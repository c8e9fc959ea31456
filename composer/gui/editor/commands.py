"""Everything that can be done in the letter, as one table."""

from collections.abc import Callable
from functools import partial

from composer.gui.actions import ActionSpec
from composer.gui.editor.formatting import Formatting
from composer.gui.editor.pieces import Pieces
from composer.gui.editor.tables import Tables

LAYOUT, PIECE, GO = "Opmaak", "Stuk", "Ga naar"


class Commands:
    """The actions on the words at the cursor; `hindrance` of each says where it cannot be done."""

    def __init__(self, formatting: Formatting, tables: Tables, pieces: Pieces) -> None:
        self.formatting = formatting
        self.tables = tables
        self.pieces = pieces

    def not_in_heading(self) -> str | None:
        stop = self.formatting.why_not()
        return stop or ("Een kop is al vet." if self.formatting.in_heading() else None)

    def not_in_table(self) -> str | None:
        stop = self.formatting.why_not()
        return stop or ("Dit kan niet in een tabel." if self.tables.at_cursor() else None)

    def only_in_table(self) -> str | None:
        stop = self.formatting.why_not()
        return stop or (None if self.tables.at_cursor() else "Zet de cursor eerst in een tabel.")

    def layout(self) -> tuple[ActionSpec, ...]:
        words, stop, in_table = self.formatting, self.formatting.why_not, self.not_in_table
        bullets, numbers = partial(words.toggle_list, ordered=False), partial(words.toggle_list, ordered=True)
        listed, numbered = partial(words.is_list, ordered=False), partial(words.is_list, ordered=True)
        return (
            _marks("vet", "Maak vet", lambda: words.toggle("bold"), "Ctrl+B", self.not_in_heading, lambda: words.has("bold")),
            _marks("cursief", "Maak cursief", lambda: words.toggle("italic"), "Ctrl+I", stop, lambda: words.has("italic")),
            _marks("lijst", "Maak een lijst", bullets, "Ctrl+Shift+L", in_table, listed),
            _marks("genummerd", "Maak een genummerde lijst", numbers, "Ctrl+Shift+N", in_table, numbered),
            _marks("kop", "Maak een tussenkop", words.toggle_heading, "Ctrl+Shift+K", in_table, words.in_heading),
        )  # fmt: skip

    def in_tables(self) -> tuple[ActionSpec, ...]:
        tables, stop = self.tables, self.only_in_table
        return (
            ActionSpec("rij-toevoegen", "Voeg een rij toe", tables.add_row, "", LAYOUT, stop),
            ActionSpec("rij-verwijderen", "Verwijder de rij", tables.remove_row, "", LAYOUT, stop),
            ActionSpec("kolom-toevoegen", "Voeg een kolom toe", tables.add_column, "", LAYOUT, stop),
            ActionSpec("kolom-verwijderen", "Verwijder de kolom", tables.remove_column, "", LAYOUT, stop),
            ActionSpec("tabel-verwijderen", "Verwijder de tabel", tables.remove, "", LAYOUT, stop),
        )

    def on_pieces(self) -> tuple[ActionSpec, ...]:
        p = self.pieces
        return (
            ActionSpec("stuk-omhoog", "Zet het stuk hoger", lambda: p.move(up=True), "Alt+Up", PIECE, p.why_not_above),
            ActionSpec("stuk-omlaag", "Zet het stuk lager", lambda: p.move(up=False), "Alt+Down", PIECE, p.why_not_below),
            ActionSpec("stuk-verwijderen", "Verwijder het stuk", p.remove, "Ctrl+Shift+Del", PIECE, p.why_none),
            ActionSpec("toon-wijziging", "Toon wijziging", p.show_change, "", PIECE, p.why_not_adapted),
            ActionSpec("zet-terug", "Zet terug", p.put_back, "", PIECE, lambda: p.why_none() or p.why_not_adapted()),
            ActionSpec("toon-bron", "Toon bron van dit stuk", p.show_source, "", PIECE, p.why_no_source),
        )  # fmt: skip


def _marks(
    name: str,
    words: str,
    run: Callable[[], object],
    keys: str,
    hindrance: Callable[[], str | None],
    checked: Callable[[], bool],
) -> ActionSpec:
    """An action that is on or off at the cursor."""
    return ActionSpec(name, words, run, keys, LAYOUT, hindrance, checked)
