"""The state of the library in a line."""

from composer.library.library import Library


def library_state(library: Library) -> str:
    """How many passages there are, and what should be looked at."""
    waiting = sum(snippet.status == "ter-beoordeling" for snippet in library.snippets.values())
    files = len({problem.path for problem in library.problems if problem.severity == "blokkerend"})
    parts = [_many(len(library.snippets), "tekstblok", "tekstblokken")]
    parts += [f"{waiting} te beoordelen"] if waiting else []
    parts += [f"{_many(files, 'bestand', 'bestanden')} met een fout"] if files else []
    return f"Bibliotheek: {', '.join(parts)}"


def _many(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"
