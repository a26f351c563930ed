"""What people type to sign in and to keep their account."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import EmailField, PasswordField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length

from workshops.domain.languages import OWN_NAMES


class SignInForm(FlaskForm):
    """E-mail and password."""

    email = EmailField(_l("E-mail"), [InputRequired(_l("Enter your e-mail address.")), Length(max=254)])
    password = PasswordField(_l("Password"), [InputRequired(_l("Enter your password."))])


class PasswordForm(FlaskForm):
    """A new password for oneself."""

    current = PasswordField(_l("Present password"), [InputRequired(_l("Enter your present password."))])
    chosen = PasswordField(_l("New password"), [InputRequired(_l("Enter the new password."))])


class OwnAccountForm(FlaskForm):
    """One's own name and language."""

    name = StringField(_l("Name"), [InputRequired(_l("Enter the name.")), Length(max=300)])
    language = SelectField(_l("Language"), choices=[SelectChoice(code, name) for code, name in OWN_NAMES.items()])
