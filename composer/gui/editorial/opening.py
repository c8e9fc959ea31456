"""Which form belongs to what: for something new, something of one's own, or a version of what was shipped."""

from collections.abc import Callable
from typing import Any

from composer.domain.errors import ComposerError
from composer.domain.revision import Item
from composer.gui.forms.bench import Bench
from composer.gui.forms.fact_form import FactPage
from composer.gui.forms.page import FormPage, ItemPage
from composer.gui.forms.passage_form import PassagePage
from composer.gui.forms.profile_page import ProfilePage
from composer.gui.forms.source_form import SourcePage
from composer.gui.forms.template_form import TemplatePage
from composer.work.editorial.catalogue import KINDS, Entry, Shelf, Shelved
from composer.work.editorial.drafting import Started, own_version, started

Make = Callable[[Bench, Shelf, Started, dict[str, Any] | None], ItemPage]
PAGES: dict[Shelved, Make] = {
    "tekstblokken": PassagePage,
    "feiten": FactPage,
    "bronnen": SourcePage,
    "sjablonen": TemplatePage,
}


def new_form(kind: Shelved, bench: Bench) -> FormPage:
    """For something that is not there yet; raises ComposerError for what is not made by a form."""
    if kind not in PAGES:
        raise ComposerError(f"een {KINDS[kind][0]} maakt u niet met een formulier")
    return PAGES[kind](bench, bench.writable()[0], Started(), None)


def form_for(entry: Entry, bench: Bench) -> FormPage:
    """To change what is on a shelf of one's own, or to make one's own of what is not; raises ComposerError."""
    if entry.kind in ("gemeenten", "regios"):
        holder = bench.library.municipalities if entry.kind == "gemeenten" else bench.library.regions
        shelf = entry.shelf if entry.shelf.writable else bench.writable()[0]
        return ProfilePage(bench, shelf, holder[entry.id])
    if entry.kind not in PAGES:
        raise ComposerError("een huisstijl wijzigt u door het Word-document opnieuw over te nemen")
    if entry.kind == "feiten" and entry.id not in bench.library.facts:
        raise ComposerError("dit is een reeks feiten; die wijzigt u in het bestand zelf")
    make = PAGES[entry.kind]
    if entry.shelf.writable and entry.item is not None:
        return make(bench, entry.shelf, started(entry.shelf.layer, entry.item), _record_of(entry.kind, entry.id, bench))
    return make(bench, bench.writable()[0], Started(), _anew(entry, bench))


def _anew(entry: Entry, bench: Bench) -> dict[str, Any]:
    """A text of one's own in the place of the shipped one; a fact that corrects it; a source after its example."""
    library = bench.library
    if entry.kind == "tekstblokken":
        return own_version(library.snippets[entry.id])
    if entry.kind == "sjablonen":
        return own_version(library.templates[entry.id])
    record = {
        key: value for key, value in _record_of(entry.kind, entry.id, bench).items() if key not in ("id", "bestand")
    }
    return {**record, "vervangt": [entry.id]} if entry.kind == "feiten" else record


def improving_form(item: Item, shelf: Shelf, bench: Bench) -> ItemPage:
    """The form of what was offered, in which saving approves it; raises ComposerError for what has no form."""
    kind: Any = item.kind
    if kind not in PAGES:
        raise ComposerError("een huisstijl verbetert u door het Word-document opnieuw over te nemen")
    form = PAGES[kind](bench, shelf, started(shelf.layer, item), _record_of(kind, item.id, bench))
    form.approve_on_saving()
    return form


def _record_of(kind: Shelved, key: str, bench: Bench) -> dict[str, Any]:
    library = bench.library
    holders: dict[str, Any] = {
        "tekstblokken": library.snippets,
        "feiten": library.facts,
        "bronnen": library.sources,
        "sjablonen": library.templates,
    }
    return holders[kind][key].record()
