"""What is seen of a library at once: for whom, of what kinds, with which examples; and its state in a line."""

from pathlib import Path

from composer.domain.template import Template
from composer.library.front import Example, Front, Kind
from composer.library.library import Library
from composer.work.examples import example_letters
from composer.work.program.recent import recent
from composer.work.writing.passages import VOICES


def front_of(library: Library) -> Front:
    examples = tuple(_example(path, library) for path in example_letters())
    return _counted(library)._replace(addressees=library.addressees, kinds=kinds(library), examples=examples)


def library_state(library: Library) -> str:
    """How many passages there are, and what should be looked at."""
    return _counted(library).state()


def _counted(library: Library) -> Front:
    return Front(
        passages=len(library.snippets),
        waiting=sum(snippet.status == "ter-beoordeling" for snippet in library.snippets.values()),
        troubled=tuple({str(problem.path) for problem in library.problems if problem.severity == "blokkerend"}),
    )


def kinds(library: Library) -> tuple[Kind, ...]:
    """The kinds of letter that can be made now, by title."""
    offered = (template for template in library.templates.values() if template.status != "ingetrokken")
    return tuple(Kind(each.id, each.title, _about(each)) for each in sorted(offered, key=lambda each: each.title))


def _about(template: Template) -> str:
    about = template.description or VOICES[template.voice]
    return about[:1].upper() + about[1:]


def _example(path: Path, library: Library) -> Example:
    shown = recent(path, library)
    return Example(path.name, shown.title, shown.addressee)
