"""Two people edit one folder and are killed at random: nothing is lost, no clash stays unseen, the history is complete.

`RAADSBRIEF_SECONDEN=600` makes it last ten minutes.
"""

import multiprocessing
import os
import random
import signal
import time
from collections.abc import Callable
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path

import pytest

from composer.library.history import history
from composer.library.items import stored_item
from composer.library.layers import Layer
from tests.libraries import Shelf
from tests.library import editors

SECONDS = float(os.environ.get("RAADSBRIEF_SECONDEN", "6"))
EDITORS = ("kim", "sam")
pytestmark = pytest.mark.skipif(
    os.name != "posix", reason="needs processes that start at once and can be killed at once"
)


def killed_at_random(folder: Path, seconds: float) -> int:
    """How often an editor was killed."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.library.editors"])
    chance, until, kills = random.Random(7), time.monotonic() + seconds, 0
    running = {who: started(context, folder, who, 0) for who in EDITORS}
    while time.monotonic() < until:
        time.sleep(chance.uniform(0.02, 0.4))
        who = chance.choice(EDITORS)
        running[who].kill()
        running[who].join()
        assert running[who].exitcode == -signal.SIGKILL, "an editor stopped by itself"
        kills += 1
        running[who] = started(context, folder, who, kills)
    for process in running.values():
        process.kill()
        process.join()
    return kills


def started(context: ForkServerContext, folder: Path, who: str, seed: int) -> ForkServerProcess:
    process = context.Process(target=editors.work, args=(folder, who, seed))
    process.start()
    return process


def logged(folder: Path, name: str) -> set[tuple[str, str]]:
    lines = [line.split() for who in EDITORS for line in (folder / f"{who}.{name}").read_text().splitlines()]
    return {(item, word) for item, word in lines}


def test_nothing_is_lost_when_editors_die(
    tmp_path: Path, shelf: Shelf, record_property: Callable[[str, object], None]
) -> None:
    folder = tmp_path / "gedeeld"
    folder.mkdir()
    layer = editors.prepared(folder)
    kills = killed_at_random(folder, SECONDS)
    done, begun = logged(tmp_path, "klaar"), logged(tmp_path, "begonnen")
    assert len(done) > SECONDS and kills > SECONDS
    for item in (*editors.PASSAGES, *editors.FACTS):
        check_history(layer, item, {word for name, word in done if name == item.id})
        editors.join(layer, item)
        check_joined(layer, item, {word for name, word in begun if name == item.id})
    assert shelf.load(Shelf(folder)).problems == ()
    assert (folder / "feiten/spuk.yaml").read_text(encoding="utf-8").count("# Over feit-") == len(editors.FACTS)
    record_property("edits", len(done))
    record_property("kills", kills)
    print(f"{len(done)} bewerkingen, {len(begun - done)} afgebroken, {kills} keer gestopt in {SECONDS:.0f} s")


def check_history(layer: Layer, item: editors.Item, done: set[str]) -> None:
    """All that was done stands in the text, and every version that ever stood there is in the history."""
    now, past = stored_item(layer, item), history(layer.folder, item)
    assert now and past.problems == ()
    assert done <= set(editors.words(item, now.text))
    assert now.version in past.versions
    versions = set(past.versions)
    assert all(set(entry.revision.parents) <= versions for entry in past.entries)
    assert [entry.revision.act for entry in past.entries[1:]] == ["gewijzigd"] * (len(past.entries) - 1)
    for word in done:
        assert any(word in editors.words(item, entry.revision.text) for entry in past.entries)


def check_joined(layer: Layer, item: editors.Item, begun: set[str]) -> None:
    """Nothing stands beside, and each word that reached the history, finished or not, stands in the text once."""
    now, past = stored_item(layer, item), history(layer.folder, item)
    assert now and editors.beside(layer, item) == ()
    kept = {word for entry in past.entries for word in editors.words(item, entry.revision.text)}
    said = editors.words(item, now.text)
    assert len(said) == len(set(said)) and set(said) == kept
    assert kept - {"begin"} <= begun
