"""What a checker remembers never shows: whatever came before, it finds what one finds that has read nothing yet.

Letters come in any order, as in a long day: other examples, municipalities and dates, and pieces written, adapted, moved
and taken away; with RAADSBRIEF_LANG=1 a hundred times as many.
"""

import gc
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from random import Random

import pytest

from composer import paths
from composer.assemble.letter import Assembler, assemble
from composer.check import segments
from composer.check.checking import Checker, check
from composer.check.context import CheckContext
from composer.check.segments import Sentence
from composer.domain.letter import Attachment, Letter, Piece, Promise
from composer.domain.snippet import Snippet
from composer.library.captured import capture
from composer.library.letters import read_letter
from composer.library.library import Library
from tests.bench.letters import the_letter

STEPS = 8_000 if os.environ.get("RAADSBRIEF_LANG") else 70
DATES = (date(2024, 11, 20), date(2024, 12, 12), date(2025, 3, 5), date(2025, 6, 10), date(2026, 1, 5))
SAMPLES = (
    "Wij informeren u binnenkort over de SPUK IZA.",
    "Onze eisen blijven staan. De motie is aangenomen.",
    "Zodra dat kan, informeren wij u over {{ gemeente.naam }}.",
    "Onze leden stemden met 93% in met de resolutie. Daarom onderhandelen wij weer over het IZA.",
    "Op 3 mei 2024 gaat het programma van {{ gemeente.naam }} van start.",
    "De Vereniging van Nederlandse Gemeenten (VNG) besloot dat. De VNG zal in 2023 stoppen met het IZA.",
    "Er wordt gewerkt aan een plan, dat middels een brief wordt gedeeld en door de raad wordt besproken.",
    "Mevrouw J. de Vries belt u op 06-12345678 of mailt naar j.devries@{{ gemeente.naam }}.nl.",
    "Het college behandld dit in week 3. Zie bijlage 2 en ons kenmerk Z-2024-17, of klik [hier](https://vng.nl).",
    "De volgende punten:",
    "• eerst dit • dan dat",
    "# Planning",
    "De krant schreef: “Wij stoppen er binnenkort mee. De leden willen het.” Dat klopt niet.",
    "> Wij vragen onze leden om steun.",
    "| Wat | |\n|---|---|\n| {{ gemeente.naam }} | 12 december 2024 |",
    "De NZa en V&VN\u00a0zijn het e\u0301ens met het tekst\u202eblok.",
)
Change = Callable[[Letter, Random, Library], Letter]


def _other_place(letter: Letter, chance: Random, library: Library) -> Letter:
    return letter.with_changes(municipality=chance.choice(list(library.municipalities)), region=None, national=False)


def _other_day(letter: Letter, chance: Random, _: Library) -> Letter:
    return letter.with_changes(date=chance.choice(DATES), reference_day=chance.choice((None, *DATES)))


def _written(letter: Letter, chance: Random, library: Library) -> Letter:
    """Own words, some of which cite a fact, in the place of a piece."""
    words = chance.sample(SAMPLES, chance.randint(1, 3))
    cited = f"[^{chance.choice(list(library.facts))}]" if chance.random() < 0.4 else ""
    joint = chance.choice((" ", "\n\n"))
    return _with_piece(letter, chance, text=joint.join(words) + cited)


def _typed(letter: Letter, chance: Random, _: Library) -> Letter:
    """A word of a piece in the writer's own words changed, or typed double."""
    own = [piece for piece in letter.pieces() if piece.text]
    if not own:
        return letter
    piece = chance.choice(own)
    words = (piece.text or "").split(" ")
    words[chance.randrange(len(words))] = chance.choice(("niet", "wij", "IZA", "2024", "vergaderingg", "volgende week"))
    return letter.with_piece(Piece(id=piece.id, text=" ".join(words)))


def _adapted(letter: Letter, chance: Random, library: Library) -> Letter:
    snippet = chance.choice(list(library.snippets.values()))
    words = snippet.text.split(" ")
    words[chance.randrange(len(words))] = chance.choice(("niet", "zeker", "mogelijk", ""))
    return _with_piece(letter, chance, snippet=snippet.id, adapted=" ".join(words))


def _chosen(letter: Letter, chance: Random, library: Library) -> Letter:
    return _with_piece(letter, chance, snippet=chance.choice(list(library.snippets)))


def _with_piece(letter: Letter, chance: Random, **content: str) -> Letter:
    return letter.with_piece(Piece(id=chance.choice(letter.pieces()).id, **content)) if letter.pieces() else letter


def _moved(letter: Letter, chance: Random, _: Library) -> Letter:
    return letter.with_moved(chance.choice(letter.pieces()).id, chance.choice(list(letter.sections)), 0)


def _taken_away(letter: Letter, chance: Random, _: Library) -> Letter:
    return letter.without(chance.choice(letter.pieces()).id) if len(letter.pieces()) > 3 else letter


def _around(letter: Letter, chance: Random, _: Library) -> Letter:
    """What stands beside the text."""
    promising = [piece.id for piece in letter.pieces() if "informeren" in (piece.text or "")]
    promises = () if letter.promises else [Promise(piece=name, what="Een brief", due="2025-03") for name in promising]
    attachments = (Attachment(title="Resolutie"),) if chance.random() < 0.5 else ()
    fields = {**letter.fields, "kenmerk": chance.choice(("Z-2024-17", "a\u200bb", "Z9"))}
    return letter.with_changes(promises=promises, attachments=attachments, fields=fields)


CHANGES: tuple[Change, ...] = (
    _other_place, _other_place, _other_day, _written, _written, _typed, _typed, _adapted, _chosen, _moved, _taken_away,
    _around, _around,
)  # fmt: skip


def _examples(library: Library) -> list[Letter]:
    """As they come, and as they are saved with an older text of a passage."""
    files = sorted((paths.resources() / "voorbeelden").glob("*.raadsbrief"))
    letters = [the_letter(), *(read_letter(path).with_ids().with_changes(captured=None) for path in files)]
    older = replace(library, snippets={name: _older(held) for name, held in library.snippets.items()})
    return [*letters, *(capture(letter, older) for letter in letters)]


def _older(snippet: Snippet) -> Snippet:
    return snippet.model_copy(update={"text": f"{snippet.text} Zo was het."}) if "vng" in snippet.id else snippet


def _day(library: Library, seed: int) -> Iterator[tuple[Letter, date]]:
    """Letters one after another, each other than the last in one thing, with the day that it is."""
    chance, examples = Random(seed), _examples(library)
    letter = examples[0]
    for _ in range(STEPS):
        if chance.random() < 0.06:
            letter = chance.choice(examples)
        letter = chance.choice(CHANGES)(letter, chance, library)
        yield letter, chance.choice(DATES[2:4])


@pytest.mark.parametrize("seed", (1, 2))
def test_what_was_checked_before_never_shows(shipped: Library, seed: int) -> None:
    assembler, checker = Assembler(shipped), Checker()
    codes: set[str] = set()
    for letter, today in _day(shipped, seed):
        found = checker.check(CheckContext(letter, assembler.assemble(letter), shipped, today))
        assert found == check(CheckContext(letter, assemble(letter, shipped), shipped, today)), letter
        codes |= {finding.code for finding in found}
    assert len(codes) > 15


def test_a_long_day_is_not_remembered_whole(shipped: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """So many sentences typed, and no more of them kept than the checker says."""
    monkeypatch.setattr(segments, "SENTENCES", 100)
    assembler, checker, letter = Assembler(shipped), Checker(), the_letter()
    own = letter.pieces()[-1].id
    held: list[int] = []
    for number in range(800):
        typed = letter.with_piece(Piece(id=own, text=f"Dit is zin {number}. En dit is zin {number} nog eens."))
        checker.check(CheckContext(typed, assembler.assemble(typed), shipped, DATES[0]))
        if number % 50 == 49:
            held.append(sum(isinstance(each, Sentence) for each in gc.get_objects()))
    assert max(held[8:]) < 1.5 * max(held[:8])
