"""Findings for mistakes met while assembling a letter; none of them stops the rest of the letter."""

from composer.domain.document import Origin
from composer.domain.errors import ComposerError, did_you_mean
from composer.domain.finding import Action, Finding, Severity
from composer.domain.letter import Letter, Piece
from composer.domain.template import Template
from composer.library.library import Library


def unreadable(error: ComposerError, origin: Origin, library: Library) -> Finding:
    """`tekst-onleesbaar`: Jinja that cannot be read, or a name that does not exist."""
    message = f"{_text(origin, library)}{error.message}."
    return _mistake("tekst-onleesbaar", message, origin.piece, line=(error.line or 1) + origin.line - 1)


def unknown_markup(message: str, origin: Origin, library: Library) -> Finding:
    """`opmaak-onbekend`: Markdown that the dialect does not have; its words stay on the page."""
    return _mistake("opmaak-onbekend", f"{_text(origin, library)}{message}.", origin.piece, "waarschuwing", origin.line)


def unreadable_condition(error: ComposerError, piece: Piece, title: str) -> Finding:
    """`voorwaarde-onleesbaar`"""
    return _mistake(
        "voorwaarde-onleesbaar", f"De voorwaarde van “{title}” is niet te lezen: {error.message}.", piece.id
    )


def lost_snippet(piece: Piece, library: Library) -> Finding:
    """`onbekend-tekstblok`"""
    name = piece.snippet or ""
    message = f"Tekstblok “{name}” bestaat niet (meer).{did_you_mean(name, library.snippets)}"
    return _mistake("onbekend-tekstblok", message, piece.id, words=name)


def unknown_section(name: str, pieces: tuple[Piece, ...], template: Template) -> Finding:
    """`onbekende-sectie`: the template does not have it, or shows it nowhere."""
    near = did_you_mean(name, [section.id for section in template.sections if section.id != name])
    told = f"toont sectie “{name}” nergens" if template.section(name) else f"heeft geen sectie “{name}”"
    message = f"Sjabloon “{template.title}” {told}; haar tekst staat niet op de pagina.{near}"
    return _mistake("onbekende-sectie", message, pieces[0].id, words=name)


def unknown_field(name: str, template: Template) -> Finding:
    """`onbekend-veld`: a remark only, since a letter keeps what was filled in for another template."""
    near = did_you_mean(name, [entry.name for entry in template.fields])
    message = f"Sjabloon “{template.title}” heeft geen veld “{name}”; het staat niet op de pagina.{near}"
    return _mistake("onbekend-veld", message, None, "waarschuwing" if near else "tip", words=name)


def unknown_addressee(letter: Letter, library: Library) -> Finding:
    """`onbekende-gemeente`, `onbekende-regio`"""
    kind = "gemeente" if letter.municipality else "regio"
    name = letter.municipality or letter.region or ""
    near = did_you_mean(name, library.municipalities if letter.municipality else library.regions)
    message = f"{kind.capitalize()} “{name}” bestaat niet in de bibliotheek.{near}"
    return _mistake(f"onbekende-{kind}", message, None, words=name)


def unknown_fact(name: str, origin: Origin, library: Library, addressee: str | None) -> Finding:
    """`onbekend-feit`: no such fact, or none of its series for this municipality."""
    if name in library.series:
        message = f"Voor {addressee or 'deze brief'} is er geen gegeven in de reeks “{name}”."
    else:
        message = f"Feit “{name}” bestaat niet.{did_you_mean(name, library.facts)}"
    return _mistake("onbekend-feit", _text(origin, library) + message, origin.piece, line=origin.line, words=name)


def not_for(addressee: str | None, piece: Piece, title: str) -> Finding:
    """`niet-van-toepassing`: the passage is meant for others."""
    return Finding(
        code="niet-van-toepassing",
        severity="waarschuwing",
        title="Tekstblok past niet",
        message=f"“{title}” is niet voor {addressee or 'deze brief'} bedoeld en staat daarom niet op de pagina.",
        words=title,
        piece=piece.id,
        advice="Haal het tekstblok weg of kies een ander.",
        action=Action("verwijder", piece.id, "Haal weg"),
    )


def unanswered(questions: tuple[str, ...], path: str, piece: Piece, title: str) -> Finding:
    """`voorwaarde-onbekend`: whether the passage is meant for this municipality is not known yet."""
    return Finding(
        code="voorwaarde-onbekend",
        severity="blokkerend",
        title="Vraag aan u",
        message=f"“{title}” staat niet op de pagina, want dit is nog niet bekend: {'; '.join(questions)}",
        words=title,
        piece=piece.id,
        advice="Vul het in bij het profiel, of haal het tekstblok weg.",
        action=Action("profiel", path, "Vul in"),
    )


def _mistake(
    code: str,
    message: str,
    piece: str | None,
    severity: Severity = "blokkerend",
    line: int | None = None,
    words: str = "",
) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        title="Tekst klopt niet",
        message=message,
        words=words,
        piece=piece,
        advice="Verbeter de tekst.",
        action=Action("stuk", piece, "Ga naar de tekst") if piece else None,
        line=line,
    )


def _text(origin: Origin, library: Library) -> str:
    """In which text a mistake stands."""
    if origin.kind == "tekstblok" and origin.name in library.snippets:
        return f"Tekstblok “{library.snippets[origin.name].title}”, regel {origin.line}: "
    return f"Sjabloon, regel {origin.line}: " if origin.kind == "sjabloon" else ""
