"""A text that was rendered before is rendered again for its values only, and comes out as it would anew.

Whole letters, among others and alone, are in tests/bench/test_same_bytes.py.
"""

from typing import Any

import pytest

from composer.assemble import text_cache
from composer.assemble.letter import Assembler
from composer.assemble.markdown import Parsed, parse_markdown
from composer.assemble.text_cache import AssemblyContext, RenderedText, TextCache
from composer.domain.document import Origin
from composer.domain.letter import Letter
from composer.domain.traversal import inline_runs, plain
from composer.library.library import Library
from tests.libraries import Shelf, a_letter

HERE = Origin("eigen", "", "a1", 1)


def read(text: str, texts: TextCache, library: Library, **fields: str) -> RenderedText:
    """A text in a letter with these fields, after all that `texts` read before."""
    assembly = Assembler(library).assemble(a_letter(velden=fields))
    return texts.read(
        text, HERE, AssemblyContext(library, assembly.template, assembly.addressee, assembly.names, texts)
    )


def words(read: RenderedText) -> str:
    return " ".join(plain(run) for block in read.filled.blocks for run in inline_runs(block))


def test_the_same_values_give_the_very_same_rendering(library: Library) -> None:
    texts = TextCache()
    first, again = (read("Nummer {{ veld.kenmerk }}.", texts, library, kenmerk="A") for _ in range(2))
    assert again is first
    other = read("Nummer {{ veld.kenmerk }}.", texts, library, kenmerk="B")
    assert words(other) == "Nummer B."
    assert other.compiled is first.compiled


def test_each_outcome_of_a_condition_is_a_rendering_of_its_own_that_is_found_again(library: Library) -> None:
    text, texts = '{% if veld.kenmerk == "A" %}Ja{% else %}Nee, {{ veld.kenmerk }}{% endif %}.', TextCache()
    made = [read(text, texts, library, kenmerk=value) for value in ("A", "B", "A", "C")]
    assert [words(each) for each in made] == ["Ja.", "Nee, B.", "Ja.", "Nee, C."]
    assert made[2].compiled is made[0].compiled
    assert made[3].compiled is made[1].compiled


def test_the_same_text_is_parsed_once_for_every_municipality(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []

    def counting(text: str) -> Parsed:
        parsed.append(text)
        return parse_markdown(text)

    monkeypatch.setattr(text_cache, "parse_markdown", counting)
    assembler = Assembler(library)
    for cbs in ("GM0001", "GM0002"):
        assembler.assemble(a_letter("Wij zijn {{ gemeente.naam }}.", gemeente=cbs))
    assert len([text for text in parsed if text.startswith("Wij zijn")]) == 1


def test_pieces_that_did_not_change_are_kept_and_others_made_anew(library: Library) -> None:
    assembler = Assembler(library)
    first = assembler.assemble(a_letter("Eerste {{ gemeente.naam }}.", "Tweede."))
    second = assembler.assemble(a_letter("Eerste {{ gemeente.naam }}.", "Anders."))
    assert second.pieces[0].blocks is first.pieces[0].blocks
    assert second.pieces[1].blocks != first.pieces[1].blocks


def test_a_kept_piece_is_not_used_when_a_value_in_it_changes(shelf: Shelf) -> None:
    assembler = Assembler(shelf.load())

    def words(**changes: Any) -> str:
        letter: Letter = a_letter("Nummer {{ veld.kenmerk }}.", **changes)
        return plain(next(inline_runs(assembler.assemble(letter).pieces[0].blocks[0])))

    assert words(velden={"kenmerk": "A"}) == "Nummer A."
    assert words(velden={"kenmerk": "B"}) == "Nummer B."
    assert words() == "Nummer [nog invullen: kenmerk]."
