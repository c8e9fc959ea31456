"""The small part of Jinja that a text may use, and nothing else."""

import time
import tracemalloc
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from composer.assemble.expressions import value_of
from composer.assemble.jinja import PLACEHOLDER, parse, parse_condition
from composer.assemble.names import letter_names
from composer.assemble.rendering import render
from composer.domain.errors import ComposerError
from composer.library.library import Library
from tests.libraries import a_letter

PLACE = 'feit["alv-nam-aan"]'


@pytest.fixture(scope="module")
def names(library: Library) -> dict[str, Any]:
    return letter_names(a_letter(velden={"kenmerk": "Z-1"}), library.templates["brief"], library)


def text_of(source: str, names: dict[str, Any]) -> str:
    """What comes out, values in their place and gaps as [label]."""
    rendered = render(parse(source), names)
    printed = [item.text if item.text is not None else f"[{item.path}]" for item in rendered.printed]
    return PLACEHOLDER.sub(lambda mark: printed[int(mark.group(1))], rendered.text)


HOSTILE = {
    # getting out of the sandbox
    "class": "{{ gemeente.__class__ }}",
    "mro": "{{ gemeente.naam.__class__.__mro__ }}",
    "subclasses": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "globals": "{{ feit.__init__.__globals__ }}",
    "private": "{{ feit._library }}",
    "library": "{{ feit['_library'] }}",
    "item of class": "{{ gemeente['__class__'] }}",
    "method": "{{ gemeente.naam.upper() }}",
    "method of a mapping": "{{ gemeente.items() }}",
    "attribute of a value": f"{{{{ {PLACE}.alv.value }}}}",
    "format": "{{ '%s' % gemeente.naam }}",
    "format method": "{{ '{0.__class__}'.format(gemeente) }}",
    "attr filter": "{{ gemeente | attr('__class__') }}",
    "map filter": "{{ regio.leden | map('upper') | list }}",
    "call": "{{ range(10) }}",
    "lipsum": "{{ lipsum(n=100000) }}",
    "cycler": "{{ cycler('a', 'b') }}",
    "joiner": "{{ joiner() }}",
    "namespace": "{% set ns = namespace(a=1) %}{{ ns.a }}",
    "dict": "{{ dict(a=1) }}",
    "self": "{{ self }}",
    "self block": "{{ self.__init__ }}",
    "loop": "{% for lid in regio.leden %}{{ loop.index }}{% endfor %}",
    "caller": "{{ caller() }}",
    # statements of Jinja that a text does not need
    "include": "{% include 'a' %}",
    "import": "{% import 'a' as b %}",
    "from": "{% from 'a' import b %}",
    "extends": "{% extends 'a' %}",
    "block": "{% block a %}x{% endblock %}",
    "macro": "{% macro a() %}x{% endmacro %}{{ a() }}",
    "call block": "{% call a() %}x{% endcall %}",
    "filter block": "{% filter upper %}x{% endfilter %}",
    "set": "{% set a = 1 %}{{ a }}",
    "set block": "{% set a %}x{% endset %}",
    "with": "{% with a = 1 %}{{ a }}{% endwith %}",
    "do": "{% do gemeente.clear() %}",
    "autoescape": "{% autoescape true %}x{% endautoescape %}",
    "break": "{% for lid in regio.leden %}{% break %}{% endfor %}",
    "trans": "{% trans %}x{% endtrans %}",
    "debug": "{% debug %}",
    "recursive": "{% for lid in regio.leden recursive %}{{ loop(lid) }}{% endfor %}",
    # what is printed is a path
    "concatenation": "{{ gemeente.naam ~ gemeente.cbs }}",
    "sum": "{{ 1 + 1 }}",
    "power": "{{ 9 ** 9 ** 9 }}",
    "long text": "{{ 'a' * 2000000000 }}",
    "list": "{{ [gemeente.naam] * 1000000000 }}",
    "shift": "{{ 1 - 1 }}",
    "negative": "{{ -gemeente.naam }}",
    "constant": "{{ 'tekst' }}",
    "number": "{{ 42 }}",
    "long number": "{{ " + "9" * 5000 + " }}",
    "long number in a condition": "{% if gemeente.naam == " + "9" * 5000 + " %}x{% endif %}",
    "float": "{{ 1e999 }}",
    "inline if": "{{ gemeente.naam if true else gemeente.cbs }}",
    "comparison": "{{ gemeente.naam == 'x' }}",
    "filtered comparison": "{{ (gemeente.naam == 'x') | hoofdletter }}",
    "filtered choice": "{{ (gemeente.naam or gemeente.cbs) | hoofdletter }}",
    "filtered constant": "{{ 'tekst' | hoofdletter }}",
    "tuple": "{{ gemeente.naam, gemeente.cbs }}",
    "dictionary": "{{ {'a': 1} }}",
    "slice": "{{ gemeente.naam[0:1] }}",
    "computed key": "{{ gemeente[gemeente.naam] }}",
    "item": "{{ regio.leden[0] }}",
    "unknown filter": "{{ gemeente.naam | upper }}",
    "center": "{{ gemeente.naam | center(1000000000) }}",
    "filter with a value": "{{ gemeente.naam | hoofdletter(1) }}",
    "filter with a named value": "{{ gemeente.naam | hoofdletter(a=1) }}",
    "filter with values": "{{ gemeente.naam | hoofdletter(*[1]) }}",
    "test": "{% if gemeente.naam is defined %}x{% endif %}",
    "test with a value": "{% if gemeente.naam is sameas(1) %}x{% endif %}",
    "test of a comparison": "{% if (gemeente.naam == 'a') is bekend %}x{% endif %}",
    "comparison of a choice": "{% if (gemeente.naam or gemeente.cbs) == 'a' %}x{% endif %}",
    "arithmetic in a condition": "{% if 1 + 1 == 2 %}x{% endif %}",
    "call in a condition": "{% if gemeente.naam.startswith('B') %}x{% endif %}",
    "nothing known": "{% if none %}x{% endif %}",
    # a fact by another road than its id
    "fact with a dot": "{{ feit.alv }}",
    "all facts": "{{ feit }}",
    "a whole profile": "{{ gemeente }}",
    "a whole fact": f"{{{{ {PLACE} }}}}",
    "a profile through a filter": "{{ gemeente.college | hoofdletter }}",
    "a list of profiles": "{{ gemeente.college.wethouders }}",
    "a list of profiles through a filter": "{{ gemeente.college.wethouders | opsomming }}",
    "an item of a list of profiles": "{% for w in gemeente.college.wethouders %}{{ w }}{% endfor %}",
    "a section through a filter": "{{ sectie.geld | hoofdletter }}",
    # repetitions
    "loop over a text": "{% for letter in gemeente.naam %}{{ letter }}{% endfor %}",
    "loop over a profile": "{% for sleutel in gemeente %}{{ sleutel }}{% endfor %}",
    "loop over facts": "{% for f in feit %}{{ f }}{% endfor %}",
    "loop over constants": "{% for a in [1, 2, 3] %}{{ a }}{% endfor %}",
    "loop with a filter": "{% for lid in regio.leden if lid == 'x' %}x{% endfor %}",
    "loop with else": "{% for lid in regio.leden %}x{% else %}y{% endfor %}",
    "loop over two": "{% for a, b in regio.leden %}x{% endfor %}",
    "three loops": "{% for a in regio.leden %}" * 3 + "x" + "{% endfor %}" * 3,
    "long list": "{% if gemeente.naam in [" + "'a'," * 20_000 + "] %}x{% endif %}",
    # size and depth
    "too long": "x" * 100_001,
    "deep parentheses": "{{ " + "(" * 10_000 + "gemeente.naam" + ")" * 10_000 + " }}",
    "deep not": "{% if " + "not " * 20_000 + "gemeente.naam %}x{% endif %}",
    "deep and": "{% if gemeente.naam" + " and gemeente.naam" * 5_000 + " %}x{% endif %}",
    "deep path": "{{ gemeente" + ".a" * 20_000 + " }}",
    "path of some depth": "{{ gemeente" + ".a" * 480 + " }}",
    "deep if": "{% if gemeente.naam %}" * 2_000 + "x" + "{% endif %}" * 2_000,
    "deep list": "{% if gemeente.naam in " + "[" * 5_000 + "]" * 5_000 + " %}x{% endif %}",
    "deep filters": "{{ gemeente.naam" + " | hoofdletter" * 7_000 + " }}",
    # mistakes of people
    "unclosed value": "{{ gemeente.naam",
    "unclosed statement": "{% if gemeente.naam %}x",
    "unclosed comment": "{# gemeente.naam",
    "wrong end": "{% if gemeente.naam %}x{% endfor %}",
    "lonely end": "x{% endif %}",
    "empty value": "{{ }}",
    "empty statement": "{% %}",
    "one brace too few": "{{ gemeente.naam }",
    "wrong quotes": "{{ feit[“alv-nam-aan”].alv }}",
    "private-use characters": "a \ue000 0\ue001 b",
    "a mark of our own": "\ue0000\ue001{{ gemeente.naam }}",
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_or_mistaken_text_is_refused_quickly_with_its_reason_and_line(
    name: str, names: dict[str, Any]
) -> None:
    begun = time.process_time()
    with pytest.raises(ComposerError) as caught:
        render(parse(HOSTILE[name]), names)
    assert time.process_time() - begun < 2
    assert caught.value.message[0].islower() or caught.value.message[0] == "“"
    assert len(caught.value.message) < 1_000
    assert caught.value.line == 1


def test_refusing_takes_little_memory(names: dict[str, Any]) -> None:
    tracemalloc.start()
    try:
        for source in (text for text in HOSTILE.values() if len(text) < 1_000):
            with suppress(ComposerError):
                render(parse(source), names)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 5_000_000


ENDLESS = [
    "{% for a in regio.leden %}{% for b in regio.leden %}{% endfor %}{% endfor %}",
    "{% for a in regio.leden %}{% for b in regio.leden %}{% if a == b %}{% endif %}{% endfor %}{% endfor %}",
    "{% for a in regio.leden %}{{ a }}{% endfor %}",
    "{% for a in regio.leden %}" + "x" * 1_000 + "{% endfor %}",
]


@pytest.mark.parametrize("source", ENDLESS)
def test_a_repetition_over_a_long_list_is_bounded(source: str) -> None:
    names = {"regio": {"leden": tuple(f"gemeente {number}" for number in range(30_000))}}
    begun = time.process_time()
    with pytest.raises(ComposerError, match=r"maak (de herhaling|haar) kleiner"):
        render(parse(source), names)
    assert time.process_time() - begun < 2


def test_there_are_enough_hostile_texts() -> None:
    assert len(HOSTILE) >= 60


ALLOWED = [
    ("gewone tekst", "gewone tekst"),
    ("", ""),
    ("{{ gemeente.naam }}", "Bergdam"),
    ("{{gemeente.naam}}", "Bergdam"),
    ('{{ gemeente["naam"] }}', "Bergdam"),
    ("{{ gemeente['naam'] }}", "Bergdam"),
    ("{{ gemeente.college.burgemeester }}", "A. de Vries"),
    ("{{ regio.naam }} en {{ regio.iza_regio.naam }}", "Regio Kust en Kustland"),
    ("{{ regio.mandaatgemeente }}", "Bergdam"),
    ("{{ regio.leden }}", "Bergdam en 's-Waterhuizen"),
    ("{{ regio.leden | opsomming }}", "Bergdam en 's-Waterhuizen"),
    ("{{ regio.leden | aantal }}", "twee"),
    ("{{ brief.datum }}", "20 december 2024"),
    ("{{ brief.datum | dag_maand }}", "20 december"),
    ("{{ brief.datum | maand_jaar }}", "december 2024"),
    ("{{ brief.datum | jaartal }}", "2024"),
    ("{{ brief.kenmerk }}", "Z-1"),
    ("{{ veld.kenmerk }}", "Z-1"),
    ("{{ veld.onderwerp }}", "De SPUK in Bergdam"),
    (f"{{{{ {PLACE}.alv }}}}", "29 november 2024"),
    (f"{{{{ {PLACE}.alv | dag_maand }}}}", "29 november"),
    (f"{{{{ {PLACE}.voor }}}}", "ruim 93%"),
    (f"{{{{ {PLACE}.voor | procent }}}}", "ruim 93 procent"),
    (f"{{{{ {PLACE}.voor | kaal }}}}", "93%"),
    (f"{{{{ {PLACE}.voor | hoofdletter }}}}", "Ruim 93%"),
    (f"{{{{ {PLACE}.voor | procent | hoofdletter }}}}", "Ruim 93 procent"),
    (f"{{{{ {PLACE}.stelling }}}}", "De ledenvergadering nam de resolutie aan."),
    (f"{{{{ {PLACE}.wie }}}}", "ledenvergadering van de VNG"),
    ('{{ feit["alv-drie-voorwaarden"].voorwaarden }}', "drie"),
    ('{{ feit["alv-drie-voorwaarden"].voorwaarden | cijfers }}', "3"),
    ('{{ feit["spuk-blijft"].landelijk }}', "circa € 150 miljoen"),
    ('{{ feit["spuk-blijft"].landelijk | cijfers }}', "circa € 150.000.000"),
    ('{{ feit["bijdrage-2025"].bedrag }}', "€ 1,25 miljoen"),
    ('{{ feit["bijdrage-2025"].bedrag | cijfers }}', "€ 1.250.000"),
    ('{{ feit["bijdrage-2025"].jaar }}', "2025"),
    ("{{ gemeente.naam | voluit }}", "Bergdam"),
    ("a {# niemand leest dit {{ x }} #} b", "a  b"),
    ("{% raw %}{{ gemeente.naam }}{% endraw %}", "{{ gemeente.naam }}"),
    ("{% if gemeente.naam %}ja{% endif %}", "ja"),
    ("{% if gemeente.naam == 'Bergdam' %}a{% else %}b{% endif %}", "a"),
    ("{% if gemeente.naam == 'X' %}a{% elif gemeente.cbs == 'GM0001' %}b{% else %}c{% endif %}", "b"),
    ("{% if gemeente.naam in ['Bergdam', 'X'] %}a{% endif %}", "a"),
    ("{% if gemeente.naam in regio.leden %}a{% endif %}", "a"),
    ("{% for lid in regio.leden %}{{ lid }};{% endfor %}", "Bergdam;'s-Waterhuizen;"),
    ("{% for w in gemeente.college.wethouders %}{{ w.naam }}: {{ w.portefeuille }}. {% endfor %}",
     "C. Bakker: zorg. D. Visser: geld. "),
    ("{% for a in regio.leden %}{% for b in regio.leden %}x{% endfor %}{% endfor %}", "xxxx"),
    ("{{ gemeente.planstatus }}", "[gemeente.planstatus]"),
    ("{{ gemeente.planstatus | hoofdletter }}", "[gemeente.planstatus]"),
    ("{{ veld.portefeuillehouder }}", "[veld.portefeuillehouder]"),
    ("{{ gemeente.adres }}", "[gemeente.adres]"),
    ("{% if gemeente.planstatus == 'x' %}a{% else %}b{% endif %}", "[gemeente.planstatus]"),
    ("{{ sectie.geld }}", ""),
]  # fmt: skip


@pytest.mark.parametrize(("source", "text"), ALLOWED, ids=[source for source, _ in ALLOWED])
def test_what_a_text_may_use(source: str, text: str, names: dict[str, Any]) -> None:
    assert text_of(source, names) == text


def test_a_list_that_is_not_known_is_one_gap(library: Library) -> None:
    names = letter_names(a_letter(gemeente="GM0003"), library.templates["brief"], library)
    assert text_of("Met {% for lid in regio.leden %}{{ lid }}, {% endfor %}erbij", names) == "Met [regio.leden]erbij"


def test_a_fact_of_a_series_that_the_municipality_is_not_in_is_a_gap(library: Library) -> None:
    names = letter_names(a_letter(gemeente="GM0003"), library.templates["brief"], library)
    assert text_of('{{ feit["bijdrage-2025"].bedrag }}', names) == '[feit["bijdrage-2025"].bedrag]'


UNKNOWN = [
    ("{{ gemeente.nam }}", 1, "“gemeente.nam” bestaat niet. Bedoelde u “gemeente.naam”?"),
    ("x\n\n{{ gemeente.colege.secretaris }}", 3, "“gemeente.colege” bestaat niet. Bedoelde u “gemeente.college”?"),
    ("{{ gemeentee.naam }}", 1, "“gemeentee” bestaat niet. Bedoelde u “gemeente”?"),
    ("{{ veld.onderwrp }}", 1, "“veld.onderwrp” bestaat niet. Bedoelde u “veld.onderwerp”?"),
    ('{{ feit["alv-nam-an"].alv }}', 1, '“feit["alv-nam-an"]” bestaat niet. Bedoelde u “alv-nam-aan”?'),
    ('{{ feit["alv-nam-aan"].alf }}', 1, '“feit["alv-nam-aan"].alf” bestaat niet. Bedoelde u “feit["alv-nam-aan"].alv”?'),
    ("{{ sectie.geldd }}", 1, "“sectie.geldd” bestaat niet. Bedoelde u “sectie.geld”?"),
    ("{{ brief.dtum }}", 1, "“brief.dtum” bestaat niet. Bedoelde u “brief.datum”?"),
    ("{{ gemeente.naam.kort }}", 1, "“gemeente.naam” heeft geen onderdeel “kort”"),
    ("{{ gemeente.planstatus.kort }}", 1, "“gemeente.planstatus” heeft geen onderdeel “kort”"),
    ("{{ xyzzy }}", 1, "“xyzzy” bestaat niet. Kies een naam"),
    ("a\n{% if gemeente.nam %}x{% endif %}", 2, "“gemeente.nam” bestaat niet. Bedoelde u “gemeente.naam”?"),
    ("a\n{% for lid in regio.ledn %}x{% endfor %}", 2, "“regio.ledn” bestaat niet. Bedoelde u “regio.leden”?"),
    ("{% for w in gemeente.college.wethouders %}\n{{ w.nam }}{% endfor %}", 2,
     "wethouders[0].nam” bestaat niet. Bedoelde u “gemeente.college.wethouders[0].naam”?"),
    ("{{ gemeente.naam | hooftletter }}", 1, "Bedoelde u “hoofdletter”?"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "line", "said"), UNKNOWN, ids=[source for source, _, _ in UNKNOWN])
def test_an_unknown_name_is_told_with_the_nearest_and_its_line(
    source: str, line: int, said: str, names: dict[str, Any]
) -> None:
    with pytest.raises(ComposerError) as caught:
        render(parse(source), names)
    assert said in caught.value.message
    assert caught.value.line == line


LINES = [
    ("a {{ gemeente.naam }}\nb {{ gemeente.cbs }}", [1, 2]),
    ("{# een\ntwee\ndrie #}{{ gemeente.naam }}", [3]),
    ("{# een\ntwee #}\n{{ gemeente.naam }}", [3]),
    ("{% if gemeente.naam %}\n{{ gemeente.naam }}\n{% endif %}\n{{ gemeente.cbs }}", [2, 4]),
    ("{% if gemeente.naam == 'X' %}\na\nb\n{% else %}\n{{ gemeente.naam }}\n{% endif %}\n\n{{ gemeente.cbs }}", [5, 8]),
    ("{% if gemeente.naam -%}\n\n  {{ gemeente.naam }}\n{%- endif %}\n{{ gemeente.cbs }}", [3, 5]),
    ("{% for lid in regio.leden %}\n- {{ lid }}\n{% endfor %}\n{{ gemeente.cbs }}", [2, 2, 4]),
    ("{% for lid in regio.leden %}{{ lid }}\n{% endfor %}\n{{ gemeente.cbs }}", [1, 1, 3]),
    ("{{ gemeente\n.naam }}\n{{ gemeente.cbs }}", [1, 3]),
    ("{% raw %}\n{{ x }}\n{% endraw %}\n{{ gemeente.cbs }}", [4]),
    ("a\n{% if gemeente.planstatus == 'x' %}\nb\n{% endif %}\n{{ gemeente.cbs }}", [2, 5]),
]


@pytest.mark.parametrize(("source", "lines"), LINES, ids=[source for source, _ in LINES])
def test_every_value_knows_the_line_that_prints_it(source: str, lines: list[int], names: dict[str, Any]) -> None:
    assert [printed.line for printed in render(parse(source), names).printed] == lines


@st.composite
def texts(draw: st.DrawFn, depth: int = 0) -> str:
    """Lines that carry their own number to be, with statements around some, on lines of their own."""
    parts: list[str] = []
    for _ in range(draw(st.integers(1, 4))):
        kind = draw(
            st.sampled_from(["line", "line", "empty", "comment", "if", "for"] if depth < 2 else ["line", "empty"])
        )
        if kind == "line":
            parts.append("§")
        elif kind == "empty":
            parts.append("")
        elif kind == "comment":
            parts.append("{# weg\nweg #}")
        elif kind == "if":
            test = draw(st.sampled_from(["gemeente.naam", "gemeente.naam == 'X'"]))
            parts.append(
                f"{{% if {test} %}}\n{draw(texts(depth + 1))}\n{{% else %}}\n{draw(texts(depth + 1))}\n{{% endif %}}"
            )
        else:
            parts.append(f"{{% for lid in regio.leden %}}\n{draw(texts(depth + 1))}\n{{% endfor %}}")
    return "\n".join(parts)


@given(texts())
def test_lines_stay_exact_whatever_statements_stand_around_them(source: str) -> None:
    names = {"gemeente": {"naam": "Bergdam"}, "regio": {"leden": ("a", "b")}}
    numbered = "\n".join(
        f"⟨{number}⟩ {{{{ gemeente.naam }}}}" if line == "§" else line
        for number, line in enumerate(source.split("\n"), 1)
    )
    rendered = render(parse(numbered), names)
    for line, origin in zip(rendered.text.split("\n"), rendered.lines, strict=True):
        if line.startswith("⟨"):
            assert line.startswith(f"⟨{origin}⟩")
            [mark] = PLACEHOLDER.findall(line)
            assert rendered.printed[int(mark)].line == origin


@pytest.mark.parametrize("char", ["\ue000", "\ue001"])
def test_our_own_marks_are_refused_with_the_line_they_stand_on(char: str) -> None:
    with pytest.raises(ComposerError, match="een teken dat niet mag") as caught:
        parse(f"een\ntwee {char}\ndrie")
    assert caught.value.line == 2


@given(st.text(alphabet="{}%#|.\"'[]() \nabifelsendnotgemeente=", max_size=60))
@example("{{ gemeente.naam | }}")
@example('{{ feit["a" "b"].c }}')
@example("{% if gemeente.naam in %}x{% endif %}")
@example("{% for in in in %}x{% endfor %}")
def test_any_text_is_rendered_or_refused_and_never_breaks(source: str) -> None:
    names = {"gemeente": {"naam": "Bergdam", "leeg": None}, "feit": {}}
    try:
        render(parse(source), names)
    except ComposerError as error:
        assert error.line is not None


NO_CONDITIONS = [
    "",
    "gemeente.naam ==",
    "gemeente.naam = 'x'",
    "gemeente.naam %}x{% endif %}{% if gemeente.naam",
    "gemeente.naam %}{% else %}{% if gemeente.naam",
    "gemeente.naam.lower()",
    "1 + 1",
]


@pytest.mark.parametrize("source", NO_CONDITIONS)
def test_what_is_no_condition_is_refused(source: str) -> None:
    with pytest.raises(ComposerError):
        parse_condition(source)


def test_the_value_of_a_fact_knows_its_fact(names: dict[str, Any]) -> None:
    named = value_of(parse_condition('feit["alv-nam-aan"].alv'), names)
    assert (named.path, named.fact) == ('feit["alv-nam-aan"].alv', "alv-nam-aan")
