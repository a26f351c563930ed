"""What is taught, in the turns of phrase that say it."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.press_leads import LEAD
from workshops.press.extract import FINDERS, RULES, read_press_release
from workshops.press.facts import Finding, PressFacts
from workshops.press.marks import Marks
from workshops.press.topics import find_topics

SEED = (Path(__file__).parents[2] / "samples" / "press" / "seeds" / "seed-mongolia.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        (f"{LEAD['en']} Sessions dealt with policing across borders, risk analysis and detection of false documents.", ["policing across borders", "risk analysis", "detection of false documents"]),
        (f"{LEAD['en']} The curriculum ranged from port security to the handling of dangerous goods.", ["port security", "handling of dangerous goods"]),
        ("Thirty officers are attending a one-week training at the Police Staff College in Jos on community policing.", ["community policing"]),
        ("Customs officers sharpen skills in risk management\n\nA four-day workshop for 25 officers of the Customs Department ended in Nassau on Friday.", ["risk management"]),
        ("Thirty judges attended a workshop in Suva. The programme covered hearings by video in Suva and the cost of AUD 12,400.", ["hearings by video"]),
        (f"{LEAD['fr']} Il s'agira d'apprendre à préparer une interview, à flouter une image et à refuser un scoop.", ["préparer une interview", "flouter une image", "refuser un scoop"]),
        (f"{LEAD['fr']} Il y a été question de l'apatridie, du recours à la force et du droit à la nationalité.", ["apatridie", "recours à la force", "droit à la nationalité"]),
        (f"{LEAD['fr']} Quatre modules sont au programme, à savoir l'analyse des relevés bancaires et la gestion des biens saisis.", ["analyse des relevés bancaires", "gestion des biens saisis"]),
        (f"{LEAD['fr']} Les travaux se sont articulés autour de la médiation, de l'arbitrage et de l'exécution des jugements.", ["médiation", "arbitrage", "exécution des jugements"]),
        (f"{LEAD['fr']} Il y a été question de la finance climat et des foyers améliorés.", ["finance climat", "foyers améliorés"]),
        (f"{LEAD['fr']} Tous ont insisté sur la biosécurité, la chaîne du froid et l'étiquetage.", ["biosécurité", "chaîne du froid", "étiquetage"]),
        (f"{LEAD['en']} Modules on suicide prevention were taught by Dr Elena Popa.", ["suicide prevention"]),
        (f"{LEAD['en']} Discussions centred on the 1951 Refugee Convention, refugee law and family reunification.", ["refugee law", "family reunification"]),
        (f"{LEAD['es']} Muestreo, cuarentena y certificación electrónica fueron los contenidos.", ["Muestreo", "cuarentena", "certificación electrónica"]),
        ("Culminó en Lima el curso de gestión del riesgo que ofreció la FAO a 30 agentes.", ["gestión del riesgo"]),
        (f"{LEAD['es']} Los expertos disertaron sobre fraude fiscal, precios de transferencia y facturación electrónica.", ["fraude fiscal", "precios de transferencia", "facturación electrónica"]),
    ],
)  # fmt: skip
def test_topics_of_an_enumeration(text: str, topics: list[str]) -> None:
    assert read_press_release(text).values("topics") == topics


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        (
            "A workshop for 20 judges was held in Lima. On the programme were: search, seizure and arrest; custody.",
            ["search, seizure and arrest", "custody"],
        ),
        (
            "Un atelier pour 20 juges a eu lieu à Lima. Au programme : audition de l'enfant; rôle de l'avocat.",
            ["audition de l'enfant", "rôle de l'avocat"],
        ),
    ],
)
def test_a_list_with_semicolons_is_parted_by_them_alone(text: str, topics: list[str]) -> None:
    assert read_press_release(text).values("topics") == topics


def test_one_finder_can_be_replaced_and_all_else_stays() -> None:
    def find_shouted_topics(marks: Marks, known: PressFacts) -> Iterable[Finding]:
        yield marks.finding("topics", "RISK", 0.9, (0, 4), "another rule", 0)

    finders = [find_shouted_topics if rule is find_topics else find for rule, find in zip(RULES, FINDERS, strict=True)]
    usual, other = read_press_release(SEED), read_press_release(SEED, finders)
    assert len(usual.values("topics")) > 2
    assert other.values("topics") == ["RISK"]
    assert [f for f in other.findings if f.field != "topics"] == [f for f in usual.findings if f.field != "topics"]
