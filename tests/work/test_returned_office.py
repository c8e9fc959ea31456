"""Letters that LibreOffice edited come back piece by piece; every edit is recovered, and nothing that was not edited changes."""

from collections.abc import Callable

import pytest

from composer.domain.letter import Letter
from composer.intake.returned_word import View
from composer.library.library import Library
from composer.work.returned.applying import apply_field, new_findings
from composer.work.returned.result import Returned
from tests.intake.office import Edited, edited, needed
from tests.work.returning import Round, order, outcomes, sent, text_of

pytestmark = needed()

A1 = (
    'Op {{ feit["alv-nam-aan"].alv }} nam de vergadering de resolutie aan. {{ feit["alv-nam-aan"].voor | hoofdletter }} '
    "was voor.[^alv-nam-aan]\n"
)
A2 = (
    "De raad krijgt deze brief ter informatie. Er is niets te besluiten.\n\n"
    "Wij **informeren** u op tijd over wat volgt. Lees ook [de resolutie](https://vng.example/resolutie) na.\n"
)
B1 = 'De SPUK blijft in {{ feit["spuk-blijft"].jaar }} beschikbaar.[^spuk-blijft]\n'
B2 = (
    "Wij besteden het geld aan:\n\n1. sport in de buurt;\n2. hulp bij stoppen met roken;\n   - ook in de wijk;\n"
    "3. ontmoeting.\n\n| Doel | Bedrag |\n| --- | --: |\n| sport | weinig |\n| hulp | veel |\n"
)
C2 = "## Vragen\n\n> Een goede vraag is het halve antwoord.\n\nStel uw vragen aan de griffie.\n"

Texts = dict[str, str]
RETYPED = 'Retype(doc, "De raad krijgt deze brief ter informatie.", "De raad leest deze brief ter voorbereiding.")'
RETYPED_A2 = A2.replace("krijgt deze brief ter informatie", "leest deze brief ter voorbereiding")
TRACKED = (
    f'doc.RecordChanges = True\n{RETYPED}\nRetype(doc, "Een goede vraag", "Een goede voorvraag")\n'
    'DeleteParagraph(doc, "Zo gaat het verder")'
)
TRACKED_TEXTS = {"a2": RETYPED_A2, "c2": C2.replace("goede vraag", "goede voorvraag")}
TRACKED_OUTCOMES = {"a2": "gewijzigd", "c2": "gewijzigd", "c1": "verwijderd"}
MOVE = 'CutAndPaste(doc, "blijft in 2025 beschikbaar", "Zo gaat het verder")'
SAME: Texts = {}

