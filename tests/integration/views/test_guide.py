"""The guide in three languages with its pictures, the "?" that leads to it, and the cards of the first steps."""

from io import BytesIO

import pytest
from flask import Flask
from PIL import Image

from tests.browsing import Browser
from workshops.domain.languages import INTERFACE_LANGUAGES
from workshops.models import Workshop
from workshops.views.assets import OWN_FILES, assets
from workshops.views.guide_chapters import CHAPTERS

MOST_BYTES, MOST_BYTES_IN_ALL = 40_000, 1_500_000


def test_every_chapter_has_a_small_picture_in_each_language() -> None:
    named = {f"guide/{language}/{chapter.key}.webp" for language in INTERFACE_LANGUAGES for chapter in CHAPTERS}
    assert named == {name for name in assets() if name.startswith("guide/")}
    sizes = [len(assets()[name].body) for name in named]
    assert max(sizes) <= MOST_BYTES
    assert sum(sizes) <= MOST_BYTES_IN_ALL
    with Image.open(OWN_FILES / "guide" / "fr" / "register.webp") as picture:
        assert picture.size == (960, 600)


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_the_guide_shows_all_chapters_with_pictures_loaded_late(client: Browser, language: str) -> None:
    page = client.get("/help", headers={"Accept-Language": language}).text
    for chapter in CHAPTERS:
        assert f'id="{chapter.key}"' in page
        assert f'/guide/{language}/{chapter.key}.webp"' in page
    assert page.count('loading="lazy" alt="') == len(CHAPTERS)
    assert 'alt=""' not in page.partition("<main")[2]


def test_a_picture_is_sent_as_it_is(client: Browser) -> None:
    answer = client.get("/static/x/guide/en/register.webp", headers={"Accept-Encoding": "gzip"})
    assert answer.mimetype == "image/webp"
    assert "Content-Encoding" not in answer.headers
    with Image.open(BytesIO(answer.data)) as picture:
        assert picture.format == "WEBP"


@pytest.mark.parametrize(
    ("language", "wanted", "found"),
    [("en", "acronym", ["register", "registers"]), ("fr", "PRESENCES", ["people"]), ("en", "zzzz", [])],
)
def test_the_guide_is_searched_without_a_script(client: Browser, language: str, wanted: str, found: list[str]) -> None:
    page = client.get(f"/help?q={wanted}", headers={"Accept-Language": language}).text
    assert [chapter.key for chapter in CHAPTERS if f'id="{chapter.key}"' in page] == found


def test_a_page_leads_to_its_chapter(viewer_client: Browser, stored: Workshop) -> None:
    for path, key in (("/people", "people"), ("/trainings", "look-back"), (f"/workshops/{stored.reference}", "finish")):
        assert f'href="/help#{key}"' in viewer_client.get(path).text, path


def test_the_pages_of_chapters_are_those_of_the_product(app: Flask) -> None:
    endpoints = [rule.endpoint for rule in app.url_map.iter_rules()]
    for chapter in CHAPTERS:
        for part in chapter.pages:
            assert any(endpoint.startswith(part) for endpoint in endpoints), f"{chapter.key}: {part}"


def test_the_first_steps_stay_until_they_are_sent_away_and_come_back(viewer_client: Browser) -> None:
    assert "I know my way" in viewer_client.get("/").text
    assert viewer_client.post("/tour/end").status_code == 303
    assert "I know my way" not in viewer_client.get("/").text
    assert "again" in viewer_client.get("/help").text
    assert viewer_client.post("/tour/again").status_code == 303
    assert "I know my way" in viewer_client.get("/").text


def test_the_first_steps_offer_only_what_the_reader_may_do(viewer_client: Browser, organiser_client: Browser) -> None:
    card = "Register, or hand over a press release"
    assert card in organiser_client.get("/").text
    seen = viewer_client.get("/").text
    assert card not in seen
    assert "Find a workshop" in seen
