"""A draft as a Word file that people edit: one headline, plain paragraphs, the language set for the spelling check."""

from io import BytesIO
from typing import Final

from workshops.press.writing.release import Release

LOCALES: Final = {"en": "en-GB", "fr": "fr-FR", "es": "es-ES"}


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
    document.add_heading(release.headline, level=1)
    for paragraph in release.paragraphs:
        document.add_paragraph(paragraph)
    for lines in release.contacts:
        block = document.add_paragraph(lines[0])
        for line in lines[1:]:
            block.add_run().add_break()
            block.add_run(line)
    file = BytesIO()
    document.save(file)
    return file.getvalue()
