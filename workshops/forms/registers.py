"""The forms of agencies, people, projects and topics."""

from typing import Any, Self

from flask_babel import lazy_gettext as _l
from wtforms import SelectField
from wtforms.fields.choices import SelectChoice

from workshops.domain import register_details as d
from workshops.domain.enums import AgencyType, Sex
from workshops.domain.naming import split_acronym, with_acronym
from workshops.domain.workshop import AgencyRef, TopicRef
from workshops.forms.codes import LANGUAGES, ChoiceField, CountryField, LanguagesField, LinesField
from workshops.forms.office_choice import OfficeChoice
from workshops.forms.register_form import NamedForm, RegisterForm
from workshops.forms.row_forms import IdField, Row, RowsField
from workshops.forms.typed import EmailField, LongTextField, PhoneField, TextField
from workshops.forms.values import DayField


class FunderForm(Row):
    """An agency that pays for a project."""

    agency_id = IdField()
    agency_name = TextField(_l("Funder"))

    def to_row(self) -> AgencyRef:
        """The agency as named."""
        return agency_ref(self.agency_name.data, self.agency_id.data)

    @classmethod
    def shown(cls, row: AgencyRef) -> dict[str, Any]:
        """What the fields show of an agency."""
        return {"agency_id": row.id, "agency_name": with_acronym(row.name, row.acronym)}


class AgencyForm(NamedForm):
    """An agency."""

    name = TextField(_l("Name"), render_kw={"required": True})
    acronym = TextField(_l("Acronym"))
    type = ChoiceField(_l("Type"), AgencyType, default=AgencyType.OTHER)
    country_code = CountryField(_l("Country"), hint=_l("Empty for bodies of several countries."))
    language = SelectField(
        _l("Language of letters"),
        choices=[SelectChoice("", _l("That of its country")), *LANGUAGES],
        default="",
        description=_l("In which one writes to it."),
    )
    parent_id = IdField()
    parent_name = TextField(_l("Belongs to"), hint=_l("The ministry or organisation above it."))
    aliases = LinesField(
        _l("Other spellings"), hint=_l("Old names and misspellings it is met under, one on each line.")
    )
    website = TextField(_l("Website"), hint=_l("The whole address, such as https://www.example.org."))
    notes = LongTextField(_l("Notes"), hint=_l("Everybody who signs in can read them."))

    def to_details(self) -> d.AgencyDetails:
        """What was typed; an acronym in brackets behind the name is taken as one."""
        name, acronym = split_acronym(self.name.data) if not self.acronym.data else (self.name.data, self.acronym.data)
        return d.AgencyDetails(
            name=name,
            acronym=acronym,
            translations=self.names,
            aliases=self.aliases.data,
            type=self.type.data or AgencyType.OTHER,
            country_code=self.country_code.data,
            language=self.language.data or "",
            parent=agency_ref(self.parent_name.data, self.parent_id.data) if self.parent_name.data else None,
            website=self.website.data,
            notes=self.notes.data,
        )

    @classmethod
    def of(cls, record: Any) -> Self:
        """The form as it shows an agency."""
        form = super().of(record)
        form.parent_name.data = shown_agency(record.parent)
        return form


