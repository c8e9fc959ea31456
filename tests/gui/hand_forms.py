"""How a test fills in the forms of the library, as a user does."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from composer.gui.forms.page import FormPage
from composer.gui.window import Window


def form_of(window: Window) -> FormPage:
    """The form that is open."""
    form = window.office.room.form
    assert form is not None
    return form


def line(holder: QWidget, name: str, number: int = 0) -> QLineEdit:
    """The field of that name, the first of several."""
    return [found for found in holder.findChildren(QLineEdit) if found.accessibleName() == name][number]


def button(holder: QWidget, words: str) -> QPushButton:
    """The button in sight whose words begin so."""
    QApplication.processEvents()
    return next(
        found for found in holder.findChildren(QPushButton) if found.text().startswith(words) and found.isVisible()
    )


def area(holder: QWidget, name: str) -> QPlainTextEdit:
    return next(found for found in holder.findChildren(QPlainTextEdit) if found.accessibleName() == name)


def fill(holder: QWidget, **words: str) -> None:
    """Types into fields by their names, with a low line for a space in them."""
    for name, typed in words.items():
        write(line(holder, name.replace("_", " ")), typed)


def write(field: QLineEdit, typed: str) -> None:
    """Takes the place of what stands there; a list that opens below is put away."""
    QApplication.processEvents()
    field.setFocus()
    field.clear()
    for character in typed:
        QTest.keyClicks(field, character) if character.isascii() else field.insert(character)
    completer = field.completer()
    popup = completer.popup() if completer else None
    if popup is not None:
        popup.hide()


def told(form: FormPage) -> list[str]:
    """What is wrong with the fields, from top to bottom."""
    return [label.text() for label in form.form.mistakes()]
