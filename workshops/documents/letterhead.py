"""What an office puts on each of its documents: logos, lines of text, the order in which it names agencies."""

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from workshops.domain.folding import fold
from workshops.domain.offices import AGENCY_ORDER, FUNDER, LOGO_HEIGHT


class Logo(NamedTuple):
    """A logo as `picture` gives it, and what it shows."""

    picture: str
    alt: str


@dataclass(frozen=True, kw_only=True)
class Letterhead:
    """The settings of an office in the language of the document. `issuer` is its full name.

    Its own logo is the first, then come those of agencies in the agreed order, all `logo_height` mm high.
    """

    logos: tuple[Logo, ...] = ()
    logo_height: int = LOGO_HEIGHT
    issuer: str = ""
    footer: str = ""
    consent: str = ""
    contact: str = ""
    agency_order: tuple[str, ...] = AGENCY_ORDER
    sorts_agencies: bool = False

    @property
    def funders_lead(self) -> bool:
        """Whether those who pay are named before those who organise."""
        return self.agency_order.index(FUNDER) < self.agency_order.index("organiser")

    def by_role(self, named: Iterable[tuple[str, str]]) -> list[tuple[str, list[str]]]:
        """Pairs of role (of `AGENCY_ORDER`) and name as the names under their roles, in the order of the office."""
        pairs = sorted(named, key=lambda pair: fold(pair[1])) if self.sorts_agencies else list(named)
        pairs.sort(key=lambda pair: self.agency_order.index(pair[0]))
        return [(role, [name for _role, name in group]) for role, group in groupby(pairs, key=itemgetter(0))]


def picture(body: bytes, media_type: str) -> str:
    """A PNG or JPEG as an address that holds the picture, the only one but our own assets that is opened."""
    return f"data:{media_type};base64,{b64encode(body).decode('ascii')}"
