"""The form that registers a workshop, with the office that will own it."""

from typing import Self

from workshops.forms.office_choice import OfficeChoice, Offices
from workshops.forms.workshop import WorkshopForm


class NewWorkshopForm(OfficeChoice, WorkshopForm):
    """The form of a workshop; it asks for the office where somebody keeps the records of several."""

    @classmethod
    def empty(cls, offices: Offices, *, language: str, country: str) -> Self:
        """Nothing typed yet: the language of the page, the country of the office."""
        return cls(offices, formdata=None, data={"title_language": language, "country_code": country})
