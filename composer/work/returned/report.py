"""Reports of a returned letter in Dutch lines and as plain data."""

from collections.abc import Iterator
from typing import Any

from composer.assemble.letter import Assembly
from composer.domain.errors import ComposerError
from composer.domain.letter import Letter
from composer.intake.returned_word import Comment
from composer.work.returned.result import Back, Change, Outside, Returned
from composer.work.writing.diff import format_diff

Record = dict[str, Any]
EVERYTHING = "alles"


def asked_for(returned: Returned, keys: str) -> frozenset[str]:
    """The keys of the changes to apply: all, or those named with commas.

    Raises ComposerError for a name that is none of them.
    """
    known = frozenset(back.key for back in returned.changed)
    wanted = known if keys == EVERYTHING else frozenset(key.strip() for key in keys.split(",") if key.strip())
    if strange := sorted(wanted - known):
        choice = ", ".join(sorted(known)) or "niets; er is niets veranderd"
        raise ComposerError(f"“{strange[0]}” is niet veranderd teruggekomen; kies uit {choice}")
    return wanted


def lines(returned: Returned, assembly: Assembly) -> Iterator[str]:
    """Each changed piece with its diff and comments, then the other changes."""
    for back in returned.pieces:
        if back in returned.changed or back.comments:
            yield f"{back.key}: {_outcome(back)} ({section_title(back.section, assembly)})"
            yield from (f"    {line}" for line in _inside(back))
    for outside in returned.outside:
        yield f"buiten de stukken: {_outside(outside)}"
    yield from (f"opmerking {_comment(comment)}" for comment in returned.comments)
    if returned.pictures:
        yield "Er zijn afbeeldingen bij gekomen; die gaan niet mee terug."


def _outcome(back: Back) -> str:
    if not back.moved:
        return back.outcome
    return "verplaatst" if back.outcome == "ongewijzigd" else f"{back.outcome} en verplaatst"


def _inside(back: Back) -> Iterator[str]:
    if back.outcome != "ongewijzigd":
        yield from format_diff(back.difference).splitlines()
    yield from (f"let op: {doubt}" for doubt in back.doubts)
    yield from dict.fromkeys(f"{change.tracked.kind} door {change.tracked.author}" for change in back.tracked)
    yield from (f"opmerking {_comment(comment)}" for comment in back.comments)


def _comment(comment: Comment) -> str:
    about = f" bij “{comment.about}”" if comment.about else ""
    return f"van {comment.author or 'iemand'}{about}: {' '.join(comment.text.split())}"


def _outside(outside: Outside) -> str:
    if outside.field:
        return f"veld {outside.field} werd “{outside.value}”"
    return f"“{outside.before}” werd “{outside.words}”; deze tekst staat in het sjabloon en blijft zoals hij is"


def section_title(name: str, assembly: Assembly) -> str:
    """The heading of a section as the template has it, else its name."""
    section = assembly.template.section(name)
    return section.heading if section and section.heading and "{" not in section.heading else name.replace("_", " ")


def record(returned: Returned) -> Record:
    return {
        "stukken": [_piece(back) for back in returned.pieces],
        "buiten": [_outside_record(outside) for outside in returned.outside],
        "opmerkingen": [_comment_record(comment) for comment in returned.comments],
        "afbeeldingen": returned.pictures,
    }


def _piece(back: Back) -> Record:
    return {
        "sleutel": back.key,
        "stuk": back.piece,
        "sectie": back.section,
        "achter": back.after,
        "uitkomst": back.outcome,
        "verplaatst": back.moved,
        "voor": back.before,
        "na": back.words,
        "twijfel": list(back.doubts),
        "wijzigingen": [_change(change) for change in back.tracked],
        "opmerkingen": [_comment_record(comment) for comment in back.comments],
    }


def _change(change: Change) -> Record:
    held = change.tracked
    return {"soort": held.kind, "wie": held.author, "wanneer": held.when, "woorden": change.words}


def _comment_record(comment: Comment) -> Record:
    return {"wie": comment.author, "wanneer": comment.when, "tekst": comment.text, "over": comment.about}


def _outside_record(outside: Outside) -> Record:
    return {"voor": outside.before, "na": outside.words, "veld": outside.field, "waarde": outside.value}


def remaining(returned: Returned, letter: Letter, taken: frozenset[str]) -> int:
    """The number of changes not applied, fields included."""
    pieces = sum(back.key not in taken for back in returned.changed)
    return pieces + sum(each.field is None or letter.fields.get(each.field) != each.value for each in returned.outside)
