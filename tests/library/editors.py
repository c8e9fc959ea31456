"""People who edit one folder at once, for as long as they are let live."""

import os
import random
from collections.abc import Callable
from pathlib import Path

from composer.domain.fact import Fact
from composer.domain.revision import Item
from composer.domain.snippet import Snippet
from composer.library.front_matter import body_of, parsed_passage, parsed_record, passage_text, record_text
from composer.library.history import HistoryEntry, history
from composer.library.items import stored_item
from composer.library.layers import Layer
from composer.library.writing import ChangeNote, EditConflict, save_item

PASSAGES = tuple(Item("tekstblokken", f"blok-{number}") for number in range(3))
FACTS = tuple(Item("feiten", f"feit-{number}") for number in range(3))


def prepared(folder: Path) -> Layer:
    """A layer with three passages and one list of three facts."""
    for item in PASSAGES:
        path = folder / "snippets" / "spuk" / f"{item.id}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\nid: {item.id}\ntitel: Blok   # blijft\nonderwerp: spuk\n---\nbegin\n", encoding="utf-8")
    facts = "".join(
        f"# Over {item.id}.\n- id: {item.id}\n  onderwerp: spuk\n  aard: gebeurtenis\n  stelling: begin\n  kracht: besluit\n"
        "  bewijs: [{bron: verslag-2024}]\n" for item in FACTS
    )  # fmt: skip
    (folder / "feiten").mkdir()
    (folder / "feiten" / "spuk.yaml").write_text(facts, encoding="utf-8")
    return Layer(folder)


def words(item: Item, text: str) -> list[str]:
    """What people wrote in a version."""
    return (body_of(text) if item.kind == "tekstblokken" else parsed_record(Fact, text).statement).split()


def with_words(item: Item, text: str, more: list[str]) -> str:
    said = " ".join([*words(item, text), *more])
    if item.kind == "tekstblokken":
        return passage_text(parsed_passage(Snippet, text).model_copy(update={"text": said}), text)
    return record_text(parsed_record(Fact, text).model_copy(update={"statement": said}), text)


def edit(layer: Layer, item: Item, who: str, more: list[str], bases: tuple[str, ...] = ()) -> None:
    """Adds words to whatever stands there; what another wrote meanwhile is looked at again, and joined."""
    while True:
        now = stored_item(layer, item)
        assert now
        mine = with_words(item, now.text, [word for word in more if word not in words(item, now.text)])
        try:
            save_item(layer, item, mine, ChangeNote("gewijzigd", who, "proef", bases), now.version)
            return
        except EditConflict:
            bases = (*bases, *(entry.revision.sha256 for entry in beside(layer, item) if entry.revision.who == who))


def beside(layer: Layer, item: Item) -> tuple[HistoryEntry, ...]:
    now = stored_item(layer, item)
    return history(layer.folder, item).unmerged_heads(now.version if now else None)


def join(layer: Layer, item: Item, who: str | None = None) -> None:
    """Brings the versions that stand beside the present one (of one person, or all) together with it."""
    apart = [entry.revision for entry in beside(layer, item) if who in (None, entry.revision.who)]
    if apart:
        more = [word for revision in apart for word in words(item, revision.text)]
        edit(layer, item, who or "redactie", list(dict.fromkeys(more)), tuple(revision.sha256 for revision in apart))


def work(folder: Path, who: str, seed: int) -> None:
    """Edits until it is killed; `<who>.begonnen` and `<who>.klaar` beside the folder say what was tried and what was done."""
    layer, chance = Layer(folder), random.Random(seed)
    begun, done = (_log(folder.parent / f"{who}.{name}") for name in ("begonnen", "klaar"))
    for item in (*PASSAGES, *FACTS):
        join(layer, item, who)
    for number in range(10**6):
        item = chance.choice((*PASSAGES, *FACTS))
        word = f"{who}-{seed}-{number}"
        begun(f"{item.id} {word}")
        edit(layer, item, who, [word])
        done(f"{item.id} {word}")


def _log(path: Path) -> Callable[[str], None]:
    descriptor = os.open(path, os.O_CREAT | os.O_APPEND | os.O_WRONLY)
    return lambda line: (os.write(descriptor, f"{line}\n".encode()), None)[1]
