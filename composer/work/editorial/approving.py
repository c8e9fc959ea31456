"""What a desk does with its texts: write, offer, approve, send back, withdraw, put back."""

from dataclasses import dataclass
from datetime import date

from composer.domain.errors import ComposerError
from composer.domain.revision import Item, same_person
from composer.library import writing
from composer.library.front_matter import with_front_matter
from composer.library.history import history
from composer.library.items import stored_item
from composer.library.layers import Layer
from composer.library.rules import rules
from composer.library.writing import ChangeNote, Saved

NOBODY = "vul eerst uw naam in; bij iedere stap wordt bewaard wie hem zette"
OWN_TEXT = (
    "u schreef deze tekst zelf mee; laat een ander hem vaststellen, "
    "of zet “eigen_tekst_vaststellen: ja” in instellingen.yaml van de bibliotheek"
)


@dataclass(frozen=True, slots=True)
class Workspace:
    """A layer, and who is at work in it."""

    layer: Layer
    who: str

    def step(self, act: writing.Act, why: str, bases: tuple[str, ...] = ()) -> ChangeNote:
        if not self.who.strip():
            raise ComposerError(NOBODY)
        return ChangeNote(act, self.who.strip(), why.strip(), bases)


def write(
    workspace: Workspace, item: Item, text: str, why: str, expected: str | None, joined: tuple[str, ...] = ()
) -> Saved:
    """Another text for an item, or a new item when `seen` is None; `joined` are versions beside it that it takes in."""
    return writing.save_item(
        workspace.layer, item, text, workspace.step("gewijzigd" if expected else "aangemaakt", why, joined), expected
    )


def submit(workspace: Workspace, item: Item, why: str, expected: str | None = None) -> Saved:
    """Offers a draft for approval; `seen` is the version that was looked at."""
    return writing.act(workspace.layer, item, workspace.step("ter-beoordeling", why), expected)


def hindrance(workspace: Workspace, item: Item) -> str | None:
    """Why this person cannot approve what was offered; None when they can."""
    if rules(workspace.layer.folder).own_text:
        return None
    authors = history(workspace.layer.folder, item).authors()
    return OWN_TEXT if any(same_person(author, workspace.who) for author in authors) else None


def approve(workspace: Workspace, item: Item, why: str, expected: str, again: date | None = None) -> Saved:
    """Approves what was offered; a passage or template may get a day `again` before which it is to be looked at once more.

    Raises ComposerError when it was not offered, is no longer what was looked at, or is one's own.
    """
    _refuse_own(workspace, item)
    step = workspace.step("vastgesteld", why)
    now = stored_item(workspace.layer, item) if again and item.kind in ("tekstblokken", "sjablonen") else None
    if now is None:
        return writing.act(workspace.layer, item, step, expected)
    return writing.save_item(
        workspace.layer, item, with_front_matter(now.text, {"herzien_voor": str(again)}), step, expected
    )


def improve_and_approve(workspace: Workspace, item: Item, text: str, why: str, expected: str) -> Saved:
    """Approves another text than was offered; two people have worked on it then."""
    _refuse_own(workspace, item)
    return writing.save_item(workspace.layer, item, text, workspace.step("vastgesteld", why), expected)


def _refuse_own(workspace: Workspace, item: Item) -> None:
    if reason := hindrance(workspace, item):
        raise ComposerError(reason)


def send_back(workspace: Workspace, item: Item, why: str, expected: str) -> Saved:
    """Raises ComposerError without a reason."""
    if not why.strip():
        raise ComposerError("schrijf erbij wat er anders moet; dan weet de schrijver wat te doen")
    return writing.act(workspace.layer, item, workspace.step("teruggestuurd", why), expected)


def withdraw(workspace: Workspace, item: Item, why: str, expected: str | None = None) -> Saved:
    """Takes a text out of use; letters that have it keep it."""
    return writing.act(workspace.layer, item, workspace.step("ingetrokken", why), expected)


def put_back(workspace: Workspace, item: Item, event: str, expected: str | None) -> Saved:
    """The version of an event again, as a draft; `event` is its name in the history."""
    return writing.restore(workspace.layer, item, event, workspace.step("hersteld", "").who, expected)
