"""A passage of the user's own with a history: approved once, changed and offered again by a colleague."""

import pytest

from composer.domain.revision import Item
from composer.domain.snippet import Snippet
from composer.gui.forms.context import LibraryContext
from composer.gui.window import Window
from composer.library.front_matter import passage_text
from composer.library.items import stored_item
from composer.work.editorial.approving import Workspace, approve, submit, write
from composer.work.editorial.drafting import checked, own_version

PASSAGE = Item("tekstblokken", "vng-resolutie-aangenomen")
ADDED = "Wij vinden dat belangrijk."


def bram(context: LibraryContext) -> Workspace:
    """A colleague at the same shelf."""
    context.own.mkdir(parents=True, exist_ok=True)
    return Workspace(context.writable()[-1].layer, "Bram Jansen")


def offer_change(context: LibraryContext) -> Item:
    """Bram's version is approved by Carla; then Bram adds a sentence and offers it."""
    desk = bram(context)
    made = checked(Snippet, own_version(context.library.snippets[PASSAGE.id]))
    assert isinstance(made, Snippet)
    first = passage_text(made)
    saved = write(desk, PASSAGE, first, "overgenomen", None)
    submit(desk, PASSAGE, "", saved.digest)
    offered = submit_version(context)
    approved = approve(Workspace(desk.layer, "Carla Smit"), PASSAGE, "goed zo", offered)
    changed = write(desk, PASSAGE, f"{approved.text.rstrip()}\n\n{ADDED}\n", "een zin erbij", approved.digest)
    submit(desk, PASSAGE, "graag nalezen", changed.digest)
    return PASSAGE


def submit_version(context: LibraryContext) -> str:
    """The version that stands there now."""
    now = stored_item(context.writable()[-1].layer, PASSAGE)
    assert now is not None
    return now.version


@pytest.fixture
def offered(window: Window) -> Window:
    """The window with something to review."""
    offer_change(window.office.context)
    window.reload_library()
    return window
