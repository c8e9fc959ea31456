"""The table of the window's actions; those of the letter come from its editor."""

from collections.abc import Callable
from dataclasses import replace

from composer.check.checking import blocking
from composer.domain.dutch import plural
from composer.gui.actions import ActionSpec, perform
from composer.gui.desk.desk import ATTACHMENTS, FINDINGS, PAGE, QUESTIONS, SOURCES
from composer.gui.editorial.commands import library_commands, word_commands
from composer.gui.settings import THEME
from composer.gui.window import Window

NO_LETTER = "Open eerst een brief, of begin een nieuwe"


def commands(window: Window) -> tuple[ActionSpec, ...]:
    """The actions by group, in the order of the menu."""
    groups = (_letter, _editing, _in_letter, _choices, _trust, _library, _view, _helping)
    return tuple(spec for group in groups for spec in group(window))


def _library(window: Window) -> tuple[ActionSpec, ...]:
    proposed = window.files.proposed
    return (
        *word_commands(lambda: window.office, needs_letter(window), proposed),
        *library_commands(lambda: window.office),
    )


def _in_letter(window: Window) -> tuple[ActionSpec, ...]:
    """The editor's own actions: they need a letter, and wait until the page follows it."""
    return tuple(_on_page(spec, window) for spec in window.desk.editor.actions())


def _on_page(spec: ActionSpec, window: Window) -> ActionSpec:
    needed, session, editor = needs_letter(window), window.session, window.desk.editor

    def hindrance() -> str | None:
        followed = session.review is not None and session.review.letter is session.letter
        return needed() or (spec.hindrance() if followed else None)

    def run() -> None:
        editor.catch_up()
        perform(spec)

    return replace(spec, hindrance=hindrance, run=run)


def needs_letter(window: Window) -> Callable[[], str | None]:
    """A hindrance for actions that need an open letter."""
    return lambda: None if window.session.letter is not None else NO_LETTER


def _letter(window: Window) -> tuple[ActionSpec, ...]:
    files, beside, publishing, needed = window.files, window.beside, window.publishing, needs_letter(window)
    return (
        ActionSpec("nieuw", "Begin een nieuwe brief", window.reception.show_for_new, "Ctrl+N"),
        ActionSpec("open", "Open een brief…", files.open, "Ctrl+O"),
        ActionSpec("begin", "Ga naar het beginscherm", window.reception.show, "Ctrl+H"),
        ActionSpec("bewaar", "Bewaar de brief", files.save, "Ctrl+S", hindrance=needed),
        ActionSpec("bewaar-als", "Bewaar onder een andere naam…", files.save_as, "Ctrl+Shift+S", hindrance=needed),
        ActionSpec("maak", "Maak document…", window.making.open_card, "Ctrl+E", hindrance=needed),
        ActionSpec(
            "definitief", "Zet de brief op definitief", window.making.toggle_final, "", "Brief",
            hindrance=lambda: _against_final(window), words=lambda: _final_words(window),
        ),
        ActionSpec(
            "open-in-word", "Open het gemaakte document", window.making.open_made, "Ctrl+Shift+W",
            hindrance=window.making.why_not_made,
        ),
        ActionSpec("publiceer", "Zet klaar voor publicatie…", publishing.prepare, "", hindrance=publishing.why_not),
        ActionSpec("keur", "Keur een Word-document…", publishing.judge, ""),
        ActionSpec("kopieer-alles", "Kopieer met opmaak en noten", beside.copy, "Ctrl+Shift+C", hindrance=needed),
        ActionSpec(
            "versies", "Toon eerdere versies…", lambda: beside.open_versions(window.theme), "Ctrl+Shift+H",
            hindrance=needed,
        ),
        ActionSpec("vervolg", "Begin een vervolgbrief", beside.follow_up, "", hindrance=needed),
        ActionSpec("sluit", "Sluit de brief", files.close, "Ctrl+W", hindrance=needed),
        ActionSpec("stop", "Stop het programma", window.close, "Ctrl+Q"),
    )  # fmt: skip


def _against_final(window: Window) -> str | None:
    letter, review = window.session.letter, window.session.review
    if letter is None or review is None:
        return NO_LETTER
    if letter.state == "concept" and (count := len(blocking(review.findings))):
        return f"{count} {plural(count, 'punt staat', 'punten staan')} nog in de weg"
    return "De brief is al verzonden" if letter.state == "verzonden" else None


def _final_words(window: Window) -> str:
    letter = window.session.letter
    return "Zet de brief terug op concept" if letter and letter.state == "definitief" else "Zet de brief op definitief"


def _editing(window: Window) -> tuple[ActionSpec, ...]:
    session = window.session
    needed, group = needs_letter(window), "Bewerken"
    return (
        ActionSpec(
            "ongedaan", "Maak ongedaan", session.undo, "Ctrl+Z", group,
            hindrance=lambda: None if session.undo_words else "Er is niets om ongedaan te maken",
            words=lambda: f"Maak ongedaan: {session.undo_words}" if session.undo_words else "Maak ongedaan",
        ),
        ActionSpec(
            "opnieuw", "Doe opnieuw", session.redo, "Ctrl+Y", group,
            hindrance=lambda: None if session.redo_words else "Er is niets om opnieuw te doen",
            words=lambda: f"Doe opnieuw: {session.redo_words}" if session.redo_words else "Doe opnieuw",
        ),
        ActionSpec("zoek", "Zoek een tekstblok", window.desk.search_passages, "Ctrl+F", group, hindrance=needed),
    )  # fmt: skip


