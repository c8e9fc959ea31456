"""The same inputs, changed further wherever one reaches code that none before it reached: a coverage-guided fuzzer.

Started as a program, with atheris (Linux) beside the rest: python -m tests.safe.guided TARGET FOLDER [SECONDS]
What it learns is kept in FOLDER for the next time; an input that breaks something, takes too long or too much is left there.
"""

import importlib
import random
import sys
from pathlib import Path
from typing import Any

LONGEST = 400_000
"""Bytes of an input."""


def main() -> None:
    target, folder, seconds = sys.argv[1], Path(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else "60"
    atheris: Any = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["composer", "jinja2", "markdown_it", "mdit_py_plugins", "yaml"]):
        fuzzing: Any = importlib.import_module("tests.safe.fuzzing")
    changed: Any = importlib.import_module("tests.safe.seeds").changed
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(fuzzing.seeds(target)):
        (corpus / f"seed-{number}").write_bytes(seed)

    def try_one(data: bytes) -> None:
        watched = fuzzing.Watched(target)
        watched.look(data)
        if watched.wrong:
            raise AssertionError(watched.wrong[0][1])

    def mutate(data: bytes, most: int, seed: int) -> bytes:
        chance = random.Random(seed)
        made = changed(data, chance) if chance.random() < 0.7 else atheris.Mutate(data, most)
        return made[:most]

    grown = fuzzing.memory() // 1_000_000 + fuzzing.MOST_MEMORY // 1_000_000
    options = [f"-max_total_time={seconds}", f"-rss_limit_mb={grown}", f"-max_len={LONGEST}", "-timeout=20"]
    atheris.Setup([sys.argv[0], str(corpus), f"-artifact_prefix={folder}/", *options], try_one, custom_mutator=mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
