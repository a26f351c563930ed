import pytest

from tests.browsing import Browser


@pytest.mark.parametrize("path", ["/help", "/privacy", "/accessibility"])
@pytest.mark.parametrize(("language", "words"), [("en", "Workshops 0"), ("fr", "Aide"), ("es", "Ayuda")])
def test_the_pages_about_the_product_are_open_to_everybody(
    client: Browser, path: str, language: str, words: str
) -> None:
    answer = client.get(path, headers={"Accept-Language": language})
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.text
    assert words in answer.text
