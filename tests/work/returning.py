"""A letter that goes round as a Word file, and comes back."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from composer.domain.letter import Letter, Piece
from composer.intake.returned_word import View
from composer.library.library import Library
from composer.work.documents.files import house_style
from composer.work.documents.making import Reviewed, review
from composer.work.returned.applying import apply_changes
from composer.work.returned.result import Returned
from composer.work.returned.review_copy import came_back, review_copy

DAY = date(2024, 12, 20)
RECORD: dict[str, Any] = {
    "id": "proef",
    "sjabloon": "brief",
    "gemeente": "GM0001",
    "datum": DAY,
    "velden": {"onderwerp": "De SPUK in Bergdam"},
    "secties": {
        "aanleiding": [
            {"id": "a1", "tekstblok": "alv-aangenomen"},
            {
                "id": "a2",
                "tekst": "De raad krijgt deze brief ter informatie. Er is niets te besluiten.\n\n"
                "Wij **informeren** u op tijd over wat volgt. Lees ook [de resolutie](https://vng.example/resolutie) na.\n",
            },
        ],
        "geld": [
            {"id": "b1", "tekstblok": "spuk-blijft-beschikbaar"},
            {
                "id": "b2",
                "tekst": "Wij besteden het geld aan:\n\n1. sport in de buurt;\n2. hulp bij stoppen met roken;\n"
                "   - ook in de wijk;\n3. ontmoeting.\n\n| Doel | Bedrag |\n| --- | --: |\n| sport | weinig |\n| hulp | veel |\n",
            },
            {"id": "b3", "tekstblok": "bijdrage"},
        ],
        "vervolg": [
            {"id": "c1", "tekst": "Zo gaat het verder in het nieuwe jaar, na de kerst en voor de zomer.\n"},
            {
                "id": "c2",
                "tekst": "## Vragen\n\n> Een goede vraag is het halve antwoord.\n\nStel uw vragen aan de griffie.\n",
            },
        ],
    },
}


@dataclass(frozen=True)
class Round:
    """A letter as it went out in `path`."""

    reviewed: Reviewed
    library: Library
    path: Path

    def back(self, path: Path, view: View = "aanvaard") -> Returned:
        style = house_style(self.library, self.reviewed.assembly.document.house_style)
        return came_back(self.reviewed, self.library, style, path, view)

    def taken(self, returned: Returned) -> Letter:
        """Everything that came back taken over."""
        chosen = {back.key for back in returned.changed}
        taken = apply_changes(self.reviewed.letter, returned, self.reviewed.assembly, chosen)
        assert taken.refused == ()
        return taken.letter

    def reviewed_again(self, letter: Letter) -> Reviewed:
        return review(letter, self.library, self.library, DAY)


def sent(library: Library, folder: Path, **changes: object) -> Round:
    letter = Letter.model_validate(RECORD).with_changes(**changes)
    reviewed = review(letter, library, library, DAY)
    path = folder / "rondgestuurd.docx"
    path.write_bytes(review_copy(reviewed, library, house_style(library, reviewed.assembly.document.house_style)))
    return Round(reviewed, library, path)


def outcomes(returned: Returned) -> dict[str, str]:
    """What became of each piece that is not what it was; new text under its first word."""
    return {
        back.key if back.piece else f"+{back.words.split()[0]}": "verplaatst"
        if back.outcome == "ongewijzigd"
        else back.outcome
        for back in returned.changed
    }


def text_of(letter: Letter, key: str) -> str:
    """A piece's own words in the dialect; the id of the passage when it is just that."""
    piece = letter.piece(key)
    assert piece is not None
    return _words(piece)


def _words(piece: Piece) -> str:
    return piece.text or piece.adapted or f"tekstblok {piece.snippet}"


def order(letter: Letter) -> str:
    """The pieces by section: a1 a2 | b1 …"""
    return " | ".join(" ".join(piece.id for piece in pieces) for pieces in letter.sections.values())
