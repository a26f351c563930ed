"""One text as files of every kind that is read, built by hand; what office programs write around it comes along."""

import io
import textwrap
import zipfile
from collections.abc import Iterable, Sequence
from email.message import EmailMessage
from html import escape

from workshops.domain.file_kinds import FileKind

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "style", "manifest")
)
ODT = "application/vnd.oasis.opendocument.text"
PLACE = tuple[float, float, float, str]
"""A line of a PDF in Courier: from the left, from the bottom, size, text; in points."""


def zipped(parts: dict[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def paragraphs(text: str) -> list[str]:
    """Blocks of a text between empty lines."""
    return [block for block in text.strip().split("\n\n") if block.strip()]


def word_paragraph(text: str) -> str:
    runs = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:p><w:pPr><w:spacing/></w:pPr><w:r><w:rPr/>{runs}</w:r></w:p>"


def docx(blocks: Iterable[str], **parts: str) -> bytes:
    """A Word file of ready XML blocks; further parts by name, "__" for "/"."""
    body = f'<?xml version="1.0"?><w:document {W}><w:body>{"".join(blocks)}<w:sectPr/></w:body></w:document>'
    more = {name.replace("__", "/") + ".xml": f'<?xml version="1.0"?>{xml}' for name, xml in parts.items()}
    return zipped({"[Content_Types].xml": '<?xml version="1.0"?><Types/>', "word/document.xml": body, **more})


def odt(blocks: Iterable[str], *, locked: bool = False, **parts: str) -> bytes:
    """An OpenDocument text of ready XML blocks."""
    body = (
        f'<?xml version="1.0"?><office:document-content {ODF}><office:body>'
        f"<office:text>{''.join(blocks)}</office:text></office:body></office:document-content>"
    )
    more = {name.replace("__", "/") + ".xml": xml for name, xml in parts.items()}
    manifest = f"<manifest:manifest {ODF}>{'<manifest:encryption-data/>' if locked else ''}</manifest:manifest>"
    return zipped({"mimetype": ODT, "content.xml": body, "META-INF/manifest.xml": manifest, **more})


def page(text: str) -> str:
    """A web page with the article and what usually stands around it."""
    article = "".join(f"<p>{escape(block).replace(chr(10), '<br>')}</p>\n" for block in paragraphs(text))
    return (
        "<!DOCTYPE html><html><head><title>News</title><script>var a = 'x';</script><style>p {}</style></head><body>"
        "<header><a href='/'>Ministry of Examples</a></header><nav><ul><li>Home<li>About us<li>News</ul></nav>"
        f"<main><article>{article}</article><div class='share-buttons'>Share on every network</div></main>"
        "<aside><h2>Other things</h2><p>A seminar was held in Quito.</p></aside><footer>Terms</footer></body></html>"
    )


def message(text: str, *, html: str = "", files: Iterable[tuple[str, bytes]] = ()) -> bytes:
    """An e-mail message."""
    mail = EmailMessage()
    mail["Subject"] = "Communiqué: training"
    mail["From"] = '"Ana López" <ana@example.org>'
    mail["To"] = "all@example.org"
    mail["Date"] = "Fri, 03 May 2024 23:30:00 -0500"
    mail.set_content(text, cte="quoted-printable")
    if html:
        mail.add_alternative(html, subtype="html")
    for name, body in files:
        mail.add_attachment(body, maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


def pdf(pages: Sequence[Sequence[PLACE]], *, count: int | None = None) -> bytes:
    """A PDF of lines of Courier; `count` says another number of pages than there are."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"",
        b"<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>",
    ]
    kids = []
    for lines in pages:
        drawn = "".join(f"BT /F1 {size} Tf {x} {y} Td ({_quoted(text)}) Tj ET\n" for x, y, size, text in lines)
        stream = drawn.encode("cp1252", "replace")
        kids.append(len(objects) + 1)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>"
            % (len(objects) + 2)
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
    listed = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (listed, len(kids) if count is None else count)
    return assembled(objects)


def assembled(objects: Sequence[bytes]) -> bytes:
    """Objects of a PDF, numbered from 1, as a file."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(out)


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def typeset(text: str, *, width: int = 78, left: float = 60, top: float = 780, bottom: float = 60) -> list[list[PLACE]]:
    """A text in lines of at most `width` characters, page after page."""
    pages: list[list[PLACE]] = [[]]
    y = top
    for block in paragraphs(text):
        for line in [part for given in block.split("\n") for part in textwrap.wrap(given, width) or [""]]:
            if y < bottom:
                pages.append([])
                y = top
            pages[-1].append((left, y, 10, line))
            y -= 13
        y -= 8
    return pages


def as_file(text: str, kind: FileKind) -> bytes:
    """A text as a file of that kind."""
    blocks = paragraphs(text)
    match kind:
        case FileKind.HTML:
            return page(text).encode()
        case FileKind.WORD:
            return docx(part for block in blocks for part in (word_paragraph(block), "<w:p/>"))
        case FileKind.OPEN_TEXT:
            return odt(
                f"<text:p>{escape(block).replace(chr(10), '<text:line-break/>')}</text:p><text:p/>" for block in blocks
            )
        case FileKind.PDF:
            return pdf(typeset(text))
        case FileKind.EMAIL:
            return message(text)
        case _:
            return text.encode()
