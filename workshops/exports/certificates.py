"""The columns of the register of certificates, for every kind of file."""

from datetime import date
from typing import Final

from workshops.domain.certificate_filter import CertificateFilter
from workshops.domain.certificates import CertificateLine
from workshops.domain.countries import country_name
from workshops.errors import N_
from workshops.exports.table import Column, Table
from workshops.formatting import format_date
from workshops.labels import label
from workshops.translating import Translator

ALL: Final = N_("All certificates")


def certificate_columns(say: Translator) -> tuple[Column[CertificateLine], ...]:
    """All columns, headings and texts in the language of `say`. The codes of the check pages are not among them."""
    language = say.language
    return (
        Column("number", say.gettext("Number"), lambda row: row.number),
        Column("kind", say.gettext("Kind"), lambda row: say.gettext(label(row.kind))),
        Column("state", say.gettext("State"), lambda row: say.gettext(label(row.status))),
        Column("name", say.gettext("Name"), lambda row: row.full_name),
        Column("native_name", say.gettext("Name in its own script"), lambda row: row.native_name),
        Column("minutes", say.gettext("Minutes attended"), lambda row: row.minutes, "integer"),
        Column("reference", say.gettext("Reference"), lambda row: row.reference),
        Column("title", say.gettext("Title"), lambda row: row.title),
        Column("starts_on", say.gettext("Start"), lambda row: row.starts_on, "date"),
        Column("ends_on", say.gettext("End"), lambda row: row.ends_on, "date"),
        Column(
            "country",
            say.gettext("Country"),
            lambda row: country_name(row.country_code, language) if row.country_code else "",
        ),
        Column("office", say.gettext("Office"), lambda row: row.office),
        Column("issued_on", say.gettext("Issued"), lambda row: row.issued_on, "date"),
        Column("issued_by", say.gettext("Issued by"), lambda row: row.issued_by),
        Column("in_place_of", say.gettext("In place of"), lambda row: row.in_place_of),
    )


def certificate_table(
    rows: list[CertificateLine], wanted: CertificateFilter, *, say: Translator, made_on: date
) -> Table[CertificateLine]:
    """Certificates as a table, with what was asked for."""
    asked = [wanted.text, *(say.gettext(label(one)) for one in (wanted.kind, wanted.status) if one)]
    return Table(
        title=say.gettext("Register of certificates"),
        sentence="; ".join(filter(None, asked)) or say.gettext(ALL),
        columns=certificate_columns(say),
        rows=rows,
        about=((say.gettext("Made on"), format_date(made_on, say.language)),),
    )
