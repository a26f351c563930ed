"""The colours of the interface can be told apart, in light and in dark (WCAG 2.2: 1.4.3 and 1.4.11)."""

import re
from pathlib import Path

import pytest

import workshops

TOKENS = (Path(workshops.__file__).parent / "static" / "css" / "tokens.css").read_text()
PAIR = re.compile(r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")
COLOURS = {name: {"light": light, "dark": dark} for name, light, dark in PAIR.findall(TOKENS)}

BACKGROUNDS = ("paper", "ground")
WEAK = ("accent", "ok", "warn", "bad")
TEXT = (
    [(ink, back) for ink in ("ink", "muted", "accent", "accent-strong", "ok", "warn", "bad") for back in BACKGROUNDS]
    + [(state, f"{state}-weak") for state in WEAK]
    + [("ink", name) for name in COLOURS if name.endswith("-weak") or name.startswith("evidence-")]
    + [("accent-strong", "accent-weak"), ("muted", "accent-weak"), ("on-accent", "accent")]
    + [("ink", "tint-1"), ("ink", "tint-2"), ("paper", "tint-3"), ("paper", "tint-4")]
    + [("on-accent", "accent-strong"), ("on-bad", "bad"), ("on-accent", "muted")]
)
LINES = [("edge", back) for back in BACKGROUNDS] + [("accent", back) for back in BACKGROUNDS]


def luminance(colour: str) -> float:
    """Relative luminance of "#rrggbb" (WCAG 2.2)."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str, scheme: str) -> float:
    light, dark = sorted((luminance(COLOURS[one][scheme]), luminance(COLOURS[other][scheme])), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_computed_as_defined() -> None:
    assert (luminance("#000000"), luminance("#ffffff")) == (0, pytest.approx(1))
    assert contrast("paper", "paper", "light") == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "back"), TEXT)
def test_text_can_be_read(ink: str, back: str, scheme: str) -> None:
    assert contrast(ink, back, scheme) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("line", "back"), LINES)
def test_lines_that_mean_something_can_be_seen(line: str, back: str, scheme: str) -> None:
    assert contrast(line, back, scheme) >= 3
