"""What an administrator types of an office and of its documents."""

from functools import cache
from typing import Any, Self

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import BooleanField, Form, FormField, HiddenField, SelectField
from wtforms.fields.choices import SelectChoice

from workshops.domain.countries import countries
from workshops.domain.languages import OWN_NAMES
from workshops.domain.offices import (
    LOGO_HEIGHT,
    LOGO_HEIGHTS,
    PAPERS,
    TEXT_LIMITS,
    DocumentSettings,
    OfficeDetails,
    complete_order,
)
from workshops.errors import N_
from workshops.forms.accounts import AccountForm
from workshops.forms.codes import LANGUAGES, CountryField
from workshops.forms.row_forms import IdField
from workshops.forms.rows import RowList
from workshops.forms.saying import say
from workshops.forms.typed import LongTextField, TextField

PAPER_NAMES = {"A4": "A4", "Letter": "US Letter"}


class RoleRow(Form):
    """A role in its place."""

    role = HiddenField()
    with_logo = BooleanField(_l("With logo"))


class OfficeForm(AccountForm):
    """An office; its texts are the fields that `TEXT_FIELDS` names, such as `footer_fr`."""

    version = IdField()
    code = TextField(_l("Code"), hint=_l("Short and in capital letters, such as MNG."), render_kw={"required": True})
    name = TextField(_l("Name"), hint=_l("As it stands in lists, such as: Ulaanbaatar."), render_kw={"required": True})
    country_code = CountryField(_l("Country"), hint=_l("Empty for headquarters."))
    language = SelectField(
        _l("Language"), choices=LANGUAGES, description=_l("In which new users of the office find the pages.")
    )
    time_zone = SelectField(
        _l("Time zone"), validate_choice=False, description=_l("For the times the pages show, and for what is today.")
    )
    is_active = BooleanField(_l("In use: workshops can be registered for it"), default=True)
    paper = SelectField(
        _l("Paper"),
        choices=[SelectChoice(paper, PAPER_NAMES[paper]) for paper in PAPERS],
        description=_l("Each document can be printed on the other one."),
    )
    document_language = SelectField(
        _l("Language of documents"), description=_l("Each document can be printed in another one.")
    )
    agency_order = RowList(
        FormField(RoleRow),
        label=_l("Order of agencies"),
        description=_l(
            "In which documents name them. Those ticked stand with their logos beside that of the office, where they "
            "have one in the register of agencies."
        ),
    )
    logo_height = SelectField(
        _l("Height of all logos"),
        coerce=int,
        default=LOGO_HEIGHT,
        choices=[SelectChoice(height, f"{height} mm") for height in LOGO_HEIGHTS],
        description=_l("They stand in one band, all equally high."),
    )
    sorts_agencies = BooleanField(_l("Agencies of the same role in alphabetical order, not as in the record"))

    def offer(self) -> None:
        """The languages and time zones to choose from; a zone that is chosen already stays."""
        chosen = {self.time_zone.data} if self.time_zone.data else set()
        proposed = SelectChoice("", say(N_("That of the country’s capital")))
        self.time_zone.choices = [proposed, *(SelectChoice(zone, zone) for zone in sorted({*_zones(), *chosen}))]
        self.document_language.choices = [SelectChoice("", say(N_("That of the reader"))), *LANGUAGES]

    @classmethod
    def of(cls, office: Any, documents: DocumentSettings) -> Self:
        """The form as it shows an office (None for a new one) and what it has settled."""
        shown = {
            "version": documents.version,
            "paper": documents.paper,
            "document_language": documents.language,
            "agency_order": [
                {"role": role, "with_logo": role in documents.logo_roles} for role in documents.agency_order
            ],
            "logo_height": documents.logo_height,
            "sorts_agencies": documents.sorts_agencies,
        }
        form = cls(None, obj=office, data=shown | dict(documents.texts))
        form.offer()
        return form

    def to_details(self) -> OfficeDetails:
        """What was typed; without a time zone that of the country, and of headquarters UTC."""
        country = countries().get(self.country_code.data)
        return OfficeDetails(
            code=self.code.data,
            name=self.name.data,
            country_code=self.country_code.data,
            language=self.language.data,
            time_zone=self.time_zone.data or (country.time_zone if country else "UTC"),
            is_active=self.is_active.data,
            documents=DocumentSettings(
                paper=self.paper.data,
                language=self.document_language.data,
                texts={name: self[name].data for name in TEXT_FIELDS},
                agency_order=complete_order([row["role"] for row in self.agency_order.data]),
                sorts_agencies=self.sorts_agencies.data,
                logo_roles=tuple(row["role"] for row in self.agency_order.data if row["with_logo"]),
                logo_height=self.logo_height.data,
            ),
        )


TEXTS = {
    "issuer": (
        _l("Name on letters and certificates"),
        _l(
            "With the organisation, such as: International Organization for Migration (IOM), Ulaanbaatar. Left empty, "
            "the name of the office."
        ),
    ),
    "footer": (_l("Foot of each page"), _l("Instead of the name of the office, such as its address.")),
    "consent": (
        _l("Above the attendee sheet"),
        _l("What people agree to by signing, such as who sees the list. Left empty, a usual sentence."),
    ),
    "contact": (_l("Whom to ask"), _l("Under the contacts of the brief: who answers questions at the office.")),
}
TEXT_FIELDS = {f"{use}_{language}": (use, language) for language in OWN_NAMES for use in TEXT_LIMITS}
for _name, (_use, _language) in TEXT_FIELDS.items():
    setattr(OfficeForm, _name, LongTextField(TEXTS[_use][0], hint=TEXTS[_use][1], render_kw={"lang": _language}))


class LogoForm(AccountForm):
    """A picture, and what it shows for those who do not see it."""

    file = FileField(_l("Picture"), description=_l("PNG or JPEG, best on white and legible in black and white."))
    alt = TextField(
        _l("What it shows"),
        hint=_l("For those who have the document read to them, such as: Logo of the Ministry of Labour."),
        render_kw={"required": True},
    )


@cache
def _zones() -> frozenset[str]:
    return frozenset({"UTC", *(country.time_zone for country in countries().values())})
