"""Every field of every form says what it is for: by a hint, or by a label that leaves nothing to ask."""

import importlib
import pkgutil
from collections.abc import Iterator

from wtforms import Form, HiddenField
from wtforms.fields.core import UnboundField

from workshops import forms

OBVIOUS = {
    "accounts.PasswordForm.current",
    "accounts.SignInForm.email",
    "accounts.SignInForm.password",
    "accounts.UserForm.name",
    "certificates.IssueForm.people",
    "certificates.LookForm.language",
    "certificates.TermsForm.kind",
    "confirm.ConfirmForm.typed",
    "document.DocumentForm.type",
    "office.OfficeForm.is_active",
    "office.OfficeForm.sorts_agencies",
    "office.RoleRow.with_logo",
    "printing.ReleaseForm.lang",
    "printing.SeveralForm.documents",
    "printing.SeveralForm.references",
    "register_form.TranslationForm.language",
    "register_form.TranslationForm.name",
    "registers.AgencyForm.acronym",
    "registers.AgencyForm.name",
    "registers.AgencyForm.type",
    "registers.FunderForm.agency_name",
    "registers.PersonForm.email",
    "registers.PersonForm.nationality",
    "registers.PersonForm.phone",
    "registers.PersonForm.post_title",
    "registers.ProjectForm.acronym",
    "registers.ProjectForm.description",
    "registers.ProjectForm.ends_on",
    "registers.ProjectForm.funders",
    "registers.ProjectForm.title",
    "registers.TopicForm.label",
    "trainings.TrainingFilterForm.agency",
    "trainings.TrainingFilterForm.country",
    "trainings.TrainingFilterForm.funder",
    "trainings.TrainingFilterForm.project",
    "trainings.TrainingFilterForm.topic",
    "trainings.TrainingFilterForm.type",
    "trainings.TrainingFilterForm.until",
    "trainings.TrainingFilterForm.year",
    "workshop.WorkshopForm.city",
    "workshop.WorkshopForm.events",
    "workshop.WorkshopForm.experts",
    "workshop.WorkshopForm.funders",
    "workshop.WorkshopForm.headcount_men",
    "workshop.WorkshopForm.headcount_other",
    "workshop.WorkshopForm.headcount_women",
    "workshop.WorkshopForm.mode",
    "workshop.WorkshopForm.participants",
    "workshop.WorkshopForm.title",
    "workshop.WorkshopForm.title_en",
    "workshop.WorkshopForm.title_es",
    "workshop.WorkshopForm.title_fr",
    "workshop.WorkshopForm.type",
    "workshop.WorkshopForm.venue",
    "workshop_rows.AgencyForm.agency_name",
    "workshop_rows.AgencyForm.role",
    "workshop_rows.AgencyForm.seats",
    "workshop_rows.ContactForm.email",
    "workshop_rows.ContactForm.name",
    "workshop_rows.ContactForm.organisation",
    "workshop_rows.ContactForm.phone",
    "workshop_rows.EventForm.day",
    "workshop_rows.EventForm.end_time",
    "workshop_rows.EventForm.led_by",
    "workshop_rows.EventForm.room",
    "workshop_rows.EventForm.start_time",
    "workshop_rows.EventForm.takes_attendance",
    "workshop_rows.EventForm.title",
    "workshop_rows.ExpertForm.affiliation",
    "workshop_rows.ExpertForm.country_code",
    "workshop_rows.ExpertForm.person_name",
    "workshop_rows.ExpertForm.role",
    "workshop_rows.FunderForm.agency_name",
    "workshop_rows.ParticipantForm.email",
    "workshop_rows.ParticipantForm.person_name",
    "workshop_rows.ParticipantForm.phone",
    "workshop_rows.ParticipantForm.post_title",
    "workshop_rows.QuoteForm.speaker_name",
    "workshop_rows.QuoteForm.speaker_title",
    "workshop_rows.QuoteForm.text",
    "workshop_rows.TopicForm.topic_name",
}
"""Fields whose label (with the hint of their group or list, where there is one) says it all. A new field has a hint, or
is written here."""


def all_forms() -> Iterator[type[Form]]:
    """The forms with fields, wherever below `workshops/forms` they are written."""
    for module in pkgutil.iter_modules(forms.__path__):
        importlib.import_module(f"{forms.__name__}.{module.name}")
    waiting: list[type[Form]] = [Form]
    while waiting:
        form = waiting.pop()
        waiting += form.__subclasses__()
        if form.__module__.startswith(forms.__name__):
            yield form


def own_fields(form: type[Form]) -> Iterator[tuple[str, UnboundField]]:
    """The fields that a form itself adds, which somebody sees."""
    for name, field in vars(form).items():
        if isinstance(field, UnboundField) and not issubclass(field.field_class, HiddenField):
            yield name, field


def has_hint(field: UnboundField) -> bool:
    return bool(field.kwargs.get("hint") or field.kwargs.get("description"))


def test_every_field_has_a_hint_or_needs_none() -> None:
    silent = {
        f"{form.__module__.rpartition('.')[2]}.{form.__name__}.{name}"
        for form in all_forms()
        for name, field in own_fields(form)
        if not has_hint(field)
    }
    assert not silent - OBVIOUS, "give these a hint in three languages, or write them into OBVIOUS"
    assert not OBVIOUS - silent, "these have a hint, or are no fields any more"
