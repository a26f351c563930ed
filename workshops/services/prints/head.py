"""What stands at the head and the foot of a document about one workshop."""

from typing import Any

from workshops.models import Workshop
from workshops.services.prints.kinds import Wanted
from workshops.services.prints.words import title_of
from workshops.services.workshop_reading import known_date


def head_of(workshop: Workshop, wanted: Wanted) -> dict[str, Any]:
    """The values by which the contexts of documents begin."""
    return {
        "reference": workshop.reference,
        "title": title_of(workshop, wanted.languages),
        "type": workshop.type,
        "status": workshop.status,
        "office": workshop.office.name,
        "printed_on": wanted.today,
        "paper": wanted.paper,
        "starts_on": known_date(workshop.starts_on, workshop.starts_precision),
        "ends_on": known_date(workshop.ends_on, workshop.ends_precision),
        "country_code": workshop.country_code,
        "city": workshop.city,
        "venue": workshop.venue,
        "letterhead": wanted.letterhead,
    }
