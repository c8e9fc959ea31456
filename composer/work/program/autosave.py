"""The journal and the versions together: what stands between a user's work and a dying program."""

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
    """Where a user's letters are kept besides their own files; a failure is told, never raised."""

    journal: Journal
    versions: Versions

    def unsaved(self, letter: Letter, path: Path | None, digest: str | None) -> str | None:
        """Keeps a letter that is not saved; the reason in Dutch when that fails."""
        try:
            self.journal.keep(letter, path, digest, datetime.now())
        except (ComposerError, OSError) as error:
            return str(error)
        return None

    def saved(self, letter: Letter) -> str | None:
        """Keeps a version of a saved letter, and forgets what was unsaved."""
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
    """In the user's own folder."""
    return Autosave(Journal(paths.journal()), Versions(paths.versions()))
