"""The review case of a text: its old and new version, its facts, and the comments."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from composer.domain.errors import ComposerError
from composer.domain.fact import Fact
from composer.domain.finding import Problem
from composer.domain.revision import Item, Revision
from composer.domain.snippet import Snippet, cited, printed_facts
from composer.domain.template import Template
from composer.library.front_matter import body_of, parsed_passage, split
from composer.library.history import History, history
from composer.library.items import stored_item
from composer.library.library import Library
from composer.library.yaml import is_list, is_record, read_yaml
from composer.work.editorial.approving import Workspace, hindrance
from composer.work.editorial.remarks import Placed, placed
from composer.work.editorial.reviewing import title_of
from composer.work.editorial.wording import Passage, difference

TEXTS = ("tekstblokken", "sjablonen")
UNTOLD = ("id", "status", "gebaseerd_op")
"""Keys of a head that reviewers need not see."""


@dataclass(frozen=True, slots=True)
class Case:
    """The texts `before` and `after`; `seen` is the version under review, `against` why it cannot be approved.

    `head` are the changed lines of front matter, `author` who submitted it, None when the history does not say.
    """

    item: Item
    title: str
    before: str
    after: str
    head: tuple[tuple[str, str, str], ...]
    seen: str
    last: Revision | None
    against: str | None
    facts: tuple[Fact, ...]
    remarks: tuple[Placed, ...]
    problems: tuple[Problem, ...]
    text: str

    def change(self, library: Library) -> tuple[Passage, ...]:
        """The diff: the new text with deleted words in their places."""
        return difference(self.before, self.after, library)

    def snippet(self) -> Snippet | None:
        """The new version of the passage; None for another kind, or when it cannot be read."""
        return _parsed(Snippet, self.text) if self.item.kind == "tekstblokken" else None

    def template(self) -> Template | None:
        return _parsed(Template, self.text) if self.item.kind == "sjablonen" else None


def _parsed(kind: type[Any], text: str) -> Any:
    try:
        return parsed_passage(kind, text)
    except ComposerError:
        return None


def case(item: Item, library: Library, workspace: Workspace, other: str | None = None) -> Case:
    """The present version compared with the last approved one, or with version `other`; raises ComposerError."""
    now = stored_item(workspace.layer, item)
    if now is None:
        raise ComposerError(f"“{item.id}” staat niet (meer) in deze map; kies een ander")
    past = history(workspace.layer.folder, item)
    old = other if other is not None else _earlier(item, past, library)
    after = words_to_read(item, now.text)
    notes, problems = placed(workspace.layer, item, after)
    return Case(
        item=item,
        title=title_of(item, now.text, library),
        before=words_to_read(item, old) if old else "",
        after=after,
        head=tuple(_head(old, now.text)) if item.kind in TEXTS else (),
        seen=now.version,
        last=past.latest,
        against=hindrance(workspace, item),
        facts=tuple(_facts(after, library)),
        remarks=notes,
        problems=(*past.problems, *problems),
        text=now.text,
    )


def _earlier(item: Item, past: History, library: Library) -> str:
    """The text of the version that was approved last; of a first version of one's own, the one that it is based on."""
    if past.approved:
        return past.approved.text
    found = next((e.revision for e in past.entries if e.revision.act == "aangetroffen"), None)
    return found.text if found else ""


def words_to_read(item: Item, text: str) -> str:
    """The text for a reviewer: the words of a passage or template, or a record as lines with names."""
    if item.kind in TEXTS:
        return body_of(text) if text.startswith("---") else text
    try:
        return "\n".join(record_lines(read_yaml(text).data))
    except ComposerError:
        return text


def record_lines(data: Any, name: str = "") -> Iterator[str]:
    """A record as lines such as “geldig, vanaf: 2024-11-29”."""
    if is_record(data):
        for key, value in data.items():
            if name or key not in UNTOLD:
                yield from record_lines(value, ", ".join(part for part in (name, _label(key)) if part))
    elif is_list(data):
        for number, value in enumerate(data, 1):
            yield from record_lines(value, name if len(data) == 1 else f"{name} {number}")
    elif data is not None:
        yield f"{name}: {data}"


def _label(key: str) -> str:
    return key.replace("_", " ")


def _head(before: str, after: str) -> Iterator[tuple[str, str, str]]:
    old, new = _head_lines(before), _head_lines(after)
    for name in dict.fromkeys((*new, *old)):
        if old.get(name) != new.get(name):
            yield name, old.get(name, ""), new.get(name, "")


def _head_lines(text: str) -> dict[str, str]:
    if not text.startswith("---"):
        return {}
    lines = (line.partition(": ") for line in record_lines(read_yaml(split(text)[0]).data))
    return {name: value for name, _, value in lines}


def _facts(text: str, library: Library) -> Iterator[Fact]:
    for name in dict.fromkeys((*cited(text), *printed_facts(text))):
        if fact := library.facts.get(name):
            yield fact
