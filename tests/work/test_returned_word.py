"""Letters that Word edited come back piece by piece, with changes tracked, accepted, rejected, or never tracked at all."""

from collections.abc import Callable
from pathlib import Path

import pytest

from composer.domain.errors import ComposerError
from composer.domain.letter import Letter
from composer.library.library import Library
from composer.ooxml.markup import elements, w
from composer.work.returned.applying import apply_changes, apply_field, new_findings
from composer.work.returned.result import Returned
from tests.intake.test_returned_word import docx, p, t
from tests.libraries import Shelf
from tests.work.returning import RECORD, Round, order, outcomes, sent, text_of
from tests.work.word_edits import WordFile

A1 = (
    'Op {{ feit["alv-nam-aan"].alv }} nam de vergadering de resolutie aan. {{ feit["alv-nam-aan"].voor | hoofdletter }} '
    "was voor.[^alv-nam-aan]\n"
)
A2 = (
    "De raad krijgt deze brief ter informatie. Er is niets te besluiten.\n\n"
    "Wij **informeren** u op tijd over wat volgt. Lees ook [de resolutie](https://vng.example/resolutie) na.\n"
)
B1 = 'De SPUK blijft in {{ feit["spuk-blijft"].jaar }} beschikbaar.[^spuk-blijft]\n'
B2 = str(RECORD["secties"]["geld"][1]["tekst"])
C1 = "Zo gaat het verder in het nieuwe jaar, na de kerst en voor de zomer.\n"
C2 = "## Vragen\n\n> Een goede vraag is het halve antwoord.\n\nStel uw vragen aan de griffie.\n"
UNTOUCHED = "a1 a2 | b1 b2 b3 | c1 c2"

