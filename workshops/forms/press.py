"""Handing over a press release."""

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import TextAreaField

from workshops.forms.office_choice import OfficeChoice


class HandOverForm(OfficeChoice):
    """A press release as text or as a file; the file counts where there are both."""

    text = TextAreaField(_l("Text of the press release"))
    file = FileField(_l("Or a text file"), description=_l("A file that ends in .txt."))
