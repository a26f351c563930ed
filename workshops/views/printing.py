"""The printed documents of a workshop: the page where they are chosen, the files, and several at once."""

from typing import Any

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from workshops.extensions import db
from workshops.services import printing
from workshops.views.access import Access, access, current_actor
from workshops.views.print_addresses import add_pages
from workshops.views.print_desk import Desk

pages = Blueprint("printing", __name__, url_prefix="/workshops/<reference>")


def desk(reference: str) -> Desk:
    """Where documents of a workshop are printed. Raises NotFound."""
    subject = printing.of_workshop(db.session, reference=reference, by=current_actor())

    def address(view: str, **args: Any) -> str:
        return url_for(f"printing.{view}", reference=reference, **args)

    pack = {ending: url_for("evidence.pack", reference=reference, form=ending) for ending in ("zip", "pdf")}
    packs = {"evidence_pack": pack}
    return Desk(subject, address, order={"reference": reference}, workshop=subject.record, packs=packs)


add_pages(pages, desk)


@pages.post("/attendee-sheet")
@access(Access.SIGNED_IN)
def attendee_sheet(reference: str) -> ResponseReturnValue:
    """Have an attendee sheet made by a worker: an address from before all documents had such, which goes on working."""
    return desk(reference).later("attendee-sheet")


@pages.post("/print")
@access(Access.SIGNED_IN)
def several(reference: str) -> ResponseReturnValue:
    """Have the documents that are ticked made by a worker, as one archive."""
    return desk(reference).several()
