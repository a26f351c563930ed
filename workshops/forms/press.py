"""Handing over a press release."""

from flask_babel import lazy_gettext as _l
from flask_wtf.file import MultipleFileField
from wtforms import TextAreaField

from workshops.forms.office_choice import OfficeChoice


class HandOverForm(OfficeChoice):
    """Press releases as text or as files; the files count where there are both."""

    text = TextAreaField(
        _l("Text of the press release"),
        description=_l("Copy the whole page if that is easier: menus and footers are told from the text."),
    )
    file = MultipleFileField(
        _l("Or files"),
        description=_l(
            "Word (.docx), OpenDocument (.odt), PDF, web pages, e-mail messages (.eml) or plain text; several at once, "
            "or a .zip of them."
        ),
    )
