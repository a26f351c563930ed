import re

from workshops.documents.badges import BadgeLine, BadgesContext, BadgeSize, badges_page
from workshops.documents.both import Both
from workshops.documents.name_cards import NameCardsContext, name_cards_page

AGENCY = Both({"en": "Ministry of Labour", "fr": "Ministère du travail"})
COUNTRY = Both({"en": "Mongolia", "fr": "Mongolie"})
TOO_LONG = "Ministère" + " du travail et de la protection" * 8
LONG = Both({"en": "Ministry of Labour and Social Security", "fr": TOO_LONG})


def test_agency_and_country_stand_in_both_languages_where_both_find_room() -> None:
    people = [BadgeLine(name="Ana", agency=AGENCY, country=COUNTRY), BadgeLine(name="Ben", agency=LONG)]
    given = {"title": "Badges", "short_title": "Fraud", "office": "Office", "people": people}
    badges = badges_page(BadgesContext(size=BadgeSize.CARD, **given), ("en", "fr"))
    cards = name_cards_page(NameCardsContext(**given), ("en", "fr"))
    said = re.compile(r'data-slot="(agency|country)[^"]*"(?: lang="(\w+)")?><bdi dir="ltr">([^<]+)<')
    assert said.findall(badges) == [
        *(("agency", "", "Ministry of Labour"), ("agency", "fr", "Ministère du travail")),
        *(("country", "", "Mongolia"), ("country", "fr", "Mongolie")),
        ("agency", "", "Ministry of Labour and Social Security"),
    ]
    assert said.findall(cards)[:2] == [
        ("agency", "", "Ministry of Labour, Mongolia"),
        ("agency", "fr", "Ministère du travail, Mongolie"),
    ]
    assert "protection du travail" not in badges + cards
