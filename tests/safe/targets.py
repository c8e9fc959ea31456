"""Everything that reads what others made, each as a function of bytes; only a ComposerError or PackageError may come out."""

import json
import shutil
import tempfile
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from composer.assemble.jinja import parse, parse_condition
from composer.assemble.markdown import parse_markdown
from composer.assemble.names import letter_names
from composer.assemble.rendering import render
from composer.domain.errors import ComposerError
from composer.export.house_style import load_house_style
from composer.intake.pdf import looked_into
from composer.intake.returned_word import returned_word
from composer.intake.source_text import read_source_text
from composer.library.captured import changed_records, restore
from composer.library.journal import Journal
from composer.library.layers import load
from composer.library.letters import letter_text, parse_letter
from composer.library.library import Library
from composer.library.packing import SUFFIX, unpacked
from composer.library.references import broken_references
from composer.library.yaml import read_yaml, write_yaml
from composer.ooxml.reading import PackageError, read_package
from composer.work.documents.files import house_style, render_document
from composer.work.documents.making import review
from composer.work.letters import save_letter
from composer.work.text_mistakes import text_problems
from tests.libraries import a_letter, small_library

Target = Callable[[bytes], object]
NAME = Path("brief.raadsbrief")
TODAY = date(2025, 2, 1)


@cache
def library() -> Library:
    return small_library(Path(tempfile.mkdtemp()) / "inhoud").load()


@cache
def names() -> Mapping[str, Any]:
    return letter_names(a_letter(velden={"kenmerk": "Z-1"}), library().templates["brief"], library())


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def read_letter(data: bytes) -> None:
    """Read, checked, made into every kind of page but the slow one, and kept as it will be read again."""
    letter = parse_letter(_text(data), NAME).with_ids()
    rendering = restore(letter, library())
    changed_records(letter, library())
    document = review(letter, rendering, library(), TODAY).assembly.document
    style = house_style(library(), "neutraal")
    for suffix in (".docx", ".html", ".txt"):
        render_document(document, style, suffix)
    again = parse_letter(letter_text(letter), NAME)
    assert again == letter


def read_data(data: bytes) -> None:
    """YAML comes out of writing as it went in."""
    marked = read_yaml(_text(data))
    assert read_yaml(write_yaml(marked.data)).data == marked.data


def read_markdown(data: bytes) -> None:
    parse_markdown(_text(data))


def read_own_words(data: bytes) -> None:
    """A piece as a writer types or pastes it, to the page."""
    letter = a_letter(_text(data))
    document = review(letter, library(), library(), TODAY).assembly.document
    style = house_style(library(), "neutraal")
    for suffix in (".docx", ".html", ".txt"):
        render_document(document, style, suffix)


def read_template(data: bytes) -> None:
    render(parse(_text(data)), names())


def read_condition(data: bytes) -> None:
    parse_condition(_text(data))


def _as_layer(name: str, data: bytes) -> None:
    """A layer of which one file is this, with all that is said of it and a letter that is made with it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        found = load(None, [_content(), Path(folder)])
        list(broken_references(found))
        list(text_problems(found))
        letter = a_letter("Op {{ brief.datum }}.[^alv-nam-aan]")
        save_letter(letter, found, Path(folder) / "brief.raadsbrief")
        review(letter, found, found, TODAY)


@cache
def _content() -> Path:
    """The small library as a layer of its own."""
    folder = Path(tempfile.mkdtemp()) / "inhoud"
    small_library(folder)
    for path in (folder / "resources").iterdir():
        path.rename(folder / path.name)
    return folder


def read_passage(data: bytes) -> None:
    _as_layer("snippets/spuk/nieuw.md", data)


def read_letter_template(data: bytes) -> None:
    _as_layer("templates/brief.md", data)


def read_facts(data: bytes) -> None:
    _as_layer("feiten/nieuw.yaml", data)


def read_profiles(data: bytes) -> None:
    _as_layer("gemeenten/nieuw.yaml", data)


def read_lists(data: bytes) -> None:
    for name in ("onderwerpen", "sporen", "begrippen", "profielvelden", "regios/nieuw", "bronnen/nieuw"):
        _as_layer(f"{name}.yaml", data)


def read_base(data: bytes) -> None:
    """A base document of a house style, opened and written into."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "basis.docx").write_bytes(data)
        (Path(folder) / "huisstijl.yaml").write_text("naam: Proef\n", encoding="utf-8")
        style = load_house_style(Path(folder))
        document = review(a_letter("Zo.\n\n- een\n- twee"), library(), library(), TODAY).assembly.document
        read_package(render_document(document, style, ".docx"))


def read_house_style(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        neutral = library().house_styles["neutraal"]
        shutil.copytree(neutral, folder, dirs_exist_ok=True)
        (Path(folder) / "huisstijl.yaml").write_bytes(data)
        style = load_house_style(Path(folder))
        document = review(a_letter("Zo.\n\n- een\n- twee"), library(), library(), TODAY).assembly.document
        render_document(document, style, ".docx")
        render_document(document, style, ".html")


def read_word(data: bytes) -> None:
    prepare_all(data)
    returned_word(data)


def prepare_all(data: bytes) -> None:
    """Both ways in which a Word file comes in from elsewhere: as a package, and as a source."""
    read_package(data)
    _as_source(".docx", data)


def _as_source(suffix: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"bron{suffix}"
        path.write_bytes(data)
        read_source_text(path)


def read_pdf(data: bytes) -> None:
    """In this process, to see what it does; a writer's program has another one do it."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "bron.pdf").write_bytes(data)
        if message := looked_into(Path(folder) / "bron.pdf").get("fout"):
            raise ComposerError(message)


def read_plain_source(data: bytes) -> None:
    _as_source(".txt", data)


def read_shared_library(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"bibliotheek{SUFFIX}"
        path.write_bytes(data)
        unpacked(path)


def read_journal(data: bytes) -> None:
    """Whatever stands there, the window starts."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "brief.json").write_bytes(data)
        Journal(Path(folder)).pending()
        (Path(folder) / "brief.json").write_text(
            json.dumps({"brief": _text(data), "wanneer": "2026-01-01T12:00:00", "pad": None, "sha256": None}),
            encoding="utf-8",
        )
        Journal(Path(folder)).pending()


TARGETS: dict[str, Target] = {
    "letter": read_letter,
    "yaml": read_data,
    "markdown": read_markdown,
    "own words": read_own_words,
    "template": read_template,
    "condition": read_condition,
    "passage": read_passage,
    "letter template": read_letter_template,
    "facts": read_facts,
    "profiles": read_profiles,
    "lists": read_lists,
    "house style": read_house_style,
    "base document": read_base,
    "returned word": read_word,
    "source pdf": read_pdf,
    "source text": read_plain_source,
    "shared library": read_shared_library,
    "journal": read_journal,
}


def attempted(name: str, data: bytes) -> str:
    """What a target says of an input: "" when it takes it, else its sentence; raises anything that it should not."""
    try:
        TARGETS[name](data)
    except (ComposerError, PackageError) as error:
        return str(error)
    return ""
