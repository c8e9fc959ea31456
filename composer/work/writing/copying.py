"""The whole letter for another program, with its layout and its notes."""

from composer.library.library import Library
from composer.work.documents.making import Reviewed, StyleFinder, house_style, render_document


def copied(reviewed: Reviewed, library: Library, find_style: StyleFinder = house_style) -> tuple[str, str]:
    """As HTML and as plain text, with the notes below it; raises ComposerError when the house style cannot be used."""
    document = reviewed.assembly.document
    style = find_style(library, document.house_style)
    html, words = (render_document(document, style, suffix).decode() for suffix in (".html", ".txt"))
    return html, words
