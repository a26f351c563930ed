"""Texts that report several workshops on an equal footing are read once for each."""

from pathlib import Path

import pytest

from workshops.press.extract import read_workshops
from workshops.press.several import texts_of_workshops

SAMPLES = Path(__file__).parents[2] / "samples" / "press"
TEXTS = {
    "en": """Border guards train in two towns

Kathmandu, 20 May 2024 – The International Organization for Migration (IOM) and the Department of Immigration held two
workshops on document examination this month.

The first workshop was held in Pokhara from 6 to 8 May 2024 for 25 immigration officers. They learned to see forgeries.

A second workshop took place in Birgunj from 13 to 15 May 2024 and brought together 31 customs officials.

Both workshops were funded by the Government of Australia.
""",
    "fr": """Formations sur la traite à Bamako et à Mopti

L'OIM a organisé un atelier de deux jours à Bamako les 3 et 4 mars 2021 pour 20 magistrats. Un autre atelier s'est tenu
à Mopti du 10 au 12 mars 2021 à l'intention de 35 policiers. Les deux ateliers ont été financés par l'Union européenne.
""",
    "es": """Talleres sobre gestión de fronteras

La OIM organizó un taller en Lima del 3 al 5 de mayo de 2022 para 20 fiscales. Del 9 al 11 de mayo de 2022, un segundo
taller reunió en Arequipa a 28 jueces.
""",
}
TOLD = {
    "en": [("Pokhara", "2024-05-06", 25), ("Birgunj", "2024-05-13", 31)],
    "fr": [("Bamako", "2021-03-03", 20), ("Mopti", "2021-03-10", 35)],
    "es": [("Lima", "2022-05-03", 20), ("Arequipa", "2022-05-09", 28)],
}


@pytest.mark.parametrize("language", TEXTS)
def test_each_workshop_has_its_own_facts(language: str) -> None:
    found = read_workshops(TEXTS[language])
    assert [(f.value("city"), f.value("start_date"), f.value("participants_count")) for f in found] == TOLD[language]


def test_what_holds_for_all_is_said_of_each() -> None:
    assert [f.values("funders") for f in read_workshops(TEXTS["fr"])] == [["Union européenne"], ["Union européenne"]]


def test_places_in_each_text_are_places_in_the_whole() -> None:
    text = TEXTS["en"]
    for found in read_workshops(text):
        finding = found.one("city")
        assert finding is not None
        assert [text[start:end] for start, end in finding.spans] == [finding.value]


def test_a_day_that_is_named_again_is_no_other_workshop() -> None:
    text = (
        "The IOM held a workshop in Pokhara from 6 to 8 May 2024 for 25 officers. On the second day, 7 May 2024, the "
        "event moved to Kathmandu, where the officers visited the airport and the workshop went on."
    )
    assert texts_of_workshops(text) == (text,)


@pytest.mark.parametrize("folder", ["seeds", "unseen", "fresh"])
def test_texts_about_one_workshop_stay_whole(folder: str) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((SAMPLES / folder).glob("*.txt"))]
    assert texts
    assert [texts_of_workshops(text) for text in texts] == [(text,) for text in texts]
