"""E-mail messages (.eml, RFC 5322): the letter, its subject and day apart, and what is attached to it."""

import re
from dataclasses import dataclass
from datetime import date
from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from typing import Final

from workshops.domain.file_kinds import TEXTS, ending
from workshops.domain.texts import one_line
from workshops.press.files.html_page import text_of_page
from workshops.press.files.lines import storable
from workshops.press.reading import decode

MOST_ATTACHED: Final = 20
_PASSED_ON: Final = re.compile(r"^(?:(?:re|fwd?|tr|rv|wg|enc|i)\s?:\s?){1,5}", re.IGNORECASE)
_KIND: Final = re.compile(
    r"^(?:(?:press|media|news) release|communiqu[ée] de presse|(?:nota|comunicado) de prensa)\s?[:|–—-]\s?(?=\w)",
    re.IGNORECASE,
)
_MUCH_LONGER: Final = 3
"""A web version so many times longer than the plain one is the letter; the plain one only says that it is there."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that came with a message."""

    name: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Headers:
    """What a message says of itself; `sent_on` is the day where it was sent, None for one passed on by others."""

    subject: str
    sent_on: date | None


def text_of(body: bytes) -> str:
    """The letter itself, from its plain or its web version."""
    message = _parsed(body)
    plain, page = (message.get_body([kind]) for kind in ("plain", "html"))
    letter = _plain(plain) if plain is not None else ""
    web = text_of_page(_content(page)) if page is not None else ""
    return web if len(web) > _MUCH_LONGER * len(letter.strip()) else letter


def headers_of(body: bytes) -> Headers:
    """Subject, without the kind of text it announces, and day.

    The sender is not kept: it is a person, and seldom the one who published the text.
    """
    message = _parsed(body)
    subject = one_line(str(message["Subject"] or ""))
    plain = _PASSED_ON.sub("", subject)
    try:
        sent_on = parsedate_to_datetime(str(message["Date"])).date() if message["Date"] is not None else None
    except ValueError:
        sent_on = None
    return Headers(storable(_KIND.sub("", plain)), sent_on if plain == subject else None)


def attached_to(body: bytes) -> tuple[Attached, ...]:
    """The attached files and messages that can be read as texts, the first 20."""
    files = []
    for part in _parsed(body).iter_attachments():
        if part.get_content_type() == "message/rfc822":
            inner = part.get_content()
            files.append(Attached(f"{inner['Subject'] or 'message'}.eml", inner.as_bytes()))
        elif ending(part.get_filename() or "") in TEXTS:
            files.append(Attached(part.get_filename() or "", _bytes(part)))
    return tuple(files[:MOST_ATTACHED])


def _parsed(body: bytes) -> EmailMessage:
    return BytesParser(EmailMessage, policy=policy.default).parsebytes(body)


def _bytes(part: MIMEPart) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _content(part: MIMEPart) -> str:
    """The text of a part; where its encoding is unknown or not the one it names, the likeliest."""
    body = _bytes(part)
    try:
        return body.decode(part.get_content_charset() or "utf-8")
    except (UnicodeDecodeError, LookupError):
        return decode(body)


def _plain(part: MIMEPart) -> str:
    """Lines of a "flowed" letter (RFC 3676) that end with a space go on in the next one."""
    text = _content(part).replace("\r\n", "\n")
    if str(part.get_param("format", "")).lower() != "flowed":
        return text
    lines = [line[1:] if line.startswith(" ") else line for line in text.split("\n")]
    return "".join(line if line.endswith(" ") and line != "-- " else f"{line}\n" for line in lines)