def _choices(window: Window) -> tuple[ActionSpec, ...]:
    choices, needed, group = window.bar.choices, needs_letter(window), "Kiezen"
    return (
        ActionSpec(
            "gemeente", "Kies een andere gemeente", choices.open_municipality, "Ctrl+G", group, hindrance=needed
        ),
        ActionSpec("soort", "Kies een ander soort brief", choices.open_template, "", group, hindrance=needed),
        ActionSpec("peildatum", "Kies een andere peildatum", choices.open_dates, "Ctrl+D", group, hindrance=needed),
    )


def _trust(window: Window) -> tuple[ActionSpec, ...]:
    """The actions about sources, accountability and promises."""
    desk, beside, needed, group = window.desk, window.beside, needs_letter(window), "Verantwoording"
    pages, outdated = desk.pages, desk.timeline.outdated
    return (
        ActionSpec("toon-feit", "Toon waar dit op steunt", desk.show_fact_here, "F2", group, desk.why_no_fact_here),
        ActionSpec(
            "vervang-verouderd", "Vervang wat niet meer klopt", outdated.replace_all, "", group,
            hindrance=lambda: needed() or outdated.why_nothing(),
        ),
        ActionSpec(
            "verantwoording", "Verantwoordingsblad in beeld", lambda: desk.show_accounts(not pages.accounts.isChecked()),
            "", group, needed, pages.accounts.isChecked,
        ),
        ActionSpec("verantwoording-maken", "Maak het verantwoordingsblad…", beside.make_accounts, "", group, needed),
        ActionSpec("toezeggingen", "Toon alle toezeggingen…", beside.open_register, "", group),
    )  # fmt: skip


_TABS = (
    (PAGE, "Toon de pagina"),
    (SOURCES, "Toon de bronnen"),
    (FINDINGS, "Toon de controle"),
    (ATTACHMENTS, "Toon de bijlagen"),
    (QUESTIONS, "Toon de vragen van de raad"),
)
_THEMES = (
    ("systeem", "Licht of donker zoals het systeem"),
    ("licht", "Licht beeld"),
    ("donker", "Donker beeld"),
    ("contrast", "Hoog contrast"),
)


def _view(window: Window) -> tuple[ActionSpec, ...]:
    desk, needed, group = window.desk, needs_letter(window), "Beeld"
    pages, right = desk.pages, desk.right
    return (
        *(
            ActionSpec(f"toon-{tab}", words, lambda tab=tab: right.show_tab(tab), f"Ctrl+{number}", group, hindrance=needed)
            for number, (tab, words) in enumerate(_TABS, 1)
        ),
        ActionSpec("links", "Tekstblokken in beeld", desk.toggle_left, "F9", group, needed, desk.left_shown),
        ActionSpec("rechts", "Pagina en controle in beeld", desk.toggle_right, "F10", group, needed, desk.right_shown),
        ActionSpec("tijdlijn", "Tijdlijn in beeld", desk.toggle_timeline, "F11", group, needed, desk.timeline_shown),
        ActionSpec("groter", "Pagina groter", lambda: pages.zoom_by(1.2), "Ctrl++", group, hindrance=needed),
        ActionSpec("kleiner", "Pagina kleiner", lambda: pages.zoom_by(1 / 1.2), "Ctrl+-", group, hindrance=needed),
        ActionSpec("passend", "Pagina zo breed als het paneel", pages.fit, "Ctrl+0", group, hindrance=needed),
        ActionSpec("volgend-paneel", "Ga naar het volgende paneel", lambda: desk.go_to_place(1), "F6", group, hindrance=needed),
        ActionSpec("vorig-paneel", "Ga naar het vorige paneel", lambda: desk.go_to_place(-1), "Shift+F6", group, needed),
        *(
            ActionSpec(
                f"thema-{choice}", words, lambda choice=choice: window.choose_theme(choice), "", group,
                checked=lambda choice=choice: window.settings.get(THEME) == choice,
            )
            for choice, words in _THEMES
        ),
    )  # fmt: skip


def _helping(window: Window) -> tuple[ActionSpec, ...]:
    group = "Help"
    return (
        ActionSpec("handleiding", "Open de handleiding", window.open_manual, "F1", group),
        ActionSpec("acties", "Zoek een actie", window.over.open_palette, "Ctrl+K", group),
        ActionSpec("sneltoetsen", "Toon alle sneltoetsen", window.over.open_shortcuts, "Ctrl+F1", group),
        ActionSpec(
            "koppel", "Open brieven met dit programma", window.double_click.toggle, "", group,
            checked=lambda: window.double_click.opens_letters,
        ),
        ActionSpec("over", "Over Raadsbrief, versies en licenties", window.over.open_about, "", group),
    )  # fmt: skip
