"""What people type to sign in, to keep their account, and to look after accounts and offices."""

from collections.abc import Iterable
from functools import cache

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, EmailField, IntegerField, PasswordField, SelectField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length

from workshops.domain.countries import countries
from workshops.domain.enums import Role
from workshops.domain.languages import OWN_NAMES
from workshops.domain.offices import OfficeDetails
from workshops.errors import N_, Problem
from workshops.forms.codes import ChoiceField, CountryField
from workshops.forms.saying import said, say
from workshops.forms.typed import TextField

LANGUAGES = [SelectChoice(code, name) for code, name in OWN_NAMES.items()]


class AccountForm(FlaskForm):
    """The root of these forms: what a service refuses is shown at its field."""

    def show(self, problems: Iterable[Problem]) -> None:
        """Put each problem on its field, or on the form where no field has its name."""
        for problem in problems:
            field = self._fields.get(problem.field)
            if field is None:
                self.form_errors.append(said(problem))
            else:
                field.errors = [*field.errors, said(problem)]


class SignInForm(AccountForm):
    """E-mail and password."""

    email = EmailField(_l("E-mail"), [InputRequired(_l("Enter your e-mail address.")), Length(max=254)])
    password = PasswordField(_l("Password"), [InputRequired(_l("Enter your password."))])


class PasswordForm(AccountForm):
    """A new password for oneself."""

    current = PasswordField(_l("Present password"), [InputRequired(_l("Enter your present password."))])
    chosen = PasswordField(
        _l("New password"),
        [InputRequired(_l("Enter the new password."))],
        description=_l("At least 12 characters. Several words that only you put together are good."),
    )


class OwnAccountForm(AccountForm):
    """One's own name and language."""

    name = TextField(_l("Name"), render_kw={"required": True, "autocomplete": "name"})
    language = SelectField(_l("Language"), choices=LANGUAGES)


class UserForm(AccountForm):
    """An account as an administrator keeps it. No office means headquarters."""

    name = TextField(_l("Name"), render_kw={"required": True})
    role = ChoiceField(_l("Role"), Role, default=Role.ORGANISER)
    office_id = SelectField(_l("Office"), coerce=lambda value: int(value) if value else None)
    language = SelectField(_l("Language"), choices=LANGUAGES)

    def offer(self, offices: Iterable[tuple[int, str]]) -> None:
        """The offices to choose from, after headquarters."""
        blank = SelectChoice("", say(N_("Headquarters")))
        self.office_id.choices = [blank, *(SelectChoice(number, name) for number, name in offices)]


class NewUserForm(UserForm):
    """A new account; its e-mail is what it signs in with."""

    email = EmailField(_l("E-mail"), [InputRequired(_l("Enter the e-mail address.")), Length(max=254)])


class OfficeForm(AccountForm):
    """An office."""

    code = TextField(_l("Code"), hint=_l("Short and in capital letters, such as MNG."), render_kw={"required": True})
    name = TextField(_l("Name"), render_kw={"required": True})
    country_code = CountryField(_l("Country"))
    language = SelectField(_l("Language"), choices=LANGUAGES)
    time_zone = SelectField(_l("Time zone"), validate_choice=False)
    is_active = BooleanField(_l("In use: workshops can be registered for it"), default=True)

    def offer(self) -> None:
        """The time zones to choose from, first that of the country; one that is chosen already stays."""
        chosen = {self.time_zone.data} if self.time_zone.data else set()
        proposed = SelectChoice("", say(N_("That of the country’s capital")))
        self.time_zone.choices = [proposed, *(SelectChoice(zone, zone) for zone in sorted({*_zones(), *chosen}))]

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
        )


class TokenForm(AccountForm):
    """A new token for a script."""

    label = TextField(_l("What it is for"), hint=_l("Such as: monthly report."), render_kw={"required": True})
    days = IntegerField(_l("Days until it expires"), [InputRequired(_l("Enter a whole number."))], default=365)


@cache
def _zones() -> frozenset[str]:
    return frozenset({"UTC", *(country.time_zone for country in countries().values())})
