import jinja2
import pytest

from workshops.documents import pages


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Dashdorj Murun", "ltr"),
        ("منى الأحمد", "rtl"),
        ("שירה לוי", "rtl"),
        ("12 — (منى)", "rtl"),
        ("Workshop on الهجرة", "ltr"),
        ("2024", "ltr"),
        ("", "ltr"),
    ],
)
def test_a_text_runs_as_its_first_letter(text: str, direction: str) -> None:
    assert pages.direction(text) == direction


def test_paragraphs_are_the_lines_that_hold_something() -> None:
    assert pages.paragraphs("One.\r\n\r\n  Two.  \n \nThree.") == ["One.", "Two.", "Three."]


def test_lines_behind_hyphens_are_a_list() -> None:
    assert pages.prose("So that:\n- one\n• two\nEnd") == (
        '<p dir="ltr">So that:</p>\n<ul class="bullets"><li dir="ltr">one</li>\n<li dir="ltr">two</li></ul>\n'
        '<p dir="ltr">End</p>'
    )


def test_a_value_that_is_missing_stops_the_page() -> None:
    with pytest.raises(jinja2.UndefinedError):
        pages.page("brief.html", "en")


@pytest.mark.parametrize(("text", "opening"), [("date inconnue", "Date inconnue"), ("6–8 May", "6–8 May"), ("", "")])
def test_a_line_opens_with_a_capital(text: str, opening: str) -> None:
    assert pages.opening(text) == opening