CASES: dict[str, tuple[str, Texts, Texts]] = {
    "Nothing": ("", SAME, SAME),
    "Retyped": (RETYPED, {"a2": "gewijzigd"}, {"a2": RETYPED_A2}),
    "RetypedBesideValues": (
        'Retype(doc, "nam de vergadering de resolutie aan", "heeft de vergadering de resolutie aangenomen")',
        {"a1": "gewijzigd"},
        {"a1": A1.replace("nam de vergadering de resolutie aan", "heeft de vergadering de resolutie aangenomen")},
    ),
    "RetypedValue": (
        'Retype(doc, "29\u00a0november", "30 november")',
        {"a1": "gewijzigd"},
        {"a1": A1.replace('{{ feit["alv-nam-aan"].alv }}', "30 november 2024")},
    ),
    "WordsAdded": (
        'InsertAfter(doc, "Er is niets te besluiten.", " Dat komt later.")',
        {"a2": "gewijzigd"},
        {"a2": A2.replace("besluiten.", "besluiten. Dat komt later.")},
    ),
    "WordsTaken": ('Retype(doc, " op tijd", "")', {"a2": "gewijzigd"}, {"a2": A2.replace(" op tijd", "")}),
    "Tracked": (TRACKED, TRACKED_OUTCOMES, TRACKED_TEXTS),
    "TrackedAccepted": (f'{TRACKED}\nCommand(doc, ".uno:AcceptAllTrackedChanges")', TRACKED_OUTCOMES, TRACKED_TEXTS),
    "TrackedOneAccepted": (
        f'{TRACKED}\nSettle(doc, "Accept", "De raad leest")\nCommand(doc, ".uno:RejectAllTrackedChanges")',
        {"a2": "gewijzigd"},
        {"a2": RETYPED_A2},
    ),
    "TrackedOneRejected": (
        f'{TRACKED}\nSettle(doc, "Reject", "goede voorvraag")',
        {"a2": "gewijzigd", "c1": "verwijderd"},
        {"a2": RETYPED_A2},
    ),
    "TrackedRejected": (f'{TRACKED}\nCommand(doc, ".uno:RejectAllTrackedChanges")', SAME, SAME),
    "ParagraphTaken": ('DeleteParagraph(doc, "Zo gaat het verder")', {"c1": "verwijderd"}, SAME),
    "PartTaken": (
        'DeleteParagraph(doc, "De raad krijgt deze brief")',
        {"a2": "gewijzigd"},
        {"a2": A2.partition("\n\n")[2]},
    ),
    "ParagraphAdded": (
        'NewParagraphAfter(doc, "Zo gaat het verder", "Hier komt nog iets bij.")',
        {"+Hier": "toegevoegd"},
        {"a3": "Hier komt nog iets bij.\n"},
    ),
    "ParagraphAddedInside": (
        'NewParagraphAfter(doc, "De raad krijgt deze brief", "Hier komt nog iets bij.")',
        {"a2": "gewijzigd"},
        {"a2": A2.replace("\n\n", "\n\nHier komt nog iets bij.\n\n")},
    ),
    "Moved": (MOVE, {"b1": "verplaatst"}, SAME),
    "MovedUnderAnotherHeading": (
        'CutAndPaste(doc, "blijft in 2025 beschikbaar", "nam de vergadering de resolutie aan")',
        {"b1": "verplaatst"},
        SAME,
    ),
    "MovedTracked": (
        f"doc.RecordChanges = True\n{MOVE}",
        {"b1": "verplaatst"},
        SAME,
    ),
    "MovedWithoutMarks": (f"DropMarks(doc)\n{MOVE}", {"b1": "verplaatst"}, SAME),
    "MovedAndRetyped": (
        'Retype(doc, "2025 beschikbaar", "2025 gewoon te krijgen, zoals eerder")\n'
        'CutAndPaste(doc, "gewoon te krijgen", "Zo gaat het verder")',
        {"b1": "gewijzigd"},
        {"b1": B1.replace("beschikbaar", "gewoon te krijgen, zoals eerder")},
    ),
    "Split": (
        'BreakBefore(doc, "Er is niets te besluiten.")',
        {"a2": "gewijzigd"},
        {"a2": A2.replace(" Er is", "\n\nEr is")},
    ),
    "Joined": (
        'JoinWithNext(doc, "De raad krijgt deze brief")',
        {"a2": "gewijzigd"},
        {"a2": A2.replace("\n\n", " ")},
    ),
    "MadeBold": (
        'Bold(doc, "niets te besluiten")',
        {"a2": "gewijzigd"},
        {"a2": A2.replace("niets te besluiten", "**niets te besluiten**")},
    ),
    "ItemRetyped": (
        'Retype(doc, "stoppen met roken", "gezonder leven")',
        {"b2": "gewijzigd"},
        {"b2": B2.replace("stoppen met roken", "gezonder leven")},
    ),
    "ItemAdded": (
        'NewParagraphAfter(doc, "sport in de buurt;", "sport op school;")',
        {"b2": "gewijzigd"},
        {"b2": B2.replace("buurt;\n2.", "buurt;\n2. sport op school;\n3.").replace("3. ontmoeting", "4. ontmoeting")},
    ),
    "ItemTaken": (
        'DeleteParagraph(doc, "sport in de buurt;")',
        {"b2": "gewijzigd"},
        {"b2": B2.replace("1. sport in de buurt;\n2.", "1.").replace("3. ontmoeting", "2. ontmoeting")},
    ),
    "CellRetyped": ('Retype(doc, "weinig", "minder")', {"b2": "gewijzigd"}, {"b2": B2.replace("weinig", "minder")}),
    "MarksDropped": ("DropMarks(doc)", SAME, SAME),
    "MarksDroppedAndRetyped": (f"DropMarks(doc)\n{RETYPED}", {"a2": "gewijzigd"}, {"a2": RETYPED_A2}),
    "ManyThings": (
        f'{RETYPED}\nRetype(doc, "Zo gaat het verder", "Zo gaan wij verder")\n'
        'Retype(doc, "De SPUK blijft", "De uitkering blijft")\n'
        'NewParagraphAfter(doc, "Stel uw vragen", "Of bel ons.")\nBold(doc, "nieuwe jaar")',
        {"a2": "gewijzigd", "b1": "gewijzigd", "c1": "gewijzigd", "+Of": "toegevoegd"},
        {
            "a2": RETYPED_A2,
            "b1": B1.replace("De SPUK", "De uitkering"),
            "c1": "Zo gaan wij verder in het **nieuwe jaar**, na de kerst en voor de zomer.\n",
            "a3": "Of bel ons.\n",
        },
    ),
}
ALSO = {
    "Field": 'Retype(doc, "[nog invullen: portefeuillehouder]", "C. Bakker")',
    "Remarked": 'Remark(doc, "ter informatie", "Is dit genoeg?")\nRemark(doc, "het college van", "Wie tekent?")',
    "NoteTaken": 'TakeAfter(doc, "beschikbaar.")',
    "Greeting": 'Retype(doc, "Geachte raad,", "Geachte leden van de raad,")',
    "LookAlike": 'DropMarks(doc)\nRetype(doc, "Zo gaat het verder in het nieuwe jaar, na de kerst", "Wij gaan door,")',
}
UNTOUCHED = "a1 a2 | b1 b2 b3 | c1 c2"
ORDERS = {
    "Tracked": "a1 a2 | b1 b2 b3 | c2", "TrackedAccepted": "a1 a2 | b1 b2 b3 | c2", "ParagraphTaken": "a1 a2 | b1 b2 b3 | c2",
    "TrackedOneRejected": "a1 a2 | b1 b2 b3 | c2", "MovedTracked": "a1 a2 | b2 b3 | c1 b1 c2",
    "MovedWithoutMarks": "a1 a2 | b2 b3 | c1 b1 c2", "MovedAndRetyped": "a1 a2 | b2 b3 | c1 b1 c2",
    "ParagraphAdded": "a1 a2 | b1 b2 b3 | c1 a3 c2", "Moved": "a1 a2 | b2 b3 | c1 b1 c2",
    "MovedUnderAnotherHeading": "a1 b1 a2 | b2 b3 | c1 c2", "ManyThings": "a1 a2 | b1 b2 b3 | c1 c2 a3",
}  # fmt: skip


