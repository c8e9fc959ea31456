"""The steps in the life of a text: write, submit, approve, send back, withdraw, restore."""

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
    """The layer that is written in, with the name of the user under which events are recorded."""

    layer: Layer
    who: str

    def step(self, act: writing.Act, why: str, bases: tuple[str, ...] = ()) -> ChangeNote:
        if not self.who.strip():
            raise ComposerError(NOBODY)
        return ChangeNote(act, self.who.strip(), why.strip(), bases)


def write(
    workspace: Workspace, item: Item, text: str, why: str, expected: str | None, joined: tuple[str, ...] = ()
) -> Saved:
    """Writes another text for an item, or a new item when `expected` is None; `joined` are other versions that it merges."""
    return writing.save_item(
        workspace.layer, item, text, workspace.step("gewijzigd" if expected else "aangemaakt", why, joined), expected
    )


def submit(workspace: Workspace, item: Item, why: str, expected: str | None = None) -> Saved:
    """Submits a draft for approval; `expected` is the version that was looked at."""
    return writing.act(workspace.layer, item, workspace.step("ter-beoordeling", why), expected)


def hindrance(workspace: Workspace, item: Item) -> str | None:
    """Why this user cannot approve the submitted version, in Dutch; None when they can."""
    if rules(workspace.layer.folder).own_text:
        return None
    authors = history(workspace.layer.folder, item).authors()
    return OWN_TEXT if any(same_person(author, workspace.who) for author in authors) else None


def approve(workspace: Workspace, item: Item, why: str, expected: str, again: date | None = None) -> Saved:
    """Approves the submitted version; a passage or template may get a review date `again`.

    Raises ComposerError when it was not submitted, has changed since, or is the user's own.
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
    """Approves a text that differs from the submitted one; both people are then its authors."""
    _refuse_own(workspace, item)
    return writing.save_item(workspace.layer, item, text, workspace.step("vastgesteld", why), expected)


def _refuse_own(workspace: Workspace, item: Item) -> None:
    if reason := hindrance(workspace, item):
        raise ComposerError(reason)


def send_back(workspace: Workspace, item: Item, why: str, expected: str) -> Saved:
    """Sends a submitted version back to draft; raises ComposerError without a reason."""
    if not why.strip():
        raise ComposerError("schrijf erbij wat er anders moet; dan weet de schrijver wat te doen")
    return writing.act(workspace.layer, item, workspace.step("teruggestuurd", why), expected)


def withdraw(workspace: Workspace, item: Item, why: str, expected: str | None = None) -> Saved:
    """Withdraws a text; letters that use it keep it."""
    return writing.act(workspace.layer, item, workspace.step("ingetrokken", why), expected)


def put_back(workspace: Workspace, item: Item, event: str, expected: str | None) -> Saved:
    """Restores the version of an event as a draft; `event` is its name in the history."""
    return writing.restore(workspace.layer, item, event, workspace.step("hersteld", "").who, expected)