Edit = Callable[[WordFile], None]
CASES: dict[str, tuple[Edit, dict[str, str], dict[str, str], str]] = {
    "nothing": (lambda word: None, {}, {}, UNTOUCHED),
    "retyped": (
        lambda word: word.replace("krijgt deze brief", "leest deze brief nu"),
        {"a2": "gewijzigd"},
        {"a2": A2.replace("krijgt deze brief", "leest deze brief nu")},
        UNTOUCHED,
    ),
    "retyped beside values": (
        lambda word: word.replace("nam de vergadering de resolutie aan", "nam men het besluit"),
        {"a1": "gewijzigd"},
        {"a1": A1.replace("nam de vergadering de resolutie aan", "nam men het besluit")},
        UNTOUCHED,
    ),
    "words taken": (
        lambda word: word.replace(" niets te", " nu niets te"),
        {"a2": "gewijzigd"},
        {"a2": A2.replace(" niets te", " nu niets te")},
        UNTOUCHED,
    ),
    "bold word struck": (
        lambda word: word.replace("informeren", "spreken"),
        {"a2": "gewijzigd"},
        {"a2": A2.replace("informeren", "spreken")},
        UNTOUCHED,
    ),
    "link retyped": (
        lambda word: word.replace("de resolutie na", "de resolutie hierna"),
        {"a2": "gewijzigd"},
        {"a2": A2.replace("[de resolutie](https://vng.example/resolutie) na", "de resolutie hierna")},
        UNTOUCHED,
    ),
    "heading retyped": (
        lambda word: word.replace("Vragen", "Uw vragen"),
        {"c2": "gewijzigd"},
        {"c2": C2.replace("## Vragen", "## Uw vragen")},
        UNTOUCHED,
    ),
    "paragraph removed": (
        lambda word: word.remove_paragraph("Zo gaat het verder"),
        {"c1": "verwijderd"},
        {},
        "a1 a2 | b1 b2 b3 | c2",
    ),
    "part removed": (
        lambda word: word.remove_paragraph("Wij informeren"),
        {"a2": "gewijzigd"},
        {"a2": A2.partition("\n\n")[0] + "\n"},
        UNTOUCHED,
    ),
    "paragraph added": (
        lambda word: word.add_after("Zo gaat het verder", "Hier komt nog iets bij."),
        {"+Hier": "toegevoegd"},
        {"a3": "Hier komt nog iets bij.\n"},
        "a1 a2 | b1 b2 b3 | c1 a3 c2",
    ),
    "paragraph added inside": (
        lambda word: word.add_after("De raad krijgt", "Hier komt nog iets bij."),
        {"a2": "gewijzigd"},
        {"a2": A2.replace("\n\n", "\n\nHier komt nog iets bij.\n\n")},
        UNTOUCHED,
    ),
    "moved": (
        lambda word: word.move_after("blijft in 2025 beschikbaar", "Zo gaat het verder"),
        {"b1": "verplaatst"},
        {},
        "a1 a2 | b2 b3 | c1 b1 c2",
    ),
    "moved under another heading": (
        lambda word: word.move_after("Zo gaat het verder", "was voor"),
        {"c1": "verplaatst"},
        {},
        "a1 c1 a2 | b1 b2 b3 | c2",
    ),
    "item retyped": (
        lambda word: word.replace("ook in de wijk", "ook in uw wijk"),
        {"b2": "gewijzigd"},
        {"b2": B2.replace("ook in de wijk", "ook in uw wijk")},
        UNTOUCHED,
    ),
    "cell retyped": (
        lambda word: word.replace("weinig", "minder"),
        {"b2": "gewijzigd"},
        {"b2": B2.replace("weinig", "minder")},
        UNTOUCHED,
    ),
    "value retyped": (
        lambda word: word.replace("2025", "2026"),
        {"b1": "gewijzigd"},
        {"b1": B1.replace('{{ feit["spuk-blijft"].jaar }}', "2026")},
        UNTOUCHED,
    ),
    "note removed": (
        lambda word: word.remove_note("beschikbaar"),
        {"b1": "gewijzigd"},
        {"b1": B1.replace("[^spuk-blijft]", "")},
        UNTOUCHED,
    ),
    "joined": (
        lambda word: word.join_with_next("De raad krijgt"),
        {"a2": "gewijzigd"},
        {"a2": A2.replace("\n\n", " ")},
        UNTOUCHED,
    ),
    "marks dropped": (lambda word: word.drop_marks(), {}, {}, UNTOUCHED),
    "copied with its marks": (
        lambda word: word.copy_after("De SPUK blijft", "Zo gaat het verder"),
        {"+De": "toegevoegd"},
        {"a3": "De SPUK blijft in 2025 beschikbaar.[^spuk-blijft]\n"},
        "a1 a2 | b1 b2 b3 | c1 a3 c2",
    ),
}
NEVER_TRACKED = {"marks dropped", "copied with its marks"}
WAYS = ("untracked", "tracked", "accepted", "rejected")
TRIED = [(name, way) for name in CASES for way in (WAYS[:1] if name in NEVER_TRACKED else WAYS)]


