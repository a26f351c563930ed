"""What has to be typed before something is deleted for good."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm

from workshops.forms.typed import TextField


class ConfirmForm(FlaskForm):
    """The reference or the name of what is to be deleted."""

    typed = TextField(_l("Type it to confirm"), render_kw={"required": True, "autocomplete": "off"})
