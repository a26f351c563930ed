"""The office that will own a new record."""

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import SelectField
from wtforms.fields import SelectChoice

from workshops.errors import N_
from workshops.forms.saying import say

Offices = Sequence[tuple[int, str]]


class OfficeChoice(FlaskForm):
    """A form that asks for the office where somebody keeps the records of several."""

    office = SelectField(
        _l("Office"), validate_choice=False, description=_l("Whose record it will be."), render_kw={"required": True}
    )

    def __init__(self, offices: Offices, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed = [SelectChoice(str(office_id), name) for office_id, name in offices]
        self.office.choices = [SelectChoice("", ""), *listed]
        self.offices = offices
        if len(offices) == 1:
            del self.office

    def validate(self, extra_validators: Any = None) -> bool:
        """As for every form, and an office of one's own."""
        super().validate(extra_validators)
        if not self.office_id:
            self.office.errors = [say(N_("Choose the office that keeps this record."))]
        return not self.errors

    @property
    def office_id(self) -> int:
        """The office chosen; 0, which is none, for anything that is not offered."""
        if len(self.offices) == 1:
            return self.offices[0][0]
        return next((office_id for office_id, _name in self.offices if str(office_id) == self.office.data), 0)
