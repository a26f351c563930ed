"""The form of a workshop: one for registering, editing and reviewing what a press release says."""

import re
import secrets
from dataclasses import fields
from functools import partial
from typing import Any, Final, Self

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField
from wtforms.widgets import TextArea

from workshops.domain import enums as e
from workshops.domain.currencies import currency_names
from workshops.domain.event_plan import propose_events, split_event, why_nothing
from workshops.domain.languages import INTERFACE_LANGUAGES
from workshops.domain.naming import split_acronym, with_acronym
from workshops.domain.time_zones import time_zones
from workshops.domain.workshop import Headcount, ProjectRef, WorkshopDetails
from workshops.domain.workshop_row_rules import MOST_ROWS
from workshops.domain.workshop_rules import problems
from workshops.errors import N_
from workshops.forms import workshop_rows as r
from workshops.forms.codes import (
    ChoiceField,
    CountriesField,
    CountryField,
    LanguageField,
    LanguagesField,
    LinesField,
)
from workshops.forms.record_form import RecordForm
from workshops.forms.row_forms import IdField, RowsField
from workshops.forms.saying import page_language, said, say
from workshops.forms.typed import LongTextField, PhoneField, TextField
from workshops.forms.values import PartialDateField, WholeNumberField
from workshops.translating import translator

HEADCOUNT: Final = tuple(field.name for field in fields(Headcount))
ROWS: Final = ("topics", "agencies", "experts", "funders", "events", "participants", "contacts", "quotes")
_CONTINENTS = ("Africa/", "America/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/")
_PLAN = re.compile(r"(propose):events|(split):events:(\d{1,4}):(\d{1,2})")


