"""Tries the zip for laptops where nothing else is (Linux, as root): python packaging/trial.py ZIP ROOT --beeld PICTURE.png

ROOT is a bare system without Python (debootstrap --variant=minbase) with a graphics driver (libegl1, libgl1). The same letter
must come out byte for byte as it does here from source. Each line of the report is a trial; the exit code is 0 when all held.
"""

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bare_room import PROGRAMS, Room, enter, files
from parts import ROOT, VERSION
from screen import screen

PROGRAM = f"/{PROGRAMS}/raadsbrief/raadsbrief"
DAY = "2024-12-10"
EXAMPLE = "bernheze.raadsbrief"
FORMS = {"docx": b"PK", "pdf": b"%PDF"}
SHOW = ("bibliotheek", "toon", "--peildatum", DAY, "--json")
NEWER = "deze brief is met een nieuwere versie van Raadsbrief gemaakt; werk het programma bij"


@dataclass(frozen=True, slots=True)
class Trial:
    """The room, the folder in which the same is made from source, and where the picture comes."""

    room: Room
    ours: Path
    picture: Path

    def says(self, *arguments: str) -> str:
        """What the program says; raises CalledProcessError unless its exit code is 0."""
        done = self.room.run(PROGRAM, *arguments)
        done.check_returncode()
        return done.stdout


