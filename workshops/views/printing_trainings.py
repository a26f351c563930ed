"""The printed documents of the trainings that a filter chooses, such as those of a country."""

from typing import Any

from flask import Blueprint, request, url_for

from workshops.domain.training_filter import TrainingFilter
from workshops.errors import Invalid
from workshops.extensions import db
from workshops.forms.saying import page_language
from workshops.services import printing
from workshops.views.access import current_actor
from workshops.views.print_addresses import add_pages
from workshops.views.print_desk import Desk, today

pages = Blueprint("printing_trainings", __name__, url_prefix="/trainings")


def desk() -> Desk:
    """Where documents of a list are printed.

    Raises `Invalid` for a filter that cannot be understood: nobody prints the whole world by a slip.
    """
    chosen, problems = TrainingFilter.from_args(request.values, page_language())
    if problems:
        raise Invalid(*problems)
    filters = chosen.to_args()
    subject = printing.of_trainings(db.session, chosen=chosen, today=today(), by=current_actor())

    def address(view: str, **args: Any) -> str:
        return url_for(f"printing_trainings.{view}", **{**filters, **args})

    return Desk(subject, address, order={"trainings": filters}, filters=filters)


add_pages(pages, desk)
