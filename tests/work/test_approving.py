"""From draft to approved text: who may do what, in which state, and what is kept of it."""

from collections.abc import Callable
from datetime import date

import pytest

from composer.domain.errors import ComposerError
from composer.domain.revision import Item
from composer.domain.snippet import Snippet
from composer.library.front_matter import body_of, parsed_passage, status_of
from composer.library.history import folder_of, history
from composer.library.items import stored_item
from composer.library.layers import Layer
from composer.library.writing import EditConflict
from composer.work.editorial.approving import (
    Workspace,
    approve,
    hindrance,
    improve_and_approve,
    put_back,
    send_back,
    submit,
    withdraw,
    write,
)
from tests.libraries import Shelf

BLOCK = Item("tekstblokken", "blok")
FACT = Item("feiten", "feit")
TEXT = "---\nid: blok\ntitel: Blok\nonderwerp: spuk\n---\nDe SPUK {}.\n"
RECORD = """\
id: feit
onderwerp: spuk
aard: gebeurtenis
stelling: {}
kracht: besluit
bewijs: [{{bron: verslag-2024}}]
"""

Who = Callable[[str], Workspace]


@pytest.fixture
def who(layer: Shelf) -> Who:
    return lambda name: Workspace(Layer(layer.folder), name)


def now(workspace: Workspace, item: Item = BLOCK) -> str:
    found = stored_item(workspace.layer, item)
    assert found
    return found.version


def text(workspace: Workspace) -> str:
    found = stored_item(workspace.layer, BLOCK)
    assert found
    return found.text


def offered(workspace: Workspace, words: str = "blijft") -> str:
    """A passage that waits for approval, and its version."""
    saved = write(workspace, BLOCK, TEXT.format(words), "nieuwe ledenbrief", None)
    return submit(workspace, BLOCK, "klaar", saved.digest).digest


def test_from_draft_to_approved(who: Who) -> None:
    seen = offered(who("K. de Boer"))
    assert status_of(text(who("K"))) == "ter-beoordeling"
    saved = approve(who("S. Yilmaz"), BLOCK, "klopt met de bron", seen)
    assert saved.status == status_of(text(who("S"))) == "vastgesteld" and body_of(saved.text) == "De SPUK blijft."
    told = [(e.revision.act, e.revision.who, e.revision.why) for e in history(who("x").layer.folder, BLOCK).entries]
    assert told == [
        ("aangemaakt", "K. de Boer", "nieuwe ledenbrief"),
        ("ter-beoordeling", "K. de Boer", "klaar"),
        ("vastgesteld", "S. Yilmaz", "klopt met de bron"),
    ]


@pytest.mark.parametrize("name", ["K. de Boer", "  k. de  boer "])
def test_nobody_approves_their_own_text(who: Who, name: str) -> None:
    seen = offered(who("K. de Boer"))
    assert "laat een ander" in (hindrance(who(name), BLOCK) or "")
    for act in (
        lambda: approve(who(name), BLOCK, "", seen),
        lambda: improve_and_approve(who(name), BLOCK, TEXT, "", seen),
    ):
        with pytest.raises(ComposerError, match="laat een ander"):
            act()
    assert now(who("x")) == seen


def test_who_offered_the_text_of_another_does_not_approve_it_either(who: Who) -> None:
    saved = write(who("K. de Boer"), BLOCK, TEXT.format("blijft"), "", None)
    submit(who("S. Yilmaz"), BLOCK, "", saved.digest)
    assert hindrance(who("S. Yilmaz"), BLOCK) and hindrance(who("K. de Boer"), BLOCK)
    assert hindrance(who("C. Bakker"), BLOCK) is None


def test_an_organisation_may_allow_it(who: Who, layer: Shelf) -> None:
    seen = offered(who("K. de Boer"))
    layer.write("instellingen.yaml", "eigen_tekst_vaststellen: ja\n")
    assert approve(who("K. de Boer"), BLOCK, "", seen).status == "vastgesteld"


def test_rules_that_cannot_be_read_allow_nothing(who: Who, layer: Shelf) -> None:
    seen = offered(who("K. de Boer"))
    layer.write("instellingen.yaml", "eigen_tekst_vaststelen: ja\n")
    with pytest.raises(ComposerError, match="eigen_tekst_vaststel") as told:
        approve(who("K. de Boer"), BLOCK, "", seen)
    assert told.value.path == layer.path("instellingen.yaml") and told.value.line == 1


def test_an_approved_passage_gets_its_day_to_be_looked_at_again(who: Who) -> None:
    seen = offered(who("K. de Boer"))
    saved = approve(who("S. Yilmaz"), BLOCK, "", seen, date(2026, 3, 1))
    passage = parsed_passage(Snippet, saved.text)
    assert (passage.review_before, passage.status) == (date(2026, 3, 1), "vastgesteld")


