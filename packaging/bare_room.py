"""A bare Linux without Python in which nothing can be written but one user's home folder, and nobody may make a socket.

It lasts as long as the process that enters it: mounts, network and processes are namespaces of its own (namespaces(7)).
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import without_network

USER = 4711
"""A number that no other user has; it needs no name."""
HOME, PROGRAMS, SCREENS = Path("home/proef"), Path("opt"), Path("tmp/.X11-unix")
BARE = {"HOME": f"/{HOME}", "PATH": "/nergens", "LANG": "C.UTF-8"}
INSIDE = "RAADSBRIEF_KALE_KAMER"
_UNSHARE = ("unshare", "--mount", "--net", "--pid", "--fork", "--kill-child")


def enter() -> None:
    """Runs this program anew in namespaces of its own, unless it already is; ends when that ends."""
    if INSIDE not in os.environ:
        sys.exit(
            subprocess.run(
                [*_UNSHARE, sys.executable, *sys.argv], env={**os.environ, INSIDE: "1"}, check=False
            ).returncode
        )


@dataclass(frozen=True, slots=True)
class Room:
    """The room below `root`; paths in it are relative to that."""

    root: Path

    @property
    def home(self) -> Path:
        return self.root / HOME

    def furnish(self, archive: Path) -> None:
        """Unpacks the zip where users cannot write, makes an empty home folder, and closes all the rest."""
        for folder in (self.root / PROGRAMS / "raadsbrief", self.home):
            shutil.rmtree(folder, ignore_errors=True)
        self.home.mkdir(parents=True)
        os.chown(self.home, USER, USER)
        _unpack(archive, self.root / PROGRAMS)
        screens = self.root / SCREENS
        for folder in (screens, Path("/") / SCREENS):
            folder.mkdir(parents=True, exist_ok=True)
        _mount("-t", "tmpfs", "tmpfs", f"/{SCREENS}")
        _mount("--bind", str(self.root), str(self.root))
        for ours in (self.home, self.root / "dev"):
            _mount("--bind", str(ours), str(ours))
        _mount("--bind", f"/{SCREENS}", str(screens))
        _mount("-t", "proc", "proc", str(self.root / "proc"))
        _mount("-o", "remount,bind,ro", str(self.root))

    def pythons(self) -> list[Path]:
        """Every Python that stands where programs and libraries are, but the one in the zip."""
        places = ("bin", "sbin", "lib", "usr/bin", "usr/lib", "usr/local/bin", "usr/local/lib")
        return [found for place in places for found in sorted((self.root / place).glob("*python*"))]

    def start(self, command: list[str], *, screen: str = "") -> "subprocess.Popen[str]":
        """A process of the user in the home folder; `screen` is the display that it may show itself on."""
        shown = {"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"} if screen else {}
        return subprocess.Popen(
            command,
            env={**BARE, **shown},
            preexec_fn=self._entering(local=bool(screen)),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def run(self, *command: str) -> "subprocess.CompletedProcess[str]":
        """What a command says and its exit code, which is negative for one that is killed."""
        process = self.start(list(command))
        said, complained = process.communicate(timeout=300)
        return subprocess.CompletedProcess(command, process.returncode, said, complained)

    def _entering(self, *, local: bool) -> Callable[[], None]:
        def go_in() -> None:
            os.chroot(self.root)
            os.chdir(f"/{HOME}")
            os.setgroups([])
            os.setgid(USER)
            os.setuid(USER)
            without_network.forbid(local=local)

        return go_in


def _mount(*arguments: str) -> None:
    subprocess.run(["mount", *arguments], check=True)


def _unpack(archive: Path, folder: Path) -> None:
    """With the rights that the zip gives each file."""
    with ZipFile(archive) as opened:
        for entry in opened.infolist():
            Path(opened.extract(entry, folder)).chmod(entry.external_attr >> 16)


def files(folder: Path) -> Mapping[str, int]:
    """The bytes of each file below a folder, by its name from there."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.stat().st_size for path in found}
