"""The pages about the library as scenes: its contents, every form, reviewing, the calendar, its state, sharing, and Word."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import patch

import docx

from composer.gui.editorial.history_card import HistoryCard
from composer.gui.editorial.tabs import AGENDA, HEALTH, REVIEW, SHARING
from composer.gui.forms.house_style_page import HouseStylePage
from composer.gui.forms.passage_form import PassagePage
from composer.gui.forms.series_form import SeriesPage
from composer.gui.window import Window
from composer.library.store import save
from composer.work.documents.files import house_style as house_style_named
from composer.work.documents.house_styles import inspect
from composer.work.returned.review_copy import review_copy
from tests.gui.editorial.conftest import PASSAGE, offer_change
from tests.gui.editorial.test_word import edited

Scene = tuple[str, Callable[[Window], object]]
WRONG = "Op 3 maart zei {{ gemeente.naamm }} ja.[^geen-feit]\n\nMeer weten wij nog niet."


def library_scenes() -> Iterator[Scene]:
    yield "bibliotheek", begin
    yield "bib-feiten", lambda window: window.office.contents.choose_kind("feiten")
    yield "bib-bron", refused_source
    yield "bib-feit", form("feiten")
    yield "bib-tekstblok", passage
    yield "bib-aanbod", offer_names
    yield "bib-tekst-fout", write_wrong
    yield "bib-sjabloon", form("sjablonen")
    yield "bib-reeks", series
    yield "bib-gemeente", municipality
    yield "bib-regio", lambda window: edit(window, "regios", "rnobb")
    yield "bib-huisstijl", house_style
    yield "bib-huisstijl-keuzes", style_choices
    yield "bib-beoordelen", show(REVIEW)
    yield "bib-drie", lambda window: window.office.review.views.setCurrentIndex(1)
    yield "bib-agenda", show(AGENDA)
    yield "bib-stand", show(HEALTH)
    yield "bib-delen", show(SHARING)
    yield "bib-geschiedenis", show_history
    yield "bib-gebruik", show_uses
    yield "bib-weg", drop
    yield "bib-terug-uit-word", come_back
    yield "bib-terug", lambda window: window.office.show_contents()


def drop(window: Window) -> None:
    window.over.close_card()
    window.notices.card.close_card()
    window.office.room.drop_form()
    window.office.room.hide_form()


def begin(window: Window) -> None:
    offer_change(window.office.context)
    window.reload_library()
    window.office.show_contents()


def form(kind: str) -> Callable[[Window], object]:
    def scene(window: Window) -> None:
        drop(window)
        window.office.make_new(kind)  # pyright: ignore[reportArgumentType]

    return scene


def show(tab: str) -> Callable[[Window], object]:
    def scene(window: Window) -> None:
        drop(window)
        window.office.show(tab)

    return scene


def refused_source(window: Window) -> None:
    form("bronnen")(window)
    if window.office.room.form is not None:
        window.office.room.form.save()


def passage(window: Window) -> None:
    drop(window)
    window.office.contents.go_to(PASSAGE.kind, PASSAGE.id)
    if entry := window.office.contents.selected():
        window.office.edit(entry)


def writing(window: Window) -> PassagePage:
    page = window.office.room.form
    assert isinstance(page, PassagePage)
    return page


def offer_names(window: Window) -> None:
    writing(window).text.edit.insert("@wethou")


def write_wrong(window: Window) -> None:
    writing(window).text.edit.offering.hide()
    writing(window).text.edit.setPlainText(WRONG)


def edit(window: Window, kind: str, key: str) -> None:
    drop(window)
    window.office.contents.go_to(kind, key)
    if entry := window.office.contents.selected():
        window.office.edit(entry)


def municipality(window: Window) -> None:
    edit(window, "gemeenten", "GM1721")


def style_choices(window: Window) -> None:
    edit(window, "huisstijlen", window.session.library.default_house_style)


def series(window: Window) -> None:
    """With one value that cannot be read."""
    edit(window, "feiten", "brede-spuk-2026")
    if isinstance(form := window.office.room.form, SeriesPage):
        form.table.model.setData(form.table.model.index(2, 1), "ruim een ton")
        form.table.view.setCurrentIndex(form.table.model.index(4, 1))
        form.in_view(form.table)


def house_style(window: Window) -> None:
    drop(window)
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Gemeente Voorbeeld"
    made.add_heading("Onderwerp", 1)
    made.add_paragraph("Een tekst van een oude brief.")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "Briefpapier.docx"
        made.save(str(path))
        found = inspect(path)
    bench = window.office.context
    window.office.open_form(lambda: HouseStylePage(bench, bench.writable()[0], found))


def show_history(window: Window) -> None:
    drop(window)
    window.office.show_contents()
    window.office.contents.go_to(PASSAGE.kind, PASSAGE.id)
    if entry := window.office.contents.selected():
        window.office.beside.show_history(entry)
    if window.over.card is not None and isinstance(card := window.over.card.content, HistoryCard):
        card.buttons()[2].click()


def show_uses(window: Window) -> None:
    window.over.close_card()
    window.office.beside.show_uses(PASSAGE)


def come_back(window: Window) -> None:
    """The letter as a reader changed it in Word."""
    session, asking = window.session, window.dialogs
    session.review_now()
    review = session.review
    assert review is not None
    path = window.settings.path.parent / "leeskopie.docx"
    save(
        path,
        review_copy(
            review, session.rendering, house_style_named(session.rendering, review.assembly.document.house_style)
        ),
    )
    edited(path, window)
    with patch.object(asking, "file_to_open", return_value=path):
        window.office.word.open_returned()
