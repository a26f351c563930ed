"""A draft as a Word file that people edit: one headline, plain paragraphs, the language set for the spelling check.

What stands in brackets, for them to translate or to add, is marked as with a pen.
"""

import re
from io import BytesIO
from typing import TYPE_CHECKING, Final

from workshops.press.writing.release import Release

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

LOCALES: Final = {"en": "en-GB", "fr": "fr-FR", "es": "es-ES"}

BRACKETS: Final = re.compile(r"(\[[^\[\]]+\])")


def word_file(release: Release) -> bytes:
    """The draft in Office Open XML (.docx)."""
    from docx import Document  # here, since it takes 6 MB, which processes that never write one do without
    from docx.oxml.ns import qn

    document = Document()
    document.core_properties.title = release.headline
    document.core_properties.language = LOCALES[release.language]
    style = document.styles["Normal"].element.get_or_add_rPr()
    language = style.makeelement(qn("w:lang"), {qn("w:val"): LOCALES[release.language]})
    style.append(language)
    _write(document.add_heading(level=1), release.headline)
    for paragraph in release.paragraphs:
        _write(document.add_paragraph(), paragraph)
    for lines in release.contacts:
        block = document.add_paragraph()
        for at, line in enumerate(lines):
            if at:
                block.add_run().add_break()
            _write(block, line)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _write(paragraph: "Paragraph", text: str) -> None:
    from docx.enum.text import WD_COLOR_INDEX

    for part in filter(None, BRACKETS.split(text)):
        run = paragraph.add_run(part)
        if BRACKETS.fullmatch(part):
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW
