"""A PDF that anyone may have made is read by another process, which is ended when it asks too much."""

import sys
import time
import zlib
from pathlib import Path

import pytest

from composer.domain.errors import ComposerError
from composer.intake import pdf
from composer.intake.pdf import PATIENCE, looked_into, read_pdf

if sys.platform == "linux":
    import resource


def made(*objects: bytes) -> bytes:
    """A file of these objects, numbered from 1; the first is the catalogue."""
    out, places = b"%PDF-1.7\n", list[int]()
    for number, held in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\n" % (size, table, size)
    return out + b"startxref\n%d\n%%%%EOF" % start


def stream(words: bytes, entries: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(words), words)


def paged(page: bytes, *objects: bytes) -> bytes:
    """A page with these entries; its objects are numbered from 4, the first is a typeface."""
    catalogue, pages = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    whole = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]%s>>" % page
    return made(catalogue, pages, whole, b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", *objects)


FONT, SAYS = b"/Font<</F1 4 0 R>>", b"BT /F1 12 Tf 10 10 Td (Hallo raad) Tj ET\n"


def simple(entries: bytes = b"") -> bytes:
    return paged(b"/Resources<<%s>>/Contents 5 0 R%s" % (FONT, entries), stream(SAYS))


def laughs(levels: int) -> bytes:
    """Few bytes, in which each drawing shows the next one ten times."""
    entries = b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<<%s>>"
    drawn = [stream(b"/F Do " * 10, entries % (b"/XObject<</F %d 0 R>>" % (6 + each))) for each in range(1, levels)]
    last = stream(SAYS, entries % FONT)
    return paged(b"/Resources<</XObject<</F 6 0 R>>>>/Contents 5 0 R", stream(b"/F Do"), *drawn, last)


def bomb() -> bytes:
    """A small file whose page unpacks to two hundred million bytes."""
    packed = zlib.compress(zlib.compress(SAYS * 5_000_000, 1), 9)
    return paged(b"/Resources<<%s>>/Contents 5 0 R" % FONT, stream(packed, b"/Filter[/FlateDecode/FlateDecode]"))


def test_what_stands_in_it_is_read() -> None:
    found = read_pdf(simple())
    assert (found.pages, found.attachments, found.marked) == ((("Hallo raad",),), 0, False)


def test_what_someone_wrote_on_it_is_seen() -> None:
    note = b"/Annots[<</Type/Annot/Subtype/Text/Rect[1 1 9 9]/Contents(nee)>>]"
    link = b"/Annots[<</Type/Annot/Subtype/Link/Rect[1 1 9 9]>>]"
    assert (read_pdf(simple(note)).marked, read_pdf(simple(link)).marked) == (True, False)


@pytest.mark.skipif(sys.platform != "linux", reason="the system bounds memory and time on Linux")
@pytest.mark.parametrize("data", [laughs(10), bomb()], ids=["laughs", "bomb"])
def test_one_that_asks_too_much_is_given_up_and_costs_this_process_nothing(data: bytes) -> None:
    before, begun = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
    with pytest.raises(ComposerError, match="te veel tijd of geheugen"):
        read_pdf(data)
    assert time.monotonic() - begun < PATIENCE + 5
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024 < 50_000_000


def test_one_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "PATIENCE", 0.001)
    with pytest.raises(ComposerError, match="te veel tijd"):
        read_pdf(simple())


def test_one_with_too_many_pages_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_PAGES", 0)
    (tmp_path / "a.pdf").write_bytes(simple())
    assert "te veel bladzijden" in looked_into(tmp_path / "a.pdf")["fout"]


def test_a_folder_that_calls_itself_composer_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other process starts in the folder of the user, where anyone may have put anything."""
    (tmp_path / "composer").mkdir()
    (tmp_path / "composer" / "__init__.py").write_text("raise SystemExit(3)", encoding="utf-8")
    (tmp_path / "json.py").write_text("raise SystemExit(3)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert read_pdf(simple()).pages == (("Hallo raad",),)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"geen pdf", simple()[:200]])
def test_what_is_no_pdf_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(ComposerError, match="geen leesbare pdf"):
        read_pdf(data)
