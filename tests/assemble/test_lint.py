"""A text looked at without a letter: every mistake in it, whichever way its conditions fall."""

from typing import Any

import pytest

from composer.assemble.lint import lint_condition, lint_text, shown_sections
from composer.assemble.names import letter_names
from composer.library.library import Library
from tests.libraries import a_letter


@pytest.fixture(scope="module")
def names(library: Library) -> dict[str, Any]:
    """Of a letter to all, in which hardly anything is known."""
    return letter_names(a_letter(gemeente=None, landelijk="ja"), library.templates["brief"], library)


MISTAKES: list[tuple[str, str, list[tuple[int, str]]]] = [
    ("nothing wrong", 'Zin {{ feit["alv-nam-aan"].alv }}.[^alv-nam-aan]', []),
    ("a name", "Een.\n\n{{ gemeente.nam }}", [(3, "“gemeente.nam” bestaat niet. Bedoelde u “gemeente.naam”?")]),
    (
        "two names at once",
        "{{ gemeente.nam }}\n{{ veld.onderwrp }}",
        [(1, "“gemeente.nam”"), (2, "“veld.onderwrp”")],
    ),
    (
        "names in every branch",
        "{% if gemeente.naam == 'x' %}\n{{ gemeente.a }}\n{% elif gemeente.b %}\n{{ gemeente.c }}\n{% else %}\n{{ gemeente.d }}"
        "\n{% endif %}",
        [(2, "“gemeente.a”"), (3, "“gemeente.b”"), (4, "“gemeente.c”"), (6, "“gemeente.d”")],
    ),
    ("a name in a condition", "{% if gemeente.nam is bekend %}x{% endif %}", [(1, "“gemeente.nam”")]),
    (
        "a name in a list that is not known",
        "{% for lid in regio.leden %}\n{{ lid }} {{ gemeente.x }}\n{% endfor %}",
        [(2, "“gemeente.x”")],
    ),
    ("an unknown list", "{% for lid in regio.ledn %}x{% endfor %}", [(1, "“regio.ledn”")]),
    ("a fact", '{{ feit["alv-nam"].alv }}[^alv-nam]', [(1, '“feit["alv-nam"]” bestaat niet. Bedoelde u “alv-nam-aan”?')]),
    ("a value of a fact", '{{ feit["alv-nam-aan"].x }}[^alv-nam-aan]', [(1, '“feit["alv-nam-aan"].x”')]),
    ("Jinja", "Een.\n{{ gemeente.naam | upper }}", [(2, "filter")]),
    ("a fact that is used and not cited", 'Een.\n\nOp {{ feit["alv-nam-aan"].alv }}.', [(3, "[^alv-nam-aan] achter de zin")]),
    (
        "a fact that is not cited, behind one whose name holds its own",
        'Bedrag.[^bijdrage-2025-gm0001]\n{{ feit["bijdrage-2025"].bedrag }}.',
        [(2, "[^bijdrage-2025] achter")],
    ),
    ("an image", "Een.\n\n![x](y.png)", [(3, "een afbeelding")]),
    ("an image in a branch", "Een.\n\n{% if gemeente.planstatus == 'x' %}\n![x](y.png)\n{% endif %}", [(4, "een afbeelding")]),
    ("code behind a value", "{# een\ntwee #}\n{{ gemeente.naam }} `code`", [(3, "code")]),
    ("a whole profile", "Een.\n{{ gemeente }}", [(2, "“gemeente” is zelf geen waarde")]),
    ("a section that a passage has not", "{{ sectie.zoek }}", [(1, "“sectie.zoek”")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in MISTAKES], ids=[case[0] for case in MISTAKES])
def test_every_mistake_of_a_text_is_told_with_its_line(
    text: str, expected: list[tuple[int, str]], names: dict[str, Any]
) -> None:
    found = [(error.line, error.message) for error in lint_text(text, names)]
    assert [line for line, _ in found] == [line for line, _ in expected]
    for (_, message), (_, said) in zip(found, expected, strict=True):
        assert said in message


CONDITIONS: list[tuple[str, list[str]]] = [
    ('gemeente.steunde_motie == "ja"', []),
    ('gemeente.steunde_moti == "ja"', ["“gemeente.steunde_moti” bestaat niet. Bedoelde u “gemeente.steunde_motie”?"]),
    ("gemeente.a and regio.b", ["“gemeente.a”", "“regio.b”"]),
    ("gemeente.naam ==", ["is niet te lezen"]),
]


@pytest.mark.parametrize(("condition", "expected"), CONDITIONS)
def test_every_mistake_of_a_condition_is_told(condition: str, expected: list[str], names: dict[str, Any]) -> None:
    found = [error.message for error in lint_condition(condition, names)]
    assert len(found) == len(expected)
    assert all(said in message for message, said in zip(found, expected, strict=True))


SECTIONS = [
    ("{{ sectie.a }}\n\n{{ sectie.b }}", {"a", "b"}),
    ("{% if sectie.a %}\n{{ sectie.b }}\n{% endif %}", {"b"}),
    ("{{ veld.a }}", set[str]()),
    ("{{ sectie.a", set[str]()),
]


@pytest.mark.parametrize(("text", "sections"), SECTIONS)
def test_the_sections_that_a_skeleton_shows(text: str, sections: set[str]) -> None:
    assert shown_sections(text) == sections
