import os
from pathlib import Path

import pytest

from workshops.translating import ensure_built, translator
from workshops.translations import build

WORDS = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

msgid "Dates of %(title)s"
msgstr "Dates de %(title)s"

msgid "%(num)s place"
msgid_plural "%(num)s places"
msgstr[0] "%(num)s lieu"
msgstr[1] "%(num)s lieux"
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    for language in build.LANGUAGES:
        build.written_path(language, tmp_path).parent.mkdir(parents=True)
        build.written_path(language, tmp_path).write_text(WORDS, encoding="utf-8")
    return tmp_path


def test_english_is_the_source_text() -> None:
    english = translator("en")
    assert english.gettext("Dates of %(title)s", title="x") == "Dates of x"
    assert english.ngettext("%(num)s place", "%(num)s places", 1) == "1 place"


def test_no_text_stays_none(home: Path) -> None:
    assert translator("fr", home).gettext("") == ""


def test_a_missing_catalog_is_built_when_first_asked(home: Path) -> None:
    french = translator("fr", home)
    assert french.gettext("Dates of %(title)s", title="l’atelier") == "Dates de l’atelier"
    assert [french.ngettext("%(num)s place", "%(num)s places", n) for n in (0, 1, 2)] == ["0 lieu", "1 lieu", "2 lieux"]
    assert build.compiled_path("fr", home).is_file()


def test_a_catalog_older_than_its_words_is_built_again(home: Path) -> None:
    build.build_all(home)
    build.written_path("fr", home).write_text(WORDS.replace("Dates de", "Jours de"), encoding="utf-8")
    assert translator("fr", home).gettext("Dates of %(title)s", title="x") == "Jours de x"


def test_an_up_to_date_catalog_is_left_alone(home: Path) -> None:
    build.build_all(home)
    before = os.stat(build.compiled_path("fr", home))
    ensure_built(home)
    assert os.stat(build.compiled_path("fr", home)).st_ino == before.st_ino


def test_a_damaged_catalog_is_built_again(home: Path) -> None:
    build.build_all(home)
    build.compiled_path("fr", home).write_bytes(b"\xde\x12\x04\x95")
    assert translator("fr", home).gettext("Dates of %(title)s", title="x") == "Dates de x"


def test_where_nothing_can_be_written_the_words_come_from_memory(home: Path) -> None:
    build.compiled_path("fr", home).mkdir()  # a folder where the file would be
    assert translator("fr", home).gettext("Dates of %(title)s", title="x") == "Dates de x"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="'de'"):
        translator("de")
