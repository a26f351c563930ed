"""Table name cards of all who are expected at a workshop."""

from sqlalchemy.orm import Session

from workshops.documents.name_cards import NameCardsContext, name_cards_page, name_cards_stamps
from workshops.errors import N_
from workshops.models import Workshop
from workshops.services.prints.badges import LONG, WHO, nobody, words_on_each
from workshops.services.prints.kinds import Kind, Wanted


def name_cards_context(_session: Session, workshop: Workshop, wanted: Wanted) -> NameCardsContext:
    """What the name cards of a workshop say."""
    return NameCardsContext(**words_on_each(workshop, wanted, N_("Name cards")))


NAME_CARDS = Kind(
    name="name-cards",
    title=N_("Name cards"),
    about=N_("One sheet for each person, folded in the middle to stand on the table."),
    context=name_cards_context,
    page=name_cards_page,
    stamps=name_cards_stamps,
    lacks=nobody,
    choices=(WHO,),
    is_long=lambda context: len(context.people) > LONG,
)
