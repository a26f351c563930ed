"""The review of a press release: its text with what was found marked, beside the form of the workshop to be."""

from collections.abc import Iterable, Mapping
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from workshops.domain.marked_text import pieces
from workshops.domain.register_ties import Ties
from workshops.domain.workshop import WorkshopDetails
from workshops.errors import N_, Invalid
from workshops.extensions import db
from workshops.forms.press_fields import ASSIGNABLE, FIELD_TITLES, GROUP_OF
from workshops.forms.press_look import Doubts, doubts_taken, leave_out, look_at
from workshops.forms.press_review import Evidence, marks_of, show_evidence
from workshops.forms.press_ties import show_ties
from workshops.forms.rows import BUTTON, after_row_action, is_row_action
from workshops.forms.saying import said
from workshops.forms.workshop import WorkshopForm
from workshops.services import (
    agencies,
    press,
    press_decisions,
    press_drafts,
    press_likely,
    press_queue,
    press_ties,
    press_twins,
    press_words,
    spellings,
    topics,
)
from workshops.views import once, unfinished
from workshops.views.access import Access, access, current_actor
from workshops.views.press_buttons import press_button
from workshops.views.press_evidence import evidence_of
from workshops.views.press_queue import REGISTERED, accept_from, went_on
from workshops.views.press_sources import compared

pages = Blueprint("press_review", __name__, url_prefix="/press/<int:press_release_id>")

GROUP_TITLES = {
    "what": N_("What"),
    "when-where": N_("When and where"),
    "who": N_("Who organises"),
    "people": N_("Who takes part"),
    "money": N_("Money"),
    "words": N_("Quotes and contacts"),
}
LEAVE_OUT = "leave-out"
IN_PLACE, GO_TO = "X-In-Place", "X-Go-To"
"""Headers between the page and its script: that it puts the answer in place, and where it is to go instead."""


@pages.get("")
@access(Access.SIGNED_IN)
def review(press_release_id: int) -> str:
    """The text and the form with what was found and not rejected."""
    press_release = press.find(db.session, press_release_id=press_release_id, by=current_actor())
    if not _is_open(press_release):
        return review_page(press_release, WorkshopForm())
    if typed := unfinished.typed():
        return review_page(press_release, WorkshopForm(typed))
    spelt = spellings.every(db.session, kinds=[topics.KIND, agencies.KIND])
    form = WorkshopForm.from_details(press_drafts.draft(db.session, press_release, listed=spelt[topics.KIND]))
    if press_release.language and not _tells_of_one(press_release):
        form.type.data = None
    return review_page(press_release, form, spelt=spelt[agencies.KIND])


@pages.post("")
@access(Access.ORGANISER)
def save(press_release_id: int) -> Response | str | tuple[str, int]:
    """Decide on findings, change rows, or make the workshop: as the button pressed says."""
    by = current_actor()
    press_release = press.find(db.session, press_release_id=press_release_id, by=by)
    if press_release.workshop is not None:  # what was typed since is a change of that workshop: sent on as it is
        return redirect(url_for("workshop_edit.update", reference=press_release.workshop.reference), 307)
    form = WorkshopForm(after_row_action(request.form))
    if is_row_action(request.form):
        form.plan(request.form[BUTTON])
        return review_page(press_release, form)
    if action := request.form.get("finding_action"):
        return _answer(press_release, action, form)
    form.told_in = press_release.text
    if form.validate():
        if doubts := _doubts(press_release, form):
            return review_page(press_release, form, doubts=doubts), 422
        try:
            workshop = press.accept(db.session, press_release_id=press_release_id, details=form.to_details(), by=by)
        except Invalid as error:
            db.session.rollback()
            form.show(error.problems)
            press_release = press.find(db.session, press_release_id=press_release_id, by=by)
        else:
            return _registered(press_release_id, workshop.reference)
    return review_page(press_release, form), 422


@pages.post("/look")
@access(Access.ORGANISER)
def look(press_release_id: int) -> dict[str, str]:
    """What to look at, given what is typed now: a piece of the page, for its script."""
    press_release = press.find(db.session, press_release_id=press_release_id, by=current_actor())
    found = evidence_of(press_release)
    form = WorkshopForm(request.form)
    show_ties(form, _ties(form.to_details(), press_release.office_id, agencies.every_spelling(db.session)))
    looked = look_at(form, found, press_release.text)
    return {"html": render_template("press/look.html", look=looked)}


@pages.get("/words")
@access(Access.ORGANISER)
def words(press_release_id: int) -> dict[str, Any]:
    """What words are likely meant for, which somebody selects by their place: for the script of the page."""
    start, end = (max(0, request.args.get(name, 0, type=int)) for name in ("start", "end"))
    said = press_likely.likely(
        db.session,
        press_release_id=press_release_id,
        start=start,
        end=end,
        whole="whole" in request.args,
        by=current_actor(),
    )
    fields = [one for one in said.fields if ":" in one or any(one in names for names in ASSIGNABLE.values())]
    return {"start": said.start, "end": said.end, "fields": fields}


