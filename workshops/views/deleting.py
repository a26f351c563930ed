"""Deleting, the same for all kinds of records: what goes along is said before, and the answer offers to undo it."""

from collections.abc import Iterator
from typing import Any, Final

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from workshops.domain.enums import RecordKind
from workshops.errors import Conflict
from workshops.extensions import db
from workshops.forms.reason import ReasonForm
from workshops.services import deleted_records, deleting, merging, undoing
from workshops.services.belongings import Referring
from workshops.services.undoing import AlreadyUndone, Undone
from workshops.views.access import READING_METHODS, Access, access, current_actor
from workshops.views.counts import counted
from workshops.views.filters import number_text, sentence_text
from workshops.views.jobs import find_again

pages = Blueprint("deleting", __name__)

Page = str | Response | tuple[str, int]
ADDRESSES: Final = {
    RecordKind.WORKSHOP: "/workshops/{}",
    RecordKind.PRESS_RELEASE: "/press/{}",
    RecordKind.AGENCY: "/agencies/{}",
    RecordKind.PERSON: "/people/{}",
    RecordKind.PROJECT: "/projects/{}",
    RecordKind.TOPIC: "/topics/{}",
}
"""Where a record is shown; its key is put in."""


@pages.post("/acts/<int:act_id>/undo")
@access(Access.ORGANISER)
def undo(act_id: int) -> Response:
    """Undo an act and go to what is back."""
    by = current_actor()
    try:
        undone = undoing.undo(db.session, act_id=act_id, by=by)
    except Conflict as error:
        db.session.rollback()
        flash(sentence_text(error), "info" if isinstance(error, AlreadyUndone) else "error")
        return redirect(url_for("deleted.index") if request.form.get("back") == "deleted" else "/", 303)
    find_again(undone.separated)
    flash(" ".join(_told(undone)), "ok")
    return redirect(_place(undone), 303)


def delete_page(
    kind: RecordKind, record_id: int, *, shown_at: str = "", listed_at: str = "", with_reason: bool = False
) -> Page:
    """Say what deleting the record would do; then delete it and go to the list, where it can be undone.

    `shown_at` and `listed_at` are the addresses of the record and of the list, where they are not those of its kind.
    """
    shown_at = shown_at or ADDRESSES[kind].format(record_id)
    form = ReasonForm() if with_reason else None
    if request.method in READING_METHODS:
        return _ask(kind, record_id, form, shown_at)
    if form is not None and not form.validate():
        return _ask(kind, record_id, form, shown_at), 422
    try:
        act = deleting.delete(
            db.session,
            kind=kind,
            record_id=record_id,
            reason=form.reason.data if form is not None else "",
            by=current_actor(),
        )
    except Conflict:
        db.session.rollback()
        return _ask(kind, record_id, form, shown_at), 409
    name = " ".join(filter(None, (act.reference, act.title))) or _("Without a name")
    flash(_("%(name)s was deleted.", name=name), f"undo-{act.id}")
    return redirect(listed_at or ADDRESSES[kind].removesuffix("/{}"), 303)


def _ask(kind: RecordKind, record_id: int, form: ReasonForm | None, back: str) -> str:
    found = deleting.consequences(db.session, kind=kind, record_id=record_id, by=current_actor())
    return render_template(
        "acts/delete.html",
        form=form,
        kind=kind,
        record_id=record_id,
        name=found.title or _("Without a name"),
        goes=[words for table, number in found.goes.items() if (words := counted(table, number))],
        stays=dict(found.lets_go),
        referring=[_shown(each) for each in found.referring],
        until=deleting.last_day(),
        merge=_merge_address(kind, record_id),
        back=back,
    )


def _merge_address(kind: RecordKind, record_id: int) -> str:
    """Where the record is merged with another instead, for those who may; "" for the others."""
    if not merging.is_merged(kind) or not merging.may_merge(kind, by=current_actor()):
        return ""
    return f"{ADDRESSES[kind].format(record_id)}/merge"


def _shown(referring: Referring) -> dict[str, Any]:
    """Records that refer to one: how many, and some by name with their addresses."""
    named = [
        {"href": ADDRESSES[referring.kind].format(key), "name": name, "reference": key if not key.isdigit() else ""}
        for key, name in referring.named
    ]
    return {
        "count": counted(referring.kind.value, referring.total),
        "named": named,
        "more": referring.total - len(named),
        "is_elsewhere": referring.is_elsewhere,
    }


def _told(undone: Undone) -> Iterator[str]:
    act = undone.act
    name = " ".join(filter(None, (act.reference, act.title)))
    if act.into:
        yield _("%(name)s and %(other)s are two records again.", name=act.title, other=act.into)
    else:
        yield _("%(name)s is back.", name=name or _("Without a name"))
    if undone.kept_newer:
        yield _("What others have changed since was kept as they changed it.")
    if undone.left_out:
        yield ngettext(
            "%(shown)s row that belonged to it could not come back: what it refers to is gone for good.",
            "%(shown)s rows that belonged to it could not come back: what they refer to is gone for good.",
            undone.left_out,
            shown=number_text(undone.left_out),
        )


def _place(undone: Undone) -> str:
    act = undone.act
    if act.record_kind is RecordKind.DOCUMENT:
        reference = deleted_records.reference_of_document(db.session, document_id=act.record_id)
        return url_for("workshops.show", reference=reference, _anchor="documents")
    return ADDRESSES[act.record_kind].format(act.reference or act.record_id)
