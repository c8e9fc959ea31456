"""Whether a letter that is double-clicked opens with this program: offered once, and in the menu ever after."""

import sys

from PySide6.QtCore import QObject, Signal

from composer import paths
from composer.domain.errors import ComposerError
from composer.gui.notices import NoticeAction, Notices
from composer.gui.settings import ASSOCIATION_OFFERED, Settings
from composer.gui.timing import single_shot
from composer.work.program.association import associate, associated, dissociate

OFFER = "Uw brief is bewaard. Wilt u brieven voortaan met een dubbelklik openen?"


class FileAssociation(QObject):
    changed = Signal()

    def __init__(self, settings: Settings, notices: Notices) -> None:
        super().__init__(notices.host)
        self._settings, self._notices = settings, notices
        self.opens_letters = associated()
        self.offer_soon = single_shot(self, 0, self._offer).start
        """After what else is to be said about a letter that is saved."""

    def toggle(self) -> None:
        try:
            self._notices.tell(dissociate() if self.opens_letters else associate())
        except ComposerError as error:
            self._notices.tell(f"Dat lukt niet: {error.message}.")
        self.opens_letters = associated()
        self.changed.emit()

    def _offer(self) -> None:
        """Once, and only by a program that stands in a folder of its own and stays there."""
        stays = hasattr(sys, "frozen") and not paths.portable()
        if not stays or self.opens_letters or self._settings.get(ASSOCIATION_OFFERED):
            return
        self._settings.put(ASSOCIATION_OFFERED, True)
        self._notices.tell(OFFER, NoticeAction("Ja, graag", self.toggle))
