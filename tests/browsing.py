"""A browser for tests that also looks at every page it gets: strict HTML, unique ids, nothing inline."""

import os
import re
from contextvars import Context
from typing import Any

import html5lib
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.databases import VARIABLE
from workshops.models import User

_NONCHARACTERS = "".join(chr(plane * 0x10000 + end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
_PLAIN = rf"(?:[^<>\"&\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef{_NONCHARACTERS}]|&(?:amp|lt|gt|#34|#39);)"
_CONTENT = (
    (re.compile(rf'="(?!hidden"){_PLAIN}*"'), '=""'),
    (re.compile(r">[ \t\r\n]+<"), "><"),
    (re.compile(rf'>(?:{_PLAIN}|")+<'), ">text<"),
    (re.compile(r'(?:<option(?: (?:value|selected|label|lang|dir)(?:="")?)*>(?:text)?</option>)+'), "<option>"),
)
"""What a page may say without being more or less valid, and what stands for it in its shape."""
_ID = re.compile(r'\sid="([^"]*)"')
_sound: set[str] = set()
"""The shapes of the pages that were found sound. Reading a page strictly takes longer than making it."""


class Browser(FlaskClient):
    """Flask's test client, with the user who is signed in and a check of each page.

    On PostgreSQL the pages are those of SQLite, where each was checked.
    """

    user: User

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        # in a context of its own, as on a server: Flask would share the application context of the test
        answer: TestResponse = Context().run(super().open, *args, **kwargs)
        "".join(value for _name, value in answer.headers).encode("latin-1")  # a server sends no other characters
        if answer.mimetype == "text/html" and answer.data and VARIABLE not in os.environ:
            check_page(answer.text)
        return answer


def check_page(text: str) -> None:
    """Fail where a page is not valid HTML, uses an id twice, or holds a style or script the headers forbid."""
    shape = shape_of(text)
    ids = _ID.findall(text)
    if shape in _sound and len(ids) == len(set(ids)):
        return
    parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
    tree = parser.parse(text)
    errors = [f"line {position[0]}: {name} {facts}" for position, name, facts in parser.errors]
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    errors += [f"id {name} stands {ids.count(name)} times" for name in sorted(set(ids)) if ids.count(name) > 1]
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        inline = [name for name, _value in element.items() if name == "style" or re.match("on[a-z]+$", str(name))]
        errors += [f"<{element.tag} {name}=...> is inline" for name in inline]
        if element.tag == "style" or (element.tag == "script" and (element.text or "").strip()):
            errors.append(f"<{element.tag}> is inline")
    assert not errors, "\n".join(errors)
    _sound.add(shape)


def shape_of(page: str) -> str:
    """The tags of a page with the names of their attributes, and where text stands: all that makes it valid or not."""
    for content, stands_for in _CONTENT:
        page = content.sub(stands_for, page)
    return page
