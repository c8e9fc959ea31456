"""Good inputs of every kind, and ways to spoil them a little."""

import io
import random
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from textwrap import dedent

from composer.library.captured import capture
from composer.library.letters import letter_text
from composer.library.packing import pack
from composer.work.documents.files import house_style, render_document
from composer.work.documents.making import review
from tests.libraries import RECORDS, SNIPPETS, TEMPLATES, Shelf, a_letter
from tests.safe.targets import TODAY, library

TOKENS = (
    ": ", "\n- ", "[", "]", "{", "}", "&a ", "*a ", "!!str ", '"', "'", "|\n  ", ">\n", "~", "null", "\n---\n", "#",
    "?", "\t", "\n\n", "0001-01-01", "9999-12-31", "2024-02-30", "2024-13", "1e999", "-1", "0", "9" * 40, "0x1F",
    "ja", "nee", "true", ".inf", "-0.5", "{niet_voor: 2025-01-01, uiterlijk: 2024-01-01}", "{{ ", " }}", "{% if ",
    "{% endif %}", "{% for a in regio.leden %}", "{% endfor %}", "{#", "[^", "[^alv-nam-aan]", "](", "![", "**",
    "*", "_", "`", "```\n", "> ", "| a | b |\n|---|---|\n", "1. ", ":a: b\n", "<b>", "&amp;", "&#0;", "https://",
    "javascript:", "\\", "\x00", "\x07", "\x85", "\u2028", "\u202e", "\u200b", "\ufeff", "\ufffe", "\ue000",
    "\ue0010\ue001", "é", "e\u0301", "漢", "🎉", "x" * 300, " " * 100, "(" * 50, "GM0001", "alv-nam-aan",
    "spuk-blijft", "reeks: ", "gevolgd_door: ", "vervangt: ", "strijdig_met: ", "voorwaarde: ", "regio:",
    "gemeente:GM0001", "= ", "==", " is bekend", "gemeente.", "feit[\"", "w:p", "w:t", "/>", "<w:ins>", "rId1",
    "../", "/", "xmlns:w=",
)  # fmt: skip
"""Signs that mean something to one of the readers."""


def _letter() -> bytes:
    letter = a_letter(
        "Op {{ brief.datum }} **nam** de [raad](https://raad.example) het aan.[^alv-nam-aan]\n\n- een\n- twee\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |",
        velden={"onderwerp": "De SPUK", "kenmerk": "Z-1"},
        bijlagen=[{"titel": "Besluit", "openbaar": "ja"}],
        toezeggingen=[{"stuk": "a1", "wat": "een brief", "voor": "2025-03"}],
        afgezien=[{"code": "zin-lang", "woorden": "x", "reden": "y"}],
    )
    return letter_text(capture(letter, library())).encode()


def _made(suffix: str) -> bytes:
    letter = a_letter("Op {{ brief.datum }} **nam** de raad het aan.[^alv-nam-aan]\n\n- een\n- twee")
    document = review(letter, library(), library(), TODAY).assembly.document
    return render_document(document, house_style(library(), "neutraal"), suffix)


def _packed() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        shelf = Shelf(Path(folder) / "laag")
        shelf.passage("spuk/nieuw", dedent(SNIPPETS["spuk/spuk-blijft-beschikbaar"]))
        shelf.write("feiten/nieuw.yaml", RECORDS["feiten/resolutie.yaml"])
        pack(shelf.folder, Path(folder) / "a.raadsbibliotheek")
        return (Path(folder) / "a.raadsbibliotheek").read_bytes()


def _records(*names: str) -> list[bytes]:
    return [dedent(RECORDS[name]).encode() for name in names]


def _passage(name: str, text: str) -> bytes:
    return f"---\nid: {name}\n{dedent(text).lstrip()}".encode()


def _house_style_file(name: str) -> bytes:
    return (library().house_styles["neutraal"] / name).read_bytes()


