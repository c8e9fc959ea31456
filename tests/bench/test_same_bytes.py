"""The fast ways give what the plain ways give: the same bytes, the same findings, the same library."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import cycle
from pathlib import Path

import pytest

from composer import paths
from composer.assemble.letter import Assembler, assemble
from composer.check.checking import Checker, check
from composer.check.context import CheckContext
from composer.domain.letter import Letter, Piece
from composer.domain.prototypes import NO_PROTOTYPES
from composer.export.house_style import Contents, HouseStyle
from composer.export.to_docx import to_docx
from composer.library.cache import load_cached
from composer.library.layers import load
from composer.library.library import Library
from composer.work.documents.files import house_style
from composer.work.documents.series import make_series
from composer.work.letters import open_letter
from composer.work.program import parallel
from tests.bench.letters import addressed, the_letter

TODAY = date(2025, 3, 5)
EARLY = date(2024, 11, 30)
"""When some sources were not there yet, so that other documents are cited."""
PLACES = ("GM1721", "GM0363", "GM0893", "GM1721", "GM0375", "GM0451")


@pytest.fixture(scope="module")
def shipped() -> Library:
    return load(paths.content())


def letters(library: Library) -> list[Letter]:
    """The measured letter and an example, for several municipalities, and with a piece that was changed and changed back."""
    example = open_letter(paths.resources() / "voorbeelden" / "bernheze.raadsbrief", library)[0]
    made = [addressed(letter, cbs) for letter in (the_letter(), example) for cbs in PLACES]
    for letter in (made[0], made[-1]):
        piece = letter.pieces()[2]
        typed = Piece(id=piece.id, text="Wij praten op 3 mei 2025 met {{ gemeente.naam }} over de ALV van de VNG.")
        made += [letter.with_piece(typed), letter]
    return made


def test_a_letter_among_others_is_the_letter_alone(shipped: Library) -> None:
    assembler, checker, styles = Assembler(shipped), Checker(), dict[str, HouseStyle]()
    for letter in letters(shipped):
        warm, cold = assembler.assemble(letter), assemble(letter, shipped)
        assert warm.document == cold.document
        name = cold.document.house_style
        style = styles.setdefault(name, house_style(shipped, name))
        assert to_docx(warm.document, style) == to_docx(cold.document, house_style(shipped, name))
        found = checker.check(CheckContext(letter, warm, shipped, TODAY))
        assert found == check(CheckContext(letter, cold, shipped, TODAY))


EXAMPLES = sorted((paths.resources() / "voorbeelden").glob("*.raadsbrief"))
TEXTS = (
    "Wij praten op 3 mei 2025 met {{ veld.kenmerk }} over de ALV van de VNG.",
    "{{ veld.kenmerk }} LHV. **{{ veld.kenmerk }} NZa** [{{ veld.kenmerk }}](https://a.nl/{{ veld.kenmerk }})",
    "Zo staat het in {{ veld.kenmerk }}\n\n- een\n- {{ veld.kenmerk }}\n\n1. twee {{ veld.kenmerk }}\n2. [a](https://a.nl)",
    "| {{ veld.kenmerk }} | b |\n|---|---|\n| **{{ veld.kenmerk }}** | c |\n\n> {{ veld.kenmerk }} van de GGD",
    "Eerst.[^vng-neemt-niet-deel-aan-iza] {{ veld.kenmerk }} Nog een[^vng-neemt-niet-deel-aan-iza] {{ veld.kenmerk }}. En zo.",
    "## Over {{ veld.kenmerk }}\n\nDe GGD ({{ veld.kenmerk }}) en ({{ gemeente.naam }}) en de Wmo ({{ veld.kenmerk }}).",
    "Met {{ veld.kenmerk }} en de LHV, en nog eens {{ veld.kenmerk }}.",
    "{% if veld.kenmerk == 'Z-1' %}Ja, {{ gemeente.naam }}{% else %}Nee (IZA), {{ veld.kenmerk }}{% endif %}: "
    "{% for lid in regio.leden %}{{ lid }} en {{ veld.kenmerk }}, {% endfor %}",
    "&#xe000;&#xe001; en {{ veld.kenmerk }} <> &lt;&gt; {{ veld.kenmerk }}",
)
VALUES = (
    "Z-1",
    "Z-2",
    "het overleg van de VNG (VNG)",
    "dit:",
    "Nee. De minister van",
    "bij de",
    "de huisartsen (LHV)",
    "art.",
    "een\u00adteken <b> & “dat”",
    "een heel lang kenmerk waarvan een kolom breder wordt",
    "",
    "GGD",
)


def styles(library: Library) -> list[HouseStyle]:
    """A house style with notes at the foot of the page, one with a list of sources at the end, one with a list of contents."""
    plain = house_style(library, "neutraal")
    at_the_end = plain.settings.model_copy(update={"notes": "eindlijst", "sources_page": True})
    listed = plain.settings.model_copy(
        update={"notes": "geen", "contents": Contents(from_headings=3, page_numbers=False)}
    )
    return [plain, *(HouseStyle(plain.folder, settings, plain.package) for settings in (at_the_end, listed))]


def assert_the_same(letters: Iterable[Letter], library: Library) -> None:
    """Each letter after the others is, in every house style, what it is alone."""
    assembler, kept = Assembler(library), styles(library)
    for letter in letters:
        warm, cold = assembler.assemble(letter), assemble(letter, library)
        assert warm == cold
        for style in kept:
            alone = replace(style)
            assert to_docx(warm.document, style) == to_docx(replace(cold.document, prototypes=NO_PROTOTYPES), alone)


def test_every_example_among_others_is_the_same_in_every_house_style(shipped: Library) -> None:
    read = [open_letter(path, shipped)[0].with_ids() for path in EXAMPLES]
    made = (for_one(letter, cbs) for cbs in PLACES[:4] for letter in read)
    assert_the_same((each for letter in made for each in (letter, letter.with_changes(date=EARLY))), shipped)


def for_one(letter: Letter, cbs: str) -> Letter:
    return letter.with_changes(municipality=cbs, region=None, national=False, captured=None)


@pytest.mark.parametrize("text", TEXTS)
def test_what_a_value_does_to_the_words_around_it_is_never_kept(shipped: Library, text: str) -> None:
    letter = the_letter()
    own, passage = letter.pieces()[3], next(piece for piece in letter.pieces()[4:] if piece.snippet)
    changed = letter.with_piece(Piece(id=own.id, text=text)).with_piece(
        Piece(id=passage.id, snippet=passage.snippet, adapted=text)
    )
    filled = [changed.with_changes(fields={**letter.fields, "kenmerk": value}) for value in VALUES]
    assert_the_same(
        (addressed(each, cbs) for each, cbs in zip((*filled, *filled[:3]), cycle(PLACES), strict=False)), shipped
    )


def use(processes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def given(things: int) -> int:
        return processes

    monkeypatch.setattr(parallel, "_processes", given)


def test_a_series_by_two_processes_is_the_series_by_one(
    shipped: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ",".join(list(shipped.municipalities)[:6])
    written: list[dict[str, bytes]] = []
    for processes in (1, 2):
        use(processes, monkeypatch)
        heard: list[int] = []
        made = make_series(
            the_letter(), shipped, names, tmp_path / str(processes), lambda done, _, heard=heard: heard.append(done)
        )
        assert heard == [1, 2, 3, 4, 5, 6]
        written.append({path.name: path.read_bytes() for path in made})
    assert written[0] == written[1]


def test_a_series_can_be_stopped(shipped: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stopped(Exception):
        pass

    def stop(made: int, wanted: int) -> None:
        raise Stopped

    use(2, monkeypatch)
    with pytest.raises(Stopped):
        make_series(the_letter(), shipped, ",".join(list(shipped.municipalities)[:40]), tmp_path / "reeks", stop)
    made = list((tmp_path / "reeks").iterdir())
    assert len(made) < 40
    assert all(path.read_bytes().startswith(b"PK") for path in made if path.suffix == ".docx")


def test_the_catalogue_gives_the_library_that_was_read(shipped: Library, tmp_path: Path) -> None:
    def never() -> Library:
        raise AssertionError("read again")

    assert load_cached(paths.content(), (), tmp_path, lambda: shipped) == shipped
    if list(tmp_path.glob("*.catalogus")):  # nothing is kept while files are only just written
        assert load_cached(paths.content(), (), tmp_path, never) == shipped


def test_a_damaged_catalogue_is_passed_over(shipped: Library, tmp_path: Path) -> None:
    load_cached(paths.content(), (), tmp_path, lambda: shipped)
    for path in tmp_path.glob("*.catalogus"):
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        path.write_bytes(bytes(data))
    other = replace(shipped, default_house_style="anders")
    assert load_cached(paths.content(), (), tmp_path, lambda: other) is other
