"""The manual as it is shipped: its pages, their pictures, and how the window finds them."""

import re

import pytest

from composer.work.program.manual import about, manual, manual_folder, with_words

PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
LARGEST = 250_000
TOPICS = ("begin", "brief", "tekstblok", "pagina", "bron", "controle", "bijlage", "peildatum")


def test_every_page_has_a_title_and_they_come_in_order() -> None:
    pages = manual()
    assert len(pages) >= 10
    assert [page.name for page in pages] == sorted(page.name for page in pages)
    assert all(page.text.startswith(f"# {page.title}\n") for page in pages)


def test_every_picture_is_there_is_small_and_says_what_is_on_it() -> None:
    pictures = [found for page in manual() for found in PICTURE.findall(page.text)]
    assert all(words for words, _ in pictures)
    drawn = [name for _, name in pictures if name.endswith(".png")]
    assert [name for name in drawn if not (manual_folder() / name).is_file()] == []
    assert {path.name for path in manual_folder().glob("*.png")} <= {name for _, name in pictures}
    assert all(path.stat().st_size <= LARGEST for path in manual_folder().glob("*.png"))


def test_links_lead_to_pages() -> None:
    names = {page.name for page in manual()}
    linked = [name for page in manual() for name in re.findall(r"\]\(([^)]+)\.md\)", page.text)]
    assert set(linked) <= names


@pytest.mark.parametrize("topic", TOPICS)
def test_each_topic_of_the_window_has_a_page(topic: str) -> None:
    page = about(manual(), topic)
    assert page is not None
    assert topic in page.text.lower()


def test_pages_are_found_by_all_their_words() -> None:
    found = with_words(manual(), "peildatum vervang")
    assert found
    assert all("peildatum" in page.text.lower() and "vervang" in page.text.lower() for page in found)
    assert with_words(manual(), "zonnepanelen") == ()
    assert with_words(manual(), "peildatum")[0].title == "De peildatum"
