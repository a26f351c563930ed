"""The addresses that printing has beneath each subject: the page to choose on, a file, its facts, its pictures."""

from collections.abc import Callable

from flask import Blueprint, Response
from flask.typing import ResponseReturnValue

from workshops.views.access import Access, access
from workshops.views.print_desk import Desk


def add_pages(pages: Blueprint, desk: Callable[..., Desk]) -> None:
    """Give a group of pages the addresses of printing; `desk` takes the parts of the address before them."""

    @pages.get("/print")
    @access(Access.SIGNED_IN)
    def choose(**of: str) -> str:
        """The page where documents are chosen; with `preview` the one named by `kind` is shown on it."""
        return desk(**of).page()

    @pages.get("/print.json")
    @access(Access.SIGNED_IN)
    def offered(**of: str) -> Response:
        """What there is to print, for scripts."""
        return desk(**of).offered()

    @pages.get("/<kind>.pdf")
    @access(Access.SIGNED_IN)
    def document(kind: str, **of: str) -> ResponseReturnValue:
        """A document as a file; with `inline=1` to be looked at in the browser."""
        return desk(**of).file(kind)

    @pages.post("/<kind>.pdf")
    @access(Access.SIGNED_IN)
    def later(kind: str, **of: str) -> ResponseReturnValue:
        """Have a document made by a worker."""
        return desk(**of).later(kind)

    @pages.get("/<kind>.json")
    @access(Access.SIGNED_IN)
    def facts(kind: str, **of: str) -> Response:
        """What the document will be."""
        return desk(**of).facts(kind)

    @pages.get("/<kind>.png")
    @access(Access.SIGNED_IN)
    def picture(kind: str, **of: str) -> Response:
        """One page of it as a picture."""
        return desk(**of).picture(kind)
