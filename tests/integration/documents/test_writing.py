"""Our file of a document is the one that WeasyPrint would write, packed otherwise."""

import io

import pikepdf

from tests.pictured.brief import full_brief
from workshops.documents import engine
from workshops.documents.brief import brief_page
from workshops.documents.inside_weasyprint.writing import file_of


def test_the_file_says_what_weasyprint_would_have_written() -> None:
    page = brief_page(full_brief(), "fr")
    theirs = io.BytesIO()
    engine._laid_out(page).write_pdf(theirs, pdf_variant=engine.VARIANT)
    with pikepdf.open(theirs) as expected, pikepdf.open(io.BytesIO(engine.to_pdf(page))) as made:
        assert made.check_pdf_syntax() == []
        assert made.pdf_version == expected.pdf_version
        assert [page.Contents.read_bytes() for page in made.pages] == [
            page.Contents.read_bytes() for page in expected.pages
        ]
        for part in ("StructTreeRoot", "Metadata", "Lang", "MarkInfo", "ViewerPreferences"):
            assert made.Root[f"/{part}"].unparse() == expected.Root[f"/{part}"].unparse()
        assert dict(made.docinfo) == dict(expected.docinfo)


def test_equal_documents_are_equal_files() -> None:
    files = {file_of(engine._laid_out(brief_page(full_brief(), "en")), engine.VARIANT) for _ in range(2)}
    assert len(files) == 1
