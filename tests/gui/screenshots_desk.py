"""States of the desk as scenes: a letter with gaps, cards at the cursor, nothing there yet, and what went wrong."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from PySide6.QtWidgets import QApplication

from composer.domain.letter import Letter, Piece
from composer.gui.desk.desk import ATTACHMENTS, FINDINGS, PAGE, QUESTIONS, SOURCES
from composer.gui.manual import Manual
from composer.gui.notices import NoticeAction
from composer.gui.palette import Palette
from composer.gui.problem_report import ProblemReport
from composer.gui.window import Window
from composer.library.library import Library
from composer.work.letters import new_letter
from composer.work.writing.editing import with_source

Scene = tuple[str, Callable[[Window], object]]
DAY = date(2024, 12, 10)


def desk_scenes() -> Iterator[Scene]:
    """To be followed by another letter."""
    yield "nieuwe-brief", begin
    yield "nieuw-controle", lambda window: window.desk.right.show_tab(FINDINGS)
    yield "nieuw-vragen", lambda window: window.desk.right.show_tab(QUESTIONS)
    yield "maak-kan-niet", lambda window: window.making.open_card()
    yield "volgend-gat", away(lambda window: window.desk.editor.next_gap())
    yield "citeren", away(cite)
    yield "koppeling", away(lambda window: window.desk.editor.insertion.link())
    yield "wijziging", away(adapt)
    yield "bron-van-stuk", away(lambda window: window.desk.editor.pieces.show_source())
    yield "menu", away(lambda window: window.open_menu())
    yield "keuzes", choose_subject
    yield "acties-zoek", away(lambda window: type_in_palette(window, "bron"))
    yield "acties-niets", lambda window: type_in_palette(window, "zonnepaneel")
    yield "handleiding-zoek", away(lambda window: type_in_manual(window, "voetnoot"))
    yield "handleiding-niets", lambda window: type_in_manual(window, "zonnepaneel")
    yield "publicatie", away(report)
    yield "bericht-lang", away(tell)
    yield "leeg-bronnen", empty
    yield "leeg-controle", lambda window: window.desk.right.show_tab(FINDINGS)
    yield "leeg-bijlagen", lambda window: window.desk.right.show_tab(ATTACHMENTS)
    yield "leeg-vragen", lambda window: window.desk.right.show_tab(QUESTIONS)
    yield "leeg-pagina", lambda window: window.desk.right.show_tab(PAGE)
    yield "lege-bibliotheek", without_library
    yield "bibliotheek-terug", lambda window: window.reload_library()


def away(then: Callable[[Window], object]) -> Callable[[Window], object]:
    """With no card or list over the desk."""

    def scene(window: Window) -> None:
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        window.over.close_card()
        window.notices.card.close_card()
        then(window)

    return scene


def start(window: Window, letter: Letter) -> None:
    window.session.drop_unsaved()
    window.session.close()
    window.files.start(letter)


def begin(window: Window) -> None:
    start(window, new_letter(window.session.library, "raadsinformatiebrief", "Beverwijk", DAY))
    window.desk.right.show_tab(PAGE)


def go_to_first(window: Window) -> None:
    letter = window.session.letter
    assert letter is not None
    window.desk.editor.go_to_piece(next(piece.id for piece in letter.pieces() if piece.snippet))


def cite(window: Window) -> None:
    go_to_first(window)
    window.desk.editor.insertion.cite()


def adapt(window: Window) -> None:
    """A passage in the writer's own words, and what is different in it."""
    letter = window.session.letter
    assert letter is not None
    piece = next(piece for piece in letter.pieces() if piece.snippet)
    text = window.session.library.snippets[piece.snippet or ""].text
    changed = with_source(letter, piece.id, text.rstrip() + " Wij betreuren dat, en wij blijven in gesprek.")
    window.session.change(changed, "tekst wijzigen")
    window.session.review_now()
    go_to_first(window)
    window.desk.editor.pieces.show_change()


def choose_subject(window: Window) -> None:
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    chip = window.desk.passages.filters.subject
    chip.menu().popup(chip.mapToGlobal(chip.rect().bottomLeft()))


def type_in_palette(window: Window, words: str) -> None:
    window.over.open_palette()
    assert window.over.card is not None
    found = window.over.card.content
    assert isinstance(found, Palette)
    found.search.setText(words)


def type_in_manual(window: Window, words: str) -> None:
    window.over.close_card()
    window.open_manual()
    assert window.over.card is not None
    manual = window.over.card.content
    assert isinstance(manual, Manual)
    manual.search.setText(words)


def report(window: Window) -> None:
    told = (
        (
            "brief.docx",
            "in de eigenschappen staat de naam van een medewerker; sla het bestand op zonder persoonsgegevens",
        ),
        ("bijlage-2.pdf", "er staat een telefoonnummer in; lak het eerst"),
        ("de brief", "bij één bijlage staat niet of zij openbaar is"),
    )
    window.over.open_card(
        ProblemReport("Er is niets klaargezet", "Los dit eerst op en probeer het dan opnieuw.", told), "Publicatie"
    )
    assert window.over.card is not None
    window.over.card.open_above_middle()


def tell(window: Window) -> None:
    words = "Uw werk wordt nu niet tussentijds bewaard: de schijf is vol. Maak ruimte vrij, of bewaar de brief ergens anders."
    window.notices.tell(words, NoticeAction("Bewaar zelf", window.files.save))


def empty(window: Window) -> None:
    """A letter of which nothing was written yet."""
    away(lambda _: None)(window)
    letter = window.session.letter
    assert letter is not None
    nothing: dict[str, tuple[Piece, ...]] = dict.fromkeys(letter.sections, ())
    window.session.change(letter.with_changes(sections=nothing), "alles weghalen")
    window.session.review_now()
    window.desk.right.show_tab(SOURCES)


def without_library(window: Window) -> None:
    library: Library = window.session.library
    window.session.use_library(replace(library, snippets=MappingProxyType({})))
    window.desk.passages.follow()
