"""Words of a press release that a person selects: what they are likely meant for."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.browsing import Browser
from tests.integration.views.test_press_review import LIMA, hand_over
from workshops.models import Finding, PressRelease


def test_words_are_said_to_be_meant_for_the_likeliest_field(organiser_client: Browser, session: Session) -> None:
    told = "It was held with the Ministry of Justice, and Jane Smith of Kenya Airways gave a talk at the Moon Inn."
    address = hand_over(
        organiser_client, f"{LIMA} {told}\n\n“We learned a lot about borders this week,” said John Brown."
    )
    text = session.scalars(select(PressRelease.text)).one()

    def said(words: str, whole: str = "") -> tuple[str, list[str]]:
        start = text.index(words)
        answer = organiser_client.get(f"{address}/words?start={start}&end={start + len(words)}{whole}").get_json()
        return text[answer["start"] : answer["end"]], answer["fields"]

    assert said("Justice", "&whole=1")[0] == "Ministry of Justice"
    assert said("Moon Inn")[1][0] == "venue"
    assert said("20 officers")[1][0] == "participants_description", "words of a finding stand in its place"
    quote = session.scalars(select(Finding).where(Finding.field == "quotes")).one()
    assert f"{quote.id}:speaker_name" in said("John Brown")[1]
    for query in ("", "?start=-5&end=x", "?start=99999&end=999999&whole=1"):
        assert organiser_client.get(f"{address}/words{query}").status_code == 200
