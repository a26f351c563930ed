import gzip
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask

from workshops.views.assets import asset, assets, content_hash


@pytest.fixture
def address(app: Flask) -> Callable[[str], str]:
    def find(name: str) -> str:
        with app.test_request_context():
            return asset(name)

    return find


@pytest.mark.parametrize("name", ["css/bootstrap.css", "css/tokens.css", "js/main.js", "icon.svg"])
def test_a_file_is_sent_packed_and_kept_for_a_year(app: Flask, address: Callable[[str], str], name: str) -> None:
    answer = app.test_client().get(address(name), headers={"Accept-Encoding": "gzip, br"})
    assert gzip.decompress(answer.data) == assets()[name].body
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert "Set-Cookie" not in answer.headers


def test_who_cannot_unpack_gets_the_file_as_it_is(app: Flask, address: Callable[[str], str]) -> None:
    answer = app.test_client().get(address("js/main.js"))
    assert answer.data == assets()["js/main.js"].body
    assert "Content-Encoding" not in answer.headers


def test_an_old_address_gives_the_file_of_today_and_is_not_kept(app: Flask) -> None:
    answer = app.test_client().get("/static/0123456789ab/css/tokens.css")
    assert answer.data == assets()["css/tokens.css"].body
    assert answer.headers["Cache-Control"] == "no-cache"


def test_a_file_that_is_there_already_is_not_sent_again(app: Flask, address: Callable[[str], str]) -> None:
    client = app.test_client()
    first = client.get(address("css/frame.css"))
    again = client.get(address("css/frame.css"), headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize("name", ["css/../../config.py", "..%2f..%2fconfig.py", "nothing.css", "css", "data.map"])
def test_nothing_else_is_sent(app: Flask, name: str) -> None:
    assert app.test_client().get(f"/static/{content_hash()}/{name}").status_code == 404


def test_a_template_that_names_a_missing_file_fails(app: Flask) -> None:
    with app.test_request_context(), pytest.raises(KeyError):
        asset("css/missing.css")


IMPORT = re.compile(r"from \"\./(\w+\.js)\"")
SCRIPT_OR_STYLE = re.compile(r"(?:css|js)/\w+\.(?:css|js)")


def bytes_to_load(names: set[str]) -> int:
    """What these styles and scripts take over the line, with the scripts that they import."""
    names = set(names)
    while more := {f"js/{one}" for name in names for one in IMPORT.findall(assets()[name].body.decode())} - names:
        names |= more
    return sum(len(assets()[name].packed or b"") for name in names)


def test_a_first_page_stays_light(app: Flask) -> None:
    """Half of the 150 kB that a first visit may take over the line, whichever page it leads to."""
    everywhere = set(SCRIPT_OR_STYLE.findall(app.test_client().get("/sign-in").text))
    templates = Path(app.root_path, app.template_folder or "")
    pages = [set(SCRIPT_OR_STYLE.findall(page.read_text())) for page in templates.rglob("*.html")]
    assert "css/bootstrap.css" in everywhere
    assert any("js/review.js" in own for own in pages)
    assert max(bytes_to_load(everywhere | own) for own in pages) < 75_000
