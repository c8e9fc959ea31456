"""No socket in this process, but between programs on this computer (AF_UNIX)."""

from typing import Any

LOCAL = 1
"""AF_UNIX; Windows has its name too, but not everywhere."""
ASKING = (
    "socket.connect",
    "socket.bind",
    "socket.sendto",
    "socket.sendmsg",
    "socket.getaddrinfo",
    "socket.gethostbyname",
)


class NetworkError(AssertionError):
    """Something wanted to go out."""


def forbid(event: str, arguments: tuple[Any, ...]) -> None:
    """For sys.addaudithook: raises NetworkError when a socket is made or a name is looked up."""
    if event == "socket.__new__" and arguments[1] != LOCAL:
        raise NetworkError(event)
    if event in ASKING and getattr(arguments[0], "family", None) != LOCAL:
        raise NetworkError(event)
