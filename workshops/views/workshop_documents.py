"""The files attached to a workshop: attach, download, remove."""

from flask import Blueprint, Response, current_app, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from workshops.domain.enums import RecordKind
from workshops.errors import UnreadableFile
from workshops.extensions import db
from workshops.forms.document import DocumentForm
from workshops.forms.saying import say
from workshops.services import uploads, workshop_documents
from workshops.services.workshops import find_to_change
from workshops.views import unfinished
from workshops.views.access import Access, access, current_actor
from workshops.views.deleting import delete_page
from workshops.views.kept_files import kept_file, kept_files

pages = Blueprint("workshop_documents", __name__, url_prefix="/workshops/<reference>/documents")

Page = str | tuple[str, int] | AnyResponse


@pages.get("/new")
@access(Access.ORGANISER)
def new(reference: str) -> Page:
    """Ask for the file."""
    return _form_page(reference, DocumentForm(unfinished.typed()))


@pages.post("/new")
@access(Access.ORGANISER)
def attach(reference: str) -> Page:
    """Keep the file, if it passes the gate."""
    form = DocumentForm()
    if not form.validate():
        return _form_page(reference, form), 422
    try:
        upload = uploads.read(
            form.file.data.stream, form.file.data.filename or "", most_mb=current_app.config["SETTINGS"].max_upload_mb
        )
    except UnreadableFile as error:
        form.file.errors = [say(error.message, error.params)]
        return _form_page(reference, form), error.status
    workshop_documents.attach(
        db.session,
        kept_files(),
        reference=reference,
        upload=upload,
        type=form.type.data,
        title=form.title.data,
        by=current_actor(),
    )
    flash(_("The file is attached."))
    return _to_documents(reference)


@pages.get("/<int:document_id>")
@access(Access.SIGNED_IN)
def download(reference: str, document_id: int) -> Response:
    """The file under the name with which it came."""
    document = workshop_documents.find_document(
        db.session, reference=reference, document_id=document_id, by=current_actor()
    )
    media_type = document.media_type.partition(";")[0]  # the answer adds the encoding of a text itself
    return kept_file(workshop_documents.stored_as(document.storage_name), document.file_name, media_type)


@pages.route("/<int:document_id>/remove", methods=["GET", "POST"])
@access(Access.ORGANISER)
def remove(reference: str, document_id: int) -> Page:
    """Take the file off. Its bytes stay until that is final."""
    by = current_actor()
    workshop_documents.find_document(db.session, reference=reference, document_id=document_id, by=by)
    back = url_for("workshops.show", reference=reference, _anchor="documents")
    return delete_page(RecordKind.DOCUMENT, document_id, shown_at=back, listed_at=back)


def _form_page(reference: str, form: DocumentForm) -> str:
    workshop = find_to_change(db.session, reference=reference, by=current_actor())
    return render_template("workshops/document.html", reference=reference, workshop=workshop, form=form)


def _to_documents(reference: str) -> AnyResponse:
    return redirect(url_for("workshops.show", reference=reference, _anchor="documents"), 303)
