"""Copies the whole letter for another program, with its layout and notes."""

from composer.library.library import Library
from composer.work.documents.files import StyleFinder, house_style, render_document
from composer.work.documents.making import Reviewed


def copied(reviewed: Reviewed, library: Library, find_style: StyleFinder = house_style) -> tuple[str, str]:
    """The letter as HTML and as plain text, with its notes; raises ComposerError when the house style cannot be used."""
    document = reviewed.assembly.document
    style = find_style(library, document.house_style)
    html, words = (render_document(document, style, suffix).decode() for suffix in (".html", ".txt"))
    return html, words
