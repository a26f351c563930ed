"""Registering and editing a workshop: one form, saved once, never over somebody else's change."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from workshops.domain.enums import RecordKind, WorkshopStatus
from workshops.domain.workshop import WorkshopDetails
from workshops.errors import N_, Conflict, Invalid, NotFound
from workshops.extensions import db
from workshops.forms import merging
from workshops.forms.new_workshop import NewWorkshopForm
from workshops.forms.rows import BUTTON, after_row_action, is_row_action
from workshops.forms.saying import page_language, say
from workshops.forms.workshop import WorkshopForm
from workshops.services import offices, workshops
from workshops.services.workshop_reading import details_of
from workshops.services.workshops import StaleEdit
from workshops.views import gone, once, unfinished
from workshops.views.access import Access, access, current_actor

pages = Blueprint("workshop_edit", __name__, url_prefix="/workshops")

Answer = Response | str | tuple[str, int]


@pages.get("/new")
@access(Access.ORGANISER)
def new() -> Answer:
    """An empty form, in the country of the office."""
    choices = _offices()
    if typed := unfinished.typed():
        return _new_page(NewWorkshopForm(choices, typed))
    country = offices.country_of(db.session, choices[0][0]) if len(choices) == 1 else ""
    return _new_page(NewWorkshopForm.empty(choices, language=page_language(), country=country))


@pages.post("/new")
@access(Access.ORGANISER)
def register() -> Answer:
    """Make the record, once per form; or change rows, as the button pressed says."""
    form = NewWorkshopForm(_offices(), after_row_action(request.form))
    if is_row_action(request.form):
        form.plan(request.form[BUTTON])
        return _new_page(form)
    if made := once.made_with():
        return _changed_since(made.rpartition("/")[2])
    if form.validate():
        by = current_actor()
        try:
            workshop = workshops.register(db.session, details=form.to_details(), office_id=form.office_id, by=by)
        except Invalid as error:
            db.session.rollback()
            form.show(error.problems)
        else:
            unfinished.drop_same(request.form.to_dict(flat=False))
            return _saved(workshop.reference, _("Saved. Its reference is %(code)s.", code=workshop.reference))
    return _new_page(form), 422


@pages.get("/<reference>/edit")
@access(Access.ORGANISER)
def edit(reference: str) -> Answer:
    """The form with what the record says."""
    workshop = workshops.find_to_change(db.session, reference=reference, by=current_actor())
    details = details_of(workshop)
    if details.status is WorkshopStatus.CLOSED:
        flash(_("This workshop is closed. Reopen it to change it."), "warning")
        return redirect(url_for("workshops.show", reference=reference), 303)
    if typed := unfinished.typed():
        return _edit_page(reference, WorkshopForm(typed, status_now=workshop.status))
    return _edit_page(reference, _form_of(details, workshop.version))


@pages.post("/<reference>/edit")
@access(Access.ORGANISER)
def update(reference: str) -> Answer:
    """Change the record, unless somebody else did since the form was opened; or change rows."""
    by = current_actor()
    try:
        workshop = workshops.find_to_change(db.session, reference=reference, by=by)
    except NotFound:
        return _gone(reference)
    form = WorkshopForm(after_row_action(request.form), status_now=workshop.status)
    if is_row_action(request.form):
        form.plan(request.form[BUTTON])
        return _edit_page(reference, form)
    if not form.validate():
        return _edit_page(reference, form), 422
    mine = form.to_details()
    if "merge" in request.form and workshop.version == form.version.data:
        theirs = details_of(workshop)
        found = merging.differences(mine, theirs, form.base.data or "")
        choices = merging.chosen(request.form, found)
        if len(choices) < len(found):
            return _conflict_page(
                reference, form, found, choices, workshop.version, _("Choose a version of each field.")
            )
        mine = merging.merged(mine, theirs, choices)
        form = _form_of(mine, workshop.version, form_key=form.form_key.data)
    return _update(reference, form, mine)


def _update(reference: str, form: WorkshopForm, details: WorkshopDetails) -> Answer:
    by = current_actor()
    try:
        workshops.update(
            db.session, reference=reference, details=details, expected_version=form.version.data or 0, by=by
        )
    except StaleEdit as error:
        db.session.rollback()
        found = merging.differences(details, error.current, form.base.data or "")
        choices = {difference.field: difference.choice for difference in found if difference.choice}
        message = say(error.message, {**error.params, "time": gone.clock(error.params["time"])})
        return _conflict_page(reference, form, found, choices, error.version, message)
    except NotFound:  # deleted while this was on its way
        db.session.rollback()
        return _gone(reference)
    except Invalid as error:
        db.session.rollback()
        form.show(error.problems)
        return _edit_page(reference, form), 422
    except Conflict as error:
        db.session.rollback()
        form.form_errors.append(say(error.message, error.params))
        return _edit_page(reference, form), 409
    return _saved(reference, _("Saved."))


def _form_of(details: WorkshopDetails, version: int, **given: str | None) -> WorkshopForm:
    form = WorkshopForm.from_details(details)
    form.version.data, form.base.data = version, merging.marks(details)
    if given:
        form.form_key.data = given["form_key"]
    return form


def _offices() -> list[tuple[int, str]]:
    choices = offices.choices(db.session, by=current_actor())
    if not choices:
        raise Conflict(N_("There is no office yet that could keep the workshop. Add one first."))
    return choices


def _changed_since(reference: str) -> Answer:
    """The form of a record that was made with this form before: somebody went back and typed something else."""
    workshop = workshops.find_to_change(db.session, reference=reference, by=current_actor())
    form = WorkshopForm(status_now=workshop.status)
    form.renew(version=workshop.version, base=merging.marks(details_of(workshop)))
    form.form_errors.append(
        _("This form was saved before, as %(code)s. Save once more to put your changes there.", code=reference)
    )
    return _edit_page(reference, form), 409


def _saved(reference: str, message: str) -> Response:
    flash(message)
    return redirect(url_for("workshops.show", reference=reference), 303)


def _new_page(form: NewWorkshopForm) -> str:
    return render_template("workshops/new.html", form=form)


def _edit_page(reference: str, form: WorkshopForm) -> str:
    return render_template("workshops/edit.html", form=form, reference=reference)


def _conflict_page(
    reference: str,
    form: WorkshopForm,
    found: tuple[merging.Difference, ...],
    choices: dict[str, merging.Choice],
    version: int,
    message: str,
) -> Answer:
    """Both versions of each field side by side; a form without any difference is saved already."""
    if not found:
        flash(_("Already saved."))
        return redirect(url_for("workshops.show", reference=reference), 303)
    form.version.data = version
    kept = [(name, value) for name, value in merging.sent_pairs(form) if name != "csrf_token"]
    page = render_template(
        "workshops/conflict.html",
        reference=reference,
        message=message,
        differences=found,
        choices=choices,
        kept=kept,
    )
    return page, 409


def _gone(reference: str) -> Answer:
    """What was typed into the form of a record that was deleted meanwhile; NotFound where there never was one."""
    act = gone.deletion(RecordKind.WORKSHOP, reference)
    if act is None:
        raise NotFound
    typed = WorkshopForm(request.form).to_details()
    page = render_template("errors/gone.html", message=gone.sentence(act), act=act, texts=merging.texts(typed))
    return page, 410
