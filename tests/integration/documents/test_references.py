"""Every document looks as it did when somebody last looked at it; `tests/references.py` says how to change that."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from tests import references

PICTURES = references.pictures()


@pytest.mark.parametrize("name", PICTURES)
def test_a_document_looks_like_its_reference_picture(name: str, tmp_path: Path) -> None:
    made = references.picture(PICTURES[name]())
    kept = tmp_path / f"{name}.png"
    made.save(kept)
    differing = references.differences(made, Image.open(references.path_of(name)))
    assert differing == [], f"now it looks like {kept}; if that is meant: python -m tests.references {name}"


def test_every_reference_picture_has_its_document() -> None:
    assert {path.stem for path in references.FOLDER.glob("*.png")} == set(PICTURES)


@pytest.fixture
def brief() -> Image.Image:
    return Image.open(references.path_of("brief-en"))


def test_a_word_that_is_gone_is_a_difference(brief: Image.Image) -> None:
    changed = brief.copy()
    ImageDraw.Draw(changed).rectangle((35, 471, 60, 480), fill=255)  # "Press"
    assert references.differences(changed, brief)


def test_edges_a_fraction_of_a_pixel_elsewhere_are_none(brief: Image.Image) -> None:
    moved = brief.transform(brief.size, Image.Transform.AFFINE, (1, 0, 0.2, 0, 1, 0.2), Image.Resampling.BILINEAR)
    assert references.differences(moved, brief) == []


def test_another_size_is_a_difference(brief: Image.Image) -> None:
    assert references.differences(brief.crop((0, 0, brief.width, brief.height - 1)), brief)
