"""The neutral house style: made by its script, the same in Word and in the PDF."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from composer.export.house_style import HouseStyle
from composer.export.to_docx import to_docx
from composer.ooxml.markup import parse, w
from tests.export.conftest import NEUTRAL
from tests.export.documents import letter
from tests.export.judges import complaints, text

SCRIPT = Path(__file__).parents[2] / "packaging" / "neutral_house_style.py"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("neutral_house_style", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_script_makes_the_same_bytes(script: ModuleType, neutral: HouseStyle) -> None:
    """Part by part: how zlib packs them differs between its versions."""
    made: dict[str, bytes] = script.base_parts()
    assert list(made) == list(neutral.package.names)
    for name, data in made.items():
        assert neutral.package.read(name) == data, name
    assert (NEUTRAL / "logo.png").read_bytes() == script.logo_png()


def test_settings_say_what_the_base_has(script: ModuleType, neutral: HouseStyle) -> None:
    assert neutral.settings.colours == script.COLOURS
    assert neutral.settings.margins == script.MARGINS
    assert neutral.settings.fonts == script.FONTS
    assert neutral.settings.logo == script.LOGO


def test_base_is_sound(neutral: HouseStyle, tmp_path: Path) -> None:
    assert complaints((NEUTRAL / "basis.docx").read_bytes(), tmp_path) == []


def test_base_lacks_no_style(neutral: HouseStyle) -> None:
    root = parse(neutral.package.read("word/styles.xml"))
    present = {str(style.get(w("styleId"))) for style in root.iter(w("style"))}
    assert set(neutral.base.styles.values()) <= present
    assert text(to_docx(letter(), neutral), "word/styles.xml").encode() == neutral.package.read("word/styles.xml")
