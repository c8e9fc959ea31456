"""Pictures of a house style that anyone may have made: refused with the reason, before a writer takes them."""

import os
import struct
import time
from pathlib import Path

import pytest

from composer.domain.errors import ComposerError
from composer.export.pictures import require_picture
from tests.export.houses import picture

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="10" height="10">'


def svg(inside: str) -> bytes:
    return f"{HEAD}{inside}</svg>".encode()


def png(width: int, height: int) -> bytes:
    """Only its head says how large it is."""
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBBBBB", 13, b"IHDR", width, height, 8, 2, 0, 0, 0) + bytes(40)


def jpeg(width: int, height: int) -> bytes:
    return b"\xff\xd8\xff\xc0\x00\x11\x08" + struct.pack(">HH", height, width) + bytes(20)


def laughs(levels: int) -> str:
    """Each drawing shows the one before it ten times."""
    uses = [f'<use href="#a{each}"/>' * 10 for each in range(levels)]
    shown = "".join(f'<g id="a{each}">{use}</g>' for each, use in enumerate(uses, 1))
    return f'<rect id="a0" width="1" height="1"/>{shown}'


AWAY = "haalt iets van buiten of bevat een script"
HOSTILE: dict[str, tuple[str, bytes, str]] = {
    "a large png": ("logo.png", png(60_000, 60_000), "te veel beeldpunten"),
    "a large jpeg": ("logo.jpg", jpeg(65_000, 65_000), "te veel beeldpunten"),
    "no png": ("logo.png", b"GIF89a" + bytes(40), "geen png-afbeelding"),
    "half a png": ("logo.png", png(10, 10)[:20], "geen png-afbeelding"),
    "a png without a head": ("logo.png", b"\x89PNG\r\n\x1a\n" + bytes(40), "geen png-afbeelding"),
    "no jpeg": ("logo.jpeg", svg(""), "geen jpeg-afbeelding"),
    "a jpeg without a size": ("logo.jpg", b"\xff\xd8\xff\xe0\x00\x04ab" * 3, "geen jpg-afbeelding"),
    "a program": ("logo.png", b"MZ" + bytes(100), "geen png-afbeelding"),
    "too many bytes": ("logo.png", png(10, 10) + bytes(6_000_000), "te groot"),
    "no svg": ("logo.svg", b"<html/>", "geen svg-afbeelding"),
    "half an svg": ("logo.svg", svg("")[:-3], "geen svg-afbeelding"),
    "a doctype": ("logo.svg", b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + svg("&x;"), "geen svg-afbeelding"),
    "a script": ("logo.svg", svg("<script>alert(1)</script>"), AWAY),
    "a script on a click": ("logo.svg", svg('<rect onclick="alert(1)"/>'), AWAY),
    "a script on loading": ("logo.svg", svg("").replace(b"width", b'onload="x" width', 1), AWAY),
    "a page of the web": ("logo.svg", svg("<foreignObject><b/></foreignObject>"), AWAY),
    "a picture on the web": ("logo.svg", svg('<image href="https://adres.example/x.png"/>'), AWAY),
    "a picture on the disk": ("logo.svg", svg('<image xlink:href="file:///etc/passwd"/>'), AWAY),
    "a picture beside it": ("logo.svg", svg('<image href="../geheim.png"/>'), AWAY),
    "a drawing in a drawing": ("logo.svg", svg('<image href="data:image/svg+xml,x"/>'), AWAY),
    "a link that runs": ("logo.svg", svg('<a href="javascript:alert(1)"><rect/></a>'), AWAY),
    "a style of the web": ("logo.svg", svg("<style>@import 'https://adres.example/x.css';</style>"), AWAY),
    "a typeface of the web": ("logo.svg", svg("<style>a{src:url(https://adres.example/x)}</style>"), AWAY),
    "a fill of the web": ("logo.svg", svg('<rect fill="url(https://adres.example/#a)"/>'), AWAY),
    "something that moves": ("logo.svg", svg('<animate attributeName="href" to="javascript:x"/>'), AWAY),
    "laughs": ("logo.svg", svg(laughs(12)), "te veel onderdelen"),
    "itself": ("logo.svg", svg('<g id="a"><use href="#a"/></g>'), "tekent zichzelf"),
    "each other": ("logo.svg", svg('<g id="a"><use href="#b"/></g><g id="b"><use xlink:href="#a"/></g>'), "tekent zichzelf"),
    "deep": ("logo.svg", svg("<g>" * 250 + "</g>" * 250), "tekent zichzelf|geen svg"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_picture_is_refused_with_its_reason(name: str, tmp_path: Path) -> None:
    file, data, reason = HOSTILE[name]
    (tmp_path / file).write_bytes(data)
    begun = time.process_time()
    with pytest.raises(ComposerError, match=reason) as refused:
        require_picture(tmp_path / file)
    assert refused.value.path == tmp_path / file
    assert time.process_time() - begun < 1


SOUND: dict[str, tuple[str, bytes]] = {
    "a png": ("logo.png", picture(20, 10, (1, 2, 3)).getvalue()),
    "an svg": ("logo.svg", svg('<defs><g id="a"><rect/></g></defs><use xlink:href=" #a "/><rect fill="url(#b)"/>')),
    "an svg with a picture in it": ("logo.svg", svg('<image href="data:image/png;base64,AAAA"/>')),
    "an svg that shows what is not there": ("logo.svg", svg('<use href="#weg"/>')),
}  # fmt: skip


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_picture_is_taken(name: str, tmp_path: Path) -> None:
    file, data = SOUND[name]
    (tmp_path / file).write_bytes(data)
    require_picture(tmp_path / file)


@pytest.mark.skipif(os.name != "posix", reason="Windows asks for rights to make a link")
def test_a_link_to_a_picture_elsewhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "stijl").mkdir()
    (tmp_path / "geheim.png").write_bytes(picture(20, 10, (1, 2, 3)).getvalue())
    (tmp_path / "stijl" / "logo.png").symlink_to(tmp_path / "geheim.png")
    with pytest.raises(ComposerError, match="snelkoppeling"):
        require_picture(tmp_path / "stijl" / "logo.png")
