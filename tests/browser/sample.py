"""A page that shows every component once, with a form that answers as our forms do."""

from typing import Any

from flask import Blueprint, abort, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    FileField,
    Form,
    FormField,
    HiddenField,
    IntegerField,
    RadioField,
    SelectChoice,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired, Optional
from wtforms.widgets import CheckboxInput, ListWidget

from workshops.domain.enums import AgencyRole, DeliveryMode, PressReleaseStatus, WorkshopStatus, WorkshopType
from workshops.errors import Conflict, NoRoom, NotFound, TooManyTries, UnreadableFile
from workshops.forms.rows import RowList, after_row_action, is_row_action
from workshops.labels import labels
from workshops.views.access import Access, access

pages = Blueprint("sample", __name__, template_folder="templates")

REGISTER = {
    1: ("International Organization for Migration", "IOM · Switzerland"),
    2: ("General Authority for Border Protection", "GABP · Mongolia"),
    3: ("Ministry of Justice and Home Affairs", "Mongolia"),
    4: ("وزارة الداخلية", "العراق"),
}


def choices(values: Any) -> list[SelectChoice]:
    return [SelectChoice(value, title) for value, title in labels(values).items()]


class AgencyForm(Form):
    """A row."""

    row_id = HiddenField()
    name = StringField("Agency", [InputRequired("Enter the agency.")], description="A name or an acronym")
    agency_id = HiddenField()
    role = SelectField("Role", choices=choices(AgencyRole))


class SampleForm(FlaskForm):
    """One field of each kind."""

    version = HiddenField(default="1")
    title = StringField("Title", [InputRequired("Enter the workshop title.")], description="As it stands in the agenda")
    type = SelectField("Type", choices=choices(WorkshopType))
    seats = IntegerField("Planned seats", [Optional()])
    takes_attendance = BooleanField("Attendance is taken", description="A box to sign for each day")
    summary = TextAreaField("Summary")
    starts_on = StringField("Start date", description="For example 3 May 2016, 03.05.2016 or May 2016")
    mode = RadioField("How people meet", [InputRequired("Say how people meet.")], choices=choices(DeliveryMode))
    languages = SelectMultipleField(
        "Languages",
        choices=[SelectChoice("en", "English"), SelectChoice("fr", "French"), SelectChoice("mn", "Mongolian")],
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
    agenda = FileField("Agenda")
    project = StringField("Project")
    project_id = HiddenField()
    agencies = RowList(FormField(AgencyForm), label="Agencies", description="Who takes part, and how")


@pages.route("/sample", methods=["GET", "POST"])
@access(Access.PUBLIC)
def sample() -> ResponseReturnValue:
    """The page; what was sent stands at its foot."""
    if request.method == "GET":
        return shown(SampleForm(), 200)
    form = SampleForm(after_row_action(request.form))
    if is_row_action(request.form):
        return shown(form, 200)
    return shown(form, 200 if form.validate() else 422)


def shown(form: SampleForm, status: int) -> tuple[str, int]:
    """The page with this form."""
    sent = {name: value for name, value in form.data.items() if name != "csrf_token"}
    page = render_template(
        "sample.html",
        form=form,
        sent=sent,
        statuses=list(WorkshopStatus),
        press_status=PressReleaseStatus.TO_REVIEW,
        address=lambda number: f"?page={number}",
    )
    return page, status


@pages.get("/sample/agencies.json")
@access(Access.PUBLIC)
def agencies() -> ResponseReturnValue:
    """The agencies whose name or detail holds what was typed."""
    text = request.args["q"].lower()
    found = [
        {"id": key, "label": name, "detail": detail}
        for key, (name, detail) in REGISTER.items()
        if text in f"{name} {detail}".lower()
    ]
    return jsonify(found)


ERRORS = {
    404: NotFound(),
    409: Conflict("Somebody was faster."),
    413: UnreadableFile("The file has 212 MB; at most 20 MB can be uploaded.", status=413),
    415: UnreadableFile("Use a PNG or JPEG logo; SVG is not accepted.", status=415),
    429: TooManyTries("Too many tries. Wait 5 minutes, or reset your password.", retry_after=300),
    503: NoRoom(),
}


@pages.get("/sample/errors/<int:status>")
@access(Access.PUBLIC)
def error(status: int) -> ResponseReturnValue:
    """The page that says what went wrong."""
    raise ERRORS.get(status) or abort(status)
