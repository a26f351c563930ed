"""How many of the participants are women, and how many are men."""

import pytest

from workshops.press.extract import read_press_release


@pytest.mark.parametrize(
    ("text", "women", "men"),
    [
        ("A workshop for 40 judges was held in Lima. Among them were 18 women and 22 men.", 18, 22),
        ("A workshop for 40 judges, 18 of them women, was held in Lima, and the judges liked it.", 18, 22),
        ("A workshop for 40 judges (F: 18, M: 22) was held in Lima, and the judges liked it.", 18, 22),
        ("A workshop for eighteen female and 22 male judges was held in Lima, and they liked it.", 18, 22),
        ("L'OIM a organisé un atelier à Dakar pour 40 agents, dont 12 femmes, afin de les former.", 12, 28),
        ("L'OIM a organisé un atelier à Dakar pour 40 agents, dont la moitié de femmes, pour les former.", 20, 20),
        ("L'OIM a organisé à Dakar un atelier pour 40 participantes venues de tout le pays.", 40, 0),
        ("La OIM organizó en Quito un taller. De los 40 participantes, 17 fueron mujeres.", 17, 23),
        ("La OIM organizó en Quito un taller con unas 40 personas, de las cuales 12 eran mujeres.", 12, None),
        ("La OIM organizó en Quito un taller con unas 40 personas (60 % mujeres) de la policía.", None, None),
        ("A workshop was held in Lima for 40 judges, half of them women, and the judges liked it.", 20, 20),
        ("La OIM organizó en Quito un taller para 40 agentes (18 mujeres y 22 hombres) de la policía.", 18, 22),
        ("La OIM organizó en Quito un taller para 40 agentes (M: 18, H: 22) de la policía.", 18, 22),
        ("La OIM organizó en Quito un taller para 40 agentes (M: 22, F: 18) de la policía.", 18, 22),
        ("La OIM organizó en Quito un taller para 18 inspectoras y 22 inspectores de trabajo.", 18, 22),
        ("La OIM organizó en Quito un taller para 22 enfermeros y 18 enfermeras de dos hospitales.", 18, 22),
        ("La OIM organizó en Quito un taller para jueces (22) y juezas (18) de todo el país.", 18, 22),
        ("L'OIM a organisé à Dakar un atelier pour 18 infirmières et 22 infirmiers des hôpitaux.", 18, 22),
        ("L'OIM a organisé à Dakar un atelier pour 18 inspectrices et vingt-deux inspecteurs du travail.", 18, 22),
        ("L'OIM a formé à Dakar, lors d'un atelier, 22 surveillants et 18 surveillantes de prison.", 18, 22),
        ("L'OIM a organisé à Dakar un atelier pour 40 agents, dont 18 de sexe féminin.", 18, 22),
        ("Un atelier de l'OIM pour infirmiers et infirmières a réuni à Dakar 40 agents, dont 18 infirmières.", 18, 22),
        ("L'OIM a organisé à Dakar un atelier pour 40 agents, dont 18 infirmières et des médecins.", None, None),
        ("A workshop for 22 policemen and 18 policewomen was held in Lima, and they liked it.", 18, 22),
        ("A workshop for 40 judges was held in Lima. In 2012 some 900 women were trafficked there.", None, None),
    ],
)
def test_women_and_men_beside_the_number(text: str, women: int | None, men: int | None) -> None:
    facts = read_press_release(text)
    assert facts.value("participants_count") == 40
    assert (facts.value("women_count"), facts.value("men_count")) == (women, men)
