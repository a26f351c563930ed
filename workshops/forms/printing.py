"""How a document is to be printed, chosen on a page or by the query string of its address."""

from collections.abc import Sequence

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict
from wtforms import Form, SelectField, SelectMultipleField, ValidationError
from wtforms.fields import SelectChoice
from wtforms.widgets import CheckboxInput, ListWidget

from workshops.documents.attendee_sheet import DEFAULT_COLUMNS, LEAST_BLANK_ROWS, MOST_BLANK_ROWS, Column
from workshops.domain.languages import OWN_NAMES
from workshops.domain.workshop import EventRow
from workshops.errors import N_
from workshops.formatting import format_day, format_time_range
from workshops.forms.saying import page_language, say
from workshops.forms.values import WholeNumberField

LANGUAGES = [SelectChoice(code, name) for code, name in OWN_NAMES.items()]
PAPERS = [SelectChoice("A4", "A4"), SelectChoice("Letter", "US Letter")]
COLUMNS = [
    SelectChoice(Column.SEX, _l("Sex")),
    SelectChoice(Column.AGENCY, _l("Agency and position")),
    SelectChoice(Column.PHONE, _l("Phone")),
    SelectChoice(Column.EMAIL, _l("E-mail")),
]
DOCUMENTS = [SelectChoice("brief", _l("Brief")), SelectChoice("sheet", _l("Attendee sheet"))]
CHOSEN = "chosen"  # in the query string of the page's form, where an unticked box sends nothing


class TickBoxes(SelectMultipleField):
    """Some of several, each with a box to tick."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class SeveralForm(Form):
    """Which documents of which workshops are put into one archive."""

    documents = TickBoxes(_l("Documents"), choices=DOCUMENTS)
    lang = SelectField(_l("Language"), choices=LANGUAGES)
    paper = SelectField(_l("Paper"), choices=PAPERS)
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


class BriefForm(Form):
    """Language and paper of the brief."""

    lang = SelectField(_l("Language"), id="brief-lang", choices=LANGUAGES)
    paper = SelectField(_l("Paper"), id="brief-paper", choices=PAPERS)


class ReleaseForm(Form):
    """Language of the draft of a press release."""

    lang = SelectField(_l("Language"), id="release-lang", choices=LANGUAGES)


class SheetForm(Form):
    """What the attendee sheet shows."""

    lang = SelectField(_l("Language"), id="sheet-lang", choices=LANGUAGES)
    paper = SelectField(_l("Paper"), id="sheet-paper", choices=PAPERS)
    columns = TickBoxes(_l("Columns"), choices=COLUMNS, description=_l("Phone and e-mail are seen by all who sign."))
    events = TickBoxes(
        _l("Boxes to sign in"), coerce=int, description=_l("Each entry ticked is a column of the sheet.")
    )
    blank_rows = WholeNumberField(_l("Blank rows"), hint=_l("Left empty, there are as many as places are free."))

    def validate_blank_rows(self, field: WholeNumberField) -> None:
        """Five rows at least, and no ream of paper."""
        if field.data is not None and not LEAST_BLANK_ROWS <= field.data <= MOST_BLANK_ROWS:
            message = N_("Enter a number between %(least)s and %(most)s, or nothing.")
            raise ValidationError(say(message, {"least": LEAST_BLANK_ROWS, "most": MOST_BLANK_ROWS}))


def brief_form(args: MultiDict[str, str], *, language: str = "", paper: str = "A4") -> BriefForm:
    """The choices of an address; what it leaves open is as given here, without a language that of the page."""
    return BriefForm(args, data={"lang": language or page_language(), "paper": paper})


def release_form(args: MultiDict[str, str]) -> ReleaseForm:
    """The choice of an address, else the language of the page."""
    return ReleaseForm(args, data={"lang": page_language()})


def sheet_form(
    args: MultiDict[str, str], events: Sequence[EventRow], *, language: str = "", paper: str = "A4"
) -> SheetForm:
    """The choices of an address for a programme of these events; those that take attendance are ticked at first."""
    form = SheetForm(args, data={"lang": language or page_language(), "paper": paper})
    form.events.choices = [SelectChoice(event.row_id, _event_label(event)) for event in events]
    if CHOSEN not in args and "columns" not in args:
        form.columns.data = list(DEFAULT_COLUMNS)
    if CHOSEN not in args and "events" not in args:
        form.events.data = [event.row_id for event in events if event.takes_attendance]
    return form


def several_form(sent: MultiDict[str, str] | None, workshops: Sequence[tuple[str, str]]) -> SeveralForm:
    """The choices sent for workshops (reference and title of each); before they are sent, all are chosen."""
    form = SeveralForm(sent, data={"lang": page_language(), "paper": "A4"})
    form.references.choices = [SelectChoice(reference, f"{title} ({reference})") for reference, title in workshops]
    if sent is None:
        form.documents.data = [choice.value for choice in DOCUMENTS]
        form.references.data = [reference for reference, _title in workshops]
    return form


def _event_label(event: EventRow) -> str:
    """Such as "Monday 6 May, 09:00–12:30: Opening"."""
    language = page_language()
    when = [format_day(event.day, language)] if event.day else []
    if event.start_time:
        when.append(format_time_range(event.start_time, event.end_time, language))
    return _("%(when)s: %(what)s", when=", ".join(when), what=event.title) if when else event.title