@pytest.fixture(scope="module")
def went(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Round:
    return sent(library, tmp_path_factory.mktemp("uit"))


@pytest.fixture(scope="module")
def files(went: Round, tmp_path_factory: pytest.TempPathFactory) -> Edited:
    """All cases, done by LibreOffice in one session."""
    cases = {name: steps for name, (steps, _, _) in CASES.items()} | ALSO
    return edited(went.path, tmp_path_factory.mktemp("terug"), cases)


@pytest.fixture
def returned(went: Round, files: Edited) -> Callable[[str], Returned]:
    return lambda name: went.back(files[name])


@pytest.mark.parametrize("name", CASES)
def test_every_edit_is_recovered(name: str, went: Round, returned: Callable[[str], Returned]) -> None:
    _, changed, texts = CASES[name]
    back = returned(name)
    assert outcomes(back) == changed
    assert back.outside == () and back.comments == ()
    letter = went.taken(back)
    assert {key: text_of(letter, key) for key in texts} == texts
    assert order(letter) == ORDERS.get(name, UNTOUCHED)
    check_others(letter, went, changed)


def check_others(letter: Letter, went: Round, changed: Texts) -> None:
    """No other piece became another; one that was moved alone neither."""
    for piece in went.reviewed.letter.pieces():
        if changed.get(piece.id, "verplaatst") == "verplaatst":
            assert letter.piece(piece.id) == piece


def test_each_case_says_the_words_of_what_changed() -> None:
    for _, changed, texts in CASES.values():
        assert {key for key, outcome in changed.items() if outcome == "gewijzigd"} == {
            key for key in texts if key != "a3"
        }
        assert ("a3" in texts) == ("toegevoegd" in changed.values())


@pytest.mark.parametrize("name", ["Tracked", "TrackedRejected", "Nothing"])
def test_tracked_changes_may_be_read_as_not_made(name: str, went: Round, files: Edited) -> None:
    view: View = "oorspronkelijk"
    assert outcomes(went.back(files[name], view)) == {}


def test_tracked_changes_say_who_made_them(returned: Callable[[str], Returned]) -> None:
    (a2,) = (back for back in returned("Tracked").pieces if back.key == "a2")
    kinds = {(change.tracked.kind, change.words) for change in a2.tracked}
    assert ("verwijderd", "krijgt") in kinds or any("krijgt" in words for kind, words in kinds if kind == "verwijderd")
    assert all(change.tracked.author and change.tracked.when for change in a2.tracked)


def test_a_changed_value_is_held_against_its_fact_again(went: Round, returned: Callable[[str], Returned]) -> None:
    after = went.reviewed_again(went.taken(returned("RetypedValue")))
    found = [finding for finding in new_findings(went.reviewed, after) if finding.code == "cijfer-zonder-feit"]
    assert [(finding.piece, finding.words) for finding in found] == [("a1", "30 november 2024")]


def test_words_that_did_not_change_give_no_new_remarks(went: Round, returned: Callable[[str], Returned]) -> None:
    after = went.reviewed_again(went.taken(returned("RetypedBesideValues")))
    assert [f for f in new_findings(went.reviewed, after) if f.severity == "blokkerend"] == []


def test_a_citation_whose_mark_was_taken_is_gone(went: Round, returned: Callable[[str], Returned]) -> None:
    letter = went.taken(returned("NoteTaken"))
    assert text_of(letter, "b1") == B1.replace("[^spuk-blijft]", "")


def test_a_field_that_was_filled_in(went: Round, returned: Callable[[str], Returned]) -> None:
    back = returned("Field")
    (outside,) = back.outside
    assert (outside.field, outside.value) == ("portefeuillehouder", "C. Bakker") and back.changed == ()
    assert apply_field(went.reviewed.letter, outside).fields["portefeuillehouder"] == "C. Bakker"


def test_a_text_of_the_template_that_was_changed_is_told(returned: Callable[[str], Returned]) -> None:
    (outside,) = returned("Greeting").outside
    assert (outside.before, outside.words, outside.field) == ("Geachte raad,", "Geachte leden van de raad,", None)


def test_comments_come_with_the_words_and_the_piece_they_are_about(returned: Callable[[str], Returned]) -> None:
    back = returned("Remarked")
    (a2,) = (piece for piece in back.pieces if piece.comments)
    assert [(a2.key, c.author, c.text, c.about) for c in a2.comments] == [
        ("a2", "C. Bakker", "Is dit genoeg?", "ter informatie")
    ]
    assert [(c.text, c.about) for c in back.comments] == [("Wie tekent?", "het college van")]
    assert back.changed == ()


def test_without_marks_what_is_known_by_its_words_is_told_as_not_sure(returned: Callable[[str], Returned]) -> None:
    (a2,) = (back for back in returned("MarksDroppedAndRetyped").pieces if back.key == "a2")
    assert any("herkend aan de woorden" in doubt for doubt in a2.doubts)
    assert all(not back.doubts for back in returned("MarksDropped").pieces)


def test_a_text_known_by_its_place_alone_is_told_as_not_sure(returned: Callable[[str], Returned]) -> None:
    back = returned("LookAlike")
    assert outcomes(back) == {"c1": "gewijzigd"}
    assert [doubt for piece in back.changed for doubt in piece.doubts if "herkend aan de plaats" in doubt]
