"""What certificates are issued, to whom, in which languages and signed by whom."""

from collections.abc import Iterable
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import Form, SelectField
from wtforms.fields import SelectChoice

from workshops.domain.certificates import Look, Signatory, Terms, problems
from workshops.domain.enums import CertificateKind
from workshops.errors import Problem
from workshops.forms.codes import LANGUAGES
from workshops.forms.printing import TickBoxes
from workshops.forms.reason import ReasonForm
from workshops.forms.saying import show
from workshops.forms.typed import LongTextField, TextField
from workshops.forms.values import WholeNumberField
from workshops.labels import labels

KINDS = [SelectChoice(kind, _l(text)) for kind, text in labels(CertificateKind).items()]
PLACES = ("first", "second")


class TermsForm(Form):
    """Which kind is issued, and what a participant needs for it: asked in the address, since nothing changes by it."""

    kind = SelectField(_l("Kind"), choices=KINDS)
    minimum_share = WholeNumberField(
        _l("At least, in percent of the programme"),
        hint=_l("Who attended less gets none. Trainers are not counted."),
    )
    hours_of_a_day = WholeNumberField(
        _l("Hours of a day without times"),
        hint=_l("For entries of the programme that do not say from when to when they last."),
    )

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether certificates can be issued on these terms."""
        super().validate(extra_validators)
        if not self.errors:
            show(self, problems(self.to_terms()))
        return not self.errors

    def to_terms(self) -> Terms:
        """What is asked for; what is left empty is as usual."""
        usual = Terms()
        share, hours = self.minimum_share.data, self.hours_of_a_day.data
        return Terms(
            kind=CertificateKind(self.kind.data),
            minimum_share=usual.minimum_share if share is None else share,
            hours_of_a_day=usual.hours_of_a_day if hours is None else hours,
        )


class LookForm(FlaskForm):
    """In which languages, and who signs."""

    language = SelectField(_l("Language"), choices=LANGUAGES)
    second_language = SelectField(
        _l("Second language"),
        choices=[SelectChoice("", _l("One language only")), *LANGUAGES],
        description=_l("Beside the first, for people who read only one of them."),
    )
    first_name = TextField(
        _l("First signatory: name"),
        hint=_l("Signs the next certificates of the office too, and its letters unless another is entered there."),
    )
    first_title = TextField(_l("First signatory: title"), hint=_l("Such as: Chief of Mission, IOM Mongolia."))
    second_name = TextField(_l("Second signatory: name"), hint=_l("Left empty, one person signs."))
    second_title = TextField(_l("Second signatory: title"), hint=_l("Such as: Director of the Border College."))

    def to_look(self) -> Look:
        """What is chosen; empty lines at the end are left out."""
        signatories = [
            Signatory(name=self[f"{place}_name"].data, title=self[f"{place}_title"].data) for place in PLACES
        ]
        while signatories and signatories[-1] == Signatory(name=""):
            signatories.pop()
        languages = tuple(filter(None, (self.language.data, self.second_language.data)))
        return Look(languages=languages, signatories=tuple(signatories))

    def show(self, found: Iterable[Problem]) -> None:
        """Put problems on their fields."""
        show(self, found)


class IssueForm(LookForm):
    """To whom as well: the ids of people."""

    people = TickBoxes(_l("Who gets one"), coerce=int, validate_choice=False)


class WithdrawForm(ReasonForm):
    """Why certificates hold no more."""

    reason = LongTextField(
        _l("Reason"),
        hint=_l("For the register of the office; the page that checks certificates does not show it."),
        render_kw={"required": True},
    )


def terms_form(args: MultiDict[str, str]) -> TermsForm:
    """The terms of an address, or the usual ones."""
    usual = Terms()
    form = TermsForm(
        args,
        data={"kind": usual.kind, "minimum_share": usual.minimum_share, "hours_of_a_day": usual.hours_of_a_day},
    )
    if form.kind.data not in set(CertificateKind):
        form.kind.data = usual.kind
    return form


def look_values(look: Look) -> dict[str, str]:
    """A look as the values of the form."""
    values = dict(zip(("language", "second_language"), look.languages, strict=False))
    for place, one in zip(PLACES, look.signatories, strict=False):
        values |= {f"{place}_name": one.name, f"{place}_title": one.title}
    return values