def _doubts(press_release: Any, form: WorkshopForm) -> Doubts | None:
    """What is to be asked about, None where all of it was seen; what was seen and not wanted leaves the form."""
    found = evidence_of(press_release)
    doubts = doubts_taken(form, found, press_release.text, sure_from=accept_from())
    if not set(doubts.marks) <= set(request.form.get("doubts_seen", "").split()):
        return doubts
    if request.form.get("doubts") == LEAVE_OUT:
        leave_out(form, doubts, found)
    return None


def _registered(press_release_id: int, reference: str) -> Response:
    flash(_("The workshop was registered."), f"made-{press_release_id}-{reference}")
    record = url_for("workshops.show", reference=reference)
    once.made(record)
    unfinished.drop_page()
    unfinished.drop_same(request.form.to_dict(flat=False), address=url_for("workshop_edit.new"))
    there = went_on(press_release_id, what=REGISTERED, or_else=record)
    if IN_PLACE in request.headers:  # a script that follows a redirect would take the page and what it says once
        return Response(headers={GO_TO: there})
    return redirect(there, 303)


def _answer(press_release: Any, action: str, form: WorkshopForm) -> str | tuple[str, int]:
    try:
        at = press_button(press_release.id, action, form)
    except Invalid as error:
        form.form_errors.extend(said(problem) for problem in error.problems)
        return review_page(press_release, form), error.status
    return review_page(press_release, form, at=at)


def review_page(
    press_release: Any,
    form: WorkshopForm,
    *,
    at: str = "",
    doubts: Doubts | None = None,
    spelt: Mapping[str, int] | None = None,
) -> str:
    """The page with the text, its marks and a form; `at` says where to go on.

    That is behind a finding that was decided just now, in the list of what to "look" at, or at the "start".

    `doubts` are asked about before they are taken into the record; `spelt` are all spellings of agencies, for who has
    them.
    """
    by = current_actor()
    found = evidence_of(press_release)
    evidence = {item.id: item for item in found if item.group}
    apart = show_evidence(form, evidence.values())
    text = pieces(press_release.text, marks_of(evidence.values(), press_words.by_hand(press_release)))
    is_open, office_id = _is_open(press_release), press_release.office_id
    details = form.to_details()
    drafts, others = press_twins.drafts_and_others(db.session, press_release, with_others=is_open)
    if spelt is None:
        spelt = agencies.every_spelling(db.session) if is_open else {}
    if is_open:
        show_ties(form, _ties(details, office_id, spelt))
    return render_template(
        "press/review.html",
        press_release=press_release,
        form=form,
        pieces=text,
        first_pieces={mark: piece.start for piece in reversed(text) for mark in piece.marks},
        groups={group: _(title) for group, title in GROUP_TITLES.items()},
        titles={name: _(title) for name, title in FIELD_TITLES.items()},
        assignable=ASSIGNABLE.values(),
        evidence=evidence,
        apart=_by_group(apart),
        told=_by_group(evidence.values()),
        shown=len(evidence),
        look=look_at(form, found, press_release.text),
        at=at,
        doubts=doubts,
        confidences=press_decisions.CONFIDENCES,
        accept_from=accept_from(),
        to_undo=len(press_decisions.last_decided(press_release)),
        place=press_queue.place(db.session, press_release_id=press_release.id, by=by) if is_open else None,
        untold=press.untold(press_release, drafts=len(drafts)) if is_open else 0,
        drafts=drafts,
        doubles=press_twins.workshops(db.session, details, office_id=office_id, spelt=spelt) if is_open else (),
        twins=press_twins.press_releases(details, others, spelt) if is_open else (),
        compared=compared(press_release) if press_release.workshop else None,
        is_workshop=_tells_of_one(press_release),
        may_write=by.may_write(office_id),
        is_open=is_open,
    )


def _by_group(found: Iterable[Evidence]) -> list[Evidence]:
    """Findings in the order of the groups of their colours, and of the fields in these."""
    order = list(GROUP_OF)
    return sorted(found, key=lambda item: order.index(item.read.field))


def _is_open(press_release: Any) -> bool:
    """Whether whoever looks at it may decide on it."""
    return press_release.workshop is None and current_actor().may_write(press_release.office_id)


def _tells_of_one(press_release: Any) -> bool:
    """Whether it is read as telling of a workshop, or somebody said of what type that is."""
    return any(one.value for one in press_release.findings if one.field in ("is_workshop", "event_type"))


def _ties(details: WorkshopDetails, office_id: int, spelt: Mapping[str, int]) -> Ties:
    return press_ties.ties(db.session, details, office_id=office_id, spelt=spelt)
