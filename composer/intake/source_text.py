"""The text of a source's own file, by line and by page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from composer.domain.errors import ComposerError
from composer.intake.pdf import read_pdf
from composer.library.reading import read_bytes
from composer.library.store import reason, refuse_folder
from composer.ooxml.markup import Element, local_name, parse, w
from composer.ooxml.reading import PackageError, read_package
from composer.ooxml.relations import main_part

MAX_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class SourceText:
    """The lines of each page; a file without pages is one."""

    pages: tuple[tuple[str, ...], ...]

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(line for page in self.pages for line in page)


def read_source_text(path: Path) -> SourceText:
    """A text, Word or PDF file; raises ComposerError when it is another kind, too large or damaged."""
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise ComposerError(
            f"een bron lezen kan van {', '.join(_READERS)}; bewaar het stuk in één van die vormen", path
        )
    try:
        refuse_folder(path)
        if path.stat().st_size > MAX_BYTES:
            raise ComposerError("dit bestand is te groot om te doorzoeken", path)
        return reader(path)
    except OSError as error:
        raise ComposerError(f"dit bestand is niet te lezen ({reason(error)}); kijk of het er nog staat", path) from None


def _from_text(path: Path) -> SourceText:
    text = read_bytes(path, MAX_BYTES).decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    return SourceText(tuple(tuple(page.split("\n")) for page in text.split("\f")))


def _from_word(path: Path) -> SourceText:
    try:
        package = read_package(read_bytes(path, MAX_BYTES))
        body = parse(package.read(main_part(package))).find(w("body"))
    except PackageError as error:
        raise ComposerError(str(error), path) from error
    except (KeyError, ValueError) as error:
        raise ComposerError(_NO_WORD, path) from error
    if body is None:
        raise ComposerError(_NO_WORD, path)
    return SourceText((tuple(_word_lines(body)),))


_NO_WORD = "dit is geen leesbaar Word-document; open het in Word en bewaar het opnieuw"


def _word_lines(holder: Element) -> Iterator[str]:
    """A line for each paragraph and each row of a table, also within content controls."""
    for block in holder:
        match local_name(block):
            case "p":
                yield from _word_text(block).split("\n")
            case "tbl":
                for row in block.iter(w("tr")):
                    yield "\t".join(" ".join(_word_text(cell).split()) for cell in row.iter(w("tc")))
            case "sdt" | "sdtContent" | "customXml":
                yield from _word_lines(block)
            case _:
                pass


_SIGNS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-", w("p"): " "}


def _word_text(holder: Element) -> str:
    """The present words, without tracked deletions."""
    return "".join(
        _SIGNS.get(str(each.tag), each.text or "") for each in holder.iter(w("t"), *_SIGNS) if each is not holder
    )


def _from_pdf(path: Path) -> SourceText:
    data = read_bytes(path, MAX_BYTES)
    try:
        return SourceText(read_pdf(data).pages)
    except ComposerError as error:
        raise ComposerError(error.message, path) from error


_READERS: dict[str, Callable[[Path], SourceText]] = {
    ".txt": _from_text,
    ".md": _from_text,
    ".docx": _from_word,
    ".pdf": _from_pdf,
}

SUFFIXES = tuple(_READERS)