def test_what_is_sent_back_says_why(who: Who) -> None:
    seen = offered(who("K. de Boer"))
    with pytest.raises(ComposerError, match="wat er anders moet"):
        send_back(who("S. Yilmaz"), BLOCK, "  ", seen)
    assert send_back(who("S. Yilmaz"), BLOCK, "noem het jaar", seen).status == "concept"
    latest = history(who("x").layer.folder, BLOCK).latest
    assert latest and (latest.act, latest.why) == ("teruggestuurd", "noem het jaar")


def test_an_improved_text_is_approved_with_both_names(who: Who) -> None:
    seen = offered(who("K. de Boer"))
    saved = improve_and_approve(who("S. Yilmaz"), BLOCK, TEXT.format("blijft in 2025"), "jaar erbij", seen)
    assert saved.status == "vastgesteld" and body_of(saved.text) == "De SPUK blijft in 2025."
    assert {entry.revision.who for entry in history(who("x").layer.folder, BLOCK).entries} == {
        "K. de Boer",
        "S. Yilmaz",
    }


def test_what_changed_since_it_was_looked_at_is_not_approved(who: Who) -> None:
    seen = offered(who("K. de Boer"))
    path = stored_item(who("x").layer, BLOCK).path  # pyright: ignore[reportOptionalMemberAccess]
    path.write_text(path.read_text().replace("blijft", "vervalt"))
    with pytest.raises(EditConflict):
        approve(who("S. Yilmaz"), BLOCK, "", seen)
    assert status_of(text(who("x"))) == "ter-beoordeling" and "vervalt" in text(who("x"))


def test_a_step_says_who_takes_it(who: Who) -> None:
    with pytest.raises(ComposerError, match="uw naam"):
        write(who("  "), BLOCK, TEXT.format("blijft"), "", None)
    assert stored_item(who("x").layer, BLOCK) is None


def test_a_withdrawn_text_can_be_put_back_as_it_ever_was(who: Who) -> None:
    offered(who("K. de Boer"))
    first = history(who("x").layer.folder, BLOCK).entries[0].name
    write(who("K. de Boer"), BLOCK, TEXT.format("vervalt"), "", now(who("x")))
    withdraw(who("S. Yilmaz"), BLOCK, "achterhaald", now(who("x")))
    saved = put_back(who("S. Yilmaz"), BLOCK, first, now(who("x")))
    assert saved.status == "concept" and body_of(saved.text) == "De SPUK blijft."
    assert len(history(who("x").layer.folder, BLOCK).entries) == 5, "nothing is taken away"


def test_a_text_whose_file_was_thrown_away_can_be_put_back(who: Who) -> None:
    offered(who("K. de Boer"))
    stored_item(who("x").layer, BLOCK).path.unlink()  # pyright: ignore[reportOptionalMemberAccess]
    last = history(who("x").layer.folder, BLOCK).entries[-1].name
    assert body_of(put_back(who("S. Yilmaz"), BLOCK, last, None).text) == "De SPUK blijft."


def test_a_fact_goes_the_same_way(who: Who) -> None:
    saved = write(who("K. de Boer"), FACT, RECORD.format("De SPUK blijft."), "", None)
    seen = submit(who("K. de Boer"), FACT, "", saved.digest).digest
    assert hindrance(who("K. de Boer"), FACT) and approve(who("S. Yilmaz"), FACT, "", seen).status == "vastgesteld"


def test_damage_to_one_event_does_not_stop_the_next_step(who: Who) -> None:
    seen = offered(who("K. de Boer"))
    folder = folder_of(who("x").layer.folder, BLOCK)
    (folder / history(who("x").layer.folder, BLOCK).entries[0].name).write_bytes(b"\x00")
    assert approve(who("S. Yilmaz"), BLOCK, "", seen).status == "vastgesteld"
    past = history(who("x").layer.folder, BLOCK)
    assert len(past.problems) == 1 and [e.revision.act for e in past.entries] == ["ter-beoordeling", "vastgesteld"]


def test_ends_of_lines_make_no_other_version(who: Who) -> None:
    saved = write(who("K. de Boer"), BLOCK, TEXT.format("blijft").replace("\n", "\r\n"), "", None)
    assert saved.digest == now(who("x")) and submit(who("K. de Boer"), BLOCK, "", saved.digest)


def test_a_record_keeps_its_id(who: Who) -> None:
    with pytest.raises(ComposerError, match="id: feit"):
        write(who("K. de Boer"), FACT, RECORD.format("x").replace("id: feit", "id: ander"), "", None)
