"""From a key to the paper and its remarks brought up to date, and to the page as it will be printed."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import cycle

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit

from composer.domain.document import Document
from composer.domain.letter import Letter
from composer.export.to_pdf import to_pdf
from composer.gui.application import make_application
from composer.gui.editor.editor import LetterEditor
from composer.gui.pages.pdf import Pdf
from composer.gui.session import Session
from composer.gui.theme import LIGHT
from composer.library.library import Library
from composer.work.documents.files import house_style
from composer.work.libraries import open_library
from tests.bench.letters import repeated, the_letter
from tests.bench.measuring import Times, Way, in_turns, once, ratio
from tests.bench.peers import Typst
from tests.bench.results import Line, Part, at_most, milliseconds

TODAY = date(2024, 12, 12)
KEYS, ROUNDS, PAGES, PASTES = "een zin ", 20, 12, 7
TWENTY = 7
"""So many times the letter's pieces make twenty pages."""
SCREEN = 96 / 72


def measure() -> Part:
    application = make_application([])
    library = open_library()
    part = Part(
        "Typen en kijken",
        "Een toets in de laatste alinea, tot tekst en bevindingen weer kloppen, acht achter elkaar.",
    )
    _typing(part, library)
    _pasting(part, library)
    _looking(part, library)
    application.processEvents()
    return part


def _typing(part: Part, library: Library) -> None:
    short, long = _editor(library, the_letter()), _editor(library, repeated(the_letter(), TWENTY))
    bare = QTextEdit()
    bare.setPlainText(short.page.toPlainText())
    bare.show()
    keys = cycle(KEYS)
    ways: dict[str, Way] = {
        "een toets, twee bladzijden": lambda: _pressed(short, next(keys)),
        "een toets, twintig bladzijden": lambda: _pressed(long, next(keys)),
        "alleen opmaken door Qt, twee bladzijden": _layout(short),
        "alleen opmaken door Qt, twintig bladzijden": _layout(long),
        "een toets in een kaal tekstvak": lambda: QTest.keyClicks(bare, next(keys)),
    }
    times = in_turns(ways, ROUNDS, burst=len(KEYS))
    for name, taken in times.items():
        part.lines.append(Line(name, milliseconds(taken)))
        part.bars.append((name, 1 / taken.middle))
    key, far, two, twenty, bare_key = times.values()
    part.lines[1] = replace(part.lines[1], compared=f"{ratio(far, bare_key)} × een toets in een kaal tekstvak")
    part.goals.append(at_most("een toets, tegenover Qt's opmaak van de twee bladzijden", 1.5, ratio(key, two)))
    part.goals.append(at_most("een toets in twintig bladzijden, tegenover die alle opmaken", 0.25, ratio(far, twenty)))


def _editor(library: Library, letter: Letter) -> LetterEditor:
    session = Session(library, today=TODAY)
    editor = LetterEditor(session, LIGHT)
    session.setParent(editor)
    editor.resize(760, 900)
    session.start(letter)
    editor.show()
    editor.go_to_piece(letter.pieces()[-1].id)
    return editor


def _pasting(part: Part, library: Library) -> None:
    editor, data = _editor(library, repeated(the_letter(), TWENTY)), QMimeData()
    named: dict[str, list[float]] = {"drie bladzijden plakken, in twintig": [], "een toets daarna": []}
    for number in range(PASTES):
        data.setText(three_pages(number))
        pasted = once(lambda: _pasted(editor, data))
        pressed = once(lambda: _pressed(editor, "a"))
        for times, taken in zip(named.values(), (pasted, pressed), strict=True):
            times.append(taken)
        while editor.session.undo_words:
            editor.session.undo()
        editor.session.review_now()
    part.lines.extend(Line(name, milliseconds(Times(tuple(taken)))) for name, taken in named.items())


def three_pages(times: int = 0) -> str:
    """Fifteen hundred words of somebody else's, no sentence twice, others each time: paragraphs and a list."""
    sentence = (
        "De gemeente werkt met regio {} aan plan {} voor de zorg en houdt de raad op de hoogte van wat er gebeurt."
    )
    paragraphs = [" ".join(sentence.format(times, 5 * row + each) for each in range(5)) for row in range(14)]
    return "\n".join((*paragraphs, *(f"- punt {number} van lijst {times}" for number in range(12))))


def _pasted(editor: LetterEditor, data: QMimeData) -> None:
    editor.clips.paste(data)
    editor.session.review_now()


def _pressed(editor: LetterEditor, key: str) -> None:
    QTest.keyClicks(editor.page, key)
    editor.session.review_now()


def _layout(editor: LetterEditor) -> Callable[[], object]:
    """All of the same words laid out anew, as wide as they are on the paper."""
    document: QTextDocument = editor.page.document().clone(editor)
    widths = cycle((600.0, 601.0))

    def lay_out() -> object:
        document.setTextWidth(next(widths))
        return document.documentLayout().documentSize()

    return lay_out


def _looking(part: Part, library: Library) -> None:
    session = Session(library, today=TODAY)
    session.start(the_letter())
    assert session.review is not None
    document, typst = session.review.assembly.document, Typst()
    style = house_style(library, document.house_style)
    ours, bare = "de bladzijden na een wijziging", "typst, kaal, naar beelden"
    times = in_turns({ours: lambda: _seen(to_pdf(document, style)), bare: lambda: _painted(typst, document)}, PAGES)
    part.lines.extend(Line(name, milliseconds(taken)) for name, taken in times.items())
    part.goals.append(at_most("de bladzijden in beeld, tegenover kale typst", 2.5, ratio(times[ours], times[bare])))


def _seen(data: bytes) -> None:
    pdf = Pdf(data)
    for number in range(len(pdf)):
        pdf.page(number, SCREEN)
    pdf.close()


def _painted(typst: Typst, document: Document) -> None:
    assert typst.images(document)
