"""Everything that can be done in the letter, as one table."""

from composer.gui.actions import ActionSpec, always
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
        words = self.formatting
        return (
            ActionSpec("vet", "Maak vet", lambda: words.toggle("bold"), "Ctrl+B", LAYOUT, self.not_in_heading, lambda: words.has("bold")),
            ActionSpec("cursief", "Maak cursief", lambda: words.toggle("italic"), "Ctrl+I", LAYOUT, words.why_not, lambda: words.has("italic")),
            ActionSpec("lijst", "Maak een lijst", lambda: words.toggle_list(ordered=False), "Ctrl+Shift+L", LAYOUT, self.not_in_table,
                       lambda: words.is_list(ordered=False)),
            ActionSpec("genummerd", "Maak een genummerde lijst", lambda: words.toggle_list(ordered=True), "Ctrl+Shift+N", LAYOUT,
                       self.not_in_table, lambda: words.is_list(ordered=True)),
            ActionSpec("kop", "Maak een tussenkop", words.toggle_heading, "Ctrl+Shift+K", LAYOUT, self.not_in_table, words.in_heading),
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
            ActionSpec("toon-bron", "Toon bron van dit stuk", p.show_source, "", PIECE, lambda: p.why_none() if p.current() is None else always()),
        )  # fmt: skip