def here(*arguments: str) -> str:
    """What the program says when it runs from source, in this Python."""
    command = [sys.executable, "-m", "composer", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    done.check_returncode()
    return done.stdout


def no_python(trial: Trial) -> bool:
    return not trial.room.pythons()


def sockets_forbidden(trial: Trial) -> bool:
    return trial.room.run("/bin/bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/9").returncode == -signal.SIGSYS


def rest_closed(trial: Trial) -> bool:
    """Nothing can be written in the folder of the program, nor anywhere but at home."""
    places = (f"/{PROGRAMS}/raadsbrief/x", "/tmp/x", "/var/tmp/x", "/x")
    refused = all(_writing(trial, place) != 0 for place in places)
    return refused and _writing(trial, "proef.txt") == 0


def _writing(trial: Trial, place: str) -> int:
    return trial.room.run("/bin/sh", "-c", f"echo x > {place}").returncode


def version(trial: Trial) -> bool:
    return trial.says("--versie").split() == ["raadsbrief", VERSION]


def smoke(trial: Trial) -> bool:
    return trial.says("--smoke") == ""


def examples(trial: Trial) -> bool:
    trial.says("voorbeeld", "voorbeelden", "--zonder-venster")
    return (trial.room.home / "voorbeelden" / EXAMPLE).is_file()


def same_documents(trial: Trial) -> bool:
    """The example letter as Word document and PDF, the same bytes as from source."""
    letter = trial.room.home / "voorbeelden" / EXAMPLE
    for form in FORMS:
        trial.says("maak", f"voorbeelden/{EXAMPLE}", "-o", f"brief.{form}")
        here("maak", str(letter), "-o", str(trial.ours / f"brief.{form}"))
    made = {form: (trial.room.home / f"brief.{form}").read_bytes() for form in FORMS}
    same = all((trial.ours / f"brief.{form}").read_bytes() == data for form, data in made.items())
    return same and all(made[form].startswith(mark) for form, mark in FORMS.items())


def series(trial: Trial) -> bool:
    """A letter for every municipality, which takes more processes where there are more processors."""
    trial.says("reeks", f"voorbeelden/{EXAMPLE}", "--gemeenten", "alle", "-o", "reeks")
    made = trial.room.home / "reeks"
    count = len(list(made.glob("GM*.docx")))
    shutil.rmtree(made)
    return count == json.loads(here(*SHOW))["gemeenten"]


def library_sound(trial: Trial) -> bool:
    return "geen opmerkingen" in trial.says("bibliotheek", "controleer", "--peildatum", DAY)


def content_complete(trial: Trial) -> bool:
    """Every text, fact, source, template and municipality that the source has."""
    theirs, ours = json.loads(trial.says(*SHOW)), json.loads(here(*SHOW))
    return theirs == ours and len(ours["tekstblokken"]) > 0


def newer_refused(trial: Trial) -> bool:
    newer = trial.room.home / "nieuwer.raadsbrief"
    text = (trial.room.home / "voorbeelden" / EXAMPLE).read_text(encoding="utf-8")
    newer.write_text(text.replace("formaat: 1", "formaat: 2"), encoding="utf-8")
    done = trial.room.run(PROGRAM, "maak", newer.name, "-o", "nieuwer.docx")
    return done.returncode == 2 and NEWER in done.stderr and not (trial.room.home / "nieuwer.docx").exists()


def window(trial: Trial) -> bool:
    """With the example in it, on a screen of its own; what it shows is kept as a picture."""
    return _seen(trial, PROGRAM, trial.picture)


def portable(trial: Trial) -> bool:
    """On a stick with the marker, everything that the window keeps stands beside the program."""
    before = set(files(trial.room.home))
    stick = trial.room.home / "stick"
    shutil.copytree(trial.room.root / PROGRAM[1:].rpartition("/")[0], stick)
    (stick / "draagbaar.txt").touch()
    for path in (stick, *stick.rglob("*")):
        os.chown(path, trial.room.home.stat().st_uid, trial.room.home.stat().st_gid)
    seen = _seen(trial, "/home/proef/stick/raadsbrief", None)
    new = {name for name in set(files(trial.room.home)) - before if not name.startswith("stick/")}
    kept = any((stick / "gegevens").iterdir())
    shutil.rmtree(stick)
    return seen and kept and not new


def _seen(trial: Trial, program: str, picture: Path | None) -> bool:
    with tempfile.TemporaryDirectory() as folder, screen(Path(folder)) as shown:
        process = trial.room.start([program, f"voorbeelden/{EXAMPLE}"], screen=shown.name)
        still = shown.wait_until_still()
        if picture:
            picture.write_bytes(shown.picture())
        process.terminate()
        process.communicate(timeout=30)
        return still and process.returncode == -signal.SIGTERM


TRIALS: dict[str, Callable[[Trial], bool]] = {
    "er is geen Python": no_python,
    "wie een socket maakt, wordt gestopt": sockets_forbidden,
    "alleen de eigen map is te beschrijven": rest_closed,
    "het programma noemt zijn versie": version,
    "de proef op alle onderdelen": smoke,
    "de voorbeeldbrieven": examples,
    "Word-document en PDF zijn gelijk aan die uit de bron": same_documents,
    "een brief voor alle gemeenten": series,
    "de bibliotheek heeft geen fouten": library_sound,
    "alle teksten, feiten en bronnen zijn er": content_complete,
    "een nieuwere brief wordt geweigerd": newer_refused,
    "het venster": window,
    "draagbaar: alles staat naast het programma": portable,
}


def report(trial: Trial) -> Iterator[bool]:
    """Says how each trial went, and gives it."""
    for words, held in TRIALS.items():
        try:
            good, why = held(trial), ""
        except (OSError, subprocess.SubprocessError, ValueError) as error:
            good, why = False, f" ({error} {getattr(error, 'stderr', '') or ''})"
        print(f"{'goed' if good else 'FOUT'}  {words}{why}", flush=True)
        yield good


def main() -> int:
    parser = argparse.ArgumentParser(description="Beproeft de zip voor laptops waar verder niets is.")
    parser.add_argument("zip", type=Path)
    parser.add_argument("root", type=Path, metavar="MAP", help="een kaal systeem zonder Python")
    parser.add_argument("--beeld", type=Path, default=Path("venster.png"), help="waar het beeld van het venster komt")
    options = parser.parse_args()
    enter()
    room = Room(options.root.resolve())
    room.furnish(options.zip)
    with tempfile.TemporaryDirectory() as folder:
        held = list(report(Trial(room, Path(folder), options.beeld.resolve())))
    for name, size in files(room.home).items():
        print(f"      in de eigen map: {name} ({size} bytes)")
    return int(not all(held))


if __name__ == "__main__":
    sys.exit(main())
