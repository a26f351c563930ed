"""The certificates of a workshop: the list, and how they are issued, corrected, withdrawn and put back."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from workshops.domain.certificates import entitled
from workshops.domain.enums import CertificateStatus
from workshops.domain.register_filter import record_id
from workshops.errors import N_, Invalid, NotFound
from workshops.extensions import db
from workshops.forms.certificates import IssueForm, LookForm, WithdrawForm, look_values, terms_form
from workshops.services import certificate_entitlement, certificate_register, certificates, document_values, offices
from workshops.services.certificate_register import OfWorkshop
from workshops.views.access import READING_METHODS, Access, access, current_actor
from workshops.views.filters import number_text, page_language

pages = Blueprint("certificates", __name__, url_prefix="/workshops/<reference>/certificates")

Page = str | Response | tuple[str, int]
_NOT_IN_FORCE = N_("None of the certificates chosen is in force, so nothing was done.")
CHOSEN = "certificates"
"""The certificates that an address names, by their ids."""


@pages.get("")
@access(Access.SIGNED_IN)
def index(reference: str) -> str:
    """All of them, with what became of each."""
    found = certificate_register.of_workshop(db.session, reference=reference, by=current_actor())
    return _page(
        "certificates/index.html",
        found,
        in_force=any(one.status is CertificateStatus.VALID for one in found.certificates),
        withdrawn=any(one.status is CertificateStatus.WITHDRAWN for one in found.certificates),
    )


@pages.route("/issue", methods=["GET", "POST"])
@access(Access.ORGANISER)
def issue(reference: str) -> Page:
    """Show who gets one on the terms of the address and who not; then issue them."""
    by = current_actor()
    workshop = certificate_entitlement.with_attendance(db.session, reference=reference, by=by)
    if not by.may_write(workshop.office_id):
        raise NotFound
    terms = terms_form(request.args)
    can_be = terms.validate()
    people = certificate_entitlement.candidates(db.session, workshop, terms.to_terms()) if can_be else []
    language = offices.settings_of(workshop.office).language or page_language()
    usual = certificate_register.usual_look(db.session, office_id=workshop.office_id, language=language)
    form = IssueForm(data={**look_values(usual), "people": [one.person_id for one in entitled(people)]})

    def shown() -> str:
        return render_template(
            "certificates/issue.html",
            workshop=workshop,
            terms=terms,
            form=form if can_be else None,
            obstacle=certificate_entitlement.obstacle(workshop),
            people=people,
            unprintable=certificate_entitlement.unprintable(workshop, people),
            entitled=len(entitled(people)),
            has_untimed=any(event.takes_attendance and not event.end_time for event in workshop.events),
            hours=_hours,
        )

    if request.method in READING_METHODS or not can_be:
        return shown() if can_be else (shown(), 422)
    if not form.validate():
        return shown(), 422
    try:
        done = certificates.issue(
            db.session,
            reference=reference,
            terms=terms.to_terms(),
            look=form.to_look(),
            people=form.people.data,
            by=by,
        )
    except Invalid as error:
        form.show(error.problems)
        return shown(), error.status
    flash(" ".join(_told(len(done.certificates), done.held)), "ok")
    return _to_list(reference)


@pages.route("/reissue", methods=["GET", "POST"])
@access(Access.ORGANISER)
def reissue(reference: str) -> Page:
    """Show what would change on the certificates chosen; then put new ones in their place."""
    by, ids = current_actor(), _fit(_chosen(reference), CertificateStatus.VALID, CertificateStatus.REPLACED)
    if not ids:
        return _none_chosen(reference, _NOT_IN_FORCE)
    if request.method in READING_METHODS:
        return _reissue_page(reference, ids, None)
    form = LookForm()
    if not form.validate():
        return _reissue_page(reference, ids, form), 422
    try:
        made = certificates.reissue(db.session, reference=reference, ids=ids, look=form.to_look(), by=by)
    except Invalid as error:
        form.show(error.problems)
        return _reissue_page(reference, ids, form), error.status
    flash(
        ngettext(
            "The new certificate is %(numbers)s.",
            "The new certificates are %(numbers)s.",
            len(made),
            numbers=", ".join(one.number for one in made),
        ),
        "ok",
    )
    return _to_list(reference)


@pages.route("/withdraw", methods=["GET", "POST"])
@access(Access.ORGANISER)
def withdraw(reference: str) -> Page:
    """Ask why; then say of the certificates chosen that they hold no more."""
    form = WithdrawForm()

    def act(**asked: Any) -> None:
        certificates.withdraw(db.session, reason=form.reason.data, **asked)

    found = _chosen(reference)
    if not (ids := _fit(found, CertificateStatus.VALID, CertificateStatus.WITHDRAWN)):
        return _none_chosen(reference, _NOT_IN_FORCE)
    return _act(found, ids, "certificates/withdraw.html", form, act, _("Withdrawn. It can be put back."))


@pages.route("/put-back", methods=["GET", "POST"])
@access(Access.ORGANISER)
def put_back(reference: str) -> Page:
    """Ask; then let withdrawn certificates hold again."""

    def act(**asked: Any) -> None:
        certificates.put_back(db.session, **asked)

    found = _chosen(reference)
    if not (ids := _fit(found, CertificateStatus.WITHDRAWN, CertificateStatus.VALID)):
        return _none_chosen(
            reference, N_("None of the certificates chosen is withdrawn, so there is none to put back.")
        )
    return _act(found, ids, "certificates/put_back.html", None, act, _("In force again."))


def _act(
    found: OfWorkshop, ids: list[int], template: str, form: WithdrawForm | None, act: Callable[..., None], told: str
) -> Page:
    reference = found.workshop.reference
    if request.method not in READING_METHODS and (form is None or form.validate()):
        act(reference=reference, ids=ids, by=current_actor())
        flash(told, "ok")
        return _to_list(reference)
    page = _page(template, found, form=form, chosen=[one for one in found.certificates if one.id in ids])
    return page if request.method in READING_METHODS else (page, 422)


def _chosen(reference: str) -> OfWorkshop:
    """The workshop with those of its certificates that the request names. Raises NotFound."""
    by, ids = current_actor(), chosen_ids()
    found = certificate_register.of_workshop(db.session, reference=reference, by=by)
    if not by.may_write(found.workshop.office_id):
        raise NotFound
    return replace(found, certificates=[one for one in found.certificates if one.id in ids])


def _fit(found: OfWorkshop, now: CertificateStatus, done: CertificateStatus) -> list[int]:
    """The ids of those with which something can be done now, or was done when the same form was sent before."""
    fit = (now,) if request.method in READING_METHODS else (now, done)
    return [one.id for one in found.certificates if one.status in fit]


def _reissue_page(reference: str, ids: list[int], form: LookForm | None) -> str:
    found = certificates.corrections(db.session, reference=reference, ids=ids, by=current_actor())
    if form is None:
        last = found[-1].certificate
        form = LookForm(data=look_values(certificate_register.look_of(last.languages, last.signatories)))
    return render_template("certificates/reissue.html", reference=reference, found=found, form=form, hours=_hours)


def _page(template: str, found: OfWorkshop, **values: Any) -> str:
    return render_template(
        template,
        workshop=found.workshop,
        certificates=found.certificates,
        in_place_of=found.in_place_of,
        may_write=current_actor().may_write(found.workshop.office_id),
        hours=_hours,
        **values,
    )


def chosen_ids() -> list[int]:
    """The certificates that the request names."""
    return [number for typed in request.values.getlist(CHOSEN) if (number := record_id(typed))]


def _none_chosen(reference: str, unfit: str) -> Response:
    flash(_(unfit) if chosen_ids() else _("Choose a certificate first."), "warning")
    return _to_list(reference)


def _hours(minutes: int | None) -> str:
    return document_values.hours(minutes, page_language())


def _told(issued: int, held: int) -> list[str]:
    said = [
        ngettext(
            "%(shown)s certificate was issued.",
            "%(shown)s certificates were issued.",
            issued,
            shown=number_text(issued),
        )
    ]
    if held:
        said.append(ngettext("%(shown)s had one already.", "%(shown)s had one already.", held, shown=number_text(held)))
    return said


def _to_list(reference: str) -> Response:
    return redirect(url_for("certificates.index", reference=reference), 303)