@pytest.fixture(scope="module")
def went(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Round:
    return sent(library, tmp_path_factory.mktemp("uit"))


def edited(went: Round, folder: Path, edit: Edit, way: str) -> Path:
    word = WordFile(went.path, tracked=way != "untracked")
    edit(word)
    if way == "accepted":
        word.accept_all()
    if way == "rejected":
        word.reject_all()
    return word.save(folder / "terug.docx")


@pytest.mark.parametrize(("name", "way"), TRIED)
def test_every_edit_is_recovered(name: str, way: str, went: Round, tmp_path: Path) -> None:
    edit, changed, texts, pieces = CASES[name]
    back = went.back(edited(went, tmp_path, edit, way))
    if way == "rejected":
        changed, texts, pieces = {}, {}, UNTOUCHED
    if way in ("tracked", "accepted") and name == "joined":  # then no space is put in
        texts = {"a2": A2.replace("besluiten.\n\nWij", "besluiten.Wij")}
    assert outcomes(back) == changed
    assert back.outside == ()
    letter = went.taken(back)
    assert {key: text_of(letter, key) for key in texts} == texts
    assert order(letter) == pieces
    for piece in went.reviewed.letter.pieces():
        if changed.get(piece.id, "verplaatst") == "verplaatst":
            assert letter.piece(piece.id) == piece


@pytest.mark.parametrize("name", [name for name in CASES if name not in NEVER_TRACKED])
def test_tracked_changes_may_be_read_as_not_made(name: str, went: Round, tmp_path: Path) -> None:
    path = edited(went, tmp_path, CASES[name][0], "tracked")
    assert outcomes(went.back(path, "oorspronkelijk")) == {}


def test_the_file_of_another_letter_is_refused(library: Library, went: Round, tmp_path: Path) -> None:
    with pytest.raises(ComposerError, match="andere brief"):
        sent(library, tmp_path, id="ander").back(went.path)


def test_a_file_in_which_nothing_is_known_again_is_refused(went: Round, tmp_path: Path) -> None:
    path = tmp_path / "vreemd.docx"
    path.write_bytes(docx(p(t("Iets heel anders."))))
    with pytest.raises(ComposerError, match="niets van deze brief"):
        went.back(path)


def back(went: Round, folder: Path, *edits: Edit, tracked: bool = False) -> Returned:
    word = WordFile(went.path, tracked=tracked)
    for edit in edits:
        edit(word)
    return went.back(word.save(folder / "terug.docx"))


def test_who_struck_a_piece_is_told(went: Round, tmp_path: Path) -> None:
    returned = back(went, tmp_path, lambda word: word.remove_paragraph("Zo gaat het verder"), tracked=True)
    (gone,) = returned.changed
    assert {(change.tracked.author, change.tracked.kind) for change in gone.tracked} == {("C. Bakker", "verwijderd")}
    assert "".join(change.words for change in gone.tracked) == C1.strip()


def test_a_passage_that_reads_as_before_is_that_passage_again(library: Library, tmp_path: Path) -> None:
    adapted = sent(library, tmp_path)
    sections = adapted.reviewed.letter.sections
    changed = sections["geld"][0].model_copy(update={"adapted": B1.replace("De SPUK blijft", "De SPUK bleef")})
    went = sent(library, tmp_path, sections={**sections, "geld": (changed, *sections["geld"][1:])})
    returned = back(went, tmp_path, lambda word: word.replace("De SPUK bleef", "De SPUK blijft"))
    assert text_of(went.taken(returned), "b1") == B1


def test_texts_that_are_much_alike_are_not_mistaken_for_each_other(library: Library, tmp_path: Path) -> None:
    """Two texts that differ in a word, both without their marks and one of them changed: neither is taken for the other."""
    texts = [
        "In 2024 kreeg de gemeente geld voor sport in de wijk.",
        "In 2025 kreeg de gemeente geld voor sport in de wijk.",
    ]
    pieces = [{"id": f"a{number}", "tekst": text} for number, text in enumerate(texts, 1)]
    went = sent(library, tmp_path, sections=Letter.model_validate(
        {"sjabloon": "brief", "landelijk": True, "datum": "2024-12-20", "secties": {"aanleiding": pieces}}).sections)  # fmt: skip
    returned = back(
        went, tmp_path, lambda word: word.drop_marks("In 2024"), lambda word: word.drop_marks("In 2025"),
        lambda word: word.replace("In 2024", "In 2023"), lambda word: word.replace("In 2025", "In 2026"),
    )  # fmt: skip
    kinds = outcomes(returned)
    assert kinds == {"+In": "toegevoegd", "a1": "verwijderd", "a2": "verwijderd"}


def test_a_letter_that_was_itself_changed_meanwhile_is_told(library: Library, went: Round, tmp_path: Path) -> None:
    sections = went.reviewed.letter.sections
    changed = sections["aanleiding"][1].model_copy(update={"text": A2.replace("op tijd", "altijd")})
    now = sent(library, tmp_path, sections={**sections, "aanleiding": (sections["aanleiding"][0], changed)})
    (a2,) = now.back(went.path).changed
    assert a2.key == "a2" and any("brief zelf is veranderd" in doubt for doubt in a2.doubts)


def test_only_what_is_chosen_is_taken_over(went: Round, tmp_path: Path) -> None:
    returned = back(
        went, tmp_path, lambda word: word.replace("krijgt", "leest"), lambda word: word.remove_paragraph("Zo gaat het")
    )
    taken = apply_changes(went.reviewed.letter, returned, went.reviewed.assembly, {"a2"})
    assert text_of(taken.letter, "a2") == A2.replace("krijgt", "leest") and taken.letter.piece("c1") is not None


def test_a_fact_that_is_told_otherwise_is_remarked_again(went: Round, tmp_path: Path) -> None:
    returned = back(went, tmp_path, lambda word: word.replace("blijft in 2025", "blijft in 2026"))
    found = list(new_findings(went.reviewed, went.reviewed_again(went.taken(returned))))
    assert [(f.code, f.piece, f.words, f.facts) for f in found if f.severity == "blokkerend"] == [
        ("wijkt-af-van-feit", "b1", "2026", ("spuk-blijft",))
    ]


@pytest.mark.parametrize(
    ("typed", "kept"), [("22-01-2025", "2025-01-22"), ("22 januari 2025", "2025-01-22"), ("later", "later")]
)
def test_a_day_that_was_filled_in_is_a_day(typed: str, kept: str, shelf: Shelf, tmp_path: Path) -> None:
    path = shelf.path("templates/brief.md")
    path.write_text(
        path.read_text().replace(":Datum:", ":Vergadering: {{ veld.vergadering }}\n:Datum:"), encoding="utf-8"
    )
    went = sent(shelf.load(), tmp_path)
    returned = back(went, tmp_path, lambda word: word.replace("[nog invullen: raadsvergadering]", typed))
    (outside,) = returned.outside
    assert (outside.field, outside.value) == ("vergadering", typed)
    assert apply_field(went.reviewed.letter, outside).fields["vergadering"] == kept


def test_of_two_fields_with_the_same_words_the_right_one_is_filled(shelf: Shelf, tmp_path: Path) -> None:
    path = shelf.path("templates/brief.md")
    path.write_text(path.read_text().replace(":Datum:", ":Onderwerp: {{ veld.onderwerp }}\n:Datum:"), encoding="utf-8")
    went = sent(shelf.load(), tmp_path, fields={"onderwerp": "C. Bakker", "portefeuillehouder": "C. Bakker"})
    word = WordFile(went.path)
    (line,) = (p for p in word.root.iter(w("p")) if word.words(p).startswith("Onderwerp"))
    next(text for text in line.iter(w("t")) if "Bakker" in (text.text or "")).text = "De SPUK"
    (outside,) = went.back(word.save(tmp_path / "terug.docx")).outside
    assert (outside.field, outside.value) == ("onderwerp", "De SPUK")


def test_a_new_footnote_is_told_and_its_words_are_not_lost(went: Round, tmp_path: Path) -> None:
    def note(word: WordFile) -> None:
        name = "word/footnotes.xml"
        text = word.package.read(name).decode()
        fresh = '<w:footnote w:id="77"><w:p><w:r><w:t>Zie het verslag.</w:t></w:r></w:p></w:footnote></w:footnotes>'
        word.package = word.package.with_part(name, text.replace("</w:footnotes>", fresh).encode())
        word.paragraph("Zo gaat het verder").append(elements('<w:r><w:footnoteReference w:id="77"/></w:r>')[0])

    (c1,) = back(went, tmp_path, note).changed
    assert c1.key == "c1" and c1.doubts == (
        "er kwam een voetnoot bij die geen feit van de bibliotheek is: Zie het verslag.",
    )