_SEEDS: Mapping[str, Callable[[], list[bytes]]] = {
    "letter": lambda: [_letter()],
    "yaml": lambda: [_letter(), *_records("feiten/spuk.yaml")],
    "markdown": lambda: [_letter(), b"# a\n\n:b: c\n\n> d\n\n1. e\n   - f\n\n| g | h |\n|---|:-:|\n| i | j |\n"],
    "own words": lambda: [
        b"# a\n\n:b: c\n\n> d[^alv-nam-aan]\n\n1. e {{ gemeente.naam }}\n   - f\n\n| g | h |\n|---|:-:|\n| i | j |\n"
    ],
    "template": lambda: [dedent(TEMPLATES["brief"]).encode(), *(dedent(text).encode() for text in SNIPPETS.values())],
    "condition": lambda: [
        b'gemeente.steunde_motie == "ja" and not (regio.naam in ["Kust", "x"] or veld.kenmerk is bekend)'
    ],
    "passage": lambda: [_passage("nieuw", text) for text in SNIPPETS.values()],
    "letter template": lambda: [_passage("brief", TEMPLATES["brief"])],
    "facts": lambda: _records("feiten/resolutie.yaml", "feiten/spuk.yaml"),
    "profiles": lambda: _records("gemeenten/kust.yaml"),
    "lists": lambda: _records("begrippen.yaml", "profielvelden.yaml", "regios/regios.yaml", "bronnen/bronnen.yaml"),
    "house style": lambda: [_house_style_file("huisstijl.yaml")],
    "base document": lambda: [_unpacked(_house_style_file("basis.docx"))],
    "returned word": lambda: [_unpacked(_made(".docx"))],
    "source pdf": lambda: [_made(".pdf")],
    "source text": lambda: [b"Kop\n\nTekst op 29 november 2024.\x0cTweede bladzijde"],
    "shared library": lambda: [_packed()],
    "journal": lambda: [_letter()],
}


@cache
def seeds(target: str) -> tuple[bytes, ...]:
    return tuple(_SEEDS[target]())


def _unpacked(data: bytes) -> bytes:
    """The same package with nothing compressed, so that a changed byte is a changed sign."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as new:
        for entry in old.infolist():
            new.writestr(zipfile.ZipInfo(entry.filename), old.read(entry))
    return made.getvalue()


def spoiled(target: str, chance: random.Random) -> bytes:
    """A good input, spoiled."""
    return changed(chance.choice(seeds(target)), chance)


def changed(data: bytes, chance: random.Random) -> bytes:
    """Some of it put in, taken out, doubled or exchanged; a package with its sums made right again."""
    if chance.random() < 0.9 and zipfile.is_zipfile(io.BytesIO(data)):
        with suppress(Exception):  # one that is broken already is changed as it is
            return _in_part(data, chance)
    for _ in range(chance.randint(1, 6)):
        data = _changed(data, chance)
    return data


def _changed(data: bytes, chance: random.Random) -> bytes:
    at, length = chance.randint(0, len(data)), chance.choice((0, 1, 1, 3, 10, 60))
    match chance.randint(0, 5):
        case 0:
            middle = chance.choice(TOKENS).encode()
        case 1:
            middle = bytes(chance.randrange(256) for _ in range(chance.randint(1, 4)))
        case 2:
            middle, length = data[at : at + 80], 0
        case 3:
            middle = b""
        case 4:
            start = chance.randint(0, len(data))
            middle = data[start : start + length]
        case _:
            at, length = _value(data, chance)
            middle = chance.choice(TOKENS).encode()
    return data[:at] + middle + data[at + length :]


def _value(data: bytes, chance: random.Random) -> tuple[int, int]:
    """Where some value stands: what follows a colon or an equals sign, up to the next sign."""
    places = [at for at, sign in enumerate(data) if sign in b":=>"]
    at = chance.choice(places) + 1 if places else 0
    end = next((place for place in range(at, len(data)) if data[place] in b'\n,}]<"' and place > at), len(data))
    return at, end - at


def _in_part(data: bytes, chance: random.Random) -> bytes:
    """The package with one of its parts spoiled."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as new:
        chosen = chance.choice(old.namelist())
        for entry in old.infolist():
            content = old.read(entry)
            for _ in range(chance.randint(1, 4) if entry.filename == chosen else 0):
                content = _changed(content, chance)
            new.writestr(zipfile.ZipInfo(entry.filename), content)
    return made.getvalue()
