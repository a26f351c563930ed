"""A browser for tests that also looks at every page it gets: strict HTML, unique ids, nothing inline."""

import re
from contextvars import Context
from typing import Any

import html5lib
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from workshops.models import User


class Browser(FlaskClient):
    """Flask's test client, with the user who is signed in and a check of each page."""

    user: User

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        # in a context of its own, as on a server: Flask would share the application context of the test
        answer: TestResponse = Context().run(super().open, *args, **kwargs)
        "".join(value for _name, value in answer.headers).encode("latin-1")  # a server sends no other characters
        if answer.mimetype == "text/html" and answer.data:
            check_page(answer.text)
        return answer


def check_page(text: str) -> None:
    """Fail where a page is not valid HTML, uses an id twice, or holds a style or script the headers forbid."""
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
