"""A template looked at whichever way its conditions fall: each condition once true and once false, and what is unknown."""

from itertools import product

import pytest

from composer.domain.template import Template
from composer.domain.traversal import inline_runs, plain
from composer.library.library import Library
from composer.work.editorial.template_paths import MOST, Path, explore_template

FIELDS = [{"naam": "kenmerk", "label": "Kenmerk"}, {"naam": "ongebruikt", "label": "Ongebruikt"}]


def template(text: str) -> Template:
    return Template.model_validate({"id": "proef", "titel": "Proef", "tekst": text, "velden": FIELDS})


def paths(text: str, library: Library) -> list[tuple[tuple[str, ...], str]]:
    return [(path.decisions, words(path)) for path in explore_template(template(text), library).paths]


def words(path: Path) -> str:
    return " | ".join(plain(run) for block in path.blocks for run in inline_runs(block))


def choice(condition: str, yes: str, no: str) -> str:
    """Two paragraphs, as templates have them: the marks on lines of their own."""
    return f"{{% if {condition} %}}\n{yes}\n\n{{% else %}}\n{no}\n\n{{% endif %}}\n"


def test_each_condition_is_true_and_false(library: Library) -> None:
    text = f"Begin\n\n{choice('veld.kenmerk is bekend', 'Kenmerk', 'Geen')}{{% if brief.bijlagen %}}\nBijlagen\n{{% endif %}}\n"
    assert paths(text, library) == [
        (("kenmerk is bekend: ja", "bijlagen: ja"), "Begin | Kenmerk | Bijlagen"),
        (("kenmerk is bekend: ja", "bijlagen: nee"), "Begin | Kenmerk"),
        (("kenmerk is bekend: nee", "bijlagen: ja"), "Begin | Geen | Bijlagen"),
        (("kenmerk is bekend: nee", "bijlagen: nee"), "Begin | Geen"),
    ]


def test_what_stands_within_a_condition_is_looked_at_where_that_is_true(library: Library) -> None:
    text = (
        "{% if veld.kenmerk is bekend %}Een{% if brief.bijlagen %} twee{% endif %}"
        "{% elif brief.bijlagen %}Drie{% else %}Vier{% endif %}\n"
    )
    assert [said for _, said in paths(text, library)] == ["Een twee", "Een", "Drie", "Vier"]


def test_of_too_many_paths_as_many_as_it_takes(library: Library) -> None:
    names = [f"gemeente.{name}" for name in ("naam", "provincie", "cbs", "steunde_motie", "planstatus")]
    text = "".join(choice(f"{name} is bekend", f"is {at}", f"niet {at}") for at, name in enumerate(names))
    found = [set(said.split(" | ")) for _, said in paths(text, library)]
    assert len(found) < 2 ** len(names) and len(found) <= MOST
    assert all(any(wanted in said for said in found) for at in range(5) for wanted in (f"is {at}", f"niet {at}"))


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_up_to_sixteen_paths_are_all_shown(count: int, library: Library) -> None:
    text = "".join(choice(f"veld.kenmerk == '{at}'", f"is {at}", f"niet {at}") for at in range(count))
    ways = {said for _, said in paths(text, library)}
    assert ways == {" | ".join(way) for way in product(*((f"is {at}", f"niet {at}") for at in range(count)))}


def test_a_name_that_does_not_exist_is_told_with_its_line_and_what_was_probably_meant(library: Library) -> None:
    found = explore_template(template("Geachte raad,\n\n{{ gemeente.nam }} en {{ veld.kenmerkje }}\n"), library)
    assert found.paths == ()
    assert [error.line for error in found.mistakes] == [3, 3]
    for error, near in zip(found.mistakes, ("gemeente.naam", "veld.kenmerk"), strict=True):
        assert f"Bedoelde u “{near}”?" in error.message


def test_the_fields_with_how_often_they_are_used(library: Library) -> None:
    found = explore_template(template("{% if veld.kenmerk is bekend %}{{ veld.kenmerk }}{% endif %}\n"), library)
    assert [(asked.field.name, asked.used, asked.passages) for asked in found.fields] == [
        ("kenmerk", 2, 0),
        ("ongebruikt", 0, 0),
    ]
