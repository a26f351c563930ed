"""Reference pictures: how each document looked when somebody last approved of it.

A file `tests/pictured/NAME.py` holds `PICTURES`, which gives for each name what makes the PDF. Its pages, one under the
other, are kept as `tests/references/NAME.png`, in grey at 50 dpi. After a change that is meant:

    python -m tests.references [NAME ...]

and look at what it wrote before you commit it. Compared are patches of 4 mm, so that another release of a font or of
the painter, which moves edges by a fraction of a point, passes, and a word that is gone or elsewhere does not.
"""

import io
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops

FOLDER = Path(__file__).with_name("references")
DPI = 50
PATCH = 8  # pixels, about 4 mm
TOLERANCE = 16  # of 255 levels of grey, over a patch: three letters; a shift of a third of a pixel makes 11

Pdf = Callable[[], bytes]


def pictures() -> dict[str, Pdf]:
    """What makes each document that has a reference picture, by its name."""
    modules = sorted(path.stem for path in Path(__file__).with_name("pictured").glob("*.py"))
    return {
        name: make for module in modules for name, make in import_module(f"tests.pictured.{module}").PICTURES.items()
    }


def picture(pdf: bytes) -> Image.Image:
    """The pages of a document, one under the other, in grey."""
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        pages = [page.render(scale=DPI / 72, grayscale=True).to_pil().convert("L") for page in document]
    whole = Image.new("L", (max(page.width for page in pages), sum(page.height for page in pages)), 255)
    top = 0
    for page in pages:
        whole.paste(page, (0, top))
        top += page.height
    return whole


def differences(made: Image.Image, expected: Image.Image) -> list[tuple[int, int]]:
    """The patches (column, row) in which two pictures differ by more than the tolerance, every one if in size."""
    columns, rows = -(-made.width // PATCH), -(-made.height // PATCH)
    if made.size != expected.size:
        return [(column, row) for row in range(rows) for column in range(columns)]
    small = [each.resize((columns, rows), Image.Resampling.BOX) for each in (made, expected)]
    levels = ImageChops.difference(*small).tobytes()
    return [(place % columns, place // columns) for place, level in enumerate(levels) if level > TOLERANCE]


def path_of(name: str) -> Path:
    """Where the reference picture of a document is kept."""
    return FOLDER / f"{name}.png"


def remake(names: list[str]) -> None:
    """Write the reference pictures of these documents, of all if none is named."""
    makers = pictures()
    for name in names or makers:
        picture(makers[name]()).save(path_of(name), optimize=True)
        print(path_of(name))


if __name__ == "__main__":
    remake(sys.argv[1:])
