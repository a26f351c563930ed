"""How documents are to be printed, chosen on a page."""

from collections.abc import Sequence

from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, Field, Form, SelectField, SelectMultipleField, StringField, ValidationError
from wtforms.fields import SelectChoice
from wtforms.form import BaseForm
from wtforms.widgets import CheckboxInput, ListWidget

from workshops.domain.print_choices import ONLY_TICKED, Given, How, Offered
from workshops.errors import N_, Problem
from workshops.forms.codes import LANGUAGES
from workshops.forms.saying import page_language, said, say

USUAL = ("brief", "attendee-sheet")
"""The documents that are ticked at first where several are printed."""


class TickBoxes(SelectMultipleField):
    """Some of several, each with a box to tick."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


def given_by(args: MultiDict[str, str]) -> Given:
    """The choices that an address or a form names."""
    return dict(args.lists())


def choices_form(kind: str, choices: Sequence[Offered], given: Given, problems: Sequence[Problem] = ()) -> BaseForm:
    """Choices of a kind of document ("" for those of all), filled as given, else as usual, with the problems in place.

    The fields are named as `domain.print_choices.of_kind` reads them. What is chosen is checked by the choice itself.
    """
    before = f"{kind}." if kind else ""
    form = BaseForm({choice.name: _field(kind, choice) for choice in choices}, prefix=before)
    form.process(MultiDict((before + name, text) for name, texts in given.items() for text in texts))
    for choice in choices:
        field = form[choice.name]
        if choice.name not in given and not (ONLY_TICKED in given and choice.how.is_ticked):
            field.data = "" if choice.usual is None else choice.usual
        field.errors = [said(problem) for problem in problems if problem.field == choice.name]
    return form


def _field(kind: str, choice: Offered) -> Field:
    common = {"label": choice.label, "description": choice.hint, "id": f"{kind or 'print'}-{choice.name}"}
    options = [SelectChoice(option.value, option.label) for option in choice.options]
    match choice.how:
        case How.ONE:
            return SelectField(**common, choices=options, validate_choice=False)
        case How.SOME:
            return TickBoxes(**common, choices=options, validate_choice=False)
        case How.YES_NO:
            return BooleanField(**common)
    keys = {How.NUMBER: {"inputmode": "numeric"}, How.DAY: {"data-date": ""}}.get(choice.how, {})
    return StringField(**common, render_kw={"autocomplete": "off", **keys})


class SeveralForm(Form):
    """Which documents of which workshops are put into one archive."""

    documents = TickBoxes(_l("Documents"))
    references = TickBoxes(_l("Workshops"), validate_choice=False)

    def validate_documents(self, field: TickBoxes) -> None:
        """One at least."""
        if not field.data:
            raise ValidationError(say(N_("Choose a document.")))

    def validate_references(self, field: TickBoxes) -> None:
        """One at least, of those in the list; what left the list meanwhile is passed over."""
        known = {choice.value for choice in field.choices}
        field.data = [reference for reference in field.data if reference in known]
        if not field.data:
            raise ValidationError(say(N_("Choose a workshop.")))


class ReleaseForm(Form):
    """Language of the draft of a press release."""

    lang = SelectField(_l("Language"), id="release-lang", choices=LANGUAGES)


def release_form(args: MultiDict[str, str]) -> ReleaseForm:
    """The choice of an address, else the language of the page."""
    return ReleaseForm(args, data={"lang": page_language()})


def several_form(
    sent: MultiDict[str, str] | None, workshops: Sequence[tuple[str, str]], documents: Sequence[tuple[str, str]]
) -> SeveralForm:
    """The choices sent for workshops (reference and title of each) and kinds of documents (name and title of each).

    Before they are sent, all workshops are chosen, and the documents of `USUAL`.
    """
    form = SeveralForm(sent)
    form.documents.choices = [SelectChoice(name, title) for name, title in documents]
    form.references.choices = [SelectChoice(reference, f"{title} ({reference})") for reference, title in workshops]
    if sent is None:
        form.documents.data = list(USUAL)
        form.references.data = [reference for reference, _title in workshops]
    return form
