"""The language of a page: one's own choice, else the cookie, else what the browser asks for."""

from sqlalchemy.orm import Session

from tests.browsing import Browser


def language_of(browser: Browser, **headers: str) -> str:
    page = browser.get("/sign-in", follow_redirects=False, headers=headers)
    if page.status_code == 303:
        page = browser.get("/account", headers=headers)
    return page.text.split('<html lang="')[1][:2]


def test_the_browser_is_asked_first(client: Browser) -> None:
    assert language_of(client) == "en"
    assert language_of(client, **{"Accept-Language": "es-MX,es;q=0.9,en;q=0.5"}) == "es"
    assert language_of(client, **{"Accept-Language": "mn"}) == "en"


def test_a_choice_is_kept_in_a_cookie_before_signing_in(client: Browser) -> None:
    answer = client.post("/language", data={"language": "fr", "next": "/sign-in?next=/account"})
    assert (answer.status_code, answer.location) == (303, "/sign-in?next=/account")
    assert language_of(client, **{"Accept-Language": "es"}) == "fr"


def test_a_choice_is_kept_in_the_account(organiser_client: Browser, session: Session) -> None:
    organiser_client.post("/language", data={"language": "es", "next": "//evil.example"})
    session.refresh(organiser_client.user)
    assert organiser_client.user.language == "es"
    organiser_client.delete_cookie("language")
    assert language_of(organiser_client, **{"Accept-Language": "fr"}) == "es"


def test_other_languages_are_not_there(client: Browser) -> None:
    assert client.post("/language", data={"language": "xx"}).status_code == 404
    client.set_cookie("language", "../../etc")
    assert language_of(client) == "en"
