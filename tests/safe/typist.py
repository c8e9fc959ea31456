"""Someone who types and saves without end, in a process of its own that is killed at some moment.

Started as a program it reads folders from standard input, one a line. For each it starts a process that opens the letter
there, types a number again and again, saves now and then, and writes down each number that it has typed.
"""

import os
import random
import signal
import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from composer.domain.letter import Letter
from composer.gui.session import Session
from composer.library.journal import Journal
from composer.library.letters import write_letter
from composer.library.library import Library
from composer.library.versions import Versions
from composer.work.documents.making import review
from composer.work.program.autosave import Autosave
from tests.libraries import DAY, a_letter, small_library

NAME, TYPED = "brief.raadsbrief", "getypt.txt"
PAUSE = 100
"""Milliseconds between two changes."""
SAVES = 20
"""A save after about this many changes."""


def text_of(number: int) -> str:
    """Long enough that half of it would show."""
    return f"Dit is versie {number}. " + "Zo staat het er nu. " * 40 + f"Einde van versie {number}."


def number_of(letter: Letter) -> int:
    """The number that a letter holds; raises AssertionError when it is not the whole of one."""
    text = letter.pieces()[0].text or ""
    number = int(text.split()[3].rstrip("."))
    assert text == text_of(number)
    return number


def keeping(folder: Path) -> Autosave:
    return Autosave(Journal(folder / "journaal"), Versions(folder / "versies"))


def begin(folder: Path) -> None:
    """A folder with a letter that says 0."""
    folder.mkdir()
    write_letter(a_letter(text_of(0)), folder / NAME)


def type_without_end(folder: Path, library: Library, seed: int) -> None:
    """Writes each number down with its moment as soon as the letter has it."""
    application = QCoreApplication([])
    chance = random.Random(seed)
    session = Session(library, autosave=keeping(folder))
    session.open(folder / NAME)
    typed = os.open(folder / TYPED, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    count = [0]

    def step() -> None:
        count[0] += 1
        letter = session.letter
        assert letter is not None
        piece = letter.pieces()[0].model_copy(update={"text": text_of(count[0])})
        session.change(letter.with_piece(piece), "typen", "typen")
        os.write(typed, f"{count[0]} {time.time()}\n".encode())
        if chance.random() < 1 / SAVES:
            session.save()

    timer = QTimer(interval=PAUSE)
    timer.timeout.connect(step)
    timer.start()
    application.exec()


def serve(library: Library) -> None:
    """Starts a typist for each folder that is named, and says its process."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    review(a_letter("Dit is gelezen."), library, library, DAY)  # what is slow to load is loaded once, for all of them
    for number, line in enumerate(sys.stdin):
        folder = Path(line.strip())
        begin(folder)
        process = os.fork()
        if process == 0:
            type_without_end(folder, library, number)
            os._exit(0)
        print(process, flush=True)


if __name__ == "__main__":
    serve(small_library(Path(sys.argv[1])).load())
