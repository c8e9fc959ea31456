"""Autosave: the journal of unsaved letters and the earlier versions of saved ones."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from composer import paths
from composer.domain.errors import ComposerError
from composer.domain.letter import Letter
from composer.library.journal import Journal, Pending
from composer.library.versions import Version, Versions


@dataclass(frozen=True, slots=True)
class Autosave:
    """Keeps copies of a user's letters besides their files; a failure is returned as a message, never raised."""

    journal: Journal
    versions: Versions

    def unsaved(self, letter: Letter, path: Path | None, digest: str | None) -> str | None:
        """Puts an unsaved letter in the journal; returns the reason in Dutch when that fails."""
        try:
            self.journal.keep(letter, path, digest, datetime.now())
        except (ComposerError, OSError) as error:
            return str(error)
        return None

    def saved(self, letter: Letter) -> str | None:
        """Keeps a version of a saved letter and removes its journal entry; returns the reason in Dutch when that fails."""
        try:
            self.journal.drop(letter)
            self.versions.keep(letter, datetime.now())
        except (ComposerError, OSError) as error:
            return str(error)
        return None

    def pending(self) -> tuple[Pending, ...]:
        return self.journal.pending()

    def earlier(self, letter: Letter) -> tuple[Version, ...]:
        """The versions of a letter, the latest first."""
        return self.versions.of(letter.id)


def user_autosave() -> Autosave:
    """The autosave in the user's own folder."""
    return Autosave(Journal(paths.journal()), Versions(paths.versions()))
