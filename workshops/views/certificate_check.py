"""The page behind the code on a certificate: anybody who holds the paper sees whether it is true, and no more.

It is found by the code alone, never by the number, which can be guessed. Who tries codes gets the same answer for each
that there is not, and after 30 tries in a minute none.
"""

from typing import Final

from flask import Blueprint, Response, current_app, make_response, render_template, request

from workshops.errors import N_, TooManyTries
from workshops.extensions import db
from workshops.services import certificate_register, document_values
from workshops.tries import Tries
from workshops.views.access import Access, access
from workshops.views.filters import page_language

pages = Blueprint("certificate_check", __name__)
TRIES: Final = "certificate tries"
MOST: Final = 30
"""Tries of one network address in a minute."""


@pages.get("/c/<token>")
@access(Access.PUBLIC)
def show(token: str) -> Response:
    """What the certificate says with this code, 404 where there is none. Raises `TooManyTries`."""
    tries: Tries = current_app.extensions[TRIES]
    if tries.add(request.remote_addr or "") > MOST:
        message = N_("Too many tries. Wait a minute, then open the page again.")
        raise TooManyTries(message, retry_after=tries.seconds_left())
    found = certificate_register.check(db.session, token=token, language=page_language())
    hours = found and document_values.hours(found.minutes, page_language())
    page = render_template("certificates/check.html", found=found, hours=hours)
    answer = make_response(page, 200 if found else 404)
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return answer
