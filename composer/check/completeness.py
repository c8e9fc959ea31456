"""What is still missing: gaps, empty sections, facts without a source to name."""

from collections.abc import Iterable

from composer.check.subject import Subject
from composer.domain.document import Value, flatten, inlines
from composer.domain.finding import Action, Finding


def gaps(subject: Subject) -> Iterable[Finding]:
    """`gat`: a value that nobody has filled in yet, once for each name and piece."""
    document = subject.assembly.document
    values = [inline for block in document.blocks for inline in inlines(block) if isinstance(inline, Value)]
    noted = [inline for note in document.notes for inline in flatten(note.content) if isinstance(inline, Value)]
    for value in dict.fromkeys((value.path, value.label, value.origin.piece) for value in values if value.text is None):
        yield _gap(*value)
    for value in noted:
        if value.text is None:
            yield _unnamed_source(value)


def _gap(path: str, label: str, piece: str | None) -> Finding:
    return Finding(
        code="gat",
        severity="blokkerend",
        title=f"{label[:1].upper()}{label[1:]} ontbreekt",
        message=f"Nog niet ingevuld: {label}. Zonder dit kan de brief niet definitief worden.",
        words=f"[nog invullen: {label}]",
        piece=piece,
        advice=f"Vul in: {label}.",
        action=_filling(path),
    )


def _filling(path: str) -> Action | None:
    holder, _, name = path.partition(".")
    match holder:
        case "veld":
            return Action("veld", name, "Vul in")
        case "gemeente" | "regio":
            return Action("profiel", path, "Vul in")
        case _:
            return None


def _unnamed_source(value: Value) -> Finding:
    return Finding(
        code="gat",
        severity="blokkerend",
        title="Bron ontbreekt",
        message="Voor dit feit is nog geen bron te noemen die op de datum van de brief openbaar was.",
        words="[nog invullen: bron]",
        piece=value.origin.piece,
        facts=(value.fact,) if value.fact else (),
        advice="Noem bij het feit het oorspronkelijke stuk (“via”), of neem het niet op.",
        action=Action("bron", value.fact or "", "Toon het feit"),
    )


def empty_sections(subject: Subject) -> Iterable[Finding]:
    """`sectie-leeg`: an obligatory section without a word on the page."""
    filled = {piece.section for piece in subject.pieces if piece.blocks}
    for section in subject.assembly.template.sections:
        if section.required and section.id not in filled:
            name = section.heading or section.id
            yield Finding(
                code="sectie-leeg",
                severity="blokkerend",
                title="Onderdeel is leeg",
                message=f"Onderdeel “{name}” hoort in deze brief en is nog leeg.",
                words=name,
                advice="Kies een tekstblok of schrijf een eigen tekst.",
                action=Action("stuk", f"sectie:{section.id}", "Ga naar het onderdeel"),
            )
