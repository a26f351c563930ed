"""Each part of a document tells its language to those who hear it read (PDF/UA-1: ISO 14289-1, 7.2).

WeasyPrint tells only that of the whole document; `lang` of an element within it is lost.
"""

from collections.abc import Iterator
from typing import Any

import pydyf
from weasyprint.pdf import tags

_build_box_tree = tags._build_box_tree


def _with_language(box: Any, *rest: Any) -> Iterator[pydyf.Dictionary]:
    is_whole = box.element is None or box.element_tag in ("html", "body")
    language = None if is_whole else box.element.get("lang")
    for element in _build_box_tree(box, *rest):
        if language:
            element["Lang"] = pydyf.String(language)
        yield element


def keep_languages() -> None:
    """Makes every document printed from now on in this process carry them."""
    tags._build_box_tree = _with_language
