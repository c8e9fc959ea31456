"""What a desk does with its texts: write, offer, approve, send back, withdraw, put back."""

from dataclasses import dataclass
from datetime import date

from composer.domain.errors import ComposerError
from composer.domain.revision import Item, same_person
from composer.library import writing
from composer.library.history import history
from composer.library.items import held
from composer.library.layers import Layer
from composer.library.rules import rules
from composer.library.texts import with_head
from composer.library.writing import Saved, Step

NOBODY = "vul eerst uw naam in; bij iedere stap wordt bewaard wie hem zette"
OWN_TEXT = (
    "u schreef deze tekst zelf mee; laat een ander hem vaststellen, "
    "of zet “eigen_tekst_vaststellen: ja” in instellingen.yaml van de bibliotheek"
)


@dataclass(frozen=True, slots=True)
class Desk:
    """A layer, and who is at work in it."""

    layer: Layer
    who: str

    def step(self, act: writing.Act, why: str, bases: tuple[str, ...] = ()) -> Step:
        if not self.who.strip():
            raise ComposerError(NOBODY)
        return Step(act, self.who.strip(), why.strip(), bases)


def write(desk: Desk, item: Item, text: str, why: str, seen: str | None, joined: tuple[str, ...] = ()) -> Saved:
    """Another text for an item, or a new item when `seen` is None; `joined` are versions beside it that it takes in."""
    return writing.save_item(
        desk.layer, item, text, desk.step("gewijzigd" if seen else "aangemaakt", why, joined), seen
    )


def submit(desk: Desk, item: Item, why: str, seen: str | None = None) -> Saved:
    """Offers a draft for approval; `seen` is the version that was looked at."""
    return writing.act(desk.layer, item, desk.step("ter-beoordeling", why), seen)


def hindrance(desk: Desk, item: Item) -> str | None:
    """Why this person cannot approve what was offered; None when they can."""
    if rules(desk.layer.folder).own_text:
        return None
    authors = history(desk.layer.folder, item).authors()
    return OWN_TEXT if any(same_person(author, desk.who) for author in authors) else None


def approve(desk: Desk, item: Item, why: str, seen: str, again: date | None = None) -> Saved:
    """Approves what was offered; a passage or template may get a day `again` before which it is to be looked at once more.

    Raises ComposerError when it was not offered, is no longer what was looked at, or is one's own.
    """
    _refuse_own(desk, item)
    step = desk.step("vastgesteld", why)
    now = held(desk.layer, item) if again and item.kind in ("tekstblokken", "sjablonen") else None
    if now is None:
        return writing.act(desk.layer, item, step, seen)
    return writing.save_item(desk.layer, item, with_head(now.text, {"herzien_voor": str(again)}), step, seen)


def improve_and_approve(desk: Desk, item: Item, text: str, why: str, seen: str) -> Saved:
    """Approves another text than was offered; two people have worked on it then."""
    _refuse_own(desk, item)
    return writing.save_item(desk.layer, item, text, desk.step("vastgesteld", why), seen)


def _refuse_own(desk: Desk, item: Item) -> None:
    if reason := hindrance(desk, item):
        raise ComposerError(reason)


def send_back(desk: Desk, item: Item, why: str, seen: str) -> Saved:
    """Raises ComposerError without a reason."""
    if not why.strip():
        raise ComposerError("schrijf erbij wat er anders moet; dan weet de schrijver wat te doen")
    return writing.act(desk.layer, item, desk.step("teruggestuurd", why), seen)


def withdraw(desk: Desk, item: Item, why: str, seen: str | None = None) -> Saved:
    """Takes a text out of use; letters that have it keep it."""
    return writing.act(desk.layer, item, desk.step("ingetrokken", why), seen)


def put_back(desk: Desk, item: Item, event: str, seen: str | None) -> Saved:
    """The version of an event again, as a draft; `event` is its name in the history."""
    return writing.restore(desk.layer, item, event, desk.step("hersteld", "").who, seen)