class PersonForm(RegisterForm):
    """A person."""

    full_name = TextField(
        _l("Full name"), hint=_l("In Latin letters, as it is to be printed."), render_kw={"required": True}
    )
    native_name = TextField(_l("Name in their own script"), hint=_l("Such as Батбаяр; the attendee sheet shows both."))
    sex = ChoiceField(_l("Sex"), Sex, default=Sex.UNKNOWN, hint=_l("For the numbers of women and men."))
    nationality = CountryField(_l("Nationality"))
    agency_id = IdField()
    agency_name = TextField(_l("Agency"), hint=_l("Where they work now. Past workshops keep where they worked then."))
    post_title = TextField(_l("Post"))
    email = EmailField(_l("E-mail"))
    phone = PhoneField(_l("Phone"))
    languages = LanguagesField(_l("Languages"), hint=_l("With commas between them: English, Mongolian"))

    def validate(self, extra_validators: Any = None) -> bool:
        """The rules of the record, and a phone number that can be called."""
        super().validate(extra_validators)
        self.phone.check(self.nationality.data)
        return not self.errors

    def to_details(self) -> d.PersonDetails:
        """What was typed."""
        return d.PersonDetails(
            full_name=self.full_name.data,
            native_name=self.native_name.data,
            sex=self.sex.data or Sex.UNKNOWN,
            nationality=self.nationality.data,
            agency=agency_ref(self.agency_name.data, self.agency_id.data) if self.agency_name.data else None,
            post_title=self.post_title.data,
            email=self.email.data,
            phone=self.phone.data,
            languages=self.languages.data,
        )

    @classmethod
    def of(cls, record: Any) -> Self:
        """The form as it shows a person."""
        form = super().of(record)
        form.agency_name.data = shown_agency(record.agency)
        return form


class NewPersonForm(OfficeChoice, PersonForm):
    """A new person; whoever keeps the people of several offices says of which."""


class ProjectForm(NamedForm):
    """A project or programme."""

    title = TextField(_l("Title"), render_kw={"required": True})
    acronym = TextField(_l("Acronym"))
    code = TextField(_l("Code"), hint=_l("The number under which the organisation keeps it."))
    starts_on = DayField(_l("First day"), hint=_l("Such as 14 May 2013 or 14/05/2013."))
    ends_on = DayField(_l("Last day"))
    duration_note = TextField(
        _l("Note on the dates"), hint=_l("What is known where the days are not, such as “24 months”.")
    )
    funders = RowsField(FunderForm, _l("Funders"))
    description = LongTextField(_l("Description"))

    def to_details(self) -> d.ProjectDetails:
        """What was typed; an acronym in brackets behind the title is taken as one."""
        title, acronym = (
            split_acronym(self.title.data) if not self.acronym.data else (self.title.data, self.acronym.data)
        )
        return d.ProjectDetails(
            title=title,
            acronym=acronym,
            code=self.code.data,
            translations=self.names,
            starts_on=self.starts_on.data,
            ends_on=self.ends_on.data,
            duration_note=self.duration_note.data,
            description=self.description.data,
            funders=tuple(funder for funder in self.funders.to_rows() if funder.name),
        )

    @classmethod
    def of(cls, record: Any) -> Self:
        """The form as it shows a project."""
        form = super().of(record)
        form.funders.fill(
            AgencyRef(name=funder.name, acronym=funder.acronym, id=funder.id) for funder in record.funders
        )
        return form


class TopicForm(NamedForm):
    """A topic of the controlled list."""

    label = TextField(_l("Topic"), render_kw={"required": True})
    code = TextField(_l("Code"), hint=_l("Of the list it is taken from, if any."))
    parent_id = IdField()
    parent_name = TextField(_l("Belongs to"), hint=_l("The wider topic above it."))
    synonyms = LinesField(
        _l("Other words for it"), hint=_l("The search finds the topic by them too. One on each line.")
    )

    def to_details(self) -> d.TopicDetails:
        """What was typed."""
        parent = TopicRef(label=self.parent_name.data, id=self.parent_id.data) if self.parent_name.data else None
        return d.TopicDetails(
            label=self.label.data,
            code=self.code.data,
            translations=self.names,
            synonyms=self.synonyms.data,
            parent=parent,
        )

    @classmethod
    def of(cls, record: Any) -> Self:
        """The form as it shows a topic."""
        form = super().of(record)
        form.parent_name.data = record.parent.label if record.parent else ""
        return form


def agency_ref(name: str, record_id: int | None) -> AgencyRef:
    """The agency that a combobox names."""
    plain, acronym = split_acronym(name)
    return AgencyRef(name=plain, acronym=acronym, id=record_id)


def shown_agency(agency: Any) -> str:
    """An agency as a combobox shows it, "" for none."""
    return with_acronym(agency.name, agency.acronym) if agency else ""
