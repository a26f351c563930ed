"""In which order people stand on a list."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Protocol, TypeVar

from workshops.domain.collation import collation_key
from workshops.domain.print_choices import Option
from workshops.errors import N_
from workshops.services.prints.choices import OneOf, YesNo


class Order(StrEnum):
    """What people on a list are sorted by."""

    REGISTERED = "registered"
    NAME = "name"
    AGENCY = "agency"


class Listed(Protocol):
    """A row of a list; `agency` is "" where none is known."""

    @property
    def name(self) -> str: ...
    @property
    def agency(self) -> str: ...


Row = TypeVar("Row", bound=Listed)

ORDER = OneOf(
    name="order",
    label=N_("Order"),
    hint=N_("Names are sorted as the language of the document sorts them."),
    of=[
        Option(Order.REGISTERED.value, N_("As registered")),
        Option(Order.NAME.value, N_("By name")),
        Option(Order.AGENCY.value, N_("By agency, then by name")),
    ],
)
UNDER_AGENCIES = YesNo(
    name="under_agencies",
    label=N_("Group by agency"),
    hint=N_("The name of each agency stands as a heading above its people."),
)


def in_order(rows: Iterable[Row], order: Order, *, under_agencies: bool, language: str) -> list[Row]:
    """The rows, which come as registered, as a list in this language has them; who has no agency stands last."""
    made = list(rows)
    if order is not Order.REGISTERED:
        made.sort(key=lambda row: collation_key(row.name, language))
    if under_agencies or order is Order.AGENCY:
        made.sort(key=lambda row: (not row.agency, collation_key(row.agency, language)))
    return made
