"""A press release as a further source of a workshop: added, compared value by value, taken away again."""

from collections.abc import Callable, Sequence
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from workshops.domain.enums import FindingStatus
from workshops.domain.press_draft import Read
from workshops.domain.press_further import adds_institution, institution_before
from workshops.domain.press_review import now_said
from workshops.domain.workshop import WorkshopDetails
from workshops.errors import Conflict, Invalid, NotFound
from workshops.extensions import db
from workshops.forms.press_fields import FIELD_TITLES, SINGLES
from workshops.forms.press_review import assign, restore, translation_field
from workshops.forms.saying import page_language, said
from workshops.forms.workshop import WorkshopForm
from workshops.services import press, press_findings, press_sources, site_search, workshops
from workshops.services.press_sources import Difference
from workshops.services.workshop_reading import details_of
from workshops.views.access import Access, access, current_actor
from workshops.views.filters import country_text, sentence_text
from workshops.views.suggestions import typed_query

pages = Blueprint("press_sources", __name__, url_prefix="/press/<int:press_release_id>")

IN_FORM = (*SINGLES, *FIELD_TITLES)
"""The fields of findings in the order of the form, single values first."""
COUNTRIES = frozenset({"expert_countries", "participant_countries"})


@pages.get("/source")
@access(Access.ORGANISER)
def find(press_release_id: int) -> str:
    """Workshops of the office by words, to make it a further source of one of them."""
    by, query = current_actor(), typed_query()
    press_release = press.find(db.session, press_release_id=press_release_id, by=by)
    if not by.may_write(press_release.office_id):
        raise NotFound
    found = site_search.find_workshops(db.session, query=query, by=by, office_id=press_release.office_id)
    return render_template("press/find_source.html", press_release=press_release, query=query, found=found)


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
    _note(_settle(press_release_id, FindingStatus.REJECTED), _("The record was kept as it is."))
    return _back(press_release_id)


@pages.post("/unsettle")
@access(Access.ORGANISER)
def unsettle(press_release_id: int) -> Response:
    """Undo what was decided just now: what was taken over leaves the record, which says again what it said."""
    press_release = press.find(db.session, press_release_id=press_release_id, by=current_actor())
    named = request.form.getlist("finding_id", type=int)
    taken = [one for one in press_release.findings if one.id in named and one.status is FindingStatus.ACCEPTED]
    before = [(press_findings.as_read(finding), finding.reviewed_value) for finding in taken]
    _settle(press_release_id, FindingStatus.PROPOSED)
    if taken and press_release.workshop is not None:
        language = press_release.language or ""
        _change(press_release, lambda form: restore(form, before, language=language))
    return _back(press_release_id)


@pages.post("/take-over")
@access(Access.ORGANISER)
def take_over(press_release_id: int) -> Response:
    """Take into the workshop what this press release says in the values named, unless somebody changed it since."""
    findings = _settle(press_release_id, FindingStatus.ACCEPTED)
    press_release = findings[0].press_release
    language = press_release.language or ""

    def take(form: WorkshopForm) -> None:
        for finding in findings:
            assign(form, press_findings.as_read(finding), language=language)

    if _change(press_release, take):
        _note(findings, _("Taken over into %(reference)s.", reference=press_release.workshop.reference))
    return _back(press_release_id)


def _change(press_release: Any, change: Callable[[WorkshopForm], None]) -> bool:
    """Change the workshop in its form, unless somebody changed it since; says why where it cannot be."""
    by, reference = current_actor(), press_release.workshop.reference
    form = WorkshopForm.from_details(details_of(workshops.find_to_change(db.session, reference=reference, by=by)))
    change(form)
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
        return True
    return False


def _note(findings: Sequence[Any], message: str) -> None:
    """Say what was decided, with a button to undo it."""
    press_release = findings[0].press_release
    db.session.flush()
    named = ".".join(str(finding.id) for finding in findings)
    flash(message, f"settled-{press_release.id}-{press_release.workshop.version}-{named}")


def compared(press_release: Any) -> dict[str, Any]:
    """What the page of a further source shows: each difference in words, and the version of the record."""
    reference = press_release.workshop.reference
    workshop, details = workshops.read_for_sources(db.session, reference=reference, by=current_actor())
    found, is_further = press_sources.compare(db.session, press_release, workshop, details)
    record = WorkshopForm.from_details(details)
    in_order = sorted(found, key=lambda one: IN_FORM.index(one.finding.field))
    language = press_release.language or ""
    return {
        "differences": [_difference(one, record, details, language) for one in in_order if not one.is_listed],
        "additions": [_addition(one, workshop, details) for one in in_order if one.is_listed],
        "conflicts": [said(problem) for problem in press_sources.record_conflicts(details)],
        "version": workshop.version,
        "is_further": is_further,
    }


def _difference(one: Difference, record: WorkshopForm, details: WorkshopDetails, language: str) -> dict[str, Any]:
    """What a source tells of one field beside what the record says."""
    finding = press_findings.as_read(one.finding)
    field = record[SINGLES[finding.field]]
    if finding.field == "title":
        field = translation_field(record, language) or field
    is_number = finding.field == "participants_count"  # the form parts it into women, men and others
    taken = WorkshopForm.from_details(details)
    assign(taken, finding, language=language)
    return {
        "id": one.finding.id,
        "told": str(one.finding.value) if is_number else _shown(taken[field.name]),
        "label": _("Number of participants") if is_number else field.label.text,
        "now": str(one.now or "") if is_number else _shown(field),
        "sources": one.sources,
        "words": finding.words,
    }


def _addition(one: Difference, workshop: Any, details: WorkshopDetails) -> dict[str, Any]:
    """What a source names that a list of the record does not."""
    field, now = one.finding.field, one.now
    if field in COUNTRIES:
        now = tuple(map(country_text, now))
    elif field == "topics":
        now = tuple(topic.translations.get(page_language()) or topic.label for topic in workshop.topics)
    read = press_findings.as_read(one.finding)
    return {
        "id": one.finding.id,
        "label": _(FIELD_TITLES[field]),
        "now": now,
        "sources": one.sources,
        "told": f"{read.value['name']} ({read.value['affiliation']})" if adds_institution(read, details) else "",
        "words": read.words,
    }


def _shown(field: Any) -> str:
    if hasattr(field, "iter_choices"):
        return next((str(label) for _value, label, is_chosen, *_more in field.iter_choices() if is_chosen), "")
    return str(field._value())


def _settle(press_release_id: int, status: FindingStatus) -> Sequence[Any]:
    """Decide on all findings that the form names; of one taken over keep what the record says now."""
    by = current_actor()
    press_release = press.find(db.session, press_release_id=press_release_id, by=by)
    workshop = press_release.workshop if status is FindingStatus.ACCEPTED else None
    details = details_of(workshop) if workshop else None
    reads = {finding.id: press_findings.as_read(finding) for finding in press_release.findings}
    named = request.form.getlist("finding_id", type=int)
    before = {one: _before(reads[one], details) if details and one in reads else None for one in named}
    return press_sources.settle(db.session, press_release_id=press_release_id, status=status, before=before, by=by)


def _before(read: Read, details: WorkshopDetails) -> Any:
    """What the record says in the place of a finding, to be put back."""
    return institution_before(read, details) or now_said(read.field, details)


def _back(press_release_id: int) -> Response:
    return redirect(url_for("press_review.review", press_release_id=press_release_id), 303)
