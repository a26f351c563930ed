import pytest

from workshops.documents import fonts


@pytest.mark.parametrize(
    ("characters", "command"),
    [
        ("王김", "apt-get install fonts-noto-cjk"),
        ("🙂", "apt-get install fonts-noto-color-emoji"),
        ("ខ王", "apt-get install fonts-noto-cjk fonts-noto-core"),
    ],
)
def test_the_command_installs_the_fonts_that_have_the_characters(characters: str, command: str) -> None:
    assert fonts.command_for(characters) == command


def test_a_library_that_cannot_be_loaded_is_named_by_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "LIBRARIES", {"libc.so.6": "libc6", "libnowhere.so.0": "libnowhere0"})
    fonts.missing_packages.cache_clear()
    try:
        assert fonts.missing_packages() == ("libnowhere0",)
    finally:
        fonts.missing_packages.cache_clear()
