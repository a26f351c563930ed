"""The register of certificates of an office: searched, and as files."""

from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, Response, render_template, request, url_for

from workshops.domain.certificate_filter import CertificateFilter
from workshops.domain.enums import CertificateKind, CertificateStatus
from workshops.exports.certificates import certificate_table
from workshops.extensions import db
from workshops.services import certificate_register, document_values
from workshops.translating import translator
from workshops.views.access import Access, access, current_actor
from workshops.views.filters import page_language
from workshops.views.paging import page_number
from workshops.views.table_files import FILES, table_file

pages = Blueprint("certificate_register", __name__)


@pages.get("/certificates")
@access(Access.SIGNED_IN)
def index() -> str:
    """All certificates open to the reader, narrowed as the address says."""
    wanted, by = CertificateFilter.from_args(request.args), current_actor()
    found = certificate_register.listed(db.session, wanted, number=page_number(request.args), by=by)
    args: dict[str, Any] = {**wanted.to_args()}
    return render_template(
        "certificates/register.html",
        wanted=wanted,
        found=found,
        kinds=list(CertificateKind),
        statuses=list(CertificateStatus),
        hours=lambda minutes: document_values.hours(minutes, page_language()),
        files=[(title, url_for(".download", ending=ending, **args)) for title, ending in FILES],
        page_address=lambda number: url_for(".index", **args, page=number),
        shows_office=by.reads_all_offices,
    )


@pages.get("/certificates.csv", defaults={"ending": "csv"})
@pages.get("/certificates.xlsx", defaults={"ending": "xlsx"})
@pages.get("/certificates.json", defaults={"ending": "json"})
@access(Access.SIGNED_IN)
def download(ending: str) -> Response:
    """All rows, not one page of them, as a file."""
    wanted, today = CertificateFilter.from_args(request.args), datetime.now(UTC).date()
    rows = certificate_register.everything(db.session, wanted, by=current_actor())
    say = translator(page_language())
    table = certificate_table(rows, wanted, say=say, made_on=today)
    return table_file(table, ending, name=f"certificates-{today.isoformat()}", say=say)
