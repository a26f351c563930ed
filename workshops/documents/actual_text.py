"""Text in Indic scripts stays searchable, copyable and readable aloud in the PDF.

WeasyPrint maps each glyph to the characters of the first cluster it met, which is wrong where one glyph serves
several clusters, as in Devanagari, Khmer and Myanmar. Such lines therefore carry their characters a second time as
/ActualText (ISO 32000-1, 14.9.4). Scripts written right to left are left out: readers reverse them once more.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pydyf
from weasyprint.pdf.stream import Stream

INDIC = re.compile("[\u0900-\u109f\u1700-\u17ff]")
_marked = Stream.marked


def is_indic(text: str) -> bool:
    """Whether the text holds a letter of the Unicode blocks of South and South-East Asia."""
    return INDIC.search(text) is not None


@contextmanager
def _marked_with_characters(stream: Any, box: Any, tag: str) -> Iterator[None]:
    with _marked(stream, box, tag):
        text = getattr(box, "text", "")
        if not is_indic(text):
            yield
            return
        stream.begin_marked_content("Span", pydyf.Dictionary({"ActualText": pydyf.String(text)}))
        yield
        stream.end_marked_content()


def keep_characters() -> None:
    """Makes every document printed from now on in this process carry them."""
    Stream.marked = _marked_with_characters
