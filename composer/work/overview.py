"""The summary of a library: municipalities, kinds of letter, examples; and its state in a line."""

from pathlib import Path

from composer.domain.dutch import capitalised
from composer.domain.template import Template
from composer.library.library import Library
from composer.library.summary import Example, LetterKind, LibrarySummary
from composer.work.examples import example_letters
from composer.work.program.letter_summary import summarise
from composer.work.writing.availability import VOICES


def front_of(library: Library) -> LibrarySummary:
    examples = tuple(_example(path, library) for path in example_letters())
    return _counted(library)._replace(addressees=library.addressees, kinds=kinds(library), examples=examples)


def library_state(library: Library) -> str:
    """The number of passages, of texts to review and of files with mistakes, in Dutch."""
    return _counted(library).state()


def _counted(library: Library) -> LibrarySummary:
    return LibrarySummary(
        passages=len(library.snippets),
        waiting=sum(snippet.status == "ter-beoordeling" for snippet in library.snippets.values()),
        troubled=tuple({str(problem.path) for problem in library.problems if problem.severity == "blokkerend"}),
    )


def kinds(library: Library) -> tuple[LetterKind, ...]:
    """The kinds of letter that can be made now, by title."""
    offered = (template for template in library.templates.values() if template.status != "ingetrokken")
    return tuple(LetterKind(each.id, each.title, _about(each)) for each in sorted(offered, key=lambda each: each.title))


def _about(template: Template) -> str:
    about = template.description or VOICES[template.voice]
    return capitalised(about)


def _example(path: Path, library: Library) -> Example:
    shown = summarise(path, library)
    return Example(path.name, shown.title, shown.addressee)