class WorkshopForm(RecordForm):
    """Everything a person says of a workshop. What is posted beside these fields is ignored.

    `version` is the version of the record the form was opened with, `form_key` is good for one save.
    """

    form_key = HiddenField(default=partial(secrets.token_urlsafe, 16))
    base = HiddenField()

    title = TextField(_l("Title"), widget=TextArea(), render_kw={"required": True, "rows": 1})
    title_language = LanguageField(
        _l("Language of the title"),
        default="en",
        hint=_l("Documents in another language print the title given for it below."),
    )
    title_en = TextField(_l("Title in English"))
    title_fr = TextField(_l("Title in French"))
    title_es = TextField(_l("Title in Spanish"))
    type = ChoiceField(_l("Type"), e.WorkshopType, default=e.WorkshopType.WORKSHOP)
    mode = ChoiceField(_l("Held"), e.DeliveryMode, default=e.DeliveryMode.ONSITE)
    status = ChoiceField(
        _l("Status"),
        e.WorkshopStatus,
        default=e.WorkshopStatus.DRAFT,
        hint=_l("It is closed, postponed or cancelled on its own page."),
    )
    topics = RowsField(
        r.TopicForm, _l("Topics"), hint=_l("Reports are made by topic: take one of the list where it fits.")
    )
    objectives = LongTextField(
        _l("Objectives"), hint=_l("What the participants should know or be able to do afterwards.")
    )
    summary = LongTextField(_l("Summary"), hint=_l("What it was about, in a few sentences a funder may read."))
    methodology = LongTextField(
        _l("Methodology"), hint=_l("How it was taught: lectures, group work, exercises, visits. For the final report.")
    )
    results = LongTextField(_l("Results"), hint=_l("What came of it: what was learnt, agreed, recommended."))
    follow_up = LongTextField(_l("Follow-up"), hint=_l("What happens next, who does it, and by when."))
    languages = LanguagesField(_l("Languages of work"), hint=_l("With commas between them: English, Mongolian"))
    legal_references = LinesField(
        _l("Legal references"), hint=_l("Laws, conventions and decisions it is about, one on each line.")
    )

    starts_on = PartialDateField(_l("First day"), hint=_l("Such as 14 May 2013, 14/05/2013, May 2013 or 2013."))
    ends_on = PartialDateField(_l("Last day"), hint=_l("Leave it empty if it is not known."))
    duration_days = WholeNumberField(_l("Days of training"), hint=_l("Needed only where days off lie in between."))
    date_note = TextField(_l("Note on the dates"), hint=_l("What else is known, such as “second week of May”."))
    country_code = CountryField(_l("Country"), hint=_l("Leave it empty if all takes place online."))
    city = TextField(_l("Town"))
    venue = TextField(_l("Venue"))
    time_zone = TextField(_l("Time zone"), hint=_l("Such as Asia/Hovd; only where it is not that of the capital."))
    events = RowsField(r.EventForm, _l("Programme"))

    agencies = RowsField(
        r.AgencyForm,
        _l("Agencies"),
        hint=_l(
            "Organisers, hosts, and the agencies that take part; documents name each by its role. "
            "Type an acronym or a part of the name."
        ),
    )
    project_id = IdField()
    project_name = TextField(_l("Project"), hint=_l("The project or programme it belongs to."))

    target_audience = LongTextField(
        _l("Target audience"), hint=_l("For whom it is meant, such as labour inspectors of the provinces.")
    )
    planned_seats = WholeNumberField(_l("Planned places"), hint=_l("The sheet gets blank rows for those still free."))
    headcount_women = WholeNumberField(_l("Women"))
    headcount_men = WholeNumberField(_l("Men"))
    headcount_other = WholeNumberField(_l("Another gender"))
    headcount_unknown = WholeNumberField(_l("Not stated"), hint=_l("Or only a total."))
    headcount_qualifier = ChoiceField(
        _l("How exact"),
        e.CountQualifier,
        default=e.CountQualifier.EXACT,
        hint=_l("As the source puts it, such as “about 30”."),
    )
    headcount_source = ChoiceField(
        _l("Source of the numbers"),
        e.HeadcountSource,
        optional=True,
        hint=_l("Where they were read, for whoever checks them later."),
    )
    participant_countries = CountriesField(
        _l("Countries of the participants"), hint=_l("With commas between them: Portugal, Mongolia")
    )
    participants = RowsField(r.ParticipantForm, _l("Participants"))

    experts = RowsField(r.ExpertForm, _l("Experts"))
    funders = RowsField(r.FunderForm, _l("Funders"))
    contacts = RowsField(
        r.ContactForm, _l("Contacts"), hint=_l("Printed with e-mail and phone at the foot of the brief.")
    )
    quotes = RowsField(r.QuoteForm, _l("Quotes"), hint=_l("Words somebody has said in public; the brief prints them."))

    told_in = ""
    """The text of a press release: a number that stands there stops nobody, even if it is not whole."""

    def __init__(self, *args: Any, status_now: e.WorkshopStatus | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.status.offered = e.TYPED_STATUSES + ((status_now,) if status_now in e.ENDED_STATUSES else ())

    @classmethod
    def from_details(cls, details: WorkshopDetails, **options: Any) -> Self:
        """The form as it shows the details of a workshop."""
        same = {field.name for field in fields(details)} - {*ROWS, "headcount", "project", "title_translations"}
        shown: dict[str, Any] = {name: getattr(details, name) for name in same}
        shown |= {f"headcount_{name}": getattr(details.headcount, name) for name in HEADCOUNT}
        shown |= {f"title_{language}": title for language, title in details.title_translations.items()}
        if details.project is not None:
            name = with_acronym(details.project.title, details.project.acronym)
            shown |= {"project_id": details.project.id, "project_name": name}
        form = cls(formdata=None, data=shown, status_now=details.status, **options)
        for rows in ROWS:
            field: RowsField = form[rows]
            field.fill(getattr(details, rows))
        return form

    def to_details(self) -> WorkshopDetails:
        """What was typed, as every door says it. Fields that could not be read count as empty."""
        same = {field.name for field in fields(WorkshopDetails)} & set(self._fields) - set(ROWS)
        typed: dict[str, Any] = {name: self[name].data for name in same}
        translations = {language: self[f"title_{language}"].data for language in INTERFACE_LANGUAGES}
        typed["title_language"] = typed["title_language"] or page_language()
        project, acronym = split_acronym(self.project_name.data)
        return WorkshopDetails(
            **typed,
            **{rows: self[rows].to_rows() for rows in ROWS},
            title_translations={language: title for language, title in translations.items() if title},
            headcount=Headcount(**{name: self[f"headcount_{name}"].data for name in HEADCOUNT}),
            project=ProjectRef(title=project, acronym=acronym, id=self.project_id.data) if project else None,
        )

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether all can be read and no rule of the record is broken; each field carries its sentences."""
        for rows in self.lists:
            rows.drop_empty()
        super().validate(extra_validators)
        if not self.country_code.errors:
            for phone in self.phones:
                if phone.data not in self.told_in:
                    phone.check(self.country_code.data)
        self.show(problems(self.to_details()))
        return not self.errors

    @property
    def phones(self) -> list[PhoneField]:
        """The phone numbers of all rows."""
        return [row.phone for row in (*self.participants.rows, *self.contacts.rows)]

    @property
    def offered(self) -> dict[str, list[tuple[str, str]]]:
        """What is offered while a code is typed: (value, label) by the id of the list on the page."""
        return super().offered | {
            "currencies": list(currency_names(page_language())),
            "time-zones": [(zone, "") for zone in sorted(time_zones()) if zone.startswith(_CONTINENTS)],
        }

    def renew(self, *, version: int, base: str) -> None:
        """Let the form be saved over this version of the record, as a form of its own."""
        self.version.data, self.base.data = version, base
        self.form_key.data = secrets.token_urlsafe(16)

    def plan(self, action: str) -> None:
        """Propose entries of the programme from the dates, or split one, as the button pressed says."""
        match = _PLAN.fullmatch(action)
        if match is None:
            return
        language = self.title_language.data if self.title_language.data in INTERFACE_LANGUAGES else "en"
        translate = translator(language).gettext
        if match[1]:
            self.events.drop_empty()
            there = {row.day.data for row in self.events.rows}
            proposed = propose_events(
                self.starts_on.data, self.ends_on.data, translate, duration_days=self.duration_days.data
            )
            missing = [event for event in proposed if event.day not in there]
            self.events.fill(missing)
            if not missing:
                problem = why_nothing(self.starts_on.data, self.ends_on.data)
                self.events.note = said(problem) if problem else say(N_("Each day has its entry already."))
        elif int(match[3]) < len(self.events.entries) <= MOST_ROWS - int(match[4]):
            row = self.events.rows[int(match[3])]
            self.events.replace(int(match[3]), split_event(row.to_row(), int(match[4]), translate))
