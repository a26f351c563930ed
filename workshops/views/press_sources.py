"""A press release as a further source of a workshop: added, compared value by value, taken away again."""

from typing import Any

from flask import Blueprint, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from workshops.domain.enums import FindingStatus
from workshops.errors import Conflict, Invalid
from workshops.extensions import db
from workshops.forms.press_review import FIELD_TITLES, SINGLES, assign, translation_field
from workshops.forms.saying import said
from workshops.forms.workshop import WorkshopForm
from workshops.services import press, press_sources, workshops
from workshops.services.workshop_reading import details_of
from workshops.views.access import Access, access, current_actor
from workshops.views.filters import country_text, sentence_text

pages = Blueprint("press_sources", __name__, url_prefix="/press/<int:press_release_id>")

COUNTRIES = frozenset({"expert_countries", "participant_countries"})


@pages.post("/add-source")
@access(Access.ORGANISER)
def add(press_release_id: int) -> Response:
    """Make it a further source of a workshop; nothing of the workshop changes."""
    reference = request.form.get("reference", "")
    press_sources.add(db.session, press_release_id=press_release_id, reference=reference, by=current_actor())
    flash(_("The press release is a source of %(reference)s now. The record was not changed.", reference=reference))
    return _back(press_release_id)


@pages.post("/part")
@access(Access.ORGANISER)
def part(press_release_id: int) -> Response:
    """Take it away from the workshop: it is to review again."""
    try:
        press_sources.part(db.session, press_release_id=press_release_id, by=current_actor())
    except Conflict as error:
        db.session.rollback()
        flash(sentence_text(error), "warning")
    else:
        flash(_("The press release is to review again."))
    return _back(press_release_id)


@pages.post("/keep")
@access(Access.ORGANISER)
def keep(press_release_id: int) -> Response:
    """Leave the record as it is on the values named."""
    _settle(press_release_id, FindingStatus.REJECTED)
    return _back(press_release_id)


@pages.post("/take-over")
@access(Access.ORGANISER)
def take_over(press_release_id: int) -> Response:
    """Take into the workshop what this press release says in the values named, unless somebody changed it since."""
    by = current_actor()
    findings = _settle(press_release_id, FindingStatus.ACCEPTED)
    press_release = findings[0].press_release
    reference = press_release.workshop.reference
    workshop = workshops.find_to_change(db.session, reference=reference, by=by)
    form = WorkshopForm.from_details(details_of(workshop))
    for finding in findings:
        assign(form, press.as_read(finding), language=press_release.language or "")
    version = request.form.get("version", 0, type=int)
    try:
        workshops.update(db.session, reference=reference, details=form.to_details(), expected_version=version, by=by)
    except Invalid as error:
        db.session.rollback()
        flash(" ".join(said(problem) for problem in error.problems), "error")
    except Conflict:
        db.session.rollback()
        flash(_("The record was changed meanwhile or is closed. Look at it again."), "warning")
    else:
        flash(_("Taken over into %(reference)s.", reference=reference))
    return _back(press_release_id)


def compared(press_release: Any) -> dict[str, Any]:
    """What the page of a further source shows: each difference in words, and the version of the record."""
    reference = press_release.workshop.reference
    workshop, details = workshops.read(db.session, reference=reference, by=current_actor())
    record = WorkshopForm.from_details(details)
    rows, additions = [], []
    for one in press_sources.differences(db.session, press_release, details):
        words = press.as_read(one.finding).words
        if one.is_listed:
            is_country = one.finding.field in COUNTRIES
            additions.append(
                {
                    "id": one.finding.id,
                    "label": _(FIELD_TITLES[one.finding.field]),
                    "now": [country_text(code) for code in one.now] if is_country else one.now,
                    "sources": one.sources,
                    "words": words,
                }
            )
            continue
        field = record[SINGLES[one.finding.field]]
        if one.finding.field == "title":
            field = translation_field(record, press_release.language or "") or field
        is_number = one.finding.field == "participants_count"  # the form parts it into women, men and others
        rows.append(
            {
                "id": one.finding.id,
                "label": _("Number of participants") if is_number else field.label.text,
                "now": str(one.now or "") if is_number else _shown(field),
                "sources": one.sources,
                "words": words,
            }
        )
    return {
        "differences": rows,
        "additions": additions,
        "version": workshop.version,
        "is_further": press_sources.is_further(db.session, press_release, workshop),
    }


def _shown(field: Any) -> str:
    if hasattr(field, "iter_choices"):
        return next((str(label) for _value, label, is_chosen, *_more in field.iter_choices() if is_chosen), "")
    return str(field._value())


def _settle(press_release_id: int, status: FindingStatus) -> list[Any]:
    """Decide on all findings that the form names."""
    named = request.form.getlist("finding_id", type=int) or [0]
    return [
        press_sources.settle(
            db.session, press_release_id=press_release_id, finding_id=finding_id, status=status, by=current_actor()
        )
        for finding_id in named
    ]


def _back(press_release_id: int) -> Response:
    return redirect(url_for("press_review.review", press_release_id=press_release_id), 303)
