"""The context of all forms and pages about the library."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from composer.gui.dialogs import Dialogs
from composer.gui.notices import Notices
from composer.gui.session import Session
from composer.gui.settings import LIBRARIES, NAME, Settings
from composer.gui.theme import Theme
from composer.library.library import Library
from composer.work.editorial.approving import Workspace
from composer.work.editorial.inventory import NamedLayer, named_layers
from composer.work.organisation import organisation


@dataclass(frozen=True)
class LibraryContext:
    """`own` is the user's own layer; `theme` gives the colours as they are now."""

    session: Session
    settings: Settings
    notices: Notices
    dialogs: Dialogs
    own: Path
    theme: Callable[[], Theme]

    @property
    def library(self) -> Library:
        return self.session.library

    def layers(self) -> tuple[NamedLayer, ...]:
        """The shipped content, the folders of the organisation and those that the user chose, and the user's own."""
        chosen = (Path(name) for name in self.settings.get(LIBRARIES))
        shared = dict.fromkeys((*organisation().folders, *chosen))
        return named_layers(self.own, [folder for folder in shared if folder.is_dir()])

    def writable(self) -> tuple[NamedLayer, ...]:
        """The writable layers, a shared one first, since most content is made for all."""
        return tuple(layer for layer in self.layers() if layer.writable)

    def workspace(self, layer: NamedLayer) -> Workspace:
        return Workspace(layer.layer, self.settings.get(NAME))
