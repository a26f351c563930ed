"""The rows of the workshop's form: topics, agencies, experts, funders, programme, participants, contacts, quotes."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from workshops.domain import enums as e
from workshops.domain import workshop as w
from workshops.forms.codes import ChoiceField, CountryField, CurrencyField, LanguageField
from workshops.forms.row_forms import IdField, Row
from workshops.forms.typed import EmailField, LongTextField, PhoneField, TextField
from workshops.forms.values import DayField, MoneyField, TimeField, WholeNumberField


class TopicForm(Row):
    """A topic of the controlled list, or a new one."""

    topic_id = IdField()
    topic_name = TextField(_l("Topic"))

    def to_row(self) -> w.TopicRef:
        """The topic as named."""
        return w.TopicRef(label=self.topic_name.data, id=self.topic_id.data if self.topic_name.data else None)

    @classmethod
    def shown(cls, row: w.TopicRef) -> dict[str, Any]:
        """What the fields show of a topic."""
        return {"topic_id": row.id, "topic_name": row.label}


class AgencyForm(Row):
    """An agency with its role."""

    details = w.AgencyRow

    agency_id = IdField()
    agency_name = TextField(_l("Agency"))
    role = ChoiceField(_l("Role"), e.AgencyRole, default=e.AgencyRole.PARTICIPATING)
    seats = WholeNumberField(_l("Places"))


class ExpertForm(Row):
    """An expert: a person, or only a country or an institution."""

    details = w.ExpertRow
    may_lack = frozenset({"person"})

    person_id = IdField()
    person_name = TextField(_l("Name"))
    role = ChoiceField(_l("Role"), e.ExpertRole, default=e.ExpertRole.RESOURCE_PERSON)
    country_code = CountryField(_l("Country"))
    affiliation = TextField(_l("Institution"))


class FunderForm(Row):
    """An agency that pays, and what it gives and asks for."""

    details = w.FunderRow

    agency_id = IdField()
    agency_name = TextField(_l("Funder"))
    amount = MoneyField(_l("Amount"), hint=_l("What it gives for this workshop alone."))
    currency = CurrencyField(_l("Currency"), hint=_l("Three letters, such as EUR."))
    grant_reference = TextField(_l("Grant reference"), hint=_l("The funder’s own number of the grant or agreement."))
    visibility_statement = LongTextField(
        _l("Visibility statement"), hint=_l("The sentence the funder wants to read on documents.")
    )


class EventForm(Row):
    """An entry of the programme."""

    details = w.EventRow

    title = TextField(_l("Title"))
    day = DayField(_l("Day"))
    start_time = TimeField(_l("From"))
    end_time = TimeField(_l("To"))
    room = TextField(_l("Room"))
    led_by = TextField(_l("Led by"))
    takes_attendance = BooleanField(_l("Take attendance"), default=True)


class ParticipantForm(Row):
    """A participant with agency and post as they were at the time."""

    details = w.ParticipantRow
    may_lack = frozenset({"agency"})

    person_id = IdField()
    person_name = TextField(_l("Name"))
    sex = ChoiceField(_l("Sex"), e.Sex, default=e.Sex.UNKNOWN, hint=_l("For the numbers of women and men."))
    agency_id = IdField()
    agency_name = TextField(_l("Agency"), hint=_l("The one at the time of the workshop."))
    post_title = TextField(_l("Post"))
    email = EmailField(_l("E-mail"))
    phone = PhoneField(_l("Phone"))
    status = ChoiceField(
        _l("Status"),
        e.ParticipationStatus,
        default=e.ParticipationStatus.REGISTERED,
        hint=_l("The sheet leaves out who is only invited, in reserve, or not coming."),
    )


class ContactForm(Row):
    """Whom to ask."""

    details = w.ContactRow

    name = TextField(_l("Name"))
    organisation = TextField(_l("Organisation"))
    email = EmailField(_l("E-mail"))
    phone = PhoneField(_l("Phone"))
    purpose = ChoiceField(
        _l("For"),
        e.ContactPurpose,
        default=e.ContactPurpose.INFORMATION,
        hint=_l("With what people should turn to them."),
    )


class QuoteForm(Row):
    """Direct speech."""

    details = w.QuoteRow

    text = LongTextField(_l("Quote"))
    speaker_name = TextField(_l("Speaker"))
    speaker_title = TextField(_l("Function"))
    language = LanguageField(_l("Language"), hint=_l("In which the words stand here."))
