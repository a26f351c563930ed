"""What the pages of all registers do alike: show a form, take it, say what is wrong."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar
from urllib.parse import urlencode

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from workshops.domain.enums import Role
from workshops.errors import Invalid
from workshops.extensions import db
from workshops.forms.register_form import RegisterForm
from workshops.forms.rows import after_row_action, is_row_action
from workshops.services.register_writing import StaleRecord
from workshops.views import once, unfinished
from workshops.views.access import READING_METHODS, current_actor
from workshops.views.filters import sentence_text

Form = TypeVar("Form", bound=RegisterForm)
Page = str | Response | tuple[str, int]


def register_page(template: str, *, args: Mapping[str, str] | None = None, **values: Any) -> str:
    """A page of a register. `args` are those of the address that stay when one turns a page or sorts anew."""
    kept = dict(args or {})
    return render_template(
        template,
        may_write=values.pop("may_write", current_actor().role is not Role.VIEWER),
        page_address=lambda number: f"?{urlencode({**kept, 'page': number})}",
        sort_address=lambda key: f"?{urlencode({**kept, 'sort': key})}",
        **values,
    )


def form_page(
    make: Callable[..., Form], template: str, *, save: Callable[[Form], Response], record: Any = None
) -> Page:
    """The form of a record (None for a new one): shown, changed by a button of its rows, or saved.

    `make` gives the form of what was sent. `save` stores what it says and gives the answer; what it refuses comes back
    with everything typed: 422, or 409 with what stands in the record now where somebody else was faster.
    """

    def shown(form: Form, **more: Any) -> str:
        return render_template(template, form=form, record=record, **more)

    if request.method in READING_METHODS:
        if typed := unfinished.typed():
            return shown(make(formdata=typed))
        empty = make(formdata=None)
        return shown(empty if record is None else empty.of(record))
    if is_row_action(request.form):
        return shown(make(after_row_action(request.form)))
    if record is None and (address := once.made_with()):
        return redirect(f"{address}/edit", 307)  # what was typed since is a change of that record: sent on as it is
    form = make()
    if record is not None and form.version.data is None:
        form.version.data = record.version
        refusal = _("This form was saved before. Save once more to put your changes there.")
        return shown(form, refusal=refusal, differences=form.differences(record)), 409
    if not form.validate():
        return shown(form), 422
    try:
        return save(form)
    except Invalid as error:
        db.session.rollback()
        form.show(error.problems)
        return shown(form), error.status
    except StaleRecord as error:
        form.version.data = record.version
        return shown(form, refusal=sentence_text(error), differences=form.differences(record)), error.status


def saved(endpoint: str, **values: Any) -> Response:
    """Say that the record is saved, and go to its page."""
    flash(_("Saved."), "ok")
    return redirect(url_for(endpoint, **values), 303)
