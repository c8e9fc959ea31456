"""Makes the form for an item: a new one, the user's own, or the user's version of a shipped one."""

from collections.abc import Callable, Mapping
from typing import Any

from composer.domain.model import Model
from composer.domain.revision import Item
from composer.export.house_style import load_house_style
from composer.gui.forms.context import LibraryContext
from composer.gui.forms.fact_form import FactPage
from composer.gui.forms.item_page import ItemPage
from composer.gui.forms.page import FormPage
from composer.gui.forms.passage_form import PassagePage
from composer.gui.forms.profile_page import ProfilePage
from composer.gui.forms.series_form import SeriesPage
from composer.gui.forms.source_form import SourcePage
from composer.gui.forms.style_settings import StyleSettingsPage
from composer.gui.forms.template_form import TemplatePage
from composer.library.library import Library
from composer.work.editorial.drafting import EditBase, own_version, started
from composer.work.editorial.inventory import Entry, Made, NamedLayer, Shelved

Make = Callable[[LibraryContext, NamedLayer, EditBase, Any], ItemPage]
"""The last is what it begins with: a record, for a house style the style itself, None for something new."""
PAGES: dict[Made, Make] = {
    "tekstblokken": PassagePage,
    "feiten": FactPage,
    "reeksen": SeriesPage,
    "bronnen": SourcePage,
    "sjablonen": TemplatePage,
    "huisstijlen": StyleSettingsPage,
}


def new_form(kind: Made, context: LibraryContext) -> FormPage:
    """The form for a new item."""
    return PAGES[kind](context, context.writable()[0], EditBase(), None)


def form_for(entry: Entry, context: LibraryContext) -> FormPage:
    """To change what is on a shelf of one's own, or to make one's own of what is not; raises ComposerError."""
    if entry.kind in ("gemeenten", "regios"):
        holder = context.library.municipalities if entry.kind == "gemeenten" else context.library.regions
        layer = entry.layer if entry.layer.writable else context.writable()[0]
        return ProfilePage(context, layer, holder[entry.id])
    kind = _made(entry.kind, entry.id, context.library)
    if entry.layer.writable and entry.item is not None:
        begun = started(entry.layer.layer, entry.item)
        return PAGES[kind](context, entry.layer, begun, _held(kind, entry.id, context.library))
    return PAGES[kind](context, context.writable()[0], EditBase(), _anew(kind, entry.id, context.library))


def improving_form(item: Item, layer: NamedLayer, context: LibraryContext) -> ItemPage:
    """The form of what was offered, in which saving approves it; raises ComposerError when it cannot be read."""
    kind = _made(item.kind, item.id, context.library)
    form = PAGES[kind](context, layer, started(layer.layer, item), _held(kind, item.id, context.library))
    form.approve_on_saving()
    return form


def _made(kind: Shelved, key: str, library: Library) -> Made:
    """The form class for a kind; a series of facts has its own."""
    return "reeksen" if kind == "feiten" and key in library.series else kind


def _anew(kind: Made, key: str, library: Library) -> Any:
    """A text of one's own in the place of the shipped one; a fact that corrects it; a source or style after its example."""
    if kind == "tekstblokken":
        return own_version(library.snippets[key])
    if kind == "sjablonen":
        return own_version(library.templates[key])
    if kind == "huisstijlen":
        return _held(kind, key, library)
    record = {name: held for name, held in _held(kind, key, library).items() if name not in ("id", "reeks", "bestand")}
    return record if kind == "bronnen" else {**record, "vervangt": [key]}


def _held(kind: Made, key: str, library: Library) -> Any:
    if kind == "huisstijlen":
        return load_house_style(library.house_styles[key])
    holders: dict[Made, Mapping[str, Model]] = {
        "tekstblokken": library.snippets,
        "feiten": library.facts,
        "reeksen": library.series,
        "bronnen": library.sources,
        "sjablonen": library.templates,
    }
    return holders[kind][key].record()
