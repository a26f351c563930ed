"""The texts of the benchmark can be read, and are as many as were asked for."""

from workshops.bench._releases import pages, releases
from workshops.press.extract import read_press_release


def test_no_two_releases_are_the_same_and_each_tells_of_its_workshop() -> None:
    texts = list(releases(120))
    assert len(set(texts)) == 120
    read = [read_press_release(text).to_record() for text in texts[::20]]
    assert {record["lang"] for record in read} == {"en", "fr", "es"}
    assert all(record["start_date"] and record["participants_count"] for record in read)


def test_a_page_has_the_length_asked_for() -> None:
    texts = list(pages(3, length=3_000))
    assert [len(text) for text in texts] == [3_000] * 3
    assert len(set(texts)) == 3
    assert len(next(pages(1, length=192_000))) == 192_000
