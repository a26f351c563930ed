"""What people type to sign in, to keep their account, and to look after accounts."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import EmailField, IntegerField, PasswordField, SelectField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length

from workshops.domain.enums import Role
from workshops.errors import N_, Problem
from workshops.forms.codes import LANGUAGES, ChoiceField
from workshops.forms.saying import say, show
from workshops.forms.typed import TextField

PAGES_LANGUAGE = _l("Of the pages. They can change it.")


class AccountForm(FlaskForm):
    """The root of these forms: what a service refuses is shown at its field."""

    def show(self, problems: Iterable[Problem]) -> None:
        """Put each problem on its field, or on the form where no field has its name."""
        show(self, problems)


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

    name = TextField(
        _l("Name"),
        hint=_l("As colleagues see it beside what you change."),
        render_kw={"required": True, "autocomplete": "name"},
    )
    language = SelectField(_l("Language"), choices=LANGUAGES, description=_l("In which you find the pages."))


class UserForm(AccountForm):
    """An account as an administrator keeps it. No office means headquarters."""

    name = TextField(_l("Name"), render_kw={"required": True})
    role = ChoiceField(
        _l("Role"),
        Role,
        default=Role.ORGANISER,
        hint=_l(
            "Viewers read; organisers keep the records of their office; "
            "administrators see all offices and look after accounts."
        ),
    )
    office_id = SelectField(
        _l("Office"),
        coerce=lambda value: int(value) if value else None,
        description=_l("Headquarters: the records of all offices."),
    )
    language = SelectField(_l("Language"), choices=LANGUAGES, description=PAGES_LANGUAGE)

    def offer(self, offices: Iterable[tuple[int, str]]) -> None:
        """The offices to choose from, after headquarters."""
        blank = SelectChoice("", say(N_("Headquarters")))
        self.office_id.choices = [blank, *(SelectChoice(number, name) for number, name in offices)]


class NewUserForm(UserForm):
    """A new account; its e-mail is what it signs in with."""

    email = EmailField(
        _l("E-mail"),
        [InputRequired(_l("Enter the e-mail address.")), Length(max=254)],
        description=_l("With it they sign in."),
    )
    language = SelectField(
        _l("Language"),
        choices=[SelectChoice("", _l("That of the office")), *LANGUAGES],
        default="",
        description=PAGES_LANGUAGE,
    )


class TokenForm(AccountForm):
    """A new token for a script."""

    label = TextField(_l("What it is for"), hint=_l("Such as: monthly report."), render_kw={"required": True})
    days = IntegerField(
        _l("Days until it expires"),
        [InputRequired(_l("Enter a whole number."))],
        default=365,
        description=_l("After that it opens nothing; make a new one."),
    )
