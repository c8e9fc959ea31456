"""Runs a command that may not make a socket (Linux): python packaging/without_network.py [--scherm] COMMAND…

A process that asks for one is killed on the spot, and so shows itself. With --scherm it may make local ones (AF_UNIX), as a
window on a screen needs. Nobody needs rights for this, and nothing is loaded into the command: the kernel does it (seccomp).
"""

import ctypes
import os
import platform
import struct
import sys

PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS, FILTER_MODE = 22, 38, 2
ALLOW, KILL, REFUSE = 0x7FFF0000, 0x80000000, 0x00050001
"""Go on, end the process, or answer EPERM."""
LOAD, EQUAL, RETURN = 0x20, 0x15, 0x06
"""Load a word, jump when equal, return: of classic BPF (linux/filter.h)."""
NUMBER, ARCHITECTURE, FIRST_ARGUMENT = 0, 4, 16
"""Offsets in struct seccomp_data."""
AF_UNIX = 1
SYSTEMS = {"x86_64": (0xC000003E, 41, 425), "aarch64": (0xC00000B7, 198, 425)}
"""By machine: its audit number, and the numbers of socket(2) and io_uring_setup(2)."""


def rules(machine: str, *, local: bool) -> bytes:
    """The filter: another architecture or a socket ends the process; io_uring, which could make sockets too, is refused."""
    audit, socket, ring = SYSTEMS[machine]
    steps = (
        (LOAD, 0, 0, ARCHITECTURE),
        (EQUAL, 1, 0, audit),
        (RETURN, 0, 0, KILL),
        (LOAD, 0, 0, NUMBER),
        (EQUAL, 0, 1, ring),
        (RETURN, 0, 0, REFUSE),
        (EQUAL, 1, 0, socket),
        (RETURN, 0, 0, ALLOW),
        (LOAD, 0, 0, FIRST_ARGUMENT),
        (EQUAL, 0, 1, AF_UNIX if local else 0xFFFF),
        (RETURN, 0, 0, ALLOW),
        (RETURN, 0, 0, KILL),
    )
    return b"".join(struct.pack("<HBBI", *step) for step in steps)


def forbid(*, local: bool) -> None:
    """For this process and all that it starts, for good."""
    code = rules(platform.machine(), local=local)
    buffer = ctypes.create_string_buffer(code)
    program = struct.pack("HxxxxxxP", len(code) // 8, ctypes.addressof(buffer))
    held = ctypes.create_string_buffer(program)
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    for arguments in ((PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), (PR_SET_SECCOMP, FILTER_MODE, ctypes.byref(held), 0, 0)):
        if prctl(*arguments):
            raise OSError(ctypes.get_errno(), "seccomp is hier niet te gebruiken")


def main() -> None:
    arguments = sys.argv[1:]
    local = arguments[:1] == ["--scherm"]
    command = arguments[local:]
    forbid(local=local)
    os.execvp(command[0], command)


if __name__ == "__main__":
    main()
