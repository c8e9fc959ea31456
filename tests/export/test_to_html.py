"""The web page: complete, safe, and traceable to its pieces."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from composer.domain.errors import ComposerError
from composer.export.house_style import HouseStyle, load_house_style
from composer.export.to_html import to_html
from tests.export.documents import document, h, item, letter, note, numbers, p, table

VOID = {"meta", "img", "br"}


class Outline(HTMLParser):
    """Tags in order, with every start matched to its end."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open += [] if tag in VOID else [tag]
        values = dict(attrs)
        self.ids += [str(values["id"])] if "id" in values else []
        target = values.get("href") or ""
        self.targets += [target[1:]] if target.startswith("#") else []

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("notes", ["voetnoten", "eindlijst", "geen"])
def test_elements_close_and_links_lead_somewhere(notes: str, with_settings: Callable[[str, str], HouseStyle]) -> None:
    outline = Outline()
    outline.feed(to_html(letter(draft=True), with_settings("noten: voetnoten", f"noten: {notes}")).decode())
    assert outline.open == []
    assert len(set(outline.ids)) == len(outline.ids)
    assert set(outline.targets) <= set(outline.ids)
    assert bool(outline.targets) == (notes != "geen")


def test_page_says_what_it_is(neutral: HouseStyle) -> None:
    html = to_html(letter(draft=True), neutral).decode()
    assert '<html lang="nl-NL">' in html
    assert "<title>Stand van zaken Integraal Zorgakkoord en de resolutie van de VNG</title>" in html
    assert "<h1>Raadsinformatiebrief</h1>" in html
    assert 'alt="Beeldmerk: een trapgevel"' in html
    assert ">CONCEPT<" in html
    assert "http://" not in html.partition("</head>")[0]


def test_blocks_and_values_of_a_draft_carry_their_origin(neutral: HouseStyle) -> None:
    page = document(p("Op {feit.x.datum=29 november 2024}, {veld.naam}."), draft=True)
    html = to_html(page, neutral).decode()
    assert '<p data-piece="a1" data-kind="tekstblok" data-name="een-tekstblok" data-line="3">' in html
    assert '<span class="waarde" data-path="feit.x.datum" data-fact="een-feit">29\u00a0november 2024</span>' in html
    assert '<mark class="open-plek" data-path="veld.naam">[nog invullen: naam]</mark>' in html


def test_a_final_page_says_nothing_of_where_its_words_come_from(neutral: HouseStyle) -> None:
    html = to_html(letter(), neutral).decode()
    assert "data-" not in re.sub(r'src="data:|style>.*?</style', "", html, flags=re.DOTALL)
    assert "een-tekstblok" not in html
    assert '<span class="waarde">' in html
    assert 'data-name="een-tekstblok"' in to_html(letter(draft=True), neutral).decode()


def test_notes_lead_there_and_back(neutral: HouseStyle) -> None:
    html = to_html(document(p("a^1 b^1"), notes=(note(1, "Bron."),)), neutral).decode()
    assert html.count('id="bij-noot-1"') == 1
    assert html.count('href="#noot-1"') == 2
    assert '<li id="noot-1">Bron. <a href="#bij-noot-1" role="doc-backlink"' in html


def test_structure(neutral: HouseStyle) -> None:
    html = to_html(
        document(
            h(1, "a"), h(3, "b"), numbers("x", start=3), table("A | B", "c | d", sides="lr"), p("slot"), closing=4
        ),
        neutral,
    ).decode()
    assert re.findall(r"<h(\d)", html) == ["1", "2", "3"]
    assert '<ol start="3"' in html
    assert '<th scope="col">A</th><th scope="col" class="right">B</th>' in html
    assert '<div class="afsluiting">' in html


def test_text_is_never_markup(neutral: HouseStyle) -> None:
    nasty = '<script>alert(1)</script> & "x"'
    html = to_html(document(p(nasty), p(f"{{{nasty}=y}}"), numbers(item(nasty))), neutral).decode()
    assert "<script" not in html


def test_same_letter_same_bytes(neutral: HouseStyle) -> None:
    assert to_html(letter(), neutral) == to_html(letter(), neutral)


def test_a_logo_that_cannot_be_read_is_told(with_settings: Callable[[str, str], HouseStyle]) -> None:
    style = with_settings("breedte: 15", "breedte: 16")
    (style.folder / "logo.png").write_bytes(b"geen plaatje")
    with pytest.raises(ComposerError, match="geen png") as caught:
        to_html(letter(), load_house_style(style.folder))
    assert caught.value.path == style.folder / "logo.png"
